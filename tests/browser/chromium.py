"""Finds a Chromium and opens pages that can reach nothing but this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, Route, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
LOOPBACK = {"localhost", "127.0.0.1", "::1", "[::1]"}


def find_chromium() -> str | None:
    """The path of the machine's Chromium or Chrome; None: Playwright's own, if it is there."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        yield browser
        browser.close()


def _launch(playwright: Playwright) -> Browser:
    try:
        return playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
    except Exception as error:
        pytest.skip(f"no Chromium to test with: {error}")


@contextmanager
def offline_context(browser: Browser, **options: object) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A context and the list of addresses outside this machine that it was refused."""
    context = browser.new_context(**options)
    refused: list[str] = []

    def guard(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in {"data", "blob", "file"} or address.hostname in LOOPBACK:
            route.continue_()
        else:
            refused.append(route.request.url)
            route.abort()

    context.route("**/*", guard)
    yield context, refused
    context.close()
