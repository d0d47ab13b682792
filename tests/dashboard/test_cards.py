from dataclasses import replace
from datetime import date

import pytest

from dashboard.cards import date_words, detail, status_words, surroundings
from geodata.records import Document, Event, Figure, Furniture, Interval, Place, Report

BEFORE = "The morning was calm in the valley, residents said.\n\n"
SENTENCE = "Shells fell on the\ntown at noon."
AFTER = " Nobody was hurt.\n\nPolice closed the road."
START = len(BEFORE)
DOCUMENT = Document(
    "day.txt",
    BEFORE + SENTENCE + AFTER,
    title="A day",
    outlet="Valley Post",
    published=date(2021, 5, 4),
)
DOCUMENTS = {DOCUMENT.id: DOCUMENT}
PLACE = Place("test:1", "Hilltown", 40.0, 46.0, "P", "PPL", "settlement")


def report(status="reported", **known):
    return Report("day.txt", START, START + len(SENTENCE), SENTENCE, status, **known)


def event(*reports, status="reported", **known):
    reports = reports or (report(status),)
    return Event("e1", "Shells fell on Hilltown", "shelling", status, reports, **known)


def test_the_sentence_is_joined_over_its_line_break():
    before, sentence, after = surroundings(DOCUMENT, START, START + len(SENTENCE))

    assert before == "The morning was calm in the valley, residents said."
    assert sentence == "Shells fell on the town at noon."
    assert after == "Nobody was hurt.\n\nPolice closed the road."


def test_furniture_is_not_shown():
    document = Document("a", "One two. ADVERT Three.", furniture=(Furniture(9, 15, "sidebar"),))

    assert surroundings(document, 16, 22) == ("One two.", "Three.", "")


def test_long_surroundings_are_cut_at_a_word():
    document = Document("a", "word " * 300 + "Here. " + "after " * 300)

    before, sentence, after = surroundings(document, 1500, 1505)

    assert sentence == "Here."
    assert before.startswith("… word")
    assert after.endswith("after …")
    assert max(len(before), len(after)) < 290


def test_a_paragraph_long_enough_needs_no_neighbour():
    first, second = "Far away. " * 9, "Close by it was written. " * 4
    document = Document("a", f"{first}\n\n{second}Here.")

    before, _, _ = surroundings(document, len(document.text) - 5, len(document.text))

    assert before == second.strip()


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2020, 10, 9), date(2020, 10, 9), "Fri 9 Oct 2020"),
        (date(2020, 9, 27), date(2020, 10, 3), "27 Sep – 3 Oct 2020"),
        (date(2020, 12, 31), date(2021, 1, 2), "31 Dec 2020 – 2 Jan 2021"),
    ],
)
def test_days_are_told_in_words(first, last, words):
    assert date_words(Interval(first, last)) == words


def test_no_day_has_no_words():
    assert date_words(None) is None


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (
            event(report("claimed", attributed_to="X"), status="claimed"),
            "one side: X; not confirmed",
        ),
        (event(status="claimed"), "Reported by one side; not confirmed"),
        (event(report("planned", attributed_to="X"), status="planned"), "as announced by X"),
        (event(report(outlet="Valley Post")), "Reported by Valley Post"),
        (event(report(outlet="A"), report(outlet="B")), "Reported by 2 sources"),
        (event(report(outlet="A"), report(outlet="A")), "Reported by A"),
        (event(report("denied", attributed_to="Y"), status="denied"), "Denied by Y"),
        (event(report("denied", attributed_to="The army"), status="denied"), "Denied by the army"),
        (event(status="denied"), "does not say by whom"),
        (event(status="disputed"), "Unclear: the sides contradict each other"),
        (event(status="confirmed"), "Stated as a fact by one source"),
        (event(report("confirmed", attributed_to="Z"), status="confirmed"), "Confirmed by Z"),
        (
            event(report("denied"), report("confirmed", attributed_to="Z"), status="confirmed"),
            "Disputed at first, then confirmed by Z",
        ),
    ],
)
def test_status_says_who_stands_behind_it(subject, words):
    assert words in status_words(subject)


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        (("A", "B"), "Reported by both sides"),
        (("A", "B", "Wire"), "Reported by both sides"),
        (("A", "A2"), "Reported by one side only: the north"),
        (("A", "Wire"), "Reported by 2 sources"),
        (("Wire", "Gazette"), "Reported by 2 sources"),
    ],
)
def test_where_sides_are_known_the_status_says_which_report(outlets, words):
    sides = {"A": "the north", "A2": "the north", "B": "the south"}

    assert status_words(event(*(report(outlet=outlet) for outlet in outlets)), sides) == words


def test_a_dispute_names_both_sides():
    disputed = event(
        report("claimed", attributed_to="X"),
        report("denied", attributed_to="Y"),
        status="disputed",
    )

    assert status_words(disputed) == "Disputed: claimed by X, denied by Y"


def test_no_status_says_verified():
    for status in ("reported", "claimed", "denied", "disputed", "confirmed", "planned"):
        assert "verif" not in status_words(event(report(status), status=status)).lower()


def test_the_chain_follows_the_order_of_reporting_after_the_evidence():
    shown, late, early = (
        report(reported=date(2021, 5, 3)),
        report(reported=date(2021, 5, 6)),
        report(reported=date(2021, 5, 2)),
    )

    evidence = detail(event(shown, late, early), DOCUMENTS)["evidence"]

    assert [item["reported"] for item in evidence] == ["3 May 2021", "2 May 2021", "6 May 2021"]


def test_the_card_tells_how_day_and_place_were_got():
    card = detail(
        event(
            interval=Interval(date(2021, 5, 3), date(2021, 5, 3)),
            date_reason="Monday, counted from 4 May 2021",
            place=PLACE,
            place_precision="near",
            place_reason="the only one near",
            figures=(Figure("wounded", 2, 3, "civilian", "two or three", "the mayor"),),
        ),
        DOCUMENTS,
    )

    assert card["date_words"] == "Mon 3 May 2021"
    assert card["date_reason"] == "Monday, counted from 4 May 2021"
    assert (card["place"], card["place_precision"]) == ("Hilltown", "near")
    assert card["figures"][0]["high"] == 3
    assert card["evidence"][0]["outlet"] == "Valley Post"
    assert card["evidence"][0]["published"] == "4 May 2021"


def test_a_report_without_its_document_shows_the_sentence_alone():
    card = detail(event(), {})

    assert card["evidence"][0]["sentence"] == SENTENCE
    assert card["evidence"][0]["before"] == ""


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_only_addresses_of_the_web_become_links(url):
    assert detail(event(report(url=url)), DOCUMENTS)["evidence"][0]["url"] is None
    kept = replace(report(), url="https://example.org/a")
    assert detail(event(kept), DOCUMENTS)["evidence"][0]["url"] == "https://example.org/a"
