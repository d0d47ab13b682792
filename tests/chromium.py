"""The Chromium or Chrome that the browser tests drive.

``find()`` says which one this machine has. Run as a program it prints that; with ``--install`` it
installs one where there is none: Playwright's own download first, the distribution's package after.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PROGRAMS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_PACKAGES = {  # package manager: what it is told
    "apt-get": ("install", "--yes", "chromium"),
    "dnf": ("install", "--assumeyes", "chromium"),
    "pacman": ("-S", "--noconfirm", "chromium"),
    "zypper": ("--non-interactive", "install", "chromium"),
    "brew": ("install", "--cask", "chromium"),
}
_ADVICE = (
    "no Chromium or Chrome could be found or installed; install one, "
    "or set DATELINE_CHROMIUM to its program, and run make test again"
)


def find() -> str | None:
    """The program to start: ``$DATELINE_CHROMIUM``, the machine's own, or Playwright's."""
    return next((program for program in _known() if _starts(program)), None)


def install() -> str | None:
    """Like ``find``, after trying every way to install one."""
    for way in (_from_playwright, _from_packages):
        way()
        if program := find():
            return program
    return None


def _known() -> Iterator[str]:
    if chosen := os.environ.get("DATELINE_CHROMIUM"):
        yield chosen
    yield from filter(None, map(shutil.which, _COMMANDS))
    yield from _PROGRAMS
    yield from _playwrights_own()


def _playwrights_own() -> Iterator[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(program: str) -> bool:
    """Whether it is there and runs: Ubuntu's ``chromium-browser`` may only name a snap."""
    if not Path(program).is_file():
        return False
    if sys.platform == "win32":  # there, asking for the version opens a window
        return True
    try:
        asked = subprocess.run([program, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _from_playwright() -> None:
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _from_packages() -> None:
    manager = next(filter(shutil.which, _PACKAGES), None)
    if manager is None:
        return
    needs_root = manager != "brew" and hasattr(os, "geteuid") and os.geteuid() != 0
    sudo = ("sudo",) if needs_root and shutil.which("sudo") else ()
    if manager == "apt-get":
        _run(*sudo, manager, "--quiet", "update")
    _run(*sudo, manager, *_PACKAGES[manager])


def _run(*command: str) -> None:
    print("No Chromium yet; running:", " ".join(command), flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(command, env=environment, timeout=900, check=False)


def main() -> int:
    program = find() or (install() if "--install" in sys.argv else None)
    print(f"Browser for the tests: {program}" if program else f"make test: {_ADVICE}")
    return 0 if program else 1


if __name__ == "__main__":
    sys.exit(main())
