// Keys that work anywhere but where one types. "c" and "r" are Streamlit's.

/** What the panel of keys shows: the keys, and the name of their words. */
export const KEYS = [
  ["Space", "play"],
  ["← →", "day"],
  ["Shift ← →", "week"],
  [", .", "busy"],
  ["Home End", "ends"],
  ["[ ]", "window"],
  ["1 2 3", "modes"],
  ["K", "known"],
  ["S", "story"],
  ["P N", "steps"],
  ["+ −", "axis"],
  ["↑ ↓ Enter", "list"],
  ["/", "search"],
  ["Esc", "escape"],
  ["?", "help"],
];

const TYPED = new Set(["INPUT", "TEXTAREA", "SELECT"]);

/** The command for a key, or null: {name, …}. `target` is the element that has the focus. */
export function commandOf(
  { key, shiftKey = false, altKey = false, ctrlKey = false, metaKey = false },
  target,
) {
  if (ctrlKey || metaKey || altKey) return null; // the browser's own: Alt and ← go back
  const typing = TYPED.has(target?.tagName) && target.type !== "checkbox";
  if (typing || target?.isContentEditable) return null;
  if (key === " ")
    return ["BUTTON", "A", "SUMMARY", "INPUT"].includes(target?.tagName) ? null : { name: "play" };
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const direction = key === "ArrowRight" ? 1 : -1;
    return { name: "step", days: direction * (shiftKey ? 7 : 1) };
  }
  return PLAIN[key] ?? null;
}

const START_KEYS = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -30,
  PageUp: 30,
};

/**
 * The day that a key on the handle of the first day moves it to, from [from, to] within the model's
 * days; null for a key that is not the handle's.
 */
export function startDay({ key, shiftKey = false }, [from, to], { firstDay, lastDay }) {
  if (key === "Home") return firstDay;
  if (key === "End") return to;
  if (!START_KEYS[key]) return null;
  return Math.max(firstDay, Math.min(lastDay, from + START_KEYS[key] * (shiftKey ? 7 : 1)));
}

const PLAIN = {
  Home: { name: "first" },
  End: { name: "last" },
  "[": { name: "resize", days: -1 },
  "]": { name: "resize", days: 1 },
  1: { name: "mode", mode: "day" },
  2: { name: "mode", mode: "window" },
  3: { name: "mode", mode: "since" },
  "+": { name: "zoom", factor: 0.5 },
  "=": { name: "zoom", factor: 0.5 },
  "-": { name: "zoom", factor: 2 },
  ",": { name: "busy", direction: -1 },
  ".": { name: "busy", direction: 1 },
  k: { name: "known" },
  s: { name: "story" },
  n: { name: "tell", way: 1 },
  p: { name: "tell", way: -1 },
  "/": { name: "search" },
  "?": { name: "help" },
  Escape: { name: "escape" },
};
