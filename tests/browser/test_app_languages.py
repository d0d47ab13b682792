"""The page in four languages: by link, by choice, remembered, on a phone, in the exported file."""

import re

import pytest
from playwright.sync_api import expect

from dashboard import standalone
from tests.browser import synthetic
from tests.browser.app_server import PHONE, open_app, when

pytestmark = pytest.mark.browser
CUT = """() => {
  const page = '[class*="dateline-workbench"] [data-testid*="Isolated"]';
  const root = document.querySelector(page).shadowRoot;
  return [...root.querySelectorAll("button, .segments, .controls, .panel-tools, .story, .peek")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.clientWidth)
    .filter((node) => node.scrollWidth > node.clientWidth + 1 && !node.matches(".row, .chip"))
    .map((node) => node.className || node.textContent);
}"""


@pytest.mark.parametrize(
    ("code", "day", "mode", "events"),
    [
        ("ru", "пт 9 окт 2020", "День", r"\d+ событи[еяй]"),
        ("az", "9 okt 2020, C.", "Gün", r"\d+ hadisə"),
        ("hy", "ուր 9 հոկ 2020", "Օր", r"\d+ իրադարձություն"),
    ],
)
def test_a_link_opens_the_page_in_a_language(page, address, code, day, mode, events, complaints):
    open_app(page, address, f"?mode=day&day=2020-10-09&lang={code}")

    expect(when(page)).to_have_text(day)
    assert page.locator(".modes [aria-pressed=true]").inner_text() == mode
    assert re.search(events, page.locator(".panel-title").inner_text())
    assert page.locator(".workbench").get_attribute("lang") == code
    assert page.evaluate("document.documentElement.lang") == code
    assert page.locator(".row-title").first.get_attribute("lang") == "en"
    map_ = page.frame_locator("iframe").locator(".time-map")
    expect(map_).to_have_attribute("lang", code)
    assert not map_.get_attribute("aria-label").startswith("Map of")
    assert complaints == []


def test_a_language_chosen_in_the_page_keeps_the_view_and_is_remembered(page, address):
    open_app(page, address, "?mode=day&day=2020-10-09")
    page.get_by_role("checkbox", name="Shelling", exact=True).check()
    page.get_by_role("combobox", name="Language").select_option("ru")
    page.wait_for_url("**lang=ru**")

    expect(when(page)).to_have_text("пт 9 окт 2020")
    assert page.get_by_role("checkbox", name="Обстрел", exact=True).is_checked()
    assert page.locator(".workbench").count() == 1
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**day=2020-10-10**")
    open_app(page, address, "?day=2020-10-08")
    expect(when(page)).to_have_text("чт 8 окт 2020")
    page.get_by_role("combobox", name="Язык").select_option("en")
    page.wait_for_url("**lang=en**")
    expect(when(page)).to_have_text("Thu 8 Oct 2020")


def test_back_and_forward_change_the_language_with_the_rest(page, address):
    open_app(page, address, "?day=2020-10-09&lang=en")
    page.get_by_role("combobox", name="Language").select_option("az")
    page.wait_for_url("**lang=az**")
    page.go_back()
    page.wait_for_url("**lang=en**")
    page.locator(".modes", has_text="Since start").wait_for()

    expect(when(page)).to_have_text("Fri 9 Oct 2020")
    page.go_forward()
    page.locator(".modes", has_text="Başdan").wait_for()


def test_a_browser_that_asks_for_armenian_gets_it(reader, address):
    page = reader(locale="hy-AM", viewport={"width": 1440, "height": 900})
    open_app(page, address, "?day=2020-10-09")

    expect(when(page)).to_have_text("ուր 9 հոկ 2020")


def test_days_are_written_in_the_language_too(page, address):
    open_app(page, address, "?lang=ru")
    field = page.get_by_role("textbox", name="По", exact=True)
    field.fill("9 октября 2020")
    field.press("Enter")

    page.wait_for_url("**to=2020-10-09**")
    field.press("Tab")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**to=2020-10-10**")
    expect(field).to_have_value("10 окт 2020")


@pytest.mark.parametrize("code", ["ru", "az", "hy"])
def test_longer_words_are_not_cut(reader, page, address, code):
    open_app(page, address, f"?lang={code}&story=3")
    assert page.evaluate(CUT) == []

    phone = reader(**PHONE)
    open_app(phone, address, f"?lang={code}&story=3")
    assert phone.evaluate(CUT) == []
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_card_and_keys_speak_the_language(page, address):
    open_app(page, address, "?lang=ru&mode=window&from=2020-11-07&to=2020-11-09")
    page.locator(".row:visible", has_text="announced in a televised").first.click()
    page.locator(".card mark").first.wait_for()
    card = page.locator(".card").inner_text()

    assert "Сначала оспаривалось, затем подтверждено:" in card
    assert "опубликовано 8 ноя 2020" in card
    assert "Когда" in card
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_contain_text("пуск или пауза")


def test_the_exported_page_changes_its_language_and_keeps_its_map(page, tmp_path, complaints):
    file = tmp_path / "map.html"
    file.write_text(standalone.page(synthetic.war(), [], "The war", synthetic.names), "utf-8")
    page.goto(f"{file.as_uri()}#day=2020-10-09")
    page.locator(".header .when", has_text="Fri 9 Oct 2020").wait_for()
    page.get_by_role("combobox", name="Language").select_option("ru")
    page.locator(".header .when", has_text="пт 9 окт 2020").wait_for()

    page.keyboard.press("ArrowRight")
    page.locator(".header .when", has_text="сб 10 окт 2020").wait_for()
    page.wait_for_url("**lang=ru**")
    assert page.locator("#map").get_attribute("lang") == "ru"
    assert complaints == []
