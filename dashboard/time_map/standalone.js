// One page that has all within it: the workbench round the map, no server, no network.

/* global L */

import { mountWorkbench } from "../workbench/mount.js";
import { searchCards } from "../workbench/text_search.js";
import { queryOf, wordsFromQuery } from "../workbench/words.js";
import { MAP_OPTIONS, mountFrame, readPayload } from "./map_frame.js";
import { pagePorts } from "./port.js";

/** Bring the page to life from its inlined data; a failure is shown in the page. */
export async function openPage() {
  try {
    start(await inlined("data"));
  } catch (error) {
    const note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.textContent = `This page could not start: ${error.message}`;
    document.body.prepend(note);
  }
}

/** The object that a script element holds as base64 of gzip of JSON. */
async function inlined(id) {
  const text = document.getElementById(id).textContent.trim();
  return readPayload(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
}

function start({ payload, details, story, layers, areas, labels, control }) {
  const [bench, frame] = pagePorts();
  const words = wordsFromQuery(location.hash.slice(1));
  const host = hostOf({ payload, details, story, words, port: bench });
  let app = mountWorkbench(shadow(), host);
  host.remounted = (next) => (app = next);
  mountFrame(L.map("map", MAP_OPTIONS), {
    port: frame,
    layers,
    areaRows: areas,
    labelRows: labels,
    controlRows: control,
  });
  addEventListener("hashchange", () => app.apply(wordsFromQuery(location.hash.slice(1))));
}

/** The workbench's style must not reach the map, nor the other way round. */
function shadow() {
  const root = document.getElementById("workbench").attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = document.getElementById("workbench-style").textContent;
  root.append(style);
  return root;
}

function hostOf({ payload, details, story, words, port }) {
  return {
    object: payload,
    words,
    channel: {
      post: port.send,
      listen: (hear) => {
        port.listen(hear);
        return () => port.close(hear);
      },
    },
    sendData: () => port.send({ t: "data", payload }),
    commit: remember,
    select: () => {},
    story,
    ask: null, // there is nobody to ask
    searchTexts: async (text) => searchCards(details, text),
    detail: (id) => details[id] ?? null,
    address: () => location.href,
    links: null,
    notices: [],
    spoken: (language) => (document.documentElement.lang = language),
    placeMap: follow,
    themed: (dark) => {
      document.documentElement.dataset.theme = dark ? "dark" : "light";
    },
  };
}

// The address keeps the view, so that a copied link restores it; replaced, not pushed: going back
// leaves the page at once.
function remember(words) {
  history.replaceState(null, "", `#${queryOf(words)}`);
}

/** The map stands where the workbench leaves room for it; returns what ends that. */
function follow(cell) {
  const { style } = document.getElementById("map");
  const place = () => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    Object.assign(style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  };
  const observer = new ResizeObserver(place);
  observer.observe(cell);
  addEventListener("resize", place);
  place();
  return () => {
    observer.disconnect();
    removeEventListener("resize", place);
  };
}
