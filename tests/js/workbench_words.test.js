import assert from "node:assert/strict";
import { test } from "node:test";

import { clockRange, parseDay } from "../../dashboard/time_map/core.js";
import { makeClock } from "../../dashboard/workbench/clock.js";
import { queryOf, stateOf, strangers, wordsFromQuery, wordsOf } from "../../dashboard/workbench/words.js";
import { OCT1, sample } from "./sample.js";

const model = sample();
const opened = () => stateOf({}, model);

test("the opening view needs no words", () => {
  assert.deepEqual(wordsOf(opened(), model), {});
});

test("what the reader chose comes back from the address", () => {
  const state = {
    ...opened(),
    clock: makeClock("window", OCT1, OCT1 + 3),
    filters: {
      categories: new Set([0, 1]),
      statuses: new Set([4]),
      outlets: new Set([1]),
      places: new Set([1]),
      actors: new Set([0]),
      minConfidence: 70,
      text: "a & b",
      bounds: null,
    },
    known: OCT1 + 5,
    selected: { event: "e2", place: null },
    naming: "az",
    theme: "dark",
    map: { lat: 39.75, lng: 46.75, zoom: 8.25 },
    control: true,
  };

  assert.deepEqual(stateOf(wordsFromQuery(queryOf(wordsOf(state, model))), model), state);
});

test("the words are those that Python knows", () => {
  const state = { ...opened(), clock: makeClock("day", OCT1, OCT1) };
  state.filters = { ...state.filters, categories: new Set([1, 0]) };

  assert.deepEqual(wordsOf(state, model), {
    mode: ["day"],
    day: ["2020-10-01"],
    cat: ["combat,shelling"],
  });
});

test("the second clock may go with the first", () => {
  const words = wordsOf({ ...opened(), known: "clock" }, model);

  assert.deepEqual(words, { known: ["clock"] });
  assert.equal(stateOf(words, model).known, "clock");
  assert.equal(stateOf({ known: ["someday"] }, model).known, null);
});

test("words that mean nothing are left out", () => {
  const state = stateOf(
    { mode: ["sideways"], cat: ["x"], event: ["gone"], names: ["xx"], place: ["?"] },
    model,
  );

  assert.deepEqual(state, opened());
});

test("a link to an event moves the clock to it", () => {
  const old = stateOf({ event: ["e0"] }, model);
  const [from, to] = clockRange(old.clock, 0);

  assert.ok(model.earliest[0] <= to && model.latest[0] >= from);
  assert.equal(old.selected.event, "e0");
});

test("a link that says when is believed", () => {
  const state = stateOf({ event: ["e0"], day: ["2020-10-06"], mode: ["day"] }, model);

  assert.deepEqual(clockRange(state.clock, 0), [OCT1 + 5, OCT1 + 5]);
});

test("half a period is made whole", () => {
  const state = stateOf({ mode: ["since"], to: ["2020-10-04"] }, model);

  assert.equal(clockRange(state.clock, 0)[1], parseDay("2020-10-04"));
});

test("a day without a mode is that one day", () => {
  const { clock } = stateOf({ day: ["2020-10-04"] }, model);

  assert.equal(clock.mode, "day");
  assert.deepEqual(clockRange(clock, 0), [OCT1 + 3, OCT1 + 3]);
});

test("numbers that are none leave the map where it is", () => {
  const state = stateOf({ lat: ["north"], lng: ["46"], conf: ["NaN"], z: ["9e9"] }, model);

  assert.equal(state.map, null);
  assert.equal(state.filters.minConfidence, 0);
});

test("what an address says in vain is named, and nothing else", () => {
  const words = wordsFromQuery("day=2020-02-31&cat=combat,magic&event=gone&colour=red&q=x&page=methods");

  assert.deepEqual(strangers(words, model), [
    "day=2020-02-31",
    "cat=combat,magic",
    "event=gone",
    "colour=red",
  ]);
  assert.deepEqual(strangers({ cat: ["combat"], event: ["e0"], lat: ["39.5"] }, model), []);
});
