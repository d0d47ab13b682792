// The clock: which days are counted, and every way to move it. Pure: each function returns a new one.

import {
  clockRange,
  isCounted,
  isSharp,
  monthNamed,
  nextDayWithEvents,
  parseDay,
  reach,
} from "../time_map/core.js";

export const MODES = ["day", "window", "since"];
export const SPEEDS = [0.5, 1, 2, 4, 8];
export const DAYS_A_SECOND = 2; // at speed 1
const DAY_TRAIL = 7;
const TRAILS = [30, 180]; // days of a count's trail, at least and at most: twice what it counts
const WEEK = 7; // days of a window at first
const QUIET = 7; // days without events that playing leaps over
const DENSE = 75; // days over which the density of the opening view is measured
const WORTH = 0.5; // of that density: what a day must bring to belong to the opening view

/** A clock that counts from `from` to `to`, both ends included. */
export function makeClock(mode, from, to) {
  if (mode === "day") {
    return { mode, day: to, from: null, to: null, start: null, window: 1, trail: DAY_TRAIL };
  }
  const first = Math.min(from, to);
  const days = to - first + 1;
  if (mode === "window") {
    return {
      mode,
      day: to,
      from: first,
      to,
      start: null,
      window: days,
      trail: Math.max(DAY_TRAIL, days),
    };
  }
  return {
    mode,
    day: to,
    from: null,
    to: null,
    start: first,
    window: days,
    trail: Math.max(TRAILS[0], Math.min(TRAILS[1], 2 * days)),
  };
}

/** The day on the clock goes to `day`; a window keeps its length, a count its start. */
export function withDay(clock, day) {
  const [from, to] = clockRange(clock, clock.day);
  if (clock.mode === "window") return makeClock("window", from + day - to, day);
  if (clock.mode === "since") return makeClock("since", Math.min(from, day), day);
  return makeClock("day", day, day);
}

/** The first day goes to `day`; it pushes the clock's day before it if need be. */
export function withStart(clock, day) {
  const [, to] = clockRange(clock, clock.day);
  return makeClock(clock.mode === "day" ? "window" : clock.mode, day, Math.max(day, to));
}

/** The last day goes to `day`, the first stays; only a window can tell the two apart. */
export function withEnd(clock, day) {
  const [from] = clockRange(clock, clock.day);
  if (clock.mode === "day") return makeClock("day", day, day);
  return makeClock(clock.mode, Math.min(from, day), day);
}

/** Another mode at the same day: a window of a week, a count from `start`. */
export function withMode(clock, mode, start) {
  const to = clock.day;
  if (mode === clock.mode) return clock;
  if (mode === "day") return makeClock("day", to, to);
  if (mode === "window") return makeClock("window", to - WEEK + 1, to);
  return makeClock("since", Math.min(start, to), to);
}

/** A window longer or shorter by `days`, its last day kept; Day becomes a window of two. */
export function resized(clock, days) {
  const [from, to] = clockRange(clock, clock.day);
  if (clock.mode === "since") return clock;
  const first = Math.min(to, from - days);
  return first === to ? makeClock("day", to, to) : makeClock("window", first, to);
}

/** `clock` with its days inside the model's, length kept where it fits. */
export function clamped(clock, { firstDay, lastDay }) {
  const day = Math.max(firstDay, Math.min(lastDay, clock.day));
  return day === clock.day ? clock : withDay(clock, day);
}

/** The day that playing shows after `clock.day`: the next, or past a quiet stretch; null at the end. */
export function nextToPlay(model, mask, clock) {
  if (clock.day >= model.lastDay) return null;
  const busy = nextDayWithEvents(model, mask, clock.day, 1);
  if (busy === null) return null;
  return busy - clock.day > QUIET ? busy : clock.day + 1;
}

/**
 * What a project opens with: its dense stretch, counted from its first day to its last. Events that
 * have no sharp day or no place are not looked at.
 */
export function openingClock(model) {
  model.opening ??= denseClock(model);
  return model.opening;
}

function denseClock(model) {
  const days = sharpDays(model);
  if (!days.length) return makeClock("since", model.firstDay, model.lastDay);
  const price = (WORTH * mostWithin(days, DENSE)) / Math.min(DENSE, days.at(-1) - days[0] + 1);
  let best = { worth: -Infinity };
  let run = { worth: 0, from: days[0], to: days[0] };
  for (let at = 0; at < days.length; at += 1) {
    const gap = at ? (days[at] - days[at - 1]) * price : 0;
    if (run.worth < gap) run = { worth: 0, from: days[at] };
    else run.worth -= gap;
    run.worth += 1;
    run.to = days[at];
    if (run.worth > best.worth) best = { ...run };
  }
  return makeClock("since", best.from, best.to);
}

function mostWithin(days, span) {
  let most = 0;
  let start = 0;
  for (let end = 0; end < days.length; end += 1) {
    while (days[end] - days[start] >= span) start += 1;
    most = Math.max(most, end - start + 1);
  }
  return most;
}

function sharpDays(model) {
  const placed = [];
  const all = [];
  for (let index = 0; index < model.count; index += 1) {
    if (!isSharp(model, index)) continue;
    all.push(model.earliest[index]);
    if (model.place[index] >= 0) placed.push(model.earliest[index]);
  }
  return placed.length ? placed : all;
}

/**
 * How many events under the mask [from, to] counts, in how many places and reports; `loose`: how
 * many of them are dated only to the week, the month or the year.
 */
export function tallyRange(model, mask, [from, to]) {
  const places = new Set();
  const tally = { events: 0, reports: 0, places: 0, loose: 0 };
  const [first, end] = reach(model, from, to);
  for (let index = first; index < end; index += 1) {
    if (!mask[index] || !isCounted(model, index, from, to)) continue;
    tally.events += 1;
    tally.reports += model.reports[index];
    tally.loose += model.isLoose[index];
    if (model.place[index] >= 0) places.add(model.place[index]);
  }
  return { ...tally, places: places.size };
}

export const WITH_CLOCK = "clock"; // the second clock goes with the first

/** The day of the second clock; null where all is shown as it is known today. */
export function knownDay({ known, clock }) {
  return known === WITH_CLOCK ? clock.day : known;
}

/** The day that a reader wrote: "9 Oct 2020", "9 October 2020", "2020-10-09"; else null. */
export function readDay(text) {
  const written = text.trim().toLowerCase();
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(written)) {
    return parseDay(
      written
        .split("-")
        .map((part) => part.padStart(2, "0"))
        .join("-"),
    );
  }
  const match = /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})\s+(\p{L}{3,10})\.?,?\s+(\d{4})\D*$/u.exec(written);
  const month = match && monthNamed(match[2]);
  if (month === null) return null;
  return parseDay(`${match[3]}-${String(month + 1).padStart(2, "0")}-${match[1].padStart(2, "0")}`);
}

export { shortDay } from "../time_map/core.js";
