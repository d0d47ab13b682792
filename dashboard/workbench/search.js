// Search: places by every name they have, events by their title, or "only what matches".

import { foldText } from "../time_map/core.js";
import { shortDay } from "./clock.js";
import { iconButton, make, replace } from "./dom.js";
import { icon } from "./glyphs.js";
import { say } from "./strings.js";

const MOST_PLACES = 5;
const MOST_EVENTS = 7;

export function makeSearch(app) {
  const input = make("input", {
    type: "search",
    class: "search-input",
    placeholder: say("head.search"),
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
    options = text
      ? findAll(
          app,
          text,
          () => finish(text),
          () => finish(""),
        )
      : [];
    active = -1;
    input.removeAttribute("aria-activedescendant");
    replace(results, ...options.map(({ node: row }) => row));
    if (text && options.length === 1)
      results.prepend(make("p", { class: "nothing" }, say("search.none", { text })));
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
    node: make(
      "div",
      { role: "option", class: "result", "aria-selected": "false", on: { click: run } },
      ...children,
    ),
  });
  return [
    ...places.map(({ index }) =>
      option(
        () => (clear(), app.selectPlace(index, true)),
        icon("target", 16),
        make("span", { class: "result-text" }, app.placeName(index)),
        make("span", { class: "result-kind" }, model.places[index].kind),
      ),
    ),
    ...events.map((index) =>
      option(
        () => (clear(), app.selectEvent(model.ids[index])),
        app.glyph(index),
        make("span", { class: "result-text" }, model.titles[index]),
        make("span", { class: "result-kind" }, shortDay(model.earliest[index])),
      ),
    ),
    option(
      filter,
      icon("filter", 16),
      make("span", { class: "result-text" }, say("search.filter", { text })),
    ),
  ];
}
