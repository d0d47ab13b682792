// A story's words: which view a step shows, whether it is still shown, how an address says so. Pure.

import { clockRange, isoDay } from "../time_map/core.js";
import { wordsOf } from "./words.js";

const READERS_OWN = ["story", "theme", "lang", "names"]; // a step leaves these as they are
const NO_VIEW = [...READERS_OWN, "page", "doc", "at"];

/** The words of an address; one that names a step and no view asks for the step's view. */
export function unfolded(words, story) {
  const step = stepOf(words, story);
  if (!step) return without(words, ["story"]);
  if ( Object.keys(words).some((key) => !NO_VIEW.includes(key))) return words;
  return { ...step.words, ...words };
}

/** The words of the state; where they show a step as it is, its number stands for its view. */
export function folded(words, step) {
  return step && isShown(words, step) ? only(words, READERS_OWN) : words;
}

/** The step that an address names, if the story has it. */
export function stepOf(words, story) {
  return story.steps[Number(words.story?.[0]) - 1] ?? null;
}

/** Whether the words of the state show a step's view; `step.said` is what it says in them. */
export function isShown(words, { said }) {
  return key(without(words, READERS_OWN)) === key(without(said, READERS_OWN));
}

/** The view as a step keeps it: the clock in any case, the reader's own choices not. */
export function savedWords(state, model) {
  const { clock } = state;
  const [from, to] = clockRange(clock, model.firstDay);
  const days = clock.mode === "day" ? { day: [isoDay(to)] } : { from: [isoDay(from)], to: [isoDay(to)] };
  const { mode, day, from: first, to: last, ...rest } = wordsOf(state, model);
  return { mode: [clock.mode], ...days, ...without(rest, READERS_OWN) };
}

/** The steps with the one at `from` (both counted from 0) moved to stand at `to`. */
export function moved(steps, from, to) {
  const left = steps.filter((_, at) => at !== from);
  return [...left.slice(0, to), steps[from], ...left.slice(to)];
}

function key(words) {
  return JSON.stringify(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function only(words, keys) {
  return Object.fromEntries(Object.entries(words).filter(([name]) => keys.includes(name)));
}

function without(words, keys) {
  return Object.fromEntries(Object.entries(words).filter(([name]) => !keys.includes(name)));
}
