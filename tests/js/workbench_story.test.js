import assert from "node:assert/strict";
import { test } from "node:test";

import { makeClock } from "../../dashboard/workbench/clock.js";
import { folded, isShown, moved, savedWords, unfolded } from "../../dashboard/workbench/story.js";
import { stateOf, wordsOf } from "../../dashboard/workbench/words.js";
import { OCT1, sample } from "./sample.js";

const model = sample();
const WORDS = { mode: ["day"], day: ["2020-10-03"], cat: ["shelling"] };
const said = wordsOf(stateOf(WORDS, model), model);
const story = { steps: [{ words: WORDS, said }] };

test("an address that names a step shows its view, in the reader's own colours", () => {
  const words = unfolded({ story: ["1"], theme: ["dark"] }, story);

  assert.deepEqual(words, { ...WORDS, story: ["1"], theme: ["dark"] });
});

test("an address that names a step and another view shows that view", () => {
  const words = { story: ["1"], day: ["2020-10-05"] };

  assert.deepEqual(unfolded(words, story), words);
});

test("a step that the story does not have is left out", () => {
  assert.deepEqual(unfolded({ story: ["2"], day: ["2020-10-05"] }, story), { day: ["2020-10-05"] });
});

test("a step shown as it is has a short address; once the clock has moved, a whole one", () => {
  const state = { ...stateOf({ ...WORDS, story: ["1"] }, model), theme: "dark" };
  const away = { ...state, clock: makeClock("day", OCT1 + 9, OCT1 + 9) };
  assert.deepEqual(folded(wordsOf(state, model), story.steps[0]), { story: ["1"], theme: ["dark"] });

  assert.equal(isShown(wordsOf(away, model), story.steps[0]), false);
  assert.equal(folded(wordsOf(away, model), story.steps[0]).day[0], "2020-10-10");
});

test("a saved view names its days even where they are those of the opening", () => {
  const words = savedWords({ ...stateOf({}, model), theme: "dark", naming: "az" }, model);

  assert.deepEqual(Object.keys(words), ["mode", "from", "to"]);
  assert.deepEqual(stateOf(words, model).clock, stateOf({}, model).clock);
});

test("a step moves and the others keep their order", () => {
  assert.deepEqual(moved(["a", "b", "c", "d"], 0, 2), ["b", "c", "a", "d"]);
  assert.deepEqual(moved(["a", "b", "c", "d"], 3, 1), ["a", "d", "b", "c"]);
});
