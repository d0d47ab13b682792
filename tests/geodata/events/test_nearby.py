"""Which places around a sentence are offered for what it tells."""

from __future__ import annotations

from geodata.events.nearby import MOST, around, nearby

TEXT = """Police searched houses in Manchester on Monday.

Two men were arrested. They had come from Leeds.

Nobody was hurt. A court in Leeds will hear them in Bristol."""


def names(view, known):
    return [where.place.name for where in around(view, known)]


def test_the_place_of_the_sentence_before_comes_first(seen):
    _, arrested, *_ = found = seen("The police searched houses in Leeds. Two men were arrested.")

    assert names(arrested, nearby(found))[0] == "Leeds"


def test_of_two_next_to_it_the_one_named_more_often_comes_first(seen):
    _, arrested, *_ = found = seen(TEXT)

    assert names(arrested, nearby(found))[:2] == ["Leeds", "Manchester"]


def test_a_place_named_soon_after_is_offered_too(seen):
    _, arrested, *_ = found = seen(TEXT)

    assert "Leeds" in names(arrested, nearby(found))


def test_what_only_the_sentence_itself_names_is_not_nearby(seen):
    *_, court = found = seen(TEXT)

    assert "Leeds" in names(court, nearby(found))
    assert "Bristol" not in names(court, nearby(found))


def test_a_palace_is_no_scene_of_other_sentences(seen):
    found = seen("The Kremlin said nothing. Two men were arrested. The Kremlin was silent.")

    assert "Kremlin" not in names(found[1], nearby(found))


def test_few_are_offered_of_many(seen):
    towns = "Leeds, Bristol, Manchester, Glasgow, Cardiff, Sheffield"
    found = seen(f"There were protests in {towns}. Two men were arrested.")

    assert len(around(found[1], nearby(found))) == MOST


def test_a_town_nearby_is_known_to_be_near_and_no_more(seen):
    _, arrested, *_ = found = seen(TEXT)

    where = around(arrested, nearby(found))[0]

    assert (where.precision, where.basis) == ("near", "nearby")
    assert where.reason == "named nearby in the text: Leeds"


def test_its_signs_say_how_far_and_how_often(seen):
    _, arrested, *_ = found = seen(TEXT)
    leeds, manchester, *_ = around(arrested, nearby(found))

    assert {"back 1", "ahead far", "times 1"} < set(manchester.signs)
    assert {"back far", "ahead 1", "times 2"} < set(leeds.signs)
