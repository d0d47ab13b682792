// The form in which an event is corrected: where, when, what, one event or several; who says so.

import { CATEGORIES, STATUS_MARK, isoDay, parseDay } from "../time_map/core.js";
import { readDay, shortDay } from "./clock.js";
import { makePlacePart, select } from "./correct_place.js";
import { make, replace, setAttribute, setText } from "./dom.js";
import { icon } from "./glyphs.js";
import { say, term } from "./strings.js";

const WHO = "dateline.who"; // the browser remembers who corrects

/** {node, open(id, detail), close()}: the form of one event at a time, filled from its draft. */
export function makeForm(app) {
  const node = make("div", { class: "edit", hidden: true });
  let shownFor = null;
  const close = () => {
    app.stopCorrecting();
    app.focusCard();
  };
  node.addEventListener("keydown", (event) => {
    if (event.key === "Tab") return;
    event.stopPropagation(); // letters and arrows are the form's here
    if (event.key === "Escape") close();
  });
  return {
    node,
    open(id, detail) {
      node.hidden = false;
      if (shownFor === id) return;
      shownFor = id;
      fill(app, node, { id, detail, close });
    },
    close() {
      node.hidden = true;
      shownFor = null;
      app.host.desk.onPinned = null;
    },
  };
}

async function fill(app, node, { id, detail, close }) {
  const { desk } = app.host;
  const heading = make("h2", { class: "card-title", tabindex: "-1" }, say("edit.title"));
  const waiting = make("p", { class: "waiting" }, say("edit.loading"));
  const title = make("p", { class: "edit-of" }, app.model.titles[app.model.ids.indexOf(id)]);
  const body = make("div", { class: "scroller edit-body" }, heading, title, waiting);
  const form = make("form", { class: "edit-frame", novalidate: true, autocomplete: "off" }, body);
  replace(node, form);
  heading.focus({ preventScroll: true });
  try {
    const choices = { ...(await app.host.ask("edit.choices", { event: id })), event: id };
    if (app.store.state.editing !== id) return;
    const draft = draftOf(desk.drafts.get(id), choices, detail);
    desk.drafts.set(id, draft);
    waiting.remove();
    fillForm(app, form, body, { id, detail, draft, choices, close });
  } catch (error) {
    setText(waiting, error.message);
    waiting.after(cancelButton(close));
  }
}

/** What was begun before, and as the event is now in all that was left alone then. */
function draftOf(begun, { earliest, latest }, { category, status }) {
  const now = { earliest: written(earliest), latest: written(latest), category, status };
  const kept = begun && Object.entries(now).map(([key, value]) => [
    key,
    begun[key] === begun.before[key] ? value : begun[key],
  ]);
  const blank = { place: null, scope: "mention", merge: "", split: [], reject: false, why: "" };
  return { ...blank, ...begun, ...now, ...Object.fromEntries(kept ?? []), before: now };
}

const written = (day) => (day ? shortDay(parseDay(day)) : "");

function fillForm(app, form, body, { id, detail, draft, choices, close }) {
  const place = makePlacePart(app, draft);
  const days = makeDays(draft, choices);
  const what = makeWhat(draft, detail);
  const reports = makeReports(draft, detail, choices);
  const signed = makeSignature(app.host.desk, draft);
  const state = make("p", { class: "edit-state", role: "alert" });
  const save = make("button", { type: "submit", class: "button primary" }, say("edit.save"));
  body.append(place.node, days.node, what.node, reports.node, signed.node);
  form.append(make("div", { class: "edit-foot" }, state, save, cancelButton(close)));
  form.classList.add("edit-form");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const changes = [place, days, what, reports].flatMap((part) => part.read() ?? []);
    if (!form.reportValidity()) return;
    if (!changes.length) return setText(state, say("edit.nothing"));
    const scope = changes.find((change) => change.scope)?.scope ?? "mention";
    setText(state, say("edit.saving"));
    save.disabled = true;
    try {
      await app.saveCorrection(id, changes, { ...signed.read(), reached: choices.reach[scope] });
    } catch (error) {
      setText(state, say("edit.failed", { text: error.message }));
      save.disabled = false;
    }
  });
  place.show(choices);
  app.host.desk.onPinned = (point) => place.pinned(point);
}

function cancelButton(close) {
  return make("button", { type: "button", class: "button", on: { click: close } }, say("edit.cancel"));
}

function makeDays(draft, { earliest, latest }) {
  const fields = ["earliest", "latest"].map((key) => {
    const field = make("input", { type: "text", class: "field day", autocomplete: "off" });
    field.value = draft[key];
    field.addEventListener("input", () => (draft[key] = field.value));
    return field;
  });
  fields[0].addEventListener("change", () => {
    if (fields[1].value || readDay(fields[0].value) === null) return;
    fields[1].value = draft.latest = fields[0].value; // one day, until another is written
  });
  const [from, to] = fields;
  const node = make(
    "fieldset",
    { class: "edit-part" },
    make("legend", {}, say("edit.when")),
    make(
      "div",
      { class: "edit-line" },
      make("label", {}, say("edit.from"), from),
      make("label", {}, say("edit.to"), to),
    ),
    make("p", { class: "hint" }, say("edit.day_hint")),
  );
  return {
    node,
    read() {
      const days = fields.map(({ value }) => readDay(value));
      const empty = fields.every(({ value }) => !value.trim());
      fields.forEach((field, at) => {
        const wrong = days[at] === null && !(empty && !earliest);
        field.setCustomValidity(wrong ? say("bar.bad_date") : "");
        setAttribute(field, "aria-invalid", wrong ? "true" : null);
      });
      if (days.includes(null)) return null;
      if (days[1] < days[0]) to.setCustomValidity(say("edit.bad_days"));
      const [first, last] = days.map(isoDay);
      if (first === earliest && last === latest) return null;
      return { what: "date", earliest: first, latest: last };
    },
  };
}

function makeWhat(draft, detail) {
  const kinds = [
    ["category", CATEGORIES.map((code) => [code, term("category", code)])],
    ["status", Object.keys(STATUS_MARK).map((code) => [code, term("status", code)])],
  ];
  const node = make("fieldset", { class: "edit-part" }, make("legend", {}, say("edit.what")));
  for (const [key, pairs] of kinds) {
    const box = select(pairs);
    box.value = draft[key];
    box.addEventListener("change", () => (draft[key] = box.value));
    node.append(make("label", { class: "edit-line" }, say(`edit.${key}`), box));
  }
  return {
    node,
    read: () =>
      kinds
        .filter(([key]) => draft[key] !== detail[key])
        .map(([what]) => ({ what, to: draft[what] })),
  };
}

/** Merge, split, reject: folded, because they are rarer and undo less easily in the head. */
function makeReports(draft, { evidence }, { others }) {
  const merge = select([
    ["", say("edit.merge_none")],
    ...others.map(({ id, title, when, place }) => [
      id,
      [title, when, place].filter(Boolean).join(" · "),
    ]),
  ]);
  merge.value = draft.merge;
  merge.addEventListener("change", () => (draft.merge = merge.value));
  const keys = evidence.map(({ document, start }) => `${document} ${start}`);
  const splits = evidence.map((report, at) =>
    checkbox(
      `${report.outlet ?? report.document}: ${report.sentence}`,
      draft.split.includes(keys[at]),
      (on) => (draft.split = on ? [...draft.split, keys[at]] : draft.split.filter((key) => key !== keys[at])),
    ),
  );
  const reject = checkbox(say("edit.reject"), draft.reject, (on) => (draft.reject = on));
  const node = make(
    "details",
    { class: "edit-part" },
    make("summary", {}, icon("down", 14), say("edit.reports")),
    others.length ? make("label", { class: "edit-line" }, say("edit.merge"), merge) : null,
    evidence.length > 1
      ? make("fieldset", { class: "edit-inner" }, make("legend", {}, say("edit.split")), ...splits)
      : null,
    reject,
  );
  node.open = Boolean(draft.merge || draft.split.length || draft.reject);
  return {
    node,
    read: () => [
      ...evidence
        .filter((_, at) => draft.split.includes(keys[at]))
        .map(({ document, start }) => ({ what: "split", document, start })),
      ...(draft.merge ? [{ what: "merge", with: draft.merge }] : []),
      ...(draft.reject ? [{ what: "reject" }] : []),
    ],
  };
}

function checkbox(words, checked, change) {
  const box = make("input", { type: "checkbox", on: { change: () => change(box.checked) } });
  box.checked = checked;
  return make("label", { class: "edit-option" }, box, make("span", {}, words));
}

function makeSignature(desk, draft) {
  const who = make("input", { type: "text", class: "field", autocomplete: "name", maxlength: "80" });
  const why = make("input", { type: "text", class: "field", maxlength: "500" });
  who.value = desk.who || remembered();
  why.value = draft.why;
  why.addEventListener("input", () => (draft.why = why.value));
  const node = make(
    "fieldset",
    { class: "edit-part" },
    make("label", { class: "edit-line" }, say("edit.who"), who),
    make("label", { class: "edit-line" }, say("edit.why"), why),
    make("p", { class: "hint" }, say("edit.sign_hint")),
  );
  return {
    node,
    read() {
      remember(who.value);
      return { who: who.value, why: why.value };
    },
  };
}

// A browser may forbid its memory; who corrects is then asked each time.
function remembered() {
  try {
    return localStorage.getItem(WHO) ?? "";
  } catch {
    return "";
  }
}

function remember(who) {
  try {
    localStorage.setItem(WHO, who);
  } catch {
    // nothing is lost but a convenience
  }
}
