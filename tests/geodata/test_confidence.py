"""How sure a mention is of its place, learned from what was right on unseen outlets."""

from __future__ import annotations

import pytest

from geodata.resolve.model import calibrated, model


def test_without_weights_the_two_probabilities_are_multiplied():
    assert calibrated(0.8, 0.5, ()) == pytest.approx(0.4)


def test_the_weights_are_of_log_odds():
    assert calibrated(0.8, 0.5, (0.0, 1.0, 1.0)) == pytest.approx(0.8)


@pytest.mark.parametrize(("toponym", "place"), [(1.0, 1.0), (0.999, 1.0), (0.0, 0.0)])
def test_nothing_is_certain(toponym, place):
    assert 0 < calibrated(toponym, place, model().sure) < 1


def test_a_likelier_toponym_and_a_likelier_place_are_surer():
    low = calibrated(0.6, 0.6, model().sure)

    assert low < calibrated(0.9, 0.6, model().sure)
    assert low < calibrated(0.6, 0.9, model().sure)
