// The ground that the reader chooses instead of the bundled one: tiles of a server on the internet,
// or of the project's own PMTiles file. Nothing of it is fetched before it is chosen.

/* global L */

import { addCanvasPane } from "./canvas_pane.js";
import { cover, paintBorders } from "./basemap_layer.js";
import { addOwnTiles } from "./own_tiles.js";

const PATIENCE = 15_000; // ms until a server that sends no picture is given up
const PANE = { own: 255, borders: 260 }; // over the bundled ground at 250, under the areas

/** Grounds from the network; `street` ones are drawn for light pages and darkened in dark ones. */
export const ONLINE = {
  osm: {
    url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
    credit: "© OpenStreetMap contributors",
    maxNativeZoom: 19,
    street: true,
  },
  topo: {
    url: "https://server.arcgisonline.com/ArcGIS/rest/services/World_Topo_Map/MapServer/tile/{z}/{y}/{x}",
    credit: "Tiles © Esri and its sources",
    maxNativeZoom: 18,
    street: true,
  },
  imagery: {
    url: "https://server.arcgisonline.com/ArcGIS/rest/services/World_Imagery/MapServer/tile/{z}/{y}/{x}",
    credit: "Imagery © Esri and its sources",
    maxNativeZoom: 18,
    street: false,
  },
};

/** The bundled ground, until `setGround` says otherwise; `onFailed({key, why})` when it cannot be. */
export function addGround(map, basemap, { vendor, onFailed }) {
  return { map, basemap, vendor, onFailed, key: "bundled", dark: false, undo: null, turn: 0 };
}

/** Show a ground: a key of ONLINE, "own" with the address of its file, else the bundled one. */
export function setGround(ground, { key, at }) {
  clear(ground);
  if (ONLINE[key]) showOnline(ground, key);
  else if (key === "own" && at) showOwn(ground, at);
}

export function setGroundTheme(ground, dark) {
  ground.dark = dark;
  ground.retint?.(dark);
}

function clear(ground) {
  ground.turn += 1; // what is still on its way for the last one comes too late
  ground.undo?.();
  ground.undo = ground.retint = null;
  ground.key = "bundled";
  cover(ground.basemap, false);
}

function fail(ground, key, why) {
  clear(ground);
  ground.onFailed({ key, why });
}

function showOnline(ground, key) {
  const { map, basemap } = ground;
  const { url, credit, maxNativeZoom, street } = ONLINE[key];
  const tiles = L.tileLayer(url, {
    maxNativeZoom,
    maxZoom: 19,
    referrerPolicy: "strict-origin-when-cross-origin",
    className: street ? "ground-street" : "",
  });
  const turn = ground.turn;
  let came = 0;
  const judge = () => came || turn !== ground.turn || fail(ground, key, "");
  const timer = setTimeout(judge, PATIENCE);
  tiles.on("tileload", () => (came += 1)).on("load", judge);
  ground.key = key;
  cover(basemap, true); // the tiles have land, water and borders of their own
  tiles.addTo(map);
  map.attributionControl.addAttribution(credit);
  ground.undo = () => {
    clearTimeout(timer);
    tiles.off().remove();
    map.attributionControl.removeAttribution(credit);
  };
}

async function showOwn(ground, at) {
  const { map, basemap, vendor } = ground;
  const turn = ground.turn;
  try {
    const own = await addOwnTiles(map, { at, vendor, dark: ground.dark, pane: paneAt(map, "own") });
    if (turn !== ground.turn) return own.remove();
    // The file's ground, but our borders: which of them are not agreed is not left to a file.
    const borders = addCanvasPane(map, {
      name: "ground-borders",
      zIndex: PANE.borders,
      paint: (context, view) => own.isPicture || paintBorders(basemap, context, view),
    });
    ground.key = "own";
    ground.retint = (dark) => {
      own.setTheme(dark);
      borders.invalidate();
    };
    ground.retint(ground.dark);
    ground.undo = () => {
      own.remove();
      borders.remove();
    };
  } catch (error) {
    if (turn === ground.turn) fail(ground, "own", error.message);
  }
  return undefined;
}

function paneAt(map, name) {
  const pane = map.getPane(`ground-${name}`) ?? map.createPane(`ground-${name}`);
  pane.style.zIndex = PANE[name];
  pane.style.pointerEvents = "none";
  return `ground-${name}`;
}
