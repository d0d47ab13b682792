// The search in the texts: asked once for each wording, and taken into the filter when it is known.

import { beginsAll, foldText, markedPieces, termsOf } from "../time_map/core.js";

const SHOWN = 6; // passages, as the server sends
const AROUND = 110; // characters of a sentence shown before the first word
const LONGEST = 320; // of a passage
const REMEMBERED = 40; // wordings whose answer is kept
const BREAK = " · ";

/**
 * What the page does with it. An answer is {events: ids, documents: how many texts hold the words,
 * passages: [{document, title, published, start, end, event, pieces}]}.
 */
export function textSearch(app) {
  const { host, model, store } = app;
  const answers = new Map(); // words -> Promise of an answer
  const known = new Map(); // words -> Set of the events' indexes

  function find(text) {
    if (answers.has(text)) return answers.get(text);
    const answer = Promise.resolve(host.searchTexts?.(text) ?? NOTHING);
    answers.set(text, answer);
    if (answers.size > REMEMBERED) forget(answers.keys().next().value);
    answer.then(
      ({ events }) => answers.has(text) && known.set(text, indexesOf(events)),
      () => answers.delete(text),
    );
    return answer;
  }
  function forget(text) {
    answers.delete(text);
    known.delete(text);
  }
  function indexesOf(ids) {
    const wanted = new Set(ids);
    return new Set(
      model.ids.map((_, index) => index).filter((index) => wanted.has(model.ids[index])),
    );
  }
  function take() {
    const { text, found } = store.state.filters;
    if (!text || found) return;
    find(text)
      .then(() => {
        const { filters } = store.state;
        if (filters.text !== text || filters.found) return;
        store.set({ filters: { ...filters, found: known.get(text) } });
      })
      .catch(() => {}); // titles and names are searched without it
  }
  return {
    findTexts: find,
    /** The events in whose texts the words stand, null until that is known. */
    foundIn: (text) => known.get(text) ?? null,
    /** Show only what matches; with its texts at once, where they have been searched already. */
    filterText: (text) => app.filter({ text, found: known.get(text) ?? null }),
    /** Look into the texts whenever the words of the filter change; returns what ends it. */
    followTexts() {
      take();
      return store.listen((changed) => changed.has("filters") && take());
    },
  };
}

const NOTHING = { events: [], documents: 0, passages: [] };

const foldedCards = new WeakMap(); // details -> [id, folded text]

/** The same search over the cards that a page has within it; `details`: id -> card. */
export function searchCards(details, text) {
  const terms = termsOf(text);
  if (!terms.length) return NOTHING;
  if (!foldedCards.has(details)) {
    foldedCards.set(
      details,
      Object.values(details).map((card) => [card, foldText(textsOf(card).join(BREAK))]),
    );
  }
  const found = foldedCards
    .get(details)
    .filter(([, folded]) => beginsAll(terms, folded))
    .map(([card]) => card);
  const passages = new Map(); // document -> the passage that is shown of it
  for (const card of found) {
    for (const report of card.evidence) addPassage(passages, card, report, terms);
  }
  return {
    events: found.map(({ id }) => id),
    documents: passages.size,
    passages: [...passages.values()].sort((a, b) => b.together - a.together).slice(0, SHOWN),
  };
}

function textsOf({ title, place, place_text, places, actors, attributed_to, evidence }) {
  const reports = evidence.flatMap((report) => [
    report.title,
    [report.before, report.sentence, report.after].filter(Boolean).join(" "),
  ]);
  const texts = [title, place, place_text, ...(places ?? []), ...(actors ?? []), attributed_to];
  return [...texts, ...reports].filter(Boolean);
}

function addPassage(passages, card, report, terms) {
  const pieces = markedPieces(
    [report.before, report.sentence, report.after].filter(Boolean).join(" "),
    terms,
  );
  const folded = pieces.filter(([, marked]) => marked).map(([piece]) => foldText(piece));
  const together = terms.filter((words) => folded.some((piece) => piece.includes(words[0]))).length;
  const best = passages.get(report.document);
  if (!together || (best && best.together >= together)) return;
  passages.set(report.document, {
    document: report.document,
    title: report.title ?? report.document,
    outlet: report.outlet,
    published: report.published,
    start: report.start,
    end: report.end,
    event: card.id,
    pieces: shortened(pieces),
    together,
  });
}

/** The pieces from a little before the first word on, no longer than a few lines. */
function shortened(pieces) {
  const [first, ...rest] = pieces;
  const starts = first[1] || first[0].length <= AROUND;
  const shown = starts ? [...pieces] : [[`… ${afterSpace(first[0].slice(-AROUND))}`, false], ...rest];
  let room = LONGEST;
  return shown
    .map(([piece, marked]) => {
      const kept = piece.length > room ? `${piece.slice(0, Math.max(0, room))} …` : piece;
      const wanted = room > 0;
      room -= piece.length;
      return wanted ? [kept, marked] : null;
    })
    .filter(Boolean);
}

function afterSpace(text) {
  return text.slice(text.indexOf(" ") + 1);
}
