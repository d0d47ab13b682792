// The second clock: what was known of each event on a day, and who had reported it by then.

import { NO_DAY } from "./days.js";

const WIDTH = 4; // day, status, reports, documents: one step of a chain

/**
 * What `asKnownOn` needs of the payload. `known`: per event the steps of its chain one after the
 * other, [day, status, reports, documents], or 0 where the event was reported on one day only. An
 * event nobody dated a report of is known from the last day on which it may have happened: any
 * earlier day would be a guess in its favour.
 */
export function decodeKnown(known, reported, latest) {
  const firstKnown = Int32Array.from(reported, (day, index) => (day === NO_DAY ? latest[index] : day));
  const chains = [];
  for (let index = 0; index < firstKnown.length; index += 1) {
    const steps = known?.[index];
    if (!steps) continue;
    firstKnown[index] = steps[0];
    chains.push({ index, steps });
  }
  return { firstKnown, chains };
}

const views = new WeakMap(); // model -> the view made last: many ask for the same day

/**
 * The model as it was known at the end of `day`: statuses, numbers of reports and sources are those
 * of that day, `told` says which events had been reported at all (1) or had not yet (0). The model
 * itself where `day` is null or undefined.
 */
export function asKnownOn(model, day) {
  if (day === null || day === undefined) return model;
  const last = views.get(model);
  if (last?.day === day) return last.view;
  const view = viewOn(model, day);
  views.set(model, { day, view });
  return view;
}

function viewOn(model, day) {
  const told = new Uint8Array(model.ids.length);
  for (let index = 0; index < told.length; index += 1) {
    if (model.firstKnown[index] <= day) told[index] = 1;
  }
  const view = {
    ...model,
    told,
    status: model.status.slice(),
    reports: model.reports.slice(),
    sources: model.sources.slice(),
  };
  for (const { index, steps } of model.chains) takeStep(view, index, steps, day);
  return view;
}

function takeStep(view, index, steps, day) {
  let at = steps.length - WIDTH;
  if (steps[at] <= day) return; // all of it was known: the model says it
  while (at >= WIDTH && steps[at] > day) at -= WIDTH;
  view.status[index] = steps[at + 1];
  view.reports[index] = steps[at + 2];
  view.sources[index] = view.sources[index].slice(0, steps[at + 3]);
}
