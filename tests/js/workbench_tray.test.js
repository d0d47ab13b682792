import assert from "node:assert/strict";
import { test } from "node:test";

import { SEAT, eventsBetween, histogram } from "../../dashboard/time_map/core.js";
import { makeClock } from "../../dashboard/workbench/clock.js";
import { NO_FILTERS, makeSelection, makeStore } from "../../dashboard/workbench/store.js";
import { stateOf } from "../../dashboard/workbench/words.js";
import { OCT1, ROWS, sample } from "./sample.js";

const UNDATED = [null, null, -1, 1, 0, 3, 60, 0];
const ALL = [...ROWS, UNDATED];

function selection(more = {}, model = sample(ALL)) {
  const store = makeStore({
    clock: makeClock("window", OCT1, OCT1 + 6),
    filters: NO_FILTERS,
    selected: { event: null, place: null },
    scope: "tray",
    known: null,
    ...more,
  });
  return makeSelection(model, store);
}

test("an undated event is in no period and no bar", () => {
  const model = sample(ALL);
  const mask = new Uint8Array(ALL.length).fill(1);

  assert.equal(model.count, ROWS.length);
  assert.equal(model.lastDay, sample().lastDay);
  assert.ok(!eventsBetween(model, mask, -1e6, 1e6).includes(ROWS.length));
  assert.equal(histogram(model, mask, OCT1, OCT1 + 30).solid.at(-1), 0);
});

test("the tray holds what has no place, no date, or days too loose for the period", () => {
  const tray = selection().tray();

  assert.deepEqual([...tray.place], [6]);
  assert.deepEqual([...tray.date], [7]);
  assert.deepEqual([...tray.loose], [3]);
  assert.deepEqual([...tray.country], []);
  assert.deepEqual(selection().events(), [6, 7, 3]);
});

test("the seat of who acts is neither a country nor no place", () => {
  const model = sample(ALL);
  model.placePrecision[6] = SEAT;
  const { place, country, seat } = selection({}, model).tray();

  assert.deepEqual([place, country, seat].map((group) => [...group]), [[], [], [6]]);
});

test("filters hold for what has no date", () => {
  const filters = { ...NO_FILTERS, categories: new Set([3]) };

  assert.deepEqual([...selection({ filters }).tray().date], []);
});

test("a link to an undated event opens it and leaves the clock as it opens", () => {
  const model = sample(ALL);

  const state = stateOf({ event: ["e7"] }, model);

  assert.equal(state.selected.event, "e7");
  assert.deepEqual(state.clock, stateOf({}, model).clock);
});
