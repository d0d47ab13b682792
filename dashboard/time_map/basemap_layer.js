// The map below the events: land, water, borders, drawn from the bundled vectors, no tiles needed.

/* global L */

import { addCanvasPane } from "./canvas_pane.js";
import { flatten, tracePath } from "./projection.js";
import { themeOf } from "./theme.js";

export const LAYERS = ["land", "lakes", "rivers", "admin1", "borders"];
const CREDIT = "Places © GeoNames (CC BY 4.0); borders, rivers, lakes: Natural Earth";
const SHORT_CREDIT = "© GeoNames (CC BY 4.0) · Natural Earth";
const PHONE = 640;

/** Basemaps from the network, used only when the reader picks one. */
export const ONLINE = {
  osm: {
    url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    credit: "© OpenStreetMap contributors",
    maxNativeZoom: 19,
  },
  topo: {
    url: "https://server.arcgisonline.com/ArcGIS/rest/services/World_Topo_Map/MapServer/tile/{z}/{y}/{x}",
    credit: "Tiles © Esri and its sources",
    maxNativeZoom: 18,
  },
  imagery: {
    url: "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
    credit: "Imagery © Esri and its sources",
    maxNativeZoom: 18,
  },
};

/** An empty basemap on the map; `setLayer` fills it. */
export function addBasemap(map) {
  const basemap = { map, lines: {}, dark: false, online: null, tiles: null };
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

/** Show an online basemap of ONLINE under the events, or the bundled one for any other key. */
export function setOnline(basemap, key) {
  const { map } = basemap;
  if (basemap.tiles) {
    basemap.tiles.remove();
    map.attributionControl.removeAttribution(ONLINE[basemap.online].credit);
  }
  basemap.online = ONLINE[key] ? key : null;
  basemap.tiles = basemap.online && L.tileLayer(ONLINE[key].url, tileOptions(ONLINE[key])).addTo(map);
  if (basemap.online) map.attributionControl.addAttribution(ONLINE[key].credit);
  basemap.pane.invalidate();
}

function tileOptions({ maxNativeZoom }) {
  return { maxNativeZoom, maxZoom: 19, referrerPolicy: "strict-origin-when-cross-origin" };
}

function tint({ map, dark }) {
  map.getContainer().style.background = themeOf(dark).water;
}

function paint(basemap, context, view) {
  if (basemap.online) return; // the tiles have land, water and borders of their own
  const theme = themeOf(basemap.dark);
  fill(context, view, basemap.lines.land, theme.land);
  stroke(context, view, basemap.lines.land, theme.shore, 0.75);
  stroke(context, view, basemap.lines.admin1, theme.admin, 1);
  fill(context, view, basemap.lines.lakes, theme.water);
  stroke(context, view, basemap.lines.lakes, theme.shore, 0.75);
  stroke(context, view, basemap.lines.rivers, theme.river, view.zoom < 6 ? 0.75 : 1.25);
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
