// The map in its frame: hears the workbench over a port, draws, and answers clicks.

/* global L */

import { LAYERS, addBasemap, setLayer, setOnline, setTheme } from "./basemap_layer.js";
import { addEventLayer, placeAt, setModel, updateEvents } from "./event_layer.js";
import { applyFilters, unpackFilters } from "./filters.js";
import { denseBounds } from "./fit.js";
import { addLabelLayer, nameIn, restLabels, setLabels, updateLabels } from "./label_layer.js";
import { clockRange, decodePayload, eventsBetween } from "./model.js";
import { channelPort } from "./port.js";
import { flatten } from "./projection.js";

const PADDING = 30; // the 24 that the view owes its symbols, and half a small symbol
const PHONE = 640;
const CLOSEST = 10; // a single village is not blown up to fill the view
const KEEP_CLEAR = 64; // a selected place nearer to the edge than this is moved inwards

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
 * areas, labels}: addresses of the folder of the basemap and of two files; or {layers: {land: …},
 * areaRows, labelRows} inlined. Returns the frame, for tests.
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
    model: null,
    view: {},
    filtersKey: null,
    fitted: false,
    isOwnPage: !options.port, // else the workbench hears the keys itself
    hand: false, // whether the reader is moving the map
    lastDrawn: 0,
  };
  dress(map);
  frame.tooltip = addTooltip(map);
  port.listen((message) => hear(frame, message));
  listenToMap(frame);
  loadBasemap(frame, options).catch((error) => showError(frame, "The basemap did not load", error));
  port.send({ t: "ready" });
  return frame;
}

function dress(map) {
  map.getContainer().classList.add("time-map");
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
  data: takeData,
  view: takeView,
  fly,
  fit: (frame) => fit(frame),
  hover: (frame, { place }) => updateEvents(frame.events, { hovered: place ?? -1 }),
  basemap: (frame, { key }) => setOnline(frame.basemap, key),
};

function hear(frame, message) {
  Promise.resolve()
    .then(() => HEARS[message.t]?.(frame, message))
    .catch((error) => showError(frame, "The map could not follow", error));
}

async function takeData(frame, { payload }) {
  frame.model = decodePayload(await readPayload(payload));
  frame.filtersKey = null;
  frame.eventIndex = new Map(frame.model.ids.map((id, index) => [id, index]));
  setModel(frame.events, frame.model);
  takeView(frame, frame.view);
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
  const view = { ...frame.view, ...message };
  const { clock, dark = false, naming = "both", layers = {}, selected = {} } = view;
  if (dark !== frame.view.dark) setTheme(frame.basemap, dark);
  frame.view = view;
  dressView(frame.map.getContainer(), view);
  if (frame.model && clock) {
    const mask = maskFor(frame, view.filters);
    const chosen = placeOf(frame, selected);
    updateEvents(frame.events, { mask, clock, dark, selected: chosen, showAreas: layers.areas !== false });
    openView(frame);
  }
  updateLabels(frame.labels, { naming, dark, shown: layers.labels !== false });
}

// `inset.bottom`: pixels of the map that something of the page lies over, as a phone's sheet.
function dressView(container, { dark = false, inset = {} }) {
  container.classList.toggle("dark", dark);
  container.style.setProperty("--map-inset-bottom", `${inset.bottom ?? 0}px`);
}

/** The mask is worked out again only when the filters have changed: not while scrubbing. */
function maskFor(frame, filters) {
  const key = JSON.stringify(filters ?? {}, (_, value) => (value instanceof Set ? [...value] : value));
  if (key !== frame.filtersKey) {
    frame.filtersKey = key;
    frame.mask = applyFilters(frame.model, unpackFilters(filters));
  }
  return frame.mask;
}

function placeOf(frame, { event = null, place = null } = {}) {
  const index = typeof event === "string" ? frame.eventIndex.get(event) : event;
  if (index != null) return frame.model.place[index] ?? -1;
  return place ?? -1;
}

// --- moving the map

/** Once, when the first events are there: where the link says, or around the events. */
function openView(frame) {
  if (frame.fitted) return;
  frame.fitted = true;
  const { at } = frame.view;
  if (at) frame.map.setView([at.lat, at.lng], at.zoom ?? CLOSEST, { animate: false });
  else fit(frame, false);
}

/** Fit the events that the clock counts, or all of them where it counts none. */
function fit(frame, animate = wantsMotion()) {
  const { model, mask, view } = frame;
  const counted = eventsBetween(model, mask, ...clockRange(view.clock, model.firstDay));
  const price = frame.map.getSize().x < PHONE ? 0.16 : 0.1;
  const box =
    denseBounds(model.places, placeWeights(model, counted), price) ??
    denseBounds(model.places, placeWeights(model, mask.keys()), price);
  if (box) fitBox(frame, box, animate);
}

function placeWeights(model, events) {
  const weights = new Int32Array(model.places.length);
  for (const index of events) if (model.place[index] >= 0) weights[model.place[index]] += 1;
  return weights;
}

function fitBox({ map, view }, { south, west, north, east }, animate) {
  const options = {
    paddingTopLeft: [PADDING, PADDING],
    paddingBottomRight: [PADDING, PADDING + (view.inset?.bottom ?? 0)],
    maxZoom: CLOSEST,
    animate,
  };
  map.fitBounds([[south, west], [north, east]], options);
}

/** Bring a place, an event's place or bounds into the view; what is in view already stays. */
function fly(frame, message) {
  const { map, model } = frame;
  const animate = wantsMotion();
  if (message.bounds) return fitBox(frame, message.bounds, animate);
  if (message.lat != null) return map.setView([message.lat, message.lng], message.zoom, { animate });
  const place = model?.places[placeOf(frame, message)];
  if (!place) return undefined;
  return map.panInside([place.latitude, place.longitude], {
    paddingTopLeft: [KEEP_CLEAR, KEEP_CLEAR],
    paddingBottomRight: [KEEP_CLEAR, KEEP_CLEAR + (frame.view.inset?.bottom ?? 0)],
    animate,
  });
}

function wantsMotion() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// --- the reader's hand on the map

function listenToMap(frame) {
  const { map, port } = frame;
  map.on("click", ({ containerPoint }) => select(frame, containerPoint));
  map.on("mousemove", ({ containerPoint }) => hover(frame, containerPoint));
  map.on("mouseout movestart", () => hover(frame, null));
  map.on("moveend", () => {
    port.send({ t: "moved", ...whereAbouts(map), hand: frame.hand });
    frame.hand = false;
  });
  const container = map.getContainer();
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(container);
  watchHand(frame, container);
  if (frame.isOwnPage) document.addEventListener("keydown", (event) => passKey(port, event));
}

const MOVING_KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-", "="]);

/** Tell the reader's own moves from those that follow a message or a change of size. */
function watchHand(frame, container) {
  const mark = () => {
    frame.hand = true;
  };
  frame.map.on("dragstart boxzoomstart", mark);
  for (const type of ["wheel", "dblclick", "touchmove"]) {
    container.addEventListener(type, mark, { passive: true });
  }
  container.addEventListener("keydown", ({ key }) => MOVING_KEYS.has(key) && mark());
  container.querySelector(".leaflet-control-zoom")?.addEventListener("click", mark);
}

const PASSED_KEYS = new Set([" ", "/", "[", "]", "?", "Escape", "1", "2", "3"]);

/** The page's own keys work while the map has the focus; arrows stay with the map. */
function passKey(port, event) {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  if (!PASSED_KEYS.has(key) || ctrlKey || metaKey) return;
  if (key === " " && target.closest?.("a, button")) return;
  event.preventDefault();
  port.send({ t: "key", key, shiftKey, altKey });
}

function whereAbouts(map) {
  const bounds = map.getBounds();
  const { lat, lng } = map.getCenter();
  return {
    bounds: {
      south: bounds.getSouth(),
      west: bounds.getWest(),
      north: bounds.getNorth(),
      east: bounds.getEast(),
    },
    lat,
    lng,
    zoom: map.getZoom(),
  };
}

function select(frame, point) {
  if (!frame.model) return;
  const place = placeAt(frame.events, point);
  frame.port.send({
    t: "select",
    place: place < 0 ? null : place,
    events: place < 0 ? [] : eventsAt(frame, place),
  });
}

/** Ids of the events that the clock shows at a place, in the order of their days. */
function eventsAt({ model, events }, place) {
  const { mask, clock } = events;
  const [from, to] = clockRange(clock, model.firstDay);
  const start = events.tally.count[place] ? from : from - (clock.trail ?? 0);
  return Array.from(eventsBetween(model, mask, start, to))
    .filter((index) => model.place[index] === place)
    .map((index) => model.ids[index]);
}

function hover(frame, point) {
  const { events, map, port, model } = frame;
  const place = point && model ? placeAt(events, point) : -1;
  map.getContainer().style.cursor = place >= 0 ? "pointer" : "";
  if (point) moveTooltip(frame, place, point);
  frame.tooltip.hidden = place < 0;
  if (place === events.hovered) return;
  updateEvents(events, { hovered: place });
  port.send({ t: "hover", place: place < 0 ? null : place });
}

function moveTooltip({ tooltip, model, events, view, map }, place, { x, y }) {
  if (place < 0) return;
  const count = events.tally.count[place];
  const words = count ? `${count} ${count === 1 ? "event" : "events"}` : "in the days before";
  tooltip.textContent = `${nameIn(model.places[place], view.naming)} · ${words}`;
  const room = map.getSize().x - 220;
  tooltip.style.left = `${Math.max(4, Math.min(x + 14, room))}px`;
  tooltip.style.top = `${Math.max(4, y - 34)}px`;
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
