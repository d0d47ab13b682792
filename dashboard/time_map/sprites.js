// Symbols and numbers painted once and stamped many times: a frame makes no paths and no garbage.

import { GROUPS, STATUS_MARK, groupColour } from "./styles.js";
import { numberStyle, outerRadius, paintShares, paintSymbol } from "./symbol_painter.js";

const MOST = 1500; // pictures a store keeps before it forgets those not used lately
const STEPS = 6; // a share of a mixed place is drawn to the nearest sixth
const RINGS_A_FRAME = 40; // new ones; the rest follows in the next frame
const NUMBER_FONT = "bold 11px system-ui, sans-serif";
const MARK_NAMES = Object.values(STATUS_MARK).map(({ mark }) => mark);

/** A store of pictures for one look {theme, dark} at one device pixel ratio. */
export function makeSprites(look, ratio) {
  const sprites = { look, ratio, symbols: makeStore(), rings: makeStore(), numbers: new Map() };
  sprites.onArea = GROUPS.map((_, group) => areaPicture(sprites, group));
  return sprites;
}

// An area has no symbol in its middle; its number stands on a tag with an edge in its colour.
function areaPicture(sprites, group) {
  const { theme, dark } = sprites.look;
  const style = { fill: theme.ink, halo: null, tag: theme.surface, edge: groupColour(group, dark) };
  return { reach: 13, numbers: numbersFor(sprites, style) };
}

/** Call before each frame; `missing` tells after it whether rings were left out for want of time. */
export function startFrame(sprites) {
  sprites.ringsLeft = RINGS_A_FRAME;
  sprites.missing = false;
}

/** Larger symbols come in steps of two pixels: fewer pictures, and no eye sees the difference. */
function stepped(diameter) {
  return diameter < 16 ? Math.round(diameter) : 2 * Math.round(diameter / 2);
}

/** The picture of a symbol, made if need be. */
export function symbolSprite(sprites, { group, status, diameter, near, ringed }) {
  const size = stepped(diameter);
  const key = ((size * 8 + status) * 8 + group) * 4 + (near ? 2 : 0) + (ringed ? 1 : 0);
  return find(sprites.symbols, key) ?? keep(sprites.symbols, key, symbolPicture());

  function symbolPicture() {
    const symbol = { group, mark: MARK_NAMES[status] ?? "plain", diameter: size, near, ringed };
    const reach = outerRadius(symbol);
    const image = painted(2 * Math.ceil(reach + 1), sprites.ratio, (context) =>
      paintSymbol(context, symbol, sprites.look),
    );
    return { image, reach, numbers: numbersFor(sprites, numberStyle(symbol, sprites.look)) };
  }
}

/**
 * The picture of the ring of shares around a symbol, `mix` as `mixOf` gives it; null where this
 * frame has made enough new ones.
 */
export function ringSprite(sprites, mix, diameter) {
  const size = stepped(diameter);
  const key = mix * 64 + size;
  const known = find(sprites.rings, key);
  if (known) return known;
  if (sprites.ringsLeft <= 0) {
    sprites.missing = true;
    return null;
  }
  sprites.ringsLeft -= 1;
  return keep(sprites.rings, key, ringPicture());

  function ringPicture() {
    const reach = outerRadius({ group: 0, diameter: size, ringed: true });
    const image = painted(2 * Math.ceil(reach + 1), sprites.ratio, (context) =>
      paintShares(context, sharesOf(mix), size / 2, sprites.look),
    );
    return { image };
  }
}

/**
 * The shares of the groups, to the nearest sixth, in one number; 0 where one group has all. The
 * counts of the groups stand in `groups` from `start`.
 */
export function mixOf(groups, start, total) {
  let mix = 0;
  let present = 0;
  for (let at = 0; at < GROUPS.length; at += 1) {
    const share = Math.round((STEPS * groups[start + at]) / total);
    if (share > 0) present += 1;
    mix = mix * (STEPS + 1) + share;
  }
  return present > 1 ? mix : 0;
}

/** The shares that `mixOf` has put into one number. */
export function sharesOf(mix) {
  const shares = [];
  for (let at = GROUPS.length - 1, rest = mix; at >= 0; at -= 1) {
    shares[at] = rest % (STEPS + 1);
    rest = Math.floor(rest / (STEPS + 1));
  }
  return shares;
}

/** The picture of a count upon the symbol of a picture. */
export function numberSprite(sprites, number, { numbers }) {
  const { style, known } = numbers;
  return find(known, number) ?? keep(known, number, numberPicture(number, style, sprites.ratio));
}

// Numbers are shared by all symbols on which they look the same.
function numbersFor({ numbers }, style) {
  const key = Object.values(style).join(" ");
  if (!numbers.has(key)) numbers.set(key, { style, known: makeStore() });
  return numbers.get(key);
}

/** At most four characters: 950, 1.2k, 35k. */
export function shortNumber(number) {
  if (number < 1000) return String(number);
  if (number < 9950) return `${(number / 1000).toFixed(1)}k`;
  return `${Math.round(number / 1000)}k`;
}

function numberPicture(number, { fill, halo, tag, edge }, ratio) {
  const text = shortNumber(number);
  const image = painted(8 * text.length + 14, ratio, (context) => {
    if (tag) paintTag(context, 7 * text.length + 8, tag, edge);
    context.font = NUMBER_FONT;
    context.textAlign = "center";
    context.textBaseline = "middle";
    if (halo) {
      context.lineWidth = 3;
      context.lineJoin = "round";
      context.strokeStyle = halo;
      context.strokeText(text, 0, 0.5);
    }
    context.fillStyle = fill;
    context.fillText(text, 0, 0.5);
  });
  return { image };
}

function paintTag(context, width, tag, edge) {
  context.beginPath();
  context.roundRect(-width / 2, -8, width, 16, 8);
  context.fillStyle = tag;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = edge;
  context.stroke();
}

/** A square picture of `paint(context)`, whose origin is its middle. */
function painted(side, ratio, paint) {
  const pixels = Math.ceil(side * ratio);
  const canvas = new OffscreenCanvas(pixels, pixels);
  paint(centred(canvas, ratio));
  return canvas.transferToImageBitmap(); // stamped faster than a canvas, which is copied each time
}

function centred(canvas, ratio) {
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, canvas.width / 2, canvas.height / 2);
  return context;
}

/** Put a picture's middle at (x, y), pixel on pixel: crisp, and much faster than between pixels. */
export function stamp(context, { image }, x, y, ratio) {
  const side = image.width;
  const left = Math.round(x * ratio - side / 2) / ratio;
  const top = Math.round(y * ratio - side / 2) / ratio;
  context.drawImage(image, left, top, side / ratio, side / ratio);
}

// A store of two generations: when the young one is full it becomes the old one, and what is still
// used moves up again. So a store never empties in the middle of a frame.
function makeStore() {
  return { young: new Map(), old: new Map() };
}

function find(store, key) {
  const young = store.young.get(key);
  if (young) return young;
  const old = store.old.get(key);
  return old && keep(store, key, old);
}

function keep(store, key, picture) {
  if (store.young.size >= MOST) {
    store.old = store.young;
    store.young = new Map();
  }
  store.young.set(key, picture);
  return picture;
}

/** A canvas element with one symbol, for legends and lists; `status` by name. */
export function symbolElement({ group, status = "reported", diameter = 14, near = false }, look) {
  const symbol = { group, mark: STATUS_MARK[status].mark, diameter, near, ringed: false };
  const side = 2 * Math.ceil(outerRadius(symbol) + 1);
  const canvas = document.createElement("canvas");
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  canvas.width = canvas.height = Math.ceil(side * ratio);
  paintSymbol(centred(canvas, ratio), symbol, look);
  canvas.style.width = canvas.style.height = `${side}px`;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}
