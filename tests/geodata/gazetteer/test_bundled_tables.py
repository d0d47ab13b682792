"""Every row of every table in geodata/data/places."""

from __future__ import annotations

import hashlib
import re
from collections import Counter

import pytest

from geodata.gazetteer.names import normalise
from geodata.gazetteer.sources import ALIASES, TABLE_NAMES, TABLES
from geodata.gazetteer.tables import KINDS, read_aliases, read_table

TAGS = {"", "en", "az", "hy", "ru", "abbr", "code", "bare", "demonym"}
ROWS = {name: list(read_table(TABLES / name)) for name in TABLE_NAMES}
every_table = pytest.mark.parametrize("rows", ROWS.values(), ids=ROWS.keys())


@every_table
def test_points_are_on_the_globe(rows):
    wrong = [r for r in rows if not (-90 <= r.latitude <= 90 and -180 <= r.longitude <= 180)]

    assert wrong == []


@every_table
def test_points_are_not_the_origin(rows):
    assert [row for row in rows if row.latitude == row.longitude == 0] == []


@every_table
def test_kinds_and_classes_are_known(rows):
    wrong = [r for r in rows if r.kind not in KINDS or r.feature_class not in set("AHLPRSTUV")]

    assert wrong == []


@every_table
def test_codes_are_codes(rows):
    wrong = [r for r in rows if not re.fullmatch("[A-Z][A-Z0-9]+", r.feature_code)]
    wrong += [r for r in rows if not re.fullmatch("([A-Z]{2})?", r.country)]

    assert wrong == []


@every_table
def test_names_can_be_looked_up(rows):
    # names of other scripts stay; a row's own name must give a key
    assert [row for row in rows if not normalise(row.name)] == []


@every_table
def test_other_names_have_a_known_tag_and_a_text(rows):
    wrong = [(r.id, pair) for r in rows for pair in r.names if pair[0] not in TAGS or not pair[1]]

    assert wrong == []


@every_table
def test_ids_are_unique_and_fit_to_be_one(rows):
    twice = [id for id, count in Counter(row.id for row in rows).items() if count > 1]
    wrong = [r.id for r in rows if isinstance(r.id, str) and not re.fullmatch(r"[^\s:|]+", r.id)]

    assert (twice, wrong) == ([], [])


@every_table
def test_extents_are_honest(rows):
    wrong = [row for row in rows if row.precision_km <= 0 or not 0 <= row.radius_km <= 10_000]

    assert wrong == []


@every_table
def test_every_row_says_where_it_is_from(rows):
    assert [row.id for row in rows if not row.source] == []


def test_aliases_are_of_places_that_there_are(gazetteer):
    codes = re.compile(r"[A-Z]{2}(\.\w+)?")
    missing = [
        place
        for place, _ in read_aliases(TABLES / ALIASES)
        if (isinstance(place, int) and gazetteer.place(f"geonames:{place}") is None)
        or (isinstance(place, str) and not codes.fullmatch(place))
    ]  # fmt: skip

    assert missing == []


@pytest.mark.parametrize("name", [*TABLE_NAMES, ALIASES])
def test_readme_vouches_for_the_file(name):
    data = (TABLES / name).read_bytes()
    rows = len(ROWS.get(name) or list(read_aliases(TABLES / name)))
    line = f"| {name} | {rows:,} | {len(data):,} | {hashlib.sha256(data).hexdigest()} |"

    assert line in (TABLES / "README.md").read_text().splitlines()
