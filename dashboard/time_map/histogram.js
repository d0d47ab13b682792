// Events per bin of days: certain ones as bars, uncertain ones spread over the days they may mean.

import { GROUPS } from "./styles.js";
import { reach } from "./model.js";

/**
 * Bins of `binDays` days from `first` to `last`. An event within one bin counts there (solid); one
 * that spans several is spread evenly over its days (hatched), so that "in October" is never a
 * spike on the first. `byGroup`: also the solid counts of each category group.
 */
export function histogram(model, mask, first, last, binDays = 1, byGroup = false) {
  const bins = Math.max(0, Math.ceil((last - first + 1) / binDays));
  const result = {
    first,
    binDays,
    bins,
    solid: new Float32Array(bins),
    hatched: new Float32Array(bins),
    groups: byGroup ? GROUPS.map(() => new Float32Array(bins)) : null,
  };
  const steps = new Float64Array(last - first + 2);
  const [start, end] = reach(model, first, last);
  for (let index = start; index < end; index += 1) {
    if (mask[index]) place(model, index, result, steps, last);
  }
  pour(steps, result);
  return result;
}

function place(model, index, { first, binDays, solid, groups }, steps, last) {
  const earliest = model.earliest[index];
  const latest = model.latest[index];
  if (latest < first) return;
  const bin = Math.floor((earliest - first) / binDays);
  if (earliest >= first && bin === Math.floor((latest - first) / binDays)) {
    solid[bin] += 1;
    if (groups) groups[model.categoryGroup[model.category[index]]][bin] += 1;
    return;
  }
  const share = 1 / (latest - earliest + 1);
  steps[Math.max(0, earliest - first)] += share;
  steps[Math.min(last, latest) - first + 1] -= share;
}

function pour(steps, { binDays, hatched }) {
  let level = 0;
  for (let day = 0; day < steps.length - 1; day += 1) {
    level += steps[day];
    if (level > 1e-9) hatched[Math.floor(day / binDays)] += level;
  }
}
