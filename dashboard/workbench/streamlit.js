// The workbench as a Streamlit component: events come as bytes, the view by way of `link.js`.

import { makeAsking } from "./asking.js";
import { mountWorkbench } from "./mount.js";

const LINGER = 1000; // ms that a page stays whose component is taken away: new events may follow
const MANY = 200; // ids of an answer, from which on it is put away
const SHELF = Symbol.for("dateline"); // where the two components of one page find each other

/**
 * Called by Streamlit at each mount, and again when the bytes change; returns the cleanup. Between
 * the cleanup and the call for new bytes the page stays, so that nothing flickers.
 */
export default function workbench({ data, parentElement }) {
  const shelf = (globalThis[SHELF] ??= {});
  clearTimeout(shelf.leaving);
  const life = (shelf.life = {});
  Promise.all([unpacked(data), linked(shelf)]).then(([object]) => {
    if (shelf.life === life) mountInPage(shelf, parentElement, object, data);
  });
  return () => {
    shelf.leaving = setTimeout(() => leave(shelf), LINGER);
  };
}

function leave(shelf) {
  shelf.app?.destroy();
  shelf.wire?.close();
  Object.assign(shelf, { life: null, app: null, wire: null, receive: null });
}

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

function linked(shelf) {
  return new Promise((resolve) => {
    if (shelf.link) resolve();
    else shelf.arrived = resolve;
  });
}

/** What outlives new events: the line to the map, the questions to Python, the cards, a draft. */
function openWire(shelf) {
  const radio = new BroadcastChannel(shelf.link.channel);
  const asking = makeAsking(
    (question) => shelf.send("ask", question),
    () => crypto.randomUUID?.() ?? String(Math.random()),
  );
  const details = new Map();
  return {
    radio,
    asking,
    details,
    desk: { drafts: new Map(), who: "" },
    seq: shelf.link.seq,
    keep: ({ detail }) => detail && details.set(detail.id, detail),
    close: () => radio.close(),
  };
}

function mountInPage(shelf, root, object, data) {
  const wire = (shelf.wire ??= openWire(shelf));
  wire.details.clear(); // they are of the events before
  wire.keep(shelf.link);
  shelf.app = mountWorkbench(root, hostOf(shelf, wire, object, data), shelf.app ?? null);
  shelf.receive = (link) => {
    const { app } = shelf;
    wire.keep(link);
    app.takeStory(link.story);
    wire.asking.receive(link.answer);
    if (link.seq !== wire.seq) app.apply(link.words);
    wire.seq = link.seq;
    app.refresh();
  };
}

function hostOf(shelf, { radio, asking, details, desk }, object, data) {
  const bytes = new Uint8Array(data).slice().buffer;
  return {
    object,
    words: shelf.link.words,
    naming: shelf.link.naming,
    notices: shelf.link.notices,
    story: shelf.link.story,
    readOnly: shelf.link.readOnly,
    ground: groundOf(shelf.link.ground),
    desk,
    channel: channelOf(radio),
    sendData: () => radio.postMessage({ t: "data", payload: bytes }),
    commit: (words) => shelf.send("commit", words),
    ask: asking.ask,
    searchTexts: (text) => searchTexts(asking.ask, text),
    detail: (id) => details.get(id) ?? null,
    address: () => location.href,
    links: linksOf(),
    remounted: (app) => (shelf.app = app),
    spoken: (language) => (document.documentElement.lang = language),
    placeMap: (cell) => follow(cell),
    themed: (dark) => (document.documentElement.dataset.dateline = dark ? "dark" : "light"),
  };
}

/** What stands where in the texts; a long answer is not left to travel with every update. */
async function searchTexts(ask, text) {
  const answer = await ask("search", { text });
  if (answer.events.length > MANY) ask("thanks").catch(() => {});
  return answer;
}

function channelOf(radio) {
  return {
    post: (message) => radio.postMessage(message),
    listen(hear) {
      const listener = ({ data }) => hear(data);
      radio.addEventListener("message", listener);
      return () => radio.removeEventListener("message", listener);
    },
  };
}

/** The project's own ground, by an address that holds in the map's frame too. */
function groundOf(ground) {
  return ground && { ...ground, address: new URL(ground.address, document.baseURI).href };
}

/** The addresses of the other pages; each keeps the view, so that the way back leads to it. */
function linksOf() {
  const to = (words) => {
    const query = new URLSearchParams(location.search);
    for (const [key, value] of Object.entries(words)) query.set(key, value);
    return `./?${query}`;
  };
  return {
    documents: () => to({ page: "documents" }),
    methods: () => to({ page: "methods" }),
    document: ({ document: id, start, end }) =>
      to({ page: "documents", doc: id, at: `${start}-${end}` }),
  };
}

/** The map's frame stands wherever the workbench leaves room for it; returns what ends that. */
function follow(cell) {
  const style = document.documentElement.style;
  const place = () => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    style.setProperty("--map-left", `${left}px`);
    style.setProperty("--map-top", `${top}px`);
    style.setProperty("--map-width", `${width}px`);
    style.setProperty("--map-height", `${height}px`);
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
