// Making a story: add the present view, write what it shows, put steps in order. Only with --edit.

import { iconButton, make } from "./dom.js";
import { icon } from "./glyphs.js";
import { say } from "./strings.js";

const LONGEST = { title: 200, caption: 2000 }; // letters, as dashboard/story.py takes them

export function makeStoryForm(app) {
  const { store } = app;
  const write = makeWriting(app);
  const buttons = {
    add: textButton("plus", "story.add", () => write.open(null)),
    edit: textButton("edit", "story.edit", () => write.open(app.toldStep())),
    reset: textButton("target", "story.reset", () => attempt(app, app.resetStep())),
    up: iconButton(icon("up", 16), say("story.up"), () => move(-1), {}),
    down: iconButton(icon("down", 16), say("story.down"), () => move(1), {}),
    remove: iconButton(icon("bin", 16), say("story.delete"), () => attempt(app, app.deleteStep(), "story.deleted"), {}),
    undo: textButton("undo", "story.undo", () => attempt(app, app.undoStory())),
  };
  const tools = make(
    "div",
    { class: "story-tools", role: "group", "aria-label": say("story.make") },
    ...Object.values(buttons),
  );
  const node = make("div", { class: "story-form", hidden: true }, tools, write.node);
  const opener = iconButton(icon("edit", 16), say("story.make"), () => unfold(node.hidden), {
    class: "story-make",
    "aria-expanded": "false",
  });
  function unfold(open) {
    node.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  }

  async function move(way) {
    const from = store.state.story;
    if (from + way < 1 || from + way > app.story.steps.length) return;
    await attempt(app, app.moveStep(way), "story.moved", { from, to: from + way });
  }
  node.addEventListener("keydown", (event) => {
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!way || !event.shiftKey || write.isOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    move(way);
  });
  return {
    node,
    opener,
    update() {
      const { story } = store.state;
      const step = app.toldStep();
      opener.hidden = !step;
      if (!step) unfold(true); // nothing else can be done with no step
      for (const name of ["edit", "reset", "up", "down", "remove"]) buttons[name].hidden = !step;
      buttons.reset.disabled = app.isStepShown();
      buttons.up.disabled = story <= 1;
      buttons.down.disabled = story >= app.story.steps.length;
      buttons.undo.hidden = !app.canUndoStory();
      write.close(story);
    },
  };
}

function textButton(name, key, run) {
  return iconButton(icon(name, 14), "", run, { text: say(key), class: "small" });
}

/** Do it, and say so; or say why not. True if it was done. */
async function attempt(app, doing, key = null, values = {}) {
  try {
    await doing;
    if (key) app.toast(say(key, values));
    return true;
  } catch (error) {
    app.toast(say("story.failed", { text: error.message }));
    return false;
  }
}

/** The fields for a step's heading and caption: of the step shown, or of one to be added. */
function makeWriting(app) {
  let step = null; // null: one to be added
  let of = null; // the number of the step shown when it was opened
  const title = make("input", { type: "text", maxlength: LONGEST.title, id: "story-field-title" });
  const caption = make("textarea", {
    rows: "5",
    maxlength: LONGEST.caption,
    id: "story-field-caption",
    required: true,
  });
  const node = make(
    "form",
    { class: "story-writing", hidden: true, on: { submit: save, keydown: keys } },
    make("label", { for: "story-field-title" }, say("story.field_title")),
    title,
    make("label", { for: "story-field-caption" }, say("story.field_caption")),
    caption,
    make(
      "p",
      { class: "story-ends" },
      make("button", { type: "submit", class: "button primary small" }, say("story.save")),
      make("button", { type: "button", class: "button small", on: { click: shut } }, say("story.cancel")),
    ),
  );
  function open(existing) {
    step = existing;
    of = app.store.state.story;
    title.value = existing?.title ?? "";
    caption.value = existing?.caption ?? "";
    node.hidden = false;
    caption.focus();
  }
  function shut() {
    node.hidden = true;
  }
  async function save(event) {
    event.preventDefault();
    const part = { title: title.value.trim(), caption: caption.value.trim() };
    if (!part.caption) return caption.focus();
    const doing = step ? app.changeStep(part) : app.addStep(part.title, part.caption);
    if (await attempt(app, doing, "story.saved")) shut();
    return undefined;
  }
  function keys(event) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    shut();
  }
  return {
    node,
    open,
    isOpen: () => !node.hidden,
    close: (story) => story !== of && shut(), // another step is shown
  };
}
