// The form's "Where": as it is, a place of the gazetteer, another name, or a point on the map.

import { make, replace, setAttribute } from "./dom.js";
import { say, sayCount } from "./strings.js";

const PRECISIONS = ["exact", "near", "area", "country"];
const SCOPES = ["mention", "document", "everywhere"];
const DEGREES = { latitude: 90, longitude: 180 };
let groups = 0; // radio buttons of two forms must not know each other

/**
 * `draft.place`: null as it is, or {candidate} or {latitude, longitude}, with a `precision`;
 * `draft.scope`. {node, show(choices), pinned(point), read() -> change, null, or undefined if wrong}.
 */
export function makePlacePart(app, draft) {
  const name = `edit-place-${(groups += 1)}`;
  const options = make("div", { class: "edit-options" });
  const find = make("input", {
    type: "search",
    class: "field",
    "aria-label": say("edit.find"),
    placeholder: say("edit.find"),
    autocomplete: "off",
    maxlength: "80",
  });
  const go = make("button", { type: "button", class: "button small" }, say("edit.find_go"));
  const precision = select(PRECISIONS.map((code) => [code, say(`precision.${code}`)]));
  const point = makePoint();
  const scope = makeScope(draft);
  const kind = make("label", { class: "edit-line" }, say("edit.precision"), precision);
  const node = make(
    "fieldset",
    { class: "edit-part" },
    make("legend", {}, say("edit.where")),
    options,
    make("div", { class: "edit-line" }, find, go),
    point.row,
    point.node,
    kind,
    scope.node,
  );
  let given = null;

  function choose(place) {
    draft.place = place;
    show();
    if (place?.candidate) app.setPin(at(place.candidate));
    else if (!place) app.setPin(given.point && at(given.point));
  }
  function show() {
    const { place } = draft;
    kind.hidden = place === null;
    scope.node.hidden = place === null;
    if (place) precision.value = place.precision;
    point.show(place);
    for (const row of options.querySelectorAll("input"))
      row.checked = row.value === (place ? (place.candidate?.id ?? "") : "as-is");
  }
  function list(candidates) {
    const others = candidates.filter(({ current }) => !current);
    const here = candidates.find(({ current }) => current);
    replace(
      options,
      option(name, "as-is", [asItIs(given, here)], () => choose(null)),
      ...others.map((one) =>
        option(name, one.id, candidateWords(one), () =>
          choose({ candidate: one, precision: one.precision }),
        ),
      ),
      others.length ? null : make("p", { class: "hint" }, say("edit.no_candidates")),
    );
    show();
  }
  async function lookUp() {
    if (!find.value.trim()) return;
    const asked = { event: given.event, name: find.value };
    try {
      list((await app.host.ask("edit.choices", asked)).candidates);
    } catch (error) {
      app.toast(error.message);
    }
  }
  go.addEventListener("click", lookUp);
  find.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    lookUp();
  });
  precision.addEventListener("change", () => (draft.place.precision = precision.value));

  function makePoint() {
    const radio = make("input", { type: "radio", name, value: "point" });
    const fields = Object.keys(DEGREES).map((key) =>
      make("input", {
        type: "text",
        class: "field degree",
        inputmode: "decimal",
        autocomplete: "off",
        "data-degree": key,
        "aria-label": say(`edit.${key}`),
        placeholder: say(`edit.${key}`),
      }),
    );
    radio.addEventListener("change", () => {
      const from = draft.place?.candidate ?? given.point ?? null;
      take({ latitude: from?.latitude ?? null, longitude: from?.longitude ?? null });
      if (app.isPhone()) app.store.set({ sheet: "half" }); // the map must be in reach
      requestAnimationFrame(() => point.node.scrollIntoView({ block: "nearest" }));
    });
    for (const field of fields) field.addEventListener("change", () => typed(fields));
    return {
      radio,
      fields,
      row: make("label", { class: "edit-option" }, radio, make("span", {}, say("edit.point"))),
      node: make(
        "div",
        { class: "edit-point", hidden: true },
        make("div", { class: "edit-line" }, ...fields),
        make("p", { class: "hint" }, say("edit.point_hint")),
      ),
      show(place) {
        const chosen = place !== null && !place.candidate;
        radio.checked = chosen;
        this.node.hidden = !chosen;
        if (!chosen) return;
        for (const field of fields) {
          const value = place[field.dataset.degree];
          if (value !== null) field.value = String(value);
        }
      },
    };
  }
  /** A point from the map or the fields; what of it is not known yet stays null. */
  function take({ latitude, longitude }) {
    const before = draft.place && !draft.place.candidate ? draft.place.precision : "exact";
    draft.place = { latitude, longitude, precision: before };
    show();
    app.setPin(latitude === null || longitude === null ? null : at(draft.place), true);
  }
  function typed(fields) {
    const values = fields.map((field) => degreeOf(field));
    if (!values.includes(null)) take({ latitude: values[0], longitude: values[1] });
  }
  return {
    node,
    /** What Python says the place may be; a draft that was begun before is shown again. */
    show(choices) {
      given = choices;
      scope.show(choices);
      list(choices.candidates);
      const { place } = draft;
      if (place && !place.candidate) take(place);
      else choose(place);
    },
    pinned: ({ lat, lng }) => {
      draft.place ??= { precision: "exact" };
      const place = { latitude: rounded(lat), longitude: rounded(lng) };
      if (draft.place.candidate) draft.place = { precision: "exact" };
      take(place);
    },
    read() {
      const { place } = draft;
      if (!place) return null;
      const { candidate } = place;
      const change = { what: "place", precision: place.precision, scope: scope.read() };
      if (candidate) return { ...change, place: candidate.id };
      const values = point.fields.map((field) => degreeOf(field));
      if (values.includes(null)) return undefined;
      return { ...change, latitude: values[0], longitude: values[1] };
    },
  };
}

function makeScope(draft) {
  const name = `edit-scope-${(groups += 1)}`;
  const node = make("fieldset", { class: "edit-inner" }, make("legend", {}, say("edit.scope")));
  return {
    node,
    read: () => draft.scope,
    show({ name: toponym, reach }) {
      const scopes = SCOPES.filter((scope) => scope in reach);
      if (!scopes.includes(draft.scope)) draft.scope = "mention";
      const rows = scopes.map((scope) => {
        const words = say(`edit.scope_${scope}`, {
          name: toponym,
          events: sayCount("read.event", reach[scope]),
        });
        return option(name, scope, [words], () => (draft.scope = scope), scope === draft.scope);
      });
      replace(node, node.querySelector("legend"), ...rows);
    },
  };
}

/** A choice of several: its first line, and what tells it from its namesakes. */
function option(name, value, [first, ...rest], choose, checked = false) {
  const box = make("input", { type: "radio", name, value, on: { change: choose } });
  box.checked = checked;
  const more = rest.filter(Boolean).join(" · ");
  return make(
    "label",
    { class: "edit-option" },
    box,
    make("span", {}, first, more ? make("span", { class: "hint" }, more) : null),
  );
}

function asItIs({ point }, here) {
  if (!point) return say("edit.as_is_none");
  const where = here?.where ? `${point.name} (${here.where})` : point.name;
  return say("edit.as_is", { place: where });
}

function candidateWords({ name, kind, where, km }) {
  const away = km === null ? null : km ? say("edit.km", { km }) : say("edit.here");
  return [name, kind, where, away];
}

export function select(pairs) {
  return make(
    "select",
    { class: "field" },
    ...pairs.map(([value, words]) => make("option", { value }, words)),
  );
}

/** The degrees in a field; null, and the field says why, if it has none. */
function degreeOf(field) {
  const most = DEGREES[field.dataset.degree];
  const text = field.value.trim().replace(",", ".");
  const value = text === "" ? NaN : Number(text);
  const right = Math.abs(value) <= most;
  field.setCustomValidity(right ? "" : say("edit.bad_degree", { most }));
  setAttribute(field, "aria-invalid", right || text === "" ? null : "true");
  return right ? value : null;
}

const at = ({ latitude, longitude }) => ({ lat: latitude, lng: longitude });
const rounded = (degrees) => Math.round(degrees * 1e5) / 1e5;
