// Where names go: beside their places, never over a symbol nor over another name.

const GAP = 3; // CSS pixels between a symbol and its name

/**
 * Choose among `wanted`, in order of importance: [{x, y, reach, width, height, centred}]. `taken`:
 * circles {x, y, reach} that no name may touch. At most `limit` names inside [0, width] x [0, height].
 * Returns [{index, left, top}], the boxes' corners; `sides` (index -> side) is read and written so
 * that a name stays on its side from one layout to the next.
 */
export function layoutLabels(wanted, taken, { limit, width, height, sides = new Map() }) {
  const boxes = [];
  const found = [];
  for (let index = 0; index < wanted.length && found.length < limit; index += 1) {
    const label = wanted[index];
    const side = sidesInOrder(label, sides).find((name) =>
      isFree(boxAt(label, name), boxes, taken, width, height),
    );
    if (!side) continue;
    if (label.key !== undefined) sides.set(label.key, side);
    const box = boxAt(label, side);
    boxes.push(box);
    found.push({ index, left: box.left, top: box.top });
  }
  return found;
}

const SIDES = {
  right: ({ x, y, reach, width, height }) => [x + reach + GAP, y - height / 2],
  left: ({ x, y, reach, width, height }) => [x - reach - GAP - width, y - height / 2],
  above: ({ x, y, reach, width, height }) => [x - width / 2, y - reach - GAP - height],
  below: ({ x, y, reach, width, height }) => [x - width / 2, y + reach + GAP],
  upright: ({ x, y, reach, height }) => [x + 0.7 * reach + GAP, y - 0.7 * reach - height],
  downright: ({ x, y, reach }) => [x + 0.7 * reach + GAP, y + 0.7 * reach],
  upleft: ({ x, y, reach, width, height }) => [
    x - 0.7 * reach - GAP - width,
    y - 0.7 * reach - height,
  ],
  downleft: ({ x, y, reach, width }) => [x - 0.7 * reach - GAP - width, y + 0.7 * reach],
  middle: ({ x, y, width, height }) => [x - width / 2, y - height / 2],
};
const AROUND = Object.keys(SIDES).filter((side) => side !== "middle");

function sidesInOrder({ key, centred }, sides) {
  if (centred) return ["middle"];
  const last = sides.get(key);
  return last ? [last, ...AROUND.filter((side) => side !== last)] : AROUND;
}

function boxAt(label, side) {
  const [left, top] = SIDES[side](label);
  return { left, top, right: left + label.width, bottom: top + label.height };
}

function isFree(box, boxes, taken, width, height) {
  if (box.left < 2 || box.top < 2 || box.right > width - 2 || box.bottom > height - 2) return false;
  return !boxes.some((other) => overlap(box, other)) && !taken.some((circle) => touch(box, circle));
}

function overlap(one, other) {
  return (
    one.left < other.right + 2 &&
    other.left < one.right + 2 &&
    one.top < other.bottom + 1 &&
    other.top < one.bottom + 1
  );
}

function touch({ left, top, right, bottom }, { x, y, reach }) {
  const nearestX = Math.max(left, Math.min(x, right));
  const nearestY = Math.max(top, Math.min(y, bottom));
  return (x - nearestX) ** 2 + (y - nearestY) ** 2 < (reach + 1) ** 2;
}
