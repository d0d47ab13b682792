// The pure part of the time map: no page, no Leaflet. `node --test tests/js` tests it.

export * from "./days.js";
export * from "./styles.js";
export * from "./speech.js";
export * from "./known.js";
export * from "./model.js";
export * from "./find_text.js";
export * from "./filters.js";
export * from "./tally.js";
export * from "./histogram.js";
export * from "./fit.js";
export * from "./toponyms.js";
