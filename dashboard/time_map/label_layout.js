// Where names go: beside their places, never over a symbol nor over another name.

const GAPS = [3, 13]; // CSS pixels between a symbol and its name; the second if need be
const LEADS = [24, 36, 48, 64, 80, 100]; // for a name that matters: a line must lead to it
const DIRECTIONS = 24;

/**
 * Choose among `wanted`, in order of importance: [{x, y, reach, width, height, centred, matters}]. `taken`:
 * circles {x, y, reach} that no name may touch; `covered`: boxes {left, top, right, bottom} of what lies
 * over the map. At most `limit` names inside [0, width] x [0, height].
 * Returns [{index, left, top, led}], the boxes' corners; `sides` (index -> side) is read and written so
 * that a name stays on its side from one layout to the next.
 */
export function layoutLabels(wanted, taken, { limit, width, height, covered = [], sides = new Map() }) {
  const scene = { boxes: [...covered], lines: [], taken, width, height };
  const found = [];
  for (let index = 0; index < wanted.length && found.length < limit; index += 1) {
    const label = wanted[index];
    const box = firstFree(label, sides, (at) => isFree(at, scene) && isLineFree(label, at, scene));
    if (!box) continue;
    if (box.led) scene.lines.push([label.x, label.y, ...leadEnd(label, box)]);
    else sides.set(label.key, box.side);
    scene.boxes.push(box);
    found.push({ index, left: box.left, top: box.top, led: box.led });
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
  return label.matters ? firstLed(label, isFit) : null;
}

/** The nearest box in any direction, right first. */
function firstLed(label, isFit) {
  for (const gap of LEADS) {
    for (let step = 0; step < DIRECTIONS; step += 1) {
      const turn = (step % 2 ? 1 : -1) * Math.ceil(step / 2);
      const box = ledBox(label, (turn * 2 * Math.PI) / DIRECTIONS, gap);
      if (isFit(box)) return box;
    }
  }
  return null;
}

function ledBox({ x, y, reach, width, height }, angle, gap) {
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const left = x + across * (reach + gap) + ((Math.sign(Math.round(across * 4)) - 1) / 2) * width;
  const top = y + down * (reach + gap) + ((down - 1) / 2) * height;
  return { side: "led", led: true, left, top, right: left + width, bottom: top + height };
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
  return { side, led: false, left, top, right: left + label.width, bottom: top + label.height };
}

function isFree(box, { boxes, lines, taken, width, height }) {
  if (box.left < 2 || box.top < 2 || box.right > width - 2 || box.bottom > height - 2) return false;
  return !(
    boxes.some((other) => overlap(box, other)) ||
    taken.some((circle) => touch(box, circle)) ||
    lines.some((line) => crosses(line, box))
  );
}

/** The end of the line that leads from a label's symbol to its box. */
export function leadEnd({ x, y }, { left, top, right, bottom }) {
  return [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))];
}

// A line that ran over another symbol or name would seem to belong to that one.
function isLineFree(label, box, { boxes, taken }) {
  if (!box.led) return true;
  const line = [label.x, label.y, ...leadEnd(label, box)];
  return !(
    boxes.some((other) => crosses(line, other)) ||
    taken.some(
      ({ x, y, reach }) =>
        (x !== label.x || y !== label.y) && toSegment(x, y, ...line) < reach + 2,
    )
  );
}

/** Whether a line from one point to another touches a box (Liang and Barsky's clipping). */
function crosses([fromX, fromY, toX, toY], { left, top, right, bottom }) {
  let [enter, leave] = [0, 1];
  for (const [way, room] of [
    [fromX - toX, fromX - left],
    [toX - fromX, right - fromX],
    [fromY - toY, fromY - top],
    [toY - fromY, bottom - fromY],
  ]) {
    if (way === 0 && room < 0) return false;
    if (way < 0) enter = Math.max(enter, room / way);
    if (way > 0) leave = Math.min(leave, room / way);
  }
  return enter <= leave;
}

function toSegment(x, y, fromX, fromY, toX, toY) {
  const [across, down] = [toX - fromX, toY - fromY];
  const along = ((x - fromX) * across + (y - fromY) * down) / (across ** 2 + down ** 2);
  const part = Math.max(0, Math.min(1, along));
  return Math.hypot(x - fromX - part * across, y - fromY - part * down);
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
