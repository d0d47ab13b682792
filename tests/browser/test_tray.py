"""What is not on the map: found, counted, explained, and put on it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NEWS = {
    "a.md": """---
outlet: Valley Post
date: 2020-10-09
---
Shells hit Stepanakert on Thursday, the ministry said, and Stepanakert was shelled on Friday.

Troops were deployed in Azerbaijan on 9 October.

In October, villagers were displaced from Hadrut, an agency reported.

Unicef condemned the killing of four children on Friday.
""",
    "b.md": """---
outlet: Hill Gazette
date: 2020-10-09
---
A bridge was destroyed and four people were killed on Friday.
""",
    "c.txt": "Rockets hit Goris and two houses burned down, residents said.\n",
}


@pytest.fixture
def tray(own_app):
    own_app.locator(".tray-opener").click()
    own_app.locator(".tray").wait_for()
    return own_app


def group(page, name):
    return page.locator(f'.tray-group[data-group="{name}"]')


def test_the_tray_says_how_much_is_in_it_and_why(tray):
    counts = {
        name: group(tray, name).locator("summary .tray-count").inner_text()
        for name in ("place", "seat", "country", "date", "loose")
    }

    assert counts == {"place": "1", "seat": "1", "country": "1", "date": "1", "loose": "1"}
    assert "does not say where" in group(tray, "place").locator(".row-reason").inner_text()
    assert "Unicef" in group(tray, "seat").locator(".row-reason").inner_text()
    assert "Azerbaijan" in group(tray, "country").locator(".row-reason").inner_text()
    assert "does not say when" in group(tray, "date").locator(".row-reason").inner_text()
    assert "1–31 Oct 2020" in group(tray, "loose").locator(".row-reason").inner_text()


def test_of_a_body_of_no_country_no_country_is_told(tray):
    row = group(tray, "seat").locator(".row")
    assert row.locator(".row-place").inner_text() == "who acts is known, not where"

    row.click()
    tray.locator(".card mark").first.wait_for()
    where = tray.locator(".facts dd").nth(1).inner_text()
    assert where.startswith("New York City\nwhere the government or body has its seat")
    assert "country" not in where


def test_the_way_to_it_shows_the_number_and_leads_back(tray):
    tray.locator(".tray-opener").click()

    expect(tray.locator(".tray-opener")).to_have_text("Not on the map5")
    expect(tray.locator(".tray")).to_be_hidden()
    tray.locator(".row:visible").first.wait_for()


def test_an_undated_event_has_a_card_a_link_and_is_found(tray):
    group(tray, "date").locator(".row").click()
    tray.locator(".card mark").first.wait_for()
    assert "Rockets hit Goris" in tray.locator(".card mark").first.inner_text()
    assert tray.locator(".facts dd").first.inner_text().startswith("no date")
    tray.wait_for_url("**event=*")

    tray.reload()
    tray.locator(".card mark").first.wait_for()
    tray.keyboard.press("/")
    tray.keyboard.type("rockets goris")

    tray.locator(".result", has_text="Rockets hit Goris").first.wait_for()
    assert tray.locator(".notice").count() == 0


def test_filters_hold_for_the_tray_and_arrows_move_in_it(tray):
    rows = tray.locator(".tray .row:visible")
    rows.first.focus()
    tray.keyboard.press("ArrowDown")
    tray.keyboard.press("Enter")
    tray.locator(".card mark").first.wait_for()
    expect(tray.locator(".card-title").first).to_contain_text("Unicef")
    tray.locator(".card-back").click()

    tray.get_by_role("checkbox", name="Deployment", exact=True).click()

    expect(group(tray, "date")).to_be_hidden()
    expect(group(tray, "country")).to_be_visible()


def test_a_day_puts_an_undated_event_on_the_map(tray):
    before = tray.locator(".header .readout").inner_text()
    group(tray, "date").locator(".row").click()
    tray.locator(".card .correct").click()
    form = tray.locator(".edit-form")
    form.get_by_label("From").fill("9 Oct 2020")
    form.get_by_label("From").press("Tab")
    form.get_by_role("button", name="Save").click()
    tray.locator(".undo-bar:visible").wait_for()
    tray.locator(".card .corrected").wait_for()

    expect(tray.get_by_role("button", name="Show on the map")).to_be_visible()
    tray.locator(".card-back").click()
    expect(group(tray, "date")).to_be_hidden()
    expect(tray.locator(".header .readout")).not_to_have_text(before)


def test_a_point_puts_an_event_without_a_place_on_the_map(tray):
    group(tray, "place").locator(".row").click()
    tray.locator(".card .correct").click()
    form = tray.locator(".edit-form")
    form.get_by_text("A point on the map").click()
    form.get_by_label("Latitude").fill("39.9")
    form.get_by_label("Longitude").fill("46.6")
    form.get_by_role("button", name="Save").click()
    tray.locator(".undo-bar:visible").wait_for()
    tray.locator(".card .corrected").wait_for()

    expect(tray.get_by_role("button", name="Show on the map")).to_be_visible()
    tray.locator(".card-back").click()
    expect(group(tray, "place")).to_be_hidden()
