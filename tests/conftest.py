"""What tests of every folder share: a gazetteer, the texts of ``../shared``, a real browser."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from geodata.gazetteer import Gazetteer

_ROOT = Path(__file__).resolve().parent.parent
# What whoever runs the tests has corrected of the chronicle is no matter of theirs.
os.environ["DATELINE_DATA"] = str(_ROOT / "tests" / "no-data-of-a-user")
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The address bar has pages of its own, two for each window: a second of CPU for nothing.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
    # Nothing leaves the machine. A route for every request would do that too, but costs each page
    # half a second and the browser's cache.
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def pytest_sessionfinish() -> None:
    """Clear what Streamlit's tester leaves for the end of Python, where it would be warned of."""
    if tester := sys.modules.get("streamlit.testing.v1.app_test"):
        tester.TMP_DIR.cleanup()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of other people's texts beside the checkout; a test that needs it may skip."""
    folder = _ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, which is not part of the project")
    return folder


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The whole bundled gazetteer, its index in the user's cache."""
    from geodata.gazetteer import Gazetteer

    return Gazetteer()


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The browser's program; absent, the browser tests fail in CI and skip elsewhere."""
    if program := chromium.find():
        return program
    if os.environ.get("CI"):
        pytest.fail("no Chromium or Chrome; make test installs one")
    pytest.skip("no Chromium or Chrome; make test installs one")


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """One headless browser for the whole run."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium_path, args=list(_FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def outside() -> list[str]:
    """The addresses beyond this machine that ``page`` asked for; a good page asks for none."""
    return []


@pytest.fixture
def complaints() -> list[str]:
    """What ``page`` wrote to its console as an error, and what it threw."""
    return []


@pytest.fixture
def page(browser: Browser, outside: list[str], complaints: list[str]) -> Iterator[Page]:
    """A fresh page of 1440×900 from which nothing leaves the machine."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.on("request", lambda request: _is_local(request.url) or outside.append(request.url))
    opened = context.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda line: line.type == "error" and complaints.append(line.text))
    yield opened
    context.close()


def _is_local(address: str) -> bool:
    parts = urlsplit(address)
    return parts.hostname in {"127.0.0.1", "localhost", "::1"} or parts.scheme in _NEVER_SENT


_NEVER_SENT = {"file", "data", "blob"}
