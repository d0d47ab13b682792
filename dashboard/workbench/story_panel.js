// The story's panel over the map: the caption of the step, the way on, and, with --edit, its making.

import { iconButton, make, replace, setAttribute, setText } from "./dom.js";
import { icon } from "./glyphs.js";
import { makeStoryForm } from "./story_form.js";
import { say } from "./strings.js";

const WHEN = ["story", "told", "clock", "filters", "selected", "known", "control", "map"];

/** {node, update}; what it does is `story_telling.js`. */
export function makeStoryPanel(app) {
  const { store } = app;
  const number = make("p", { class: "story-number" });
  const title = make("h2", { class: "story-title", tabindex: "-1" });
  const caption = make("div", { class: "story-caption" });
  const told = make("div", { class: "story-told", "aria-live": "polite" }, title, caption);
  const again = make(
    "button",
    { type: "button", class: "button small story-again", on: { click: () => app.tell(store.state.story) } },
    icon("target", 14),
    make("span", {}, say("story.again")),
  );
  const back = iconButton(icon("back"), say("story.previous"), () => app.tellNext(-1), {
    class: "story-back",
  });
  const on = iconButton(icon("on"), "", () => app.tellNext(1), {
    class: "primary story-on",
    text: say("story.next"),
  });
  const marks = make("ol", { class: "story-marks", "aria-label": say("story.steps") });
  const form = app.mayTell() ? makeStoryForm(app) : null;
  const node = make(
    "section",
    { class: "story", "aria-label": say("story.title"), hidden: true },
    make(
      "div",
      { class: "story-head" },
      number,
      make("span", { class: "grow" }),
      form?.opener ?? "",
      iconButton(icon("close", 16), say("story.close"), () => app.endStory(), { class: "story-close" }),
    ),
    make("div", { class: "story-body" }, told, again),
    marks,
    make("div", { class: "story-ways" }, back, on),
    form?.node ?? "",
  );
  let shown = null;

  function draw() {
    const { story } = store.state;
    const step = app.toldStep();
    const { steps, lang } = app.story;
    setText(number, step ? say("story.number", { number: story, count: steps.length }) : say("story.title"));
    setText(title, step?.title ?? "");
    title.hidden = !step?.title;
    setAttribute(told, "lang", lang || null);
    replace(
      caption,
      ...(step ? step.caption : say("story.empty")).split(/\n{2,}/).map((text) => make("p", {}, text)),
    );
    replace(marks, ...steps.map((one, at) => markOf(app, one, at + 1)));
    back.disabled = story <= 1;
    on.disabled = story >= steps.length;
    back.hidden = on.hidden = marks.hidden = !steps.length;
  }
  return {
    node,
    update(changed) {
      if (!WHEN.some((key) => changed.has(key))) return;
      const { story, told: version } = store.state;
      node.hidden = story === null;
      if (node.hidden) return;
      const key = `${story} ${version}`;
      if (key !== shown) draw();
      shown = key;
      if (app.isMoving()) return;
      again.hidden = !app.toldStep() || app.isStepShown();
      form?.update();
    },
    /** What of the map it covers. */
    size: () =>
      app.store.state.story === null
        ? { width: 0, height: 0 }
        : { width: node.offsetWidth, height: node.offsetHeight },
  };
}

/** A number to go to a step by; it is dotted where there are many. */
function markOf(app, step, number) {
  const name = say("story.go", { number, title: step.title }).trim();
  return make(
    "li",
    {},
    make("button", {
      type: "button",
      class: "story-mark",
      "aria-label": name,
      title: name,
      "aria-current": number === app.store.state.story ? "step" : null,
      on: { click: () => app.tell(number) },
    }),
  );
}
