"""Links: to a day, to one event, mangled ones; back and forward."""

import pytest

from tests.browser.app_server import app_server, open_app

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address():
    with app_server() as found:
        yield found


def pressed(page):
    return page.locator(".modes [aria-pressed=true]").inner_text()


def test_a_day_alone_opens_that_day_and_words_without_meaning_are_said(page, address):
    open_app(page, address, "?day=2020-11-09&cat=magic&colour=red")

    assert pressed(page) == "Day"
    assert page.locator(".header .when").inner_text() == "Mon 9 Nov 2020"
    notice = page.locator(".notice")
    assert "not understood" in notice.inner_text()
    notice.locator("summary").click()
    assert notice.locator("p").all_inner_texts() == ["cat=magic", "colour=red"]


def test_back_and_forward_and_the_link_to_one_event(page, address):
    open_app(page, address, "?day=2020-11-09")
    page.keyboard.press("2")
    page.wait_for_url("**mode=window**")
    row = page.locator(".row:visible").first
    title = row.locator(".row-title").inner_text()
    row.click()
    page.wait_for_url("**event=**")
    link = page.url.split("event=")[1].split("&")[0]
    page.go_back()
    page.locator(".card").wait_for(state="hidden")
    page.go_back()
    page.wait_for_function("() => location.search === '?day=2020-11-09'")
    page.locator(".modes [aria-pressed=true]", has_text="Day").wait_for()
    page.go_forward()
    page.locator(".modes [aria-pressed=true]", has_text="Window").wait_for()

    open_app(page, address, f"?event={link}")
    assert page.locator(".card-title").inner_text() == title
    assert page.locator(".notice").count() == 0
