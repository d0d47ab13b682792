"""The real dashboard on a free port, as `dateline serve` starts it, and what a page of it shows."""

from __future__ import annotations

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.serve import Options, command

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PATIENCE = 90  # seconds until it answers, on a busy machine
PORTS_TRIED = 3


@contextmanager
def app_server(project: Path | None = None, *, read_only: bool = False) -> Iterator[str]:
    """Serves a project, the chronicle without one; gives its address."""
    server, address = _started(project, read_only)
    try:
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _started(project: Path | None, read_only: bool) -> tuple[subprocess.Popen[bytes], str]:
    """A server that answers; one whose port was taken meanwhile ends, and another is tried."""
    for _ in range(PORTS_TRIED):
        port = _any_port()
        options = Options(project=project, port=port, browser=False, read_only=read_only)
        server = subprocess.Popen(
            command(options, port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        address = f"http://127.0.0.1:{port}"
        if await_answer(f"{address}/_stcore/health", server):
            return server, address
    raise RuntimeError(f"the dashboard ended {PORTS_TRIED} times before it answered")


def _any_port() -> int:
    """A free one that the system picks: the usual ones may go to a server started beside us."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_answer(address: str, server: subprocess.Popen[bytes] | None = None) -> bool:
    """Wait until it answers; False if its process ended. Its refusal after PATIENCE is raised."""
    until = time.monotonic() + PATIENCE
    while server is None or server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return True
        except (urllib.error.URLError, OSError):
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
    return False


def open_app(page: Page, address: str, query: str = "") -> None:
    """Open the dashboard and wait until its map has drawn."""
    page.goto(f"{address}/{query}")
    page.wait_for_selector(MAP_DRAWN, timeout=120_000)  # the first page waits for the events
    drawn(page)


MAP_DRAWN = ".workbench[data-map=drawn]"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def drawn(page: Page) -> None:
    """Wait until the page shows what was done to it: it draws once a frame, not at once."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def when(page: Page) -> Locator:
    """The days that the page is about."""
    return page.locator(".header .when")


def count(page: Page) -> int:
    """The number of events that it says it shows."""
    drawn(page)
    words = page.locator(".header .readout").inner_text()
    return int(re.search(r"(\d[\d,]*) event", words)[1].replace(",", ""))
