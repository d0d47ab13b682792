// What the reader keeps when the events are sent anew: the view, what is open, where it is scrolled to.

import { clamped } from "./clock.js";
import { stateOf, wordsOf } from "./words.js";

/** The state of a page as it is for other events: lists are numbered anew, so words carry it over. */
export function carriedState({ store: { state }, model: old }, model) {
  const { clock, filters, selected, known } = state;
  const next = stateOf(wordsOf(state, old), model);
  const place = selected.place === null ? null : old.places[selected.place].id;
  const at = model.places.findIndex(({ id }) => id === place);
  return {
    ...state,
    ...next,
    clock: old.count ? clamped(clock, model) : next.clock, // before, there was no day to show
    filters: { ...next.filters, bounds: filters.bounds },
    selected: { event: next.selected.event, place: at < 0 ? null : at },
    editing: next.selected.event === null ? null : state.editing,
    map: state.map,
    known,
    playing: false,
    hovered: null,
  };
}

const SCROLLED = ".scroller, .rail-body";

/** How a page stands that is about to be drawn anew; `restore` makes another stand the same way. */
export function keepsake(node) {
  const focused = node.getRootNode().activeElement;
  return {
    scrolls: [...node.querySelectorAll(SCROLLED)].map(({ scrollTop }) => scrollTop),
    folded: [...node.querySelectorAll("details:not([open])")].map(nameOf),
    focused: focused && node.contains(focused) ? pathOf(focused) : null,
    map: node.dataset.map,
    log: node.querySelector(".log-panel")?.open ?? false,
  };
}

export function restore(node, { scrolls, folded, focused, map }) {
  if (map) node.dataset.map = map;
  for (const details of node.querySelectorAll("details[open]"))
    if (folded.includes(nameOf(details))) details.open = false;
  [...node.querySelectorAll(SCROLLED)].forEach((part, at) => (part.scrollTop = scrolls[at] ?? 0));
  const found = focused ? node.querySelectorAll(focused) : [];
  if (found.length === 1) found[0].focus({ preventScroll: true });
}

function nameOf(details) {
  return `${details.className} ${details.querySelector("summary").textContent}`;
}

/** A selector of what has the focus: a row by its event, else by its kind; it may fit others, too. */
function pathOf(node) {
  const event = node.dataset.event;
  const kind = [...node.classList].map((name) => `.${CSS.escape(name)}`).join("");
  return event ? `${node.localName}[data-event="${CSS.escape(event)}"]` : `${node.localName}${kind}`;
}
