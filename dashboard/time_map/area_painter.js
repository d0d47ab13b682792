// Events that a source puts in a district, a region or along a road: a soft area, never a dot.

import { STATUS_MARK, groupColour } from "./styles.js";
import { pixelsOfKm, tracePath, unitX, unitY } from "./projection.js";

const LEAST_RADIUS = 16; // CSS pixels of an area without an outline, however small it is
const LINE_WIDTH = 6;
const MARKS = Object.values(STATUS_MARK).map(({ mark }) => mark);

/**
 * `symbol`: {place, outline, group, status, opacity, marked}; `outline`: lines of `flatten`, or
 * null for a round area of the place's radius.
 */
export function paintArea(context, view, symbol, look) {
  const colour = groupColour(symbol.group, look.dark);
  const mark = MARKS[symbol.status];
  traceArea(context, view, symbol);
  if (isOpenLine(symbol)) paintLine(context, symbol, colour, mark, look);
  else paintShape(context, view, symbol, colour, mark, look);
  context.globalAlpha = 1;
}

/** The area's path on the canvas. */
export function traceArea(context, view, { place, outline }) {
  context.beginPath();
  if (outline) for (const line of outline) tracePath(context, line, view);
  else traceCircle(context, view, place);
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

function isOpenLine({ outline }) {
  return Boolean(outline?.length) && !outline[0].closed;
}

function paintLine(context, { opacity, marked }, colour, mark, { theme }) {
  context.lineCap = context.lineJoin = "round";
  stroke(context, theme.land, LINE_WIDTH + 3, opacity);
  stroke(context, colour, LINE_WIDTH, opacity * (marked ? 0.95 : 0.7));
  if (mark !== "plain") stroke(context, theme.land, 2, opacity, DASHES[mark] ?? []);
  context.lineCap = "butt";
}

function paintShape(context, view, symbol, colour, mark, look) {
  const { opacity, marked, outline, place } = symbol;
  context.globalAlpha = opacity * (marked ? 0.34 : 0.2);
  context.fillStyle = outline ? colour : softDisc(context, circleOf(view, place), colour);
  context.fill();
  if (mark === "hatched") fillHatched(context, colour, opacity, look);
  if (!outline && !marked && !DASHES[mark]) return;
  stroke(context, colour, marked ? 2.5 : 1.5, opacity * 0.8, DASHES[mark]);
  if (mark === "split") stroke(context, look.theme.land, 0.75, opacity);
}

const DASHES = { hatched: [6, 4], hollow: [1, 4], struck: [12, 3, 2, 3] };

function softDisc(context, { x, y, radius }, colour) {
  const gradient = context.createRadialGradient(x, y, radius * 0.35, x, y, radius);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, `${colour}22`);
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

function fillHatched(context, colour, opacity) {
  if (!patterns.has(colour)) patterns.set(colour, context.createPattern(stripes(colour), "repeat"));
  context.globalAlpha = opacity * 0.4;
  context.fillStyle = patterns.get(colour);
  context.fill();
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
