// The pin of a correction: dragged, set by a click, or moved by keys; each tells where it stands.

/* global L */

const SIZE = 30;
const KEY_STEP = 6; // CSS pixels that an arrow key moves it; ten times as far with Shift
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const EDGE = 48;

/**
 * Show the pin where a message says, {lat, lng} or null for none; `picks`: a click on the map sets
 * it; `label` is its name.
 */
export function takePin(frame, { at = null, picks = false, label = "" }) {
  frame.picks = picks;
  frame.map.getContainer().classList.toggle("picking", picks);
  if (!at) return removePin(frame);
  frame.pin ??= addPin(frame, at);
  frame.pin.setLatLng(at);
  frame.pin.getElement()?.setAttribute("aria-label", label);
  frame.map.panInside(at, {
    paddingTopLeft: [EDGE, EDGE],
    paddingBottomRight: [EDGE, EDGE + (frame.view.inset?.bottom ?? 0)],
  });
  return undefined;
}

/** Take a click while the pin is to be set; false if it is not. */
export function pickPoint(frame, latlng) {
  if (!frame.picks) return false;
  const at = latlng.wrap();
  frame.pin ??= addPin(frame, at);
  frame.pin.setLatLng(at);
  tell(frame);
  return true;
}

function removePin(frame) {
  frame.pin?.remove();
  frame.pin = null;
}

function addPin(frame, at) {
  const icon = L.divIcon({ className: "time-map-pin", iconSize: [SIZE, SIZE], iconAnchor: [SIZE / 2, SIZE] });
  const pin = L.marker(at, { icon, draggable: true, autoPan: true, zIndexOffset: 1000 });
  pin.on("dragend", () => tell(frame));
  pin.addTo(frame.map);
  L.DomEvent.on(pin.getElement(), "keydown", (event) => moveByKey(frame, event));
  return pin;
}

function moveByKey(frame, event) {
  const { map, pin } = frame;
  const move = MOVES[event.key];
  if (!move) return;
  L.DomEvent.stop(event); // the map would move instead
  const step = KEY_STEP * (event.shiftKey ? 10 : 1);
  const point = map.latLngToContainerPoint(pin.getLatLng()).add(L.point(move).multiplyBy(step));
  pin.setLatLng(map.containerPointToLatLng(point));
  tell(frame);
}

function tell({ pin, port }) {
  const { lat, lng } = pin.getLatLng().wrap();
  port.send({ t: "pinned", lat, lng });
}
