// The talk with the map: what it is told of the view, and what it says of the reader's hand.

import { packFilters } from "../time_map/core.js";
import { commandOf } from "./keyboard.js";
import { run } from "./commands.js";
import { withSecondClock } from "./store.js";
import { say, wordsOfMap } from "./strings.js";

const PEEK = 96; // px, as --peek of the style

/** The keys of the state that the map draws. */
export const TOLD = [
  "clock",
  "filters",
  "known",
  "selected",
  "naming",
  "theme",
  "sheet",
  "control",
  "story",
];

export function tellMap(app) {
  const { clock, selected, naming } = app.store.state;
  app.host.channel.post({
    t: "view",
    clock,
    filters: packFilters(withSecondClock(app.store.state)),
    selected: { event: selected.event, place: placeShown(app) },
    naming,
    dark: app.isDark(),
    layers: { control: app.store.state.control },
    at: app.at,
    inset: { bottom: sheetHeight(app), left: app.isPhone() ? 0 : app.storyWidth() },
  });
}

/** The words that the map says by itself. */
export function speakToMap({ host }) {
  host.channel.post({ t: "speech", ...wordsOfMap() });
}

// What of the map the phone's sheet covers; a full sheet covers all, which is no place to fit into.
function sheetHeight(app) {
  if (!app.isPhone()) return 0;
  const { sheet } = app.store.state;
  return sheet === "peek" ? PEEK + app.storyHeight() : Math.round(innerHeight / 2 - 20);
}

function placeShown({ store: { state }, model }) {
  if (state.selected.place !== null) return state.selected.place;
  const index = state.selected.event === null ? -1 : model.ids.indexOf(state.selected.event);
  return index >= 0 && model.place[index] >= 0 ? model.place[index] : null;
}

/** What the map is to lie on. */
export function tellGround({ host, store }) {
  host.channel.post({ t: "ground", key: store.state.basemap, at: host.ground?.address });
}

/** Why a ground that was chosen is not there. */
export function groundText({ key, why }) {
  const name = say(`layers.basemap_${key}`);
  return why ? say("layers.failed_own", { why }) : say("layers.failed_online", { name });
}

/** What the map says: that it is there, what was clicked, where it was moved to. */
export function hear(app, message) {
  const { store, host, model } = app;
  if (message.t === "ready") {
    app.mapIsThere();
    host.sendData();
    speakToMap(app);
    tellMap(app);
    tellGround(app);
  } else if (message.t === "select") {
    if (message.place === null || message.place === undefined) app.selectPlace(null);
    else if (message.events?.length === 1) app.selectEvent(idOf(model, message.events[0]));
    else app.selectPlace(message.place);
  } else if (message.t === "moved") {
    store.set({ bounds: message.bounds });
    if (store.state.filters.bounds)
      store.set({ filters: { ...store.state.filters, bounds: message.bounds } });
    if (!message.hand) return; // it was fitted or flown to: nothing that a link must keep
    store.set({ map: { lat: message.lat, lng: message.lng, zoom: message.zoom } });
    app.commitSoon();
  } else if (message.t === "pinned") {
    app.pinned(message);
  } else if (message.t === "drawn") {
    app.mapHasDrawn();
  } else if (message.t === "hover") {
    store.set({ hovered: message.place ?? null });
  } else if (message.t === "key") {
    run(app, commandOf(message, null));
  } else if (message.t === "ground") {
    store.set({ basemap: "bundled", groundFailed: message });
    app.toast(groundText(message));
  } else if (message.t === "error") {
    app.toast(say("app.error", { text: message.text }));
  }
}

function idOf(model, event) {
  return typeof event === "number" ? model.ids[event] : event;
}
