"""How soon the dashboard is there and how soon a filter shows: ``python benchmarks/opening.py``.

``--project FOLDER`` opens another project than the chronicle; ``--invented 10000`` one with about
that many invented events, written to a temporary folder and read as any pile of texts is.

Opens it seven times, each in a browser context of its own, on a server that has it in memory:
milliseconds from the request to the frame after the first pins, as the page itself sees it. (A look
from outside, by Playwright, comes up to 500 ms late: that long it sleeps between two.) Then ticks
filters: milliseconds from the click to the counts and the map drawn anew in the browser, and to
Python having heard of it (the address changes). Says whether the map was ever mounted again.
"""

from __future__ import annotations

import argparse
import itertools
import json
import statistics
import sys
import tempfile
from datetime import timedelta
from os import getloadavg
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from tests import chromium  # noqa: E402
from tests.browser.app_server import app_server, open_app  # noqa: E402
from tests.browser.synthetic import FIRST  # noqa: E402

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
TIMES = 7
FILTERS = ("Shelling", "Combat", "Territory", "Diplomacy")
# Looks at every frame whether the map says that it has drawn; the time counts from the request.
WATCH = """(() => {
  const page = '[class*="dateline-workbench"] [data-testid*="Isolated"]';
  const look = () => {
    const drawn = document.querySelector(page)?.shadowRoot?.querySelector("[data-map=drawn]");
    requestAnimationFrame(drawn ? () => (window.firstPins = performance.now()) : look);
  };
  if (window === top) requestAnimationFrame(look);
})()"""
# From a click on the page's own box to the second frame after the list's heading has changed.
TICK = """async (name) => {
  const page = '[class*="dateline-workbench"] [data-testid*="Isolated"]';
  const root = document.querySelector(page).shadowRoot;
  const heading = root.querySelector(".panel-title");
  const label = [...root.querySelectorAll(".facet label")].find((l) => l.textContent === name);
  const before = heading.textContent;
  const address = location.href;
  const start = performance.now();
  label.querySelector("input").click();
  while (heading.textContent === before) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  const drawn = performance.now() - start;
  while (location.href === address) await new Promise((go) => setTimeout(go, 5));
  return [drawn, performance.now() - start];
}"""


def main() -> None:
    options = argparse.ArgumentParser(description="How soon the dashboard is there.")
    options.add_argument("--project", type=Path)
    options.add_argument("--invented", type=int, default=0, metavar="EVENTS")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.invented:
            asked.project = Path(folder)
            invent(asked.project / "invented.jsonl", asked.invented)
        measure(asked.project)


def measure(project: Path | None) -> None:
    with app_server(project) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        opened(browser, address)  # the server reads the documents
        pins = [opened(browser, address) for _ in range(TIMES)]
        print(f"first pins: {told(pins)}")
        ticks(browser.new_page(viewport={"width": 1440, "height": 900}), address)
        browser.close()
    print(f"load of the machine: {getloadavg()[0]:.1f}")


TOWNS = "Stepanakert Shusha Hadrut Fuzuli Jabrayil Lachin Kalbajar Barda Ganja Yerevan Baku".split()
DEEDS = (
    "Shells hit {} on {}.",
    "Soldiers fought near {} on {}.",
    "Ministers met in {} on {}.",
    "Soldiers took control of {} on {}.",
)


def invent(file: Path, events: int) -> None:
    """News of as many deeds, one a day in each town, ten to a document."""
    sentences = (
        DEEDS[(days + at) % len(DEEDS)].format(town, f"{FIRST + timedelta(days):%d %B %Y}")
        for days in itertools.count()
        for at, town in enumerate(TOWNS)
    )
    with file.open("w", encoding="utf-8") as lines:
        for number in range(events // 10):
            text = " ".join(itertools.islice(sentences, 10))
            row = {"id": f"invented-{number}", "date": "2024-01-01", "text": text}
            lines.write(json.dumps(row) + "\n")


def opened(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    page.wait_for_function("window.firstPins", timeout=600_000)
    took = float(page.evaluate("window.firstPins"))  # since the navigation began
    context.close()
    return took


def ticks(page: Page, address: str) -> None:
    open_app(page, address)
    page.wait_for_timeout(400)  # it has come to rest
    page.evaluate("document.querySelector('iframe').contentWindow.sameMap = true")
    found = [page.evaluate(TICK, name) for name in FILTERS for _ in range(2)]
    print(f"a filter drawn: {told([drawn for drawn, _ in found])}")
    print(f"a filter heard by Python: {told([heard for _, heard in found])}")
    same = page.evaluate("document.querySelector('iframe').contentWindow.sameMap === true")
    print(f"the map was {'never' if same else 'at least once'} mounted again")


def told(times: list[float]) -> str:
    return f"median {statistics.median(times):.0f} ms, at most {max(times):.0f} ms"


if __name__ == "__main__":
    main()
