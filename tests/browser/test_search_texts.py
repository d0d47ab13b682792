"""A reader searches the texts: passages, their events, and a filter that list and map share."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import expect

from dashboard import standalone
from tests.browser import synthetic
from tests.browser.app_server import app_server, open_app

pytestmark = pytest.mark.browser
NEWS = """---
title: The road
date: 2020-11-10
---
A convoy of the Red Cross reached Stepanakert on Monday. Artillery shelled Şuşa on Sunday.

Nothing else was reported. The archive of the town {{7*7}} <b>was opened</b> again, a reader wrote.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    (folder / "road.md").write_text(NEWS, encoding="utf-8")
    (folder / "talks.md").write_text(
        "---\ndate: 2020-11-11\n---\nTalks were held in Yerevan on Tuesday.\n", encoding="utf-8"
    )
    with app_server(folder) as found:
        yield found


def search(page, words):
    page.keyboard.press("/")
    page.locator(".search-input").fill(words)


def shown(page):
    return int(re.search(r"(\d+) events?", page.locator(".header .readout").inner_text())[1])


def test_a_passage_opens_its_event_or_its_document(page, address, complaints):
    open_app(page, address)
    search(page, "red cross")
    passage = page.locator(".result", has=page.locator(".result-passage"))
    passage.wait_for()
    assert passage.locator("mark").all_inner_texts() == ["Red", "Cross"]
    passage.click()
    page.locator(".card mark", has_text="A convoy of the Red Cross").wait_for()

    search(page, "ARCHIVE town")
    page.locator(".passage-words mark", has_text="archive").wait_for()
    assert "{{7*7}} <b>was opened" in page.locator(".passage-words").inner_text()
    page.locator(".result-passage").click()
    page.locator(".document").wait_for()
    assert "doc=road.md&at=" in page.url
    assert complaints == []


def test_only_what_matches_is_shown_and_a_link_restores_it(page, address):
    open_app(page, address)
    everything = shown(page)
    search(page, "susa")
    page.locator(".result-only .result-kind").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**q=susa**")
    kept = shown(page)

    assert 1 <= kept < everything
    assert page.locator(".row:visible").count() == kept
    page.reload()
    page.wait_for_selector(".workbench[data-map=drawn]")
    expect(page.locator(".header .readout")).to_contain_text(f"{kept} event")
    expect(page.locator(".row:visible")).to_have_count(kept)


def test_the_exported_page_searches_the_cards_it_carries(page, outside, complaints, tmp_path):
    first, *others = synthetic.war()
    said = "A convoy {{7*7}} of the Red Cross came."
    first = replace(first, reports=(replace(first.reports[0], sentence=said),))
    file = tmp_path / "map.html"
    page_text = standalone.page([first, *others], [], "The war", synthetic.names)
    file.write_text(page_text, "utf-8")
    page.goto(file.as_uri())
    page.wait_for_selector(".workbench[data-map=drawn]")
    everything = shown(page)
    search(page, "CONVOY cross")
    page.locator(".result-passage mark").first.wait_for()
    assert page.locator(".result-passage mark").all_inner_texts() == ["convoy", "Cross"]
    assert "{{7*7}}" in page.locator(".passage-words").inner_text()
    page.keyboard.press("Enter")

    expect(page.locator(".header .readout")).to_contain_text("1 event ")
    assert page.locator(".row:visible").count() == 1 < everything
    assert outside == []
    assert complaints == []
