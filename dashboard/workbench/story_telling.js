// The story while it is told: which step, going to another, and what the steps become.

import { clockRange } from "../time_map/core.js";
import { folded, isShown, moved, savedWords, stepOf, unfolded } from "./story.js";
import { queryOf, stateOf, wordsOf } from "./words.js";

export const NO_STORY = { steps: [], digest: "", lang: "" };

/** What the app can do with the story; `app.story` is the story as it is known now. */
export function storyTelling(app) {
  const { model, store, host } = app;
  const before = []; // the steps before each change of this visit, for undo

  function stateOfStep(step) {
    const words = app.isPhone() ? withoutMap(step.words) : step.words;
    return stateOf(words, model);
  }
  function take(story) {
    const told = story ?? NO_STORY;
    app.story = { ...told, steps: told.steps.map((step) => ({ ...step })) };
    for (const step of app.story.steps) step.said = wordsOf(stateOfStep(step), model);
  }
  function toldStep() {
    return app.story.steps[store.state.story - 1] ?? null;
  }
  async function save(steps, number) {
    const base = app.story.digest;
    await host.ask("story.save", { base, steps: steps.map(plain) });
    store.set({ story: steps.length ? Math.max(1, Math.min(steps.length, number)) : 0 });
    app.commit();
  }
  async function change(steps, number) {
    const old = { steps: app.story.steps, number: store.state.story };
    await save(steps, number);
    before.push(old);
  }
  take(host.story);
  const at = () => store.state.story - 1;
  return {
    story: app.story,
    takeStory(story) {
      if (story.digest === app.story.digest) return;
      take(story);
      store.set({ told: (store.state.told ?? 0) + 1 });
    },
    unfold: (words) => unfolded(words, app.story),
    words: () => folded(wordsOf(store.state, model), toldStep()),
    toldStep,
    hasStory: () => app.story.steps.length > 0,
    mayTell: () => Boolean(host.ask) && host.readOnly === false,
    isStepShown: () => Boolean(toldStep()) && isShown(wordsOf(store.state, model), toldStep()),
    /** The days of the step, for the time bar; null where no step is told. */
    storySpan: () => (toldStep() ? clockRange(stateOfStep(toldStep()).clock, model.firstDay) : null),
    tell(number) {
      const next = app.story.steps[number - 1];
      if (!next) return;
      app.pause();
      const { naming, theme, lang } = store.state;
      const asked = stateOfStep(next);
      store.set({
        ...asked,
        naming: next.words.names ? asked.naming : naming,
        theme,
        lang,
        story: number,
        scope: "all",
        map: asked.map,
      });
      app.drawStory(); // before the map fits: it keeps clear of the panel
      app.showAxis(clockRange(asked.clock, model.firstDay));
      host.channel.post(asked.map ? { t: "fly", ...asked.map } : { t: "fit" });
      app.commit();
    },
    tellNext(way) {
      const { steps } = app.story;
      const next = store.state.story + way;
      if (next >= 1 && next <= steps.length) app.tell(next);
      return steps.length > 0;
    },
    toggleStory() {
      if (store.state.story === null) {
        if (app.hasStory()) app.tell(1);
        else if (app.mayTell()) store.set({ story: 0 });
      } else app.endStory();
    },
    endStory() {
      store.set({ story: null });
      app.commit();
    },
    addStep(title, caption) {
      const steps = [...app.story.steps];
      steps.splice(at() + 1, 0, { title, caption, words: savedWords(store.state, model) });
      return change(steps, at() + 2);
    },
    changeStep: (part) =>
      change(
        app.story.steps.map((one, index) => (index === at() ? { ...one, ...part } : one)),
        at() + 1,
      ),
    resetStep: () => app.changeStep({ words: savedWords(store.state, model) }),
    moveStep(way) {
      const to = at() + way;
      if (to < 0 || to >= app.story.steps.length) return Promise.resolve();
      return change(moved(app.story.steps, at(), to), to + 1);
    },
    async deleteStep() {
      const number = at() + 1;
      await change(
        app.story.steps.filter((_, index) => index !== at()),
        number,
      );
      app.tell(Math.min(number, app.story.steps.length));
    },
    canUndoStory: () => before.length > 0,
    async undoStory() {
      const { steps, number } = before.at(-1);
      await save(steps, number);
      before.pop();
      app.tell(store.state.story);
    },
  };
}

/** Whether the words of an address name a step that the story does not have. */
export function isNoStep(words, story) {
  return Boolean(words.story) && !stepOf(words, story);
}

function plain({ title, caption, words }) {
  return { title, caption, view: queryOf(words).replaceAll("%2C", ",") };
}

function withoutMap({ lat, lng, z, ...words }) {
  return words;
}
