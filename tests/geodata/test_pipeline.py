"""Documents -> events: the whole way through the library."""

from datetime import date

import geodata
from geodata.documents import make_document
from geodata.pipeline import annotate, extract
from geodata.readers import Raw
from geodata.records import Interval


def document(text, identity="a.txt", published=date(2020, 11, 9)):
    return make_document(identity, Raw(text, published=published))


def test_a_weekday_is_no_island(gazetteer):
    annotation = annotate(document("Talks were held in Geneva on Thursday."), gazetteer)

    assert [mention.toponym for mention in annotation.places] == ["Geneva"]


def test_mentions_are_slices_of_the_text(gazetteer):
    made = document("It fell on Nagorno-\nKarabakh\non 9 Novem\nber. Goris was calm on 8 November.")

    annotation = annotate(made, gazetteer)

    for mention in (*annotation.places, *annotation.dates):
        assert made.text[mention.start : mention.end] == mention.text


def test_reports_of_two_documents_are_one_event(gazetteer):
    claim = document("The ministry said its troops captured the fortress town of Shusha on Sunday.")
    denial = document(
        "Officials denied that troops had captured the fortress town of Shusha on Sunday.", "b.txt"
    )

    (event,) = extract([claim, denial], gazetteer)

    assert event.status == "disputed"
    assert [report.document for report in event.reports] == ["a.txt", "b.txt"]
    assert event.interval == Interval(date(2020, 11, 8), date(2020, 11, 8))


def test_what_furniture_says_makes_no_event(gazetteer):
    text = "Calm held in Goris.\n\n" + "".join(
        f"Shells hit Tartar again\n{day}.Nov.2020\n" for day in (7, 6, 5)
    )

    assert [e for e in extract([document(text)], gazetteer) if e.category == "shelling"] == []


def test_the_library_opens_with_three_lines(tmp_path):
    (tmp_path / "a.txt").write_text("Shells hit Stepanakert on 9 November 2020.")

    (event,) = geodata.extract(geodata.read(tmp_path))

    assert (str(event.interval.earliest), event.place.name) == ("2020-11-09", "Stepanakert")
