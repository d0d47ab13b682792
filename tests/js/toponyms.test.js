import assert from "node:assert/strict";
import { test } from "node:test";

import { toponymOf, toponymsBetween, toponymsOfAll, toponymsShown } from "../../dashboard/time_map/core.js";
import { OCT1, sample } from "./sample.js";

// Three events at Shusha, on 1 October twice and on the 3rd.
function named(...words) {
  const model = sample();
  model.toponyms = ["Shushi", "Shusha"];
  const at = [...model.place.keys()].filter((index) => model.place[index] === 0);
  at.forEach((index, order) => (model.named[index] = words[order] ?? 0));
  return model;
}
const ALL = (model) => new Uint8Array(model.count).fill(1);

test("an event is named as its text names it, or not at all", () => {
  const model = named(1, 0, 2);
  const at = [...model.place.keys()].filter((index) => model.place[index] === 0);

  assert.deepEqual(at.map((index) => toponymOf(model, index)), ["Shushi", null, "Shusha"]);
});

test("a place is named as most of the shown events do", () => {
  const model = named(2, 1, 1);

  assert.equal(toponymsBetween(model, ALL(model), OCT1, OCT1 + 3)[0], "Shushi");
  assert.equal(toponymsBetween(model, ALL(model), OCT1, OCT1)[0], "Shusha");
  assert.equal(toponymsOfAll(model)[0], "Shushi");
  assert.equal(toponymsOfAll(model)[1], null);
});

test("what a filter leaves out names nothing", () => {
  const model = named(2, 1, 1);
  const mask = ALL(model);
  mask[model.place.lastIndexOf(0)] = 0;

  assert.equal(toponymsBetween(model, mask, OCT1, OCT1 + 3)[0], "Shusha");
});

test("days that fade count for the name of their symbol", () => {
  const model = named(1, 1, 2);

  assert.equal(toponymsShown(model, ALL(model), { mode: "day", day: OCT1 + 2, trail: 7 })[0], "Shushi");
});
