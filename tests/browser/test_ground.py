"""A project's own map ground: served a piece at a time, drawn, and refused in words."""

import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from dashboard.ground import find_ground
from tests.browser.app_server import open_app
from tests.browser.tiny_pmtiles import picture_file, vector_file

pytestmark = pytest.mark.browser
HOSTILE = '<b>Survey</b> of 2019<img src="x" onerror="document.title = 1">'
NEWS = {
    "news.txt": "Baku, 2 November 2020. Shelling hit Barda on 1 November 2020, officials said.",
    "dateline.toml": 'basemap = "region.pmtiles"',
}
WATER = [223, 231, 235, 255]  # of theme.js
PIXEL = """node => [...node.getContext("2d").getImageData(99, 99, 1, 1).data]"""


@pytest.fixture
def bring(folder):
    def brought(content):
        (folder / "region.pmtiles").write_bytes(content)

    brought(vector_file("water", attribution=HOSTILE))
    return brought


def get(address, **headers):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, b""


def test_a_range_of_the_file_is_sent_and_no_other_file(bring, folder, own_address):
    content = (folder / "region.pmtiles").read_bytes()
    at = f"{own_address}/{find_ground(folder).address}"

    assert get(at, Range="bytes=2-9") == (206, content[2:10])
    assert get(f"{own_address}/ground/dateline.toml") == (404, b"")
    assert get(f"{own_address}/ground/..%2Fdateline.toml")[0] in {400, 404}


def test_vector_tiles_are_drawn_in_our_colours_under_our_names(
    page, bring, own_address, outside, complaints
):
    open_app(page, own_address)
    frame = page.frame_locator("iframe")
    tile = frame.locator(".leaflet-ground-own-pane canvas.leaflet-tile-loaded").first
    tile.wait_for(state="attached")

    assert tile.evaluate(PIXEL) == WATER
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text("Survey of 2019")
    assert frame.locator(".leaflet-control-attribution img").count() == 0
    assert outside == []
    assert complaints == []


def test_pictures_are_drawn_and_the_bundled_ground_comes_back(page, bring, own_address):
    bring(picture_file((120, 140, 90)))
    open_app(page, own_address)
    tiles = page.frame_locator("iframe").locator(".leaflet-ground-own-pane img")
    tiles.first.wait_for(state="attached")

    page.get_by_label("Ground").select_option("bundled")

    tiles.first.wait_for(state="detached")


def test_a_file_that_is_no_pmtiles_is_said_and_cannot_be_chosen(page, bring, own_address):
    bring(b"PK not tiles at all")
    open_app(page, own_address)

    page.locator(".notice summary").click()
    expect(page.locator(".notice")).to_contain_text("is no PMTiles file")
    assert "own" not in page.get_by_label("Ground").inner_text()


def test_a_damaged_file_and_a_silent_server_are_said_beside_the_choice(page, bring, own_address):
    bring(vector_file("water")[:110] + bytes(40))
    open_app(page, own_address)
    note = page.locator(".layers [role=status]")
    note.get_by_text("cannot be shown").wait_for(state="attached")

    page.get_by_label("Ground").select_option("osm")

    note.get_by_text("no answer").wait_for(state="attached")
    expect(page.get_by_label("Ground")).to_have_value("bundled")
