// The second clock: as it happened, or as it was known on a day. Later reports are then left out.

import { WITH_CLOCK, knownDay, readDay, shortDay } from "./clock.js";
import { iconButton, make, setAttribute, setText, throttled } from "./dom.js";
import { icon } from "./glyphs.js";
import { say, sayCount } from "./strings.js";

const CHOICES = ["now", WITH_CLOCK, "day"];
const COUNT_EVERY = 200; // ms between two counts of what was reported later, while scrubbing
let menus = 0;

/** "As it happened", or "As known on 9 Oct 2020". */
export function knownText(state) {
  const day = knownDay(state);
  return day === null ? say("known.now") : say("known.on", { day: shortDay(day) });
}

/** What a click on the button gives up or brings back: {opener, chip, menu, update}. */
export function makeSecondClock(app) {
  const menu = makeMenu(app);
  const opener = make("span", { class: "known-words" });
  const button = make(
    "button",
    {
      type: "button",
      class: "button known-opener",
      "aria-haspopup": "dialog",
      title: say("known.title"),
      on: { click: () => menu.toggle(button) },
    },
    icon("known"),
    opener,
  );
  const floating = iconButton(icon("known"), say("known.title"), () => menu.toggle(floating), {
    class: "floating known-floating",
    "aria-haspopup": "dialog",
  });
  const chip = makeChip(app, () => menu.toggle(chip.words));
  return {
    opener: button,
    onMap: [floating, chip.node],
    menu: menu.node,
    toggle: () => menu.toggle(button.checkVisibility?.() === false ? floating : button),
    update(changed) {
      if (!["clock", "filters", "known"].some((key) => changed.has(key))) return;
      const on = app.store.state.known !== null;
      setText(opener, knownText(app.store.state));
      for (const node of [button, floating]) setAttribute(node, "data-on", on ? "true" : null);
      chip.update();
      menu.update();
    },
  };
}

/** Over the map as long as something is left out, so that nobody takes it for all there is. */
function makeChip(app, open) {
  const text = make("strong", {});
  const later = make("span", { class: "later" });
  const words = make(
    "button",
    { type: "button", class: "known-open", title: say("known.title"), on: { click: open } },
    icon("known", 16),
    make("span", {}, text, " ", later),
  );
  const node = make(
    "div",
    { class: "known-chip", hidden: true },
    words,
    iconButton(icon("close", 16), say("known.off"), () => app.setKnown(null), {}),
  );
  const sayLater = throttled(() => {
    const count = app.selection.unreported();
    setText(later, count ? say("known.later", { events: sayCount("read.event", count) }) : "");
  }, COUNT_EVERY);
  return {
    node,
    words,
    update() {
      const { state } = app.store;
      node.hidden = state.known === null;
      if (node.hidden) return;
      setText(text, knownText(state));
      sayLater();
    },
  };
}

function makeMenu(app) {
  const { store } = app;
  const name = `known-${(menus += 1)}`;
  const field = makeField(app);
  const boxes = CHOICES.map((value) =>
    make("input", {
      type: "radio",
      name,
      value,
      on: { change: () => app.setKnown(chosen(value, app)) },
    }),
  );
  const rows = boxes.map((box, at) =>
    make(
      "label",
      { class: "known-choice" },
      box,
      make(
        "span",
        {},
        make("strong", {}, say(`known.choice_${CHOICES[at]}`)),
        CHOICES[at] === "day" ? field.node : null,
        make("span", { class: "hint" }, say(`known.hint_${CHOICES[at]}`)),
      ),
    ),
  );
  const node = make(
    "div",
    {
      class: "known-menu",
      popover: "auto",
      role: "dialog",
      "aria-label": say("known.title"),
      on: { keydown: (event) => event.key !== "Tab" && event.stopPropagation() },
    },
    make("h2", {}, say("known.title")),
    ...rows,
    make("p", { class: "hint" }, say("known.note")),
  );
  const isOpen = () => node.matches(":popover-open");
  return {
    node,
    toggle(from) {
      if (isOpen()) return node.hidePopover();
      node.showPopover({ source: from });
      place(node, from);
      boxes.find((box) => box.checked)?.focus();
      return undefined;
    },
    update() {
      const { known } = store.state;
      const value = known === null ? "now" : known === WITH_CLOCK ? WITH_CLOCK : "day";
      for (const box of boxes) box.checked = box.value === value;
      field.show();
    },
  };
}

function chosen(value, { store: { state } }) {
  if (value === "now") return null;
  return value === "day" ? state.clock.day : WITH_CLOCK;
}

/** Above what opened it, inside the page; on a phone the style puts it at the bottom. */
function place(node, from) {
  const { left, top, bottom } = from.getBoundingClientRect();
  const { width, height } = node.getBoundingClientRect();
  const above = top - height - 8;
  node.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  node.style.top = `${above > 8 ? above : bottom + 8}px`;
}

/** The day as a field; writing in it chooses it. */
function makeField(app) {
  const node = make("input", {
    type: "text",
    class: "day-field",
    "aria-label": say("known.day"),
    autocomplete: "off",
    spellcheck: "false",
    size: "11",
  });
  node.addEventListener("change", () => {
    const day = readDay(node.value);
    node.setCustomValidity(day === null ? say("bar.bad_date") : "");
    setAttribute(node, "aria-invalid", day === null ? "true" : null);
    if (day === null) node.reportValidity();
    else app.setKnown(day);
  });
  return {
    node,
    show() {
      const { known, clock } = app.store.state;
      if (node.getRootNode().activeElement === node) return;
      node.value = shortDay(typeof known === "number" ? known : clock.day);
    },
  };
}
