import assert from "node:assert/strict";
import { test } from "node:test";

import {
  applyFilters, beginsAll, foldText, foldWithOffsets, markedPieces, termsOf,
} from "../../dashboard/time_map/core.js";
import { searchCards } from "../../dashboard/workbench/text_search.js";
import { sample } from "./sample.js";

// The same as in tests/dashboard/test_folding.py.
const ALIKE = [
  ["Şuşa, Xankəndi; Nagorno-Karabakh", "susa, xankendi; nagorno karabakh"],
  ["S\u0327us\u0327a Ёлка й", "susa елка и"],
  ["STRASSE Straße ΣΊΣΥΦΟΣ İstanbul ılıca", "strasse strasse σισυφοσ istanbul ilica"],
  ["Երևան", "երեւան"],
  ["co\u00adoperate don’t ﬁre１２", "cooperate don't fire12"],
  ["a\tb\u00a0c\r\nd", "a b c  d"],
];

test("texts are folded as Python folds them", () => {
  for (const [text, folded] of ALIKE) assert.equal(foldText(text), folded);
});

test("words found are marked where they stand in the text", () => {
  const text = "𝔸 co\u00adnvoy to S\u0327us\u0327a";
  const marked = markedPieces(text, termsOf("convoy susa")).filter(([, is]) => is);

  assert.deepEqual(marked.map(([piece]) => piece), ["co\u00adnvoy", "S\u0327us\u0327a"]);
  assert.equal(markedPieces(text, termsOf("susa")).map(([piece]) => piece).join(""), text);
});

test("every folded letter knows its character", () => {
  const { folded, starts, ends } = foldWithOffsets("aß😀b");

  assert.equal(folded, "ass😀b");
  assert.deepEqual(starts, [0, 1, 1, 2, 2, 4]);
  assert.deepEqual(ends, [1, 2, 2, 4, 4, 5]);
});

test("words in quotes follow each other, and so do the parts of one word", () => {
  assert.deepEqual(termsOf("aid “Red Cross” Nagorno-Karabakh aid"), [
    ["aid"], ["red", "cross"], ["nagorno", "karabakh"],
  ]);
  assert.deepEqual(termsOf(' " '), []);
});

test("a word of a text is found at its beginning", () => {
  assert.ok(beginsAll(termsOf("art gun"), foldText("The artillery had guns")));
  assert.ok(!beginsAll(termsOf("art"), foldText("party")));
  assert.ok(beginsAll(termsOf("北京"), foldText("他在北京说")));
});

test("the filter keeps titles that match and what the texts hold", () => {
  const model = sample();
  const kept = (filters) => [...applyFilters(model, filters)].flatMap((bit, at) => (bit ? [at] : []));

  assert.deepEqual(kept({ text: '"event 4"' }), [4]);
  assert.deepEqual(kept({ text: '"event 4"', found: new Set([1]) }), [1, 4]);
  assert.deepEqual(kept({ text: "", found: new Set([1]) }).length, model.count);
});

const card = (id, sentence, more = {}) => ({
  id, title: "", evidence: [{ document: "a.txt", before: "", sentence, after: "", ...more }],
});

test("the cards of a page are searched without a server", () => {
  const details = { e1: card("e1", "A convoy of the Red Cross came."), e2: card("e2", "The red line, a cross.") };

  assert.deepEqual(searchCards(details, "convoy").events, ["e1"]);
  assert.deepEqual(searchCards(details, "red cross").events, ["e1", "e2"]);
  assert.deepEqual(searchCards(details, '"red cross"').events, ["e1"]);
  const [passage] = searchCards(details, "convoy").passages;
  assert.equal(passage.event, "e1");
  assert.deepEqual(passage.pieces[1], ["convoy", true]);
});
