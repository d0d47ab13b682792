// Search: places by every name they have, events by their title, the words of the texts, or "only
// what matches".

import { applyFilters, foldText, holdsAll, isDated, termsOf } from "../time_map/core.js";
import { shortDay } from "./clock.js";
import { debounced, iconButton, make, replace, unpressed } from "./dom.js";
import { passageOptions, textsHead } from "./found_texts.js";
import { icon } from "./glyphs.js";
import { OF_TEXTS, say, sayCount, term } from "./strings.js";

const MOST_PLACES = 5;
const MOST_EVENTS = 7;
const PAUSE = 200; // ms without a key until the texts are searched
const SHORTEST = 2; // letters of a search in them

export function makeSearch(app) {
  const input = make("input", {
    type: "search",
    class: "search-input",
    placeholder: say("head.search_short"),
    title: say("head.search"),
    "aria-label": say("head.search"),
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": "search-results",
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "100",
  });
  const results = make("div", {
    class: "search-results",
    id: "search-results",
    role: "listbox",
    hidden: true,
  });
  const opener = iconButton(icon("search"), say("head.search"), () => open(), {
    class: "search-opener",
  });
  const closer = iconButton(icon("close"), say("search.clear"), () => finish(""), {
    class: "search-closer",
  });
  const node = make(
    "div",
    { class: "search", role: "search" },
    opener,
    make(
      "div",
      { class: "search-box" },
      icon("search"),
      input,
      make("kbd", { "aria-hidden": "true" }, "/"),
      closer,
    ),
    results,
  );
  const redraw = unpressed(results);
  let options = [];
  let active = -1;
  let texts = null; // {text, answer or error} of the last search in the texts

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
    app.filterText(text.trim());
    close();
    input.blur();
  }
  function list() {
    const text = input.value.trim();
    active = -1;
    show(text);
    if (text.length >= SHORTEST && texts?.text !== text) searchTexts();
  }
  const searchTexts = debounced(async () => {
    const text = input.value.trim();
    if (text.length < SHORTEST) return;
    texts = await app.findTexts(text).then(
      (answer) => ({ text, answer }),
      (error) => ({ text, error }),
    );
    redraw(() => input.value.trim() === text && !results.hidden && show(text));
  }, PAUSE);
  function show(text) {
    const reached = options[active]?.key; // an answer that comes late must not move the reader
    const sections = text ? findAll(app, text, texts?.text === text ? texts : null, finish) : [];
    options = sections.flatMap((section) => section.options);
    active = options.findIndex(({ key }) => key !== undefined && key === reached);
    replace(results, ...sections.flatMap(({ head, options: rows }) => [head, ...rows.map(nodeOf)]));
    results.hidden = !text;
    input.setAttribute("aria-expanded", String(Boolean(text)));
    mark();
  }
  function mark() {
    options.forEach(({ node: row }, at) => {
      row.setAttribute("aria-selected", String(at === active));
      row.id = `search-${at}`;
    });
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `search-${active}`);
  }
  function choose(step) {
    if (!options.length) return;
    active = active < 0 && step < 0 ? options.length - 1 : active + step;
    active = (active + options.length) % options.length;
    mark();
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

const nodeOf = ({ node }) => node;

/**
 * The sections {head, options: [{key, node, run}]} of a search: places by any of their names, events
 * by title, passages of the texts once they are known, and "only these".
 */
function findAll(app, text, texts, finish) {
  const terms = termsOf(text);
  const matches = (haystack) => holdsAll(terms, foldText(haystack).replace(/ +/g, " "));
  const places = placesFound(app, text, matches, finish);
  const events = eventsFound(app, text, matches, finish);
  const passages = passageOptions(app, texts, option, () => finish(""));
  const only = texts?.answer ? eventCount(app, text) : null;
  const filter = option(
    "only",
    () => finish(text),
    icon("filter", 16),
    make("span", { class: "result-text" }, say("search.filter", { text })),
    only === null ? null : make("span", { class: "result-kind" }, sayCount("read.event", only)),
  );
  filter.node.classList.add("result-only");
  const none = !places.length && !events.length && !passages.length && texts !== null;
  return [
    { head: none && make("p", { class: "nothing" }, say("search.none", { text })), options: places },
    { head: null, options: events },
    { head: none ? null : textsHead(app, text.length >= SHORTEST, texts), options: passages },
    { head: null, options: [filter] },
  ];
}

function placesFound(app, text, matches, finish) {
  const { places } = app.model;
  const total = app.selection.total("place");
  const wanted = foldText(text);
  // A place of this very name first, then those with most events.
  const rank = ({ place, index }) =>
    (listOfNames(place).some((name) => foldText(name) === wanted) ? 1e9 : 0) + total[index];
  return places
    .map((place, index) => ({ place, index }))
    .filter(({ place }) => matches(allNames(place)))
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, MOST_PLACES)
    .map(({ place, index }) =>
      option(
        `place ${place.id}`,
        () => (finish(""), app.selectPlace(index, true)),
        icon("target", 16),
        make("span", { class: "result-text" }, app.placeName(index)),
        make("span", { class: "result-kind" }, term("kind", place.kind)),
      ),
    );
}

/** Every name that a search finds a place by. */
export function allNames(place) {
  return listOfNames(place).join(" ");
}

function listOfNames({ name, names = {}, also = [] }) {
  return [name, ...Object.values(names), ...also];
}

function eventsFound(app, text, matches, finish) {
  const { model } = app;
  const mask = applyFilters(model, { text });
  const events = [];
  for (let index = 0; index < mask.length && events.length < MOST_EVENTS; index += 1) {
    if (mask[index] && matches(model.titles[index])) events.push(index);
  }
  return events.map((index) =>
    option(
      `event ${model.ids[index]}`,
      () => (finish(""), app.selectEvent(model.ids[index])),
      app.glyph(index),
      make("span", { class: "result-text", lang: OF_TEXTS }, model.titles[index]),
      make("span", { class: "result-kind" }, dayOf(app, index)),
    ),
  );
}

function dayOf({ model, whenText }, index) {
  return isDated(model, index) ? shortDay(model.earliest[index]) : whenText(index);
}

/** How many events "only these" keeps of all the days, other filters apart. */
function eventCount({ model, foundIn }, text) {
  return applyFilters(model, { text, found: foundIn(text) }).reduce((sum, bit) => sum + bit, 0);
}

function option(key, run, ...children) {
  return {
    key,
    run,
    node: make(
      "div",
      { role: "option", class: "result", "aria-selected": "false", on: { click: run } },
      ...children,
    ),
  };
}
