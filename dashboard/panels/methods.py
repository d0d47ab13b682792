"""How the map was made: what is in it, how places and dates are found, on whose data."""

from __future__ import annotations

import json
from pathlib import Path

from dashboard.event_map import DATA
from dashboard.loading import Loaded
from dashboard.panels import corpus, correction_log, measured, shell

TEXT = Path(__file__).with_name("methods.md")  # "# title", then a paragraph
HELD = (
    "The layer is off until it is switched on. Its zones are districts and the land nearest to "
    "settlements, a few kilometres off at best; a day stands for a whole zone, and fighting in it "
    "began earlier and went on after. It says who was there, not who should be."
)
LICENCES = (
    ("Places", "GeoNames, CC BY 4.0; our own table for the region"),
    ("Coasts, borders, lakes, rivers, outlines", "Natural Earth, public domain"),
    ("Names of countries", "Unicode CLDR, Unicode licence; The World Factbook, public domain"),
    ("Drawing of the map", "Leaflet, BSD 2-Clause"),
    ("Drawing of a ground of one's own", "protomaps-leaflet and pmtiles, BSD 3-Clause"),
    ("Page and map components", "Streamlit, Apache 2.0; folium and streamlit-folium, MIT"),
)


def show(loaded: Loaded) -> None:
    """The page."""
    shell.show(loaded.project.title, shell.METHODS, blocks(loaded))


def blocks(loaded: Loaded) -> list[shell.Block]:
    """What it was made from, how, by whose word, under which licences."""
    return [
        {"kind": "heading", "text": "Methods"},
        {"kind": "facts", "text": _extent(loaded)},
        *corpus.blocks(loaded),
        *_prose(),
        *measured.blocks(),
        *_contact(loaded),
        *correction_log.blocks(loaded),
        *_held(),
        {"kind": "section", "text": "Data and licences"},
        {"kind": "table", "head": ["What", "From"], "rows": LICENCES},
    ]


def _extent(loaded: Loaded) -> str:
    return f"{len(loaded.documents):,} documents · {len(loaded.events):,} events"


def _contact(loaded: Loaded) -> list[shell.Block]:
    """How to report an error: to whom only the project can say."""
    contact = loaded.project.settings.contact
    whom = f"write to {contact}" if contact else "tell whoever gave you this map"
    return [
        {"kind": "section", "text": "If something is wrong"},
        {
            "kind": "text",
            "text": "Open the event, copy its link with “Share” in the header, and "
            f"{whom}: which day, place or status the sentence gives. Where the map may be edited, "
            "“Correct…” on the card mends it at once; every correction is signed, listed below and "
            "can be undone.",
        },
    ]


def _prose() -> list[shell.Block]:
    found: list[shell.Block] = []
    for line in filter(None, TEXT.read_text(encoding="utf-8").splitlines()):
        heading = line.startswith("# ")
        found.append({"kind": "section" if heading else "text", "text": line.removeprefix("# ")})
    return found


def _held() -> list[shell.Block]:
    """Whose word the layer of who held what goes by, zone by zone."""
    zones = json.loads((DATA / "areas" / "control.geojson").read_text(encoding="utf-8"))
    rows = [_zone(zone["properties"]) for zone in zones["features"]]
    return [
        {"kind": "section", "text": "Who held what"},
        {"kind": "text", "text": HELD},
        {"kind": "table", "head": ["Zone", "From", "Held by", "On whose word"], "rows": rows},
    ]


def _zone(zone: dict[str, str]) -> list[str]:
    name = zone["zone"].replace("-", " ").capitalize()
    return [name, zone["from"], f"{zone['holder']} ({zone['basis']})", zone["source"]]
