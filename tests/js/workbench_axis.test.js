import assert from "node:assert/strict";
import { test } from "node:test";

import { parseDay } from "../../dashboard/time_map/core.js";
import {
  axisAround,
  binDays,
  binStart,
  clearOf,
  dayAt,
  dayLeft,
  following,
  makeAxis,
  panned,
  ticks,
  zoomed,
} from "../../dashboard/workbench/axis.js";

const START = parseDay("2020-09-27");
const YEARS = { firstDay: START, lastDay: parseDay("2025-09-01") };

test("a day is found under the pixel where it stands", () => {
  const axis = makeAxis(START, START + 43, 880);

  for (const day of [START, START + 12, START + 43]) {
    assert.equal(dayAt(axis, dayLeft(axis, day) + 1), day);
  }
});

test("bars are days while there is room, else weeks, else longer", () => {
  assert.equal(binDays(makeAxis(START, START + 43, 1400)), 1);
  assert.equal(binDays(makeAxis(START, START + 1800, 1400)), 7);
  assert.equal(binDays(makeAxis(START, START + 40000, 1400)), 364);
});

test("weeks begin on Monday wherever the axis begins", () => {
  const monday = parseDay("2020-09-28");

  for (let day = monday; day < monday + 7; day += 1) assert.equal(binStart(day, 7), monday);
});

test("zooming keeps the day under the pointer where it is", () => {
  const axis = makeAxis(START + 100, START + 299, 1000);
  const day = START + 150.5;

  const closer = zoomed(axis, 50, day, YEARS);

  assert.ok(Math.abs(dayLeft(closer, day) - dayLeft(axis, day)) < 1e-6);
  assert.equal(closer.last - closer.first + 1, 50);
});

test("an axis never leaves the days that there are, nor shows less than a week", () => {
  const axis = makeAxis(START, START + 99, 1000);

  assert.ok(panned(axis, START - 5000, YEARS).first >= START - 30);
  assert.ok(panned(axis, START + 9000, YEARS).last <= YEARS.lastDay + 30);
  assert.equal(
    zoomed(axis, 1, START + 50, YEARS).last - zoomed(axis, 1, START + 50, YEARS).first + 1,
    7,
  );
  const widest = zoomed(axis, 1e6, START, YEARS);
  assert.ok(widest.first <= START && widest.last >= YEARS.lastDay);
});

test("an axis follows the clock only when it leaves", () => {
  const axis = makeAxis(START, START + 99, 1000);

  assert.equal(following(axis, START + 50, YEARS), axis);
  const moved = following(axis, START + 120, YEARS);
  assert.ok(moved.first <= START + 120 && moved.last >= START + 120);
});

test("the axis round a period has a margin on both sides", () => {
  const axis = axisAround(START + 100, START + 143, 1000, YEARS);

  assert.ok(axis.first < START + 100 && axis.last > START + 143);
  assert.ok(axis.last - axis.first < 60);
});

test("the first tick bears its year, January too", () => {
  const labels = ticks(makeAxis(parseDay("2020-11-10"), parseDay("2021-03-10"), 600)).map(
    ({ label }) => label,
  );

  assert.equal(labels[0], "Dec 2020");
  assert.equal(labels[1], "Jan 2021");
  assert.equal(labels[2], "Feb");
});

test("ticks never crowd, at any zoom", () => {
  for (const days of [7, 30, 60, 200, 800, 1900, 9000]) {
    const axis = makeAxis(START, START + days - 1, 700);
    const places = ticks(axis).map(({ day }) => dayLeft(axis, day));

    for (let at = 1; at < places.length; at += 1) {
      assert.ok(places[at] - places[at - 1] >= 64, `${days} days: ${places[at] - places[at - 1]}`);
    }
  }
});

test("the words of the scale give way to the handles and to the day at the clock", () => {
  assert.equal(clearOf(140, [[300, 316]]), 0);
  assert.equal(clearOf(140, [[92, 108]]), 108);
  assert.equal(clearOf(140, [[92, 108], [200, 318]]), 318);
});
