"""Measures frames while the clock is scrubbed: ``python benchmarks/scrub.py [--out FILE]``.

200 steps. The page is the map's frame alone; a message a frame goes through the BroadcastChannel,
as from the workbench. Prints per number of events and mode the interval between frames and the work
within one (tally and painting) in milliseconds, 50th and 95th percentile.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402

from dashboard import payload  # noqa: E402
from tests import chromium  # noqa: E402
from tests.browser import map_page, synthetic  # noqa: E402

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
CASES = [
    # events, places, mode
    (1_000, 60, {"mode": "day", "trail": 7}),
    (10_000, 400, {"mode": "day", "trail": 7}),
    (10_000, 400, {"mode": "window", "window": 30, "trail": 30}),
    (10_000, 400, {"mode": "since", "trail": 0}),
    (100_000, 2_000, {"mode": "day", "trail": 7}),
    (100_000, 2_000, {"mode": "window", "window": 30, "trail": 30}),
    (100_000, 2_000, {"mode": "since", "trail": 0}),
]
SCRUB = """async ([clock, first, steps, stride]) => {
  const frames = [], works = [];
  frame.events.onDrawn = (ms) => works.push(ms);
  let last = null;
  for (let step = 0; step < steps; step += 1) {
    say({ t: "view", clock: { ...clock, day: first + step * stride } });
    const now = await new Promise(requestAnimationFrame);
    if (last !== null) frames.push(now - last);
    last = now;
  }
  return { frames, works };
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="write the figures as JSON as well")
    parser.add_argument("--ratio", type=float, default=1.0, help="device pixel ratio")
    options = parser.parse_args()
    rows = []
    with map_page.map_server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=FLAGS)
        for events, places, clock in CASES:
            row = {"events": events, "places": places, "mode": clock["mode"]}
            row |= measure(browser, address, events, places, clock, options.ratio)
            rows.append(row)
            print("  ".join(f"{key} {value}" for key, value in row.items()), flush=True)
        browser.close()
    if options.out:
        options.out.write_text(json.dumps(rows, indent=1) + "\n")


def measure(browser, address, events, places, clock, ratio):
    found = frames(browser, address, events, places, clock, ratio)
    return {
        "kB": round(found["bytes"] / 1000),
        "frame p50": percentile(found["frames"], 50),
        "frame p95": percentile(found["frames"], 95),
        "work p50": percentile(found["works"], 50),
        "work p95": percentile(found["works"], 95),
    }


def frames(browser, address, events, places, clock, ratio=1.0):
    """Milliseconds between frames and of work in each, over 200 steps of four days."""
    data = payload.encode(synthetic.crowd(events, places))
    first = synthetic.FIRST.toordinal() - 719163
    page = browser.new_page(viewport={"width": 1440, "height": 900}, device_scale_factor=ratio)
    map_page.open_map(page, address, data, {**clock, "day": first})
    page.evaluate(SCRUB, [clock, first, 30, 30])  # paint the symbols once
    found = page.evaluate(SCRUB, [clock, first, 200, 4])
    page.close()
    return found | {"bytes": len(data)}


def percentile(values, share):
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, len(ordered) * share // 100)], 1)


if __name__ == "__main__":
    main()
