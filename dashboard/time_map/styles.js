// How categories and statuses look. Colours are the palettes computed for the two base maps: every
// pair stays apart for readers with protan, deutan and tritan vision, each at least 3:1 on its map.

export const GROUPS = [
  { key: "fighting", shape: "circle", light: "#0033BB", dark: "#4466CC" },
  { key: "strikes", shape: "diamond", light: "#AA7700", dark: "#999922" },
  { key: "harm", shape: "square", light: "#663344", dark: "#DD3377" },
  { key: "talks", shape: "triangle", light: "#559977", dark: "#5CE0A0" },
  { key: "aid", shape: "cross", light: "#AA55FF", dark: "#DD88FF" },
  { key: "other", shape: "ring", light: "#5A6168", dark: "#A7B0BA" },
];

const GROUP_OF = {
  combat: 0,
  territorial: 0,
  shelling: 1,
  incident: 2,
  protest: 2,
  ceasefire: 3,
  diplomacy: 3,
  statement: 3,
  humanitarian: 4,
  deployment: 4,
  other: 5,
};

/** In the order in which they are listed; their names stand in the workbench's strings. */
export const CATEGORIES = Object.keys(GROUP_OF);

export function groupColour(group, dark) {
  return dark ? GROUPS[group].dark : GROUPS[group].light;
}

/** The index in GROUPS of a category; one we do not know is "other". */
export function groupOf(category) {
  return GROUP_OF[category] ?? GROUPS.length - 1;
}

/** Per category: its group's key, shape and two colours. */
export const CATEGORY_STYLE = Object.fromEntries(
  CATEGORIES.map((category) => [category, GROUPS[groupOf(category)]]),
);

/** How a status is told apart without colour. */
export const STATUS_MARK = {
  reported: { mark: "plain" },
  claimed: { mark: "hatched" },
  denied: { mark: "struck" },
  disputed: { mark: "split" },
  confirmed: { mark: "solid" },
  planned: { mark: "hollow" },
};

/** The precisions of a place that the map draws: a sharp symbol, a dashed ring, a soft area. */
export const PRECISIONS = ["exact", "near", "area"];

/** Diameter in CSS pixels of the symbol of `count` events: 1 → 10, 10 → 23, 100 → 36. */
export function symbolDiameter(count, cap = 44) {
  return Math.min(cap, 10 + 13 * Math.log10(Math.max(1, count)));
}

const FADE_A_WEEK = 0.75 ** 7;
export const FAINTEST = 0.15;

/**
 * Opacity after `age` days of a trail of `trail` days: full on the day, down to 0.15 at its end.
 * A trail of 7 days loses a quarter a day.
 */
export function fade(age, trail) {
  if (age <= 0 || trail <= 0) return 1;
  return Math.max(FAINTEST, FADE_A_WEEK ** (age / trail));
}
