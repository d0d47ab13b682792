// The payload as typed columns, and the searches in it that depend on nothing but dates.

import { NO_DAY } from "./days.js";
import { decodeKnown } from "./known.js";
import { groupOf } from "./styles.js";

export const EXACT = 0;
export const NEAR = 1;
export const AREA = 2;
export const COUNTRY = 3;
export const SEAT = 4; // where who acts has its seat, which is not the scene
export const NOWHERE = 5;

const NEVER = 0x7fffffff; // the day of what has none: after every period that can be asked for

/**
 * The decoded JSON of `payload.encode` as a model: one typed array a column, sorted by earliest. The
 * first `count` events have a day; what stands behind them has none, and is met by no period.
 */
export function decodePayload(object) {
  if (object.version !== 1) throw new Error(`payload of version ${object.version}; this page reads 1`);
  const { columns } = object;
  const model = {
    title: object.title,
    cutoff: object.cutoff,
    categories: object.categories,
    statuses: object.statuses,
    outlets: object.outlets,
    actorNames: object.actors,
    documents: object.documents,
    places: object.places,
    ids: object.ids,
    titles: object.titles,
    reasons: object.reasons ?? [""],
    toponyms: object.toponyms ?? [],
    ...dateColumns(columns),
    ...codeColumns(columns),
    categoryGroup: Uint8Array.from(object.categories, groupOf),
  };
  model.latestSoFar = runningMaximum(model.latest);
  model.isLoose = looselyDated(model);
  Object.assign(model, decodeKnown(columns.known, model.reported, model.latest));
  return Object.assign(model, daySpan(model), model.count ? {} : noDays(object.cutoff));
}

/** Where nothing has a day: that of the newest text, or the first that can be written. */
function noDays(cutoff) {
  return { firstDay: cutoff ?? 0, lastDay: cutoff ?? 0 };
}

function dateColumns(columns) {
  return {
    count: columns.earliest.filter((day) => day !== null).length,
    earliest: Int32Array.from(columns.earliest, (day) => day ?? NEVER),
    latest: Int32Array.from(columns.latest, (day) => day ?? NEVER),
    reported: Int32Array.from(columns.reported, (day) => day ?? NO_DAY),
  };
}

function codeColumns(columns) {
  return {
    place: Int32Array.from(columns.place),
    category: Uint8Array.from(columns.category),
    status: Uint8Array.from(columns.status),
    placePrecision: Uint8Array.from(columns.place_precision),
    datePrecision: Uint8Array.from(columns.date_precision),
    confidence: Uint8Array.from(columns.confidence),
    reports: Int32Array.from(columns.reports),
    reason: Int32Array.from(columns.reason ?? columns.reports.map(() => 0)),
    named: Int32Array.from(columns.named ?? columns.place.map(() => 0)),
    actors: columns.actors,
    sources: columns.sources,
  };
}

function runningMaximum(values) {
  const running = new Int32Array(values.length);
  let most = NO_DAY;
  for (let index = 0; index < values.length; index += 1) {
    if (values[index] > most) most = values[index];
    running[index] = most;
  }
  return running;
}

function daySpan({ count, earliest, latest, latestSoFar }) {
  let maxSpan = 0;
  for (let index = 0; index < count; index += 1) {
    maxSpan = Math.max(maxSpan, latest[index] - earliest[index] + 1);
  }
  const firstDay = count ? earliest[0] : 0;
  return { firstDay, lastDay: count ? latestSoFar[count - 1] : firstDay, maxSpan };
}

/** The first index whose value is at least `wanted`, in values that never fall. */
export function lowerBound(values, wanted) {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * [first, end): every event that meets [from, to] stands in it. Those in it that do not have
 * ended before `from`, beside one that lasts longer; the caller looks at `latest`.
 */
export function reach(model, from, to) {
  return [lowerBound(model.latestSoFar, from), lowerBound(model.earliest, to + 1)];
}

/**
 * Whether [from, to] counts an event. One whose days are known - a day, or from one told day to
 * another - counts in every period that it meets. One dated only to the week, the month or the year
 * counts where it more likely belongs than not: in a period that holds half of its days or more.
 */
export function isCounted(model, index, from, to) {
  const earliest = model.earliest[index];
  const latest = model.latest[index];
  if (latest < from || earliest > to) return false;
  if (!model.isLoose[index]) return true;
  const within = (latest < to ? latest : to) - (earliest > from ? earliest : from) + 1;
  return 2 * within >= latest - earliest + 1;
}

/** The indexes of the events under the mask that [from, to] counts. */
export function eventsBetween(model, mask, from, to) {
  return gathered(model, mask, from, to, (index) => isCounted(model, index, from, to));
}

/** Those that may have happened in [from, to], but are dated too loosely to count there. */
export function looseBetween(model, mask, from, to) {
  return gathered(
    model,
    mask,
    from,
    to,
    (index) => model.latest[index] >= from && !isCounted(model, index, from, to),
  );
}

function gathered(model, mask, from, to, wanted) {
  const [first, end] = reach(model, from, to);
  const found = new Int32Array(Math.max(0, end - first));
  let size = 0;
  for (let index = first; index < end; index += 1) {
    if (mask[index] && wanted(index)) found[size++] = index;
  }
  return found.slice(0, size);
}

/**
 * The days [from, to] that the clock counts. Day: the day. Window: `window` days that end on the
 * day, or the brushed `from`–`to` where they are given. Since: from `start` (or the first day).
 */
export function clockRange(clock, firstDay = NO_DAY) {
  const { mode, day, from = null, to = null, window = 7, start = null } = clock;
  if (mode === "day") return [day, day];
  if (mode === "since") return [start ?? firstDay, day];
  return [from ?? (to ?? day) - window + 1, to ?? day];
}

/**
 * The nearest day after (`direction` 1) or before (-1) `day` on which an event under the mask
 * starts; events whose day is vague do not count. Null if there is none.
 */
export function nextDayWithEvents(model, mask, day, direction) {
  const { earliest, count } = model;
  let index = lowerBound(earliest, direction > 0 ? day + 1 : day) - (direction > 0 ? 0 : 1);
  for (; index >= 0 && index < count; index += direction) {
    if (mask[index] && isSharp(model, index)) return earliest[index];
  }
  return null;
}

const RANGE = 4;

/** Whether the event's first day is known: a day, or a range whose ends were told. */
export function isSharp(model, index) {
  return model.isLoose[index] === 0;
}

/** Whether an event has a day; without one it is in the tray only. */
export function isDated(model, index) {
  return index < model.count;
}

function looselyDated({ count, earliest, latest, datePrecision }) {
  const loose = new Uint8Array(earliest.length);
  for (let index = 0; index < count; index += 1) {
    if (earliest[index] !== latest[index] && datePrecision[index] !== RANGE) loose[index] = 1;
  }
  return loose;
}
