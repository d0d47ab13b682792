// Moving the clock: by hand, by key, by itself.

import { nextDayWithEvents } from "../time_map/core.js";
import { DAYS_A_SECOND, clamped, makeClock, nextToPlay, withDay, withMode } from "./clock.js";
import { debounced } from "./dom.js";

const KEY_REST = 150; // ms after the last key before Python hears

/** What moves the clock; Python hears when it rests. */
export function motion(app) {
  const { model, store, selection } = app;
  const rest = debounced(() => commit(), KEY_REST);
  let frame = 0;
  let began = 0;
  let due = 0;
  const set = (clock) => store.set({ clock: clamped(clock, model) });
  const commit = () => {
    rest.cancel();
    app.host.commit(app.words());
  };

  function play(time) {
    if (!store.state.playing) return;
    const wait = 1000 / (DAYS_A_SECOND * store.state.speed);
    if (!began || time - due > 4 * wait) due = time + (began ? 0 : wait);
    began ||= time;
    if (time >= due) {
      const day = nextToPlay(model, selection.ahead(), store.state.clock);
      if (day === null) return pause();
      due += wait;
      set(withDay(store.state.clock, day));
    }
    frame = requestAnimationFrame(play);
  }
  function start() {
    if (nextToPlay(model, selection.ahead(), store.state.clock) === null) set(rewound(app));
    began = 0;
    store.set({ playing: true });
    frame = requestAnimationFrame(play);
  }
  function pause() {
    cancelAnimationFrame(frame);
    if (!store.state.playing) return;
    store.set({ playing: false });
    commit();
  }
  return {
    commit,
    commitSoon: rest,
    isMoving: () => store.state.moving || store.state.playing,
    isDragging: () => store.state.moving,
    startMoving: () => {
      pause();
      store.set({ moving: true });
    },
    stopMoving: () => {
      store.set({ moving: false });
      commit();
    },
    togglePlay: () => (store.state.playing ? pause() : start()),
    pause,
    moveTo(clock) {
      set(clock);
      rest();
    },
    goTo: (day) => app.moveTo(withDay(store.state.clock, day)),
    step: (days) => app.moveTo(withDay(store.state.clock, store.state.clock.day + days)),
    stepBusy(direction) {
      const day = nextDayWithEvents(model, selection.ahead(), store.state.clock.day, direction);
      if (day !== null) app.goTo(day);
    },
    /** The first (-1) or last (1) day that has an event; a count goes back to its own start. */
    goToEnd(direction) {
      const { clock } = store.state;
      if (direction < 0 && clock.mode === "since" && clock.day > clock.start)
        return app.goTo(clock.start);
      const beyond = direction < 0 ? model.firstDay - 1 : model.lastDay + 1;
      const day = nextDayWithEvents(model, selection.ahead(), beyond, -direction);
      if (day !== null) app.goTo(day);
    },
    setMode: (mode) =>
      app.moveTo(withMode(store.state.clock, mode, app.opening.start ?? model.firstDay)),
  };
}

// Playing again from the end begins where the opening view does.
function rewound({ opening, model, store: { state } }) {
  const first = opening.start ?? model.firstDay;
  if (state.clock.mode === "window")
    return makeClock("window", first, first + state.clock.window - 1);
  return makeClock(state.clock.mode, first, first);
}
