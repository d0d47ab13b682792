// How the texts themselves name places: an event as its sentence does, a place as most of them do.

import { clockRange, isCounted, reach } from "./model.js";

/** The words by which the text of an event names its place; null where it does not name it. */
export function toponymOf(model, event) {
  const at = model.named[event];
  return at ? model.toponyms[at - 1] : null;
}

/**
 * Per place, the words by which most of the events in [from, to] under the mask name it, the earlier
 * where two are as many; null where none does.
 */
export function toponymsBetween(model, mask, from, to) {
  const counts = model.places.map(() => null);
  const [first, end] = reach(model, from, to);
  for (let event = first; event < end; event += 1) {
    const place = model.place[event];
    if (place < 0 || !mask[event] || !model.named[event]) continue;
    if (!isCounted(model, event, from, to)) continue;
    counts[place] ??= new Map();
    counts[place].set(model.named[event], (counts[place].get(model.named[event]) ?? 0) + 1);
  }
  return counts.map((found) => (found ? model.toponyms[most(found) - 1] : null));
}

/** The same for what a clock shows, the days that fade included. */
export function toponymsShown(model, mask, clock) {
  const [from, to] = clockRange(clock, model.firstDay);
  return toponymsBetween(model, mask, clock.mode === "day" ? from - (clock.trail ?? 0) : from, to);
}

/** The same for all events, worked out once a model. */
export function toponymsOfAll(model) {
  model.toponymsOfAll ??= toponymsBetween(
    model,
    new Uint8Array(model.count).fill(1),
    model.firstDay,
    model.lastDay,
  );
  return model.toponymsOfAll;
}

function most(counts) {
  let best = null;
  for (const [words, count] of counts) if (best === null || count > counts.get(best)) best = words;
  return best;
}
