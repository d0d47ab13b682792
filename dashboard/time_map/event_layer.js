// The events: one symbol a place, its count and fading driven by the clock.

import { AREA, NEAR } from "./model.js";
import { addCanvasPane } from "./canvas_pane.js";
import { paintArea, traceArea } from "./area_painter.js";
import { unitX, unitY } from "./projection.js";
import {
  makeSprites,
  mixOf,
  numberSprite,
  ringSprite,
  stamp,
  startFrame,
  symbolSprite,
} from "./sprites.js";
import { statusShown, symbolDiameter } from "./symbol_rules.js";
import { largest, makeTally, tallyPlaces } from "./tally.js";
import { themeOf } from "./theme.js";

const LEAST_REACH = 12; // a hit area is 24 pixels wide at least
const PHONE = 640;

/** The layer of a map; `onDrawn(ms)` is called after each frame. */
export function addEventLayer(map, { onDrawn = () => {} } = {}) {
  const layer = {
    map,
    model: null,
    mask: null,
    clock: null,
    areas: new Map(),
    look: { theme: themeOf(false), dark: false },
    selected: -1,
    hovered: -1,
    showAreas: true,
    drawn: emptyDrawn(0),
    onDrawn,
  };
  layer.pane = addCanvasPane(map, {
    name: "events",
    zIndex: 450,
    paint: (context, view) => paint(layer, context, view),
  });
  return layer;
}

/** What a frame has put on the map, for clicks and labels: columns reused from frame to frame. */
function emptyDrawn(size) {
  return {
    count: 0,
    place: new Int32Array(size),
    x: new Float64Array(size), // CSS pixels from the canvas's corner
    y: new Float64Array(size),
    reach: new Float32Array(size),
    ms: 0,
  };
}

export function setModel(layer, model) {
  layer.model = model;
  layer.tally = makeTally(model);
  layer.unitX = Float64Array.from(model.places, ({ longitude }) => unitX(longitude));
  layer.unitY = Float64Array.from(model.places, ({ latitude }) => unitY(latitude));
  layer.diameters = new Float32Array(model.places.length);
  layer.order = new Int32Array(model.places.length);
  layer.drawn = emptyDrawn(model.places.length);
  layer.pane.invalidate();
}

/** Change some of {mask, clock, dark, selected, hovered, areas, showAreas} and draw. */
export function updateEvents(layer, changes) {
  const { dark, ...rest } = changes;
  Object.assign(layer, rest);
  if (dark !== undefined && dark !== layer.look.dark) {
    layer.look = { theme: themeOf(dark), dark };
    layer.sprites = null;
  }
  layer.pane.invalidate();
}

function paint(layer, context, view) {
  const started = performance.now();
  layer.drawn.count = 0;
  if (!layer.model || !layer.mask || !layer.clock) return;
  tallyPlaces(layer.model, layer.mask, layer.clock, layer.tally);
  layer.sprites = freshSprites(layer);
  startFrame(layer.sprites);
  context.imageSmoothingEnabled = false;
  const size = orderBySize(layer);
  for (let at = 0; at < size; at += 1) paintGround(layer, context, view, layer.order[at]);
  for (let at = 0; at < size; at += 1) paintPlace(layer, context, view, layer.order[at], at);
  paintRings(layer, context);
  if (layer.sprites.missing) layer.pane.invalidate();
  layer.drawn.ms = performance.now() - started;
  layer.onDrawn(layer.drawn.ms);
}

function freshSprites({ sprites, look }) {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  return sprites?.ratio === ratio ? sprites : makeSprites(look, ratio);
}

/** Fill `order` with the places to draw, largest first, so that small ones lie on top. */
function orderBySize({ map, tally, order, diameters }) {
  const cap = map.getSize().x < PHONE ? 36 : 44;
  for (let at = 0; at < tally.activeCount; at += 1) {
    const place = tally.active[at];
    order[at] = place;
    diameters[place] = symbolDiameter(tally.count[place] || tally.trailCount[place], cap);
  }
  const part = order.subarray(0, tally.activeCount);
  part.sort((a, b) => diameters[b] - diameters[a] || a - b);
  return tally.activeCount;
}

function isArea({ showAreas, tally }, place) {
  return showAreas && tally.precision[place] >= AREA;
}

function paintGround(layer, context, view, place) {
  const { tally } = layer;
  if (!isArea(layer, place) || tally.ghost[place]) return;
  paintArea(context, view, areaSymbol(layer, place), layer.look);
}

function areaSymbol({ model, areas, tally, selected, hovered }, place) {
  const row = model.places[place];
  return {
    place: row,
    outline: areas.get(row.area) ?? null,
    group: largest(tally.groups, place * tally.groupCount, tally.groupCount),
    status: statusShown(tally.statuses, place * tally.statusCount, tally.statusCount),
    opacity: tally.opacity[place],
    marked: place === selected || place === hovered,
  };
}

function paintPlace(layer, context, view, place, rank) {
  const x = layer.unitX[place] * view.scale - view.left;
  const y = layer.unitY[place] * view.scale - view.top;
  if (x < -50 || y < -50 || x > view.width + 50 || y > view.height + 50) return;
  const { tally, sprites } = layer;
  if (tally.ghost[place]) {
    paintGhost(layer, context, place, x, y);
    return;
  }
  const area = isArea(layer, place);
  const mix = area || rank > MOST_RINGS ? 0 : placeMix(tally, place);
  const sprite = spriteOf(layer, place, mix > 0);
  context.globalAlpha = tally.opacity[place];
  const ring = mix > 0 && ringSprite(sprites, mix, layer.diameters[place]);
  if (ring) stamp(context, ring, x, y, sprites.ratio);
  if (!area) stamp(context, sprite, x, y, sprites.ratio);
  paintNumber(layer, context, area ? sprites.onArea : sprite, place, x, y);
  context.globalAlpha = 1;
  remember(layer.drawn, place, x, y, sprite.reach);
}

const MOST_RINGS = 200; // more rings than this on one map are neither read nor cheap

function placeMix({ groups, groupCount, count, trailCount }, place) {
  return mixOf(groups, place * groupCount, count[place] || trailCount[place]);
}

function spriteOf({ sprites, tally, diameters }, place, ringed) {
  SPEC.group = largest(tally.groups, place * tally.groupCount, tally.groupCount);
  SPEC.status = statusShown(tally.statuses, place * tally.statusCount, tally.statusCount);
  SPEC.diameter = diameters[place];
  SPEC.near = tally.precision[place] === NEAR;
  SPEC.ringed = ringed;
  return symbolSprite(sprites, SPEC);
}

const SPEC = { group: 0, status: 0, diameter: 0, near: false, ringed: false }; // one: no garbage

function paintNumber({ tally, sprites }, context, picture, place, x, y) {
  const count = tally.count[place];
  if (count < 2) return;
  context.globalAlpha = Math.max(0.6, tally.opacity[place]);
  stamp(context, numberSprite(sprites, count, picture), x, y, sprites.ratio);
}

function paintGhost({ look, drawn }, context, place, x, y) {
  context.fillStyle = look.theme.ghost;
  context.fillRect(x - 2, y - 2, 4, 4);
  remember(drawn, place, x, y, 3);
}

function remember(drawn, place, x, y, reach) {
  const at = drawn.count++;
  drawn.place[at] = place;
  drawn.x[at] = x;
  drawn.y[at] = y;
  drawn.reach[at] = reach;
}

function paintRings({ drawn, selected, hovered, look }, context) {
  for (let at = 0; at < drawn.count; at += 1) {
    const place = drawn.place[at];
    if (place !== selected && place !== hovered) continue;
    const radius = Math.max(LEAST_REACH, drawn.reach[at] + 2.5);
    ring(context, drawn.x[at], drawn.y[at], radius, look.theme.land, 5);
    ring(context, drawn.x[at], drawn.y[at], radius, look.theme.ink, place === selected ? 2.5 : 1.5);
  }
}

function ring(context, x, y, radius, colour, width) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

/**
 * The place under a point of the map's container; -1 if none. The nearest symbol wins, then the
 * smallest area that holds the point.
 */
export function placeAt(layer, point) {
  const { view } = layer.pane;
  if (!view()) return -1;
  const offset = layer.map.containerPointToLayerPoint(point).subtract(view().corner);
  const symbol = symbolAt(layer.drawn, offset);
  return symbol >= 0 ? symbol : areaAt(layer, offset, view());
}

function symbolAt({ count, place, x, y, reach }, point) {
  let best = -1;
  let nearest = Infinity;
  for (let at = 0; at < count; at += 1) {
    const distance = Math.hypot(x[at] - point.x, y[at] - point.y);
    if (distance <= Math.max(LEAST_REACH, reach[at]) && distance < nearest) {
      nearest = distance;
      best = place[at];
    }
  }
  return best;
}

function areaAt(layer, point, view) {
  const context = layer.pane.canvas.getContext("2d");
  const ratio = layer.sprites?.ratio ?? 1;
  for (let at = layer.tally.activeCount - 1; at >= 0; at -= 1) {
    const place = layer.order[at];
    if (!isArea(layer, place) || layer.tally.ghost[place]) continue;
    traceArea(context, view, areaSymbol(layer, place));
    if (context.isPointInPath(point.x * ratio, point.y * ratio)) return place;
  }
  return -1;
}
