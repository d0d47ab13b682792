// One symbol on a canvas: shape and colour say the category, the filling says the status.

import { GROUPS, groupColour } from "./styles.js";
import { textOn } from "./theme.js";

const HALO = 1.5;
const GAP = 1.5; // between a symbol and the ring of shares around it

/**
 * Draw around (0, 0). `symbol`: {group, mark, diameter, near, ringed}; ringed: a ring of shares
 * will stand around it (`paintShares`). `look`: {theme, dark}.
 */
export function paintSymbol(context, symbol, look) {
  const pen = penOf(context, symbol, look);
  context.save();
  context.lineJoin = "round";
  line(pen, look.theme.land, 2 * HALO);
  if (isHollow(symbol)) fillHollow(pen);
  else FILLINGS[symbol.mark](pen);
  if (symbol.near) paintNear(pen, outerRadius(symbol) - 1);
  context.restore();
}

function penOf(context, symbol, { theme, dark }) {
  const { shape } = GROUPS[symbol.group];
  // Within a ring the whole shape keeps inside the circle that its count gives.
  const radius = symbol.diameter / 2 / (symbol.ringed ? REACH[shape] : 1);
  return {
    context,
    theme,
    radius,
    mark: symbol.mark,
    shape: shapePath(shape, radius),
    colour: groupColour(symbol.group, dark),
  };
}

/** How far a symbol reaches from its middle, in CSS pixels, halo and rings included. */
export function outerRadius({ group, diameter, near, ringed }) {
  const radius = diameter / 2;
  const reach = ringed ? radius + GAP + ringWidth(radius) : radius * REACH[GROUPS[group].shape];
  return reach + HALO + (near ? 4 : 0);
}

/** The colours of a number upon the symbol: its own, and that of its halo where it needs one. */
export function numberStyle({ group, mark }, { theme, dark }) {
  const solid = (mark === "plain" || mark === "solid") && GROUPS[group].shape !== "ring";
  const colour = groupColour(group, dark);
  if (solid) return { fill: textOn(colour), halo: NARROW.has(GROUPS[group].shape) ? colour : null };
  return { fill: theme.ink, halo: theme.surface };
}

const NARROW = new Set(["triangle", "cross"]); // two digits are wider

const REACH = { circle: 1, ring: 1, square: 1.25, diamond: 1.25, triangle: 1.42, cross: 1.21 };

/** A path around (0, 0); all shapes have about the area of a circle of the radius. */
export function shapePath(shape, radius) {
  return SHAPES[shape](radius);
}

const SHAPES = {
  circle: disc,
  ring: disc,
  diamond: (radius) => polygon(4, radius * 1.25, 0),
  square: (radius) => polygon(4, radius * 1.25, Math.PI / 4),
  triangle: (radius) => polygon(3, radius * 1.42, -Math.PI / 2),
  cross: plus,
};

function disc(radius) {
  const path = new Path2D();
  path.arc(0, 0, radius, 0, 2 * Math.PI);
  return path;
}

function polygon(corners, radius, turn) {
  const path = new Path2D();
  for (let corner = 0; corner < corners; corner += 1) {
    const angle = turn + (corner * 2 * Math.PI) / corners;
    path.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  path.closePath();
  return path;
}

function plus(radius) {
  const long = radius * 1.1;
  const short = radius * 0.5;
  const path = new Path2D();
  for (const [x, y] of [
    [-short, -long], [short, -long], [short, -short], [long, -short], [long, short], [short, short],
    [short, long], [-short, long], [-short, short], [-long, short], [-long, -short], [-short, -short],
  ]) {
    path.lineTo(x, y);
  }
  path.closePath();
  return path;
}

/** Grey events are always hollow: their grey is too near to another hue to be a filling. */
function isHollow({ group, mark }) {
  return GROUPS[group].shape === "ring" && mark === "plain";
}

function fillHollow(pen) {
  fill(pen, pen.theme.surface);
  line(pen, pen.colour, Math.min(3, Math.max(2, pen.radius * 0.28)));
}

const FILLINGS = {
  plain: (pen) => fill(pen, pen.colour),
  solid: (pen) => {
    fill(pen, pen.colour);
    line(pen, pen.theme.ink, 1.75);
  },
  hatched: (pen) => {
    fill(pen, pen.theme.surface);
    hatch(pen);
    line(pen, pen.colour, 1.75, [3, 2]);
  },
  split: (pen) => {
    fill(pen, pen.theme.surface);
    halve(pen);
    line(pen, pen.theme.ink, 4);
    line(pen, pen.theme.surface, 2);
    line(pen, pen.colour, 1);
  },
  hollow: (pen) => {
    fill(pen, pen.theme.surface);
    line(pen, pen.colour, 2, [0.1, 3.2], "round");
  },
  struck: (pen) => {
    fill(pen, pen.theme.surface);
    pen.context.globalAlpha *= 0.45;
    fill(pen, pen.colour);
    pen.context.globalAlpha /= 0.45;
    line(pen, pen.colour, 1.25);
    strike(pen);
  },
};

function fill({ context, shape }, colour) {
  context.fillStyle = colour;
  context.fill(shape);
}

function line({ context, shape }, colour, width, dash = [], cap = "butt") {
  context.setLineDash(dash);
  context.lineCap = cap;
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke(shape);
  context.setLineDash([]);
}

function hatch({ context, shape, colour, radius }) {
  const reach = 1.5 * radius;
  context.save();
  context.clip(shape);
  context.beginPath();
  for (let at = -3 * reach; at < reach; at += 3.5) {
    context.moveTo(at, reach);
    context.lineTo(at + 2 * reach, -reach);
  }
  context.lineWidth = 1.4;
  context.strokeStyle = colour;
  context.stroke();
  context.restore();
}

function halve({ context, shape, colour, radius }) {
  context.save();
  context.clip(shape);
  context.fillStyle = colour;
  context.fillRect(0, -2 * radius, 2 * radius, 4 * radius);
  context.restore();
}

function strike({ context, theme, radius }) {
  const reach = radius * 1.25;
  for (const [colour, width] of [
    [theme.land, 4],
    [theme.ink, 1.75],
  ]) {
    context.beginPath();
    context.moveTo(-reach, reach);
    context.lineTo(reach, -reach);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

function ringWidth(radius) {
  return 2.5 + radius * 0.08;
}

/** The ring around a symbol of this radius: an arc for each group's part of `shares`. */
export function paintShares(context, shares, radius, { theme, dark }) {
  const width = ringWidth(radius);
  const middle = radius + GAP + width / 2;
  const total = shares.reduce((sum, share) => sum + share, 0);
  context.beginPath();
  context.arc(0, 0, middle + width / 2 + HALO, 0, 2 * Math.PI);
  context.fillStyle = theme.land;
  context.fill();
  context.lineWidth = width;
  let from = -Math.PI / 2;
  shares.forEach((share, group) => {
    if (!share) return;
    const to = from + (share / total) * 2 * Math.PI;
    context.beginPath();
    context.arc(0, 0, middle, from, to);
    context.strokeStyle = groupColour(group, dark);
    context.stroke();
    from = to;
  });
}

function paintNear({ context, colour }, radius) {
  context.setLineDash([4, 3]);
  context.lineWidth = 1.25;
  context.strokeStyle = colour;
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}
