import assert from "node:assert/strict";
import { test } from "node:test";
import { asKnownOn } from "../../dashboard/time_map/core.js";
import { OCT1, sample } from "./sample.js";

// Claimed on the 1st, disputed on the 3rd, confirmed on the 9th, by two documents then.
const CHAIN = [0, 0, 0, 0, 4, 0, 90, 0, [[0, 1, 1, 1], [2, 3, 2, 1], [8, 4, 3, 2]]];
const PLAIN = [4, 4, 0, 0, 0, 5, 90];

const on = (day) => asKnownOn(sample([CHAIN, PLAIN]), OCT1 + day);

test("a status is what the reports up to the day made of it", () => {
  const seen = [0, 1, 2, 7, 8, 20].map((day) => on(day).status[0]);

  assert.deepEqual(seen, [1, 1, 3, 3, 4, 4]);
});

test("reports and sources are counted up to the day", () => {
  assert.deepEqual([...on(2).reports], [2, 1]);
  assert.deepEqual(on(0).sources[0], [0]);
  assert.deepEqual(on(8).sources[0], [0, 1]);
});

test("nothing is told before its first report, though it may have happened", () => {
  assert.deepEqual([...on(-1).told], [0, 0]);
  assert.deepEqual([...on(4).told], [1, 0]);
  assert.deepEqual([...on(5).told], [1, 1]);
});

test("the model itself stays as it is, and is what one gets without a day", () => {
  const model = sample([CHAIN, PLAIN]);
  const view = asKnownOn(model, OCT1);

  assert.equal(model.status[0], 4);
  assert.equal(asKnownOn(model, OCT1), view);
  assert.equal(asKnownOn(model, null), model);
});
