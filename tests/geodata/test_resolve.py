"""Each mention gets the place that its document means, how sure that is, and why."""

from __future__ import annotations

import time

import pytest

from geodata.places import find_places
from geodata.records import Document, Place, PlaceMention
from geodata.resolve import resolve
from geodata.resolve.distance import kilometres
from geodata.sentences import split


@pytest.fixture(scope="module")
def resolved(gazetteer):
    """The mentions of a text, resolved."""

    def of(text: str, focus=None) -> tuple[PlaceMention, ...]:
        document = Document("a", text)
        sentences = split(document)
        found = find_places(document, sentences, gazetteer)
        return resolve(document, sentences, found, gazetteer, focus)

    return of


def where(mention: PlaceMention) -> tuple[str, str]:
    assert mention.place is not None
    return mention.place.country_code, mention.place.admin1


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        ("He was arrested in Paris.", "FR", "Île-de-France"),
        ("He was arrested in Paris, Texas.", "US", "Texas"),
        ("The accident happened in Springfield, Ill., on Monday.", "US", "Illinois"),
        ("The shelter is in London, Ontario.", "CA", "Ontario"),
        ("Shots were heard in Moscow, Idaho.", "US", "Idaho"),
    ],
)
def test_a_region_right_after_the_name_decides(resolved, text, country, admin1):
    assert where(resolved(text)[0]) == (country, admin1)


def test_an_area_of_several_countries_is_no_hamlet_of_its_name(resolved):
    text = (
        "At the White House in Washington, in Baltimore and in Maryland they spoke of the Middle "
        "East. The minister flew from Baltimore to Kurdistan."
    )

    ids = {m.text: m.place and m.place.id for m in resolved(text)}

    assert ids["Middle East"] == "dateline:middle-east"
    assert ids["Kurdistan"] == "dateline:kurdistan"


def test_neighbours_decide_among_namesakes(resolved):
    text = (
        "Firefighters from Cambridge and Somerville went to Boston. A house burned in Medford, "
        "and people in Cambridge saw the smoke."
    )

    places = {m.text: where(m)[1] for m in resolved(text)}

    assert places["Cambridge"] == "Massachusetts"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia and Armenia share a border; Tbilisi and Yerevan confirmed the talks.", "GE"),
        ("Voters in Georgia and Alabama went to the polls, from Atlanta to Savannah.", "US"),
    ],
)
def test_a_country_is_told_from_a_state(resolved, text, code):
    georgia = next(m for m in resolved(text) if m.text == "Georgia")

    assert georgia.place is not None
    assert georgia.place.country_code == code


def test_one_name_means_one_place_unless_the_text_says_otherwise(resolved):
    text = "She grew up in Paris, Texas. Paris has two schools. He flew to Paris, France."

    countries = [where(m)[0] for m in resolved(text) if m.text == "Paris"]

    assert countries == ["US", "US", "FR"]


@pytest.mark.parametrize("noun", ["province", "Province"])
def test_the_noun_behind_a_name_tells_the_province_from_its_town(resolved, noun):
    (mention,) = resolved(f"He died in Kandahar {noun}.")

    assert mention.place is not None
    assert (mention.place.feature_code, mention.place.country_code) == ("ADM1", "AF")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The governor of Oaxaca resigned.", "region"),
        ("Oaxaca state closed its schools.", "region"),
        ("The mayor of Oaxaca resigned.", "settlement"),
        ("Its capital, Oaxaca, was flooded.", "settlement"),
        ("The city of Herat was quiet.", "settlement"),
        ("Teachers marched in Washington state.", "region"),
    ],
)
def test_the_words_beside_a_name_tell_the_division_from_the_town(resolved, text, kind):
    place = resolved(text)[0].place

    assert place is not None
    assert place.kind == kind


def test_each_mention_follows_its_own_noun(resolved):
    text = "Kandahar province is calm, but Kandahar city is not."

    kinds = [m.place.kind for m in resolved(text) if m.place]

    assert kinds == ["region", "settlement"]


def test_what_a_state_owns_is_no_state_of_a_federation(resolved):
    (mention,) = resolved("It was shown on Jordan state television.")

    assert mention.place is not None
    assert mention.place.kind == "country"


def test_the_focus_of_a_project_tips_the_scales(resolved):
    text = "The village of Martuni was shelled."

    def country(focus):
        return where(resolved(text, focus)[0])[0]

    assert {country(("AZ",)), country(("AM",))} == {"AZ", "AM"}


def test_the_focus_may_be_a_circle(resolved):
    (near,) = resolved("A bridge fell in Alexandria.", (31.31, -92.45, 100.0))

    assert where(near) == ("US", "Louisiana")


def test_runners_up_are_kept_with_the_place_first(resolved):
    (mention,) = resolved("They met in Vienna.")

    assert mention.candidates[0] == mention.place
    assert len(mention.candidates) > 1


def test_confidence_is_higher_where_the_text_says_more(resolved):
    (bare,) = resolved("He lives in Springfield.")
    told = resolved("He lives in Springfield, Missouri.")[0]

    assert 0 < bare.confidence < told.confidence <= 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He lives in Paris, Texas.", "the text says it is in Texas"),
        ("They drove to Yeraskh.", "the only place of this name"),
    ],
)
def test_the_reason_is_said_in_words(resolved, text, reason):
    assert resolved(text)[0].reason == reason


def test_a_mention_of_another_finder_is_resolved_from_its_candidates(gazetteer):
    document = Document("a", "They met in Atlantis.")
    atlantis = Place("x:1", "Atlantis", 31.0, -24.0, "L", "RGN", "region")
    mention = PlaceMention(12, 20, "Atlantis", "Atlantis", candidates=(atlantis,))

    (found,) = resolve(document, split(document), (mention,), gazetteer)

    assert found.place == atlantis


def test_a_mention_without_candidates_stays_unresolved(gazetteer):
    document = Document("a", "They met in Atlantis.")
    mention = PlaceMention(12, 20, "Atlantis", "Atlantis")

    assert resolve(document, split(document), (mention,), gazetteer) == (mention,)


def test_kilometres_are_those_of_the_sphere():
    paris = Place("x:1", "Paris", 48.8566, 2.3522, "P", "PPL", "settlement")

    assert kilometres(51.5074, -0.1278, paris) == pytest.approx(343.6, abs=0.5)


def test_time_grows_with_the_length_and_not_faster(resolved):
    line = "Troops left Goris in Armenia for Lachin and Springfield, Ohio. "

    def seconds(count: int) -> float:
        started = time.process_time()
        resolved(line * count)
        return time.process_time() - started

    seconds(10)
    short, long = seconds(200), seconds(1600)

    assert long < 0.25 + 24 * short
