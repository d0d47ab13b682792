// What is not on the map: in groups, with the reason on each row, and what can be done about it.

import { make, setText } from "./dom.js";
import { icon } from "./glyphs.js";
import { numberText, say } from "./strings.js";

const GROUPS = ["place", "seat", "country", "date", "loose"];
const PAGE = 40; // rows of a group drawn at first, and by "more"

/** The way to it, always in sight under the list while there is something in it. */
export function makeTrayOpener(app) {
  const words = make("span", {});
  const count = make("span", { class: "tray-count" });
  const node = make(
    "button",
    {
      type: "button",
      class: "tray-opener",
      on: { click: () => app.setScope(isOpen() ? "all" : "tray") },
    },
    icon("tray", 16),
    words,
    count,
  );
  const isOpen = () => app.store.state.scope === "tray";
  return {
    node,
    update() {
      const number = app.selection.trayCount();
      node.hidden = !number && !isOpen();
      setText(words, say(isOpen() ? "tray.close" : "tray.open"));
      setText(count, isOpen() ? "" : numberText(number));
    },
  };
}

/** The groups, each a list that can be folded; `makeRow` makes a row as the list has them. */
export function makeTray(app, makeRow) {
  const hint = make("p", { class: "tray-hint" });
  const none = make("p", { class: "tray-hint", hidden: true }, say("tray.none"));
  const groups = GROUPS.map((name) => makeGroup(app, name, makeRow));
  const node = make(
    "div",
    { class: "tray", hidden: true },
    hint,
    none,
    ...groups.map((group) => group.node),
  );
  const buttons = () => groups.flatMap((group) => group.buttons());
  return {
    node,
    draw() {
      const { scope, selected } = app.store.state;
      node.hidden = scope !== "tray" || selected.place !== null;
      if (node.hidden) return;
      setText(hint, say(app.mayEdit ? "tray.hint_edit" : "tray.hint"));
      for (const group of groups) group.draw(app.selection.tray()[group.name]);
      none.hidden = app.selection.trayCount() > 0;
      this.mark(selected.event);
    },
    mark: (id) => groups.forEach((group) => group.mark(id)),
    focusFirst: () => buttons()[0]?.focus(),
    focusNext(target, step) {
      const all = buttons();
      const next = all[all.indexOf(target) + step];
      if (!all.includes(target) || !next) return false;
      next.focus();
      return true;
    },
  };
}

function makeGroup(app, name, makeRow) {
  const number = make("span", { class: "tray-count" });
  const list = make("div", { role: "list", "aria-label": say(`tray.${name}`) });
  const more = make("button", {
    type: "button",
    class: "button more-rows",
    hidden: true,
    on: { click: () => ((most += PAGE), draw(events)) },
  });
  const node = make(
    "details",
    { class: "tray-group", open: true, "data-group": name },
    make("summary", {}, icon("down", 14), make("span", {}, say(`tray.${name}`)), number),
    make("p", { class: "tray-hint" }, say(`tray.${name}_hint`)),
    list,
    more,
  );
  const rows = [];
  let events = [];
  let shown = [];
  let most = PAGE;

  function draw(found) {
    if (found !== events) most = PAGE;
    events = found;
    shown = Array.from(events.slice(0, most));
    node.hidden = !events.length;
    setText(number, numberText(events.length));
    shown.forEach((event, at) => {
      if (!rows[at]) list.append((rows[at] = makeRow()).node);
      rows[at].show(event, null, reasonOf(app, name, event));
    });
    for (let at = shown.length; at < rows.length; at += 1) rows[at].node.hidden = true;
    more.hidden = events.length <= most;
    setText(more, say("panel.more", { count: Math.min(PAGE, events.length - most) }));
  }
  return {
    name,
    node,
    draw,
    mark: (id) => shown.forEach((event, at) => rows[at].mark(app.model.ids[event] === id)),
    buttons: () => (node.hidden || !node.open ? [] : shown.map((_, at) => rows[at].button)),
  };
}

/** "Fri 9 Oct 2020 · the text does not say where" */
function reasonOf(app, name, event) {
  const { model } = app;
  const when = app.whenText(event);
  if (name === "loose") return `${when} · ${say("tray.loose_reason")}`;
  const why = model.reasons[model.reason[event]] || say(`tray.${name}_reason`);
  return name === "date" ? why : `${when} · ${why}`;
}
