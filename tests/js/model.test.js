import assert from "node:assert/strict";
import { test } from "node:test";
import {
  NO_DAY, clockRange, decodePayload, eventsBetween, isCounted, looseBetween, lowerBound,
  nextDayWithEvents, reach,
} from "../../dashboard/time_map/core.js";
import { OCT1, all, sample } from "./sample.js";

test("a payload of another version is refused", () => {
  assert.throws(() => decodePayload({ version: 2 }), /version 2/);
});

test("a day that was not reported is NO_DAY, also before 1970", () => {
  assert.equal(sample().reported[0], NO_DAY);
});

test("the model knows its first and last day and its longest event", () => {
  const { firstDay, lastDay, maxSpan } = sample();

  assert.deepEqual([firstDay, lastDay, maxSpan], [OCT1 - 400, OCT1 + 30, 31]);
});

test("an event dated to the month counts where the period holds half of that month", () => {
  const model = sample();

  assert.deepEqual([...eventsBetween(model, all(model), OCT1 + 4, OCT1 + 5)], [5]);
  assert.deepEqual([...looseBetween(model, all(model), OCT1 + 4, OCT1 + 5)], [3]);
  assert.equal(isCounted(model, 3, OCT1, OCT1 + 14), false);
  assert.equal(isCounted(model, 3, OCT1, OCT1 + 15), true);
  assert.deepEqual([...looseBetween(model, all(model), OCT1, OCT1 + 15)], []);
});

test("what lasts from one told day to another counts in every period that it meets", () => {
  const model = sample([[0, 30, 0, 0, 0, 0, 60, 4]]);

  assert.deepEqual([...eventsBetween(model, all(model), OCT1 + 30, OCT1 + 40)], [0]);
  assert.deepEqual([...looseBetween(model, all(model), OCT1 + 30, OCT1 + 40)], []);
});

test("events between two days respect the mask", () => {
  const model = sample();
  const mask = all(model);
  mask[3] = mask[6] = 0;

  assert.deepEqual([...eventsBetween(model, mask, OCT1 + 4, OCT1 + 6)], [5]);
  assert.deepEqual([...looseBetween(model, mask, OCT1 + 4, OCT1 + 6)], []);
});

test("reach leaves out what ended before", () => {
  const model = sample();

  assert.deepEqual(reach(model, OCT1, OCT1 + 100), [1, 7]);
});

test("lowerBound finds the first of equal values", () => {
  assert.equal(lowerBound([1, 3, 3, 5], 3), 1);
  assert.equal(lowerBound([1, 3, 3, 5], 6), 4);
});

test("each mode of the clock counts its own days", () => {
  assert.deepEqual(clockRange({ mode: "day", day: 10 }), [10, 10]);
  assert.deepEqual(clockRange({ mode: "window", day: 10, window: 7 }), [4, 10]);
  assert.deepEqual(clockRange({ mode: "window", day: 10, window: 7, from: 2, to: 3 }), [2, 3]);
  assert.deepEqual(clockRange({ mode: "since", day: 10 }, 1), [1, 10]);
  assert.deepEqual(clockRange({ mode: "since", day: 10, start: 5 }, 1), [5, 10]);
});

test("the next day with events skips vague ones and is null at the end", () => {
  const model = sample();

  assert.equal(nextDayWithEvents(model, all(model), OCT1 + 2, 1), OCT1 + 5);
  assert.equal(nextDayWithEvents(model, all(model), OCT1 + 6, 1), null);
  assert.equal(nextDayWithEvents(model, all(model), OCT1 + 2, -1), OCT1);
  assert.equal(nextDayWithEvents(model, all(model), OCT1, -1), null);
});
