// Saying things in a language: words for a key, the right form for a number, numbers. Pure.

// Browsers know few languages' numbers; Armenian writes them as Russian does.
const NUMBERS = { en: "en-GB", hy: "ru" };

/**
 * A speaker of `language`: {say, sayCount, numberText}. `tables` hold words by key; the first that
 * has a key is believed, the last is English. Words may be an object of forms by plural category
 * (`Intl.PluralRules`), chosen by the value named in `by`, else by `count`.
 */
export function makeSpeech(language, ...tables) {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(NUMBERS[language] ?? language); // making one takes long
  const english = new Intl.PluralRules("en");

  function entryOf(key) {
    const table = tables.find((words) => words[key] !== undefined);
    return { words: table?.[key] ?? key, rules: table === tables.at(-1) ? english : rules };
  }
  function say(key, values = {}) {
    const { words, rules: own } = entryOf(key);
    if (typeof words === "string") return filled(words, values);
    return filled(words[own.select(Number(values[words.by ?? "count"]))] ?? words.other, values);
  }
  return {
    language,
    say,
    /** "1 event", "14 events": `noun` is a key without its plural, as "read.event". */
    sayCount(noun, count) {
      const own = tables.find((words) => words[`${noun}s`] !== undefined);
      if (count === 1 && own?.[noun] !== undefined) return say(noun);
      const { words, rules: forms } = entryOf(`${noun}s`);
      const form = typeof words === "string" ? words : (words[forms.select(count)] ?? words.other);
      return filled(form, { count: numbers.format(count) });
    },
    /** "12,345" */
    numberText: (number) => numbers.format(number),
    /** The words for a code, as a category's; a code that has none shows itself. */
    term(kind, code) {
      const key = `${kind}.${String(code).toLowerCase().replace(/\W+/g, "_")}`;
      return tables.some((words) => words[key] !== undefined) ? say(key) : code;
    },
  };
}

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
