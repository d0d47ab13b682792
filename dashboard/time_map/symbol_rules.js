// Rules of drawing that need no canvas.

export { symbolDiameter } from "./styles.js";

// Of two halves the less certain status is shown: nobody should read a claim as a fact.
const CAUTION = [3, 1, 2, 5, 0, 4]; // disputed, claimed, denied, planned, reported, confirmed

/** The index of the status that half of a place's events or more have; 0 (plain) if none has. */
export function statusShown(statuses, start, size) {
  let total = 0;
  for (let status = 0; status < size; status += 1) total += statuses[start + status];
  for (let at = 0; at < CAUTION.length; at += 1) {
    if (CAUTION[at] < size && 2 * statuses[start + CAUTION[at]] >= total) return CAUTION[at];
  }
  return 0;
}
