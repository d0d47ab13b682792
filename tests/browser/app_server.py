"""The real dashboard on a free port, as `dateline serve` starts it."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.serve import Options, command

PATIENCE = 90  # seconds until it answers, on a busy machine


@contextmanager
def app_server(project: Path | None = None, *, read_only: bool = False) -> Iterator[str]:
    """Serves a project, the chronicle without one; gives its address."""
    port = _any_port()
    server = subprocess.Popen(
        command(Options(project=project, port=port, browser=False, read_only=read_only), port),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        await_answer(f"{address}/_stcore/health")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _any_port() -> int:
    """A free one that the system picks: the usual ones may go to a server started beside us."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_answer(address: str) -> None:
    """Wait until a server answers; its refusal after PATIENCE is raised."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def open_app(page, address: str, query: str = "") -> None:
    """Open the dashboard and wait until its map has drawn."""
    page.goto(f"{address}/{query}")
    page.wait_for_selector(
        ".workbench[data-map=drawn]", timeout=120_000
    )  # the first page waits for the events
    page.wait_for_timeout(400)  # the map's first fit
