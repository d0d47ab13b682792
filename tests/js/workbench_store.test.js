import assert from "node:assert/strict";
import { test } from "node:test";

import { makeClock } from "../../dashboard/workbench/clock.js";
import { NO_FILTERS, makeSelection, makeStore } from "../../dashboard/workbench/store.js";
import { OCT1, sample } from "./sample.js";

function bench(change = {}, rows = undefined) {
  const model = sample(rows);
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
    ["e1", "e2", "e4", "e5", "e6"],
  );

  store.set({ filters: { ...NO_FILTERS, categories: new Set([1]) } });

  assert.deepEqual(
    [...selection.events()].map((event) => model.ids[event]),
    ["e2"],
  );
});

test("a chosen place narrows the list but not the counts", () => {
  const { store, selection } = bench();

  store.set({ selected: { event: null, place: 0 } });

  assert.equal(selection.events().length, 3);
  assert.equal(selection.tally().events, 5);
});

test("a facet counts under all filters but its own", () => {
  const { selection } = bench({
    filters: { ...NO_FILTERS, categories: new Set([1]), statuses: new Set([1]) },
  });

  assert.deepEqual([...selection.facet("category")], [0, 1, 0, 0]);
  assert.deepEqual([...selection.facet("status")], [0, 1, 0, 0, 0, 0]);
});

test("as it was known: an event reported later is not there yet", () => {
  const { model, store, selection } = bench();

  store.set({ known: OCT1 + 2 });

  assert.deepEqual(
    [...selection.events()].map((event) => model.ids[event]),
    ["e1", "e4"],
  );
});

test("what is dated too loosely for the period is told apart and can be listed", () => {
  const { model, store, selection } = bench();

  assert.deepEqual([...selection.loose()], [3]);
  store.set({ scope: "loose" });

  assert.deepEqual([...selection.events()].map((event) => model.ids[event]), ["e3"]);
  assert.equal(selection.tally().events, 5);
});

test("a claim confirmed later is only a claim on the day before", () => {
  const chain = [[0, 0, 0, 0, 4, 0, 90, 0, [[0, 1, 1, 1], [1, 4, 3, 2]]]];
  const { store, selection } = bench({}, chain);
  const statuses = () => [...selection.facet("status")];

  assert.deepEqual([statuses(), selection.tally().reports], [[0, 0, 0, 0, 1, 0], 1]);
  store.set({ known: OCT1 });
  assert.deepEqual([statuses(), selection.tally().reports], [[0, 1, 0, 0, 0, 0], 1]);
  assert.deepEqual([...selection.facet("outlet")], [1, 0]);
  store.set({ filters: { ...NO_FILTERS, statuses: new Set([4]) } });
  assert.equal(selection.tally().events, 0);
});

test("how many were reported later is told, whatever their status", () => {
  const { store, selection } = bench();

  assert.equal(selection.unreported(), 0);
  store.set({ known: OCT1 + 2 });
  assert.equal(selection.unreported(), 3);
});

test("the second clock can go with the first, which may still go on", () => {
  const { model, store, selection } = bench({ clock: makeClock("day", OCT1 + 2, OCT1 + 2), known: "clock" });

  assert.deepEqual([...selection.events()].map((event) => model.ids[event]), ["e4"]);
  assert.equal(selection.mask()[5], 0);
  assert.equal(selection.ahead()[5], 1);
  store.set({ clock: makeClock("day", OCT1 + 5, OCT1 + 5) });
  assert.deepEqual([...selection.events()].map((event) => model.ids[event]), ["e5"]);
});

test("the same list comes back as long as nothing changed", () => {
  const { store, selection } = bench();
  const before = selection.events();

  store.set({ selected: { event: "e1", place: null } });

  assert.equal(selection.events(), before);
});
