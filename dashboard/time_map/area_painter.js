// Events that a source puts in a district, a region or along a road: a soft area, never a dot.

import { STATUS_MARK, groupColour } from "./styles.js";
import { pixelsOfKm, tracePath, unitX, unitY } from "./projection.js";

const LEAST_RADIUS = 16; // CSS pixels of an area that has no outline or is too small to show it
const MOST_HATCHED = 90; // a larger disc is only a guess at an extent: soft, without marks
const FAINTER = 120; // a disc of a larger radius is the fainter the more of the map it would wash
const ROAD = 6;
const RIVER = 3.5;
const MARKS = Object.values(STATUS_MARK).map(({ mark }) => mark);

/**
 * `symbol`: {place, outline, group, status, opacity, marked}; `outline`: lines of `flatten`, or
 * null for a round area of the place's radius.
 */
export function paintArea(context, view, symbol, look) {
  const colour = groupColour(symbol.group, look.dark);
  const mark = MARKS[symbol.status];
  traceArea(context, view, symbol);
  if (!isWideEnough(symbol.outline, view)) paintDisc(context, view, symbol, colour, mark);
  else if (isOpenLine(symbol.outline)) paintLine(context, symbol, colour, mark, look);
  else paintShape(context, view, symbol, colour, mark, look);
  context.globalAlpha = 1;
}

/** The area's path on the canvas. */
export function traceArea(context, view, { place, outline }) {
  context.beginPath();
  if (isWideEnough(outline, view)) traceLines(context, outline, view);
  else traceCircle(context, view, place);
}

export function traceLines(context, lines, view) {
  for (const line of lines) tracePath(context, line, view);
}

function isWideEnough(outline, { scale }) {
  return Boolean(outline) && scale * extent(outline) > 2 * LEAST_RADIUS;
}

/** The larger side of the box of an outline, in units of the world. */
function extent(outline) {
  const wide = Math.max(...outline.map(({ right }) => right)) - Math.min(...outline.map(({ left }) => left));
  const high = Math.max(...outline.map(({ bottom }) => bottom)) - Math.min(...outline.map(({ top }) => top));
  return Math.max(wide, high);
}

function traceCircle(context, view, place) {
  const { x, y, radius } = circleOf(view, place);
  context.moveTo(x + radius, y);
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function circleOf(view, { latitude, longitude, radius_km: radiusKm }) {
  return {
    x: unitX(longitude) * view.scale - view.left,
    y: unitY(latitude) * view.scale - view.top,
    radius: Math.max(LEAST_RADIUS, pixelsOfKm(radiusKm, latitude, view.scale)),
  };
}

function isOpenLine(outline) {
  return !outline[0].closed;
}

function paintLine(context, { place, opacity, marked }, colour, mark, { theme }) {
  const width = place.kind === "water" ? RIVER : ROAD;
  context.lineCap = context.lineJoin = "round";
  stroke(context, theme.land, width + 3, opacity);
  stroke(context, colour, width, opacity * (marked ? 0.95 : 0.6));
  if (mark !== "plain") stroke(context, theme.land, width / 3, opacity, DASHES[mark] ?? []);
  context.lineCap = "butt";
}

// Soft, or it would read as a claim to the land; softer still where it fills the view.
function paintShape(context, view, { outline, opacity, marked }, colour, mark, { theme }) {
  const softness = Math.min(1, Math.max(0.35, 600 / (view.scale * extent(outline))));
  fill(context, colour, opacity * softness * (marked ? 0.26 : 0.14));
  if (mark === "hatched") fill(context, hatching(context, colour), opacity * softness * 0.4);
  stroke(context, colour, marked ? 2.25 : 1.25, opacity * (marked ? 0.9 : 0.6), DASHES[mark]);
  if (mark === "split") stroke(context, theme.land, 0.5, opacity);
}

function paintDisc(context, view, { place, opacity, marked }, colour, mark) {
  const circle = circleOf(view, place);
  const softness = Math.max(0.15, Math.min(1, FAINTER / circle.radius));
  fill(context, softDisc(context, circle, colour), opacity * softness * (marked ? 0.5 : 0.3));
  if (circle.radius > MOST_HATCHED) return;
  if (mark === "hatched") fill(context, hatching(context, colour), opacity * 0.4);
  if (marked || DASHES[mark]) stroke(context, colour, 1.5, opacity * 0.8, DASHES[mark]);
}

function fill(context, style, opacity) {
  context.globalAlpha = opacity;
  context.fillStyle = style;
  context.fill();
}

const DASHES = { hatched: [6, 4], hollow: [1, 4], struck: [12, 3, 2, 3] };

function softDisc(context, { x, y, radius }, colour) {
  const gradient = context.createRadialGradient(x, y, radius * 0.35, x, y, radius);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, `${colour}00`);
  return gradient;
}

function stroke(context, colour, width, opacity, dash = []) {
  context.globalAlpha = opacity;
  context.setLineDash(dash);
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
  context.setLineDash([]);
}

const patterns = new Map();

/** Stripes of a colour, as a filling. */
export function hatching(context, colour) {
  if (!patterns.has(colour)) patterns.set(colour, context.createPattern(stripes(colour), "repeat"));
  return patterns.get(colour);
}

function stripes(colour) {
  const size = 8;
  const tile = document.createElement("canvas");
  tile.width = tile.height = size;
  const context = tile.getContext("2d");
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift, size);
    context.lineTo(shift + size, 0);
  }
  context.stroke();
  return tile;
}
