// The header: what this is, what is shown, search, link, theme, the other pages.

import { clockRange, dayText, foldText, intervalText } from "../time_map/core.js";
import { icon } from "./glyphs.js";
import { iconButton, make, replace, setText } from "./dom.js";
import { shortDay } from "./clock.js";
import { say, sayCount } from "./strings.js";

const MOST_PLACES = 5;
const MOST_EVENTS = 7;
const SHARED_FOR = 2500; // ms

export function makeHeader(app) {
  const { model } = app;
  const title = make("h1", { class: "title" }, model.title || say("app.name"));
  const readout = makeReadout(app);
  const search = makeSearch(app);
  const share = iconButton(icon("link"), say("head.share"), () => shareLink(app, share), { class: "share" });
  const theme = iconButton(icon("moon"), say("head.dark"), () => app.toggleTheme(), { class: "theme" });
  const help = iconButton(icon("help"), say("head.help"), () => app.openHelp(), { class: "help" });
  const node = make(
    "header",
    { class: "header" },
    make("div", { class: "brand" }, brandMark(), title),
    readout.node,
    search.node,
    makeMenu(make("nav", { class: "head-buttons" }, ...pageLinks(app), make("span", { class: "rule" }), share, theme, help)),
  );
  return {
    node,
    search,
    update(changed) {
      readout.update();
      if (changed.has("theme")) showTheme(theme, app.isDark());
      if (changed.has("filters")) search.update();
    },
  };
}

/** The buttons; on a phone they hang under one, and any choice closes them again. */
function makeMenu(buttons) {
  const opener = iconButton(icon("more"), say("head.menu"), () => show(!node.classList.contains("open")), { class: "menu-opener", "aria-expanded": "false" });
  const node = make("div", { class: "menu" }, opener, buttons);
  function show(open) {
    node.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  }
  buttons.addEventListener("click", () => show(false));
  node.addEventListener("focusout", (event) => node.contains(event.relatedTarget) || show(false));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !node.classList.contains("open")) return;
    show(false);
    opener.focus();
    event.stopPropagation();
  });
  return node;
}

function brandMark() {
  const mark = make("span", { class: "mark", "aria-hidden": "true" });
  mark.append(make("i"), make("i"), make("i"));
  return mark;
}

function pageLinks({ host }) {
  const pages = host.links ?? {};
  return ["documents", "methods"]
    .filter((page) => pages[page])
    .map((page) =>
      make("a", { class: "button page-link", href: pages[page], "data-page": page }, icon(page === "methods" ? "methods" : "document"), make("span", {}, say(`head.${page}`))),
    );
}

function showTheme(button, dark) {
  replace(button, icon(dark ? "sun" : "moon"));
  const label = say(dark ? "head.light" : "head.dark");
  button.title = label;
  button.setAttribute("aria-label", label);
}

async function shareLink(app, button) {
  const address = app.host.address();
  try {
    await navigator.clipboard.writeText(address);
    app.toast(say("head.shared"));
  } catch {
    app.toast(say("head.share_failed", { address }));
  }
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), SHARED_FOR);
}

/** "Fri 9 Oct 2020 · day 13 · 14 events in 6 places, 27 reports"; also the phone's sheet shows one. */
export function makeReadout(app) {
  const when = make("strong", { class: "when" });
  const number = make("span", { class: "number" });
  const what = make("span", { class: "what" });
  const reports = make("span", { class: "reports" });
  const node = make("p", { class: "readout" }, when, number, make("span", { class: "counts" }, what, reports));
  return {
    node,
    update() {
      const { events, places, reports: told } = app.selection.tally();
      setText(when, clockText(app.store.state.clock, app.model));
      setText(number, dayNumber(app));
      setText(what, events ? say("read.in", { events: sayCount("read.event", events), places: sayCount("read.place", places) }) : say("read.no_events"));
      setText(reports, events ? `, ${sayCount("read.report", told)}` : "");
    },
  };
}

/** The day, or both ends of the period: "27 Sep – 9 Oct 2020". */
export function clockText(clock, model) {
  const [from, to] = clockRange(clock, model.firstDay);
  return from === to ? dayText(to) : intervalText(from, to);
}

// Days are numbered from the first day of the opening view, as long as its stretch lasts.
function dayNumber({ opening, store }) {
  const { day } = store.state.clock;
  const first = opening.start ?? opening.day;
  return day >= first && day <= opening.day ? say("read.day", { number: day - first + 1 }) : "";
}

function makeSearch(app) {
  const input = make("input", {
    type: "search", class: "search-input", placeholder: say("head.search"), "aria-label": say("head.search"),
    role: "combobox", "aria-expanded": "false", "aria-controls": "search-results", "aria-autocomplete": "list",
    autocomplete: "off", spellcheck: "false", maxlength: "100",
  });
  const results = make("div", { class: "search-results", id: "search-results", role: "listbox", hidden: true });
  const opener = iconButton(icon("search"), say("head.search"), () => open(), { class: "search-opener" });
  const closer = iconButton(icon("close"), say("search.clear"), () => finish(""), { class: "search-closer" });
  const node = make("div", { class: "search", role: "search" }, opener, make("div", { class: "search-box" }, icon("search"), input, make("kbd", { "aria-hidden": "true" }, "/"), closer), results);
  let options = [];
  let active = -1;

  function open() {
    node.classList.add("open");
    input.focus();
    input.select();
  }
  function close() {
    node.classList.remove("open");
    results.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function finish(text) {
    input.value = text;
    app.filter({ text: text.trim() });
    close();
    input.blur();
  }
  function list() {
    const text = input.value.trim();
    options = text ? findAll(app, text, () => finish(text), () => finish("")) : [];
    active = -1;
    input.removeAttribute("aria-activedescendant");
    replace(results, ...options.map(({ node: row }) => row));
    if (text && options.length === 1) results.prepend(make("p", { class: "nothing" }, say("search.none", { text })));
    results.hidden = !text;
    input.setAttribute("aria-expanded", String(Boolean(text)));
  }
  function choose(step) {
    if (!options.length) return;
    active = (active + step + options.length) % options.length;
    options.forEach(({ node: row }, at) => {
      row.setAttribute("aria-selected", String(at === active));
      row.id = `search-${at}`;
    });
    input.setAttribute("aria-activedescendant", `search-${active}`);
    options[active].node.scrollIntoView({ block: "nearest" });
  }
  input.addEventListener("input", list);
  input.addEventListener("focus", () => {
    node.classList.add("open");
    list();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(1);
    else if (event.key === "ArrowUp") choose(-1);
    else if (event.key === "Enter") active >= 0 ? options[active].run() : finish(input.value);
    else if (event.key === "Escape") input.value && !results.hidden ? close() : finish("");
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  node.addEventListener("focusout", (event) => {
    if (!node.contains(event.relatedTarget)) close();
  });
  results.addEventListener("pointerdown", (event) => event.preventDefault());
  return { node, open, update: () => (input.value = app.store.state.filters.text) };
}

/** Options {node, run} of a search: places by any of their names, events by title, and "only these". */
function findAll(app, text, filter, clear) {
  const { model } = app;
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const matches = (haystack) => words.every((word) => foldText(haystack).includes(word));
  const places = model.places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => matches([place.name, ...Object.values(place.names ?? {})].join(" ")))
    .slice(0, MOST_PLACES);
  const events = [];
  for (let index = 0; index < model.count && events.length < MOST_EVENTS; index += 1) {
    if (matches(model.titles[index])) events.push(index);
  }
  const option = (run, ...children) => ({
    run,
    node: make("div", { role: "option", class: "result", "aria-selected": "false", on: { click: run } }, ...children),
  });
  return [
    ...places.map(({ index }) =>
      option(() => (clear(), app.selectPlace(index, true)), icon("target", 16), make("span", { class: "result-text" }, app.placeName(index)), make("span", { class: "result-kind" }, model.places[index].kind)),
    ),
    ...events.map((index) =>
      option(() => (clear(), app.selectEvent(model.ids[index])), app.glyph(index), make("span", { class: "result-text" }, model.titles[index]), make("span", { class: "result-kind" }, shortDay(model.earliest[index]))),
    ),
    option(filter, icon("filter", 16), make("span", { class: "result-text" }, say("search.filter", { text }))),
  ];
}
