// Web Mercator on a unit square: the whole world is 0-1 across and 0-1 down.

export const TILE = 256; // CSS pixels of the world at zoom 0
const MAX_LATITUDE = 85.05112878;

export function unitX(longitude) {
  return longitude / 360 + 0.5;
}

export function unitY(latitude) {
  const clipped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
  const sine = Math.sin((clipped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** CSS pixels of a length on the ground at a latitude, where the world is `scale` pixels wide. */
export function pixelsOfKm(km, latitude, scale) {
  const equator = 40075.017;
  return (km / equator / Math.cos((latitude * Math.PI) / 180)) * scale;
}

/** Rings, lines or points of a GeoJSON geometry as flat unit coordinates with their boxes. */
export function flatten(geometry) {
  const { type, coordinates } = geometry ?? {};
  if (type === "Polygon") return coordinates.map((ring) => flatLine(ring, true));
  if (type === "MultiPolygon") return coordinates.flat().map((ring) => flatLine(ring, true));
  if (type === "LineString") return [flatLine(coordinates, false)];
  if (type === "MultiLineString") return coordinates.map((line) => flatLine(line, false));
  return [];
}

function flatLine(coordinates, closed) {
  const points = new Float64Array(coordinates.length * 2);
  const line = { points, closed, left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  coordinates.forEach(([longitude, latitude], index) => {
    const x = unitX(longitude);
    const y = unitY(latitude);
    points[2 * index] = x;
    points[2 * index + 1] = y;
    line.left = Math.min(line.left, x);
    line.right = Math.max(line.right, x);
    line.top = Math.min(line.top, y);
    line.bottom = Math.max(line.bottom, y);
  });
  return line;
}

/**
 * Add a line to the canvas's path if it meets the view {scale, left, top, width, height}. Left out
 * are points within `skip` pixels of the last, and points beyond the same edge as both neighbours:
 * no eye sees them and they cost most.
 */
export function tracePath(context, line, view, skip = 0.75) {
  if (!meetsView(line, view)) return false;
  const { points, closed } = line;
  const { scale, left, top } = view;
  let x = points[0] * scale - left;
  let y = points[1] * scale - top;
  let beyond = sidesBeyond(x, y, view);
  context.moveTo(x, y);
  for (let index = 2; index < points.length; index += 2) {
    const nextX = points[index] * scale - left;
    const nextY = points[index + 1] * scale - top;
    if (index < points.length - 2) {
      if (Math.abs(nextX - x) < skip && Math.abs(nextY - y) < skip) continue;
      const after = pointBeyond(points, index + 2, view);
      if (beyond & after & sidesBeyond(nextX, nextY, view)) continue;
    }
    x = nextX;
    y = nextY;
    beyond = sidesBeyond(x, y, view);
    context.lineTo(x, y);
  }
  if (closed) context.closePath();
  return true;
}

const SLACK = 16; // pixels beyond an edge where wide lines may still show

function sidesBeyond(x, y, { width, height }) {
  return (
    (x < -SLACK ? 1 : 0) |
    (x > width + SLACK ? 2 : 0) |
    (y < -SLACK ? 4 : 0) |
    (y > height + SLACK ? 8 : 0)
  );
}

function pointBeyond(points, index, view) {
  return sidesBeyond(
    points[index] * view.scale - view.left,
    points[index + 1] * view.scale - view.top,
    view,
  );
}

function meetsView(line, { scale, left, top, width, height }) {
  return (
    line.right * scale >= left &&
    line.left * scale <= left + width &&
    line.bottom * scale >= top &&
    line.top * scale <= top + height
  );
}
