"""Dateline's library: news texts in, dated and placed events out.

    documents = geodata.read("folder")       # each text exactly as read, with its date
    for event in geodata.extract(documents): # what happened, where, when, and who says so
        print(event.interval, event.place, event.status, event.evidence.sentence)

``geodata.Gazetteer()`` is an offline geopy geocoder; ``geodata.annotate`` gives every mention of a
place and a date with its offsets. Nothing here knows of Streamlit or Folium, or uses the network.
"""

from typing import TYPE_CHECKING, Any

from geodata.documents import read
from geodata.pipeline import annotate, extract
from geodata.records import Document, Event, GeodataError, Interval, Place

if TYPE_CHECKING:
    from geodata.gazetteer.geocoder import Gazetteer

__all__ = [
    "Document",
    "Event",
    "Gazetteer",
    "GeodataError",
    "Interval",
    "Place",
    "annotate",
    "extract",
    "read",
]


def __getattr__(name: str) -> Any:
    """``Gazetteer`` when it is first asked for: geopy, which it needs, is slow to load."""
    if name != "Gazetteer":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from geodata.gazetteer.geocoder import Gazetteer

    return Gazetteer
