"""A page with nothing but the map's frame, as Streamlit would show it, on a server of its own."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

ROOT = Path(__file__).parents[2]
PAGE = b"""<!doctype html><html lang="en"><meta charset="utf-8"><title>map</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/dashboard/time_map/vendor/leaflet.css">
<link rel="stylesheet" href="/dashboard/time_map/time_map.css">
<style>html, body, #map { height: 100%; margin: 0 }</style>
<div id="map"></div>
<script src="/dashboard/time_map/vendor/leaflet.js"></script>
<script type="module">
import { mountFrame, MAP_OPTIONS } from "/dashboard/time_map/map_frame.js";
import { wordsOfMap } from "/dashboard/workbench/strings.js";
window.heard = [];
const bench = new BroadcastChannel("test");
bench.onmessage = ({ data }) => window.heard.push(data);
window.say = (message) => bench.postMessage(message);
window.speech = { t: "speech", ...wordsOfMap() };
window.frame = mountFrame(L.map("map", MAP_OPTIONS), {
  channel: "test",
  base: "/geodata/data/basemap/",
  vendor: "/dashboard/time_map/vendor/",
  areas: "/geodata/data/areas/areas.geojson",
  labels: "/geodata/data/basemap/labels.json",
  control: "/geodata/data/areas/control.geojson",
});
</script></html>"""


# A page in which the tests of tests/js run as they do under node.
SHIM = "/tests/browser/node_shim.js"
IMPORTS = f'{{"imports": {{"node:test": "{SHIM}", "node:assert/strict": "{SHIM}"}}}}'
TESTS = f"""<!doctype html><title>tests</title>
<link rel="icon" href="data:,">
<script type="importmap">{IMPORTS}</script>""".encode()


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        found = {"/": PAGE, "/tests": TESTS}.get(self.path)
        if found is None:
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(found)
        return None

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def map_server() -> Iterator[str]:
    """Serves the page; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(ROOT)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


SEND = """text => say({
  t: "data", payload: Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer,
})"""


def open_map(page: Page, address: str, data: bytes, clock: dict[str, Any], **view: Any) -> None:
    """Open the page, send it the events and the view as the workbench would, wait till drawn."""
    page.goto(address)
    page.wait_for_function("window.frame !== undefined")
    page.evaluate("say(speech)")
    page.evaluate(SEND, base64.b64encode(data).decode())
    page.evaluate("view => say(view)", {"t": "view", "filters": {}, "clock": clock, **view})
    page.wait_for_function("heard.some(({ t }) => t === 'drawn')")
    page.wait_for_function("frame.labels.placed.length > 0")
    rest(page)


# How the map stands - panes, canvases, what is drawn, names, messages - until that has not changed.
REST = """([least, frames]) => new Promise((done) => {
  const looks = () => JSON.stringify([
    [...document.querySelectorAll(".leaflet-pane, .leaflet-proxy, .leaflet-pane canvas")]
      .map(({ className, style }) => [className, style.cssText]),
    window.frame?.events.drawn.count,
    window.frame?.labels.placed.map(({ text, left, top }) => [text, left, top]),
    window.heard?.length,
    document.querySelector(".leaflet-zoom-anim, .leaflet-pan-anim") && performance.now(),
  ]);
  let before = "";
  let since = 0;
  let seen = 0;
  const look = (now) => {
    const after = looks();
    seen += 1;
    if (after !== before) [before, since, seen] = [after, now, 0];
    if (now - since >= least && seen >= frames) done();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})"""


def rest(page: Page | Frame) -> None:
    """Wait until the map has stood still for a moment: names are laid out 140 ms after the rest."""
    page.evaluate(REST, [220, 8])
