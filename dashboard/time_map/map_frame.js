// The map in its frame: hears the workbench over a port, draws, and answers clicks.

/* global L */

import { LAYERS, addBasemap, setLayer, setTheme } from "./basemap_layer.js";
import { addControlLayer, setZones, updateControl } from "./control_layer.js";
import { addEventLayer, setModel, updateEvents } from "./event_layer.js";
import { applyFilters, unpackFilters } from "./filters.js";
import { asKnownOn } from "./known.js";
import { addLabelLayer, restLabels, setLabels, updateLabels } from "./label_layer.js";
import { addGround, setGround, setGroundTheme } from "./ground_layer.js";
import { listenToMap } from "./map_hand.js";
import { fit, fly, openView, placeOf, wantsMotion } from "./map_moves.js";
import { clockRange, decodePayload } from "./model.js";
import { takePin } from "./pin.js";
import { channelPort } from "./port.js";
import { makeSpeech } from "./speech.js";
import { flatten } from "./projection.js";

const WORLD = [[-85, -200], [85, 200]];

/** What `L.map` is made with where folium does not make it; the same stands in event_map.py. */
export const MAP_OPTIONS = {
  center: [40.1, 46.4],
  zoom: 7,
  zoomSnap: 0.25,
  zoomDelta: 1,
  wheelPxPerZoomLevel: 90,
  maxBoundsViscosity: 0.8,
};

/**
 * Bring the map to life. `options`: {channel: name of the BroadcastChannel} or {port}; {base,
 * vendor, areas, labels, control}: addresses of the folders of the basemap and of others'
 * scripts, and of three files; or {layers:
 * {land: …}, areaRows, labelRows, controlRows} inlined. Returns the frame, for tests.
 */
export function mountFrame(map, options) {
  const port = options.port ?? channelPort(options.channel);
  const events = addEventLayer(map, { onDrawn: (ms) => announce(frame, ms) });
  const frame = {
    map,
    port,
    events,
    basemap: addBasemap(map),
    labels: addLabelLayer(map, events),
    control: null, // made when the reader asks for it
    sources: options,
    model: null,
    view: {},
    speech: makeSpeech("en", {}), // until the workbench sends its words
    filtersKey: null,
    fitted: false,
    isOwnPage: !options.port, // else the workbench hears the keys itself
    awaited: null, // what the view will be when the events have come that are on their way
    pin: null, // of a correction
    picks: false, // whether a click sets it
    hand: false, // whether the reader is moving the map
    lastDrawn: 0,
  };
  frame.ground = addGround(map, frame.basemap, {
    vendor: options.vendor,
    onFailed: (failure) => port.send({ t: "ground", ...failure }),
  });
  dress(map);
  frame.tooltip = addTooltip(map);
  port.listen((message) => hear(frame, message));
  listenToMap(frame);
  loadBasemap(frame, options).catch((error) => showError(frame, "The basemap did not load", error));
  port.send({ t: "ready" });
  return frame;
}

function dress(map) {
  const container = map.getContainer();
  container.classList.add("time-map");
  container.setAttribute("role", "region");
  container.setAttribute("aria-label", "Map of events; the list beside it holds the same");
  if (!wantsMotion()) {
    map._zoomAnimated = false; // Leaflet reads its option only when it is made, by folium
    map.options.inertia = false;
  }
  map.zoomControl?.setPosition("bottomright"); // the page's own buttons are at the top
  map.setMinZoom(2).setMaxZoom(15).setMaxBounds(WORLD);
  L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 120 }).addTo(map);
}

function addTooltip(map) {
  const tooltip = L.DomUtil.create("div", "time-map-tooltip", map.getContainer());
  tooltip.hidden = true;
  tooltip.setAttribute("aria-hidden", "true");
  return tooltip;
}

// --- data of the basemap

async function loadBasemap(frame, { base, areas, labels, layers, areaRows, labelRows }) {
  const jobs = LAYERS.map(async (name) =>
    setLayer(frame.basemap, name, layers?.[name] ?? (await fetchJson(`${base}${name}.geojson`))),
  );
  jobs.push(takeAreas(frame, areaRows ?? fetchJson(areas)));
  jobs.push(takeLabels(frame, labelRows ?? fetchJson(labels)));
  await Promise.all(jobs);
  updateEvents(frame.events, { rivers: linesByName(frame.basemap.lines.rivers) });
}

/** The lines of each river: an event "on the Aras" is shown along it. */
function linesByName(lines) {
  const named = new Map();
  for (const line of lines) named.set(line.name, [...(named.get(line.name) ?? []), line]);
  return named;
}

async function fetchJson(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

async function takeAreas(frame, collection) {
  const { features } = await collection;
  const areas = new Map(
    features.map(({ properties, geometry }) => [properties.key, flatten(geometry)]),
  );
  updateEvents(frame.events, { areas });
}

async function takeLabels(frame, rows) {
  setLabels(frame.labels, await rows);
}

// --- messages

const HEARS = {
  hello: (frame) => frame.port.send({ t: "ready" }), // the page was slower: it missed the first one
  data: takeData,
  view: takeView,
  fly,
  fit: (frame) => fit(frame),
  pin: takePin,
  speech: (frame, { language, tables }) => takeSpeech(frame, makeSpeech(language, ...tables)),
  hover: (frame, { place }) => updateEvents(frame.events, { hovered: place ?? -1 }),
  ground: (frame, message) => setGround(frame.ground, message),
};

function hear(frame, message) {
  Promise.resolve()
    .then(() => HEARS[message.t]?.(frame, message))
    .catch((error) => showError(frame, "The map could not follow", error));
}

/** A view that comes meanwhile is of the events that are coming, and waits for them. */
/** Name the map and its buttons in the reader's language; the tooltip follows. */
function takeSpeech(frame, speech) {
  frame.speech = speech;
  const container = frame.map.getContainer();
  container.setAttribute("aria-label", speech.say("map.name"));
  container.lang = speech.language;
  for (const way of ["in", "out"]) {
    const button = container.querySelector(`.leaflet-control-zoom-${way}`);
    for (const name of ["title", "aria-label"]) button?.setAttribute(name, speech.say(`map.zoom_${way}`));
  }
}

async function takeData(frame, { payload }) {
  frame.awaited = frame.awaited ?? {};
  const object = await readPayload(payload);
  const view = { ...frame.view, ...frame.awaited };
  frame.awaited = null;
  frame.model = decodePayload(object);
  frame.filtersKey = null;
  frame.eventIndex = new Map(frame.model.ids.map((id, index) => [id, index]));
  setModel(frame.events, frame.model);
  takeView(frame, view);
}

/** The object of a payload: gzip bytes, JSON bytes, or the object itself. */
export async function readPayload(payload) {
  if (!(payload instanceof ArrayBuffer) && !ArrayBuffer.isView(payload)) return payload;
  const bytes = new Uint8Array(payload.buffer ?? payload);
  if (bytes[0] !== 0x1f) return JSON.parse(new TextDecoder().decode(bytes));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function takeView(frame, message) {
  if (frame.awaited) {
    Object.assign(frame.awaited, message);
    return;
  }
  const view = { ...frame.view, ...message };
  const { clock, dark = false, naming = "both", layers = {}, selected = {} } = view;
  if (dark !== frame.view.dark) {
    setTheme(frame.basemap, dark);
    setGroundTheme(frame.ground, dark);
  }
  const covered = (view.inset?.bottom ?? 0) - (frame.view.inset?.bottom ?? view.inset?.bottom ?? 0);
  frame.view = view;
  dressView(frame.map.getContainer(), view);
  // What lies in the middle of the part that is seen stays there when a sheet rises or sinks.
  if (covered && frame.fitted) frame.map.panBy([0, covered / 2], { animate: false });
  if (frame.model && clock) {
    takeFilters(frame, view.filters);
    updateEvents(frame.events, {
      model: asKnownOn(frame.model, view.filters?.knownOn),
      mask: frame.mask,
      crowd: frame.crowd,
      clock,
      dark,
      selected: placeOf(frame, selected),
      showAreas: layers.areas !== false,
    });
    showControl(frame, { clock, dark, layers });
    openView(frame);
  }
  updateLabels(frame.labels, { naming, dark, shown: layers.labels !== false });
}

// `inset.bottom`: pixels of the map that something of the page lies over, as a phone's sheet.
function dressView(container, { dark = false, inset = {} }) {
  container.classList.toggle("dark", dark);
  container.style.setProperty("--map-inset-bottom", `${inset.bottom ?? 0}px`);
}

/** The zones of control, fetched when they are first asked for. */
function showControl(frame, { clock, dark, layers }) {
  if (layers.control && !frame.control) {
    frame.control = addControlLayer(frame.map);
    const { controlRows, control } = frame.sources;
    Promise.resolve(controlRows ?? fetchJson(control))
      .then((zones) => setZones(frame.control, zones))
      .catch((error) => showError(frame, "Control of territory did not load", error));
  }
  const [, day] = clockRange(clock, frame.model.firstDay);
  if (frame.control) updateControl(frame.control, { shown: layers.control === true, day, dark });
}

/**
 * `mask`: what passes; `crowd`: the same whatever was known when, so that places which share a
 * symbol do not change partners while the second clock runs. Worked out again only when the filters
 * have changed: not while scrubbing, unless the second clock goes along.
 */
function takeFilters(frame, filters = {}) {
  const { knownOn = null, ...rest } = filters;
  const key = JSON.stringify(rest, (_, value) => (value instanceof Set ? [...value] : value));
  if (key === frame.filtersKey && knownOn === frame.knownOn) return;
  const unpacked = unpackFilters(rest);
  if (key !== frame.filtersKey) frame.crowd = applyFilters(frame.model, unpacked);
  frame.mask = knownOn === null ? frame.crowd : applyFilters(frame.model, { ...unpacked, knownOn });
  frame.filtersKey = key;
  frame.knownOn = knownOn;
}

// --- telling

/** Names follow at rest; the workbench hears how long a frame took, a few times a second. */
function announce(frame, ms) {
  if (!frame.labels) return;
  restLabels(frame.labels);
  const now = performance.now();
  if (now - frame.lastDrawn < 250) return;
  frame.lastDrawn = now;
  frame.port.send({ t: "drawn", ms });
}

/** Say in the map itself that something is missing, and to the workbench. */
export function showError({ map, port }, words, error) {
  const text = `${words}: ${error?.message ?? error}`;
  const note = L.DomUtil.create("div", "time-map-error", map.getContainer());
  note.setAttribute("role", "alert");
  note.textContent = text;
  port?.send({ t: "error", text });
}
