// The workbench as a Streamlit component: events come as bytes, the view by way of `link.js`.

import { makeAsking } from "./asking.js";
import { mountWorkbench } from "./mount.js";

const MANY = 200; // ids of an answer, from which on it is put away
const SHELF = Symbol.for("dateline"); // where the two components of one page find each other

/** Called by Streamlit at each mount, and again when the bytes change; returns the cleanup. */
export default function workbench({ data, parentElement }) {
  const shelf = (globalThis[SHELF] ??= {});
  shelf.payload = data;
  shelf.root = parentElement;
  shelf.stop?.();
  shelf.stop = begin(shelf);
  return () => {
    shelf.stop?.();
    shelf.stop = null;
  };
}

/** Waits for the link and for the bytes to unpack, then mounts; returns what undoes it. */
function begin(shelf) {
  const life = { alive: true, undo: null };
  Promise.all([unpacked(shelf.payload), linked(shelf)]).then(([object]) => {
    if (life.alive) life.undo = mountInPage(shelf, object);
  });
  return () => {
    life.alive = false;
    life.undo?.();
  };
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

function mountInPage(shelf, object) {
  const details = new Map();
  const radio = new BroadcastChannel(shelf.link.channel);
  const bytes = new Uint8Array(shelf.payload).slice().buffer;
  const asking = makeAsking(
    (question) => shelf.send("ask", question),
    () => crypto.randomUUID?.() ?? String(Math.random()),
  );
  const host = {
    object,
    words: shelf.link.words,
    naming: shelf.link.naming,
    notices: shelf.link.notices,
    story: shelf.link.story,
    readOnly: shelf.link.readOnly,
    ground: groundOf(shelf.link.ground),
    channel: channelOf(radio),
    sendData: () => radio.postMessage({ t: "data", payload: bytes }),
    commit: (words) => shelf.send("commit", words),
    ask: asking.ask,
    searchTexts: (text) => searchTexts(asking.ask, text),
    detail: (id) => details.get(id) ?? null,
    address: () => location.href,
    links: linksOf(),
    placeMap: (cell) => follow(cell),
    themed: (dark) => (document.documentElement.dataset.dateline = dark ? "dark" : "light"),
  };
  let seq = shelf.link.seq;
  const keep = ({ detail }) => detail && details.set(detail.id, detail);
  keep(shelf.link);
  const app = mountWorkbench(shelf.root, host);
  shelf.receive = (link) => {
    keep(link);
    app.takeStory(link.story);
    asking.receive(link.answer);
    if (link.seq !== seq) app.apply(link.words);
    seq = link.seq;
    app.refresh();
  };
  return () => {
    shelf.receive = null;
    app.destroy();
    radio.close();
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

/** The map's frame stands wherever the workbench leaves room for it. */
function follow(cell) {
  const style = document.documentElement.style;
  const place = () => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    style.setProperty("--map-left", `${left}px`);
    style.setProperty("--map-top", `${top}px`);
    style.setProperty("--map-width", `${width}px`);
    style.setProperty("--map-height", `${height}px`);
  };
  new ResizeObserver(place).observe(cell);
  addEventListener("resize", place);
  place();
}
