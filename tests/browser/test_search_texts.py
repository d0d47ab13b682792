"""A reader searches the texts: passages, their events, and a filter that list and map share."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from dashboard import standalone
from tests.browser import synthetic
from tests.browser.app_server import MAP_DRAWN, count, drawn, open_app

pytestmark = pytest.mark.browser
NEWS = {
    "road.md": """---
title: The road
date: 2020-11-10
---
A convoy of the Red Cross reached Stepanakert on Monday. Artillery shelled Şuşa on Sunday.

Nothing else was reported. The archive of the town {{7*7}} <b>is</b> small and green.
""",
    "talks.md": "---\ndate: 2020-11-11\n---\nTalks were held in Yerevan on Tuesday.\n",
}


# Keeps the next question to Python until `letGo` is called.
HOLD = """() => {
  const shelf = globalThis[Symbol.for("dateline")];
  const send = shelf.send;
  shelf.send = (...question) => (window.letGo = () => send(...question));
}"""
ANSWERED = """globalThis[Symbol.for("dateline")].link.answer?.events"""
DETAILED = """globalThis[Symbol.for("dateline")].link.detail"""


def search(page, words):
    page.keyboard.press("/")
    page.locator(".search-input").fill(words)


def test_a_passage_opens_its_event_or_its_document(page, own_address, complaints):
    open_app(page, own_address)
    search(page, "red cross")
    passage = page.locator(".result", has=page.locator(".result-passage"))
    passage.wait_for()
    assert passage.locator("mark").all_inner_texts() == ["Red", "Cross"]
    passage.click()
    page.locator(".card mark", has_text="A convoy of the Red Cross").wait_for()

    search(page, "ARCHIVE town")
    page.locator(".passage-words mark", has_text="archive").wait_for()
    assert "{{7*7}} <b>is</b>" in page.locator(".passage-words").inner_text()
    page.locator(".result-passage").click()
    page.locator(".document").wait_for()
    page.wait_for_url("**doc=road.md&at=**")
    assert complaints == []


def press_until_answered(page, target, answered, left=None):
    """Press on the target, let the held answer come and be drawn, and only then release."""
    box = target.bounding_box()
    page.mouse.move(box["x"] + (left or box["width"] / 2), box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_function("Boolean(window.letGo)")
    page.evaluate("letGo()")
    page.wait_for_function(answered)
    drawn(page)
    page.mouse.up()


def test_a_press_is_not_lost_when_the_passages_come_before_its_release(page, own_address):
    open_app(page, own_address)
    page.evaluate(HOLD)
    search(page, "susa")

    press_until_answered(page, page.locator(".result", has_text="Shusha"), ANSWERED, left=60)

    page.locator(".chip", has_text="Shusha").wait_for()


def test_a_press_on_a_card_is_not_lost_when_its_details_come_before_the_release(page, own_address):
    open_app(page, own_address)
    page.evaluate(HOLD)
    page.locator(".row:visible", has_text="Şuşa").click()

    press_until_answered(page, page.get_by_role("button", name="Only this place"), DETAILED)

    page.locator(".chip", has_text="Shusha").wait_for()


def test_only_what_matches_is_shown_and_a_link_restores_it(page, own_address):
    open_app(page, own_address)
    everything = count(page)
    search(page, "susa")
    page.locator(".result-only .result-kind").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**q=susa**")
    kept = count(page)

    assert 1 <= kept < everything
    expect(page.locator(".row:visible")).to_have_count(kept)
    page.reload()
    page.wait_for_selector(MAP_DRAWN)
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
    page.wait_for_selector(MAP_DRAWN)
    everything = count(page)
    search(page, "CONVOY cross")
    page.locator(".result-passage mark").first.wait_for()
    expect(page.locator(".result-passage mark")).to_have_text(["convoy", "Cross"])
    assert "{{7*7}}" in page.locator(".passage-words").inner_text()
    page.keyboard.press("Enter")

    expect(page.locator(".header .readout")).to_contain_text("1 event ")
    expect(page.locator(".row:visible")).to_have_count(1)
    assert everything > 1
    assert outside == []
    assert complaints == []
