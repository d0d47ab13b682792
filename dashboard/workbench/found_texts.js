// The search's results in the texts: a passage a document, its words marked; each leads to its place.

import { make } from "./dom.js";
import { icon } from "./glyphs.js";
import { OF_TEXTS, say, sayCount } from "./strings.js";

/** The line over the passages: in how many documents the words stand, or why that is not known. */
export function textsHead(app, isSearched, texts) {
  if (!isSearched || !app.host.searchTexts) return null;
  if (texts?.error) return make("p", { class: "nothing" }, say("find.failed"));
  const waiting = texts === null;
  return make(
    "p",
    { class: "result-head", role: "presentation" },
    make("strong", {}, say(app.host.ask ? "find.texts" : "find.quoted")),
    make(
      "span",
      {},
      waiting ? say("find.waiting") : sayCount("find.document", texts.answer.documents),
    ),
  );
}

/** Options for the passages, made by `option(key, run, ...children)`. */
export function passageOptions(app, texts, option, clear) {
  return (texts?.answer?.passages ?? []).map((passage) => {
    const index = passage.event === null ? -1 : app.model.ids.indexOf(passage.event);
    const made = option(
      `text ${passage.document}`,
      () => open(app, passage, index, clear),
      index >= 0 ? app.glyph(index) : icon("document", 16),
      make(
        "span",
        { class: "result-passage" },
        make(
          "span",
          { class: "passage-head" },
          make("span", { class: "result-text" }, passage.title),
          make("span", { class: "result-kind" }, passage.published ?? say("card.undated")),
        ),
        make(
          "span",
          { class: "passage-words", dir: "auto", lang: OF_TEXTS },
          ...passage.pieces.map(([piece, marked]) => (marked ? make("mark", {}, piece) : piece)),
        ),
      ),
    );
    return made;
  });
}

/** The event whose sentence holds the words, or the document where they stand. */
function open(app, passage, index, clear) {
  const address = app.host.links?.document?.(passage);
  if (index >= 0) {
    clear();
    app.selectEvent(passage.event);
  } else if (address) location.assign(address);
}
