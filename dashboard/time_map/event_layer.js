// The events: one symbol a place, its count and fading driven by the clock.

import { AREA, NEAR } from "./model.js";
import { addCanvasPane } from "./canvas_pane.js";
import { paintArea } from "./area_painter.js";
import { gatherPlaces } from "./gather.js";
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
import { FIXED, LOOSE, PLACED, spreadApart } from "./spread.js";
import { statusShown, symbolDiameter } from "./symbol_rules.js";
import { largest, makeTally, tallyPlaces } from "./tally.js";
import { themeOf } from "./theme.js";

const LEAST_RING = 12; // CSS pixels; a smaller ring around a small symbol is overlooked
const PHONE = 640;

/** The layer of a map; `onDrawn(ms)` is called after each frame. */
export function addEventLayer(map, { onDrawn = () => {} } = {}) {
  const layer = {
    map,
    model: null,
    mask: null,
    crowd: null, // the mask by whose events places are gathered
    clock: null,
    areas: new Map(), // outlines by key
    rivers: new Map(), // lines by name
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
    margin: 64, // painted and put together anew each frame: no larger than need be
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
    homeX: new Float64Array(size), // where the place is, if the symbol had to give way
    homeY: new Float64Array(size),
    reach: new Float32Array(size),
    ease: new Uint8Array(size), // how it gives way to others
    pictures: new Array(size),
    mixes: new Float64Array(size),
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
  layer.headsFor = { zoom: NaN, crowd: null, heads: null };
  layer.pane.invalidate();
}

/** Change some of {model, mask, crowd, clock, dark, selected, hovered, areas, showAreas} and draw. */
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
  const { drawn } = layer;
  drawn.count = 0;
  if (!layer.model || !layer.mask || !layer.clock) return;
  layer.tally.heads = headsAt(layer, view.zoom);
  tallyPlaces(layer.model, layer.mask, layer.clock, layer.tally);
  layer.sprites = freshSprites(layer);
  startFrame(layer.sprites);
  context.imageSmoothingEnabled = false;
  orderBySize(layer);
  collect(layer, view);
  if (drawn.count <= MOST_SPREAD) spreadApart(drawn, drawn.count);
  paintGrounds(layer, context, view);
  for (let at = 0; at < drawn.count; at += 1) paintLeader(layer, context, at);
  for (let at = 0; at < drawn.count; at += 1) paintPlace(layer, context, at);
  paintRings(layer, context);
  if (layer.sprites.missing) layer.pane.invalidate();
  layer.onDrawn(performance.now() - started);
}

const MOST_SPREAD = 150; // more symbols than this are a pattern, not single things to read
const MOST_RINGS = 200; // more rings than this on one map are neither read nor cheap

/** Which places share a symbol at this zoom, worked out again only when filters or zoom change. */
function headsAt(layer, zoom) {
  if (layer.headsFor.zoom !== zoom || layer.headsFor.crowd !== layer.crowd) {
    const { model, crowd } = layer;
    const weights = new Int32Array(model.places.length);
    for (let index = 0; index < model.count; index += 1) {
      if (crowd[index] && model.place[index] >= 0) weights[model.place[index]] += 1;
    }
    layer.headsFor = { zoom, crowd, heads: gatherPlaces(layer.unitX, layer.unitY, weights, zoom) };
  }
  return layer.headsFor.heads;
}

/** The places that share the symbol of a place, itself among them. */
export function membersOf({ headsFor: { heads } }, place) {
  if (!heads) return [place];
  return Array.from(heads.keys()).filter((other) => heads[other] === place);
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

/** Whether a place is shown as the extent that it has, not as a point. */
export function isArea({ showAreas, tally }, place) {
  return showAreas && tally.precision[place] >= AREA && tally.members[place] === 1;
}

function paintGrounds(layer, context, view) {
  const { tally, order } = layer;
  for (let at = 0; at < tally.activeCount; at += 1) {
    const place = order[at];
    if (!isArea(layer, place) || tally.ghost[place]) continue;
    paintArea(context, view, areaSymbol(layer, place), layer.look);
  }
}

/** What `area_painter.js` draws for a place. */
export function areaSymbol({ model, areas, rivers, tally, selected, hovered }, place) {
  const row = model.places[place];
  return {
    place: row,
    outline: areas.get(row.area) ?? (row.kind === "water" ? rivers.get(row.name) : null) ?? null,
    group: largest(tally.groups, place * tally.groupCount, tally.groupCount),
    status: statusShown(tally.statuses, place * tally.statusCount, tally.statusCount),
    opacity: tally.opacity[place],
    marked: place === selected || place === hovered,
  };
}

/** Which symbols are in view, where, and with which pictures. */
function collect(layer, view) {
  const { tally, order, drawn } = layer;
  for (let at = 0; at < tally.activeCount; at += 1) {
    const place = order[at];
    const x = layer.unitX[place] * view.scale - view.left;
    const y = layer.unitY[place] * view.scale - view.top;
    if (x < -50 || y < -50 || x > view.width + 50 || y > view.height + 50) continue;
    remember(layer, drawn.count++, place, x, y);
  }
}

function remember(layer, at, place, x, y) {
  const { tally, drawn } = layer;
  const ease = easeOf(layer, place);
  const mix = ease === PLACED && at < MOST_RINGS ? placeMix(tally, place) : 0;
  const picture = pictureOf(layer, place, mix > 0);
  drawn.place[at] = place;
  drawn.x[at] = drawn.homeX[at] = x;
  drawn.y[at] = drawn.homeY[at] = y;
  drawn.reach[at] = picture ? picture.reach : 3;
  drawn.ease[at] = ease;
  drawn.pictures[at] = picture;
  drawn.mixes[at] = mix;
}

function easeOf(layer, place) {
  if (layer.tally.ghost[place]) return FIXED;
  if (!isArea(layer, place)) return PLACED;
  return layer.tally.count[place] > 1 ? LOOSE : FIXED;
}

/** A line from a symbol that had to give way to the point where it belongs. */
function paintLeader({ drawn, look }, context, at) {
  const { x, y, homeX, homeY, ease } = drawn;
  if (ease[at] !== PLACED) return;
  if (Math.hypot(x[at] - homeX[at], y[at] - homeY[at]) < LEAST_LEADER) return;
  context.beginPath();
  context.moveTo(homeX[at], homeY[at]);
  context.lineTo(x[at], y[at]);
  context.lineWidth = 1.25;
  context.strokeStyle = look.theme.ink;
  context.stroke();
  context.fillStyle = look.theme.ink;
  context.fillRect(homeX[at] - 1.5, homeY[at] - 1.5, 3, 3);
}

const LEAST_LEADER = 4;

function paintPlace(layer, context, at) {
  const { tally, sprites, drawn, look } = layer;
  const place = drawn.place[at];
  const x = drawn.x[at];
  const y = drawn.y[at];
  const picture = drawn.pictures[at];
  if (!picture) {
    context.fillStyle = look.theme.ghost;
    context.fillRect(x - 2, y - 2, 4, 4);
    return;
  }
  context.globalAlpha = tally.opacity[place];
  const mix = drawn.mixes[at];
  const ring = mix > 0 && ringSprite(sprites, mix, layer.diameters[place]);
  if (ring) stamp(context, ring, x, y, sprites.ratio);
  if (!isArea(layer, place)) stamp(context, picture, x, y, sprites.ratio);
  paintNumber(layer, context, picture, place, x, y);
  context.globalAlpha = 1;
}

function placeMix({ groups, groupCount, count, trailCount }, place) {
  return mixOf(groups, place * groupCount, count[place] || trailCount[place]);
}

function pictureOf(layer, place, ringed) {
  const { sprites, tally, diameters } = layer;
  if (tally.ghost[place]) return null;
  SPEC.group = largest(tally.groups, place * tally.groupCount, tally.groupCount);
  if (isArea(layer, place)) return sprites.onArea[SPEC.group];
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

/** How far a symbol reaches, CSS pixels, with the ring of the chosen one around it. */
export function reachShown({ drawn, selected, headsFor }, at) {
  return drawn.place[at] === chosenOf(selected, headsFor) ? ringRadius(drawn, at) + 2 : drawn.reach[at];
}

/** The selected place, or that which stands for it. */
function chosenOf(selected, headsFor) {
  return headsFor.heads?.[selected] ?? selected;
}

function ringRadius({ reach }, at) {
  return Math.max(LEAST_RING, reach[at] + 2.5);
}

function paintRings({ drawn, selected, hovered, look, headsFor }, context) {
  const chosen = chosenOf(selected, headsFor);
  for (let at = 0; at < drawn.count; at += 1) {
    const place = drawn.place[at];
    if (place !== chosen && place !== hovered) continue;
    const radius = ringRadius(drawn, at);
    ring(context, drawn.x[at], drawn.y[at], radius, look.theme.land, 5);
    ring(context, drawn.x[at], drawn.y[at], radius, look.theme.ink, place === chosen ? 2.5 : 1.5);
  }
}

function ring(context, x, y, radius, colour, width) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}
