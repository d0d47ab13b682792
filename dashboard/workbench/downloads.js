// The panel that hands out the events as a file: those shown or all, in the formats of `extract`.

import { iconButton, make, setText } from "./dom.js";
import { icon } from "./glyphs.js";
import { saveFile } from "./save_file.js";
import { numberText, say, sayCount } from "./strings.js";

const FORMATS = [".csv", ".geojson", ".parquet", ".kml", ".html"];
const AMOUNTS = ["shown", "all"];

/** {node, open()}; `host.ask` answers with {name, type, content: base64}. */
export function makeDownloads(app) {
  const close = iconButton(icon("close"), say("help.close"), () => node.close());
  const amounts = AMOUNTS.map((key, at) => radio(key, at === 0));
  const buttons = FORMATS.map((format) => formatButton(format, () => download(format)));
  const state = make("p", { class: "note", role: "status" });
  const node = make(
    "dialog",
    { class: "help-panel downloads", "aria-label": say("down.title") },
    make(
      "div",
      { class: "panel-head" },
      make("h2", {}, say("down.title")),
      make("span", { class: "grow" }),
      close,
    ),
    make(
      "fieldset",
      { class: "down-amounts" },
      make("legend", {}, say("down.which")),
      ...amounts.map(({ row }) => row),
    ),
    make("div", { class: "down-formats" }, ...buttons),
    state,
  );
  node.addEventListener("click", (event) => event.target === node && node.close());

  async function download(format) {
    const shown = amounts[0].input.checked;
    setText(state, say("down.working"));
    try {
      const events = shown ? Array.from(app.selection.inPeriod(), (at) => app.model.ids[at]) : null;
      const file = await app.host.ask("download", { format, events });
      app.host.ask("thanks").catch(() => {}); // the file need not travel with every next answer
      saveFile(file);
      setText(state, say("down.done", { name: file.name }));
    } catch (error) {
      setText(state, say("down.failed", { text: error.message }));
    }
  }
  return {
    node,
    open() {
      const counts = { shown: app.selection.inPeriod().length, all: app.model.count };
      for (const { key, words } of amounts)
        setText(words, say(`down.${key}`, { events: countWords(counts[key]) }));
      setText(state, "");
      if (!node.open) node.showModal();
    },
  };
}

function countWords(count) {
  return count ? sayCount("read.event", count) : numberText(0);
}

function radio(key, checked) {
  const input = make("input", { type: "radio", name: "down-amount", value: key });
  input.checked = checked;
  const words = make("span");
  return { key, input, words, row: make("label", {}, input, words) };
}

function formatButton(format, choose) {
  const key = format.slice(1);
  return make(
    "button",
    { type: "button", class: "button down-format", "data-format": key, on: { click: choose } },
    make("strong", {}, say(`down.${key}`)),
    make("span", {}, say(`down.${key}_for`)),
  );
}
