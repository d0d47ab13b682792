// A canvas over the map in a pane of its own, that follows Leaflet's pan and zoom animation.

/* global L */

const MARGIN = 128; // CSS pixels drawn beyond the view, so that a fast drag shows no bare edge

/**
 * A pane `name` at `zIndex` whose canvas `paint(context, view)` fills; view: {scale, left, top,
 * width, height, zoom, margin}, a point of the unit square stands at (x * scale - left, …).
 * Returns {canvas, view, invalidate, paintNow, remove}; painting happens at most once a frame.
 */
export function addCanvasPane(map, { name, zIndex, paint, margin = MARGIN }) {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = zIndex;
  pane.style.pointerEvents = "none";
  const canvas = L.DomUtil.create("canvas", "leaflet-zoom-animated time-map-canvas", pane);
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  const state = { map, canvas, context, paint, margin, view: null, frame: 0 };
  const handlers = {
    zoomanim: (event) => follow(state, event.center, event.zoom),
    move: () => drifted(state) && invalidate(state),
    zoom: () => invalidate(state),
    "moveend viewreset resize": () => invalidate(state),
  };
  map.on(handlers);
  map.whenReady(() => invalidate(state));
  return {
    canvas,
    view: () => state.view,
    invalidate: () => invalidate(state),
    paintNow: () => repaint(state),
    remove: () => {
      map.off(handlers);
      cancelAnimationFrame(state.frame);
      canvas.remove();
    },
  };
}

function invalidate(state) {
  if (!state.frame) state.frame = requestAnimationFrame(() => repaint(state));
}

function repaint(state) {
  cancelAnimationFrame(state.frame);
  state.frame = 0;
  const { map, canvas, context, margin } = state;
  const corner = map.containerPointToLayerPoint([-margin, -margin]).round();
  const { x: width, y: height } = map.getSize().add([2 * margin, 2 * margin]);
  const ratio = resize(canvas, width, height);
  const world = map.getPixelOrigin().add(corner);
  const zoom = map.getZoom();
  const scale = 256 * 2 ** zoom;
  state.view = { scale, left: world.x, top: world.y, width, height, zoom, margin, corner };
  L.DomUtil.setPosition(canvas, corner);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  state.paint(context, state.view);
}

function resize(canvas, width, height) {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  return ratio;
}

/** Whether a pan has used up half of the margin. */
function drifted({ map, view, margin }) {
  if (!view) return true;
  const now = map.containerPointToLayerPoint([-margin, -margin]);
  const { corner } = view;
  return Math.max(Math.abs(now.x - corner.x), Math.abs(now.y - corner.y)) > margin / 2;
}

/** Put the painted canvas where the view will be at the end of a zoom animation. */
function follow({ map, canvas, view }, center, zoom) {
  if (!view) return;
  const growth = map.getZoomScale(zoom, view.zoom);
  const half = map.getSize().divideBy(2);
  const origin = map.project(center, zoom).subtract(half).add(panePosition(map)).round();
  L.DomUtil.setTransform(
    canvas,
    L.point(view.left, view.top).multiplyBy(growth).subtract(origin),
    growth,
  );
}

function panePosition(map) {
  return L.DomUtil.getPosition(map.getPane("mapPane")) ?? L.point(0, 0);
}
