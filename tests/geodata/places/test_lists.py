"""The neighbours of a name in a list say how likely it is a place, too."""

from __future__ import annotations

import pytest

from geodata.places.known import names_of
from geodata.places.lists import listed
from geodata.places.spans import spans
from geodata.places.tokens import Tokens


@pytest.fixture(scope="module")
def beside(gazetteer):
    """For each name of a text its row, where every name has the score of its number."""

    def of(text: str) -> dict[str, tuple[float, float]]:
        tokens = Tokens(text)
        found = [(0, tokens, span) for span in spans(tokens, names_of(gazetteer))]
        rows = listed(found, [float(at) for at in range(len(found))])
        return {span.key: row for (_, _, span), row in zip(found, rows, strict=True)}

    return of


@pytest.mark.parametrize("text", ["Lima, Quito fell", "Lima and Quito", "Lima, or Quito"])
def test_each_of_two_names_in_a_list_has_the_score_of_the_other(beside, text):
    assert beside(text) == {"lima": (1.0, 1.0), "quito": (1.0, 0.0)}


def test_the_likelier_of_two_neighbours_counts(beside):
    assert beside("Lima, Quito and Bogota")["quito"] == (1.0, 2.0)


@pytest.mark.parametrize("text", ["from Lima to Quito", "Lima. And Quito"])
def test_names_that_no_list_joins_say_nothing_of_each_other(beside, text):
    assert set(beside(text).values()) == {(0.0, 0.0)}
