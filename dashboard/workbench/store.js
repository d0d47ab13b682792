// The state of the page in one place, and what follows from it, worked out once a change.

import {
  COUNTRY,
  SEAT,
  applyFilters,
  asKnownOn,
  clockRange,
  countsBy,
  eventsBetween,
  looseBetween,
} from "../time_map/core.js";
import { WITH_CLOCK, knownDay, tallyRange } from "./clock.js";

export const NO_FILTERS = {
  categories: null,
  statuses: null,
  outlets: null,
  places: null,
  actors: null,
  minConfidence: 0,
  text: "",
  found: null, // the events in whose texts the words of `text` stand, once that is known
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
  const all = new Uint8Array(model.ids.length).fill(1);
  const filters = () => withSecondClock(store.state);
  const range = () => clockRange(store.state.clock, model.firstDay);
  const key = (...parts) => parts;
  const seen = () => asKnownOn(model, knownDay(store.state));
  const mask = remembered(
    () => key(store.state.filters, knownDay(store.state)),
    () => applyFilters(model, filters()),
  );
  const whole = remembered(
    () => key(store.state.filters),
    () => applyFilters(model, store.state.filters),
  );
  // Where the clock may go: with a second clock that follows it, any day may bring something.
  const ahead = () => (store.state.known === WITH_CLOCK ? whole() : mask());
  const inPeriod = remembered(
    () => key(mask(), ...range()),
    () => eventsBetween(model, mask(), ...range()),
  );
  const loose = remembered(
    () => key(mask(), ...range()),
    () => looseBetween(model, mask(), ...range()),
  );
  const tray = remembered(
    () => key(mask(), inPeriod(), loose()),
    () => trayOf(model, mask(), inPeriod(), loose()),
  );
  const events = remembered(
    () => key(inPeriod(), store.state.selected.place, store.state.scope),
    () => within(model, listed(store.state.scope), store.state),
  );
  const listed = (scope) => {
    if (scope === "tray") return Object.values(tray()).flatMap((group) => [...group]);
    return scope === "loose" ? loose() : inPeriod();
  };
  const tally = remembered(
    () => key(mask(), ...range()),
    () => tallyRange(seen(), mask(), range()),
  );
  const unreported = remembered(
    () => key(mask(), whole(), ...range()),
    () => tallyRange(model, later(whole(), seen().told), range()).events,
  );
  const maskKey = versions(mask);
  const total = (name) => countsBy(model, all, [model.firstDay, model.lastDay], name);
  return {
    all,
    model: seen, // the events as they were known on the day of the second clock
    mask,
    ahead,
    maskKey,
    range,
    inPeriod,
    loose,
    tray,
    trayCount: () => Object.values(tray()).reduce((sum, group) => sum + group.length, 0),
    unreported,
    events,
    tally,
    total,
    facet: facets(model, seen, filters, range),
  };
}

/** The filters and, if it is set, the day of the second clock, as `applyFilters` takes them. */
export function withSecondClock(state) {
  const day = knownDay(state);
  return day === null ? state.filters : { ...state.filters, knownOn: day };
}

/** What passes, but had not been reported yet. */
function later(mask, told) {
  return told ? mask.map((bit, index) => bit & (1 - told[index])) : mask.map(() => 0);
}

/**
 * What of the period is not on the map, and why: no place, only a country, only the seat of who
 * acts, no day at all (which is in every period), days too loose to count.
 */
function trayOf({ place, placePrecision, count, ids }, mask, inPeriod, loose) {
  const off = inPeriod.filter((event) => place[event] < 0);
  const undated = [];
  for (let event = count; event < ids.length; event += 1) if (mask[event]) undated.push(event);
  return {
    place: off.filter((event) => ![COUNTRY, SEAT].includes(placePrecision[event])),
    country: off.filter((event) => placePrecision[event] === COUNTRY),
    seat: off.filter((event) => placePrecision[event] === SEAT),
    date: Int32Array.from(undated),
    loose,
  };
}

/** What of the period the list shows: one place, what is on the map, what is not, or all. */
function within({ place }, events, { selected, scope }) {
  if (selected.place !== null) return events.filter((event) => place[event] === selected.place);
  if (scope === "map") return events.filter((event) => place[event] >= 0);
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
function facets(model, seen, filters, range) {
  const masks = {};
  for (const [name, field] of Object.entries(FACETS)) {
    masks[name] = remembered(
      () => [JSON.stringify(without(filters(), field), setsAsLists)],
      () => applyFilters(model, without(filters(), field)),
    );
  }
  return (name) => countsBy(seen(), masks[name](), range(), name);
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
