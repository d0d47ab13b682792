import assert from "node:assert/strict";
import { test } from "node:test";
import { denseBounds } from "../../dashboard/time_map/core.js";
import { MANY, gatherPlaces } from "../../dashboard/time_map/gather.js";
import { layoutLabels } from "../../dashboard/time_map/label_layout.js";
import { LOOSE, PLACED, spreadApart } from "../../dashboard/time_map/spread.js";
import { flatten, tracePath, unitX, unitY } from "../../dashboard/time_map/projection.js";

const VIEW = { limit: 25, width: 400, height: 300 };
const label = (x, y, more) => ({ x, y, reach: 8, width: 60, height: 14, key: `${x} ${y}`, ...more });

test("names keep clear of symbols and of each other", () => {
  const wanted = [label(100, 100), label(110, 112), label(120, 95), label(98, 120)];
  const taken = wanted.map(({ x, y, reach }) => ({ x, y, reach }));
  const boxes = layoutLabels(wanted, taken, VIEW);

  assert.equal(boxes.length, 4);
  for (const { left, top } of boxes) {
    for (const { x, y, reach } of taken) {
      const right = Math.max(left, Math.min(x, left + 60));
      const down = Math.max(top, Math.min(y, top + 14));
      assert.ok(Math.hypot(right - x, down - y) >= reach);
    }
  }
});

test("a name that finds no room is left out, the first wanted comes first", () => {
  const many = Array.from({ length: 40 }, (_, at) => label(200 + (at % 3), 150));
  const found = layoutLabels(many, many, VIEW);

  assert.equal(found[0].index, 0);
  assert.ok(found.length < 10);
});

test("names keep clear of the buttons that lie over the map", () => {
  const zoom = { left: 115, top: 80, right: 160, bottom: 160 };
  const [{ left, top }] = layoutLabels([label(100, 100)], [], { ...VIEW, covered: [zoom] });

  assert.ok(left + 60 <= zoom.left || top + 14 <= zoom.top || top >= zoom.bottom);
});

// Eight symbols around one at (200, 150), with a way out between them to the lower right.
const CROWD = [[200, 150], [168, 150], [236, 146], [200, 118], [200, 184], [178, 128], [222, 124], [176, 174]]
  .map(([x, y]) => ({ x, y, reach: 16 }));

test("a name that matters stands farther off, with a line to it, where it is crowded", () => {
  const [led] = layoutLabels([label(200, 150, { reach: 16, matters: true })], CROWD, VIEW);

  assert.equal(led.led, true);
  assert.ok(led.left > 200 && led.top > 150);
  assert.deepEqual(layoutLabels([label(200, 150, { reach: 16 })], CROWD, VIEW), []);
});

test("no line leads over another symbol, which would seem to have the name", () => {
  const closed = [...CROWD, { x: 224, y: 176, reach: 16 }];

  assert.deepEqual(layoutLabels([label(200, 150, { reach: 16, matters: true })], closed, VIEW), []);
});

test("a line leads past the names that are there", () => {
  const beside = label(236, 146, { reach: 16, key: "beside" });
  const found = layoutLabels([beside, label(200, 150, { reach: 16, matters: true })], CROWD, VIEW);
  const [box, led] = found;

  assert.equal(led.led, true);
  assert.ok(led.top > box.top + 14 || led.top + 14 < box.top);
});

test("no more names than the limit, none over the edge", () => {
  const spaced = Array.from({ length: 30 }, (_, at) => label(50 + 70 * (at % 5), 20 + 45 * Math.floor(at / 5)));
  const found = layoutLabels(spaced, [], { ...VIEW, limit: 12 });

  assert.equal(found.length, 12);
  assert.ok(found.every(({ left, top }) => left >= 0 && left + 60 <= 400 && top >= 0));
});

test("a name stays on its side while it can", () => {
  const sides = new Map();
  const blocked = [{ x: 140, y: 100, reach: 20 }];
  layoutLabels([label(100, 100)], blocked, { ...VIEW, sides });
  const [later] = layoutLabels([label(100, 100)], [], { ...VIEW, sides });

  assert.equal(later.left, 100 - 8 - 3 - 60);
});

function columns(rows) {
  const column = (at) => rows.map((row) => row[at]);
  return {
    x: column(0), y: column(1), homeX: column(0), homeY: column(1),
    reach: column(2), ease: rows.map(([, , , ease = PLACED]) => ease), place: rows.map((_, at) => at),
  };
}

test("symbols that hide one another move apart, others stay", () => {
  const symbols = columns([[100, 100, 20], [102, 106, 16], [300, 100, 20]]);
  spreadApart(symbols, 3);

  assert.ok(Math.hypot(symbols.x[0] - symbols.x[1], symbols.y[0] - symbols.y[1]) >= 0.81 * 36);
  assert.deepEqual([symbols.x[2], symbols.y[2]], [300, 100]);
});

test("no symbol leaves its place by more than 22 pixels, not even one upon the other", () => {
  const symbols = columns(Array.from({ length: 12 }, () => [50, 50, 20]));
  spreadApart(symbols, 12);

  for (let at = 0; at < 12; at += 1) {
    assert.ok(Math.hypot(symbols.x[at] - 50, symbols.y[at] - 50) <= 22.001);
  }
});

test("the tag of an area gives way to a town's symbol, which stays", () => {
  const symbols = columns([[50, 50, 20], [52, 50, 9, LOOSE]]);
  spreadApart(symbols, 2);

  assert.deepEqual([symbols.x[0], symbols.y[0]], [50, 50]);
  assert.ok(symbols.x[1] >= 50 + 0.81 * 29);
});

const TOWNS = [
  { latitude: 39.8, longitude: 46.7 },
  { latitude: 40.4, longitude: 47.1 },
  { latitude: 39.4, longitude: 46.9 },
  { latitude: 38.9, longitude: -77 },
];

test("the opening view leaves out one far event but keeps a far place of many", () => {
  assert.deepEqual(denseBounds(TOWNS, [50, 20, 20, 1]), { south: 39.4, north: 40.4, west: 46.7, east: 47.1 });
  assert.equal(denseBounds(TOWNS, [50, 20, 20, 60]).west, -77);
  assert.equal(denseBounds(TOWNS, [0, 0, 0, 0]), null);
});

test("the projection puts the Caucasus where Leaflet does", () => {
  assert.equal((unitX(46.75) * 256 * 2 ** 7).toFixed(2), (20639.29).toFixed(2));
  assert.equal((unitY(39.76) * 256 * 2 ** 7).toFixed(2), (12433.75).toFixed(2));
});

test("a line far outside the view is not drawn, and its points beyond one edge are left out", () => {
  const calls = [];
  const pen = { moveTo: (...at) => calls.push(at), lineTo: (...at) => calls.push(at), closePath() {} };
  const view = { scale: 256, left: 0, top: 0, width: 10, height: 10 };
  const [away] = flatten({ type: "LineString", coordinates: [[100, 0], [120, 10]] });
  const ring = [[-179, 84], [10, 84], [40, 84], [80, 84], [120, 84], [-179, 80], [-179, 84]];
  const [across] = flatten({ type: "Polygon", coordinates: [ring] });

  assert.equal(tracePath(pen, away, view), false);
  assert.equal(tracePath(pen, across, view), true);
  assert.ok(calls.length < ring.length);
});

test("on a wide map near places share the symbol of the largest, close up none do", () => {
  const xs = Float64Array.from([46.75, 46.76, 46.0, 37.6], unitX);
  const ys = Float64Array.from([39.82, 39.76, 40.1, 55.75], unitY);

  assert.deepEqual([...gatherPlaces(xs, ys, [5, 9, 1, 2], 3)], [1, 1, 1, 3]);
  assert.equal(gatherPlaces(xs, ys, [5, 9, 1, 2], 7), null);
});

test("where there are hundreds of places neighbours share a symbol until one zooms in", () => {
  const xs = Float64Array.from({ length: MANY + 1 }, (_, at) => unitX(40 + at * 0.02));
  const ys = xs.map(() => unitY(40));
  const weights = xs.map((_, at) => at);
  const shared = (zoom) => new Set(gatherPlaces(xs, ys, weights, zoom)).size;

  assert.ok(shared(8) < MANY / 2);
  assert.equal(shared(13), MANY + 1);
});
