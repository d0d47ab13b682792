// The filter rail: a box a value with its count, and the legend.

import {
  PRECISIONS,
  fade,
  foldText,
  groupOf,
  symbolDiameter,
} from "../time_map/core.js";
import { makeLayers } from "./layers.js";
import { glyph, icon, precisionGlyph, statusGlyph } from "./glyphs.js";
import { allNames } from "./search.js";
import { iconButton, make, setAttribute, setText, throttled } from "./dom.js";
import { shortDay } from "./clock.js";
import { say, sayCount, term } from "./strings.js";

const LAYERS = ["naming", "basemap", "groundFailed", "control", "theme", "dark"];
const FEW = 6; // values of a long list shown before "more"
const COUNT_EVERY = 200; // ms, while scrubbing
const CONFIDENCES = [0, 50, 70, 85];

export function makeRail(app) {
  const sections = [
    makeFacet(app, "category", "categories", {
      values: app.model.categories,
      label: (code) => term("category", code),
      symbol: (code) => glyph(code),
      order: groupOf,
    }),
    makeFacet(app, "status", "statuses", {
      values: app.model.statuses,
      label: (code) => term("status", code),
      symbol: (code) => statusGlyph(code),
    }),
    makeFacet(app, "place", "places", {
      values: app.model.places.map((_, index) => index),
      label: (index) => app.placeName(index),
      find: (index) => allNames(app.model.places[index]),
      long: true,
    }),
    makeFacet(app, "outlet", "outlets", {
      values: app.model.outlets,
      label: (name) => name || "—",
      long: true,
    }),
    makeFacet(app, "actor", "actors", {
      values: app.model.actorNames,
      label: (name) => name,
      long: true,
    }),
  ].filter(Boolean);
  const confidence = makeConfidence(app);
  const clear = iconButton(icon("close", 14), "", () => app.clearFilters(), {
    text: say("rail.clear"),
    class: "small clear",
  });
  const legend = makeLegend(app);
  const layers = makeLayers(app);
  const done = make("button", {
    type: "button",
    class: "button primary done",
    on: { click: () => app.showFilters(false) },
  });
  const node = make(
    "aside",
    { class: "rail", "aria-label": say("rail.title") },
    make(
      "div",
      { class: "rail-head" },
      make("h2", {}, say("rail.title")),
      clear,
      iconButton(icon("sidebar"), say("rail.close"), () => app.showFilters(false), {
        class: "rail-fold",
      }),
    ),
    make(
      "div",
      { class: "rail-body" },
      ...sections.map((section) => section.node),
      confidence.node,
      layers.node,
    ),
    legend.node,
    make("div", { class: "rail-foot" }, done),
  );
  const count = throttled(() => {
    for (const section of sections) section.count();
    setText(
      done,
      say("rail.done", { events: sayCount("read.event", app.selection.tally().events) }),
    );
  }, COUNT_EVERY);
  return {
    node,
    update(changed) {
      if (changed.has("filters")) {
        for (const section of sections) section.show();
        confidence.show();
        clear.hidden = !app.filterCount();
      }
      if (changed.has("naming")) for (const section of sections) section.rename();
      if (LAYERS.some((key) => changed.has(key))) layers.show(changed);
      if (changed.has("clock") || changed.has("filters")) legend.show();
      if (changed.has("rail") && !app.store.state.rail) return;
      count();
    },
  };
}

/** One facet: `field` of the filters, `name` for its counts. Null where there is nothing to choose. */
function makeFacet(app, name, field, { values, label, symbol, order, find = label, long = false }) {
  const total = app.selection.total(name);
  const shown = values
    .map((value, index) => ({ value, index, total: total[index] }))
    .filter((entry) => entry.total > 0)
    .sort((a, b) => (long ? b.total - a.total : order ? order(a.value) - order(b.value) : 0));
  if (shown.length < 2) return null;
  const rows = shown.map((entry) =>
    makeRow(app, field, entry, { label, symbol, find }),
  );
  const list = make("ul", { class: "values" }, ...rows.map((row) => row.node));
  const clear = make(
    "button",
    {
      type: "button",
      class: "link clear-one",
      hidden: true,
      on: { click: () => app.filter({ [field]: null }) },
    },
    say("rail.clear_one"),
  );
  const narrow = long && shown.length > FEW ? makeNarrowing(rows) : null;
  const node = make(
    "details",
    { class: "facet", open: true },
    make(
      "summary",
      {},
      make("span", { class: "facet-name" }, say(`rail.${name}`)),
      icon("down", 14),
    ),
    clear,
    narrow?.find,
    list,
    narrow?.more,
  );
  return {
    node,
    show() {
      const chosen = app.store.state.filters[field];
      clear.hidden = !chosen;
      for (const row of rows) row.show(chosen);
      narrow?.keep();
    },
    rename() {
      for (const row of rows) row.rename();
    },
    count() {
      if (!node.open) return;
      const counts = app.selection.facet(name);
      for (const row of rows) row.count(counts[row.index]);
    },
  };
}

function makeRow(app, field, { value, index }, { label, symbol, find }) {
  const text = label(value);
  const box = make("input", { type: "checkbox", on: { change: () => toggle(app, field, index) } });
  const number = make("span", { class: "count" });
  const name = make("span", { class: "value-name", title: text }, text);
  const only = make(
    "button",
    {
      type: "button",
      class: "link only",
      "aria-label": `${say("rail.only")} ${text}`,
      on: { click: () => app.filter({ [field]: new Set([index]) }) },
    },
    say("rail.only"),
  );
  const node = make(
    "li",
    { class: "value" },
    make("label", {}, box, symbol?.(value), name),
    only,
    number,
  );
  return {
    node,
    index,
    text: foldText(find(value)),
    rename() {
      const now = label(value);
      if (now === name.textContent) return;
      setText(name, now);
      name.title = now;
      setAttribute(only, "aria-label", `${say("rail.only")} ${now}`);
    },
    isChosen: () => box.checked,
    show(chosen) {
      box.checked = chosen?.has(index) ?? false;
      node.classList.toggle("off", Boolean(chosen) && !chosen.has(index));
    },
    count(count) {
      setText(number, String(count));
      node.classList.toggle("none", count === 0);
    },
  };
}

function toggle(app, field, index) {
  const chosen = new Set(app.store.state.filters[field] ?? []);
  if (!chosen.delete(index)) chosen.add(index);
  app.filter({ [field]: chosen.size ? chosen : null });
}

/** A field to find a value in a long list, and "12 more" under it. */
function makeNarrowing(rows) {
  let all = false;
  const find = make("input", {
    type: "search",
    class: "find",
    placeholder: say("rail.find", { count: rows.length }),
    "aria-label": say("rail.find", { count: rows.length }),
    on: { input: () => keep() },
  });
  const more = make("button", {
    type: "button",
    class: "link more",
    on: { click: () => ((all = !all), keep()) },
  });
  function keep() {
    const text = foldText(find.value.trim());
    rows.forEach(({ node, text: name, isChosen }, at) => {
      node.hidden = text ? !name.includes(text) : !(all || at < FEW || isChosen());
    });
    setText(more, all ? say("rail.less") : say("rail.more", { count: rows.length - FEW }));
    more.hidden = Boolean(text);
  }
  keep();
  return { find, more, keep };
}

function makeConfidence(app) {
  const buttons = CONFIDENCES.map((least) =>
    make(
      "button",
      { type: "button", on: { click: () => app.filter({ minConfidence: least }) } },
      least ? say("rail.confidence_least", { percent: least }) : say("rail.confidence_all"),
    ),
  );
  const node = make(
    "details",
    { class: "facet", open: true },
    make(
      "summary",
      {},
      make("span", { class: "facet-name" }, say("rail.confidence")),
      icon("down", 14),
    ),
    make(
      "div",
      { class: "segments", role: "group", "aria-label": say("rail.confidence") },
      ...buttons,
    ),
  );
  return {
    node,
    show() {
      const least = app.store.state.filters.minConfidence ?? 0;
      buttons.forEach((button, at) =>
        setAttribute(button, "aria-pressed", String(CONFIDENCES[at] === least)),
      );
    },
  };
}

function makeLegend(app) {
  const mode = make("p", { class: "legend-mode" });
  const trail = makeTrail(app);
  const node = make(
    "details",
    { class: "legend", open: true },
    make(
      "summary",
      {},
      make("span", { class: "facet-name" }, say("rail.legend")),
      icon("down", 14),
    ),
    mode,
    trail.node,
    make(
      "div",
      { class: "legend-sizes", title: say("legend.size") },
      ...[1, 10, 100].map(sizeMark),
    ),
    make(
      "div",
      { class: "legend-marks" },
      ...PRECISIONS.map((code) =>
        make("span", {}, precisionGlyph(code), term("mark", code)),
      ),
    ),
    make("p", { class: "legend-note" }, say("legend.hatched")),
  );
  return {
    node,
    show() {
      setText(mode, modeWords(app));
      trail.show();
    },
  };
}

const AGES = [0, 0.25, 0.5, 0.75, 1]; // of the trail

/** How events fade: the newest, the oldest of the trail, and the grey dot that a count leaves. */
function makeTrail(app) {
  const dots = AGES.map((age) => make("i", { style: { opacity: String(fade(7 * age, 7)) } }));
  const oldest = make("span", {});
  const ghost = make("i", { class: "ghost" });
  const node = make(
    "p",
    { class: "legend-trail" },
    make("span", {}, say("legend.newest")),
    ...dots,
    oldest,
    ghost,
  );
  return {
    node,
    show() {
      const { mode, trail } = app.store.state.clock;
      setText(oldest, say("legend.oldest", { trail }));
      ghost.hidden = mode !== "since";
    },
  };
}

function sizeMark(count) {
  const size = `${symbolDiameter(count)}px`;
  return make("span", {}, make("i", { style: { width: size, height: size } }), String(count));
}

function modeWords({ store, model }) {
  const { clock } = store.state;
  if (clock.mode === "day") return say("legend.mode_day", { trail: clock.trail });
  if (clock.mode === "window") return say("legend.mode_window", { days: clock.window });
  return say("legend.mode_since", {
    start: shortDay(clock.start ?? model.firstDay),
    trail: clock.trail,
  });
}
