"""Links: to a day, to one event, mangled ones; back and forward."""

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import drawn, open_app, when

pytestmark = pytest.mark.browser


def pressed(page):
    return page.locator(".modes [aria-pressed=true]")


def test_a_day_alone_opens_that_day_and_words_without_meaning_are_said(page, address):
    open_app(page, address, "?day=2020-11-09&cat=magic&colour=red")

    expect(pressed(page)).to_have_text("Day")
    expect(when(page)).to_have_text("Mon 9 Nov 2020")
    notice = page.locator(".notice")
    assert "not understood" in notice.inner_text()
    notice.locator("summary").click()
    expect(notice.locator("p")).to_have_text(["cat=magic", "colour=red"])


def test_back_and_forward_and_the_link_to_one_event(page, address):
    open_app(page, address, "?day=2020-11-09")
    page.keyboard.press("2")
    page.wait_for_url("**mode=window**")
    drawn(page)
    row = page.locator(".row:visible").first
    title = row.locator(".row-title").inner_text()
    row.click()
    page.wait_for_url("**event=**")
    link = page.url.split("event=")[1].split("&")[0]
    page.go_back()
    page.locator(".card").wait_for(state="hidden")
    page.go_back()
    page.wait_for_function("() => location.search === '?day=2020-11-09'")
    expect(pressed(page)).to_have_text("Day")
    page.go_forward()
    expect(pressed(page)).to_have_text("Window")

    open_app(page, address, f"?event={link}")
    expect(page.locator(".card-title")).to_have_text(title)
    assert page.locator(".notice").count() == 0


EVERYTHING = (
    "?mode=window&from=2020-10-04&to=2020-10-17&cat=combat,shelling&status=reported,claimed"
    "&conf=50&known=2020-11-01&q=Ganja&layer=control&names=az&theme=dark&lang=en"
    "&lat=40.2&lng=46.4&z=7.5"
)


def test_everything_that_was_chosen_comes_back_from_a_link(page, address):
    open_app(page, address, EVERYTHING)

    assert page.locator(".notice").count() == 0
    expect(when(page)).to_have_text("4–17 Oct 2020")
    for name in ("Combat", "Shelling", "Reported", "Claimed by one side"):
        assert page.get_by_role("checkbox", name=name, exact=True).is_checked()
    assert page.get_by_role("button", name="≥ 50 %").get_attribute("aria-pressed") == "true"
    assert "As known on 1 Nov 2020" in page.locator(".known-chip").inner_text()
    assert page.get_by_role("combobox", name="Names", exact=True).input_value() == "az"
    assert page.get_by_role("checkbox", name="Who held what").is_checked()
    assert page.locator(".workbench").get_attribute("data-theme") == "dark"
    page.locator(".row:visible .row-place", has_text="Gəncə").first.wait_for()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**to=2020-10-18**")
    for word in EVERYTHING.lstrip("?").split("&"):
        if not word.startswith(("from", "to", "cat", "status")):
            assert word in page.url


def test_the_link_that_is_copied_is_of_what_is_shown(reader, address):
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    open_app(page, address, "?day=2020-10-09")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**day=2020-10-10**")
    page.get_by_role("button", name="Copy link").click()

    page.locator(".toast", has_text="Link copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize(
    "query", ["?day=2023-09-19", "?story=11", "?mode=window&from=2025-03-01&to=2025-08-31"]
)
def test_the_bar_shows_the_days_of_a_link_however_far_from_the_rest(page, address, query):
    open_app(page, address, query)
    plot, end = (page.locator(name).bounding_box() for name in (".plot", ".handle.end"))
    middle = end["x"] + end["width"] / 2

    assert plot["x"] + 20 < middle < plot["x"] + plot["width"] - 20
    assert page.locator(".band").bounding_box()["width"] >= 15
