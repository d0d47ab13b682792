// The workbench: header, filters, list and card, time bar, round a map that it talks to by messages.

import { clockRange, decodePayload, nextDayWithEvents, packFilters } from "../time_map/core.js";
import { DAYS_A_SECOND, clamped, makeClock, nextToPlay, openingClock, resized, withDay, withMode } from "./clock.js";
import { makeCard } from "./card.js";
import { iconButton, make, replace, setText, throttled, debounced } from "./dom.js";
import { makeEventList, whenText } from "./event_list.js";
import { makeRail } from "./filters.js";
import { glyph, icon } from "./glyphs.js";
import { clockText, makeHeader, makeReadout } from "./header.js";
import { KEYS, commandOf } from "./keyboard.js";
import { NO_FILTERS, makeSelection, makeStore } from "./store.js";
import { say, sayCount } from "./strings.js";
import { makeTimeBar } from "./time_bar.js";
import { stateOf, wordsOf } from "./words.js";

const KEY_REST = 150; // ms after the last key before Python hears
const SAY_EVERY = 1000; // ms between two things a screen reader hears
const PHONE = "(max-width: 700px)";
const PEEK = 96; // px, as --peek of the style
const MAP_PATIENCE = 8000; // ms until a map that says nothing is said to be missing
const NARROW = "(max-width: 1100px)";

/**
 * Draw the workbench into `root` (a shadow root or an element that has workbench.css).
 * host: {object: decoded payload, words: view of the address, channel: {post, listen}, commit(words),
 * select(id), detail(id) -> card|null, address(), links: {methods, documents, document(report)} or
 * null, notices: [text]}. Returns {apply(words), refresh(), destroy()}.
 */
export function mountWorkbench(root, host) {
  const model = decodePayload(host.object);
  const app = makeApp(root, host, model);
  app.draw();
  return { apply: app.apply, refresh: app.refresh, destroy: app.destroy, store: app.store, model };
}

function makeApp(root, host, model) {
  const phone = matchMedia(PHONE);
  const narrow = matchMedia(NARROW);
  const night = matchMedia("(prefers-color-scheme: dark)");
  const store = makeStore(openingState(host, model, narrow.matches));
  const selection = makeSelection(model, store);
  const app = {
    host, model, store, selection, opening: openingClock(model), at: store.state.map,
    isDark: () => (store.state.theme ? store.state.theme === "dark" : night.matches),
    isPhone: () => phone.matches,
    glyph: (index) => glyph(model.categories[model.category[index]], 16),
    placeName: (index) => nameOf(model.places[index], store.state.naming),
    whenText: (index) => whenText(model, index),
    detailOf: (id) => (id === null ? null : host.detail(id)),
  };
  Object.assign(app, motion(app), choices(app), page(app, root, [phone, narrow, night]));
  return app;
}

function openingState(host, model, narrow) {
  return {
    ...stateOf(host.words ?? {}, model),
    playing: false, moving: false, speed: 1, axis: null, newest: true, rail: !narrow, panel: true,
    folded: false, sheet: "peek", bounds: null, dark: null, hovered: null, scope: "all",
  };
}

function nameOf({ name, names = {} }, naming) {
  return names[naming === "source" ? "en" : naming] ?? name;
}

/** Moving the clock: by hand, by key, by itself. Python hears when it rests. */
function motion(app) {
  const { model, store, selection } = app;
  const rest = debounced(() => commit(), KEY_REST);
  let frame = 0;
  let began = 0;
  let due = 0;
  const set = (clock) => store.set({ clock: clamped(clock, model) });
  const commit = () => app.host.commit(wordsOf(store.state, model));

  function play(time) {
    if (!store.state.playing) return;
    const wait = 1000 / (DAYS_A_SECOND * store.state.speed);
    if (!began || time - due > 4 * wait) due = time + (began ? 0 : wait);
    began ||= time;
    if (time >= due) {
      const day = nextToPlay(model, selection.mask(), store.state.clock);
      if (day === null) return pause();
      due += wait;
      set(withDay(store.state.clock, day));
    }
    frame = requestAnimationFrame(play);
  }
  function start() {
    if (nextToPlay(model, selection.mask(), store.state.clock) === null) set(rewound(app));
    began = 0;
    store.set({ playing: true });
    frame = requestAnimationFrame(play);
  }
  function pause() {
    cancelAnimationFrame(frame);
    if (!store.state.playing) return;
    store.set({ playing: false });
    commit();
  }
  return {
    commit,
    commitSoon: rest,
    isMoving: () => store.state.moving || store.state.playing,
    isDragging: () => store.state.moving,
    startMoving: () => {
      pause();
      store.set({ moving: true });
    },
    stopMoving: () => {
      store.set({ moving: false });
      commit();
    },
    togglePlay: () => (store.state.playing ? pause() : start()),
    pause,
    moveTo(clock) {
      set(clock);
      rest();
    },
    goTo: (day) => app.moveTo(withDay(store.state.clock, day)),
    step: (days) => app.moveTo(withDay(store.state.clock, store.state.clock.day + days)),
    stepBusy(direction) {
      const day = nextDayWithEvents(model, selection.mask(), store.state.clock.day, direction);
      if (day !== null) app.goTo(day);
    },
    /** The first (-1) or last (1) day that has an event; a count goes back to its own start. */
    goToEnd(direction) {
      const { clock } = store.state;
      if (direction < 0 && clock.mode === "since" && clock.day > clock.start) return app.goTo(clock.start);
      const beyond = direction < 0 ? model.firstDay - 1 : model.lastDay + 1;
      const day = nextDayWithEvents(model, selection.mask(), beyond, -direction);
      if (day !== null) app.goTo(day);
    },
    setMode: (mode) => app.moveTo(withMode(store.state.clock, mode, app.opening.start ?? model.firstDay)),
  };
}

// Playing again from the end begins where the opening view does.
function rewound({ opening, model, store: { state } }) {
  const first = opening.start ?? model.firstDay;
  if (state.clock.mode === "window") return makeClock("window", first, first + state.clock.window - 1);
  return makeClock(state.clock.mode, first, first);
}

/** Filters, selection, theme: what a click changes and the address keeps. */
function choices(app) {
  const { model, store, host } = app;
  const change = (part) => {
    store.set(part);
    app.commitSoon();
  };
  const select = (part) => change({ selected: { ...store.state.selected, ...part } });
  return {
    filter: (part) => change({ filters: { ...store.state.filters, ...part } }),
    clearFilters: () => change({ filters: { ...NO_FILTERS }, scope: "all", selected: { ...store.state.selected, place: null } }),
    filterCount: () => countFilters(store.state.filters),
    setScope(scope) {
      store.set({ scope, selected: { ...store.state.selected, place: null } });
      app.filter({ bounds: scope === "screen" ? store.state.bounds : null });
    },
    toggleTheme: () => change({ theme: app.isDark() ? "light" : "dark" }),
    selectEvent(id) {
      const index = id === null ? -1 : model.ids.indexOf(id);
      if (index >= 0) {
        showInTime(app, index);
        host.select(id);
        if (model.place[index] >= 0) host.channel.post({ t: "fly", event: id, place: model.place[index] });
        if (app.isPhone() && store.state.sheet === "peek") store.set({ sheet: "half" });
        store.set({ panel: true });
      }
      select({ event: index < 0 ? null : id });
      if (index >= 0) app.focusCard();
    },
    selectPlace(place, fly = false) {
      if (fly && place !== null) host.channel.post({ t: "fly", place });
      select({ place, event: null });
      store.set({ panel: true, sheet: app.isPhone() && place !== null ? "half" : store.state.sheet });
    },
    selectNext(step) {
      const events = app.selection.events();
      const at = events.findIndex((event) => model.ids[event] === store.state.selected.event);
      const next = events[at < 0 ? 0 : at + (store.state.newest ? -step : step)];
      if (next !== undefined) app.selectEvent(model.ids[next]);
    },
    flyToEvent: (index) => host.channel.post({ t: "fly", event: model.ids[index], place: model.place[index] }),
    hover: (place) => host.channel.post({ t: "hover", place: place < 0 ? null : place }),
  };
}

function countFilters(filters) {
  const sets = ["categories", "statuses", "outlets", "places", "actors"].filter((key) => filters[key]);
  return sets.length + (filters.minConfidence ? 1 : 0) + (filters.text ? 1 : 0);
}

/** Move the clock to an event that it does not count; a count keeps its start if it can. */
function showInTime({ store, model }, index) {
  const [from, to] = clockRange(store.state.clock, model.firstDay);
  if (model.earliest[index] <= to && model.latest[index] >= from) return;
  store.set({ clock: clamped(withDay(store.state.clock, model.latest[index]), model) });
}

/** The page itself: its parts, what redraws when, the map's messages, keys, theme, layout. */
function page(app, root, medias) {
  const { store, host, model } = app;
  const parts = {
    header: makeHeader(app), rail: makeRail(app), list: makeEventList(app), card: makeCard(app), bar: makeTimeBar(app),
    peek: makePeek(app), notices: makeNotices(host.notices ?? []),
  };
  const live = make("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  const toast = make("p", { class: "toast", role: "status", hidden: true });
  const help = makeHelp();
  const map = make("div", { class: "map-cell" }, ...mapButtons(app), parts.notices);
  const panel = make("aside", { class: "panel", "aria-label": say("panel.events") }, parts.peek.node, parts.list.node, parts.card.node);
  const node = make("div", { class: "workbench" }, parts.header.node, parts.rail.node, map, panel, parts.bar.node, live, toast, help.node);
  const speak = throttled(() => setText(live, `${clockText(store.state.clock, model)}, ${sayCount("read.event", app.selection.tally().events)}`), SAY_EVERY);
  let pending = new Set();
  let frame = 0;
  let waiting = 0;
  const stops = [() => clearTimeout(waiting)];

  function changed(keys, state) {
    if (TOLD.some((key) => keys.has(key))) tellMap(app);
    for (const key of keys) pending.add(key);
    if (LAYOUT.some((key) => keys.has(key))) layOut(node, app);
    frame ||= requestAnimationFrame(draw);
    if (keys.has("clock") || keys.has("filters")) speak();
  }
  function draw() {
    const keys = pending;
    pending = new Set();
    frame = 0;
    for (const part of [parts.bar, parts.header, parts.list, parts.card, parts.peek, parts.rail]) part.update(keys);
  }
  function listen(target, type, listener, options) {
    target.addEventListener(type, listener, options);
    stops.push(() => target.removeEventListener(type, listener, options));
  }
  return {
    draw() {
      root.append(node);
      layOut(node, app);
      stops.push(store.listen(changed), host.channel.listen((message) => hear(app, message)));
      listen(document, "keydown", (event) => obey(app, event, root));
      for (const media of medias) listen(media, "change", () => (layOut(node, app), pending.add("dark"), tellMap(app), (frame ||= requestAnimationFrame(draw))));
      pending = new Set([...Object.keys(store.state), "dark"]);
      draw();
      tellMap(app);
      host.placeMap?.(map);
      waiting = setTimeout(() => app.toast(say("app.no_map")), MAP_PATIENCE);
    },
    mapIsThere: () => clearTimeout(waiting),
    apply(words) {
      const next = stateOf(words, model);
      store.set({ ...next, theme: next.theme ?? store.state.theme });
      if (next.map) host.channel.post({ t: "fly", ...next.map });
      if (next.selected.event !== null) host.select(next.selected.event);
    },
    refresh: () => parts.card.update(),
    destroy() {
      app.pause();
      stops.forEach((stop) => stop());
      node.remove();
    },
    showFilters(open) {
      store.set({ rail: open });
    },
    showPanel: (open) => store.set({ panel: open }),
    openHelp: () => help.open(),
    closeHelp: () => help.close(),
    isHelpOpen: () => help.isOpen(),
    openSearch: () => parts.header.search.open(),
    zoomAxis: (factor) => parts.bar.chart.zoom(factor),
    focusCard: () => queueMicrotask(() => requestAnimationFrame(() => parts.card.focus())),
    toast(text) {
      setText(toast, text);
      toast.hidden = false;
      clearTimeout(toast.timer);
      toast.timer = setTimeout(() => (toast.hidden = true), 4000);
    },
  };
}

const TOLD = ["clock", "filters", "known", "selected", "naming", "theme", "sheet"];
const LAYOUT = ["theme", "rail", "panel", "folded", "sheet", "selected", "moving", "playing"];

function tellMap(app) {
  const { clock, filters, known, selected, naming } = app.store.state;
  const packed = packFilters(known === null ? filters : { ...filters, knownOn: known });
  app.host.channel.post({
    t: "view", clock, filters: packed, selected: { event: selected.event, place: placeShown(app) }, naming,
    dark: app.isDark(), at: app.at, inset: { bottom: sheetHeight(app) },
  });
}

// What of the map the phone's sheet covers; a full sheet covers all, which is no place to fit into.
function sheetHeight(app) {
  if (!app.isPhone()) return 0;
  return app.store.state.sheet === "peek" ? PEEK : Math.round(innerHeight / 2 - 20);
}

function placeShown({ store: { state }, model }) {
  if (state.selected.place !== null) return state.selected.place;
  const index = state.selected.event === null ? -1 : model.ids.indexOf(state.selected.event);
  return index >= 0 && model.place[index] >= 0 ? model.place[index] : null;
}

function layOut(node, app) {
  const { rail, panel, folded, sheet, selected, moving } = app.store.state;
  node.dataset.theme = app.isDark() ? "dark" : "light";
  node.classList.toggle("rail-closed", !rail);
  node.classList.toggle("panel-closed", !panel);
  node.classList.toggle("bar-folded", folded);
  node.classList.toggle("moving", moving);
  node.classList.toggle("has-card", selected.event !== null);
  node.dataset.sheet = sheet;
  app.host.themed?.(app.isDark());
}

/** What the map says: that it is there, what was clicked, where it was moved to. */
function hear(app, message) {
  const { store, host, model } = app;
  if (message.t === "ready") {
    app.mapIsThere();
    host.sendData();
    tellMap(app);
  } else if (message.t === "select") {
    if (message.place === null || message.place === undefined) app.selectPlace(null);
    else if (message.events?.length === 1) app.selectEvent(idOf(model, message.events[0]));
    else app.selectPlace(message.place);
  } else if (message.t === "moved") {
    store.set({ bounds: message.bounds });
    if (store.state.filters.bounds) store.set({ filters: { ...store.state.filters, bounds: message.bounds } });
    if (!message.hand) return; // it was fitted or flown to: nothing that a link must keep
    store.set({ map: { lat: message.lat, lng: message.lng, zoom: message.zoom } });
    app.commitSoon();
  } else if (message.t === "hover") {
    store.set({ hovered: message.place ?? null });
  } else if (message.t === "key") {
    run(app, commandOf(message, null));
  } else if (message.t === "error") {
    app.toast(say("app.error", { text: message.text }));
  }
}

function idOf(model, event) {
  return typeof event === "number" ? model.ids[event] : event;
}

function obey(app, event, root) {
  if (event.defaultPrevented) return;
  const command = commandOf(event, event.composedPath()[0]);
  if (command && run(app, command) !== false) event.preventDefault();
}

function run(app, command) {
  const { store } = app;
  switch (command?.name) {
    case "play": return app.togglePlay();
    case "step": return app.step(command.days);
    case "busy": return app.stepBusy(command.direction);
    case "first": return app.goToEnd(-1);
    case "last": return app.goToEnd(1);
    case "resize": return app.moveTo(resized(store.state.clock, command.days));
    case "mode": return app.setMode(command.mode);
    case "zoom": return app.zoomAxis(command.factor);
    case "search": return app.openSearch();
    case "help": return app.openHelp();
    case "escape": return escape(app);
    default: return false;
  }
}

// The innermost thing first: help, card, chosen place, raised sheet.
function escape(app) {
  const { store } = app;
  const { selected, sheet } = store.state;
  if (app.isHelpOpen()) return app.closeHelp();
  if (store.state.playing) return app.pause();
  if (selected.event !== null) return app.selectEvent(null);
  if (selected.place !== null) return app.selectPlace(null);
  if (app.isPhone() && sheet !== "peek") return store.set({ sheet: "peek" });
  return false;
}

function mapButtons(app) {
  const filters = iconButton(icon("filter"), say("rail.open"), () => app.showFilters(true), { class: "floating open-rail" });
  const list = iconButton(icon("list"), say("panel.unfold"), () => app.showPanel(true), { class: "floating open-panel" });
  const badge = make("span", { class: "badge", hidden: true });
  filters.append(badge);
  app.store.listen((changed) => {
    if (!changed.has("filters")) return;
    badge.hidden = !app.filterCount();
    setText(badge, String(app.filterCount()));
  });
  return [filters, list];
}

const SHEETS = ["peek", "half", "full"];

/** The handle of the phone's sheet: what is shown, and buttons to raise and lower it. */
function makePeek(app) {
  const { store } = app;
  const readout = makeReadout(app);
  const shift = (step) => store.set({ sheet: SHEETS[Math.max(0, Math.min(2, SHEETS.indexOf(store.state.sheet) + step))] });
  const raise = iconButton(icon("up", 22), say("panel.larger"), () => shift(1), {});
  const lower = iconButton(icon("down", 22), say("panel.smaller"), () => shift(-1), {});
  const node = make("div", { class: "peek" }, make("i", { class: "grabber", "aria-hidden": "true" }), readout.node, lower, raise);
  swipe(node, shift);
  return {
    node,
    update() {
      readout.update();
      raise.disabled = store.state.sheet === "full";
      lower.disabled = store.state.sheet === "peek";
    },
  };
}

function swipe(node, shift) {
  let from = null;
  node.addEventListener("pointerdown", (event) => (from = event.clientY));
  node.addEventListener("pointerup", (event) => {
    const way = from === null ? 0 : event.clientY - from;
    if (Math.abs(way) > 24) shift(way < 0 ? 1 : -1);
    from = null;
  });
}

function makeNotices(texts) {
  const list = make("div", { class: "notices" });
  for (const { title, lines = [] } of texts) {
    const note = make("details", { class: "notice" }, make("summary", {}, title), ...lines.map((line) => make("p", {}, line)));
    note.append(iconButton(icon("close", 16), say("notice.close"), () => note.remove(), { class: "notice-close" }));
    list.append(note);
  }
  return list;
}

function makeHelp() {
  const close = iconButton(icon("close"), say("help.close"), () => node.close());
  const node = make("dialog", { class: "help-panel", "aria-label": say("help.title") },
    make("div", { class: "panel-head" }, make("h2", {}, say("help.title")), make("span", { class: "grow" }), close),
    make("dl", { class: "keys" }, ...KEYS.flatMap(([keys, words]) => [make("dt", {}, ...keys.split(" ").map((key) => make("kbd", {}, key))), make("dd", {}, words)])),
    make("p", { class: "note" }, say("help.note")));
  node.addEventListener("click", (event) => event.target === node && node.close());
  return { node, open: () => node.open || node.showModal(), close: () => node.close(), isOpen: () => node.open };
}
