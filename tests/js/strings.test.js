import assert from "node:assert/strict";
import { test as plainTest } from "node:test";

import { dayText, intervalText, parseDay } from "../../dashboard/time_map/core.js";
import { readDay, shortDay } from "../../dashboard/workbench/clock.js";
import { TABLES, numberText, say, sayCount, setLanguage, term } from "../../dashboard/workbench/strings.js";

const ENGLISH = TABLES.en;
const OTHERS = Object.entries(TABLES).filter(([code]) => code !== "en");
const OCT9 = parseDay("2020-10-09");

const test = (name, run) =>
  plainTest(name, () => {
    try {
      run();
    } finally {
      setLanguage("en");
    }
  });

const formsOf = (words) => (typeof words === "string" ? [words] : formsOnly(words));
const formsOnly = ({ by, ...forms }) => Object.values(forms);
const holes = (words) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

for (const [code, table] of OTHERS) {
  test(`${code}: every key is one of English, with the same things filled in`, () => {
    for (const [key, words] of Object.entries(table)) {
      assert.ok(key in ENGLISH, `${key} is no key of English`);
      for (const form of formsOf(words))
        assert.deepEqual(holes(form), holes(formsOf(ENGLISH[key]).at(-1)), key);
    }
  });

  test(`${code}: nineteen of twenty keys are translated; new ones are said in English meanwhile`, () => {
    const keys = Object.keys(ENGLISH);
    const missing = keys.filter((key) => !(key in table) && !(`${key}s` in table));

    assert.ok(missing.length <= keys.length / 20, missing.join(" "));
  });

  test(`${code}: forms by number are all that the language has`, () => {
    const wanted = new Intl.PluralRules(code).resolvedOptions().pluralCategories.toSorted();
    for (const [key, words] of Object.entries(table))
      if (typeof words !== "string") {
        const { by, ...forms } = words;
        assert.deepEqual(Object.keys(forms).toSorted(), wanted, key);
      }
  });

  test(`${code}: a year has twelve months and a week seven days, all of other names`, () => {
    assert.equal(new Set(table["date.months"].split(" ")).size, 12);
    assert.equal(new Set(table["date.weekdays"].split(" ")).size, 7);
  });

  test(`${code}: a day that is written is read again, in every month`, () => {
    setLanguage(code);
    for (let month = 1; month <= 12; month += 1) {
      const day = parseDay(`2020-${String(month).padStart(2, "0")}-09`);
      assert.equal(readDay(shortDay(day)), day);
      assert.equal(readDay(dayText(day)), day);
    }
    assert.equal(readDay("9 Oct 2020"), OCT9);
  });
}

test("Russian counts as Russians do", () => {
  setLanguage("ru");

  assert.deepEqual(
    [1, 2, 5, 11, 21, 22, 1234].map((count) => sayCount("read.event", count).replace(/\s/g, " ")),
    ["1 событие", "2 события", "5 событий", "11 событий", "21 событие", "22 события", "1 234 события"],
  );
  assert.equal(say("legend.mode_window", { days: 3 }), "Показаны 3 дня; чем старше, тем бледнее.");
});

test("after a number, Azerbaijani and Armenian nouns stay as they are", () => {
  setLanguage("az");
  assert.deepEqual([1, 5].map((count) => sayCount("read.event", count)), ["1 hadisə", "5 hadisə"]);
  setLanguage("hy");
  assert.equal(sayCount("read.place", 1), "1 վայր");
});

test("days are said in words, in the order of the language", () => {
  const said = (code) => (setLanguage(code), dayText(OCT9));

  assert.deepEqual(["en", "ru", "az", "hy"].map(said), [
    "Fri 9 Oct 2020", "пт 9 окт 2020", "9 okt 2020, C.", "ուր 9 հոկ 2020",
  ]);
  setLanguage("ru");
  assert.equal(intervalText(OCT9 - 12, OCT9 + 31), "27 сен – 9 ноя 2020");
});

test("a key that a language lacks is said in English, with its numbers; no key shows itself", () => {
  const kept = TABLES.ru["read.events"];
  delete TABLES.ru["read.events"];
  setLanguage("ru");

  assert.equal(sayCount("read.event", 1), "1 event");
  assert.equal(sayCount("read.event", 22), "22 events");
  TABLES.ru["read.events"] = kept;
  assert.equal(say("no.such_key"), "no.such_key");
  assert.equal(term("category", "new_kind"), "new_kind");
});

test("an unknown language is English", () => {
  setLanguage("xx");

  assert.equal(say("bar.day"), "Day");
  assert.equal(numberText(12345), "12,345");
});
