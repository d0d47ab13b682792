"""Corrections are made again on what is found, or it is said why not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from geodata.corrections import Spot, anchor_of, apply, days_of, reach
from geodata.records import Interval
from tests.geodata.corrections.sample import (
    RIGHT,
    SHUSHA,
    TEXTS,
    WRONG,
    correction,
    event,
    events,
    named,
    report,
)

HERE, THERE = Spot(WRONG, "exact"), Spot(RIGHT, "exact")


def corrected(*corrections, found=None, texts=TEXTS):
    applied = apply(found or events(), corrections, texts)
    return {event.id: event for event in applied.events}, applied


def places(found):
    return {id: event.place and event.place.id for id, event in found.items()}


def test_a_place_is_set_for_one_mention():
    found, applied = corrected(correction("place", named("shelled"), THERE, HERE))

    assert found["shelled"].place == RIGHT
    assert found["shelled"].places == (RIGHT,)
    assert found["shelled"].place_reason == "corrected by Anna on 24 Nov 2026: the map says so"
    assert [id for id, event in found.items() if event.place == RIGHT] == ["shelled"]
    assert [made.id for made in applied.made["shelled"]] == ["c-place"]


def test_a_name_in_one_document_takes_what_leads_back_to_it_along():
    found, _ = corrected(correction("place", named("shelled"), THERE, HERE, scope="document"))

    assert {id for id, event in found.items() if event.place == RIGHT} == {"shelled", "again"}


def test_a_name_everywhere_is_set_in_every_document_and_no_other_name_is():
    found, _ = corrected(correction("place", named("shelled"), THERE, HERE, scope="everywhere"))

    assert {id for id, e in found.items() if e.place != RIGHT} == {"quiet"}


def test_a_name_corrected_everywhere_is_so_in_a_document_that_comes_later():
    later = TEXTS | {"new.txt": "Goris slept."}
    new = event("new", replace(report("two.txt", "A truck arrived in Goris."), document="new.txt"))
    fix = correction("place", named("shelled"), THERE, HERE, scope="everywhere")

    found, _ = corrected(fix, found=(*events(), new), texts=later)

    assert found["new"].place == RIGHT


def test_the_reach_of_a_scope_is_what_it_sets():
    for scope in ("mention", "document", "everywhere"):
        fix = correction("place", named("shelled"), THERE, HERE, scope=scope)
        found, _ = corrected(fix)

        reached = {e.id for e in reach(events(), named("shelled"), scope)}

        assert reached == {id for id, e in found.items() if e.place == RIGHT}


def test_day_category_and_status_are_set():
    october = days_of(Interval(date(2020, 10, 1), date(2020, 10, 31)))
    found, _ = corrected(
        correction("date", named("shelled"), october),
        correction("category", named("shelled"), "combat"),
        correction("status", named("shelled"), "confirmed"),
    )

    event = found["shelled"]
    assert (event.interval, event.date_precision) == (october.interval, "month")
    assert (event.category, event.status) == ("combat", "confirmed")


def test_the_last_word_stands():
    found, _ = corrected(
        correction("status", named("shelled"), "claimed", id="1"),
        correction("status", named("shelled"), "denied", id="2"),
    )

    assert found["shelled"].status == "denied"


def test_what_is_rejected_is_gone():
    found, _ = corrected(correction("reject", named("truck")))

    assert set(found) == {"shelled", "again", "quiet", "denied"}


def test_two_events_merge_with_all_their_reports():
    after = anchor_of(named("denied"))
    found, _ = corrected(correction("merge", named("shelled"), after))

    assert "denied" not in found
    assert len(found["shelled"].reports) == 2
    assert found["shelled"].status == "disputed"


def test_a_status_that_a_person_gave_outlives_a_merge():
    found, _ = corrected(
        correction("status", named("shelled"), "confirmed"),
        correction("merge", named("shelled"), anchor_of(named("denied"))),
    )

    assert found["shelled"].status == "confirmed"


def test_a_report_is_split_off_as_an_event_of_its_own():
    claim, denial = named("shelled").evidence, named("denied").evidence
    chain = event("chain", claim, denial, status="disputed")
    fix = correction("split", chain, anchor_of(chain, denial))

    found, applied = corrected(fix, found=(chain,))

    (apart,) = set(found) - {"chain"}
    assert found["chain"].reports == (claim,)
    assert found["chain"].status == "reported"
    assert (found[apart].reports, found[apart].status) == ((denial,), "denied")
    assert set(applied.made) == {"chain", apart}


def test_a_sentence_that_has_moved_is_found_again():
    moved = {"one.txt": "A new first line. " + TEXTS["one.txt"]}
    start = moved["one.txt"].index("Goris")
    evidence = replace(named("shelled").evidence, start=start, end=start + 28)
    fresh = replace(named("shelled"), id="other-id", reports=(evidence,))

    found, _ = corrected(
        correction("status", named("shelled"), "claimed"), found=(fresh,), texts=moved
    )

    assert found["other-id"].status == "claimed"


def why_not(fix, found, texts):
    _, applied = corrected(fix, found=found, texts=texts)
    (unapplied,) = applied.unapplied
    return str(unapplied)


def test_what_is_not_applied_says_why_and_the_rest_is_made():
    fix = correction("status", named("shelled"), "claimed")
    twice = "Again. Goris was shelled on Monday. Goris was shelled on Monday."

    assert "not in the project" in why_not(fix, events(), {})
    assert "not in one.txt any more" in why_not(fix, events(), {"one.txt": "Nothing."})
    assert "more than once" in why_not(fix, events(), {"one.txt": twice})
    assert "no event is found" in why_not(fix, (named("quiet"),), TEXTS)

    lost = correction("reject", event("gone", report("one.txt", "Shusha was quiet.")), id="1")
    found, applied = corrected(lost, fix, found=(named("shelled"),))
    assert (len(applied.unapplied), found["shelled"].status) == (1, "claimed")


def test_of_two_events_of_one_sentence_the_one_meant_is_corrected():
    sentence = report("one.txt", "Shusha was quiet.")
    pair = (
        event("first", sentence, place=SHUSHA, text="Shusha"),
        event("second", sentence, place=WRONG, text="Goris"),
    )
    fix = correction("status", pair[1], "claimed")

    found, _ = corrected(fix, found=pair)
    renamed = tuple(replace(e, id=f"new-{e.id}") for e in pair)
    again, _ = corrected(fix, found=renamed)

    assert {id: e.status for id, e in found.items()} == {"first": "reported", "second": "claimed"}
    assert again["new-second"].status == "claimed"
    assert again["new-first"].status == "reported"


def test_without_a_place_or_a_day_it_says_that_a_person_took_it_away():
    found, _ = corrected(correction("place", named("truck"), Spot(None, "none")))

    assert found["truck"].place is None
    assert "a person" in found["truck"].unplaced
