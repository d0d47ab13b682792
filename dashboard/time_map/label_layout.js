// Where names go: beside their places, never over a symbol nor over another name.

const GAPS = [3, 13]; // CSS pixels between a symbol and its name; the second if need be

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
    const box = firstFree(label, sides, (at) => isFree(at, boxes, taken, width, height));
    if (!box) continue;
    sides.set(label.key, box.side);
    boxes.push(box);
    found.push({ index, left: box.left, top: box.top });
  }
  return found;
}

function firstFree(label, sides, isFit) {
  for (const gap of GAPS) {
    for (const side of sidesInOrder(label, sides)) {
      const box = boxAt(label, side, gap);
      if (isFit(box)) return box;
    }
  }
  return null;
}

const SIDES = {
  right: ({ x, y, reach, width, height }, gap) => [x + reach + gap, y - height / 2],
  left: ({ x, y, reach, width, height }, gap) => [x - reach - gap - width, y - height / 2],
  rightish: ({ x, y, reach, height }, gap) => [x + 0.85 * reach + gap, y + 0.5 * reach - height / 2],
  leftish: ({ x, y, reach, width, height }, gap) => [
    x - 0.85 * reach - gap - width,
    y + 0.5 * reach - height / 2,
  ],
  above: ({ x, y, reach, width, height }, gap) => [x - width / 2, y - reach - gap - height],
  below: ({ x, y, reach, width, height }, gap) => [x - width / 2, y + reach + gap],
  upright: ({ x, y, reach, height }, gap) => [x + 0.7 * reach + gap, y - 0.7 * reach - height],
  downright: ({ x, y, reach }, gap) => [x + 0.7 * reach + gap, y + 0.7 * reach],
  upleft: ({ x, y, reach, width, height }, gap) => [
    x - 0.7 * reach - gap - width,
    y - 0.7 * reach - height,
  ],
  downleft: ({ x, y, reach, width }, gap) => [x - 0.7 * reach - gap - width, y + 0.7 * reach],
  middle: ({ x, y, width, height }) => [x - width / 2, y - height / 2],
};
const AROUND = Object.keys(SIDES).filter((side) => side !== "middle");

function sidesInOrder({ key, centred }, sides) {
  if (centred) return ["middle"];
  const last = sides.get(key);
  return last ? [last, ...AROUND.filter((side) => side !== last)] : AROUND;
}

function boxAt(label, side, gap) {
  const [left, top] = SIDES[side](label, gap);
  return { side, left, top, right: left + label.width, bottom: top + label.height };
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
