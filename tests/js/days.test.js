import assert from "node:assert/strict";
import { test } from "node:test";
import { dayText, intervalText, isoDay, parseDay } from "../../dashboard/time_map/core.js";

test("a day in words", () => {
  assert.equal(dayText(parseDay("2020-10-09")), "Fri 9 Oct 2020");
  assert.equal(dayText(parseDay("1921-03-16")), "Wed 16 Mar 1921");
});

test("only days of the calendar are days", () => {
  for (const text of ["2020-02-30", "2020-1-1", "yesterday", "", null]) assert.equal(parseDay(text), null);
  assert.equal(isoDay(parseDay("2020-02-29")), "2020-02-29");
});

test("an interval says what its ends share once", () => {
  const text = (from, to) => intervalText(parseDay(from), parseDay(to));

  assert.equal(text("2020-10-09", "2020-10-09"), "9 Oct 2020");
  assert.equal(text("2020-10-01", "2020-10-31"), "1–31 Oct 2020");
  assert.equal(text("2020-09-27", "2020-11-09"), "27 Sep – 9 Nov 2020");
  assert.equal(text("2020-12-30", "2021-01-02"), "30 Dec 2020 – 2 Jan 2021");
});
