// On a map of half the world the places of one region share a symbol, and so do neighbours where
// there are hundreds: apart they would only be a heap. Zooming in parts them. Which places share
// does not depend on the clock, so nothing jumps while it runs.

export const FROM_ZOOM = 6.5; // from here on every place of a few has its own symbol
export const MANY = 300; // places; more are gathered at every zoom
const NEAR = 16; // CSS pixels
const NEAR_IN_CROWD = 26; // about a symbol's width: those drawn can be told apart

/**
 * For each place the one that stands for it: the place with most events within `NEAR` pixels,
 * or `NEAR_IN_CROWD`, itself mostly. Null where none are gathered. `weights`: events per place.
 */
export function gatherPlaces(unitXs, unitYs, weights, zoom) {
  const crowd = unitXs.length > MANY;
  if (zoom >= FROM_ZOOM && !crowd) return null;
  const near = (crowd ? NEAR_IN_CROWD : NEAR) / (256 * 2 ** zoom);
  const heads = Int32Array.from(weights.keys());
  const cells = new Map();
  const order = Array.from(heads).sort((one, other) => weights[other] - weights[one] || one - other);
  for (const place of order) {
    const column = Math.floor(unitXs[place] / near);
    const row = Math.floor(unitYs[place] / near);
    const head = headNear(cells, column, row, (other) =>
      Math.hypot(unitXs[other] - unitXs[place], unitYs[other] - unitYs[place]) < near,
    );
    if (head >= 0) heads[place] = head;
    else cells.set(cellKey(column, row), [...(cells.get(cellKey(column, row)) ?? []), place]);
  }
  return heads;
}

function headNear(cells, column, row, isNear) {
  for (let across = -1; across <= 1; across += 1) {
    for (let down = -1; down <= 1; down += 1) {
      const found = cells.get(cellKey(column + across, row + down))?.find(isNear);
      if (found !== undefined) return found;
    }
  }
  return -1;
}

function cellKey(column, row) {
  return column * 1e7 + row;
}
