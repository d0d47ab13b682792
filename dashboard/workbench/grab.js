// The reader's hand on the time bar: scrub, move an end, move the window, pan, zoom.

import { clockRange } from "../time_map/core.js";
import { dayAt, dayLeft, panned, zoomed } from "./axis.js";
import { withDay, withEnd, withStart } from "./clock.js";

const GRIP = 14; // px on either side of a handle

/** Drag anywhere scrubs; a handle moves its end; the band of a window moves as a whole. */
export function grabPlot(app, { plot, start, end, current }) {
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
export function grabAxis(app, { node, axis, current, set }) {
  let from = null;
  axis.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, first: current().first };
    axis.setPointerCapture(event.pointerId);
  });
  axis.addEventListener("pointermove", (event) => {
    if (from)
      set(panned(current(), from.first - (event.clientX - from.x) / current().scale, app.model));
  });
  for (const type of ["pointerup", "pointercancel"])
    axis.addEventListener(type, () => (from = null));
  node.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const now = current();
      const span = now.last - now.first + 1;
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY))
        return set(panned(now, now.first + event.deltaX / now.scale, app.model));
      const x = event.clientX - axis.getBoundingClientRect().left;
      set(
        zoomed(now, span * (event.deltaY > 0 ? 1.25 : 0.8), now.first + x / now.scale, app.model),
      );
    },
    { passive: false },
  );
}
