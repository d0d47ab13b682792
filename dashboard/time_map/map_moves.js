// Moving the map: where it opens, and what brings places into view.

import { boundsOf, denseBounds } from "./fit.js";
import { clockRange, eventsBetween } from "./model.js";

const PADDING = 30; // the 24 that the view owes its symbols, and half a small symbol
const PHONE = 640;
const CLOSEST = 10; // a single village is not blown up to fill the view
const KEEP_CLEAR = 64; // a selected place nearer to the edge than this is moved inwards

/** Once, when the first events are there: where the link says, or around the events. */
export function openView(frame) {
  if (frame.fitted) return;
  frame.fitted = true;
  const { at } = frame.view;
  if (at) frame.map.setView([at.lat, at.lng], at.zoom ?? CLOSEST, { animate: false });
  else fit(frame, false);
}

/** Fit the events that the clock counts, or all of them where it counts none. */
export function fit(frame, animate = wantsMotion()) {
  const { model, mask, view } = frame;
  const counted = eventsBetween(model, mask, ...clockRange(view.clock, model.firstDay));
  const price = frame.map.getSize().x < PHONE ? 0.16 : 0.1;
  const box =
    denseBounds(model.places, placeWeights(model, counted), price) ??
    denseBounds(model.places, placeWeights(model, mask.keys()), price);
  if (box) fitBox(frame, box, animate);
}

function placeWeights(model, events) {
  const weights = new Int32Array(model.places.length);
  for (const index of events) if (model.place[index] >= 0) weights[model.place[index]] += 1;
  return weights;
}

/** Fit places, by their indexes, whatever the number of their events. */
export function fitPlaces(frame, places) {
  const rows = places.map((place) => frame.model.places[place]);
  fitBox(frame, boundsOf(rows), wantsMotion());
}

function fitBox({ map, view }, { south, west, north, east }, animate) {
  const options = {
    paddingTopLeft: [PADDING + (view.inset?.left ?? 0), PADDING],
    paddingBottomRight: [PADDING, PADDING + (view.inset?.bottom ?? 0)],
    maxZoom: CLOSEST,
    animate,
  };
  map.fitBounds([[south, west], [north, east]], options);
}

/** Bring a place, an event's place or bounds into the view; what is in view already stays. */
export function fly(frame, message) {
  const { map, model } = frame;
  const animate = wantsMotion();
  if (message.bounds) return fitBox(frame, message.bounds, animate);
  if (message.lat != null) return map.setView([message.lat, message.lng], message.zoom, { animate });
  const place = model?.places[placeOf(frame, message)];
  if (!place) return undefined;
  return map.panInside([place.latitude, place.longitude], {
    paddingTopLeft: [KEEP_CLEAR + (frame.view.inset?.left ?? 0), KEEP_CLEAR],
    paddingBottomRight: [KEEP_CLEAR, KEEP_CLEAR + (frame.view.inset?.bottom ?? 0)],
    animate,
  });
}

export function wantsMotion() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** The index of the place of a message's event (id or index), or its place; -1 if it has none. */
export function placeOf(frame, { event = null, place = null } = {}) {
  const index = typeof event === "string" ? frame.eventIndex.get(event) : event;
  if (index != null) return frame.model.place[index] ?? -1;
  return place ?? -1;
}
