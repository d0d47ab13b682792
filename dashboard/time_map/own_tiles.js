// A PMTiles file as ground: pictures as they are, vectors in the colours of our own ground, so that
// the symbols keep their contrast; the names on the map stay those of the chosen naming.

/* global L */

import { themeOf } from "./theme.js";

const VECTOR = 1; // of the header's tileType, as the PMTiles specification counts
const PLAIN_OR_GZIP = [1, 2]; // of its tileCompression
const LINE = 2; // of a feature's geomType
const AREA = 3;

// What a layer of vector tiles shows, by its name in the common schemas (Protomaps, OpenMapTiles,
// Shortbread, Natural Earth). In the order of drawing; what is in none of them is drawn as lines.
const KINDS = [
  ["land", /^(earth|land|countries|country|continents?|ne_.*land)$/],
  ["green", /^(landuse|landcover|park|natural|sites|land_?use|land_?cover)/],
  ["water", /^(water|ocean|oceans|lakes?|water_?polygons|seas?)$/],
  ["river", /^(waterway|waterways|rivers?|physical_line|water_?lines)/],
  ["built", /^(buildings?|structures?)$/],
  ["road", /^(roads?|transport|transportation|transit|streets|railways?|aeroway|ferries)/],
];
const LEFT_OUT = /bound|border|admin|place|poi|label|name|address|housenumber|mountain_peak|disputed/;

/**
 * The tiles of the file at an address, on the map. Returns {isPicture, setTheme(dark), remove()}.
 * Throws with what is wrong, in words, if the file cannot be drawn.
 */
export async function addOwnTiles(map, { at, vendor, dark, pane }) {
  await load(`${vendor}pmtiles.js`);
  const file = new window.pmtiles.PMTiles(at);
  const header = await file.getHeader();
  if (!PLAIN_OR_GZIP.includes(header.tileCompression))
    throw new Error("its tiles are packed in a way that is not supported; gzip is");
  const details = (await file.getMetadata()) ?? {};
  const isPicture = header.tileType !== VECTOR;
  if (!isPicture) await load(`${vendor}protomaps-leaflet.js`);
  const options = { pane, noWrap: true, bounds: boundsOf(header), attribution: creditOf(details) };
  const layer = isPicture
    ? pictures(file, header, options)
    : vectors(at, header, { ...options, ...look(details, dark) });
  layer.addTo(map);
  return {
    isPicture,
    setTheme(now) {
      if (isPicture) return;
      Object.assign(layer, look(details, now));
      layer.rerenderTiles();
    },
    remove: () => layer.remove(),
  };
}

function pictures(file, { minZoom, maxZoom }, options) {
  const zooms = { minNativeZoom: minZoom, maxNativeZoom: maxZoom, maxZoom: 22 };
  return window.pmtiles.leafletRasterLayer(file, { ...options, ...zooms });
}

function vectors(at, { maxZoom }, options) {
  return window.protomapsL.leafletLayer({ url: at, maxDataZoom: maxZoom, ...options });
}

function boundsOf({ minLat, minLon, maxLat, maxLon }) {
  return [[minLat, minLon], [maxLat, maxLon]];
}

/** Whom the file names, as text: what it holds is HTML, and a stranger's. */
function creditOf({ attribution, name }) {
  const said = new DOMParser().parseFromString(String(attribution || name || ""), "text/html");
  const shown = document.createElement("span");
  shown.textContent = said.body.textContent.trim().slice(0, 200);
  return shown.innerHTML;
}

/** How the layers of a vector file are drawn in a theme. */
function look({ vector_layers: listed = [] }, dark) {
  const theme = themeOf(dark);
  const names = listed.map(({ id }) => String(id));
  const kinds = new Map(names.map((name) => [name, kindOf(name)]));
  const hasLand = [...kinds.values()].includes("land");
  const order = [...KINDS.map(([kind]) => kind), "other"];
  return {
    backgroundColor: hasLand ? theme.water : theme.land,
    paintRules: order.flatMap((kind) =>
      names.filter((name) => kinds.get(name) === kind).flatMap((name) => rules(name, kind, theme)),
    ),
    labelRules: [],
  };
}

export function kindOf(name) {
  if (LEFT_OUT.test(name)) return null;
  return KINDS.find(([, names]) => names.test(name))?.[0] ?? "other";
}

function rules(dataLayer, kind, theme) {
  const { PolygonSymbolizer, LineSymbolizer } = window.protomapsL;
  const fill = { land: theme.land, green: theme.green, water: theme.water, built: theme.admin }[kind];
  const color = { river: theme.river, water: theme.river, road: theme.admin, other: theme.admin }[kind];
  const width = kind === "road" || kind === "river" ? (zoom) => (zoom < 9 ? 0.75 : 1.5) : 0.75;
  const found = [];
  if (fill)
    found.push({
      dataLayer,
      symbolizer: new PolygonSymbolizer({ fill }),
      filter: (zoom, { geomType }) => geomType === AREA,
    });
  if (color)
    found.push({
      dataLayer,
      symbolizer: new LineSymbolizer({ color, width }),
      filter: (zoom, { geomType }) => geomType === LINE || kind === "other",
    });
  return found;
}

const loading = new Map();

/** A script of the installation, fetched when it is first needed. */
function load(address) {
  if (!loading.has(address))
    loading.set(
      address,
      new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(address, document.baseURI);
        script.onload = resolve;
        script.onerror = () => {
          loading.delete(address);
          reject(new Error("a part of the installation is missing; install Dateline again"));
        };
        document.head.append(script);
      }),
    );
  return loading.get(address);
}
