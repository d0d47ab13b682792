import assert from "node:assert/strict";
import { test } from "node:test";

import { carriedState } from "../../dashboard/workbench/carry.js";
import { makeClock, openingClock } from "../../dashboard/workbench/clock.js";
import { NO_FILTERS } from "../../dashboard/workbench/store.js";
import { OCT1, ROWS, sample } from "./sample.js";

const state = (more) => ({
  clock: makeClock("day", OCT1, OCT1),
  filters: NO_FILTERS,
  selected: { event: null, place: null },
  known: null,
  naming: "both",
  theme: null,
  control: false,
  map: null,
  editing: null,
  sheet: "half",
  ...more,
});
const app = (model, more) => ({ store: { state: state(more) }, model });

/** The same events, their places listed the other way round. */
function turned() {
  const model = sample();
  return {
    ...model,
    places: [...model.places].reverse(),
    place: model.place.map((at) => (at < 0 ? at : 2 - at)),
  };
}

test("a chosen place and a filter by place are found again where lists are numbered anew", () => {
  const filters = { ...NO_FILTERS, places: new Set([0, 1]) };
  const old = app(sample(), { filters, selected: { event: null, place: 0 } });

  const next = carriedState(old, turned());

  assert.equal(next.selected.place, 2);
  assert.deepEqual([...next.filters.places].sort(), [1, 2]);
});

test("the clock stays, even if the events would open with another", () => {
  const model = sample();
  const clock = openingClock(model);

  const next = carriedState(app(model, { clock }), sample([...ROWS, [40, 40, 0, 0, 0, 40, 90]]));

  assert.deepEqual(next.clock, clock);
  assert.equal(next.sheet, "half");
});

test("an event that is there no more is neither selected nor edited", () => {
  const old = app(sample(), { selected: { event: "e6", place: null }, editing: "e6" });

  const next = carriedState(old, sample(ROWS.slice(0, 3)));

  assert.equal(next.selected.event, null);
  assert.equal(next.editing, null);
});

test("where nothing had a day, the clock goes to the first that is given", () => {
  const undated = sample([[null, null, 0, 0, 0, 0, 90, 0]]);
  const clock = openingClock(undated);

  const next = carriedState(app(undated, { clock }), sample([[0, 0, 0, 0, 0, 0, 90]]));

  assert.equal(next.clock.day, OCT1);
});
