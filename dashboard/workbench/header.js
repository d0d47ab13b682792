// The header: what this is, what is shown, search, link, theme, the other pages.

import { iconButton, make, replace } from "./dom.js";
import { icon } from "./glyphs.js";
import { makeReadout } from "./readout.js";
import { makeSearch } from "./search.js";
import { LANGUAGES, language, say } from "./strings.js";

const SHARED_FOR = 2500; // ms

export function makeHeader(app) {
  const { model } = app;
  const name = model.title || say("app.name");
  const title = make("h1", { class: "title", title: name }, name);
  const readout = makeReadout(app);
  const search = makeSearch(app);
  const share = iconButton(icon("link"), say("head.share"), () => shareLink(app, share), {
    class: "share",
  });
  const save = iconButton(icon("download"), say("head.download"), () => app.openDownloads(), {
    class: "save",
  });
  const tale =
    (app.hasStory() || app.mayTell()) &&
    iconButton(icon("story"), say("story.open"), () => app.toggleStory(), { class: "tale" });
  const theme = iconButton(icon("moon"), say("head.dark"), () => app.toggleTheme(), {
    class: "theme",
  });
  const languages = makeLanguages(app);
  const help = iconButton(icon("help"), say("head.help"), () => app.openHelp(), { class: "help" });
  const node = make(
    "header",
    { class: "header" },
    make("div", { class: "brand" }, brandMark(), title),
    readout.node,
    search.node,
    makeMenu(
      make(
        "nav",
        { class: "head-buttons" },
        ...pageLinks(app),
        make("span", { class: "rule" }),
        tale,
        share,
        app.host.ask && save,
        languages,
        theme,
        help,
      ),
    ),
  );
  return {
    node,
    search,
    update(changed) {
      readout.update();
      if (changed.has("theme")) showTheme(theme, app.isDark());
      if (changed.has("filters")) search.update();
    },
  };
}

/** The buttons; on a phone they hang under one, and any choice closes them again. */
function makeMenu(buttons) {
  const opener = iconButton(
    icon("more"),
    say("head.menu"),
    () => show(!node.classList.contains("open")),
    { class: "menu-opener", "aria-expanded": "false" },
  );
  const node = make("div", { class: "menu" }, opener, buttons);
  function show(open) {
    node.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  }
  buttons.addEventListener("click", () => show(false));
  node.addEventListener("focusout", (event) => node.contains(event.relatedTarget) || show(false));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !node.classList.contains("open")) return;
    show(false);
    opener.focus();
    event.stopPropagation();
  });
  return node;
}

/** A list of the languages, each in its own words, under an icon. */
function makeLanguages(app) {
  const list = make(
    "select",
    { "aria-label": say("head.language"), on: { change: () => app.speak(list.value) } },
    ...Object.entries(LANGUAGES).map(([value, name]) =>
      make("option", { value, lang: value, selected: value === language() }, name),
    ),
  );
  return make(
    "span",
    { class: "button square language", title: say("head.language"), "aria-label": null },
    icon("language"),
    make("span", { class: "language-name", "aria-hidden": "true" }, LANGUAGES[language()]),
    list,
  );
}

function brandMark() {
  const mark = make("span", { class: "mark", "aria-hidden": "true" });
  mark.append(make("i"), make("i"), make("i"));
  return mark;
}

function pageLinks({ host }) {
  return ["documents", "methods"]
    .filter((page) => host.links?.[page])
    .map((page) => linkTo(page, host.links[page]));
}

function linkTo(page, address) {
  const link = make(
    "a",
    {
      class: "button page-link",
      href: address(),
      title: say(`head.${page}`),
      "aria-label": say(`head.${page}`),
    },
    icon(page === "methods" ? "methods" : "document"),
    make("span", {}, say(`head.${page}`)),
  );
  // The address holds the view, which has changed since the link was made.
  for (const type of ["pointerdown", "focus", "click"])
    link.addEventListener(type, () => (link.href = address()));
  return link;
}

function showTheme(button, dark) {
  replace(button, icon(dark ? "sun" : "moon"));
  const label = say(dark ? "head.light" : "head.dark");
  button.title = label;
  button.setAttribute("aria-label", label);
}

async function shareLink(app, button) {
  const address = app.host.address();
  try {
    await navigator.clipboard.writeText(address);
    app.toast(say("head.shared"));
  } catch {
    app.toast(say("head.share_failed", { address }));
  }
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), SHARED_FOR);
}
