// Whose sources report what is shown: a bar and the counts in words, so that a one-sided day looks
// one-sided. Only where the project says which outlet reports from which side.

import { outletsOf } from "../time_map/core.js";
import { make, replace, setAttribute } from "./dom.js";
import { numberText, say } from "./strings.js";

export function makeSides(app) {
  const said = app.host.object.sides ?? {};
  const names = [...new Set(Object.values(said))].sort();
  const sideOf = app.model.outlets.map((outlet) => names.indexOf(said[outlet]));
  const parts = [...names, say("sides.other")].map(makePart);
  const bar = make("div", { class: "sides-bar", "aria-hidden": "true" }, ...parts.map((p) => p.bar));
  const words = make("p", {}, make("span", {}, say("sides.label")), ...parts.map((p) => p.words));
  const node = make("div", { class: "sides", title: say("sides.hint"), hidden: true }, bar, words);
  return {
    node,
    update() {
      const counts = countSides(app, app.selection.events(), sideOf, names.length);
      node.hidden = !names.length || !counts.some(Boolean);
      if (!node.hidden) parts.forEach((part, side) => part.show(counts[side]));
    },
  };
}

/** How many of the events each side reports; an event of both counts with both. */
export function countSides(app, events, sideOf, other) {
  const model = app.selection.model();
  const counts = new Array(other + 1).fill(0);
  for (const event of events) {
    const sides = outletsOf(model, event).map((outlet) => sideOf[outlet]);
    for (const side of new Set(sides)) counts[side < 0 ? other : side] += 1;
  }
  return counts;
}

function makePart(name, side, all) {
  const shade = side === all.length - 1 ? "other" : String(side % 3);
  const bar = make("i", { class: "side", "data-side": shade });
  const text = make("span", {});
  const words = make("span", {}, make("i", { class: "side", "data-side": shade }), text);
  return {
    bar,
    words,
    show(count) {
      setAttribute(bar, "style", `flex-grow: ${count}`);
      bar.hidden = words.hidden = !count;
      replace(text, `${name} ${numberText(count)}`);
    },
  };
}
