from __future__ import annotations

from dataclasses import replace

from lxml import etree

from geodata.export.kml import to_kml
from tests.geodata.test_export import AGDAM, ENTRY, FIRST, NOWHERE, UNDATED

KML = {"k": "http://www.opengis.net/kml/2.2"}


def placemarks(*events):
    document = etree.fromstring("".join(to_kml(events)).encode())
    return document.xpath("//k:Placemark", namespaces=KML)


def text(node, path):
    return node.findtext(path, namespaces=KML)


def test_a_placemark_says_what_when_where_and_on_whose_word():
    [mark] = placemarks(ENTRY)

    assert text(mark, "k:name") == "A column enters Aghdam"
    assert text(mark, "k:description") == "A column entered Aghdam on Friday. (Wire)"
    assert text(mark, "k:TimeSpan/k:begin") == "2020-11-20"
    assert text(mark, "k:TimeSpan/k:end") == "2020-11-21"
    assert text(mark, "k:Point/k:coordinates") == "46.9297,39.9911"
    assert text(mark, "k:ExtendedData/k:Data[@name='status']/k:value") == "reported"
    assert text(mark, "k:ExtendedData/k:Data[@name='actors']/k:value") == '["Azerbaijan"]'


def test_the_parts_stand_in_the_order_of_the_schema():
    [mark] = placemarks(ENTRY)

    names = [etree.QName(part).localname for part in mark]
    assert names == ["name", "description", "TimeSpan", "ExtendedData", "Point"]


def test_an_event_without_place_or_date_is_still_there():
    for event in (NOWHERE, UNDATED):
        [mark] = placemarks(event)
        assert text(mark, "k:name") == event.title
    assert placemarks(NOWHERE)[0].find("k:Point", KML) is None
    assert placemarks(UNDATED)[0].find("k:TimeSpan", KML) is None


def test_a_corridor_is_a_line_and_an_area_a_closed_ring():
    corridor = replace(ENTRY, place=replace(AGDAM, area="corridor-lachin-2020"))
    town = replace(ENTRY, place=replace(AGDAM, area="city-baku"))

    assert placemarks(corridor)[0].find("k:LineString", KML) is not None
    ring = text(placemarks(town)[0], "k:Polygon/k:outerBoundaryIs/k:LinearRing/k:coordinates")
    assert ring.split()[0] == ring.split()[-1]


def test_words_that_look_like_markup_or_are_not_xml_do_no_harm():
    odd = "<script>&amp;\x0c\x00 half \ud83d"
    [mark] = placemarks(replace(ENTRY, title=odd, reports=(replace(FIRST, sentence=odd),)))

    assert text(mark, "k:name") == "<script>&amp;   half  "
