import assert from "node:assert/strict";
import { test } from "node:test";
import { makeTally, symbols, tallyPlaces } from "../../dashboard/time_map/core.js";
import { OCT1, all, sample } from "./sample.js";

const shown = (clock, rows) => {
  const model = sample(rows);
  return symbols(model, all(model), clock);
};

test("a place counts its events of the day", () => {
  const [first, second] = shown({ mode: "day", day: OCT1, trail: 0 });

  assert.deepEqual([first.place, first.count, first.groupCounts.slice(0, 2)], [0, 2, [1, 1]]);
  assert.equal(second, undefined);
});

test("what lasts is there on each of its days", () => {
  const [found] = shown({ mode: "day", day: OCT1 + 9, trail: 0 }, [[0, 30, 1, 1, 4, 3, 80, 4]]);

  assert.deepEqual([found.place, found.count, found.opacity], [1, 1, 1]);
});

test("in Day mode the days just past are a trail that is not counted and fades", () => {
  const [trail] = shown({ mode: "day", day: OCT1 + 3, trail: 7 });

  assert.deepEqual([trail.place, trail.count, trail.trailCount], [0, 0, 3]);
  assert.equal(trail.opacity.toFixed(2), "0.75");
});

test("a place with an event today forgets its trail", () => {
  const model = sample();
  const [today] = symbols(model, all(model), { mode: "day", day: OCT1 + 2, trail: 7 });

  assert.deepEqual([today.place, today.count, today.trailCount, today.opacity], [0, 1, 0, 1]);
  assert.deepEqual(today.groupCounts, [1, 0, 0, 0, 0, 0]);
});

test("fading stops at 0.15 and Since mode leaves a ghost", () => {
  const places = shown({ mode: "since", day: OCT1 + 20, trail: 7 });
  const shusha = places.find(({ place }) => place === 0);

  assert.equal(shusha.opacity.toFixed(2), "0.15");
  assert.equal(shusha.ghost, true);
});

test("a date known only by its month is paler than a sharp one", () => {
  const rows = [[0, 30, 1, 1, 4, 3, 80]];
  const place = shown({ mode: "window", day: OCT1 + 20, window: 20, trail: 20 }, rows)[0];

  assert.equal(place.opacity.toFixed(2), "0.55");
});

test("events without a place draw nothing", () => {
  assert.deepEqual(shown({ mode: "day", day: OCT1 + 6, trail: 0 }, [[6, 6, -1, 3, 0, 6, 60]]), []);
});

test("one tally serves frame after frame without remains of the last", () => {
  const model = sample();
  const tally = makeTally(model);
  tallyPlaces(model, all(model), { mode: "since", day: OCT1 + 30, trail: 0 }, tally);
  tallyPlaces(model, all(model), { mode: "day", day: OCT1 + 5, trail: 0 }, tally);

  assert.deepEqual([...tally.active.subarray(0, tally.activeCount)], [1]);
  assert.deepEqual([...tally.count], [0, 1, 0]);
  assert.equal(tally.groups.reduce((sum, count) => sum + count), 1);
});

test("places drawn together are counted together, and told how many they are", () => {
  const model = sample();
  const tally = makeTally(model);
  tally.heads = Int32Array.of(1, 1, 2);
  tallyPlaces(model, all(model), { mode: "window", day: OCT1 + 5, window: 6, trail: 0 }, tally);

  assert.deepEqual([...tally.active.subarray(0, tally.activeCount)], [1]);
  assert.deepEqual([tally.count[1], tally.members[1]], [4, 2]);
});
