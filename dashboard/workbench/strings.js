// What the interface says, in the reader's language. A key that a language lacks is said in English.

import { makeSpeech, speakDays } from "../time_map/core.js";
import { AZ } from "./strings/az.js";
import { EN } from "./strings/en.js";
import { HY } from "./strings/hy.js";
import { RU } from "./strings/ru.js";

export const TABLES = { en: EN, az: AZ, hy: HY, ru: RU };
export const LANGUAGES = { en: "English", az: "Azərbaycanca", hy: "Հայերեն", ru: "Русский" };
export const OF_TEXTS = "en"; // the language that events are found in

let speech = makeSpeech("en", EN);

/** From now on everything is said in this language; an unknown one is English. */
export function setLanguage(code) {
  const language = TABLES[code] ? code : "en";
  speech = makeSpeech(language, TABLES[language], EN);
  speakDays({
    months: speech.say("date.months").split(" "),
    weekdays: speech.say("date.weekdays").split(" "),
    day: (weekday, day) => speech.say("date.day", { weekday, day }),
  });
}

export const language = () => speech.language;

/** The words for a key, with `{name}` filled in from `values`; an unknown key shows itself. */
export const say = (key, values) => speech.say(key, values);

/** "no events", "1 event", "14 events": `noun` is a key without its plural, as "read.event". */
export const sayCount = (noun, count) => speech.sayCount(noun, count);

/** "12,345" */
export const numberText = (number) => speech.numberText(number);

/** The words for a code: `term("category", "combat")`. */
export const term = (kind, code) => speech.term(kind, code);

/** What the map says by itself, for a frame that has no table of its own. */
export function wordsOfMap() {
  const keys = Object.keys(EN).filter((key) => key.startsWith("map.") || /^read\.(event|place)s?$/.test(key));
  const of = (table) => Object.fromEntries(keys.filter((key) => table[key]).map((key) => [key, table[key]]));
  return { language: speech.language, tables: [of(TABLES[speech.language]), of(EN)] };
}
