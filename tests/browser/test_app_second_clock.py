"""As it happened, and as it was known on a day: Shushi / Shusha in November 2020."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import PHONE, count, drawn, open_app

pytestmark = pytest.mark.browser
NOVEMBER = "?mode=window&from=2020-11-05&to=2020-11-10"
TOWN = "announced in a televised"  # the claim of the 8th, confirmed on the 9th


def status(page):
    return page.locator(".row:visible", has_text=TOWN).first.locator(".row-status")


def choose(page, name):
    page.keyboard.press("k")
    page.get_by_role("radio", name=re.compile(f"^{name}")).check()
    page.keyboard.press("Escape")
    page.locator(".known-chip").wait_for()


def test_what_was_reported_later_is_left_out_and_said(page, address):
    open_app(page, address, NOVEMBER)
    today = count(page)
    expect(status(page)).to_have_text("Confirmed")
    choose(page, "As it was known on the clock")
    page.get_by_role("textbox", name="To", exact=True).fill("8 Nov 2020")
    page.keyboard.press("Enter")
    page.wait_for_url("**to=2020-11-08**")

    chip = page.locator(".known-chip")
    expect(chip).to_contain_text("As known on 8 Nov 2020")
    expect(chip).to_contain_text(re.compile(r"\d+ events? reported later"))
    assert count(page) < today
    expect(status(page)).to_have_text("Disputed")


def test_list_card_counts_and_map_show_the_same_day(page, address):
    open_app(page, address, f"{NOVEMBER}&known=2020-11-08")
    page.locator(".row:visible", has_text=TOWN).first.click()
    page.locator(".card mark").first.wait_for()

    lines = page.locator(".card .status").all_inner_texts()
    assert lines[0] == "Known on 8 Nov 2020: Disputed"
    assert lines[1].startswith("Today: Disputed at first, then confirmed by")
    assert page.locator(".card .chain li.later").count() == 1
    page.keyboard.press("Escape")
    drawn(page)
    box = page.locator(".value", has_text="Confirmed").locator(".count")
    assert box.inner_text() == "0"


def test_the_clock_takes_the_second_along_and_can_still_go_on(page, address):
    open_app(page, address, "?mode=day&day=2020-11-08&known=clock")
    expect(status(page)).to_have_text("Disputed")
    page.get_by_role("button", name="Next day with events").click()
    page.wait_for_url("**day=2020-11-09**")

    expect(page.locator(".known-chip")).to_contain_text("As known on 9 Nov 2020")
    expect(status(page)).to_have_text("Confirmed")
    page.get_by_role("button", name="Show all that is known today").click()
    page.wait_for_function("() => !location.search.includes('known')")
    expect(page.locator(".known-chip")).to_be_hidden()


def test_on_a_phone_it_is_one_button_over_the_map(reader, address):
    page = reader(**PHONE)
    open_app(page, address, "?mode=day&day=2020-11-08")
    opener = page.get_by_role("button", name="What was known when")
    box = opener.bounding_box()
    assert min(box["width"], box["height"]) >= 44
    opener.click()
    page.get_by_role("radio", name=re.compile("^As it was known on the clock")).check()
    page.keyboard.press("Escape")

    chip = page.locator(".known-chip")
    chip.wait_for()
    menu = page.locator(".known-menu")
    expect(menu).to_be_hidden()
    chip.get_by_role("button", name=re.compile("As known on")).click()
    expect(menu).to_be_visible()
    edges = menu.bounding_box()
    assert edges["x"] >= 0
    assert edges["x"] + edges["width"] <= 390
    assert edges["y"] + edges["height"] <= 844
