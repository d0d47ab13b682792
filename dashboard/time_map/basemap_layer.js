// The map below the events: land, water, borders, drawn from the bundled vectors, no tiles needed.

import { addCanvasPane } from "./canvas_pane.js";
import { flatten, tracePath } from "./projection.js";
import { themeOf } from "./theme.js";

export const LAYERS = ["land", "lakes", "rivers", "admin1", "borders"];
const CREDIT = "Places © GeoNames (CC BY 4.0); borders, rivers, lakes: Natural Earth";
const SHORT_CREDIT = "© GeoNames (CC BY 4.0) · Natural Earth";
const PHONE = 640;

/** An empty basemap on the map; `setLayer` fills it. */
export function addBasemap(map) {
  const basemap = { map, lines: {}, dark: false, covered: false };
  basemap.pane = addCanvasPane(map, {
    name: "basemap",
    zIndex: 250,
    paint: (context, view) => paint(basemap, context, view),
  });
  map.attributionControl.setPrefix(false);
  map.attributionControl.addAttribution(map.getSize().x < PHONE ? SHORT_CREDIT : CREDIT);
  tint(basemap);
  return basemap;
}

/** Take the GeoJSON of a layer, one of LAYERS. */
export function setLayer(basemap, name, { features }) {
  basemap.lines[name] = features.flatMap(({ geometry, properties }) =>
    flatten(geometry).map((line) => ({
      ...line,
      minZoom: properties.min_zoom ?? 0,
      disputed: properties.status === "disputed",
      name: properties.name,
    })),
  );
  basemap.pane.invalidate();
}

export function setTheme(basemap, dark) {
  basemap.dark = dark;
  tint(basemap);
  basemap.pane.invalidate();
}

/** Whether another ground lies in its place, which has land, water and borders of its own. */
export function cover(basemap, covered) {
  basemap.covered = covered;
  basemap.pane.invalidate();
}

function tint({ map, dark }) {
  map.getContainer().style.background = themeOf(dark).water;
}

function paint(basemap, context, view) {
  if (basemap.covered) return;
  const theme = themeOf(basemap.dark);
  fill(context, view, basemap.lines.land, theme.land);
  stroke(context, view, basemap.lines.land, theme.shore, 0.75);
  stroke(context, view, basemap.lines.admin1, theme.admin, 1);
  fill(context, view, basemap.lines.lakes, theme.water);
  stroke(context, view, basemap.lines.lakes, theme.shore, 0.75);
  stroke(context, view, basemap.lines.rivers, theme.river, view.zoom < 6 ? 0.75 : 1.25);
  paintBorders(basemap, context, view);
}

/** The borders alone, for a ground whose own are not to be trusted. */
export function paintBorders(basemap, context, view) {
  const theme = themeOf(basemap.dark);
  const borders = basemap.lines.borders ?? [];
  const agreed = borders.filter(({ disputed }) => !disputed);
  stroke(context, view, agreed, theme.border, view.zoom < 5 ? 0.75 : 1.25);
  dot(context, view, borders.filter(({ disputed }) => disputed), theme.disputed);
}

function fill(context, view, lines, colour) {
  trace(context, view, lines);
  context.fillStyle = colour;
  context.fill("evenodd");
}

function stroke(context, view, lines, colour, width) {
  trace(context, view, lines);
  context.lineJoin = "round";
  context.lineWidth = width;
  context.strokeStyle = colour;
  context.stroke();
}

function dot(context, view, lines, colour) {
  context.setLineDash([0.1, 3.5]);
  context.lineCap = "round";
  stroke(context, view, lines, colour, 1.5);
  context.lineCap = "butt";
  context.setLineDash([]);
}

function trace(context, view, lines = []) {
  context.beginPath();
  for (const line of lines) if (view.zoom >= line.minZoom) tracePath(context, line, view);
}
