// The reader's hand on the map: clicks, hovering, moves and keys become messages.

import { placeAt } from "./event_hits.js";
import { membersOf, updateEvents } from "./event_layer.js";
import { placeNameIn } from "./label_layer.js";
import { fitPlaces } from "./map_moves.js";
import { clockRange, eventsBetween } from "./model.js";
import { pickPoint } from "./pin.js";

/** Answer clicks and hovering, and tell where the map has been moved to. */
export function listenToMap(frame) {
  const { map, port } = frame;
  map.on(
    "click",
    ({ containerPoint, latlng }) => pickPoint(frame, latlng) || select(frame, containerPoint),
  );
  map.on("mousemove", ({ containerPoint }) => hover(frame, containerPoint));
  map.on("mouseout movestart", () => hover(frame, null));
  map.on("moveend", () => {
    port.send({ t: "moved", ...whereAbouts(map), hand: frame.hand });
    frame.hand = false;
  });
  const container = map.getContainer();
  new ResizeObserver(() => map.invalidateSize({ pan: false })).observe(container);
  watchHand(frame, container);
  if (frame.isOwnPage) document.addEventListener("keydown", (event) => passKey(port, event));
}

const MOVING_KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-", "="]);

/** Tell the reader's own moves from those that follow a message or a change of size. */
function watchHand(frame, container) {
  const mark = () => {
    frame.hand = true;
  };
  frame.map.on("dragstart boxzoomstart", mark);
  for (const type of ["wheel", "dblclick", "touchmove"]) {
    container.addEventListener(type, mark, { passive: true });
  }
  container.addEventListener("keydown", ({ key }) => MOVING_KEYS.has(key) && mark());
  // Caught on its way down: Leaflet's buttons let no click out again.
  container.addEventListener(
    "click",
    ({ target }) => target.closest(".leaflet-control-zoom a:not(.leaflet-disabled)") && mark(),
    true,
  );
}

const PASSED_KEYS = new Set([" ", "/", "[", "]", "?", "Escape", "1", "2", "3"]);

/** The page's own keys work while the map has the focus; arrows stay with the map. */
function passKey(port, event) {
  const { key, shiftKey, altKey, ctrlKey, metaKey, target } = event;
  if (!PASSED_KEYS.has(key) || ctrlKey || metaKey) return;
  if (key === " " && target.closest?.("a, button")) return;
  event.preventDefault();
  port.send({ t: "key", key, shiftKey, altKey });
}

function whereAbouts(map) {
  const bounds = map.getBounds();
  const { lat, lng } = map.getCenter();
  return {
    bounds: {
      south: bounds.getSouth(),
      west: bounds.getWest(),
      north: bounds.getNorth(),
      east: bounds.getEast(),
    },
    lat,
    lng,
    zoom: map.getZoom(),
  };
}

function select(frame, point) {
  if (!frame.model) return;
  const place = placeAt(frame.events, point);
  if (place >= 0 && frame.events.tally.members[place] > 1) {
    frame.hand = true;
    fitPlaces(frame, membersOf(frame.events, place));
    return;
  }
  frame.port.send({
    t: "select",
    place: place < 0 ? null : place,
    events: place < 0 ? [] : eventsAt(frame, place),
  });
}

/** Ids of the events that the clock shows at a place, in the order of their days. */
function eventsAt({ model, events }, place) {
  const { mask, clock } = events;
  const [from, to] = clockRange(clock, model.firstDay);
  const start = events.tally.count[place] ? from : from - (clock.trail ?? 0);
  return Array.from(eventsBetween(model, mask, start, to))
    .filter((index) => model.place[index] === place)
    .map((index) => model.ids[index]);
}

function hover(frame, point) {
  const { events, map, port, model } = frame;
  const place = point && model ? placeAt(events, point) : -1;
  map.getContainer().style.cursor = place >= 0 ? "pointer" : "";
  if (point) moveTooltip(frame, place, point);
  frame.tooltip.hidden = place < 0;
  if (place === events.hovered) return;
  updateEvents(events, { hovered: place });
  port.send({ t: "hover", place: place < 0 ? null : place });
}

function moveTooltip({ tooltip, events, labels, map, speech }, place, { x, y }) {
  if (place < 0) return;
  const count = events.tally.count[place];
  const words = count ? speech.sayCount("read.event", count) : speech.say("map.before");
  const others = events.tally.members[place] - 1;
  const more = others > 0 ? ` ${speech.say("map.and_more", { count: others })}` : "";
  tooltip.textContent = `${placeNameIn(labels, place)}${more} · ${words}`;
  const room = map.getSize().x - 220;
  tooltip.style.left = `${Math.max(4, Math.min(x + 14, room))}px`;
  tooltip.style.top = `${Math.max(4, y - 34)}px`;
}
