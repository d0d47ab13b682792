import assert from "node:assert/strict";
import { test } from "node:test";
import {
  applyFilters, countsBy, foldText, packFilters, unpackFilters,
} from "../../dashboard/time_map/core.js";
import { OCT1, all, sample } from "./sample.js";

const passing = (filters) => {
  const mask = applyFilters(sample(), filters);
  return [...mask].flatMap((bit, index) => (bit ? [index] : []));
};

test("no filters let all pass", () => {
  assert.equal(passing({}).length, 7);
});

test("filters by code", () => {
  assert.deepEqual(passing({ categories: new Set([2]) }), [5]);
  assert.deepEqual(passing({ statuses: new Set([1, 5]) }), [2, 5]);
  assert.deepEqual(passing({ places: new Set([0]), categories: new Set([0]) }), [1, 4]);
  assert.deepEqual(passing({ minConfidence: 80 }), [1, 3]);
});

test("an empty set lets none pass", () => {
  assert.deepEqual(passing({ categories: new Set() }), []);
});

test("an event passes if any of its actors or documents is wanted", () => {
  assert.deepEqual(passing({ actors: new Set([1]) }), [1, 3, 5]);
  assert.deepEqual(passing({ outlets: new Set([1]) }), [0, 2, 4, 6]);
});

test("a search finds a place by its name in any language, without its accents", () => {
  assert.deepEqual(passing({ text: "susa" }), [1, 2, 4]);
  assert.deepEqual(passing({ text: "xankendi" }), [3, 5]);
  assert.deepEqual(passing({ text: "Շուշի event 4" }), [4]);
});

test("bounds keep the places within", () => {
  assert.deepEqual(passing({ bounds: { south: 39.8, north: 41, west: 46, east: 47 } }), [3, 5]);
});

test("the second clock hides what was reported later; undated reports count from the event", () => {
  assert.deepEqual(passing({ knownOn: OCT1 + 2 }), [0, 1, 4]);
});

test("counts by facet keep to the days and the mask", () => {
  const model = sample();
  const days = [OCT1, OCT1 + 2];

  assert.deepEqual([...countsBy(model, all(model), days, "category")], [2, 1, 0, 0]);
  assert.deepEqual([...countsBy(model, all(model), days, "place")], [3, 0, 0]);
  assert.deepEqual([...countsBy(model, all(model), days, "outlet")], [3, 2]);
  assert.throws(() => countsBy(model, all(model), days, "colour"), /no facet/);
});

test("filters travel as arrays and come back as sets", () => {
  const filters = { categories: new Set([1, 2]), minConfidence: 3, text: "a" };

  assert.deepEqual(packFilters(filters), { categories: [1, 2], minConfidence: 3, text: "a" });
  assert.deepEqual(unpackFilters(packFilters(filters)), filters);
});

test("folding makes press spellings alike", () => {
  assert.equal(foldText("Xankəndi–Şuşa"), "xankendi susa");
});

test("an event that nobody dated a report of is known from the last day on which it may have been", () => {
  const model = sample([[3, 5, 0, 0, 0, null, 60]]);

  assert.deepEqual([...applyFilters(model, { knownOn: OCT1 + 4 })], [0]);
  assert.deepEqual([...applyFilters(model, { knownOn: OCT1 + 5 })], [1]);
});
