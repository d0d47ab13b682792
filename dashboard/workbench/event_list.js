// The events in view as a list, in step with the clock: the map's equal for eye, key and ear.

import {
  clockRange,
  COUNTRY,
  dayText,
  intervalText,
  isDated,
  nextDayWithEvents,
  SEAT,
} from "../time_map/core.js";
import { iconButton, make, replace, setAttribute, setText, throttled } from "./dom.js";
import { icon, statusGlyph } from "./glyphs.js";
import { makeLooseNote } from "./loose_note.js";
import { makeSides } from "./sides.js";
import { clockText } from "./readout.js";
import { shortDay, tallyRange } from "./clock.js";
import { makeTray, makeTrayOpener } from "./tray.js";
import { OF_TEXTS, say, sayCount, term } from "./strings.js";

const PAGE = 80; // rows drawn at first, and by "more"
const WHILE_MOVING = 12; // rows drawn while scrubbing, as many as are seen; the rest follow at rest
const MOVING_EVERY = 100; // ms between two drawings of the list while scrubbing

export function makeEventList(app) {
  const heading = make("h2", { class: "panel-title" });
  const told = make("span", { class: "told" });
  const sort = make("button", {
    type: "button",
    class: "button small sort",
    on: { click: () => app.store.set({ newest: !app.store.state.newest }) },
  });
  const scope = makeScope(app);
  const chip = make("button", {
    type: "button",
    class: "chip",
    hidden: true,
    on: { click: () => app.selectPlace(null) },
  });
  const rows = make("div", { class: "rows", role: "list", "aria-label": say("panel.list") });
  const empty = make("div", { class: "empty", hidden: true });
  const loose = makeLooseNote(app);
  const sides = makeSides(app);
  const tray = makeTray(app, () => makeRow(app));
  const opener = makeTrayOpener(app);
  const more = make("button", {
    type: "button",
    class: "button more-rows",
    hidden: true,
    on: { click: () => ((limit += PAGE), draw(limit)) },
  });
  const scroller = make("div", { class: "scroller" }, rows, tray.node, empty, more);
  const node = make(
    "section",
    { class: "list", "aria-label": say("panel.events") },
    make(
      "div",
      { class: "panel-head" },
      heading,
      told,
      make("span", { class: "grow" }),
      iconButton(icon("panel"), say("panel.fold"), () => app.showPanel(false), {
        class: "panel-fold",
      }),
    ),
    make("div", { class: "panel-tools" }, sort, make("span", { class: "grow" }), chip, scope.node),
    loose.node,
    sides.node,
    scroller,
    make("div", { class: "panel-foot" }, opener.node, app.mayEdit ? logOpener(app) : null),
  );
  const pool = makePool(app, rows);
  let limit = PAGE;
  let drawn = 0;
  let drawnFor = null;

  function draw(most) {
    drawn = most;
    const events = app.selection.events();
    tray.draw();
    rows.hidden = isTray();
    if (isTray()) return (more.hidden = empty.hidden = true);
    pool.draw(events, app.store.state.newest, Math.min(most, events.length));
    more.hidden = events.length <= most;
    setText(
      more,
      `${say("panel.shown", { shown: Math.min(most, events.length), count: events.length })} · ${say("panel.more", { count: Math.min(PAGE, events.length - most) })}`,
    );
    empty.hidden = events.length > 0;
    if (!events.length) replace(empty, ...emptyWords(app));
  }
  function isTray() {
    return app.store.state.scope === "tray" && app.store.state.selected.place === null;
  }
  function renew(anyway = false) {
    const events = app.selection.events();
    if (events !== drawnFor) {
      limit = PAGE;
      scroller.scrollTop = 0;
    } else if (!anyway && drawn >= Math.min(limit, events.length)) return;
    drawnFor = events;
    draw(limit);
    headings();
  }
  const follow = throttled(() => {
    if (!app.isMoving()) return renew();
    drawnFor = app.selection.events();
    if (scroller.scrollTop) scroller.scrollTop = 0;
    draw(WHILE_MOVING);
    headings();
  }, MOVING_EVERY);
  const headings = () => {
    const { state } = app.store;
    const events = app.selection.events();
    setText(heading, isTray() ? say("tray.title") : sayCount("read.event", events.length));
    setText(
      told,
      events.length
        ? sayCount(
            "read.report",
            events.reduce((sum, event) => sum + app.selection.model().reports[event], 0),
          )
        : "",
    );
    replace(
      sort,
      icon(state.newest ? "latest" : "earliest", 16),
      say(state.newest ? "panel.newest" : "panel.oldest"),
    );
    sort.hidden = isTray();
    chip.hidden = state.selected.place === null;
    if (!chip.hidden)
      replace(
        chip,
        icon("target", 14),
        make("span", {}, app.placeName(state.selected.place)),
        icon("close", 14),
      );
    scope.node.hidden = !chip.hidden;
    scope.update();
    loose.update();
    sides.update();
    opener.update();
  };

  node.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const step = event.key === "ArrowDown" ? 1 : -1;
    const moved = isTray() ? tray.focusNext(event.target, step) : pool.focusNext(event.target, step);
    if (moved) event.preventDefault();
  });
  return {
    node,
    focus: () => (isTray() ? tray.focusFirst() : pool.focusFirst()),
    update(changed) {
      const rested = (changed.has("moving") || changed.has("playing")) && !app.isMoving();
      if (changed.has("clock") && app.isMoving()) follow();
      else if (rested || WHAT.some((key) => changed.has(key)))
        renew(changed.has("newest") || changed.has("naming"));
      if (changed.has("selected")) {
        pool.mark(app.store.state.selected.event);
        tray.mark(app.store.state.selected.event);
      }
      if (changed.has("hovered")) pool.light(app.store.state.hovered);
    },
  };
}

function logOpener(app) {
  return iconButton(icon("edit", 16), "", () => app.openLog(), {
    text: say("log.open"),
    class: "log-opener",
  });
}

const WHAT = ["clock", "filters", "known", "newest", "naming", "selected", "scope"];
const SCOPES = ["all", "map", "screen", "tray", "loose"];

/** All, on the map, on screen, not on the map: each with its count where it is known. */
function makeScope(app) {
  const options = SCOPES.map((value) => make("option", { value }));
  const node = make(
    "select",
    {
      class: "scope",
      "aria-label": say("panel.scope"),
      on: { change: () => app.setScope(node.value) },
    },
    ...options,
  );
  return {
    node,
    update() {
      const events = app.selection.inPeriod();
      const placed = events.reduce((sum, event) => sum + (app.model.place[event] >= 0 ? 1 : 0), 0);
      const counts = {
        all: events.length,
        map: placed,
        tray: app.selection.trayCount(),
        loose: app.selection.loose().length,
      };
      options.forEach((option) => {
        const words = say(`panel.scope_${option.value}`);
        const known = option.value in counts && !app.store.state.filters.bounds;
        setText(
          option,
          known ? say("panel.scope_count", { scope: words, count: counts[option.value] }) : words,
        );
      });
      node.value = app.store.state.scope;
    },
  };
}

/** Rows that are kept and refilled: scrubbing makes no nodes. */
function makePool(app, parent) {
  const rows = [];
  const shown = [];
  function row(at) {
    if (!rows[at]) {
      rows[at] = makeRow(app);
      parent.append(rows[at].node);
    }
    return rows[at];
  }
  return {
    draw(events, newest, count) {
      let before = null;
      shown.length = 0;
      for (let at = 0; at < count; at += 1) {
        const event = events[newest ? events.length - 1 - at : at];
        const heading = app.whenText(event);
        row(at).show(event, heading === before ? null : heading);
        shown.push(event);
        before = heading;
      }
      for (let at = count; at < rows.length && !rows[at].node.hidden; at += 1)
        rows[at].node.hidden = true;
      this.mark(app.store.state.selected.event);
      this.light(app.store.state.hovered);
    },
    mark(id) {
      shown.forEach((event, at) => rows[at].mark(app.model.ids[event] === id));
    },
    light(place) {
      shown.forEach((event, at) =>
        rows[at].light(place !== null && app.model.place[event] === place),
      );
    },
    focusFirst() {
      if (shown.length) rows[0].button.focus();
    },
    focusNext(target, step) {
      const at = shown.findIndex((_, index) => rows[index].button === target);
      const next = rows[at + step];
      if (at < 0 || !next || next.node.hidden) return false;
      next.button.focus();
      return true;
    },
  };
}

function makeRow(app) {
  const { model } = app;
  let event = -1;
  let code = null; // the status, which changes with the second clock
  let naming = null;
  const when = make("h3", { class: "when-head" });
  const symbol = make("span", { class: "row-symbol" });
  const title = make("span", { class: "row-title", lang: OF_TEXTS });
  const place = make("span", { class: "row-place" });
  const status = make("span", { class: "row-status" });
  const reason = make("span", { class: "row-reason", hidden: true });
  const button = make(
    "button",
    {
      type: "button",
      class: "row",
      on: {
        click: () => app.selectEvent(model.ids[event]),
        pointerenter: () => app.hover(model.place[event]),
        pointerleave: () => app.hover(-1),
      },
    },
    symbol,
    make("span", { class: "row-text" }, title, make("span", { class: "row-meta" }, place, status), reason),
  );
  const node = make("div", { role: "listitem", class: "item" }, when, button);
  return {
    node,
    button,
    /** `why`: what keeps it off the map, where that is what the list is about. */
    show(index, heading, why = "") {
      node.hidden = false;
      when.hidden = heading === null;
      if (heading !== null) setText(when, heading);
      reason.hidden = !why;
      setText(reason, why);
      const { statuses, status: codes } = app.selection.model();
      const asked = app.store.state.naming;
      if (index === event && code === statuses[codes[index]] && naming === asked) return;
      naming = asked;
      event = index;
      code = statuses[codes[index]];
      setText(title, model.titles[index]);
      setText(place, placeWords(app, index));
      setAttribute(place, "lang", model.place[index] < 0 ? null : app.namesLanguage());
      replace(symbol, app.glyph(index));
      const words = term("status", code);
      replace(status, statusGlyph(code, 12), words);
      button.setAttribute("data-event", model.ids[index]);
      symbol.title = term("category", model.categories[model.category[index]]);
    },
    light: (lit) => button.classList.toggle("lit", lit),
    mark: (chosen) => setAttribute(button, "aria-current", chosen ? "true" : null),
  };
}

const VAGUE = { [COUNTRY]: "panel.country_only", [SEAT]: "panel.seat_only" };

function placeWords(app, index) {
  const { model } = app;
  const place = model.place[index];
  if (place >= 0) return app.placeName(place, index);
  if (!isDated(model, index)) return say("panel.no_date");
  return say(VAGUE[model.placePrecision[index]] ?? "panel.no_place");
}

/** "Fri 9 Oct 2020", or the days it may be, said so. */
export function whenText(model, index) {
  if (!isDated(model, index)) return say("panel.no_date");
  const earliest = model.earliest[index];
  const latest = model.latest[index];
  return earliest === latest ? dayText(earliest) : intervalText(earliest, latest);
}

/** Why there is nothing, and the ways out: the nearest day that has something, or no filters. */
function emptyWords(app) {
  const { model, selection, store } = app;
  const { day } = store.state.clock;
  const [first, last] = clockRange(store.state.clock, model.firstDay);
  const when =
    first === last
      ? say("empty.on", { day: shortDay(last) })
      : say("empty.in", { days: clockText(store.state.clock, model) });
  const others = selection.inPeriod().length;
  if (others && store.state.selected.place === null) {
    return [
      make(
        "p",
        { class: "empty-title" },
        say("empty.scope", { events: sayCount("read.event", others), when }),
      ),
      make(
        "button",
        { type: "button", class: "button", on: { click: () => app.setScope("all") } },
        say("empty.scope_all"),
      ),
    ];
  }
  const filtered = app.filterCount() > 0 || store.state.selected.place !== null;
  const nearest = nearestDay(app, day);
  return [
    make(
      "p",
      { class: "empty-title" },
      say(filtered ? "empty.title" : "empty.title_all", { when }),
    ),
    nearest === null
      ? make("p", {}, say("empty.none"))
      : make(
          "button",
          { type: "button", class: "button", on: { click: () => app.goTo(nearest) } },
          say("empty.nearest", {
            day: shortDay(nearest),
            count: sayCount(
              "read.event",
              tallyRange(model, selection.ahead(), [nearest, nearest]).events,
            ),
          }),
        ),
    filtered &&
      make(
        "button",
        { type: "button", class: "button", on: { click: () => app.clearFilters() } },
        say("empty.clear"),
      ),
  ];
}

function nearestDay({ model, selection }, day) {
  const mask = selection.ahead();
  const found = [-1, 1]
    .map((direction) => nextDayWithEvents(model, mask, day, direction))
    .filter((other) => other !== null);
  return found.sort((a, b) => Math.abs(a - day) - Math.abs(b - day))[0] ?? null;
}
