// Corrections that have been made: on the card, in the bar with "Undo", in the log.

import { iconButton, make, replace, setText } from "./dom.js";
import { icon } from "./glyphs.js";
import { saveFile } from "./save_file.js";
import { numberText, say } from "./strings.js";

/**
 * What the page does with corrections. New events may come before the answer of what changed them,
 * and with them another app: `host.desk.app` is the one that stands there now.
 */
export function correcting(app) {
  const { host, store } = app;
  const desk = (host.desk ??= { drafts: new Map(), who: "" });
  desk.app = app;
  return {
    startCorrecting: () => store.set({ editing: store.state.selected.event }),
    stopCorrecting() {
      store.set({ editing: null });
      app.setPin(null);
    },
    /** Resolves when it is saved; rejects with the reason. */
    async saveCorrection(event, changes, { who, why, reached }) {
      const { ids } = await host.ask("edit.save", { event, changes, who, why });
      const { app: now } = desk;
      const rejects = changes.some(({ what }) => what === "reject");
      desk.drafts.delete(event);
      desk.who = who;
      now.stopCorrecting();
      now.store.set({
        saved: { ids, words: savedWords(rejects, reached) },
        ...(rejects && { selected: { ...now.store.state.selected, event: null } }),
      });
      now.commit();
      if (rejects) now.focusList();
      else now.focusCard();
    },
    async undoCorrection(ids) {
      try {
        await host.ask("edit.undo", { ids, who: desk.who });
        desk.app.store.set({ saved: null });
        desk.app.toast(say("edit.undone"));
        focusAgain(desk.app); // what was pressed is gone
      } catch (error) {
        desk.app.toast(say("edit.undo_failed", { text: error.message }));
      }
    },
    /** The pin of the map: at {lat, lng} or gone; `picks`: a click on the map sets it. */
    setPin(at, picks = false) {
      host.channel.post({ t: "pin", at, picks, label: say("edit.point") });
    },
    pinned(point) {
      desk.onPinned?.(point);
    },
  };
}

function focusAgain(app) {
  if (app.isLogOpen()) return;
  if (app.store.state.selected.event === null) app.focusList();
  else app.focusCard();
}

function savedWords(rejects, reached) {
  if (rejects) return say("edit.rejected");
  return reached > 1 ? say("edit.saved_many", { count: numberText(reached) }) : say("edit.saved");
}

/** What was saved, and the way back; it stays until it is dismissed or used. */
export function makeUndoBar(app) {
  const words = make("span", {});
  const node = make(
    "div",
    { class: "undo-bar", role: "status", hidden: true },
    words,
    iconButton(icon("undo", 16), "", () => app.undoCorrection(app.store.state.saved.ids), {
      text: say("edit.undo"),
      class: "small",
    }),
    iconButton(icon("close", 16), say("edit.dismiss"), () => app.store.set({ saved: null }), {
      class: "small",
    }),
  );
  return {
    node,
    update(changed) {
      if (!changed.has("saved")) return;
      const { saved } = app.store.state;
      node.hidden = saved === null;
      if (saved) setText(words, saved.words);
    },
  };
}

/** On the card: who set what, when and why, what it was, and "Undo" for those who may. */
export function correctedBlock(app, made) {
  if (!made?.length) return null;
  return make(
    "section",
    { class: "corrected" },
    make("h3", {}, icon("edit", 14), say("edit.corrected")),
    make("ul", {}, ...made.map((row) => make("li", {}, ...wordsOf(row), undoOf(app, row)))),
  );
}

function wordsOf(row) {
  return [
    make("span", { class: "fact" }, changeOf(row)),
    make("span", { class: "reason" }, signature(row)),
    row.scope === "mention" ? null : make("span", { class: "reason" }, reachOf(row)),
    row.why ? make("q", { class: "reason" }, row.why) : null,
  ];
}

function changeOf({ what, from, to }) {
  if (["merge", "split", "reject"].includes(what)) return say(`edit.was_${what}`, { to });
  return say("edit.was", { what: say(`edit.what_${what}`), from: plain(from), to: plain(to) });
}

const plain = (value) => value ?? "—";

function signature({ who, when }) {
  return who ? say("edit.by", { who, when }) : say("edit.by_nobody", { when });
}

function reachOf({ scope, name }) {
  return say("edit.of", { name, where: say(`edit.of_${scope}`) });
}

function undoOf(app, { id }) {
  if (!app.mayEdit) return null;
  return iconButton(icon("undo", 14), "", () => app.undoCorrection([id]), {
    text: say("edit.undo"),
    class: "small",
  });
}

/**
 * Every correction of the project, the newest first, as a dialog; also as a file. What "Undo" changes
 * brings new events, and with them a new dialog in the place of this one.
 */
export function makeLog(app) {
  const list = make("ol", { class: "log-rows" });
  const node = make(
    "dialog",
    { class: "help-panel log-panel", "aria-label": say("log.title") },
    make(
      "div",
      { class: "panel-head" },
      make("h2", {}, say("log.title")),
      make("span", { class: "grow" }),
      iconButton(icon("close"), say("help.close"), () => node.close()),
    ),
    list,
    make(
      "p",
      { class: "log-files" },
      fileButton(app, ".jsonl", say("log.file")),
      fileButton(app, ".csv", say("log.table")),
    ),
  );
  node.addEventListener("click", (event) => event.target === node && node.close());
  async function fill() {
    const { rows, wrong } = await app.host.ask("edit.log");
    const shown = rows.map((row) => rowOf(app, row));
    const broken = wrong.map((line) => make("li", { class: "log-wrong" }, line));
    const none = make("li", {}, say("log.none"));
    replace(list, ...broken, ...(rows.length || broken.length ? shown : [none]));
  }
  return {
    node,
    open() {
      if (!node.open) node.showModal();
      fill().catch((error) => replace(list, make("li", {}, error.message)));
    },
  };
}

function rowOf(app, row) {
  const state = row.active ? row.idle && say("log.idle", { reason: row.idle }) : undoneBy(row);
  return make(
    "li",
    { class: row.active ? null : "log-undone" },
    ...wordsOf(row),
    make("span", { class: "reason" }, `“${row.sentence}” (${row.document})`),
    state ? make("strong", { class: "reason" }, state) : null,
    row.active ? undoOf(app, row) : null,
  );
}

const undoneBy = ({ undone }) => say("log.undone", { who: plain(undone) });

function fileButton(app, format, text) {
  return iconButton(icon("download", 16), "", () => download(app, format), { text });
}

async function download(app, format) {
  const file = await app.host.ask("edit.file", { format });
  app.host.ask("thanks").catch(() => {}); // the file need not travel with every next answer
  saveFile(file);
}
