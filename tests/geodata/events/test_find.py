"""Sentences -> events: what happened, where, when, who says so, and whether it is so."""

from datetime import date

import pytest

from geodata.documents import make_document
from geodata.events import find_events
from geodata.events.attribution import speeches
from geodata.events.find import proposals
from geodata.events.views import views
from geodata.pipeline import annotate
from geodata.readers import Raw

PUBLISHED = date(2020, 10, 28)  # a Wednesday


@pytest.fixture
def events(gazetteer):
    def find(text, published=PUBLISHED):
        document = make_document("a.txt", Raw(text, published=published))
        return find_events(annotate(document, gazetteer, ("AZ", "AM")), gazetteer)

    return find


@pytest.fixture
def candidates(gazetteer):
    """The places that the sentences of a text may tell of, and how each was got."""

    def find(text):
        document = make_document("a.txt", Raw(text, published=PUBLISHED))
        found = proposals(annotate(document, gazetteer, ("AZ", "AM")), gazetteer)
        return [(where.place.name, where.basis) for proposal in found for where in proposal.wheres]

    return find


@pytest.mark.parametrize(
    ("text", "category", "place", "day"),
    [
        ("Rockets hit Ganja on Tuesday.", "shelling", "Ganja", date(2020, 10, 27)),
        ("Troops captured Hadrut on 9 October.", "territorial", "Hadrut", date(2020, 10, 9)),
        ("The ministers met in Geneva on Monday.", "diplomacy", "Geneva", date(2020, 10, 26)),
        ("Crowds protested in Yerevan on Sunday.", "protest", "Yerevan", date(2020, 10, 25)),
        ("Residents fled Martuni on 2 October.", "humanitarian", "Martuni", date(2020, 10, 2)),
        ("A helicopter crashed in Goris on Monday.", "incident", "Goris", date(2020, 10, 26)),
        ("Soldiers were deployed to Meghri on Friday.", "deployment", "Meghri", date(2020, 10, 23)),
    ],
)
def test_a_sentence_tells_what_happened_where_and_when(events, text, category, place, day):
    (event,) = events(text)

    assert (event.category, event.place.name) == (category, place)
    assert (event.interval.earliest, event.interval.latest) == (day, day)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Shells hit Tartar on Tuesday.", "reported"),
        ("The defence ministry said shells hit Tartar on Tuesday.", "claimed"),
        ("Shells hit Tartar on Tuesday, the army claimed.", "claimed"),
        (
            "The ministry said its foes shelled Tartar on Tuesday, but officials denied it.",
            "disputed",
        ),
        ("The army denied on Tuesday that it had shelled Tartar.", "denied"),
        ("The mayor confirmed that shells hit Tartar on Tuesday.", "confirmed"),
        ("The ministers will meet in Geneva on Friday.", "planned"),
    ],
)
def test_claim_denial_confirmation_and_plan_are_told_apart(events, text, status):
    assert [event.status for event in events(text)] == [status]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Shells hit Tartar on Tuesday, local officials said.", "local officials"),
        ("The army said on Tuesday that shells had hit Tartar.", "The army"),
        ("According to the mayor, shells hit Tartar on Tuesday.", "the mayor"),
        ("Shells hit Tartar on Tuesday.", None),
    ],
)
def test_who_says_so_is_named(events, text, speaker):
    (event,) = events(text)

    assert event.attributed_to == speaker


@pytest.mark.parametrize(
    "text",
    [
        "What will the winter bring to Goris?",
        "The town would have fallen had the road to Goris not been held.",
        "The region has long been known for its vineyards.",
        "Analysts argue that a further war is unlikely.",
    ],
)
def test_opinion_and_description_make_no_events(events, text):
    assert events(text) == ()


def test_a_government_is_not_the_place_where_it_acts(events):
    (event,) = events("Armenia said Azerbaijan shelled Martuni on Tuesday.")

    assert event.place.name == "Martuni"


def test_a_delegation_is_where_it_went(events):
    (event,) = events("A delegation from Moscow held talks in Ankara on Monday.")

    assert event.place.name == "Ankara"


def test_near_a_town_is_not_drawn_in_it(events):
    (event,) = events("Fighting broke out near Hadrut on Tuesday.")

    assert (event.place.name, event.place_precision) == ("Hadrut", "near")


@pytest.mark.parametrize(
    "text",
    [
        "Rockets fell south of Gyumri on Tuesday.",
        "Rockets fell north-west of the town of Gyumri on Tuesday.",
        "Rockets fell 20 km from Gyumri on Tuesday.",
        "Rockets fell a few miles away from Gyumri on Tuesday.",
    ],
)
def test_to_one_side_of_a_town_is_not_in_it(events, text):
    (event,) = events(text)

    assert (event.place.name, event.place_precision) == ("Gyumri", "near")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Rockets fell on the Gyumri refugee camp on Tuesday.", "near"),
        ("Rockets fell at Gyumri airbase on Tuesday.", "near"),
        ("Rockets fell on Gyumri air base on Tuesday.", "near"),
        ("Rockets fell on Gyumri, base camp of the force, on Tuesday.", "exact"),
        ("Rockets fell on Gyumri air defences on Tuesday.", "exact"),
    ],
)
def test_what_lies_beside_a_town_is_not_drawn_in_it(events, text, precision):
    (event,) = events(text)

    assert (event.place.name, event.place_precision) == ("Gyumri", precision)


def test_only_a_country_goes_to_the_tray(events):
    (event,) = events("Troops arrived in Armenia on Monday.")

    assert event.place_precision == "country"
    assert event.unplaced == "only a country is named: Armenia"


def test_a_continent_is_not_called_a_country(events):
    (event,) = events("Thousands protested in Europe on Monday.")

    assert event.unplaced == "only a continent is named: Europe"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Two people were killed on Monday.", "the text does not say where"),
        (
            "Azerbaijan captured four villages on Monday.",
            "the text does not say where; it names Azerbaijan, but not as the scene",
        ),
    ],
)
def test_what_has_no_place_says_why(events, text, reason):
    (event,) = events(text)

    assert (event.place, event.unplaced) == (None, reason)


def test_the_day_of_the_text_is_taken_with_less_confidence(events):
    (own,) = events("Shells hit Tartar on Wednesday.")
    (taken,) = events("Shells hit Tartar.")

    assert taken.interval == own.interval
    assert taken.date_text is None
    assert taken.confidence < own.confidence


def test_a_text_that_gives_no_time_leaves_its_events_undated(events):
    (event,) = events("Shells hit Tartar.", published=None)

    assert (event.interval, event.unplaced) == (None, "the text does not say when")


def test_the_town_leads_back_to_the_place_named_before(events):
    events_found = events(
        "Shells hit Tartar on Tuesday. A rocket struck the town on Wednesday, too."
    )

    assert [event.place.name for event in events_found] == ["Tartar", "Tartar"]


def test_a_part_of_a_country_is_led_to_by_its_preposition(events):
    (event,) = events("Two men were detained by Turkish officials in eastern Syria on Monday.")

    assert (event.place.name, event.place_precision) == ("eastern Syria", "area")


def test_where_somebody_comes_from_is_no_scene(events):
    (event,) = events("A driver originally from Yerevan, Armenia, was killed in Goris on Monday.")

    assert event.place.name == "Goris"


def test_a_town_just_named_is_where_it_happened_and_not_exactly(events):
    told = events(
        "Shells hit Tartar on Monday. The market was empty.\n\n"
        "Life in Tartar is hard. Tartar lies on a river. Rockets killed five people on Tuesday."
    )

    assert (told[-1].place.name, told[-1].place_precision) == ("Tartar", "near")
    assert told[-1].place_text is None
    assert told[-1].confidence < told[0].confidence


def test_a_named_district_does_not_lead_back_to_another_place(events):
    told = events("Troops arrived in Armenia on Monday. Two men died in the Xoxol district then.")

    assert "Armenia" not in [event.place and event.place.name for event in told[1:]]


def test_evidence_is_the_sentence_in_the_document(events):
    text = "Calm held in Goris.\nShells hit\nTartar on Tuesday."

    event = events(text)[-1]

    assert event.evidence.sentence == "Shells hit\nTartar on Tuesday."
    assert text[event.evidence.start : event.evidence.end] == event.evidence.sentence


def test_ids_do_not_change_from_run_to_run(events):
    text = "Shells hit Tartar on Tuesday. Troops captured Hadrut on 9 October."

    assert [e.id for e in events(text)] == [e.id for e in events(text)]


def test_figures_keep_who_says_them(events):
    (event,) = events("A strike on Barda on Tuesday killed at least 21 civilians, officials said.")

    (figure,) = event.figures
    assert (figure.kind, figure.low, figure.who) == ("killed", 21, "civilian")
    assert figure.attributed_to == "officials"


def test_titles_are_short(events):
    (event,) = events("Shells hit Tartar on Tuesday " + "and windows broke " * 20 + "at night.")

    assert len(event.title) <= 100
    assert event.title.endswith("…")


def test_what_a_government_decides_is_at_its_seat_but_not_drawn_there(events):
    (event,) = events("The Armenian government recalled its ambassador on Monday.")

    assert (event.place.name, event.place_precision) == ("Yerevan", "seat")
    assert event.unplaced == "the text says who acts, but not where: Armenia"


def test_a_body_of_no_country_is_known_by_its_seat_and_not_by_a_country(events):
    (event,) = events("Unicef condemned the killing of four children on Monday.")

    assert (event.place.name, event.place_precision) == ("New York City", "seat")
    assert event.unplaced == "the text says who acts, but not where: Unicef"


def test_where_somebody_was_born_or_works_is_no_scene(events):
    found = events("A Ganja-born sniper and a Baku-based reporter were killed in Hadrut on Monday.")

    assert [event.place.name for event in found] == ["Hadrut"]
    assert "Ganja" not in {place.name for event in found for place in event.places}


def test_a_verb_phrase_is_nobody_who_speaks(gazetteer):
    text = "The attack, beside allies, came on the second day of an offensive called Ring."
    (view,) = views(annotate(make_document("a.txt", Raw(text)), gazetteer, ("AZ", "AM")))

    assert [speech.speaker for speech in speeches(view) if speech.speaker] == []


@pytest.mark.parametrize(
    "dateline", ["TBILISI, Oct. 27 (KN) - ", "TBILISI, 27 October 2020 — ", "TBILISI, Oct. 27: "]
)
def test_the_day_of_the_news_is_not_that_of_its_dateline(events, dateline):
    (event,) = events(f"{dateline}A shell hit the station of Ganja on Sunday, killing three.")

    assert event.interval.earliest == date(2020, 10, 25)


def test_a_dateline_gives_the_day_of_what_has_no_other(events):
    (event,) = events("GANJA, Oct. 27 (KN) - A shell hit the station and killed three.")

    assert event.interval.earliest == date(2020, 10, 27)


def test_what_a_government_says_of_fighting_may_be_at_its_seat(candidates):
    spoken = candidates("Baku denounced the shelling on Monday.")
    fought = candidates("Baku captured four villages on Monday.")

    assert ("Baku", "seat") in spoken
    assert fought == []


def test_what_a_party_is_named_after_is_no_scene(candidates):
    named = candidates("An arm of the Kurdistan Workers’ party shelled a post on Monday.")
    fought = candidates("Much of Kurdistan was shelled on Monday.")

    assert ("Kurdistan", "stated") not in named
    assert ("Kurdistan", "stated") in fought
