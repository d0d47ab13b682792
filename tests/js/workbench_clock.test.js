import assert from "node:assert/strict";
import { test } from "node:test";

import { clockRange, parseDay } from "../../dashboard/time_map/core.js";
import {
  clamped,
  makeClock,
  nextToPlay,
  openingClock,
  readDay,
  resized,
  shortDay,
  tallyRange,
  withDay,
  withEnd,
  withMode,
  withStart,
} from "../../dashboard/workbench/clock.js";
import { OCT1, all, sample } from "./sample.js";

const range = (clock) => clockRange(clock, 0);

test("a window keeps its length when its day moves", () => {
  const moved = withDay(makeClock("window", 10, 16), 30);

  assert.deepEqual(range(moved), [24, 30]);
});

test("a count keeps its start, and gives it up only before it", () => {
  assert.deepEqual(range(withDay(makeClock("since", 10, 16), 30)), [10, 30]);
  assert.deepEqual(range(withDay(makeClock("since", 10, 16), 5)), [5, 5]);
});

test("the ends of a window move by themselves", () => {
  const clock = makeClock("window", 10, 16);

  assert.deepEqual(range(withStart(clock, 12)), [12, 16]);
  assert.deepEqual(range(withStart(clock, 20)), [20, 20]);
  assert.deepEqual(range(withEnd(clock, 14)), [10, 14]);
  assert.deepEqual(range(withEnd(clock, 3)), [3, 3]);
});

test("every mode keeps the day on the clock", () => {
  for (const from of ["day", "window", "since"]) {
    for (const to of ["day", "window", "since"]) {
      assert.equal(withMode(makeClock(from, 10, 16), to, 1).day, 16);
    }
  }
});

test("a window begins as a week and a count at the start", () => {
  assert.deepEqual(range(withMode(makeClock("day", 16, 16), "window", 1)), [10, 16]);
  assert.deepEqual(range(withMode(makeClock("day", 16, 16), "since", 1)), [1, 16]);
});

test("a window of one day is Day, and grows again", () => {
  const day = resized(makeClock("window", 15, 16), -1);

  assert.equal(day.mode, "day");
  assert.deepEqual(range(resized(day, 1)), [15, 16]);
});

test("a clock stays within the days that there are", () => {
  const model = sample();

  assert.equal(clamped(makeClock("day", OCT1 + 900, OCT1 + 900), model).day, model.lastDay);
  assert.deepEqual(range(clamped(makeClock("window", OCT1, OCT1 + 900), model)), [
    model.lastDay - 900,
    model.lastDay,
  ]);
});

test("playing goes day by day and leaps over a quiet stretch", () => {
  const model = sample([
    [0, 0, 0, 0, 0, 0, 90],
    [3, 3, 0, 0, 0, 0, 90],
    [40, 40, 0, 0, 0, 0, 90],
  ]);
  const next = (day) => nextToPlay(model, all(model), makeClock("day", OCT1 + day, OCT1 + day));

  assert.equal(next(0), OCT1 + 1);
  assert.equal(next(3), OCT1 + 40);
  assert.equal(next(40), null);
});

test("the opening view is the dense stretch, not the years after it", () => {
  const rows = [];
  for (let day = 0; day < 44; day += 1) rows.push([day, day, 0, 0, 0, day, 80]);
  for (let day = 80; day < 1800; day += 60) rows.push([day, day, 0, 0, 0, day, 80]);

  const opening = openingClock(sample(rows));

  assert.equal(opening.mode, "since");
  assert.deepEqual(range(opening), [OCT1, OCT1 + 43]);
});

test("the opening view of a few events shows them all", () => {
  const opening = openingClock(
    sample([
      [0, 0, 0, 0, 0, 0, 80],
      [9, 9, 1, 0, 0, 9, 80],
    ]),
  );

  assert.deepEqual(range(opening), [OCT1, OCT1 + 9]);
});

test("a single event and none at all open too", () => {
  assert.deepEqual(range(openingClock(sample([[4, 4, 0, 0, 0, 4, 80]]))), [OCT1 + 4, OCT1 + 4]);
  assert.equal(openingClock(sample([])).mode, "since");
});

test("events, places and reports of a period are counted apart", () => {
  const model = sample();

  assert.deepEqual(tallyRange(model, all(model), [OCT1, OCT1]), {
    events: 2,
    reports: 2,
    places: 1,
    loose: 0,
  });
});

test("a day is read as people write it, and never guessed", () => {
  const day = parseDay("2020-10-09");

  for (const text of [
    "9 Oct 2020",
    "9 october 2020",
    " Fri 9 Oct 2020 ",
    "2020-10-9",
    "09 Oct. 2020",
  ]) {
    assert.equal(readDay(text), day, text);
  }
  for (const text of ["9/10/2020", "31 Feb 2021", "9 Foo 2020", "October", ""]) {
    assert.equal(readDay(text), null, text);
  }
});

test("a day that was written is read back", () => {
  assert.equal(readDay(shortDay(OCT1)), OCT1);
});
