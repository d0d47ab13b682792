// What the map shows besides the events: names, who held what, and on what ground.

import { HOLDERS } from "../time_map/control_layer.js";
import { make, setText } from "./dom.js";
import { icon } from "./glyphs.js";
import { groundText, tellGround } from "./map_talk.js";
import { say, term } from "./strings.js";

const NAMINGS = ["both", "source", "en", "az", "hy", "ru"];
// Where the layer of who held what has anything to show: degrees.
const REGION = { south: 38.5, north: 40.8, west: 45.4, east: 48 };
const ONLINE = ["osm", "topo", "imagery"];

export function makeLayers(app) {
  const { store, host } = app;
  const naming = choice("layers.names", NAMINGS, () => app.setNaming(naming.value));
  const grounds = host.ground?.address ? ["bundled", "own", ...ONLINE] : ["bundled", ...ONLINE];
  const basemap = choice("layers.basemap", grounds, () =>
    store.set({ basemap: basemap.value, groundFailed: null }),
  );
  const note = make("p", { class: "hint", role: "status", hidden: true });
  const control = make("input", {
    type: "checkbox",
    on: { change: () => app.setControl(control.checked) },
  });
  const holders = makeHolders(app);
  const known = app.model.places.some(inRegion);
  const node = make(
    "details",
    { class: "facet layers", open: true },
    make(
      "summary",
      {},
      make("span", { class: "facet-name" }, say("layers.title")),
      icon("down", 14),
    ),
    row("layers.names", naming),
    row("layers.basemap", basemap),
    note,
    known
      ? make(
          "div",
          { class: "value" },
          make("label", {}, control, make("span", { class: "value-name" }, say("layers.control"))),
        )
      : null,
    holders.node,
  );
  return {
    node,
    show(changed) {
      naming.value = NAMINGS.includes(store.state.naming) ? store.state.naming : "en";
      basemap.value = store.state.basemap;
      setText(note, noteOf(store.state));
      note.hidden = !note.textContent;
      control.checked = store.state.control;
      holders.show();
      if (changed.has("basemap")) tellGround(app);
    },
  };
}

/** What the reader should know of the ground: that it failed, or whom it asks. */
function noteOf({ basemap, groundFailed }) {
  if (groundFailed) return groundText(groundFailed);
  return ONLINE.includes(basemap) ? say("layers.online") : "";
}

function inRegion({ latitude, longitude }) {
  const { south, north, west, east } = REGION;
  return latitude > south && latitude < north && longitude > west && longitude < east;
}

function choice(key, values, onchange) {
  return make(
    "select",
    { class: "choice", "aria-label": say(key), on: { change: onchange } },
    ...values.map((value) => make("option", { value }, say(`${key}_${value}`))),
  );
}

function row(key, select) {
  return make(
    "div",
    { class: "choice-row" },
    make("span", { "aria-hidden": "true" }, say(key)),
    select,
  );
}

/** The legend of the layer, while it is on: holders in words, claimed hatched. */
function makeHolders(app) {
  const swatches = HOLDERS.map(({ name, light, dark }) => ({
    light,
    dark,
    name,
    swatch: make("i", { class: "swatch" }),
  }));
  const node = make(
    "div",
    { class: "holders", hidden: true },
    ...swatches.map(({ name, swatch }) => make("span", {}, swatch, term("holder", name))),
    make("p", { class: "hint" }, say("layers.control_note")),
  );
  return {
    node,
    show() {
      node.hidden = !app.store.state.control;
      for (const { swatch, light, dark } of swatches)
        swatch.style.setProperty("--swatch", app.isDark() ? dark : light);
    },
  };
}
