"""Make the pictures of the README anew, from the bundled chronicle in a real browser.

make test                              # once, for the browser
.venv/bin/python docs/screenshots.py   # writes docs/*.png
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import chromium  # noqa: E402
from tests.browser.app_server import app_server, open_app  # noqa: E402

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
SHUSHA = "?mode=window&from=2020-11-05&to=2020-11-10&day=2020-11-09"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def main() -> None:
    with sync_playwright() as playwright, app_server() as address:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(FLAGS))
        _take(browser, address, "dashboard", DESK, query=SHUSHA, card="televised")
        _take(browser, address, "dashboard-dark", DESK, query=SHUSHA, dark=True)
        _take(browser, address, "phone", PHONE, query=SHUSHA)
        _page(browser, address, "methods", "Methods")
        _page(browser, address, "documents", "Documents")
        browser.close()


def _take(
    browser: Browser,
    address: str,
    name: str,
    size: dict[str, int],
    *,
    query: str = "",
    card: str | None = None,
    dark: bool = False,
) -> None:
    page = _open(browser, size, dark)
    open_app(page, address, query)
    if card:
        page.locator(".row", has_text=card).first.click()
        page.locator(".card mark").first.wait_for()
    _save(page, name)


def _page(browser: Browser, address: str, name: str, link: str) -> None:
    page = _open(browser, DESK, dark=False)
    open_app(page, address)
    page.get_by_role("link", name=link).click()
    page.get_by_role("heading", name=link).first.wait_for()
    _save(page, name)


def _open(browser: Browser, size: dict[str, int], dark: bool) -> Page:
    scheme = "dark" if dark else "light"
    return browser.new_context(viewport=size, color_scheme=scheme).new_page()


def _save(page: Page, name: str) -> None:
    page.wait_for_timeout(1500)
    page.screenshot(path=ROOT / "docs" / f"{name}.png")
    page.context.close()
    print(f"docs/{name}.png")


if __name__ == "__main__":
    main()
