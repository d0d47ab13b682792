// Icons of the controls and symbols of the categories, drawn with the current colour.

import { CATEGORY_STYLE, GROUPS, STATUS_MARK } from "../time_map/core.js";
import { makeSvg } from "./dom.js";

const PATHS = {
  play: "M7 4.5v15l12-7.5z",
  pause: "M7 5h3.5v14H7zM13.5 5H17v14h-3.5z",
  back: "M15 5l-7 7 7 7",
  on: "M9 5l7 7-7 7",
  previous: "M18 5l-7 7 7 7M6.5 5v14",
  next: "M6 5l7 7-7 7M17.5 5v14",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L20 20",
  link: "M10 14a4 4 0 005.7 0l3-3A4 4 0 0013 5.3l-1 1M14 10a4 4 0 00-5.7 0l-3 3A4 4 0 0011 18.7l1-1",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  sun: "M12 8a4 4 0 100 8 4 4 0 000-8zM12 2.5v2M12 19.5v2M4 12H2M22 12h-2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M19.5 14.5A8 8 0 119.5 4.5a6.5 6.5 0 0010 10z",
  help: "M9.2 9.2a2.9 2.9 0 115 2c-1.3 1-2.2 1.5-2.2 3M12 17.6v.4",
  close: "M6 6l12 12M18 6L6 18",
  filter: "M4 6h16M7 12h10M10 18h4",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  document: "M7 3.5h7l4 4v13H7zM14 3.5v4h4M10 12h5M10 16h5",
  methods:
    "M5 4.5h6a1.5 1.5 0 011 .5 1.5 1.5 0 011-.5h6v14h-6a1.5 1.5 0 00-1 .5 1.5 1.5 0 00-1-.5H5zM12 5v14",
  target: "M12 6a6 6 0 100 12 6 6 0 000-12zM12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5",
  foldBar: "M4 5h16v14H4zM4 14.5h16",
  sidebar: "M4 5h16v14H4zM9.5 5v14",
  panel: "M4 5h16v14H4zM14.5 5v14",
  latest: "M7 5v14M3.5 15.5L7 19l3.5-3.5M13 7h8M13 12h6M13 17h4",
  earliest: "M7 19V5M3.5 8.5L7 5l3.5 3.5M13 7h4M13 12h6M13 17h8",
  known: "M11 4.5a7 7 0 100 14 7 7 0 000-14zM11 7.5v4l2.5 1.5M16.5 16.5L21 21",
  story: "M7 4h10v16l-5-4-5 4z",
  language:
    "M12 4a8 8 0 100 16 8 8 0 000-16zM4 12h16M12 4c2.6 2.4 3.6 5 3.6 8s-1 5.6-3.6 8c-2.6-2.4-3.6-5-3.6-8s1-5.6 3.6-8z",
  edit: "M5 19h3.5L19 8.5 15.5 5 5 15.5z",
  bin: "M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7",
  undo: "M8 5L4 9l4 4M4 9h9.5a5 5 0 010 10H9",
  tray: "M4 13.5h4.5l1.5 2.5h4l1.5-2.5H20M4 13.5L6.5 5h11L20 13.5V19H4z",
  clock: "M12 4a8 8 0 100 16 8 8 0 000-16zM12 7.5V12l3 2",
};
const FILLED = new Set(["play", "pause"]);
const ROUND_DOTS = new Set(["more", "list"]);

export function icon(name, size = 18) {
  const filled = FILLED.has(name);
  return makeSvg(
    "svg",
    { viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true", class: "icon" },
    makeSvg("path", {
      d: PATHS[name],
      fill: filled ? "currentColor" : "none",
      stroke: filled ? "none" : "currentColor",
      "stroke-width": ROUND_DOTS.has(name) ? 2.4 : 1.75,
      "stroke-linecap": "round",
      "stroke-linejoin": "round",
    }),
  );
}

const SHAPES = {
  circle: ["circle", { cx: 8, cy: 8, r: 5.5 }],
  diamond: ["path", { d: "M8 1.5L14.5 8 8 14.5 1.5 8z" }],
  square: ["rect", { x: 2.75, y: 2.75, width: 10.5, height: 10.5 }],
  triangle: ["path", { d: "M8 2L14.5 13.5h-13z" }],
  cross: ["path", { d: "M5.75 1.75h4.5v4h4v4.5h-4v4h-4.5v-4h-4v-4.5h4z" }],
  ring: ["circle", { cx: 8, cy: 8, r: 4.75, fill: "none", "stroke-width": 2.25 }],
};

/** The symbol of a category, in its group's shape and colour (`--group-…` of the theme). */
export function glyph(category, size = 14) {
  const { shape, key } = CATEGORY_STYLE[category] ?? GROUPS.at(-1);
  const [tag, attributes] = SHAPES[shape] ?? SHAPES.circle;
  const colour = `var(--group-${key})`;
  return makeSvg(
    "svg",
    { viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true", class: "glyph" },
    makeSvg(tag, { fill: colour, stroke: shape === "ring" ? colour : "none", ...attributes }),
  );
}

const LINE = { fill: "none", stroke: "currentColor", "stroke-width": 1.5 };
const DISC = { cx: 8, cy: 8, r: 5.5 };
const MARKS = {
  plain: [["circle", { ...DISC, fill: "currentColor" }]],
  solid: [
    ["circle", { ...DISC, r: 4, fill: "currentColor" }],
    ["circle", { ...DISC, r: 6.25, ...LINE }],
  ],
  hatched: [
    ["circle", { ...DISC, ...LINE, "stroke-dasharray": "2.5 1.8" }],
    ["path", { d: "M4 10l6-6M6 12l6-6", ...LINE }],
  ],
  struck: [
    ["circle", { ...DISC, ...LINE }],
    ["path", { d: "M3 13L13 3", ...LINE }],
  ],
  split: [
    ["circle", { ...DISC, ...LINE }],
    ["path", { d: "M8 2.5a5.5 5.5 0 010 11z", fill: "currentColor" }],
  ],
  hollow: [
    ["circle", { ...DISC, ...LINE, "stroke-dasharray": "1.2 2.2", "stroke-linecap": "round" }],
  ],
};

/** How the map marks a status, in the colour of the text. */
export function statusGlyph(status, size = 14) {
  const parts = MARKS[STATUS_MARK[status]?.mark] ?? MARKS.plain;
  return makeSvg(
    "svg",
    { viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true", class: "glyph" },
    ...parts.map(([tag, attributes]) => makeSvg(tag, attributes)),
  );
}

const PRECISIONS = {
  exact: [["circle", { ...DISC, r: 4.5, fill: "currentColor" }]],
  near: [
    ["circle", { ...DISC, r: 2.75, fill: "currentColor" }],
    ["circle", { ...DISC, r: 6.75, ...LINE, "stroke-dasharray": "2 1.8" }],
  ],
  area: [["circle", { ...DISC, r: 7, fill: "currentColor", opacity: 0.3 }]],
};

export function precisionGlyph(precision, size = 16) {
  return makeSvg(
    "svg",
    { viewBox: "0 0 16 16", width: size, height: size, "aria-hidden": "true", class: "glyph" },
    ...(PRECISIONS[precision] ?? []).map(([tag, attributes]) => makeSvg(tag, attributes)),
  );
}
