// Making nodes without markup: every string becomes a text node, so that no document text can run.

const SVG = "http://www.w3.org/2000/svg";

/** `<tag …>children</tag>`; props: `on` {type: listener}, `style` {name: value}, else attributes. */
export function make(tag, props = {}, ...children) {
  return dress(document.createElement(tag), props, children);
}

export function makeSvg(tag, props = {}, ...children) {
  return dress(document.createElementNS(SVG, tag), props, children);
}

function dress(node, { on = {}, style = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  for (const [name, value] of Object.entries(style)) node.style.setProperty(name, value);
  for (const [type, listener] of Object.entries(on)) node.addEventListener(type, listener);
  node.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return node;
}

/** True sets an empty attribute, false or null takes it away. */
export function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value === true ? "" : value)) {
    node.setAttribute(name, value === true ? "" : value);
  }
}

/** `textContent`, touched only when it changes: a frame that changes nothing lays out nothing. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

export function replace(node, ...children) {
  node.replaceChildren(...children.flat().filter(Boolean));
}

/** A button with an icon; its `label` is its name and its tooltip unless `text` says it. */
export function iconButton(icon, label, onclick, props = {}) {
  const { text, class: extra = "", ...rest } = props;
  return make(
    "button",
    {
      type: "button",
      class: `button ${text ? "" : "square"} ${extra}`.trim(),
      title: text ? null : label,
      "aria-label": text ? null : label,
      on: { click: onclick },
      ...rest,
    },
    icon,
    text ? make("span", {}, text) : null,
  );
}

/** `run` at most every `wait` ms, and once more after the last call. */
export function throttled(run, wait) {
  let last = -Infinity;
  let timer = null;
  const now = () => {
    timer = null;
    last = performance.now();
    run();
  };
  return () => {
    const rest = wait - (performance.now() - last);
    if (rest <= 0) {
      clearTimeout(timer);
      now();
    } else timer ??= setTimeout(now, rest);
  };
}

/** `run` once, `wait` ms after the last call; `.flush()` runs it now if it waits. */
export function debounced(run, wait) {
  let timer = null;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      run();
    }, wait);
  };
  later.cancel = () => {
    clearTimeout(timer);
    timer = null;
  };
  return later;
}

const CLICK = 50; // ms after its release within which a press has become a click

/**
 * Makes what redraws `node`: at once, or when a pointer that is pressed in it has been released. A
 * click is lost if what was pressed is no longer there.
 */
export function unpressed(node) {
  let pressed = false;
  let waiting = null;
  let timer = null;
  const released = () => {
    timer = setTimeout(() => {
      pressed = false;
      waiting?.();
      waiting = null;
    }, CLICK);
  };
  node.addEventListener("pointerdown", () => {
    pressed = true;
    clearTimeout(timer);
    for (const type of ["pointerup", "pointercancel"])
      addEventListener(type, released, { once: true });
  });
  return (redraw) => {
    waiting = pressed ? redraw : null;
    if (!pressed) redraw();
  };
}
