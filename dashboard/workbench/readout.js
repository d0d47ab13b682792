// What is shown, in words: the day and the counts.

import { clockRange, dayText, intervalText } from "../time_map/core.js";
import { make, setText } from "./dom.js";
import { say, sayCount } from "./strings.js";

/** "Fri 9 Oct 2020 · day 13 · 14 events in 6 places, 27 reports"; also the phone's sheet shows one. */
export function makeReadout(app) {
  const when = make("strong", { class: "when" });
  const number = make("span", { class: "number" });
  const what = make("span", { class: "what" });
  const reports = make("span", { class: "reports" });
  const node = make(
    "p",
    { class: "readout" },
    when,
    number,
    make("span", { class: "counts" }, what, reports),
  );
  return {
    node,
    update() {
      const { events, places, reports: told } = app.selection.tally();
      setText(when, clockText(app.store.state.clock, app.model));
      setText(number, dayNumber(app));
      setText(what, countWords(events, places));
      setText(reports, events ? `, ${sayCount("read.report", told)}` : "");
    },
  };
}

/** The day, or both ends of the period: "27 Sep – 9 Oct 2020". */
export function clockText(clock, model) {
  const [from, to] = clockRange(clock, model.firstDay);
  return from === to ? dayText(to) : intervalText(from, to);
}

// Days are numbered from the first day of the opening view, as long as its stretch lasts.
function dayNumber({ opening, store }) {
  const { day } = store.state.clock;
  const first = opening.start ?? opening.day;
  return day >= first && day <= opening.day ? say("read.day", { number: day - first + 1 }) : "";
}

function countWords(events, places) {
  if (!events) return say("read.no_events");
  if (!places) return say("read.off", { events: sayCount("read.event", events) });
  return say("read.in", {
    events: sayCount("read.event", events),
    places: sayCount("read.place", places),
  });
}
