"""How the map was made: what is in it, how places and dates are found, whose data it stands on."""

from __future__ import annotations

from pathlib import Path

from dashboard.loading import Loaded
from dashboard.panels import shell

TEXT = Path(__file__).with_name("methods.md")  # "# title", then a paragraph
LICENCES = (
    ("Places", "GeoNames, CC BY 4.0; our own table for the region"),
    ("Coasts, borders, lakes, rivers, outlines", "Natural Earth, public domain"),
    ("Names of countries", "Unicode CLDR, Unicode licence; The World Factbook, public domain"),
    ("Drawing of the map", "Leaflet, BSD 2-Clause"),
    ("Page and map components", "Streamlit, Apache 2.0; folium and streamlit-folium, MIT"),
)


def show(loaded: Loaded) -> None:
    """The page."""
    shell.show(
        loaded.project.title,
        shell.METHODS,
        [
            {"kind": "heading", "text": "Methods"},
            {"kind": "facts", "text": _extent(loaded)},
            *_sources(loaded),
            *_prose(),
            {"kind": "section", "text": "Data and licences"},
            {"kind": "table", "head": ["What", "From"], "numbers": [], "rows": LICENCES},
        ],
    )


def _extent(loaded: Loaded) -> str:
    published = [d.published for d in loaded.documents.values() if d.published]
    words = [f"{len(loaded.documents)} documents", f"{len(loaded.events)} events"]
    if published:
        last = max(published)
        words.append(f"newest document {last.day} {last:%b %Y}; nothing later is on the map")
    return " · ".join(words)


def _sources(loaded: Loaded) -> list[shell.Block]:
    """How many documents each source has: a map is as one-sided as what it was made from."""
    rows = [[outlet or "not stated", str(count)] for outlet, count in loaded.outlets.items()]
    return [
        {"kind": "section", "text": "What it was made from"},
        {"kind": "table", "head": ["Source", "Documents"], "numbers": [1], "rows": rows},
    ]


def _prose() -> list[shell.Block]:
    blocks: list[shell.Block] = []
    for line in filter(None, TEXT.read_text(encoding="utf-8").splitlines()):
        heading = line.startswith("# ")
        blocks.append({"kind": "section" if heading else "text", "text": line.removeprefix("# ")})
    return blocks
