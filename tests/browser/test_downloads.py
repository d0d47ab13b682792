"""A reader takes the events away as a file."""

import json

import pytest

from tests.browser.app_server import open_app

pytestmark = pytest.mark.browser


def taken(page, amount, key):
    page.locator(f"input[value={amount}]").check()
    with page.expect_download() as waiting:
        page.locator(f"[data-format={key}]").click()
    return waiting.value


def test_the_events_shown_and_all_events_can_be_saved(page, address, complaints, tmp_path):
    open_app(page, address, "?day=2020-11-09")
    page.get_by_role("button", name="Download").click()

    shown = taken(page, "shown", "geojson")
    every = taken(page, "all", "geojson")

    assert shown.suggested_filename.endswith(".geojson")
    days = [f["properties"] for f in json.loads(shown.path().read_text())["features"]]
    assert days
    assert {p["id"] for p in days if not p["earliest"] <= "2020-11-09" <= p["latest"]} == set()
    assert len(json.loads(every.path().read_text())["features"]) > len(days)
    assert complaints == []
