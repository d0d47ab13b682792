"""The time map as one HTML file: it opens from disk, needs no network, and holds all its data.

The data are one block of base64, so no text of a document can be taken for markup or script; the
page's policy lets run only the scripts written here and lets nothing be fetched but the tiles of an
online basemap, if the reader asks for one.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dashboard import cards, event_map, payload
from dashboard import story as stories
from dashboard.bundle import bundle, sheets
from geodata.gazetteer import Gazetteer
from geodata.project import Extraction, Project
from geodata.records import Document, Event

HERE = Path(__file__).parent
TILES = "https://tile.openstreetmap.org https://server.arcgisonline.com"


def write_html(
    found: Extraction, project: Project, path: Path, names: payload.Names | None = None
) -> None:
    """Write the project's events to ``path``; names come from the gazetteer unless given."""
    known = names or Gazetteer(progress=False).names
    told = stories.read(project)
    sides = project.settings.sides
    text = page(found.events, found.documents, project.title, known, told, sides)
    path.write_text(text, encoding="utf-8")


def page(
    events: Iterable[Event],
    documents: Iterable[Document],
    title: str,
    names: payload.Names | None = None,
    story: stories.Story | None = None,
    sides: Mapping[str, str] | None = None,
) -> str:
    """The whole page as text."""
    known = {document.id: document for document in documents}
    shown = tuple(events)
    plain = payload.payload(shown, title, names, known.values(), sides)
    data = _data(shown, known, plain, story or stories.Story())
    leaflet, program = _scripts()
    words = {
        "TITLE": html.escape(title),
        "POLICY": _policy(leaflet, program),
        "LEAFLET_STYLE": _text("time_map/vendor/leaflet.css"),
        "MAP_STYLE": _text("time_map/time_map.css"),
        "WORKBENCH_STYLE": sheets(HERE / "workbench", "workbench.css"),
        "DATA": base64.b64encode(data).decode("ascii"),
        "LEAFLET": leaflet,
        "PROGRAM": program,
    }
    return _filled(_text("time_map/standalone.html"), words)


def _filled(template: str, words: Mapping[str, str]) -> str:
    """The template with each ``@WORD@`` once replaced; what is put in is not looked at again."""
    parts = template.split("@")
    return "".join(words.get(part, part) for part in parts)


def _data(
    events: tuple[Event, ...],
    documents: Mapping[str, Document],
    plain: dict[str, Any],
    story: stories.Story,
) -> bytes:
    sides = plain["sides"]
    everything: dict[str, Any] = {
        "payload": plain,
        "details": {event.id: cards.detail(event, documents, sides) for event in events},
        "story": story.plain(),
        "layers": {name: _json(f"basemap/{name}.geojson") for name in event_map.LAYERS},
        **{name: _json(file) for name, file in event_map.FILES.items()},
    }
    text = json.dumps(everything, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _scripts() -> tuple[str, str]:
    """Leaflet and our own program, as they stand between script tags."""
    program = bundle(HERE / "time_map" / "standalone.js", as_module=False)
    return _inline(_text("time_map/vendor/leaflet.js")), _inline(f"{program}.openPage();")


def _inline(script: str) -> str:
    """The script without what would end its element: such words stand only in strings."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(*scripts: str) -> str:
    allowed = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; "
        f"img-src data: {TILES}; form-action 'none'; base-uri 'none'"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _json(name: str) -> Any:
    return json.loads((event_map.DATA / name).read_text(encoding="utf-8"))
