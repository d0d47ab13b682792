// The time bar: histogram, axis, two handles, transport. It moves the clock; it knows no map.

import { clockRange, nextDayWithEvents } from "../time_map/core.js";
import { makeChart } from "./chart.js";
import { SPEEDS, readDay, shortDay, withEnd, withStart } from "./clock.js";
import { iconButton, make, replace, setAttribute, throttled } from "./dom.js";
import { icon } from "./glyphs.js";
import { say } from "./strings.js";

const SPANS = { all: Infinity, year: 366, month: 31, week: 7 };
const SAY_EVERY = 250; // ms between two changes of the buttons and fields while scrubbing

export function makeTimeBar(app, known) {
  const chart = makeChart(app);
  const controls = makeControls(app, chart, known);
  const node = make(
    "section",
    { class: "bar", "aria-label": say("bar.label") },
    chart.node,
    controls.node,
  );
  return {
    node,
    chart,
    update(changed) {
      if (changed.has("clock")) chart.follow();
      if (["filters", "known", "dark", "axis"].some((key) => changed.has(key))) chart.draw();
      if (["clock", "axis", "filters", "known", "story", "told"].some((key) => changed.has(key)))
        chart.place();
      controls.update(changed);
    },
  };
}

function makeControls(app, chart, known) {
  const { store } = app;
  const play = iconButton(icon("play"), say("bar.play"), () => app.togglePlay(), {
    class: "primary play",
  });
  const speed = make(
    "select",
    {
      class: "speed",
      "aria-label": say("bar.speed"),
      title: say("bar.speed"),
      on: { change: () => store.set({ speed: Number(speed.value) }) },
    },
    ...SPEEDS.map((value) => make("option", { value, selected: value === 1 }, `${value}×`)),
  );
  const modes = makeModes(app);
  const dates = makeDates(app);
  const axis = makeAxisButtons(chart);
  const fold = iconButton(
    icon("foldBar"),
    say("bar.fold"),
    () => store.set({ folded: !store.state.folded }),
    { class: "fold" },
  );
  const busy = [-1, 1].map((direction) =>
    iconButton(
      icon(direction < 0 ? "previous" : "next"),
      say(direction < 0 ? "bar.previous_event" : "bar.next_event"),
      () => app.stepBusy(direction),
      { class: "busy" },
    ),
  );
  const step = [-1, 1].map((direction) =>
    iconButton(
      icon(direction < 0 ? "back" : "on"),
      say(direction < 0 ? "bar.previous_day" : "bar.next_day"),
      () => app.step(direction),
      { class: "step" },
    ),
  );
  const node = make(
    "div",
    { class: "controls" },
    make(
      "div",
      { class: "transport", role: "group", "aria-label": say("bar.play") },
      busy[0],
      step[0],
      play,
      step[1],
      busy[1],
      speed,
    ),
    modes.node,
    dates.node,
    known.opener,
    make("span", { class: "grow" }),
    axis.node,
    fold,
  );
  const follow = throttled(() => {
    modes.update();
    dates.update();
    updateBusy(app, busy);
  }, SAY_EVERY);
  return {
    node,
    update(changed) {
      if (changed.has("playing")) showPlaying(play, store.state.playing);
      if (changed.has("folded")) showFolded(fold, store.state.folded);
      if (["clock", "filters", "known"].some((key) => changed.has(key))) follow();
      if (changed.has("axis") || changed.has("clock")) axis.update();
    },
  };
}

function showPlaying(button, playing) {
  const label = say(playing ? "bar.pause" : "bar.play");
  replace(button, icon(playing ? "pause" : "play"));
  button.title = label;
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-pressed", String(playing));
}

function showFolded(button, folded) {
  button.title = say(folded ? "bar.unfold" : "bar.fold");
  button.setAttribute("aria-label", button.title);
  button.setAttribute("aria-expanded", String(!folded));
}

function updateBusy({ model, selection, store }, buttons) {
  buttons.forEach((button, at) => {
    button.disabled =
      nextDayWithEvents(model, selection.ahead(), store.state.clock.day, at ? 1 : -1) === null;
  });
}

function makeModes(app) {
  const buttons = ["day", "window", "since"].map((mode) =>
    make(
      "button",
      { type: "button", "data-mode": mode, on: { click: () => app.setMode(mode) } },
      say(`bar.${mode}`),
    ),
  );
  return {
    node: make(
      "div",
      { class: "segments modes", role: "group", "aria-label": say("bar.mode") },
      ...buttons,
    ),
    update() {
      for (const button of buttons)
        setAttribute(
          button,
          "aria-pressed",
          String(button.dataset.mode === app.store.state.clock.mode),
        );
    },
  };
}

/** The days as fields: what dragging does, without dragging. */
function makeDates(app) {
  const { store, model } = app;
  const from = makeDayField(say("bar.from"), (day) =>
    app.moveTo(withStart(store.state.clock, day)),
  );
  const to = makeDayField(say("bar.to"), (day) => app.moveTo(withEnd(store.state.clock, day)));
  const dash = make("span", { class: "dash", "aria-hidden": "true" }, "–");
  return {
    node: make("div", { class: "dates" }, from.node, dash, to.node),
    update() {
      const [first, last] = clockRange(store.state.clock, model.firstDay);
      from.node.hidden = dash.hidden = store.state.clock.mode === "day";
      from.show(first);
      to.show(last);
    },
  };
}

function makeDayField(label, go) {
  let shown = null;
  const input = make("input", {
    type: "text",
    class: "day-field",
    "aria-label": label,
    title: label,
    size: "11",
    autocomplete: "off",
    spellcheck: "false",
    inputmode: "text",
  });
  const tell = (wrong) => {
    input.setCustomValidity(wrong ? say("bar.bad_date") : "");
    setAttribute(input, "aria-invalid", wrong ? "true" : null);
    if (wrong) input.reportValidity();
  };
  input.addEventListener("change", () => {
    const day = readDay(input.value);
    tell(day === null);
    if (day !== null) go(day);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = shortDay(shown);
      input.blur();
    }
    if (event.key === "Enter") input.dispatchEvent(new Event("change"));
  });
  input.addEventListener("focus", () => input.select());
  return {
    node: input,
    show(day) {
      shown = day;
      if (input.getRootNode().activeElement !== input) {
        input.value = shortDay(day);
        tell(false);
      }
    },
  };
}

function makeAxisButtons(chart) {
  const spans = [...Object.keys(SPANS), "period"];
  const buttons = spans.map((span) =>
    make(
      "button",
      { type: "button", on: { click: () => chart.show(SPANS[span] ?? "period") } },
      say(`bar.${span}`),
    ),
  );
  return {
    node: make(
      "div",
      { class: "axis-tools" },
      make(
        "div",
        { class: "segments spans", role: "group", "aria-label": say("bar.axis") },
        ...buttons,
      ),
      iconButton(icon("minus"), say("bar.zoom_out"), () => chart.zoom(2), { class: "zoom-out" }),
      iconButton(icon("plus"), say("bar.zoom_in"), () => chart.zoom(0.5), { class: "zoom-in" }),
    ),
    update() {
      const axis = chart.current();
      if (!axis) return;
      const days = axis.last - axis.first + 1;
      const whole = chart.isWhole();
      buttons.forEach((button, at) => {
        const shown = at === 0 ? whole : !whole && Math.abs(days - SPANS[spans[at]]) < 0.5;
        setAttribute(button, "aria-pressed", String(shown));
      });
    },
  };
}
