// The card of an event: the sentence in its text, who says so, how the day and the place were got.

import { dayText, intervalText, isDated, parseDay } from "../time_map/core.js";
import { correctedBlock } from "./corrected.js";
import { makeForm } from "./correct.js";
import { iconButton, make, replace, unpressed } from "./dom.js";
import { glyph, icon, statusGlyph } from "./glyphs.js";
import { readDay, knownDay, shortDay } from "./clock.js";
import { whenText } from "./event_list.js";
import { OF_TEXTS, numberText, say, term } from "./strings.js";

const SURE = [
  [80, "high"],
  [60, "medium"],
  [0, "low"],
];

export function makeCard(app) {
  const body = make("div", { class: "scroller card-body" });
  const form = app.mayEdit ? makeForm(app) : null;
  const back = iconButton(icon("back"), "", () => app.selectEvent(null), {
    text: say("panel.events"),
    class: "card-back",
    title: say("card.back"),
  });
  const node = make(
    "article",
    { class: "card", hidden: true, "aria-live": "off" },
    make(
      "div",
      { class: "panel-head" },
      back,
      make("span", { class: "grow" }),
      iconButton(icon("up"), say("card.previous"), () => app.selectNext(-1), {}),
      iconButton(icon("down"), say("card.next"), () => app.selectNext(1), {}),
      iconButton(icon("close"), say("card.close"), () => app.selectEvent(null), {}),
    ),
    body,
    form?.node,
  );
  const redraw = unpressed(body); // its details come while the reader may be at it already
  let shownFor = null;
  let shownDetail = null;
  let shownOn = null;
  let shownNaming = null;
  return {
    node,
    focus: () => app.store.state.editing || back.focus(),
    update() {
      const id = app.store.state.selected.event;
      const detail = app.detailOf(id);
      node.hidden = id === null;
      const editing = form && detail && id !== null && app.store.state.editing === id;
      body.hidden = Boolean(editing);
      if (editing) form.open(id, detail);
      else form?.close();
      const on = knownDay(app.store.state);
      const { naming } = app.store.state;
      if (id === null) return;
      if ([id, detail, on, naming].every((one, at) => one === [shownFor, shownDetail, shownOn, shownNaming][at]))
        return;
      if (id !== shownFor) body.scrollTop = 0;
      shownFor = id;
      shownDetail = detail;
      shownOn = on;
      shownNaming = naming;
      redraw(() => replace(body, ...cardOf(app, app.model.ids.indexOf(id), detail)));
    },
  };
}

function cardOf(app, index, detail) {
  const { model } = app;
  const category = model.categories[model.category[index]];
  const status = model.statuses[model.status[index]];
  return [
    make("p", { class: "kicker" }, glyph(category), term("category", category)),
    make("h2", { class: "card-title", tabindex: "-1", lang: OF_TEXTS }, model.titles[index]),
    ...statusLines(app, index, status, detail ? saidWords(detail.status_said) : term("status", status)),
    detail
      ? evidenceBlock(app, detail.evidence[0])
      : make("p", { class: "waiting" }, say("card.loading")),
    make("dl", { class: "facts" }, ...facts(app, index, detail)),
    detail && correctedBlock(app, detail.corrections),
    detail && detail.evidence.length > 1 ? chain(app, detail.evidence) : null,
    actions(app, index, detail),
  ];
}

const saidWords = ({ key, status, ...values }) =>
  say(`said.${key}`, { ...values, status: status && term("status", status) });

/** The status in words; with the second clock, what it was on that day, and then what it is today. */
function statusLines(app, index, status, words) {
  const day = knownDay(app.store.state);
  const line = (code, text, extra = "") =>
    make("p", { class: `status status-${code} ${extra}` }, statusGlyph(code, 14), text);
  if (day === null) return [line(status, words)];
  const { told, status: codes, statuses } = app.selection.model();
  const then = statuses[codes[index]];
  const on = shortDay(day);
  if (!told[index])
    return [
      make("p", { class: "status" }, icon("known", 14), say("known.untold", { day: on })),
      line(status, say("known.today", { status: words }), "status-later"),
    ];
  const known = say("known.status", { day: on, status: term("status", then) });
  if (then === status) return [line(then, known)];
  return [line(then, known), line(status, say("known.today", { status: words }), "status-later")];
}

function facts(app, index, detail) {
  const { model } = app;
  const place = model.place[index];
  const why = model.reasons[model.reason[index]]; // it is not on the map
  const confidence = model.confidence[index];
  const level = SURE.find(([least]) => confidence >= least)[1];
  return [
    fact(
      "card.when",
      whenText(model, index),
      isDated(model, index) ? say(`precision.${detail?.date_precision ?? "day"}`) : why,
      inEnglish(detail?.date_reason) ??
        (detail?.date_text && say("card.words", { words: detail.date_text })),
    ),
    fact(
      "card.where",
      place >= 0 ? app.placeName(place, index) : (detail?.place ?? say("panel.no_place")),
      detail && say(`precision.${detail.place_precision}`),
      inEnglish(detail?.place_reason),
      place < 0 && isDated(model, index) && why,
      others(detail),
    ),
    fact("card.who", detail ? (detail.attributed_to ?? say("card.nobody")) : "…"),
    detail?.actors.length ? fact("card.actors", detail.actors.join(", ")) : [],
    detail?.figures.length ? fact("card.figures", ...detail.figures.map(figureWords)) : [],
    fact("card.sure", sureness(confidence, level)),
  ].flat();
}

/** What the extraction says of itself; null where it says nothing. */
function inEnglish(words) {
  return words ? make("span", { lang: OF_TEXTS }, words) : null;
}

function fact(key, first, ...rest) {
  const lines = rest.filter(Boolean).map((line) => make("span", { class: "reason" }, line));
  return [
    make("dt", {}, say(key)),
    make("dd", {}, make("span", { class: "fact" }, first), ...lines),
  ];
}

function others(detail) {
  const places = detail?.places?.slice(1) ?? [];
  return places.length ? say("card.also", { places: places.join(", ") }) : null;
}

function sureness(confidence, level) {
  return make(
    "span",
    { class: "sureness" },
    make(
      "span",
      { class: "gauge", "aria-hidden": "true" },
      make("i", { style: { width: `${confidence}%` } }),
    ),
    `${confidence} % · ${say(`sure.${level}`)}`,
  );
}

function figureWords({ kind, low, high, who, attributed_to: by }) {
  const range = low === high ? numberText(low) : `${numberText(low)}–${numberText(high)}`;
  const source = by ? say("figure.said", { who: by }) : say("figure.unattributed");
  return `${range} ${who ? `${who} ` : ""}${say(`figure.${kind}`)}, ${source}`;
}

function evidenceBlock(app, report) {
  return make(
    "figure",
    { class: "evidence" },
    make("figcaption", { class: "visually-hidden" }, say("card.evidence")),
    make(
      "blockquote",
      { lang: OF_TEXTS },
      make("span", { class: "around" }, spaced(report.before, "")),
      make("mark", {}, report.sentence),
      make("span", { class: "around" }, spaced("", report.after)),
    ),
    sourceLine(app, report),
  );
}

function spaced(before, after) {
  if (before) return `${before} `;
  return after ? ` ${after}` : "";
}

function sourceLine({ host }, report) {
  const open = host.links?.document?.(report);
  return make(
    "p",
    { class: "source" },
    make("strong", {}, report.outlet ?? report.document),
    report.title ? ` · ${report.title}` : "",
    ` · ${report.published ? say("card.published", { day: dayWords(report.published) }) : say("card.undated")}`,
    open
      ? make("a", { class: "source-link", href: open }, icon("document", 14), say("card.open"))
      : null,
    report.url
      ? make(
          "a",
          { class: "source-link", href: report.url, target: "_blank", rel: "noopener noreferrer" },
          icon("link", 14),
          say("card.source"),
        )
      : null,
  );
}

/** Every report in order of reporting, each with its own sentence: claimed, denied, confirmed. */
function chain(app, evidence) {
  const day = knownDay(app.store.state);
  return make(
    "section",
    { class: "chain" },
    make("h3", {}, say("card.chain", { count: evidence.length })),
    make(
      "ol",
      {},
      ...[...evidence].sort(inOrder).map((report) =>
        make(
          "li",
          { class: isLater(app, report) ? "later" : null },
          make(
            "p",
            { class: "chain-head" },
            statusGlyph(report.status, 13),
            make("strong", {}, dayWords(report.reported ?? report.published) ?? "—"),
            ` ${term("status", report.status)}${report.attributed_to ? ` · ${report.attributed_to}` : ""}`,
            isLater(app, report)
              ? make("span", { class: "reason" }, say("known.after", { day: shortDay(day) }))
              : null,
            report.days
              ? make("span", { class: "reason" }, say("card.happened", { when: daysWords(report.days) }))
              : null,
          ),
          make(
            "details",
            {},
            make("summary", {}, report.outlet ?? report.document),
            evidenceBlock(app, report),
          ),
        ),
      ),
    ),
  );
}

/** By the day of the report; the chain's own order within a day, and without one at the end. */
function inOrder(one, other) {
  const day = ({ reported, published }) => readDay(reported ?? published ?? "") ?? Infinity;
  const apart = day(one) - day(other);
  return Number.isNaN(apart) ? 0 : apart;
}

/** A day that Python wrote in English, in the reader's language. */
function dayWords(text) {
  const day = readDay(text ?? "");
  return day === null ? text : shortDay(day);
}

function daysWords([first, last]) {
  const [from, to] = [parseDay(first), parseDay(last)];
  return from === to ? dayText(from) : intervalText(from, to);
}

/** Whether a report was made after the day of the second clock. */
function isLater({ store }, { reported, published }) {
  const day = knownDay(store.state);
  const said = readDay(reported ?? published ?? "");
  return day !== null && said !== null && said > day;
}

function actions(app, index, detail) {
  const place = app.model.place[index];
  const buttons = [
    place >= 0 &&
      iconButton(icon("target", 16), "", () => app.flyToEvent(index), { text: say("card.fly") }),
    place >= 0 &&
      iconButton(icon("list", 16), "", () => app.selectPlace(place), {
        text: say("card.only_place"),
      }),
    app.mayEdit &&
      detail &&
      iconButton(icon("edit", 16), "", () => app.startCorrecting(), {
        text: say("edit.open"),
        class: "correct",
      }),
  ];
  return make("p", { class: "actions" }, ...buttons);
}
