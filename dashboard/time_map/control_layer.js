// Who held which land on the day of the clock: off until the reader asks, and never in the colours
// of a flag. What is claimed is hatched, what is assessed is filled.

import { hatching, traceLines } from "./area_painter.js";
import { addCanvasPane } from "./canvas_pane.js";
import { parseDay } from "./days.js";
import { flatten } from "./projection.js";

// In the order in which holders are named in the legend, which is the alphabet's.
export const HOLDERS = [
  { name: "Armenian forces", light: "#5E3C99", dark: "#A98BE6" },
  { name: "Armenian forces and Russian peacekeepers", light: "#56739C", dark: "#8FAAD6" },
  { name: "Azerbaijan", light: "#A6761D", dark: "#D3A13C" },
  { name: "Russian peacekeepers", light: "#4A525A", dark: "#B4BCC4" },
];
const UNKNOWN = { name: "", light: "#6B6B6B", dark: "#9A9A9A" };

/** An empty layer; `setZones` gives it its polygons. */
export function addControlLayer(map) {
  const layer = { zones: [], day: null, shown: false, dark: false };
  layer.pane = addCanvasPane(map, {
    name: "control",
    zIndex: 300,
    paint: (context, view) => paint(layer, context, view),
  });
  return layer;
}

/** Take the GeoJSON of zones: {from, to, holder, basis}, `to` the day on which it ends. */
export function setZones(layer, { features }) {
  layer.zones = features.map(({ properties, geometry }) => ({
    ...properties,
    from: parseDay(properties.from),
    to: parseDay(properties.to) ?? Infinity,
    outline: flatten(geometry),
  }));
  layer.pane.invalidate();
}

/** Change some of {day, shown, dark}; draws only if the zones on the map are others. */
export function updateControl(layer, changes) {
  const before = stateOf(layer);
  Object.assign(layer, changes);
  if (stateOf(layer) !== before) layer.pane.invalidate();
}

function stateOf(layer) {
  return layer.shown ? `${layer.dark} ${zonesOn(layer).map(({ zone, from }) => zone + from)}` : "";
}

/** The zones as they were at the end of the day. */
export function zonesOn({ zones, day }) {
  return zones.filter(({ from, to }) => from <= day && day < to);
}

function paint(layer, context, view) {
  if (!layer.shown) return;
  for (const zone of zonesOn(layer)) {
    const holder = HOLDERS.find(({ name }) => name === zone.holder) ?? UNKNOWN;
    const colour = layer.dark ? holder.dark : holder.light;
    context.beginPath();
    traceLines(context, zone.outline, view);
    context.globalAlpha = zone.basis === "claimed" ? 0.5 : 0.2;
    context.fillStyle = zone.basis === "claimed" ? hatching(context, colour) : colour;
    context.fill("evenodd");
    context.globalAlpha = 0.7;
    context.lineWidth = 1;
    context.strokeStyle = colour;
    context.stroke();
    context.globalAlpha = 1;
  }
}
