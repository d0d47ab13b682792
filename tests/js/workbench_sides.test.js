import assert from "node:assert/strict";
import { test } from "node:test";

import { countSides } from "../../dashboard/workbench/sides.js";

// outlets: 0 north's, 1 south's, 2 of no side; one document of each
const MODEL = { sources: [[0], [0, 1], [2], [0, 2]], documents: [0, 1, 2].map((outlet) => ({ outlet })) };
const APP = { selection: { model: () => MODEL } };
const SIDES = [0, 1, -1];

test("an event counts once with every side whose sources report it", () => {
  assert.deepEqual(countSides(APP, [0, 1, 2, 3], SIDES, 2), [3, 1, 2]);
  assert.deepEqual(countSides(APP, [0], SIDES, 2), [1, 0, 0]);
});
