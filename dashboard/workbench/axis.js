// The axis of the time bar: days <-> pixels, the width of a bar, where the ticks stand. Pure.

import { dayParts } from "../time_map/core.js";
import { shortDay } from "./clock.js";

export const BIN_DAYS = [1, 7, 28, 91, 364];
const MONDAY = 4; // 5 January 1970
const LEAST_BAR = 4; // px
const LEAST_GAP = 72; // px between labels
const LEAST_SPAN = 7; // days

/** An axis from the start of day `first` to the end of day `last`, `width` px wide. */
export function makeAxis(first, last, width) {
  return { first, last, width, scale: width / (last - first + 1) };
}

/** The left edge in px of a day. */
export function dayLeft(axis, day) {
  return (day - axis.first) * axis.scale;
}

export function dayAt(axis, x) {
  return Math.floor(axis.first + x / axis.scale);
}

/** Days in a bar: the fewest that make it wide enough to see. */
export function binDays(axis) {
  return BIN_DAYS.find((days) => days * axis.scale >= LEAST_BAR) ?? BIN_DAYS.at(-1);
}

/** The first day of the bar that `day` belongs to; weeks begin on Monday, however far one pans. */
export function binStart(day, days) {
  return days === 1 ? Math.floor(day) : Math.floor((day - MONDAY) / days) * days + MONDAY;
}

/** `axis` with `days` days about `centre`, which stays under its pixel; within the model's days. */
export function zoomed(axis, days, centre, bounds) {
  const [low, high] = room(bounds);
  const span = Math.max(LEAST_SPAN, Math.min(high - low + 1, days));
  const share = (centre - axis.first) / (axis.last - axis.first + 1);
  return fitted(centre - share * span, span, axis.width, low, high);
}

/** `axis` moved so that `first` is its first day, as far as there are days. */
export function panned(axis, first, bounds) {
  const [low, high] = room(bounds);
  return fitted(first, axis.last - axis.first + 1, axis.width, low, high);
}

/** The axis over [from, to] with a margin on either side. */
export function axisAround(from, to, width, bounds) {
  const days = to - from + 1;
  const span = Math.max(LEAST_SPAN, Math.ceil(days * 1.12));
  const [low, high] = room(bounds);
  return fitted(from - (span - days) / 2, Math.min(span, high - low + 1), width, low, high);
}

/** The axis that shows `day`: itself if it does, else moved just far enough, with a little ahead. */
export function following(axis, day, bounds) {
  const span = axis.last - axis.first + 1;
  if (day >= axis.first && day <= axis.last) return axis;
  return panned(axis, day > axis.last ? day - span * 0.75 : day - span * 0.25, bounds);
}

const READABLE = 24; // px that a period of a story should have
const ROUND = 60; // days shown with it, at least

/** The axis that shows [from, to] well: itself if it does, else the days with some on either side. */
export function revealing(axis, from, to, bounds) {
  const days = to - from + 1;
  const [low, high] = room(bounds);
  const seen = from >= axis.first && to <= axis.last;
  if (seen && (days * axis.scale >= READABLE || axis.last - axis.first < ROUND)) return axis;
  const span = Math.min(high - low + 1, Math.max(ROUND, days * 1.3));
  return fitted(from - (span - days) / 2, span, axis.width, low, high);
}

function room({ firstDay, lastDay }) {
  const margin = Math.max(2, Math.ceil((lastDay - firstDay) * 0.01));
  const short = Math.max(0, LEAST_SPAN - (lastDay - firstDay + 1 + 2 * margin));
  return [firstDay - margin - Math.ceil(short / 2), lastDay + margin + Math.ceil(short / 2)];
}

function fitted(first, span, width, low, high) {
  const start = Math.max(low, Math.min(high + 1 - span, first));
  return makeAxis(start, start + span - 1, width);
}

const DAY_STEPS = [1, 2, 7, 14];
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120];
const DAYS_A_MONTH = 30.4;

/** The ticks {day, label} at the finest step whose labels do not crowd; the first bears its year. */
export function ticks(axis) {
  const days = DAY_STEPS.find((step) => step * axis.scale >= LEAST_GAP);
  const found = days ? dayTicks(axis, days) : monthTicks(axis);
  return found.map(({ day, label, full }, at) => ({ day, label: at === 0 ? full : label }));
}

function dayTicks(axis, step) {
  const found = [];
  const from = Math.ceil(axis.first);
  const origin = step >= 7 ? MONDAY : 0;
  for (let day = from + ((((origin - from) % step) + step) % step); day <= axis.last; day += step) {
    const full = shortDay(day);
    const { month, date } = dayParts(day);
    const turn = month === 0 && date <= step;
    found.push({ day, full, label: turn ? full : full.slice(0, -5) });
  }
  return found;
}

function monthTicks(axis) {
  const step =
    MONTH_STEPS.find((months) => months * DAYS_A_MONTH * axis.scale >= LEAST_GAP) ??
    MONTH_STEPS.at(-1);
  const found = [];
  const { year, month } = dayParts(Math.ceil(axis.first));
  let count = Math.ceil((year * 12 + month) / step) * step;
  for (let day = firstOfMonth(count); day <= axis.last; day = firstOfMonth(count)) {
    if (day >= axis.first) found.push({ day, ...monthLabels(day, step) });
    count += step;
  }
  return found;
}

function firstOfMonth(months) {
  return Date.UTC(Math.floor(months / 12), months % 12, 1) / 86400000;
}

function monthLabels(day, step) {
  const [, name, year] = shortDay(day).split(" ");
  const full = step >= 12 ? year : `${name} ${year}`;
  return { full, label: step >= 12 || dayParts(day).month === 0 ? full : name };
}

/** The leftmost pixel from which so wide a word lies upon none of the spans, which are in order. */
export function clearOf(width, spans) {
  let left = 0;
  for (const [from, to] of spans) if (left + width > from && left < to) left = to;
  return left;
}
