// A page beside the map: blocks of plain text. Every string becomes a text node.

import { iconButton, make } from "../workbench/dom.js";
import { icon } from "../workbench/glyphs.js";
import { saveFile } from "../workbench/save_file.js";

export default function page({ data, parentElement }) {
  parentElement.querySelector?.(".page")?.remove();
  const night = matchMedia("(prefers-color-scheme: dark)");
  const node = make(
    "div",
    { class: "page" },
    make(
      "header",
      {},
      make("strong", {}, data.title),
      make("nav", { "aria-label": "Pages" }, ...data.links.map(linkOf)),
    ),
    make("div", { class: "column" }, ...data.blocks.map((block) => BLOCKS[block.kind](block))),
  );
  parentElement.append(node);
  const asked = new URLSearchParams(location.search).get("at");
  const mark =
    asked && [...node.querySelectorAll("mark")].find((found) => found.dataset.at === asked);
  if (mark) {
    mark.classList.add("asked");
    mark.scrollIntoView({ block: "center" });
  }
  const dress = () => {
    node.dataset.theme = data.theme || (night.matches ? "dark" : "light");
    document.documentElement.dataset.dateline = node.dataset.theme;
  };
  dress();
  night.addEventListener("change", dress);
  return () => {
    night.removeEventListener("change", dress);
    node.remove();
  };
}

function linkOf({ text, href, here }) {
  return make("a", { href, "aria-current": here ? "page" : null }, text);
}

const BLOCKS = {
  heading: ({ text }) => make("h1", {}, text),
  section: ({ text }) => make("h2", {}, text),
  text: ({ text }) => make("p", {}, text),
  facts: ({ text }) => make("p", { class: "facts" }, text),
  back: ({ text, href }) =>
    make("p", {}, make("a", { class: "back", href }, icon("back", 16), text)),
  progress: ({ done, total, text }) =>
    make(
      "p",
      { class: "progress", role: "status" },
      make(
        "progress",
        total ? { value: done, max: total, "aria-label": text } : { "aria-label": text },
      ),
      text,
    ),
  table,
  files: filesOf,
  document: documentOf,
};

function table({ head, numbers = [], brief = [], rows }) {
  const aligned = (at) => (numbers.includes(at) ? "number" : brief.includes(at) ? "brief" : null);
  return make(
    "div",
    { class: "table" },
    make(
      "table",
      {},
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          ...head.map((text, at) => make("th", { scope: "col", class: aligned(at) }, text)),
        ),
      ),
      make(
        "tbody",
        {},
        ...rows.map((row) =>
          make(
            "tr",
            {},
            ...row.map((cell, at) =>
              make("td", { class: aligned(at), "data-head": head[at] }, cellOf(cell)),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Files that the page holds, each handed to the browser when it is asked for. */
function filesOf({ files }) {
  const button = (file) =>
    iconButton(icon("download", 16), "", () => saveFile(file), { text: file.text, class: "file" });
  return make("p", { class: "files" }, ...files.map(button));
}

function cellOf(cell) {
  return typeof cell === "string" ? cell : make("a", { href: cell.href }, cell.text);
}

const LEGEND = {
  place: ["place", "Place"],
  metonym: ["metonym", "Stands for a government"],
  date: ["date", "Date"],
  event: ["event", "Sentence of an event"],
  left_out: ["left-out", "Not read as news"],
};
const STRETCH = 3000; // characters after which a text may begin a new block

function documentOf({ pieces, counts = {}, shortened }) {
  const text = make("div", { class: "document" }, ...stretches(pieces).map(stretchOf));
  if (shortened)
    text.append(make("p", { class: "facts" }, "The rest of this long text is not shown here."));
  return make("div", {}, legendOf(pieces, counts), text);
}

/** What the marks mean, each in its own dress, with how many there are. */
function legendOf(pieces, counts) {
  const all = {
    ...counts,
    event: pieces.filter(({ event }) => event).length,
    left_out: pieces.filter(({ left_out: reason }) => reason).length,
  };
  const shown = Object.entries(LEGEND).filter(([kind]) => all[kind]);
  return make(
    "ul",
    { class: "legend", "aria-label": "What the marks mean" },
    ...shown.map(([kind, [name, words]]) =>
      make("li", {}, make("span", { class: name }, words), ` ${all[kind]}`),
    ),
  );
}

/** The pieces in blocks that end with a line, so that the browser lays out only those in view. */
function stretches(pieces) {
  const blocks = [[]];
  let length = 0;
  for (const piece of pieces) {
    const cut = length > STRETCH && Object.keys(piece).length === 1 ? piece.text.indexOf("\n") : -1;
    length += piece.text.length;
    if (cut < 0) {
      blocks.at(-1).push(piece);
      continue;
    }
    blocks.at(-1).push({ text: piece.text.slice(0, cut) });
    blocks.push([{ text: piece.text.slice(cut + 1) }]);
    length = piece.text.length - cut;
  }
  return blocks;
}

function stretchOf(pieces) {
  return make("div", { class: "stretch" }, ...pieces.map(pieceOf));
}

function pieceOf({ text, event, at, words, href, place, date, left_out: reason, pieces }) {
  if (event)
    return make(
      "mark",
      { class: "event", "data-at": at },
      ...pieces.map(pieceOf),
      make(
        "a",
        { class: "event-link", href, title: "Show this event on the map" },
        icon("target", 13),
        words,
      ),
    );
  if (reason)
    return make("span", { class: "left-out", title: `not read as news: ${reason}` }, text);
  const kind = place ?? (date ? "date" : null);
  if (kind) return make(href ? "a" : "span", { class: kind, href: href ?? null, title: words }, text);
  return make("span", {}, text);
}
