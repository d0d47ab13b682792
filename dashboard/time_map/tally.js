// What each place shows at a moment of the clock: counts by group and status, and how faded.

import { AREA, clockRange, isCounted, reach } from "./model.js";
import { GROUPS, fade } from "./styles.js";

/** Arrays for `tallyPlaces`, made once a model and used for every frame: no garbage while scrubbing. */
export function makeTally(model) {
  const size = model.places.length;
  return {
    size,
    groupCount: GROUPS.length,
    statusCount: model.statuses.length,
    count: new Int32Array(size), // events the clock counts
    trailCount: new Int32Array(size), // where it counts none: those just past, in Day mode
    groups: new Int32Array(size * GROUPS.length),
    statuses: new Int32Array(size * model.statuses.length),
    latest: new Int32Array(size), // the newest day of an event there, not after the clock's
    sharpness: new Float32Array(size), // 1 where a date is sharp, less where all are vague
    precision: new Uint8Array(size), // the most precise of the events' place precisions
    opacity: new Float32Array(size),
    heads: null, // the place that stands for each, where places are drawn together
    members: new Int32Array(size), // how many places with something to show it stands for
    seen: new Int32Array(size), // the last tally in which a place had something
    stamp: 0,
    ghost: new Uint8Array(size), // 1: so long ago that a grey dot is left
    active: new Int32Array(size), // the places that show something
    activeCount: 0,
    from: 0,
    to: 0,
  };
}

/** Fill the tally for a clock; returns it. `active` lists the places to draw, in no order. */
export function tallyPlaces(model, mask, clock, tally) {
  const [from, to] = clockRange(clock, model.firstDay);
  const trail = clock.trail ?? 0;
  clear(tally);
  tally.from = from;
  tally.to = to;
  const back = clock.mode === "day" ? from - trail : from;
  countEvents(model, mask, tally, back);
  shade(tally, clock, trail);
  return tally;
}

function clear(tally) {
  for (let at = 0; at < tally.activeCount; at += 1) {
    const place = tally.active[at];
    tally.count[place] = 0;
    wipe(tally, place);
  }
  tally.activeCount = 0;
  tally.stamp += 1;
}

function countEvents(model, mask, tally, back) {
  const { from, to, heads } = tally;
  const [first, end] = reach(model, back, to);
  for (let index = first; index < end; index += 1) {
    const own = model.place[index];
    const latest = model.latest[index];
    if (own < 0 || latest < back || !mask[index]) continue;
    const counts = isCounted(model, index, from, to);
    if (!counts && !(back < from && isCounted(model, index, back, from - 1))) continue;
    const place = heads ? heads[own] : own;
    meet(tally, own, place);
    if (counts) countOne(model, tally, index, place, latest < to ? latest : to);
    else trailOne(model, tally, index, place, latest);
  }
}

function meet({ seen, members, stamp, count, trailCount }, own, place) {
  if (seen[own] === stamp) return;
  seen[own] = stamp;
  members[place] = count[place] + trailCount[place] ? members[place] + 1 : 1;
}

function countOne(model, tally, index, place, day) {
  if (tally.count[place] === 0) {
    if (tally.trailCount[place] > 0) wipe(tally, place);
    else open(tally, place);
  }
  tally.count[place] += 1;
  add(model, tally, index, place, day);
}

// What has just passed shows only where nothing happens now.
function trailOne(model, tally, index, place, day) {
  if (tally.count[place] > 0) return;
  if (tally.trailCount[place] === 0) open(tally, place);
  tally.trailCount[place] += 1;
  add(model, tally, index, place, day);
}

function wipe(tally, place) {
  tally.trailCount[place] = 0;
  tally.groups.fill(0, place * tally.groupCount, (place + 1) * tally.groupCount);
  tally.statuses.fill(0, place * tally.statusCount, (place + 1) * tally.statusCount);
  reset(tally, place);
}

function open(tally, place) {
  tally.active[tally.activeCount++] = place;
  reset(tally, place);
}

function reset(tally, place) {
  tally.latest[place] = -0x80000000;
  tally.sharpness[place] = 0;
  tally.precision[place] = AREA;
}

function add(model, tally, index, place, day) {
  tally.groups[place * tally.groupCount + model.categoryGroup[model.category[index]]] += 1;
  tally.statuses[place * tally.statusCount + model.status[index]] += 1;
  if (day > tally.latest[place]) tally.latest[place] = day;
  const sharpness = SHARPNESS[model.datePrecision[index]];
  if (sharpness > tally.sharpness[place]) tally.sharpness[place] = sharpness;
  if (model.placePrecision[index] < tally.precision[place]) {
    tally.precision[place] = model.placePrecision[index];
  }
}

// day, week, month, year, range: an event "in October" stands on each of its days, but paler.
const SHARPNESS = [1, 0.8, 0.55, 0.35, 1];

function shade(tally, clock, trail) {
  const since = clock.mode === "since";
  for (let at = 0; at < tally.activeCount; at += 1) {
    const place = tally.active[at];
    const age = tally.to - tally.latest[place];
    tally.opacity[place] = fade(age, trail) * tally.sharpness[place];
    tally.ghost[place] = since && trail > 0 && age > trail ? 1 : 0;
  }
}

/** The index of the largest of `size` counts from `start`; -1 if all are 0. */
export function largest(counts, start, size) {
  let best = -1;
  let most = 0;
  for (let index = 0; index < size; index += 1) {
    if (counts[start + index] > most) {
      most = counts[start + index];
      best = index;
    }
  }
  return best;
}

/** The tally as objects, largest first: for lists and legends, not for frames. */
export function symbols(model, mask, clock) {
  const tally = tallyPlaces(model, mask, clock, makeTally(model));
  return Array.from(tally.active.subarray(0, tally.activeCount), (place) => ({
    place,
    count: tally.count[place],
    trailCount: tally.trailCount[place],
    groupCounts: Array.from(slice(tally.groups, place, tally.groupCount)),
    statusCounts: Array.from(slice(tally.statuses, place, tally.statusCount)),
    opacity: tally.opacity[place],
    precision: tally.precision[place],
    ghost: tally.ghost[place] === 1,
  })).sort((a, b) => b.count - a.count || a.place - b.place);
}

function slice(values, place, width) {
  return values.subarray(place * width, (place + 1) * width);
}
