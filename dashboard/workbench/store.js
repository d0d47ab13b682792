// The state of the page in one place, and what follows from it, worked out once a change.

import { applyFilters, clockRange, countsBy, eventsBetween } from "../time_map/core.js";
import { tallyRange } from "./clock.js";

export const NO_FILTERS = {
  categories: null,
  statuses: null,
  outlets: null,
  places: null,
  actors: null,
  minConfidence: 0,
  text: "",
  bounds: null,
};

/** `set` merges a change and tells every listener which keys changed; `state` is never edited. */
export function makeStore(initial) {
  const listeners = new Set();
  const store = {
    state: initial,
    set(change) {
      const changed = new Set(
        Object.keys(change).filter((key) => change[key] !== store.state[key]),
      );
      if (!changed.size) return;
      store.state = { ...store.state, ...change };
      for (const listener of listeners) listener(changed, store.state);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}

/** What the state selects of the model; each answer is kept until what it depends on changes. */
export function makeSelection(model, store) {
  const all = new Uint8Array(model.count).fill(1);
  const filters = () => withSecondClock(store.state);
  const range = () => clockRange(store.state.clock, model.firstDay);
  const key = (...parts) => parts;
  const mask = remembered(
    () => key(store.state.filters, store.state.known),
    () => applyFilters(model, filters()),
  );
  const inPeriod = remembered(
    () => key(mask(), ...range()),
    () => eventsBetween(model, mask(), ...range()),
  );
  const events = remembered(
    () => key(inPeriod(), store.state.selected.place, store.state.scope),
    () => within(model, inPeriod(), store.state),
  );
  const tally = remembered(
    () => key(mask(), ...range()),
    () => tallyRange(model, mask(), range()),
  );
  const maskKey = versions(mask);
  const total = (name) => countsBy(model, all, [model.firstDay, model.lastDay], name);
  return {
    all,
    mask,
    maskKey,
    range,
    inPeriod,
    events,
    tally,
    total,
    facet: facets(model, filters, range),
  };
}

function withSecondClock({ filters, known }) {
  return known === null ? filters : { ...filters, knownOn: known };
}

/** What of the period the list shows: one place, what is on the map, what is not, or all. */
function within({ place }, events, { selected, scope }) {
  if (selected.place !== null) return events.filter((event) => place[event] === selected.place);
  if (scope === "map") return events.filter((event) => place[event] >= 0);
  if (scope === "tray") return events.filter((event) => place[event] < 0);
  return events;
}

const FACETS = {
  category: "categories",
  status: "statuses",
  outlet: "outlets",
  place: "places",
  actor: "actors",
};

/** Counts of a facet in the period under all filters but its own, as a reader expects beside a box. */
function facets(model, filters, range) {
  const masks = {};
  for (const [name, field] of Object.entries(FACETS)) {
    masks[name] = remembered(
      () => [JSON.stringify(without(filters(), field), setsAsLists)],
      () => applyFilters(model, without(filters(), field)),
    );
  }
  return (name) => countsBy(model, masks[name](), range(), name);
}

function without(filters, field) {
  return { ...filters, [field]: null };
}

function setsAsLists(_, value) {
  return value instanceof Set ? [...value] : value;
}

function remembered(keysOf, compute) {
  let keys = null;
  let value;
  return () => {
    const now = keysOf();
    if (keys === null || now.some((part, at) => part !== keys[at])) {
      keys = now;
      value = compute();
    }
    return value;
  };
}

/** A number that changes when the value does. */
function versions(read) {
  let value = null;
  let version = 0;
  return () => {
    if (read() !== value) {
      value = read();
      version += 1;
    }
    return version;
  };
}
