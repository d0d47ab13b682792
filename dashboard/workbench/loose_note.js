// Under the list's head: how many events are dated only to a week, a month or a year, and the way to
// those that may belong to the period but do not count in it.

import { make, setText } from "./dom.js";
import { say, sayCount } from "./strings.js";

export function makeLooseNote(app) {
  const words = make("span", {});
  const more = make("button", {
    type: "button",
    class: "link",
    on: { click: () => app.setScope(app.store.state.scope === "loose" ? "all" : "loose") },
  });
  const node = make("p", { class: "loose-note", hidden: true }, words, more);
  return {
    node,
    update() {
      const { scope, selected } = app.store.state;
      const counted = app.selection.tally().loose;
      const others = app.selection.loose().length;
      node.hidden = selected.place !== null || scope === "tray" || !(counted || others || scope === "loose");
      if (scope === "loose") {
        setText(words, say("loose.hint"));
        setText(more, say("loose.back"));
      } else {
        setText(words, counted ? say("loose.counted", { events: sayCount("read.event", counted) }) : "");
        setText(more, others ? say("loose.others", { events: sayCount("read.event", others) }) : "");
      }
      more.hidden = !more.textContent;
    },
  };
}
