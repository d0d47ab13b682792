"""What kind of thing happened and how sure it is said to be, whatever the words alone suggest."""

from __future__ import annotations

from datetime import date

import pytest

from geodata.events.find import proposals
from geodata.events.judging import decide, weights
from geodata.events.labels import category, likeliest, ruled_category, status
from geodata.events.proposals import Proposal
from geodata.pipeline import annotate
from geodata.records import Document


@pytest.fixture
def told(gazetteer):
    def tell(text: str) -> Proposal:
        document = Document("report.txt", text, published=date(2021, 3, 2))
        (proposal,) = proposals(annotate(document, gazetteer), gazetteer)
        return proposal

    return tell


def test_the_label_for_which_most_speaks_is_taken():
    weights = {"word took": [0, 50, 10], "word plane": [90, -40, 0]}

    assert likeliest(weights, ["word took"], 3) == 1
    assert likeliest(weights, ["word took", "word plane", "never seen"], 3) == 0
    assert likeliest(weights, [], 3) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police detained the mayor of Ganja at the airport on Monday.", "incident"),
        ("A suspect was captured in Marseille on Monday.", "incident"),
        ("The president said in Ankara on Monday that the operation would continue.", "statement"),
        ("Parliament in Belgrade voted on Monday to dissolve itself.", "protest"),
        ("The court in Paris sentenced the minister to three years on Monday.", "protest"),
    ],
)
def test_a_word_that_misleads_is_outweighed_by_those_around_it(told, text, expected):
    proposal = told(text)

    assert category(proposal) == expected != ruled_category(proposal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rockets struck a hospital in Aleppo on Friday, killing nine people.", "shelling"),
        ("The rebels captured the town of Saraqib on Monday.", "territorial"),
        ("Peacekeepers arrived in Bangui on Monday.", "deployment"),
        ("Hundreds of families fled Goma on Monday.", "humanitarian"),
        ("The two ministers met in Geneva on Monday.", "diplomacy"),
        ("The parties signed a ceasefire in Doha on Saturday.", "ceasefire"),
    ],
)
def test_what_a_strong_word_says_stays_so(told, text, expected):
    assert category(told(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hundreds of families fled Goma on Monday.", "reported"),
        ("The rebels said they had taken the village of Saraqib on Monday.", "claimed"),
        ("The army denied on Monday that it had lost the town of Saraqib.", "denied"),
        ("The ministers will meet in Vienna on 4 May.", "planned"),
    ],
)
def test_a_claim_a_denial_and_a_plan_are_told_apart(told, text, expected):
    proposal = told(text)
    when = decide(proposal, weights()).when

    assert status(proposal, when) == expected
