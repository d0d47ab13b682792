// Names on the map: of places with events first, then of the basemap's, in the chosen naming.

import { addCanvasPane } from "./canvas_pane.js";
import { reachShown } from "./event_layer.js";
import { layoutLabels, leadEnd } from "./label_layout.js";
import { toponymsOfAll, toponymsShown } from "./toponyms.js";
import { pixelsOfKm, unitX, unitY } from "./projection.js";
import { themeOf } from "./theme.js";

const REST_MS = 140; // names are laid out anew when nothing has moved for this long
const PHONE = 640;
// At rest no symbol lies where a name does, and no line may cross a name out; while symbols move
// the names stay behind, and under them.
const [UNDER, OVER] = [440, 460];
const FAMILY = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Armenian', sans-serif";
const FONTS = {
  event: `600 13px ${FAMILY}`,
  place: `400 12px ${FAMILY}`,
  country: `500 12px ${FAMILY}`,
  region: `500 11px ${FAMILY}`,
  water: `italic 400 11px ${FAMILY}`,
};

/** The layer; `events` is the event layer whose symbols the names keep clear of. */
export function addLabelLayer(map, events) {
  const layer = {
    map,
    events,
    rows: [],
    naming: "both",
    dark: false,
    shown: true,
    sides: new Map(),
    widths: new Map(),
    timer: 0,
    placed: [],
    level: OVER,
  };
  layer.pane = addCanvasPane(map, {
    name: "labels",
    zIndex: OVER,
    margin: 64,
    paint: (context, view) => paint(layer, context, view),
  });
  return layer;
}

/**
 * Names of the basemap, the more important first at equal `min_zoom`: rows {kind, names, latitude,
 * longitude, min_zoom, max_zoom}.
 */
export function setLabels(layer, rows) {
  layer.rows = rows
    .map((row, index) => ({
      ...row,
      key: `row ${index}`,
      name: row.names.en,
      style: STYLE_OF_KIND[row.kind] ?? "place",
      rank: (RANK_OF_KIND[row.kind] ?? 0.5) + row.min_zoom,
      unitX: unitX(row.longitude),
      unitY: unitY(row.latitude),
    }))
    .sort((one, other) => one.rank - other.rank);
  layer.pane.invalidate();
}

const STYLE_OF_KIND = { country: "country", region: "region", sea: "water", lake: "water" };
const RANK_OF_KIND = { country: -2, region: -2, sea: -1, capital: -1.5, lake: 0 };

export function updateLabels(layer, changes) {
  Object.assign(layer, changes);
  restLabels(layer);
}

/** Lay the names out once nothing has moved for a moment. */
export function restLabels(layer) {
  stack(layer, UNDER);
  clearTimeout(layer.timer);
  layer.timer = setTimeout(() => layer.pane.invalidate(), REST_MS);
}

/** A place's name in the naming: "both", "source", "en", "az", "hy", "ru". */
export function nameIn({ name, names = {} }, naming) {
  return names[naming === "source" ? "" : naming] || name;
}

/** A place of the model by its index; "source": as most of the shown events name it. */
export function placeNameIn({ naming, events }, place) {
  const { model, mask, clock } = events;
  if (naming !== "source") return nameIn(model.places[place], naming);
  if (events.namedFor?.mask !== mask || events.namedFor.clock !== clock)
    events.namedFor = { mask, clock, names: toponymsShown(model, mask, clock) };
  return events.namedFor.names[place] ?? toponymsOfAll(model)[place] ?? model.places[place].name;
}

function stack(layer, level) {
  if (layer.level === level) return; // asked at every frame
  layer.level = level;
  layer.map.getPane("labels").style.zIndex = level;
}

function paint(layer, context, view) {
  stack(layer, OVER);
  layer.placed = [];
  if (!layer.shown) return;
  const { events, map, sides } = layer;
  const named = eventLabels(layer, context);
  const told = new Set(named.map(({ text }) => text)); // a region that has events is named by them
  const others = basemapLabels(layer, context, view).filter(({ text }) => !told.has(text));
  const wanted = [...named, ...others];
  const inner = map.getSize();
  const found = layoutLabels(wanted, symbolsTaken(events, view), {
    limit: inner.x < PHONE ? 12 : 25,
    width: inner.x,
    height: inner.y,
    covered: controlsOver(map.getContainer()),
    sides,
  });
  layer.placed = found.map(({ index, ...at }) => ({ ...wanted[index], ...at }));
  const theme = themeOf(layer.dark);
  for (const label of layer.placed) write(context, label, view, theme);
}

/** Where the map's own buttons and lines of text lie, a phone's sheet below them. */
function controlsOver(container) {
  const { left: x, top: y } = container.getBoundingClientRect();
  return Array.from(container.querySelectorAll(".leaflet-control"), (control) => {
    const { left, top, right, bottom } = control.getBoundingClientRect();
    return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
  });
}

function symbolsTaken(events, { margin }) {
  const { drawn } = events;
  return Array.from({ length: drawn.count }, (_, at) => ({
    x: drawn.x[at] - margin,
    y: drawn.y[at] - margin,
    reach: reachShown(events, at),
  }));
}

function eventLabels(layer, context) {
  const { events } = layer;
  const { drawn, model, selected, hovered } = events;
  const order = Array.from({ length: drawn.count }, (_, at) => at);
  const rank = (at) => {
    const place = drawn.place[at];
    if (place === selected || place === hovered) return 1e9;
    return drawn.reach[at];
  };
  const told = new Set(); // a town and its region of the same name are told once
  return order
    .sort((a, b) => rank(b) - rank(a))
    .filter((at) => told.size < told.add(placeNameIn(layer, drawn.place[at])).size)
    .slice(0, 60)
    .map((at, rank) => ({
      ...eventLabel(layer, context, model.places[drawn.place[at]], at),
      matters: rank < MOST_LED,
    }));
}

const MOST_LED = 6; // the largest symbols have their names even where it is crowded

function eventLabel(layer, context, place, at) {
  const { drawn, tally } = layer.events;
  const { margin } = layer.events.pane.view();
  const others = tally.members[drawn.place[at]] - 1;
  const text = placeNameIn(layer, drawn.place[at]) + (others > 0 ? ` +${others}` : "");
  return {
    opacity: 0.65 + 0.35 * tally.opacity[drawn.place[at]],
    ...measured(layer, context, text, "event"),
    key: place.id,
    x: drawn.x[at] - margin,
    y: drawn.y[at] - margin,
    reach: reachShown(layer.events, at),
  };
}

function basemapLabels(layer, context, view) {
  const { rows, naming, map, events } = layer;
  const size = map.getSize();
  const drawn = drawnPoints(events, view);
  return rows
    .filter((row) => row.min_zoom <= view.zoom + 0.01 && view.zoom < (row.max_zoom ?? 99))
    .map((row) => ({ row, ...pointOf(row, view) }))
    .filter(({ x, y }) => x > 0 && y > 0 && x < size.x && y < size.y)
    .filter(({ row, x, y }) => row.style !== "place" || !drawn.some((at) => isSame(at, x, y)))
    .slice(0, MOST_ROWS)
    .map(({ row, x, y }) => ({
      ...measured(layer, context, nameIn(row, naming), row.style),
      key: row.key,
      x,
      y,
      reach: row.style === "place" ? 3 : 0,
      centred: row.style !== "place",
      dot: row.style === "place",
    }));
}

const MOST_ROWS = 90;
const SAME_KM = 1.5; // a town this near to a place with events is that place: it has its name

function drawnPoints({ drawn, model }, view) {
  return Array.from({ length: drawn.count }, (_, at) => {
    const place = model.places[drawn.place[at]];
    const reach = Math.max(2, pixelsOfKm(SAME_KM, place.latitude, view.scale));
    return { ...pointOf({ unitX: unitX(place.longitude), unitY: unitY(place.latitude) }, view), reach };
  });
}

function isSame(at, x, y) {
  return Math.hypot(at.x - x, at.y - y) < at.reach;
}

function pointOf({ unitX: x, unitY: y }, { scale, left, top, margin }) {
  return { x: x * scale - left - margin, y: y * scale - top - margin };
}

function measured(layer, context, name, style) {
  const text = style === "country" ? name.toLocaleUpperCase() : name;
  const lines = linesOf(text, layer.map.getSize().x < PHONE);
  const width = Math.max(...lines.map((line) => widthOf(layer, context, line, style)));
  const lineHeight = style === "event" ? 16 : 14;
  return { text, lines, style, lineHeight, width: width + 2, height: lines.length * lineHeight };
}

/** On a phone a pair of names takes two lines. */
function linesOf(text, narrow) {
  const [first, second] = text.split(" / ");
  return narrow && second ? [`${first} /`, second] : [text];
}

function widthOf({ widths }, context, line, style) {
  const key = `${style} ${line}`;
  if (!widths.has(key)) {
    setFont(context, style);
    widths.set(key, context.measureText(line).width);
  }
  return widths.get(key);
}

function setFont(context, style) {
  context.font = FONTS[style];
  context.letterSpacing = style === "country" ? "1.5px" : "0px";
}

function write(context, label, { margin }, theme) {
  const { lines, lineHeight, style } = label;
  setFont(context, style);
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.globalAlpha = label.opacity ?? 1;
  context.lineWidth = 3;
  context.strokeStyle = style === "water" ? theme.water : theme.land;
  context.fillStyle = COLOURS[style](theme);
  if (label.led) lead(context, label, margin, theme);
  const x = label.left + margin + 1;
  lines.forEach((line, index) => {
    const y = label.top + margin + (index + 0.5) * lineHeight + 0.5;
    context.strokeText(line, x, y);
    context.fillText(line, x, y);
  });
  context.globalAlpha = 1;
  if (label.dot) townDot(context, label.x + margin, label.y + margin, theme);
}

/** A line from a symbol's edge to its name, where that stands apart. */
function lead(context, label, margin, theme) {
  const { x, y, reach, left, top, width, height } = label;
  const [toX, toY] = leadEnd(label, { left, top, right: left + width, bottom: top + height });
  const distance = Math.hypot(toX - x, toY - y);
  const start = reach / distance;
  context.beginPath();
  context.moveTo(margin + x + (toX - x) * start, margin + y + (toY - y) * start);
  context.lineTo(margin + toX, margin + toY);
  context.stroke();
  context.lineWidth = 1;
  context.strokeStyle = theme.strong;
  context.stroke();
  context.lineWidth = 3;
  context.strokeStyle = theme.land;
}

const COLOURS = {
  event: (theme) => theme.strong,
  place: (theme) => theme.label,
  country: (theme) => theme.label,
  region: (theme) => theme.label,
  water: (theme) => theme.waterLabel,
};

function townDot(context, x, y, theme) {
  context.beginPath();
  context.arc(x, y, 1.75, 0, 2 * Math.PI);
  context.fillStyle = theme.label;
  context.fill();
}
