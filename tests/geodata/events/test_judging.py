"""Which day and place a sentence's happening gets, and how sure it is that it makes an event."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.events.find import proposals
from geodata.events.judging import Weights, confidence, decide, score, weights
from geodata.events.proposals import Proposal
from geodata.pipeline import annotate
from geodata.records import Document


@pytest.fixture
def proposed(gazetteer):
    def propose(text: str, published: date | None = date(2020, 10, 28)) -> list[Proposal]:
        document = Document("report.txt", text, published=published)
        return list(proposals(annotate(document, gazetteer, ("AZ", "AM")), gazetteer))

    return propose


def chosen(proposal: Proposal) -> tuple[str | None, str | None]:
    _, when, where, *_ = decide(proposal, weights())
    return when and str(when.interval.earliest), where and where.place.name


def test_the_features_that_hold_are_added_up():
    assert score({"bias": 0.5, "quote opens": -2.0}, ["bias", "quote opens", "unknown"]) == -1.5


def test_of_equals_the_first_day_and_place_are_chosen(proposed):
    (proposal,) = proposed("On Monday shells hit Goris and Kapan.")

    _, when, where, day_sure, place_sure = decide(proposal, Weights({}, {}, {}))

    assert (when, where) == (proposal.whens[0], proposal.wheres[0])
    assert day_sure == pytest.approx(1 / len(proposal.whens))
    assert place_sure == pytest.approx(1 / len(proposal.wheres))


def test_a_happening_is_where_it_is_told_and_not_where_it_is_told_of(proposed):
    (proposal,) = proposed("Officials in Yerevan said that shells hit Goris on Monday.")

    assert chosen(proposal) == ("2020-10-26", "Goris")


def test_the_day_of_a_verb_of_saying_is_not_that_of_what_is_said(proposed):
    (proposal,) = proposed("The ministry said on Wednesday that rockets struck Kapan on Sunday.")

    assert chosen(proposal)[0] == "2020-10-25"


def test_a_sentence_that_recalls_former_years_takes_no_day_from_its_text(proposed):
    assert proposed("In 1992 the army captured Goris after heavy fighting.") == []


def test_what_would_have_been_and_what_is_asked_propose_nothing(proposed):
    assert proposed("Goris would have been captured. Will Kapan be captured next?") == []


def test_news_is_likelier_an_event_than_comment(proposed):
    news, comment = proposed(
        "Rockets struck Kapan on Tuesday, killing two people.\n\n"
        "Analysts believe that a war over Kapan would hardly be in the interests of anybody."
    )
    by = weights()

    assert confidence(decide(news, by), by) > 0.5 > confidence(decide(comment, by), by)
