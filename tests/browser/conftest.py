"""What the browser tests share: servers, a project of the module's own, readers of other kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.app_server import app_server, open_app
from tests.browser.map_page import map_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

expect.set_options(timeout=30_000)  # as all else in Playwright: the machine may be busy


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The dashboard over the bundled chronicle, which no test changes."""
    with app_server() as found:
        yield found


@pytest.fixture(scope="session")
def map_address() -> Iterator[str]:
    """The map's frame alone."""
    with map_server() as found:
        yield found


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of what the module has as ``NEWS``: the name of a file -> its text."""
    made = tmp_path_factory.mktemp("project")
    for name, text in request.module.NEWS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def own_address(folder: Path) -> Iterator[str]:
    """The dashboard over that project."""
    with app_server(folder) as found:
        yield found


@pytest.fixture
def own_app(page: Page, own_address: str, folder: Path) -> Page:
    """A page of that project, in which nothing has been corrected yet."""
    (folder / "corrections.jsonl").unlink(missing_ok=True)
    open_app(page, own_address)
    return page


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Makes pages for other readers: a small screen, a language, little motion."""
    contexts = []

    def opened(**kind: Any) -> Page:
        contexts.append(browser.new_context(**kind))
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()
