// Which place is under the pointer.

import { traceArea } from "./area_painter.js";
import { areaSymbol, isArea } from "./event_layer.js";

const LEAST_REACH = 12; // a hit area is 24 pixels wide at least

/**
 * The place under a point of the map's container; -1 if none. The nearest symbol wins, then the
 * smallest area that holds the point.
 */
export function placeAt(layer, point) {
  const { view } = layer.pane;
  if (!view()) return -1;
  const offset = layer.map.containerPointToLayerPoint(point).subtract(view().corner);
  const symbol = symbolAt(layer.drawn, offset);
  return symbol >= 0 ? symbol : areaAt(layer, offset, view());
}

function symbolAt({ count, place, x, y, reach }, point) {
  let best = -1;
  let nearest = Infinity;
  for (let at = 0; at < count; at += 1) {
    const distance = Math.hypot(x[at] - point.x, y[at] - point.y);
    if (distance <= Math.max(LEAST_REACH, reach[at]) && distance < nearest) {
      nearest = distance;
      best = place[at];
    }
  }
  return best;
}

function areaAt(layer, point, view) {
  const context = layer.pane.canvas.getContext("2d");
  const ratio = layer.sprites?.ratio ?? 1;
  for (let at = layer.tally.activeCount - 1; at >= 0; at -= 1) {
    const place = layer.order[at];
    if (!isArea(layer, place) || layer.tally.ghost[place]) continue;
    traceArea(context, view, areaSymbol(layer, place));
    if (context.isPointInPath(point.x * ratio, point.y * ratio)) return place;
  }
  return -1;
}
