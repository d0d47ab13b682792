"""Names of places: as the texts write them, in four languages, found by every variant."""

import pytest
from playwright.sync_api import expect

from dashboard import payload
from tests.browser import synthetic
from tests.browser.app_server import drawn, open_app
from tests.browser.map_page import open_map

pytestmark = pytest.mark.browser


def shown(page):
    drawn(page)
    return set(page.locator(".row:visible .row-place").all_inner_texts())


def test_list_card_and_rail_name_a_place_as_the_text_does(page, address):
    open_app(page, address, "?mode=window&from=2020-11-07&to=2020-11-12&place=geonames:147105")
    assert shown(page) == {"Shushi / Shusha"}
    page.get_by_role("combobox", name="Names", exact=True).select_option("source")
    page.wait_for_url("**names=source**")

    assert shown(page) == {"Shushi", "Shusha"}
    row = page.locator(".row:visible", has_text="Shushi").first
    name = row.locator(".row-place").inner_text()
    row.click()
    fact = page.locator(".card dt:has-text('Where') + dd .fact")
    expect(fact).to_have_text(name)
    rail = page.locator(".rail .value-name")
    assert "Shushi / Shusha" not in rail.all_inner_texts()
    page.get_by_role("combobox", name="Names", exact=True).select_option("az")
    page.locator(".card dd .fact", has_text="Şuşa").wait_for()
    assert "Şuşa" in rail.all_inner_texts()


@pytest.fixture(scope="module")
def search(browser, address):
    """One page for every search: a search changes nothing but its own list."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    open_app(page, address)
    yield page
    page.context.close()


@pytest.mark.parametrize(
    ("written", "town"),
    [
        *((name, "Shushi / Shusha") for name in ("Şuşa", "Շուշի", "Шуша", "shushi", "Shoushi")),
        *((name, "Stepanakert / Khankendi") for name in ("Khankendi", "Xankəndi", "Ханкенди")),
        *((name, "Karvachar / Kalbajar") for name in ("Karvachar", "Kalbajar", "Кельбаджар")),
    ],
)
def test_search_finds_a_place_by_every_name_it_has(search, written, town):
    search.keyboard.press("/")
    search.locator(".search-input").fill(written)

    found = search.get_by_role("option").all_inner_texts()
    assert any(text.startswith(f"{town}\nsettlement") for text in found)


def test_the_map_names_a_symbol_as_most_of_its_shown_events_do(page, map_address):
    town = synthetic.place("Shusha")
    days = [synthetic.FIRST.replace(day=27), synthetic.FIRST.replace(day=28)]
    words = [(days[0], "Shushi"), (days[0], "Şuşa"), (days[0], "Şuşa"), (days[1], "Shushi")]
    events = [
        synthetic.event(number, town, day, place_text=text)
        for number, (day, text) in enumerate([*words, (days[1], "Shushi")])
    ]
    first = payload.day_number(days[0])
    clock = {"mode": "window", "day": first, "from": first, "to": first, "trail": 0}
    open_map(page, map_address, payload.encode(events), clock, naming="source")
    await_label(page, "Şuşa")

    page.evaluate("view => say(view)", {"t": "view", "clock": {**clock, "to": first + 1}})
    await_label(page, "Shushi")


def await_label(page, name):
    page.wait_for_function(
        "(name) => frame.labels.placed.some(({ text }) => text === name)", arg=name
    )
