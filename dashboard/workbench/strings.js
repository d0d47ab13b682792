// What the interface says, in the reader's language. A key that a language lacks is said in English.

import { EN } from "./strings/en.js";

const STRINGS = { en: EN };

let language = "en";

export function setLanguage(code) {
  language = STRINGS[code] ? code : "en";
}

/** The words for a key, with `{name}` filled in from `values`; an unknown key shows itself. */
export function say(key, values = {}) {
  const words = STRINGS[language][key] ?? EN[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** "no events", "1 event", "14 events": `noun` is a key without its plural, as "read.event". */
export function sayCount(noun, count) {
  if (count === 1) return say(noun);
  return say(`${noun}s`, { count: numberText(count) });
}

const NUMBERS = new Intl.NumberFormat("en-GB"); // made once: making one takes as long as a frame's list

/** "12,345" */
export function numberText(number) {
  return NUMBERS.format(number);
}
