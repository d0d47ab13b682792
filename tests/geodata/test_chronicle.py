"""The bundled chronicle: its files, its wording, and what the pipeline makes of it.

``chronicle_expected.csv`` was written from the facts by a person's reading, one row a happening:
words of the sentence that tells it, its days, its place, and what a reader would call it. Where
two careful readers may differ on category or status, both words stand there with a bar between.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
import yaml
from geopy.distance import great_circle

from geodata.documents import read
from geodata.pipeline import extract
from geodata.project import CHRONICLE
from geodata.records import Document, Event, Report

EXPECTED = Path(__file__).with_name("chronicle_expected.csv")
FACTS = Path(__file__).parents[3] / "shared" / "facts" / "chronology.csv"
DISPATCHES = sorted(CHRONICLE.glob("20*.md"))
DESKS = {
    "Armenian officials",
    "Azerbaijani officials",
    "International organisations",
    "Joint statements",
    "Karabakh Armenian officials",
    "News agencies",
    "Other governments",
    "Russian officials",
}
# Words that take a side; they may stand between quotation marks, as somebody's own.
LOADED = re.compile(
    r"\b(aggress\w+|ambush|anti-terror\w*|atrocit\w*|barbar\w*|blockade|brutal\w*|coup"
    r"|counter-terror\w*|enem(?:y|ies)|ethnic cleansing|genocide|hero(?:es|ic\w*)?|invaders?"
    r"|liberat\w+|martyrs?|massacre\w*|occup(?:ation|ied|iers?|ying)|provocation\w*|puppet|regime"
    r"|separatists?|slaughter\w*|so-called|terroris\w+|victory)\b",
    re.IGNORECASE,
)
CASUALTIES = re.compile(r"\b\d[\d,]* (?:\w+ )?(?:dead|killed|wounded|injured)\b", re.IGNORECASE)
SPEAKERS = re.compile(
    r"\b(?:accord\w+|account|announc\w+|attribut\w+|cited|confirm\w+|count\w*|figure|gave|gives"
    r"|heard|put|report\w*|said|says|speak\w*|spoke\w*|told|wrote)\b"
)


def parts(path: Path) -> tuple[dict[str, object], str]:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), " ".join(body.split())


def rows() -> list[dict[str, str]]:
    with EXPECTED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_dispatch_names_its_desk_day_title_and_sources(path):
    front, _ = parts(path)

    desk = str(front["outlet"]).removeprefix("Chronicle · ")
    assert desk in DESKS
    assert path.stem.startswith(f"{front['date']}-{desk.lower().replace(' ', '-')}")
    assert date(2020, 9, 27) <= front["date"] <= date(2025, 12, 31)
    assert front["title"]
    assert front["sources"]
    assert not any(".txt" in source for source in front["sources"])


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_dispatch_is_short_and_neutral(path):
    front, body = parts(path)

    assert 50 <= len(body.split()) <= 165
    own_words = re.sub(r'"[^"]*"', "", f"{front['title']}. {body}")
    assert LOADED.findall(own_words) == []


@pytest.mark.parametrize("path", DISPATCHES, ids=lambda path: path.stem)
def test_numbers_of_dead_and_wounded_come_with_who_gives_them(path):
    _, body = parts(path)

    for sentence in re.split(r"(?<=[.?!]) (?=[A-Z0-9])", body):
        assert not CASUALTIES.search(sentence) or SPEAKERS.search(sentence), sentence


def test_every_dispatch_has_a_happening_and_every_row_its_sentence():
    texts = {path.name: parts(path)[1] for path in DISPATCHES}

    assert set(texts) == {row["file"] for row in rows()}
    assert [row for row in rows() if texts[row["file"]].count(row["key"]) != 1] == []


def test_every_fact_of_the_table_is_told():
    if not FACTS.exists():
        pytest.skip("the table of facts is kept outside the repository")
    with FACTS.open(encoding="utf-8", newline="") as file:
        facts = list(csv.DictReader(file))
    told = {int(number) for row in rows() for number in row["fact"].split(",") if number}

    missing = [fact["what"] for number, fact in enumerate(facts, 1) if number not in told]
    assert missing == []


def test_rows_agree_with_the_days_of_their_facts():
    if not FACTS.exists():
        pytest.skip("the table of facts is kept outside the repository")
    with FACTS.open(encoding="utf-8", newline="") as file:
        facts = list(csv.DictReader(file))

    for row in rows():
        for number in filter(None, row["fact"].split(",")):
            fact = facts[int(number) - 1]
            # a denial or a plan may come until the day on which the fact was reported
            if "planned" not in row["status"]:
                assert row["earliest"] <= max(fact["latest"], fact["reported"]), row
                assert row["latest"] >= fact["earliest"], row


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return list(read(CHRONICLE))


@pytest.fixture(scope="module")
def events(documents) -> list[Event]:
    return list(extract(documents, focus=("AZ", "AM")))


@pytest.fixture(scope="module")
def evidence(events) -> dict[str, list[tuple[Event, Report, str]]]:
    found = defaultdict(list)
    for event in events:
        for report in event.reports:
            found[report.document].append((event, report, " ".join(report.sentence.split())))
    return found


def told_in(row: dict[str, str], evidence) -> list[tuple[Event, Report]]:
    return [(e, r) for e, r, sentence in evidence.get(row["file"], ()) if row["key"] in sentence]


def right_day(row: dict[str, str], event: Event, report: Report) -> bool:
    """The report's own days are inside those of the row, and the event is on the map then."""
    if event.interval is None or report.interval is None:
        return False
    first, last = date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"])
    inside = first <= report.interval.earliest and report.interval.latest <= last
    return inside and event.interval.meets(report.interval)


def right_place(row: dict[str, str], event: Event) -> bool:
    if event.place is None:
        return False
    point = (float(row["latitude"]), float(row["longitude"]))
    here = (event.place.latitude, event.place.longitude)
    return great_circle(point, here).km <= float(row["tolerance_km"])


def describe(row: dict[str, str], found: list[tuple[Event, Report]]) -> str:
    got = [
        f"{e.interval and e.interval.earliest}..{e.interval and e.interval.latest}"
        f" {e.place and e.place.name} {e.category} {r.status}"
        for e, r in found
    ]
    want = f"{row['earliest']}..{row['latest']} {row['place']} {row['category']} {row['status']}"
    return f"{row['file']} “{row['key']}”: wanted {want}; got {got}"


def test_happenings_land_on_the_right_day_and_place(evidence):
    wrong = []
    for row in rows():
        found = told_in(row, evidence)
        if not any(right_day(row, e, r) and right_place(row, e) for e, r in found):
            wrong.append(describe(row, found))

    assert len(wrong) <= 0.02 * len(rows()), f"{len(wrong)} wrong\n" + "\n".join(wrong)


def test_happenings_have_the_status_that_a_reader_gives_them(evidence):
    wrong = []
    for row in rows():
        found = told_in(row, evidence)
        if not {report.status for _, report in found} & set(row["status"].split("|")):
            wrong.append(describe(row, found))

    assert len(wrong) <= 0.05 * len(rows()), f"{len(wrong)} wrong\n" + "\n".join(wrong)


def test_shusha_is_claimed_denied_and_confirmed_in_one_event(events):
    chains = [
        {(report.status, report.reported) for report in event.reports}
        for event in events
        if event.place and event.place.name == "Shusha" and event.category == "territorial"
    ]

    wanted = {
        ("claimed", date(2020, 11, 8)),
        ("denied", date(2020, 11, 8)),
        ("confirmed", date(2020, 11, 9)),
    }
    assert any(wanted <= chain for chain in chains), chains
