"""Where an outlet is at home tells which of several towns of one name its texts mean."""

from __future__ import annotations

import pytest

from geodata.pipeline import annotate, annotate_all
from geodata.project import load
from geodata.records import Document, ProjectError
from geodata.resolve.homes import Homes, located, outlet_of

LOCAL = (
    "A house burned in Columbus, Ohio, and people in Hilliard saw the smoke.",
    "The school of Hilliard, Ohio, is closed. Westerville and Columbus have none.",
    "Council members from Worthington, Ohio, met in Delaware, Ohio, and in Gahanna.",
)
BARE = "The mayor of Dublin opened a bridge in Dublin on Monday."


def documents(*texts: str, outlet: str | None = "The Villager") -> list[Document]:
    return [Document(f"{n}.txt", text, outlet=outlet) for n, text in enumerate(texts)]


def where(annotation) -> set[tuple[str, str]]:
    return {(m.place.country_code, m.place.admin1) for m in annotation.places}


def test_other_documents_of_the_outlet_tell(gazetteer):
    bare, *_ = annotate_all(documents(BARE, *LOCAL), gazetteer)

    assert where(bare) == {("US", "Ohio")}


def test_documents_of_no_or_another_outlet_tell_nothing(gazetteer):
    unknown, *_ = annotate_all(documents(BARE, *LOCAL, outlet=None), gazetteer)
    other, *_ = annotate_all([*documents(BARE, outlet="Herald"), *documents(*LOCAL)[1:]], gazetteer)

    assert {c for c, _ in where(unknown)} == {c for c, _ in where(other)} == {"IE"}


def test_the_order_of_the_documents_does_not_matter(gazetteer):
    made = documents(BARE, *LOCAL)

    there = {a.document.id: where(a) for a in annotate_all(made, gazetteer)}
    back = {a.document.id: where(a) for a in annotate_all(reversed(made), gazetteer)}

    assert there == back


def test_documents_come_in_their_order_whether_they_have_an_outlet_or_not(gazetteer):
    made = [Document("a", BARE), *documents(BARE, *LOCAL), Document("z", BARE)]

    assert [a.document for a in annotate_all(iter(made), gazetteer)] == made


def test_a_document_does_not_tell_of_itself(gazetteer):
    (alone,) = annotate_all(documents(BARE), gazetteer)

    assert alone.places == annotate(Document("0.txt", BARE), gazetteer).places


def test_a_home_may_be_said(gazetteer):
    homes = Homes({"the  VILLAGER": located("Dublin, Ohio", gazetteer)})

    assert where(annotate(*documents(BARE), gazetteer, homes=homes)) == {("US", "Ohio")}


def test_a_home_does_not_outweigh_what_the_text_says(gazetteer):
    homes = Homes({"The Villager": located("Dublin, Ohio", gazetteer)})
    text = "He flew to Dublin, Ireland, and on to Paris, France."

    told = annotate(*documents(text), gazetteer, homes=homes)

    assert {country for country, _ in where(told)} == {"IE", "FR"}


@pytest.mark.parametrize(
    ("name", "country", "admin1"),
    [
        ("Dublin", "IE", "Leinster"),
        ("Dublin, Ohio", "US", "Ohio"),
        ("Paris, Texas, USA", "US", "Texas"),
    ],
)
def test_a_home_is_looked_up_with_the_region_behind_it(gazetteer, name, country, admin1):
    place = located(name, gazetteer)

    assert (place.country_code, place.admin1) == (country, admin1)


def test_a_home_that_there_is_not_is_none(gazetteer):
    assert located("Dublin, Armenia", gazetteer) is None


@pytest.mark.parametrize(
    ("outlet", "url", "known"),
    [
        ("The  Villager", "http://x.org", "the villager"),
        (None, "http://www.Example.org:80/a?b", "example.org"),
        (None, "http://[", ""),
        (None, None, ""),
    ],
)
def test_an_outlet_is_known_by_name_or_host(outlet, url, known):
    assert outlet_of(Document("a", "", outlet=outlet, url=url)) == known


def test_a_project_says_the_homes_of_its_outlets(gazetteer, tmp_path):
    (tmp_path / "a.txt").write_text(BARE)
    (tmp_path / "dateline.toml").write_text('[homes]\nVillager = "Dublin, Ohio"')

    homes = load(tmp_path).homes(gazetteer)

    assert homes.home(Document("a", BARE, outlet="Villager")) is not None


def test_a_home_that_the_gazetteer_lacks_is_a_mistake(gazetteer, tmp_path):
    (tmp_path / "a.txt").write_text(BARE)
    (tmp_path / "dateline.toml").write_text('[homes]\nVillager = "Xyzzia"')

    with pytest.raises(ProjectError, match="no Xyzzia, the home of Villager"):
        load(tmp_path).homes(gazetteer)
