// The time bar: histogram, axis, two handles, transport. It moves the clock; it knows no map.

import { clockRange, dayText, histogram, nextDayWithEvents } from "../time_map/core.js";
import { SPEEDS, readDay, shortDay, withDay, withEnd, withStart } from "./clock.js";
import { axisAround, binDays, binStart, dayAt, dayLeft, following, makeAxis, panned, ticks, zoomed } from "./axis.js";
import { iconButton, make, replace, setAttribute, setText, throttled } from "./dom.js";
import { icon } from "./glyphs.js";
import { say, sayCount } from "./strings.js";

const SPANS = { all: Infinity, year: 366, month: 31, week: 7 };
const LETTER = 7; // px of a letter of the axis, at most
const GRIP = 14; // px on either side of a handle
const SAY_EVERY = 250; // ms between two values of the sliders and fields while scrubbing

export function makeTimeBar(app) {
  const chart = makeChart(app);
  const controls = makeControls(app, chart);
  const node = make("section", { class: "bar", "aria-label": say("bar.label") }, chart.node, controls.node);
  return {
    node,
    chart,
    update(changed) {
      if (changed.has("clock")) chart.follow();
      if (["filters", "known", "dark", "axis"].some((key) => changed.has(key))) chart.draw();
      if (changed.has("clock") || changed.has("axis") || changed.has("filters")) chart.place();
      controls.update(changed);
    },
  };
}

/** The bars and the axis under them. Two drawings of the same bars: pale, and strong in the period. */
function makeChart(app) {
  const { model, store } = app;
  const pale = make("canvas", { class: "bars pale", "aria-hidden": "true" });
  const strong = make("canvas", { class: "bars strong", "aria-hidden": "true" });
  const band = make("div", { class: "band" });
  const start = makeHandle("start", say("bar.start"));
  const end = makeHandle("end", say("bar.clock"));
  const flag = make("span", { class: "flag", "aria-hidden": "true" });
  end.append(flag);
  const scale = make("span", { class: "scale" });
  const plot = make("div", { class: "plot" }, pale, strong, band, start, end);
  const axis = make("div", { class: "axis", "aria-hidden": "true" });
  const node = make("div", { class: "chart" }, plot, axis);
  let drawn = "";

  function current() {
    return store.state.axis;
  }
  function set(next) {
    store.set({ axis: next });
  }
  function resize() {
    const width = plot.clientWidth;
    if (!width) return;
    const now = current();
    if (!now) set(axisAround(...clockRange(app.opening, model.firstDay), width, model));
    else if (now.width !== width) set(makeAxis(now.first, now.last, width));
    drawn = "";
    draw();
    place();
  }
  function draw() {
    const now = current();
    if (!now) return;
    const days = binDays(now);
    const key = [now.first, now.last, now.width, plot.clientHeight, app.isDark(), app.selection.maskKey()].join();
    if (key === drawn) return;
    drawn = key;
    const bars = measured(app, now, days);
    paint(pale, plot, now, bars, colours(plot, "pale"));
    paint(strong, plot, now, bars, colours(plot, "strong"));
    setText(scale, bars.most ? say("bar.scale", { count: sayCount("read.event", Math.round(bars.most)), per: say(`bar.per_${days}`) }) : "");
    replace(axis, ...ticks(now).map((tick) => tickOf(now, tick)));
  }
  function place() {
    const now = current();
    if (!now) return;
    const [from, to] = clockRange(store.state.clock, model.firstDay);
    const left = Math.max(-2, Math.min(now.width + 2, dayLeft(now, from)));
    const right = Math.max(-2, Math.min(now.width + 2, dayLeft(now, to + 1)));
    band.style.transform = `translateX(${left}px) scaleX(${Math.max(0, right - left)})`;
    start.style.transform = `translateX(${left}px)`;
    end.style.transform = `translateX(${right}px)`;
    strong.style.clipPath = `inset(0 ${Math.max(0, now.width - right)}px 0 ${Math.max(0, left)}px)`;
    start.hidden = store.state.clock.mode === "day";
    flag.classList.toggle("left", right > now.width - 110);
    setText(flag, shortDay(to));
    sayHandles();
  }
  const sayHandles = throttled(() => {
    const [from, to] = clockRange(store.state.clock, model.firstDay);
    const { events } = app.selection.tally();
    const value = say("bar.value", { day: dayText(to), events: sayCount("read.event", events) });
    for (const [handle, day, words] of [[start, from, dayText(from)], [end, to, value]]) {
      setAttribute(handle, "aria-valuemin", model.firstDay);
      setAttribute(handle, "aria-valuemax", model.lastDay);
      setAttribute(handle, "aria-valuenow", day);
      setAttribute(handle, "aria-valuetext", words);
    }
  }, SAY_EVERY);
  grabPlot(app, { plot, start, end, current });
  grabAxis(app, { node, axis, current, set });
  new ResizeObserver(resize).observe(plot);
  return {
    node,
    scale,
    draw,
    place,
    set,
    current,
    follow() {
      const now = current();
      if (now && !app.isDragging()) set(following(now, store.state.clock.day, model));
    },
    show(days) {
      const now = current();
      if (days === "period") return set(axisAround(...clockRange(store.state.clock, model.firstDay), now.width, model));
      const { day } = store.state.clock;
      set(zoomed(now, days, Math.max(now.first, Math.min(now.last, day)), model));
    },
    zoom(factor) {
      const now = current();
      this.show((now.last - now.first + 1) * factor);
    },
  };
}

function makeHandle(kind, label) {
  return make("div", { class: `handle ${kind}`, role: "slider", tabindex: "0", "aria-label": label, "aria-orientation": "horizontal" }, make("i"));
}

function tickOf(axis, { day, label }) {
  const left = dayLeft(axis, day);
  const fits = left + label.length * LETTER < axis.width; // half a label reads as another day
  return make("span", { class: "tick", style: { left: `${left}px` } }, fits ? label : "");
}

/** Bars of all events (ghost) and of those that pass (solid, hatched), and the highest. */
function measured({ model, selection }, axis, days) {
  const first = binStart(axis.first, days);
  const last = Math.ceil(axis.last) + days;
  const all = histogram(model, selection.all, first, last, days);
  const kept = histogram(model, selection.mask(), first, last, days);
  let most = 0;
  for (let bin = 0; bin < all.bins; bin += 1) most = Math.max(most, all.solid[bin] + all.hatched[bin]);
  return { first, days, all, kept, most };
}

function colours(node, kind) {
  const style = getComputedStyle(node);
  const read = (name) => style.getPropertyValue(name).trim();
  return { ghost: read("--bar-ghost"), solid: read(kind === "pale" ? "--bar-pale" : "--bar-strong") };
}

function paint(canvas, plot, axis, bars, { ghost, solid }) {
  const ratio = globalThis.devicePixelRatio || 1;
  const height = plot.clientHeight;
  canvas.width = Math.round(axis.width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  if (!bars.most) return;
  const hatch = hatching(context, solid, ratio);
  const unit = (height - 14) / Math.max(3, bars.most);
  for (let bin = 0; bin < bars.all.bins; bin += 1) {
    const left = dayLeft(axis, bars.first + bin * bars.days);
    const width = bars.days * axis.scale;
    const gap = width > 6 ? Math.min(3, width * 0.16) : Math.min(1, width * 0.2);
    const x = left + gap / 2;
    const draw = (style, low, count) => {
      if (count <= 0.001) return low;
      const high = Math.max(1.5, count * unit);
      context.fillStyle = style;
      context.fillRect(x, height - low - high, width - gap, high);
      return low + high;
    };
    draw(ghost, 0, bars.all.solid[bin] + bars.all.hatched[bin]);
    draw(hatch, draw(solid, 0, bars.kept.solid[bin]), bars.kept.hatched[bin]);
  }
}

/** Diagonal lines for days that are not known exactly. */
function hatching(context, colour, ratio) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = Math.round(5 * ratio);
  const pen = tile.getContext("2d");
  pen.scale(ratio, ratio);
  pen.strokeStyle = colour;
  pen.lineWidth = 1.1;
  pen.beginPath();
  for (const shift of [-5, 0, 5]) {
    pen.moveTo(shift - 1, 6);
    pen.lineTo(shift + 6, -1);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}

/** Drag anywhere scrubs; a handle moves its end; the band of a window moves as a whole. */
function grabPlot(app, { plot, start, end, current }) {
  const { store, model } = app;
  let left = 0; // of the plot, measured when it is grasped: measuring in a frame lays out the page
  const where = (event) => event.clientX - left;
  const within = (day) => Math.max(model.firstDay, Math.min(model.lastDay, day));
  let move = null;
  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    ({ left } = plot.getBoundingClientRect());
    const x = where(event);
    move = grip(x);
    plot.setPointerCapture(event.pointerId);
    app.startMoving();
    move(x);
    (move.handle ?? end).focus({ preventScroll: true, focusVisible: false });
    event.preventDefault();
  });
  plot.addEventListener("pointermove", (event) => move?.(where(event)));
  for (const type of ["pointerup", "pointercancel"]) {
    plot.addEventListener(type, () => {
      if (!move) return;
      move = null;
      app.stopMoving();
    });
  }
  function grip(x) {
    const axis = current();
    const { clock } = store.state;
    const [from, to] = clockRange(clock, model.firstDay);
    const first = dayLeft(axis, from);
    const right = dayLeft(axis, to + 1);
    const set = (next) => store.set({ clock: next });
    const edge = (at) => Math.round(axis.first + at / axis.scale); // the day that begins nearest
    // Always from the clock as it was grasped: going too far and coming back loses nothing.
    if (Math.abs(x - right) <= GRIP) return (at) => set(withEnd(clock, within(edge(at) - 1)));
    if (clock.mode !== "day" && Math.abs(x - first) <= GRIP) {
      return Object.assign((at) => set(withStart(clock, within(edge(at)))), { handle: start });
    }
    if (clock.mode === "window" && x > first && x < right) {
      const offset = dayAt(axis, x) - to;
      return (at) => set(withDay(clock, within(dayAt(axis, at) - offset)));
    }
    return (at) => set(withDay(clock, within(dayAt(axis, at))));
  }
}

/** The axis row pans; the wheel zooms about the pointer, sideways it pans. */
function grabAxis(app, { node, axis, current, set }) {
  let from = null;
  axis.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, first: current().first };
    axis.setPointerCapture(event.pointerId);
  });
  axis.addEventListener("pointermove", (event) => {
    if (from) set(panned(current(), from.first - (event.clientX - from.x) / current().scale, app.model));
  });
  for (const type of ["pointerup", "pointercancel"]) axis.addEventListener(type, () => (from = null));
  node.addEventListener("wheel", (event) => {
    event.preventDefault();
    const now = current();
    const span = now.last - now.first + 1;
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return set(panned(now, now.first + event.deltaX / now.scale, app.model));
    const x = event.clientX - axis.getBoundingClientRect().left;
    set(zoomed(now, span * (event.deltaY > 0 ? 1.25 : 0.8), now.first + x / now.scale, app.model));
  }, { passive: false });
}

function makeControls(app, chart) {
  const { store } = app;
  const play = iconButton(icon("play"), say("bar.play"), () => app.togglePlay(), { class: "primary play" });
  const speed = make("select", { class: "speed", "aria-label": say("bar.speed"), title: say("bar.speed"), on: { change: () => store.set({ speed: Number(speed.value) }) } },
    ...SPEEDS.map((value) => make("option", { value, selected: value === 1 }, `${value}×`)));
  const modes = makeModes(app);
  const dates = makeDates(app);
  const axis = makeAxisButtons(chart);
  const busy = [-1, 1].map((direction) => iconButton(icon(direction < 0 ? "previous" : "next"), say(direction < 0 ? "bar.previous_event" : "bar.next_event"), () => app.stepBusy(direction), { class: "busy" }));
  const step = [-1, 1].map((direction) => iconButton(icon(direction < 0 ? "back" : "on"), say(direction < 0 ? "bar.previous_day" : "bar.next_day"), () => app.step(direction), { class: "step" }));
  const node = make("div", { class: "controls" },
    make("div", { class: "transport", role: "group", "aria-label": say("bar.play") }, busy[0], step[0], play, step[1], busy[1], speed),
    modes.node, dates.node, make("span", { class: "grow" }), chart.scale, axis.node);
  const follow = throttled(() => {
    modes.update();
    dates.update();
    updateBusy(app, busy);
  }, SAY_EVERY);
  return {
    node,
    update(changed) {
      if (changed.has("playing")) showPlaying(play, store.state.playing);
      if (changed.has("clock") || changed.has("filters")) follow();
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

function updateBusy({ model, selection, store }, buttons) {
  buttons.forEach((button, at) => {
    button.disabled = nextDayWithEvents(model, selection.mask(), store.state.clock.day, at ? 1 : -1) === null;
  });
}

function makeModes(app) {
  const buttons = ["day", "window", "since"].map((mode) => make("button", { type: "button", "data-mode": mode, on: { click: () => app.setMode(mode) } }, say(`bar.${mode}`)));
  return {
    node: make("div", { class: "segments modes", role: "group", "aria-label": say("bar.mode") }, ...buttons),
    update() {
      for (const button of buttons) setAttribute(button, "aria-pressed", String(button.dataset.mode === app.store.state.clock.mode));
    },
  };
}

/** The days as fields: what dragging does, without dragging. */
function makeDates(app) {
  const { store, model } = app;
  const from = makeDayField(say("bar.from"), (day) => app.moveTo(withStart(store.state.clock, day)));
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
  const input = make("input", { type: "text", class: "day-field", "aria-label": label, title: label, size: "11", autocomplete: "off", spellcheck: "false", inputmode: "text" });
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
  const buttons = spans.map((span) => make("button", { type: "button", on: { click: () => chart.show(SPANS[span] ?? "period") } }, say(`bar.${span}`)));
  return {
    node: make("div", { class: "axis-tools" },
      make("div", { class: "segments spans", role: "group", "aria-label": say("bar.axis") }, ...buttons),
      iconButton(icon("minus"), say("bar.zoom_out"), () => chart.zoom(2), { class: "zoom-out" }),
      iconButton(icon("plus"), say("bar.zoom_in"), () => chart.zoom(0.5), { class: "zoom-in" })),
    update() {
      const axis = chart.current();
      if (!axis) return;
      const days = axis.last - axis.first + 1;
      buttons.forEach((button, at) => setAttribute(button, "aria-pressed", String(Math.abs(days - SPANS[spans[at]]) < 0.5)));
    },
  };
}

