// Filters -> a mask of events, and the counts that stand beside each filter.

import { foldText, holdsAll, termsOf } from "./find_text.js";
import { asKnownOn } from "./known.js";
import { isCounted, reach } from "./model.js";

/**
 * Which events pass: one byte an event. A filter that is null or missing lets all pass.
 * categories, statuses, outlets, actors, places, documents: Sets of indexes into the model's lists.
 * minConfidence 0-100; text: words that must all stand in the title or a name of the place, unless
 * the event is one of `found`, a Set of events in whose texts they stand;
 * bounds {south, west, north, east}; knownOn: the second clock, a day: statuses and sources are
 * then those of that day, and what had not been reported yet does not pass.
 */
export function applyFilters(whole, filters = {}) {
  const model = asKnownOn(whole, filters.knownOn);
  const mask = model.told?.slice() ?? new Uint8Array(model.ids.length).fill(1);
  keepCodes(mask, model.category, filters.categories);
  keepCodes(mask, model.status, filters.statuses);
  keepCodes(mask, model.place, filters.places);
  keepLists(mask, model.actors, filters.actors);
  keepLists(mask, model.sources, filters.documents);
  if (filters.outlets) keepLists(mask, model.sources, documentsOf(model, filters.outlets));
  if (filters.minConfidence) keepAtLeast(mask, model.confidence, filters.minConfidence);
  if (filters.text) keepText(mask, model, filters);
  if (filters.bounds) keepCodes(mask, model.place, placesWithin(model, filters.bounds));
  return mask;
}

function keepCodes(mask, codes, wanted) {
  if (!wanted) return;
  for (let index = 0; index < mask.length; index += 1) {
    if (!wanted.has(codes[index])) mask[index] = 0;
  }
}

function keepLists(mask, lists, wanted) {
  if (!wanted) return;
  for (let index = 0; index < mask.length; index += 1) {
    if (mask[index] && !lists[index].some((code) => wanted.has(code))) mask[index] = 0;
  }
}

function keepAtLeast(mask, values, least) {
  for (let index = 0; index < mask.length; index += 1) {
    if (values[index] < least) mask[index] = 0;
  }
}

function keepText(mask, model, { text, found }) {
  const terms = termsOf(text);
  const haystacks = foldedTexts(model);
  for (let index = 0; index < mask.length; index += 1) {
    if (mask[index] && !found?.has(index) && !holdsAll(terms, haystacks[index])) mask[index] = 0;
  }
}

const folded = new WeakMap(); // titles -> what a search looks in, made when first searched

function foldedTexts({ titles, places, place }) {
  if (!folded.has(titles)) {
    const names = places.map(({ name, names = {} }) =>
      foldText([name, ...Object.values(names)].join(" ")),
    );
    folded.set(
      titles,
      titles.map((title, index) => spaced(`${foldText(title)} ${names[place[index]] ?? ""}`)),
    );
  }
  return folded.get(titles);
}

const spaced = (text) => text.replace(/ +/g, " ");

function documentsOf(model, outlets) {
  const wanted = new Set();
  model.documents.forEach(({ outlet }, index) => {
    if (outlets.has(outlet)) wanted.add(index);
  });
  return wanted;
}

/** The indexes of the places inside the bounds, which may cross the antimeridian. */
export function placesWithin(model, { south, west, north, east }) {
  const wanted = new Set();
  model.places.forEach(({ latitude, longitude }, index) => {
    const between =
      west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east;
    if (between && latitude >= south && latitude <= north) wanted.add(index);
  });
  return wanted;
}

/**
 * How many events that [from, to] counts under the mask there are per "category", "status",
 * "outlet", "actor", "place" or "document"; indexed as the model's list. For a facet's own counts
 * pass the mask made without that facet's filter.
 */
export function countsBy(model, mask, [from, to], key) {
  const [size, codesOf] = facet(model, key);
  const counts = new Int32Array(size);
  const [first, end] = reach(model, from, to);
  for (let index = first; index < end; index += 1) {
    if (!mask[index] || !isCounted(model, index, from, to)) continue;
    for (const code of codesOf(index)) if (code >= 0) counts[code] += 1;
  }
  return counts;
}

function facet(model, key) {
  const single = (codes) => (index) => [codes[index]];
  const facets = {
    category: [model.categories.length, single(model.category)],
    status: [model.statuses.length, single(model.status)],
    place: [model.places.length, single(model.place)],
    actor: [model.actorNames.length, (index) => model.actors[index]],
    document: [model.documents.length, (index) => model.sources[index]],
    outlet: [model.outlets.length, (index) => outletsOf(model, index)],
  };
  if (!facets[key]) throw new Error(`no facet "${key}"; one of ${Object.keys(facets).join(", ")}`);
  return facets[key];
}

/** The indexes of the outlets that reported an event, each once. */
export function outletsOf(model, index) {
  return [...new Set(model.sources[index].map((document) => model.documents[document].outlet))];
}

/** Filters as they travel over the channel (arrays for Sets), and back. */
export function packFilters(filters) {
  return convertFilters(filters, (value) => (value instanceof Set ? [...value] : value));
}

export function unpackFilters(filters) {
  return convertFilters(filters, (value) => (Array.isArray(value) ? new Set(value) : value));
}

function convertFilters(filters, convert) {
  return Object.fromEntries(
    Object.entries(filters ?? {}).map(([key, value]) => [key, convert(value)]),
  );
}
