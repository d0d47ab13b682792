import assert from "node:assert/strict";
import { test } from "node:test";
import { histogram } from "../../dashboard/time_map/core.js";
import { OCT1, all, sample } from "./sample.js";

test("certain events stand on their day, vague ones are spread over theirs", () => {
  const model = sample();
  const { solid, hatched } = histogram(model, all(model), OCT1, OCT1 + 30);

  assert.deepEqual([...solid.slice(0, 7)], [2, 0, 1, 0, 0, 1, 1]);
  assert.equal(hatched[0].toFixed(4), (1 / 31).toFixed(4));
  assert.equal(hatched.reduce((sum, part) => sum + part).toFixed(3), "1.000");
});

test("an event within one bin is certain enough for it", () => {
  const model = sample();
  const { solid, hatched } = histogram(model, all(model), OCT1, OCT1 + 30, 31);

  assert.deepEqual([[...solid], [...hatched]], [[6], [0]]);
});

test("what reaches beyond the ends counts only its days within", () => {
  const model = sample();
  const { hatched } = histogram(model, all(model), OCT1 + 20, OCT1 + 40, 7);

  assert.equal(hatched.reduce((sum, part) => sum + part).toFixed(3), (11 / 31).toFixed(3));
});

test("by group the solid bars come apart", () => {
  const model = sample();
  const { groups } = histogram(model, all(model), OCT1, OCT1 + 6, 7, true);

  assert.deepEqual(groups.map(([count]) => count), [2, 1, 0, 0, 1, 1]);
});
