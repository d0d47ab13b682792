// The reader's language: asked for by the address, chosen before, or the browser's own.

import { LANGUAGES } from "./strings.js";

const SHELF = "dateline-language"; // where the browser keeps the choice

/** The language to begin in, for the words of an address. */
export function languageAsked(words) {
  const wished = [words?.lang?.[0], remembered(), ...(globalThis.navigator?.languages ?? [])];
  const known = wished.map((code) => String(code ?? "").slice(0, 2)).find((code) => LANGUAGES[code]);
  return known ?? "en";
}

/** Keep a choice for the next visit; a browser that keeps nothing just forgets it. */
export function remember(code) {
  try {
    localStorage.setItem(SHELF, code);
  } catch {
    // private mode, or a page from disk: the address has it
  }
}

function remembered() {
  try {
    return localStorage.getItem(SHELF);
  } catch {
    return null;
  }
}
