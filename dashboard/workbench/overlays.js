// What lies over the page: buttons on the map, the phone's sheet handle, notices, the help panel.

import { iconButton, make, setText } from "./dom.js";
import { icon } from "./glyphs.js";
import { makeReadout } from "./readout.js";
import { KEYS } from "./keyboard.js";
import { say } from "./strings.js";

/** What floats over the map: the ways to closed panels, and the number of active filters. */
export function mapButtons(app) {
  const filters = iconButton(icon("filter"), say("rail.open"), () => app.showFilters(true), {
    class: "floating open-rail",
  });
  const list = iconButton(icon("list"), say("panel.unfold"), () => app.showPanel(true), {
    class: "floating open-panel",
  });
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
export function makePeek(app) {
  const { store } = app;
  const readout = makeReadout(app);
  const shift = (step) =>
    store.set({
      sheet: SHEETS[Math.max(0, Math.min(2, SHEETS.indexOf(store.state.sheet) + step))],
    });
  const raise = iconButton(icon("up", 22), say("panel.larger"), () => shift(1), {});
  const lower = iconButton(icon("down", 22), say("panel.smaller"), () => shift(-1), {});
  const node = make(
    "div",
    { class: "peek" },
    make("i", { class: "grabber", "aria-hidden": "true" }),
    readout.node,
    lower,
    raise,
  );
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

/** What the reader should know of the input, to be opened or dismissed. */
export function makeNotices(texts) {
  const list = make("div", { class: "notices" });
  for (const { key, count, lines = [] } of texts) {
    const note = make(
      "details",
      { class: "notice" },
      make("summary", {}, say(`notice.${key}`, { count })),
      ...lines.map((line) => make("p", {}, line)),
    );
    note.append(
      iconButton(icon("close", 16), say("notice.close"), () => note.remove(), {
        class: "notice-close",
      }),
    );
    list.append(note);
  }
  return list;
}

export function makeHelp() {
  const close = iconButton(icon("close"), say("help.close"), () => node.close());
  const node = make(
    "dialog",
    { class: "help-panel", "aria-label": say("help.title") },
    make(
      "div",
      { class: "panel-head" },
      make("h2", {}, say("help.title")),
      make("span", { class: "grow" }),
      close,
    ),
    make(
      "dl",
      { class: "keys" },
      ...KEYS.flatMap(([keys, name]) => [
        make("dt", {}, ...keys.split(" ").map((key) => make("kbd", {}, key))),
        make("dd", {}, say(`keys.${name}`)),
      ]),
    ),
    make("p", { class: "note" }, say("help.note")),
  );
  node.addEventListener("click", (event) => event.target === node && node.close());
  return {
    node,
    open: () => node.open || node.showModal(),
    close: () => node.close(),
    isOpen: () => node.open,
  };
}
