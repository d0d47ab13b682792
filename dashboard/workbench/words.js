// The state <-> the words of the address, as dashboard/view.py understands them. Pure.

import { clockRange, isDated, isoDay, parseDay } from "../time_map/core.js";
import { MODES, WITH_CLOCK, makeClock, openingClock } from "./clock.js";

const LANGUAGES = ["en", "az", "hy", "ru"];
const NAMINGS = ["both", "source", "en", "az", "hy", "ru"];

/** {key: [values]} of what the reader has chosen; the opening view and no filters give {}. */
export function wordsOf(state, model) {
  const { filters, selected, naming, theme, map, known } = state;
  const said = {
    ...clockWords(state.clock, model),
    cat: joined(filters.categories, model.categories),
    status: joined(filters.statuses, model.statuses),
    outlet: names(filters.outlets, model.outlets),
    place: names(
      filters.places,
      model.places.map(({ id }) => id),
    ),
    actor: names(filters.actors, model.actorNames),
    conf: one(filters.minConfidence || null),
    known: one(typeof known === "number" ? isoDay(known) : known),
    q: one(filters.text || null),
    event: one(selected.event),
    lat: one(map?.lat?.toFixed(4)),
    lng: one(map?.lng?.toFixed(4)),
    z: one(map?.zoom),
    layer: one(state.control ? "control" : null),
    names: one(naming === usual(model) ? null : naming),
    theme: one(theme),
    lang: one(state.lang),
    story: one(state.story || null),
  };
  return Object.fromEntries(Object.entries(said).filter(([, values]) => values.length));
}

// How the project names places where the reader has not said.
function usual({ naming = "both" }) {
  return naming;
}

function clockWords(clock, model) {
  if (sameClock(clock, openingClock(model))) return {};
  const [from, to] = clockRange(clock, model.firstDay);
  if (clock.mode === "day") return { mode: ["day"], day: [isoDay(to)] };
  return { mode: [clock.mode], from: [isoDay(from)], to: [isoDay(to)] };
}

export function sameClock(one, other) {
  return one.mode === other.mode && String(clockRange(one, 0)) === String(clockRange(other, 0));
}

/** The state that an address asks for; what it leaves out is as at the opening. */
export function stateOf(words, model) {
  const read = (key) => words[key]?.[0] ?? null;
  const event = read("event");
  const index = event === null ? -1 : model.ids.indexOf(event);
  return {
    clock: readClock(words, model, index),
    filters: {
      categories: indexes(read("cat")?.split(","), model.categories),
      statuses: indexes(read("status")?.split(","), model.statuses),
      outlets: indexes(words.outlet, model.outlets),
      places: indexes(
        words.place,
        model.places.map(({ id }) => id),
      ),
      actors: indexes(words.actor, model.actorNames),
      minConfidence: number(read("conf"), 0, 100) ?? 0,
      text: read("q") ?? "",
      bounds: null,
    },
    known: read("known") === WITH_CLOCK ? WITH_CLOCK : parseDay(read("known")),
    selected: { event: index < 0 ? null : event, place: null },
    naming: NAMINGS.includes(read("names")) ? read("names") : usual(model),
    theme: ["light", "dark"].includes(read("theme")) ? read("theme") : null,
    control: read("layer") === "control",
    map: readMap(read("lat"), read("lng"), read("z")),
    lang: LANGUAGES.includes(read("lang")) ? read("lang") : null,
    story: number(read("story"), 1, 999),
  };
}

const OTHER = ["page", "doc", "at"]; // words of the other pages, which the way back keeps

/**
 * What of an address means nothing here, as "key=value": an unknown key, a day that is none, an
 * event that is not among these. Such words are left out, and the reader is told.
 */
export function strangers(words, model) {
  const readers = readersOf(model);
  return Object.entries(words).flatMap(([key, values]) => {
    if (OTHER.includes(key)) return [];
    const read = readers[key];
    return values.filter((value) => value !== "" && !read?.(value)).map((value) => `${key}=${value}`);
  });
}

function readersOf(model) {
  const listed = (list) => (value) => list.includes(value);
  const codes = (list) => (value) => value.split(",").every((code) => list.includes(code));
  const day = (value) => parseDay(value) !== null;
  const between = (low, high) => (value) => Number(value) >= low && Number(value) <= high;
  return {
    mode: listed(MODES),
    day,
    from: day,
    to: day,
    cat: codes(model.categories),
    status: codes(model.statuses),
    outlet: listed(model.outlets),
    place: (value) => model.places.some(({ id }) => id === value),
    actor: listed(model.actorNames),
    conf: between(0, 100),
    known: (value) => value === WITH_CLOCK || day(value),
    q: () => true,
    event: listed(model.ids),
    lat: between(-90, 90),
    lng: between(-540, 540),
    z: between(0, 22),
    layer: listed(["control"]),
    names: listed(NAMINGS),
    theme: listed(["light", "dark"]),
    lang: listed(LANGUAGES),
    story: between(1, 999),
  };
}

// A link to one event moves the clock to it unless the link says when.
function readClock(words, model, event) {
  const opening = openingClock(model);
  const mode = MODES.includes(words.mode?.[0]) ? words.mode[0] : null;
  const day = parseDay(words.day?.[0]);
  const to = parseDay(words.to?.[0]) ?? day;
  const from = parseDay(words.from?.[0]) ?? day;
  if (to === null && from === null) {
    const dated = event >= 0 && isDated(model, event);
    return dated ? clockAt(opening, model, event) : opening;
  }
  const [start, end] = clockRange(opening, model.firstDay);
  if (mode === "day") return makeClock("day", to ?? from, to ?? from);
  return makeClock(
    mode ?? (day === null ? "window" : "day"),
    from ?? Math.min(start, to),
    to ?? Math.max(end, from),
  );
}

function clockAt(opening, model, event) {
  const [start, end] = clockRange(opening, model.firstDay);
  const day = model.earliest[event];
  if (day >= start && day <= end) return makeClock("since", start, day);
  return makeClock("window", day, Math.max(day, model.latest[event]));
}

function readMap(lat, lng, zoom) {
  const at = { lat: number(lat, -90, 90), lng: number(lng, -540, 540), zoom: number(zoom, 0, 22) };
  return at.lat === null || at.lng === null ? null : at;
}

/** The number that a word says, if it is one within these bounds; else null. */
function number(word, low, high) {
  if (word === null || word.trim() === "") return null;
  const value = Number(word);
  return value >= low && value <= high ? value : null;
}

function one(value) {
  return value === null || value === undefined || value === "" ? [] : [String(value)];
}

function names(chosen, list) {
  return chosen ? [...chosen].sort((a, b) => a - b).map((index) => list[index]) : [];
}

function joined(chosen, list) {
  return chosen && chosen.size ? [names(chosen, list).join(",")] : [];
}

function indexes(values, list) {
  const found = new Set(
    (values ?? []).map((value) => list.indexOf(value)).filter((index) => index >= 0),
  );
  return found.size ? found : null;
}

/** "?a=b&c=d" without its question mark; keys in the order given. */
export function queryOf(words) {
  const query = new URLSearchParams();
  for (const [key, values] of Object.entries(words))
    for (const value of values) query.append(key, value);
  return query.toString();
}

export function wordsFromQuery(query) {
  const words = {};
  for (const [key, value] of new URLSearchParams(query)) (words[key] ??= []).push(value);
  return words;
}
