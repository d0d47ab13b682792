import assert from "node:assert/strict";
import { test } from "node:test";

import { commandOf, startDay } from "../../dashboard/workbench/keyboard.js";
import { say, sayCount } from "../../dashboard/workbench/strings.js";

test("arrows step a day, a week, and to the next day with events", () => {
  assert.deepEqual(commandOf({ key: "ArrowRight" }), { name: "step", days: 1 });
  assert.deepEqual(commandOf({ key: "ArrowLeft", shiftKey: true }), { name: "step", days: -7 });
  assert.deepEqual(commandOf({ key: "," }), { name: "busy", direction: -1 });
});

test("keys do nothing while one types", () => {
  for (const key of [" ", "ArrowLeft", "/", "1", "Home"]) {
    assert.equal(commandOf({ key }, { tagName: "INPUT", type: "text" }), null);
  }
});

test("space on a button presses the button", () => {
  assert.equal(commandOf({ key: " " }, { tagName: "BUTTON" }), null);
  assert.deepEqual(commandOf({ key: " " }, { tagName: "DIV" }), { name: "play" });
});

test("the browser's own shortcuts and Streamlit's letters are left alone", () => {
  assert.equal(commandOf({ key: "/", ctrlKey: true }), null);
  assert.equal(commandOf({ key: "ArrowLeft", metaKey: true }), null);
  assert.equal(commandOf({ key: "ArrowLeft", altKey: true }), null);
  assert.equal(commandOf({ key: "c" }), null);
  assert.equal(commandOf({ key: "r" }), null);
});

test("counts are said with their noun", () => {
  assert.deepEqual(
    [0, 1, 14, 1200].map((count) => sayCount("read.event", count)),
    ["0 events", "1 event", "14 events", "1,200 events"],
  );
});

test("a text in a place of the table is not read as a place itself", () => {
  assert.equal(
    say("search.none", { text: "{text} $& {count}" }),
    "Nothing found for “{text} $& {count}”",
  );
});

test("keys on the handle of the first day move that day, within the days there are", () => {
  const bounds = { firstDay: 0, lastDay: 100 };
  const key = (name, more = {}) => startDay({ key: name, ...more }, [10, 20], bounds);

  assert.deepEqual(
    [key("ArrowLeft"), key("ArrowRight"), key("ArrowRight", { shiftKey: true }), key("PageDown")],
    [9, 11, 17, 0],
  );
  assert.deepEqual([key("Home"), key("End"), key("a")], [0, 20, null]);
});
