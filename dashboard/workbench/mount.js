// The workbench: header, filters, list and card, time bar, round a map that it talks to by messages.

import { clockRange, decodePayload, toponymOf, toponymsOfAll } from "../time_map/core.js";
import { makeCard } from "./card.js";
import { carriedState, keepsake, restore } from "./carry.js";
import { choices } from "./choices.js";
import { openingClock } from "./clock.js";
import { obey } from "./commands.js";
import { make, setText, throttled } from "./dom.js";
import { makeDownloads } from "./downloads.js";
import { makeEventList, whenText } from "./event_list.js";
import { makeRail } from "./filters.js";
import { glyph } from "./glyphs.js";
import { makeHeader } from "./header.js";
import { TOLD, hear, speakToMap, tellMap } from "./map_talk.js";
import { motion } from "./motion.js";
import { makeHelp, makeNotices, makePeek, mapButtons } from "./overlays.js";
import { correcting, makeLog, makeUndoBar } from "./corrected.js";
import { clockText } from "./readout.js";
import { knownText, makeSecondClock } from "./second_clock.js";
import { makeSelection, makeStore } from "./store.js";
import { languageAsked, remember } from "./languages.js";
import { language, say, sayCount, setLanguage } from "./strings.js";
import { unfolded } from "./story.js";
import { makeStoryPanel } from "./story_panel.js";
import { NO_STORY, isNoStep, storyTelling } from "./story_telling.js";
import { makeTimeBar } from "./time_bar.js";
import { textSearch } from "./text_search.js";
import { stateOf, strangers, wordsFromQuery } from "./words.js";

const SAY_EVERY = 1000; // ms between two things a screen reader hears
const PHONE = "(max-width: 700px)";
const MAP_PATIENCE = 8000; // ms until a map that says nothing is said to be missing
const NARROW = "(max-width: 1100px)";

/**
 * Draw the workbench into `root` (a shadow root or an element that has workbench.css).
 * host: {object: decoded payload, words: view of the address, channel: {post, listen}, commit(words),
 * ask(kind, body) -> Promise or null where nobody answers, searchTexts(text) -> Promise
 * of an answer as `text_search.py` gives it, detail(id) -> card|null, address(), links: {methods, documents, document(report)} or
 * null, notices: [text], ground: {address, opens} of a file of the project, or null, story: as `story.py`
 * gives it, readOnly: whether nothing may be changed, desk: what outlives new events of a correction
 * that is being written}. `old`: the app that stands there, whose place this one takes with the same
 * view, because its events were corrected. Returns {apply(words), refresh(), destroy()} and more.
 */
export function mountWorkbench(root, host, old = null) {
  setLanguage(old?.store.state.lang ?? languageAsked(host.words));
  const model = { ...decodePayload(host.object), naming: host.naming };
  const app = makeApp(root, host, model, old);
  const kept = old && keepsake(old.node);
  app.draw();
  old?.destroy();
  if (kept) restore(app.node, kept);
  if (kept?.log) app.openLog();
  if (old) app.focusWanted(old.wantsFocus());
  return app;
}

function makeApp(root, host, model, old) {
  const phone = matchMedia(PHONE);
  const narrow = matchMedia(NARROW);
  const night = matchMedia("(prefers-color-scheme: dark)");
  const store = makeStore(
    old ? carriedState(old, model) : openingState(host, model, narrow.matches),
  );
  const selection = makeSelection(model, store);
  const app = {
    host,
    model,
    store,
    selection,
    opening: openingClock(model),
    at: store.state.map,
    clicked: null, // the button that a pointer pressed last
    old,
    mayEdit: Boolean(host.ask) && host.readOnly === false,
    isDark: () => (store.state.theme ? store.state.theme === "dark" : night.matches),
    isPhone: () => phone.matches,
    glyph: (index) => glyph(model.categories[model.category[index]], 16),
    placeName: (place, event = -1) => nameOf(model, store.state.naming, place, event),
    whenText: (index) => whenText(model, index),
    detailOf: (id) => (id === null ? null : host.detail(id)),
  };
  Object.assign(app, motion(app), choices(app), textSearch(app), storyTelling(app), correcting(app));
  Object.assign(app, page(app, root, [phone, narrow, night]), languages(app, root));
  return app;
}

/** The reader's language; another is spoken by a page that takes the place of this one. */
function languages(app, root) {
  const { host, store } = app;
  const anew = () => {
    host.story = app.story;
    host.remounted(mountWorkbench(root, host, app));
  };
  return {
    namesLanguage: () => (/^(az|hy|ru)$/.test(store.state.naming) ? store.state.naming : "en"),
    speak(code) {
      remember(code);
      store.set({ lang: code });
      app.commit();
      if (code !== language()) anew();
    },
    speakAsAsked() {
      if ((store.state.lang ?? languageAsked({})) !== language()) anew();
    },
  };
}

function openingState(host, model, narrow) {
  return {
    ...stateOf(unfolded(host.words ?? {}, host.story ?? NO_STORY), model),
    playing: false,
    moving: false,
    speed: 1,
    axis: null,
    newest: true,
    rail: !narrow,
    panel: true,
    folded: false,
    sheet: "peek",
    bounds: null,
    dark: null,
    hovered: null,
    basemap: host.ground?.opens ? "own" : "bundled",
    groundFailed: null,
    scope: model.count ? "all" : "tray", // where nothing has a day, all is in the tray
    editing: null, // the event that is being corrected
    saved: null, // the correction made last: {ids, words}
  };
}

/** A place's name in a naming; as in the source, it is that of the event, or of most events. */
function nameOf(model, naming, place, event) {
  const { name, names = {} } = model.places[place];
  if (naming !== "source") return names[naming] || name;
  return (event >= 0 && toponymOf(model, event)) || toponymsOfAll(model)[place] || name;
}

/** The page itself: its parts, what redraws when, the map's messages, keys, theme, layout. */
function page(app, root, medias) {
  const { store, host, model } = app;
  const known = makeSecondClock(app);
  const tale = makeStoryPanel(app);
  const parts = {
    header: makeHeader(app),
    rail: makeRail(app),
    list: makeEventList(app),
    card: makeCard(app),
    bar: makeTimeBar(app, known),
    peek: makePeek(app),
    undo: makeUndoBar(app),
  };
  const notices =
    app.old?.notices ?? makeNotices([...(host.notices ?? []), ...linkNotices(host, model)]);
  const log = app.mayEdit ? makeLog(app) : null;
  const live = make("p", { class: "visually-hidden", role: "status", "aria-live": "polite" });
  const toast = make("p", { class: "toast", role: "status", hidden: true });
  const help = makeHelp();
  const downloads = host.ask ? makeDownloads(app) : null;
  const map = make("div", { class: "map-cell" }, ...mapButtons(app), ...known.onMap, tale.node, notices);
  const panel = make(
    "aside",
    { class: "panel", "aria-label": say("panel.events") },
    parts.peek.node,
    parts.list.node,
    parts.card.node,
  );
  const node = make(
    "div",
    { class: "workbench", lang: language() },
    parts.header.node,
    parts.rail.node,
    map,
    panel,
    parts.bar.node,
    live,
    toast,
    parts.undo.node,
    help.node,
    log?.node ?? "",
    known.menu,
    downloads?.node ?? "",
  );
  const speak = throttled(
    () =>
      setText(
        live,
        [
          clockText(store.state.clock, model),
          store.state.known === null ? "" : knownText(store.state),
          sayCount("read.event", app.selection.tally().events),
        ]
          .filter(Boolean)
          .join(", "),
      ),
    SAY_EVERY,
  );
  let pending = new Set();
  let frame = 0;
  let waiting = 0;
  let wanted = null; // the part that is to have the focus
  const stops = [() => clearTimeout(waiting)];

  function changed(keys, state) {
    if (TOLD.some((key) => keys.has(key))) tellMap(app);
    for (const key of keys) pending.add(key);
    if (LAYOUT.some((key) => keys.has(key))) layOut(node, app);
    frame ||= requestAnimationFrame(draw);
    if (["clock", "filters", "known"].some((key) => keys.has(key))) speak();
  }
  function draw() {
    const keys = pending;
    pending = new Set();
    frame = 0;
    const { bar, header, list, card, peek, rail, undo } = parts;
    for (const part of [known, tale, bar, header, list, card, peek, rail, undo]) part.update(keys);
  }
  // Once it is drawn; an app that takes this one's place before has it from `wantsFocus`.
  function focusDrawn(part) {
    wanted = part;
    queueMicrotask(() =>
      requestAnimationFrame(() => {
        if (wanted) parts[wanted].focus();
        wanted = null;
      }),
    );
  }
  function listen(target, type, listener, options) {
    target.addEventListener(type, listener, options);
    stops.push(() => target.removeEventListener(type, listener, options));
  }
  return {
    node,
    notices,
    draw() {
      root.append(node);
      layOut(node, app);
      stops.push(
        store.listen(changed),
        host.channel.listen((message) => hear(app, message)),
        app.followTexts(),
      );
      listen(document, "keydown", (event) => obey(app, event));
      listen(node, "focusin", () => (app.clicked = null));
      listen(node, "click", (event) => {
        if (event.detail) app.clicked = event.target.closest("button"); // 0: a key pressed it
      });
      for (const media of medias)
        listen(
          media,
          "change",
          () => (
            layOut(node, app),
            pending.add("dark"),
            tellMap(app),
            (frame ||= requestAnimationFrame(draw))
          ),
        );
      pending = new Set([...Object.keys(store.state), "dark"]);
      draw();
      host.spoken?.(language());
      speakToMap(app);
      if (app.old) host.sendData();
      else {
        host.channel.post({ t: "hello" }); // a map that is there already says so again
        waiting = setTimeout(() => app.toast(say("app.no_map")), MAP_PATIENCE);
      }
      app.old = null; // or every app would keep the one before it
      tellMap(app);
      stops.push(host.placeMap?.(map) ?? (() => {}));
    },
    mapIsThere: () => clearTimeout(waiting),
    mapHasDrawn: () => (node.dataset.map = "drawn"),
    apply(words) {
      const next = stateOf(app.unfold(words), model);
      store.set({ ...next, theme: next.theme ?? store.state.theme });
      app.showAxis(clockRange(next.clock, model.firstDay));
      if (next.map) host.channel.post({ t: "fly", ...next.map });
      app.speakAsAsked();
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
    toggleKnownMenu: () => known.toggle(),
    openHelp: () => help.open(),
    openDownloads: () => downloads.open(),
    openLog: () => log?.open(),
    isLogOpen: () => log?.node.open ?? false,
    focusList: () => focusDrawn("list"),
    closeHelp: () => help.close(),
    isHelpOpen: () => help.isOpen(),
    openSearch: () => parts.header.search.open(),
    showAxis: (days) => parts.bar.chart.reveal(days),
    drawStory() {
      tale.update(new Set(["story"]));
      tellMap(app);
    },
    storyHeight: () => tale.size().height,
    storyWidth: () => tale.size().width,
    zoomAxis: (factor) => parts.bar.chart.zoom(factor),
    focusCard: () => focusDrawn("card"),
    focusWanted: (part) => part && focusDrawn(part),
    wantsFocus: () => wanted,
    toast(text) {
      setText(toast, text);
      toast.hidden = false;
      clearTimeout(toast.timer);
      toast.timer = setTimeout(() => (toast.hidden = true), 4000);
    },
  };
}

/** That a word of the address means nothing here: an old link, or a mangled one. */
function linkNotices(host, model) {
  const { search, hash } = new URL(host.address());
  const words = wordsFromQuery(search || hash.slice(1));
  const lines = strangers(words, model);
  if (isNoStep(words, host.story ?? NO_STORY)) lines.push(`story=${words.story[0]}`);
  return lines.length ? [{ key: "link", lines }] : [];
}

const LAYOUT = ["story", "theme", "rail", "panel", "folded", "sheet", "selected", "moving", "playing"];

function layOut(node, app) {
  const { rail, panel, folded, sheet, selected, moving } = app.store.state;
  node.dataset.theme = app.isDark() ? "dark" : "light";
  node.classList.toggle("rail-closed", !rail);
  node.classList.toggle("panel-closed", !panel);
  node.classList.toggle("bar-folded", folded);
  node.classList.toggle("in-story", app.store.state.story !== null);
  node.classList.toggle("moving", moving);
  node.classList.toggle("has-card", selected.event !== null);
  node.dataset.sheet = sheet;
  app.host.themed?.(app.isDark());
}
