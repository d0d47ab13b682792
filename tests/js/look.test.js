import assert from "node:assert/strict";
import { test } from "node:test";
import { GROUPS, fade, groupOf, symbolDiameter } from "../../dashboard/time_map/core.js";
import { groupColour } from "../../dashboard/time_map/styles.js";
import { mixOf, sharesOf, shortNumber } from "../../dashboard/time_map/sprites.js";
import { numberStyle } from "../../dashboard/time_map/symbol_painter.js";
import { statusShown } from "../../dashboard/time_map/symbol_rules.js";
import { THEMES, contrast, textOn } from "../../dashboard/time_map/theme.js";

test("every group is at least 3:1 against its map, and its number 4.5:1 upon it", () => {
  for (const { light, dark, key } of GROUPS) {
    assert.ok(contrast(light, THEMES.light.land) >= 3, key);
    assert.ok(contrast(dark, THEMES.dark.land) >= 3, key);
    assert.ok(contrast(light, textOn(light)) >= 4.5, key);
    assert.ok(contrast(dark, textOn(dark)) >= 4.5, key);
  }
});

test("digits that are wider than their symbol stand on its colour all the same", () => {
  for (const dark of [false, true]) {
    const look = { theme: dark ? THEMES.dark : THEMES.light, dark };
    GROUPS.forEach((_, group) => {
      for (const mark of ["plain", "hatched", "hollow"]) {
        const { fill, halo } = numberStyle({ group, mark }, look);
        assert.ok(contrast(fill, halo ?? groupColour(group, dark)) >= 4.5);
      }
    });
  }
});

test("names on the map are at least 4.5:1", () => {
  for (const theme of Object.values(THEMES)) {
    assert.ok(contrast(theme.label, theme.land) >= 4.5);
    assert.ok(contrast(theme.strong, theme.land) >= 4.5);
    assert.ok(contrast(theme.waterLabel, theme.water) >= 3.5);
  }
});

test("groups differ by shape as well as by colour", () => {
  assert.equal(new Set(GROUPS.map(({ shape }) => shape)).size, GROUPS.length);
  assert.equal(GROUPS[groupOf("unheard-of")].key, "other");
});

test("symbols grow with the logarithm up to a cap", () => {
  const sizes = [1, 10, 100, 1e6].map((count) => Math.round(symbolDiameter(count)));

  assert.deepEqual(sizes, [10, 23, 36, 44]);
});

test("a trail of a week loses a quarter a day down to 0.15", () => {
  const steps = [0, 1, 2, 6, 9].map((age) => fade(age, 7).toFixed(2));

  assert.deepEqual(steps, ["1.00", "0.75", "0.56", "0.18", "0.15"]);
  assert.equal(fade(5, 0), 1);
});

test("the status of at least half is shown, of two halves the less certain, else none", () => {
  //                       reported claimed denied disputed confirmed planned
  assert.equal(statusShown([0, 1, 0, 0, 1, 0], 0, 6), 1);
  assert.equal(statusShown([1, 0, 0, 0, 3, 0], 0, 6), 4);
  assert.equal(statusShown([1, 1, 1, 0, 0, 1], 0, 6), 0);
});

test("shares come back as they were put in, and one group alone is no mix", () => {
  assert.equal(mixOf([0, 5, 0, 0, 0, 0], 0, 5), 0);
  assert.deepEqual(sharesOf(mixOf([3, 0, 0, 2, 0, 1], 0, 6)), [3, 0, 0, 2, 0, 1]);
});

test("numbers stay short", () => {
  assert.deepEqual([7, 999, 1234, 9960, 35123].map(shortNumber), ["7", "999", "1.2k", "10k", "35k"]);
});
