// Symbols that would hide one another are moved a little apart; a line leads to where they belong.

const ROUNDS = 12;
const SHARE = 0.82; // of the sum of two radii: this much apart both numbers are read

// How a symbol gives way, in the column `ease`.
export const FIXED = 0; // a ghost: never
export const PLACED = 1; // a symbol: little, its place is a point
export const LOOSE = 2; // the tag of an area: first and farther, it may stand anywhere in it
const FARTHEST = [0, 22, 60]; // CSS pixels from its place

/**
 * Move the first `count` of `symbols` {x, y, homeX, homeY, reach, ease} (columns) apart, in
 * place. The answer depends on nothing but the symbols, so that the same day looks the same.
 */
export function spreadApart(symbols, count) {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let one = 0; one < count; one += 1) {
      if (symbols.ease[one] === FIXED) continue;
      for (let other = one + 1; other < count; other += 1) {
        if (symbols.ease[other] !== FIXED && push(symbols, one, other)) moved = true;
      }
    }
    if (!moved) return;
    for (let at = 0; at < count; at += 1) holdNear(symbols, at);
  }
}

function push({ x, y, reach, place, ease }, one, other) {
  const wanted = SHARE * (reach[one] + reach[other]);
  let right = x[other] - x[one];
  let down = y[other] - y[one];
  if (Math.abs(right) >= wanted || Math.abs(down) >= wanted) return false;
  let distance = Math.hypot(right, down);
  if (distance >= wanted) return false;
  if (distance < 0.5) {
    // One upon the other: no direction is given, so each pair takes one of its own.
    const angle = place[one] * 2.4 + place[other];
    right = Math.cos(angle);
    down = Math.sin(angle);
    distance = 1;
  }
  const step = (wanted - distance) / distance;
  const part = ease[one] === ease[other] ? 0.5 : ease[one] > ease[other] ? 1 : 0;
  x[one] -= right * step * part;
  y[one] -= down * step * part;
  x[other] += right * step * (1 - part);
  y[other] += down * step * (1 - part);
  return true;
}

function holdNear({ x, y, homeX, homeY, ease }, at) {
  const farthest = FARTHEST[ease[at]];
  const right = x[at] - homeX[at];
  const down = y[at] - homeY[at];
  const distance = Math.hypot(right, down);
  if (distance <= farthest) return;
  x[at] = homeX[at] + (right / distance) * farthest;
  y[at] = homeY[at] + (down / distance) * farthest;
}
