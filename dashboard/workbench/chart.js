// The histogram, its axis and the two handles.

import { clockRange, dayText, histogram } from "../time_map/core.js";
import {
  axisAround,
  binDays,
  binStart,
  clearOf,
  dayLeft,
  following,
  makeAxis,
  revealing,
  ticks,
  zoomed,
} from "./axis.js";
import { shortDay, withStart } from "./clock.js";
import { make, replace, setAttribute, setText, throttled } from "./dom.js";
import { grabAxis, grabPlot } from "./grab.js";
import { startDay } from "./keyboard.js";
import { say, sayCount } from "./strings.js";

const LETTER = 7; // px of a letter of the axis, at most
const KNOB = 8; // px to either side of a handle's line
const FLAG = 110; // px that the day at the clock takes, at most
const SAY_EVERY = 250; // ms between two values of the sliders while scrubbing

/** The bars and the axis under them. Two drawings of the same bars: pale, and strong in the period. */
export function makeChart(app) {
  const { model, store } = app;
  const pale = make("canvas", { class: "bars pale", "aria-hidden": "true" });
  const strong = make("canvas", { class: "bars strong", "aria-hidden": "true" });
  const band = make("div", { class: "band" });
  const start = makeHandle("start", say("bar.start"));
  const end = makeHandle("end", say("bar.clock"));
  const knownLine = make("div", { class: "known-line", hidden: true });
  const flag = make("span", { class: "flag", "aria-hidden": "true" });
  end.append(flag);
  const told = make("div", { class: "story-span", hidden: true, "aria-hidden": "true" });
  const scale = make("span", { class: "scale" });
  const plot = make("div", { class: "plot" }, pale, strong, scale, band, told, knownLine, start, end);
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
    if (!now) {
      const usual = axisAround(...clockRange(app.opening, model.firstDay), width, model);
      set(revealing(usual, ...clockRange(store.state.clock, model.firstDay), model));
    } else if (now.width !== width) set(makeAxis(now.first, now.last, width));
    drawn = "";
    draw();
    place();
  }
  function draw() {
    const now = current();
    if (!now) return;
    const days = binDays(now);
    const key = [
      now.first,
      now.last,
      now.width,
      plot.clientHeight,
      app.isDark(),
      app.selection.maskKey(),
    ].join();
    if (key === drawn) return;
    drawn = key;
    const bars = measured(app, now, days);
    paint(pale, plot, now, bars, colours(plot, "pale"));
    paint(strong, plot, now, bars, colours(plot, "strong"));
    setText(
      scale,
      bars.most
        ? say("bar.scale", {
            count: sayCount("read.event", Math.round(bars.most)),
            per: say(`bar.per_${days}`),
          })
        : "",
    );
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
    knownLine.hidden = typeof store.state.known !== "number";
    if (!knownLine.hidden)
      knownLine.style.transform = `translateX(${dayLeft(now, store.state.known + 1)}px)`;
    placeSpan(told, now, app.storySpan());
    const isLeft = right > now.width - FLAG;
    flag.classList.toggle("left", isLeft);
    const marks = start.hidden ? [] : [[left - KNOB, left + KNOB]];
    marks.push(isLeft ? [right - FLAG, right + KNOB] : [right - KNOB, right + FLAG]);
    scale.style.transform = `translateX(${clearOf(scale.offsetWidth, marks)}px)`;
    setText(flag, shortDay(to));
    sayHandles();
  }
  const sayHandles = throttled(() => {
    const [from, to] = clockRange(store.state.clock, model.firstDay);
    const { events } = app.selection.tally();
    const value = say("bar.value", { day: dayText(to), events: sayCount("read.event", events) });
    for (const [handle, day, words] of [
      [start, from, dayText(from)],
      [end, to, value],
    ]) {
      setAttribute(handle, "aria-valuemin", model.firstDay);
      setAttribute(handle, "aria-valuemax", model.lastDay);
      setAttribute(handle, "aria-valuenow", day);
      setAttribute(handle, "aria-valuetext", words);
    }
  }, SAY_EVERY);
  grabPlot(app, { plot, start, end, current });
  start.addEventListener("keydown", (event) => {
    const day = startDay(event, clockRange(store.state.clock, model.firstDay), model);
    if (day === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault(); // else the key moves the clock, wherever the focus is
    app.moveTo(withStart(store.state.clock, day));
  });
  grabAxis(app, { node, axis, current, set });
  new ResizeObserver(resize).observe(plot);
  return {
    node,
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
      if (days === "period")
        return set(axisAround(...clockRange(store.state.clock, model.firstDay), now.width, model));
      const { day } = store.state.clock;
      set(zoomed(now, days, Math.max(now.first, Math.min(now.last, day)), model));
    },
    /** Bring days into view that may be years away; nothing moves where they are seen well. */
    reveal: ([from, to]) => current() && set(revealing(current(), from, to, model)),
    /** Whether all days are on the axis. */
    isWhole() {
      const now = current();
      const all = zoomed(now, Infinity, now.first, model);
      return now.last - now.first >= all.last - all.first - 0.5;
    },
    zoom(factor) {
      const now = current();
      this.show((now.last - now.first + 1) * factor);
    },
  };
}

/** The days of the story's step, under the bars, wherever the clock has gone since. */
function placeSpan(node, axis, span) {
  node.hidden = !span;
  if (!span) return;
  const [left, right] = [dayLeft(axis, span[0]), dayLeft(axis, span[1] + 1)];
  node.style.left = `${left}px`;
  node.style.width = `${Math.max(3, right - left)}px`;
}

function makeHandle(kind, label) {
  return make(
    "div",
    {
      class: `handle ${kind}`,
      role: "slider",
      tabindex: "0",
      "aria-label": label,
      "aria-orientation": "horizontal",
    },
    make("i"),
  );
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
  for (let bin = 0; bin < all.bins; bin += 1)
    most = Math.max(most, all.solid[bin] + all.hatched[bin]);
  return { first, days, all, kept, most };
}

function colours(node, kind) {
  const style = getComputedStyle(node);
  const read = (name) => style.getPropertyValue(name).trim();
  return {
    ghost: read("--bar-ghost"),
    solid: read(kind === "pale" ? "--bar-pale" : "--bar-strong"),
  };
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
