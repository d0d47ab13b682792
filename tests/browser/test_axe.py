"""axe-core finds nothing serious on any page, in either theme, at both sizes."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from tests.browser.app_server import PHONE, app_server, drawn, open_app

pytestmark = pytest.mark.browser
DESK = {"viewport": {"width": 1440, "height": 900}}
DAY = "?mode=day&day=2020-10-28"  # a short list: axe-core takes its time over each element
GRAVE = {"serious", "critical"}
ALL = "axe.run({resultTypes: ['violations'], rules: {'target-size': {enabled: true}}})"
COLOURS = "axe.run({resultTypes: ['violations'], runOnly: ['color-contrast']})"


@pytest.fixture
def still(reader):
    """Makes a page of a size; motion is off, so that nothing is judged half faded in."""
    return lambda size: reader(**size, reduced_motion="reduce")


def found(page):
    """What axe-core holds for serious, each with where it stands; the map's frame included."""
    drawn(page)
    for frame in page.frames:
        frame.evaluate(AXE_SCRIPT)
    light = grave(page, ALL)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.locator("[data-theme=dark]").first.wait_for()
    dark = grave(page, COLOURS)  # all else is the same in both themes
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    return light + dark


def grave(page, run):
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in page.evaluate(run)["violations"]
        if violation["impact"] in GRAVE
        for node in violation["nodes"]
    ]


def raise_sheet(page):
    page.get_by_role("button", name="Raise the panel").click()
    page.locator(".workbench[data-sheet=half]").wait_for()


def open_card(page):
    page.locator(".row").first.click()
    page.locator(".card mark").first.wait_for()


def visit(page, address, query):
    page.goto(f"{address}/{query}")
    page.locator(".page h1").wait_for()


def test_the_map_with_filters_list_and_card(still, address):
    page = still(DESK)
    open_app(page, address, DAY)
    assert found(page) == []

    open_card(page)
    assert found(page) == []
    page.get_by_role("button", name="Keys").click()
    page.locator("dialog[open]").wait_for()
    assert found(page) == []

    page.keyboard.press("Escape")
    page.locator(".header .help").evaluate(
        "node => ['aria-label', 'title'].forEach((name) => node.removeAttribute(name))"
    )
    assert len(grave(page, ALL)) == 1  # it sees into the workbench


def test_the_phone_with_filters_list_and_card(still, address):
    page = still(PHONE)
    open_app(page, address, DAY)
    assert found(page) == []

    page.get_by_role("button", name="Show filters").click()
    assert found(page) == []
    page.get_by_role("button", name="Hide filters").click()
    raise_sheet(page)
    assert found(page) == []
    open_card(page)
    assert found(page) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_form_of_a_correction_the_log_and_the_tray(still, address, size):
    page = still(size)
    open_app(page, address)
    if size is PHONE:
        raise_sheet(page)
    page.locator(".tray-opener").click()
    page.locator(".tray").wait_for()
    assert found(page) == []

    page.locator(".tray .row").first.click()
    page.locator(".card .correct").click()
    page.locator(".edit-form").wait_for()
    page.get_by_text("A point on the map").click()
    page.get_by_text("One event or several").click()
    assert found(page) == []

    page.get_by_role("button", name="Cancel").click()
    page.locator(".card-back").click()
    page.locator(".log-opener").click()
    page.locator(".log-rows li").first.wait_for()
    assert found(page) == []


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_pages_beside_the_map(still, address, size):
    page = still(size)
    for query in ("?page=documents", "?page=methods"):
        visit(page, address, query)
        assert found(page) == []

    visit(page, address, "?page=documents")
    page.locator(".page td a").first.click()
    page.locator(".page .document").wait_for()
    assert found(page) == []


def test_the_pages_that_have_nothing_to_show(still, tmp_path):
    (tmp_path / "note.txt").write_text("Nothing of note.", encoding="utf-8")
    with app_server(tmp_path) as address:
        page = still(DESK)
        visit(page, address, "")
        expect(page.locator(".page h1")).to_contain_text("No event")
        assert found(page) == []

        (tmp_path / "dateline.toml").write_text("titel = 1", encoding="utf-8")
        visit(page, address, "")
        expect(page.locator(".page h1")).to_contain_text("cannot be opened")
        assert found(page) == []
