"""Make the pictures of every page anew, from the bundled chronicle in a real browser.

make test                                      # once, for the browser
.venv/bin/python docs/screenshots.py           # writes docs/*.png
.venv/bin/python docs/screenshots.py card      # only those with this name
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import chromium  # noqa: E402
from tests.browser.app_server import app_server, open_app  # noqa: E402

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
SHUSHA = "?mode=window&from=2020-11-05&to=2020-11-10&day=2020-11-09"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@dataclass(frozen=True)
class Picture:
    name: str
    size: dict[str, int]
    prepare: Callable[[Page, str], None]  # opens the page at the address and brings it so far
    dark: bool = False


def main() -> None:
    wanted = set(sys.argv[1:]) or {picture.name for picture in PICTURES}
    with sync_playwright() as playwright, app_server() as address:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(FLAGS))
        for picture in PICTURES:
            if picture.name in wanted:
                take(browser, address, picture)
        browser.close()


def take(browser: Browser, address: str, picture: Picture) -> None:
    scheme = "dark" if picture.dark else "light"
    page = browser.new_context(viewport=picture.size, color_scheme=scheme).new_page()
    picture.prepare(page, address)
    page.wait_for_timeout(1500)
    page.screenshot(path=ROOT / "docs" / f"{picture.name}.png")
    page.context.close()
    print(f"docs/{picture.name}.png")


def view(page: Page, address: str) -> None:
    open_app(page, address, SHUSHA)


def card(page: Page, address: str) -> None:
    view(page, address)
    page.locator(".row", has_text="televised").first.click()
    page.locator(".card mark").first.wait_for()


def held(page: Page, address: str) -> None:
    """Who held what on the day after the statement, with the legend of the layer."""
    open_app(page, address, "?mode=day&day=2020-11-21&layer=control")
    page.locator(".holders").scroll_into_view_if_needed()


def tray(page: Page, address: str) -> None:
    view(page, address)
    page.locator(".panel").get_by_role("button", name="Not on the map").click()


def sheet(page: Page, address: str) -> None:
    view(page, address)
    page.get_by_role("button", name="Raise the panel").click()


def sheet_card(page: Page, address: str) -> None:
    sheet(page, address)
    page.locator(".row").first.click()
    page.locator(".card mark").first.wait_for()


def filters(page: Page, address: str) -> None:
    view(page, address)
    page.get_by_role("button", name="Show filters").click()


def beside(query: str) -> Callable[[Page, str], None]:
    """A page beside the map."""

    def opened(page: Page, address: str) -> None:
        page.goto(f"{address}/?{query}")
        page.locator(".page nav a").first.wait_for()

    return opened


DOCUMENT = "page=documents&doc=2020-10-28-azerbaijani-officials.md"
PICTURES = (
    Picture("dashboard", DESK, card),
    Picture("dashboard-dark", DESK, view, dark=True),
    Picture("held", DESK, held),
    Picture("tray", DESK, tray),
    Picture("documents", DESK, beside("page=documents")),
    Picture("document", DESK, beside(DOCUMENT)),
    Picture("document-dark", DESK, beside(DOCUMENT), dark=True),
    Picture("methods", DESK, beside("page=methods")),
    Picture("phone", PHONE, view),
    Picture("phone-list", PHONE, sheet),
    Picture("phone-card", PHONE, sheet_card),
    Picture("phone-filters", PHONE, filters, dark=True),
    Picture("phone-document", PHONE, beside(DOCUMENT)),
)


if __name__ == "__main__":
    main()
