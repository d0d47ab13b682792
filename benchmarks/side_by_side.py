"""Dateline beside the usual ways to put time on a folium map, in one run, the same events for all.

``python benchmarks/side_by_side.py --npm FOLDER`` where FOLDER was filled by ``npm install --prefix
FOLDER leaflet@1.9.3 leaflet.timeline@1.6.0 moment@2.18.1 jquery@3.7.1 bootstrap@5.2.2``: folium's
own pages fetch these from the web, here they are served from the folder.

1. Dateline's map, scrubbed by a message a frame: milliseconds between frames.
2. folium's Timeline plugin with small circles on one canvas, its slider's time set once a frame:
   milliseconds between frames.
3. Streamlit's slider and the map built anew, a key press a step: milliseconds from the key to the
   new markers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import folium
from folium.plugins import Timeline, TimelineSlider
from folium.utilities import JsCode

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, Route, sync_playwright  # noqa: E402

from benchmarks import scrub  # noqa: E402
from dashboard.serve import choose_port  # noqa: E402
from geodata.records import Event  # noqa: E402
from tests import chromium  # noqa: E402
from tests.browser import map_page, synthetic  # noqa: E402
from tests.browser.app_server import await_answer  # noqa: E402

WINDOW = 30  # days shown at once
STRIDE = 4  # days a step
STEPS = 200
KEYS = 20  # steps of the rebuilt map: each takes long enough
VIEW = {"width": 1440, "height": 900}
SCRIPTS = {  # the last part of an address that folium's pages ask for -> the file that answers
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "leaflet.timeline.min.js": "leaflet.timeline/dist/leaflet.timeline.js",
    "moment.min.js": "moment/min/moment.min.js",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
}
CIRCLES = {"point_to_layer": JsCode("(feature, at) => L.circleMarker(at, {radius: 5})")}
SET_TIME = """async ([first, steps, stride]) => {
  const frames = [];
  let last = null;
  for (let step = 0; step < steps; step += 1) {
    SLIDER.setTime(first + step * stride);
    const now = await new Promise(requestAnimationFrame);
    if (last !== null) frames.push(now - last);
    last = now;
  }
  return frames;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--npm", type=Path, required=True, help="the folder npm installed into")
    parser.add_argument("--events", type=int, default=10_000)
    options = parser.parse_args()
    events = synthetic.crowd(options.events)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=scrub.FLAGS)
        for mode in ("window", "since"):
            report(f"{mode}: Dateline", dateline(browser, options.events, mode))
            for drawn in ("circles on a canvas", "markers"):
                times = timeline(browser, events, options.npm, mode, drawn)
                report(f"{mode}: folium's Timeline, {drawn}", times)
        report("window: slider and rebuilt map", rebuilt(browser, events, options.npm))
        browser.close()


def report(name: str, times: list[float]) -> None:
    p50, p95 = scrub.percentile(times, 50), scrub.percentile(times, 95)
    print(f"{name:45} p50 {p50:7.1f} ms  p95 {p95:7.1f} ms  ({len(times)} steps)", flush=True)


def dateline(browser: Browser, count: int, mode: str) -> list[float]:
    clock = {"mode": mode, "window": WINDOW, "trail": WINDOW if mode == "window" else 0}
    with map_page.map_server() as address:
        return scrub.frames(browser, address, count, 400, clock)["frames"]


def timeline(
    browser: Browser, events: list[Event], npm: Path, mode: str, drawn: str
) -> list[float]:
    chart = folium.Map((40, 47), zoom_start=7, tiles=None, prefer_canvas=True)
    layer = Timeline(features(events, mode), **(CIRCLES if "circles" in drawn else {}))
    layer.add_to(chart)
    slider = TimelineSlider(auto_play=False, show_ticks=False).add_timelines(layer).add_to(chart)
    page = offline_page(browser, npm)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "timeline.html"
        chart.save(file)
        page.goto(file.as_uri())
        page.wait_for_selector(".leaflet-timeline-control")
        code = SET_TIME.replace("SLIDER", slider.get_name())
        first = moment(synthetic.FIRST)
        page.evaluate(code, [first, 30, STRIDE * 86_400_000])
        frames = page.evaluate(code, [first, STEPS, STRIDE * 86_400_000])
    page.close()
    return frames


def rebuilt(browser: Browser, events: list[Event], npm: Path) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "events.json"
        file.write_text(json.dumps([list(row) for row in rows(events)]))
        port = choose_port(None, "127.0.0.1")
        server = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", ROOT / "benchmarks/rivals/rebuilt_map.py",
             "--server.port", str(port), "--server.headless", "true",
             "--browser.gatherUsageStats", "false", "--", file],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            page = offline_page(browser, npm)
            await_answer(f"http://127.0.0.1:{port}/_stcore/health")
            page.goto(f"http://127.0.0.1:{port}")
            chart = page.frame_locator("iframe").last
            chart.locator(".day-0").first.wait_for(timeout=60_000)
            page.get_by_role("slider").focus()
            return [step(page, chart, day) for day in range(STRIDE, KEYS * STRIDE + 1, STRIDE)]
        finally:
            server.terminate()
            server.wait(20)


def step(page: Page, chart, day: int) -> float:
    started = time.perf_counter()
    page.keyboard.press("ArrowRight")
    chart.locator(f".day-{day}").first.wait_for(timeout=60_000)
    return (time.perf_counter() - started) * 1000


def offline_page(browser: Browser, npm: Path) -> Page:
    """A page for which folium's scripts come from the folder and nothing from elsewhere."""
    page = browser.new_page(viewport=VIEW)

    def answer(route: Route) -> None:
        address = route.request.url
        if address.startswith(("http://127.0.0.1", "file:", "data:", "blob:")):
            return route.continue_()
        known = SCRIPTS.get(address.rsplit("/", 1)[-1])
        if known:
            return route.fulfill(path=npm / "node_modules" / known)
        return route.fulfill(body="")

    page.route("**/*", answer)
    return page


def rows(events: list[Event]):
    """Latitude, longitude and day from the first, of each event."""
    for event in events:
        yield (
            event.place.latitude,
            event.place.longitude,
            (event.interval.earliest - synthetic.FIRST).days,
        )


def features(events: list[Event], mode: str) -> dict:
    """GeoJSON with the days on which each event is shown, as the plugin wants it."""
    shown = WINDOW if mode == "window" else 10_000
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
                "properties": {
                    "start": moment(synthetic.FIRST + timedelta(day)),
                    "end": moment(synthetic.FIRST + timedelta(day + shown)),
                },
            }
            for latitude, longitude, day in rows(events)
        ],
    }


def moment(day) -> int:
    return round(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


if __name__ == "__main__":
    main()
