import assert from "node:assert/strict";
import { test } from "node:test";

import { makeClock } from "../../dashboard/workbench/clock.js";
import { NO_FILTERS, makeSelection, makeStore } from "../../dashboard/workbench/store.js";
import { OCT1, sample } from "./sample.js";

function bench(change = {}) {
  const model = sample();
  const store = makeStore({
    clock: makeClock("window", OCT1, OCT1 + 6),
    filters: NO_FILTERS,
    known: null,
    selected: { event: null, place: null },
    ...change,
  });
  return { model, store, selection: makeSelection(model, store) };
}

test("listeners hear only what changed, and nothing when nothing did", () => {
  const { store } = bench();
  const heard = [];
  store.listen((changed) => heard.push([...changed]));

  store.set({ known: OCT1, clock: store.state.clock });
  store.set({ known: OCT1 });

  assert.deepEqual(heard, [["known"]]);
});

test("events are those of the period that pass, in order", () => {
  const { model, store, selection } = bench();
  assert.deepEqual(
    [...selection.events()].map((event) => model.ids[event]),
    ["e1", "e2", "e3", "e4", "e5", "e6"],
  );

  store.set({ filters: { ...NO_FILTERS, categories: new Set([1]) } });

  assert.deepEqual(
    [...selection.events()].map((event) => model.ids[event]),
    ["e2", "e3"],
  );
});

test("a chosen place narrows the list but not the counts", () => {
  const { store, selection } = bench();

  store.set({ selected: { event: null, place: 0 } });

  assert.equal(selection.events().length, 3);
  assert.equal(selection.tally().events, 6);
});

test("a facet counts under all filters but its own", () => {
  const { selection } = bench({
    filters: { ...NO_FILTERS, categories: new Set([1]), statuses: new Set([1]) },
  });

  assert.deepEqual([...selection.facet("category")], [0, 1, 0, 0]);
  assert.deepEqual([...selection.facet("status")], [0, 1, 0, 0, 1, 0]);
});

test("as it was known: an event reported later is not there yet", () => {
  const { model, store, selection } = bench();

  store.set({ known: OCT1 + 2 });

  assert.deepEqual(
    [...selection.events()].map((event) => model.ids[event]),
    ["e1", "e4"],
  );
});

test("the same list comes back as long as nothing changed", () => {
  const { store, selection } = bench();
  const before = selection.events();

  store.set({ selected: { event: "e1", place: null } });

  assert.equal(selection.events(), before);
});
