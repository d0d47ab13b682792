// A small payload for the tests: five towns' worth of happenings around 1 October 2020.

import { decodePayload, parseDay } from "../../dashboard/time_map/core.js";
import { NOWHERE } from "../../dashboard/time_map/model.js";

export const OCT1 = parseDay("2020-10-01");
const CATEGORIES = ["combat", "shelling", "humanitarian", "other"];
const STATUSES = ["reported", "claimed", "denied", "disputed", "confirmed", "planned"];

// [first day, last day, place, category, status, reported, confidence, precision of the date,
//  what was known when], days from 1 October; the last two may be left out
export const ROWS = [
  [-400, -370, 2, 3, 0, null, 50], // a month of the year before
  [0, 0, 0, 0, 0, 0, 90],
  [0, 0, 0, 1, 1, 5, 40],
  [0, 30, 1, 1, 4, 3, 80], // "in October"
  [2, 2, 0, 0, 0, 2, 70],
  [5, 5, 1, 2, 5, 5, 60],
  [6, 6, -1, 3, 0, 6, 60], // no place
];

export function sample(rows = ROWS) {
  const column = (at) => rows.map((row) => row[at]);
  return decodePayload({
    version: 1,
    title: "Sample",
    cutoff: OCT1 + 40,
    categories: CATEGORIES,
    statuses: STATUSES,
    outlets: ["Wire", "Gazette"],
    actors: ["North", "South"],
    documents: [
      { id: "a.md", title: "A", outlet: 0, published: OCT1 },
      { id: "b.md", title: "B", outlet: 1, published: OCT1 + 5 },
    ],
    places: [
      { id: "p0", name: "Shusha", latitude: 39.76, longitude: 46.75, names: { az: "Şuşa", hy: "Շուշի" } },
      { id: "p1", name: "Stepanakert", latitude: 39.82, longitude: 46.75, names: { az: "Xankəndi" } },
      { id: "p2", name: "Washington", latitude: 38.9, longitude: -77, names: {} },
    ],
    columns: {
      earliest: column(0).map((day) => (day === null ? null : OCT1 + day)),
      latest: column(1).map((day) => (day === null ? null : OCT1 + day)),
      reported: column(5).map((day) => (day === null ? null : OCT1 + day)),
      place: column(2),
      category: column(3),
      status: column(4),
      place_precision: rows.map(([, , place]) => (place < 0 ? NOWHERE : 0)),
      date_precision: rows.map(([first, last, , , , , , precision]) =>
        precision ?? (first === last ? 0 : 2),
      ),
      known: rows.map(([, , , , , , , , steps]) =>
        steps ? steps.flatMap(([day, ...rest]) => [OCT1 + day, ...rest]) : 0,
      ),
      confidence: column(6),
      sources: rows.map((_, index) => (index % 2 ? [0] : [0, 1])),
      reports: rows.map(() => 1),
      actors: rows.map((_, index) => [index % 2]),
    },
    ids: rows.map((_, index) => `e${index}`),
    titles: rows.map((_, index) => `Event ${index}`),
  });
}

export function all(model) {
  return new Uint8Array(model.count).fill(1);
}
