// Words in texts, found without regard to case, accents and hyphens. `folding.py` folds the same way
// for a project's whole texts. Pure.

const QUOTED = /["“”„«]([^"“”„«»]+)["“”»]|(\S+)/gu;
const DASH = /^[-‐‑‒–—−]$/u;
// Scripts that part no words: there a word may begin anywhere.
const UNPARTED = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\u{20000}-\u{3ffff}]/u;

const known = new Map(); // character -> what it reads as: none, one or several

function foldCharacter(character) {
  if (DASH.test(character) || /^[\s\x1c-\x1f\x85]$/u.test(character)) return " ";
  if (/^\p{Cf}$/u.test(character)) return "";
  return character
    .normalize("NFKD")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ə/g, "e")
    .replace(/ς/g, "σ")
    .replace(/[’‘ʼ`]/g, "'");
}

function folded(character) {
  if (!known.has(character)) known.set(character, foldCharacter(character));
  return known.get(character);
}

/** Lower case without accents: "Susa" finds "Şuşa", "Xankendi" finds "Xankəndi". */
export function foldText(text) {
  let all = "";
  for (const character of text) all += folded(character);
  return all;
}

/** The folded text, and for each of its units where its character starts and ends in the text. */
export function foldWithOffsets(text) {
  const starts = [];
  const ends = [];
  let all = "";
  let at = 0;
  for (const character of text) {
    const reads = folded(character);
    const end = at + character.length;
    for (let unit = 0; unit < reads.length; unit += 1) {
      starts.push(at);
      ends.push(end);
    }
    if (!reads && ends.length) ends[ends.length - 1] = end; // an accent goes with its letter
    all += reads;
    at = end;
  }
  return { folded: all, starts, ends };
}

/** What a search asks for: lists of folded words; "words in quotes" must follow each other. */
export function termsOf(query) {
  const terms = [];
  for (const [, quoted, word] of query.matchAll(QUOTED)) {
    const words = foldText(quoted ?? word)
      .split(/ +/)
      .map((part) => part.replace(/^["“”„«»]+|["“”„«»]+$/g, ""))
      .filter(Boolean);
    const isNew = terms.every((term) => term.join(" ") !== words.join(" "));
    if (words.length && isNew) terms.push(words);
  }
  return terms;
}

/** Where a term stands in a folded text, at the beginning of words: [start, end] each. */
export function spansOf(words, folded) {
  const spans = [];
  const pattern = new RegExp(words.map(escaped).join(" +"), "gu");
  for (const match of folded.matchAll(pattern)) {
    if (begins(folded, match.index)) spans.push([match.index, match.index + match[0].length]);
  }
  return spans;
}

function escaped(word) {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

function begins(folded, start) {
  const before = [...folded.slice(Math.max(0, start - 2), start)].pop();
  return !before || !/[\p{L}\p{N}]/u.test(before) || UNPARTED.test(folded.slice(start, start + 2));
}

/** Whether all the terms stand in the folded text, in the middle of words too; one space each. */
export function holdsAll(terms, folded) {
  return terms.every((words) => folded.includes(words.join(" ")));
}

/** Whether all the terms stand in it at the beginning of words. */
export function beginsAll(terms, folded) {
  return terms.every((words) => folded.includes(words[0]) && spansOf(words, folded).length);
}

/** The text as [piece, whether it is a word searched for], nothing lost. */
export function markedPieces(text, terms) {
  const { folded: all, starts, ends } = foldWithOffsets(text);
  const spans = terms
    .flatMap((words) => spansOf(words, all))
    .map(([start, end]) => [starts[start], ends[end - 1]])
    .sort((one, other) => one[0] - other[0]);
  const pieces = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start < at) continue;
    if (start > at) pieces.push([text.slice(at, start), false]);
    pieces.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < text.length) pieces.push([text.slice(at), false]);
  return pieces;
}
