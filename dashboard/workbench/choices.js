// What a click changes and the address keeps: filters, selection, theme.

import { clockRange, isDated } from "../time_map/core.js";
import { clamped, withDay } from "./clock.js";
import { NO_FILTERS } from "./store.js";

export function choices(app) {
  const { model, store, host } = app;
  const change = (part) => {
    store.set(part);
    app.commitSoon();
  };
  const select = (part) => change({ selected: { ...store.state.selected, ...part } });
  return {
    filter: (part) => change({ filters: { ...store.state.filters, ...part } }),
    clearFilters: () =>
      change({
        filters: { ...NO_FILTERS },
        scope: "all",
        selected: { ...store.state.selected, place: null },
      }),
    filterCount: () => countFilters(store.state.filters),
    setScope(scope) {
      store.set({ scope, selected: { ...store.state.selected, place: null } });
      app.filter({ bounds: scope === "screen" ? store.state.bounds : null });
    },
    setKnown: (known) => change({ known }),
    setNaming: (naming) => change({ naming }),
    setControl: (control) => change({ control }),
    toggleTheme: () => change({ theme: app.isDark() ? "light" : "dark" }),
    selectEvent(id) {
      const index = id === null ? -1 : model.ids.indexOf(id);
      if (store.state.editing !== null && store.state.editing !== id) app.stopCorrecting();
      if (index >= 0) {
        showInTime(app, index);
        if (model.place[index] >= 0)
          host.channel.post({ t: "fly", event: id, place: model.place[index] });
        if (app.isPhone() && store.state.sheet === "peek") store.set({ sheet: "half" });
        store.set({ panel: true });
      }
      select({ event: index < 0 ? null : id });
      if (index < 0) return;
      if (!app.detailOf(id)) app.commit(); // Python answers a commit with the card: no need to wait
      app.focusCard();
    },
    selectPlace(place, fly = false) {
      if (store.state.editing !== null) app.stopCorrecting();
      if (fly && place !== null) host.channel.post({ t: "fly", place });
      select({ place, event: null });
      store.set({
        panel: true,
        sheet: app.isPhone() && place !== null ? "half" : store.state.sheet,
      });
    },
    selectNext(step) {
      const events = app.selection.events();
      const at = events.findIndex((event) => model.ids[event] === store.state.selected.event);
      const next = events[at < 0 ? 0 : at + (store.state.newest ? -step : step)];
      if (next !== undefined) app.selectEvent(model.ids[next]);
    },
    flyToEvent: (index) =>
      host.channel.post({ t: "fly", event: model.ids[index], place: model.place[index] }),
    hover: (place) => host.channel.post({ t: "hover", place: place < 0 ? null : place }),
  };
}

function countFilters(filters) {
  const sets = ["categories", "statuses", "outlets", "places", "actors"].filter(
    (key) => filters[key],
  );
  return sets.length + (filters.minConfidence ? 1 : 0) + (filters.text ? 1 : 0);
}

/** Move the clock to an event that it does not count; a count keeps its start if it can. */
function showInTime({ store, model }, index) {
  if (!isDated(model, index)) return;
  const [from, to] = clockRange(store.state.clock, model.firstDay);
  if (model.earliest[index] <= to && model.latest[index] >= from) return;
  store.set({ clock: clamped(withDay(store.state.clock, model.latest[index]), model) });
}
