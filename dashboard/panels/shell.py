"""What the pages beside the map share: one component that shows blocks of plain text.

Every string is shown as text, so the words of a document cannot become markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard.bundle import bundle

DOCUMENTS = "documents"
METHODS = "methods"
HERE = Path(__file__).parent
OWN = ("page", "doc", "at")  # words of the address that are not the map's view
Block = dict[str, Any]


def show(title: str, page: str, blocks: Sequence[Block]) -> None:
    """A page of blocks under the header; the links keep the view that the reader came with."""
    links = [
        {"text": "Map", "href": link(), "here": False},
        {"text": "Documents", "href": link(page=DOCUMENTS), "here": page == DOCUMENTS},
        {"text": "Methods", "href": link(page=METHODS), "here": page == METHODS},
    ]
    _page()(
        key=f"page-{page}",
        data={
            "title": title,
            "links": links,
            "blocks": list(blocks),
            "theme": st.query_params.get("theme"),
        },
    )


def message(title: str, lines: Sequence[str]) -> None:
    """One message and nothing else: what went wrong and what to do."""
    blocks = [{"kind": "heading", "text": title}, *({"kind": "text", "text": x} for x in lines)]
    _page()(key="page-message", data={"title": "Dateline", "links": [], "blocks": blocks})


def progress(done: int, total: int) -> None:
    """How many of the documents have been read."""
    words = f"{done} of {total} documents" if total else "Opening the gazetteer and the documents"
    blocks = [
        {"kind": "heading", "text": "Finding places, dates and events"},
        {"kind": "progress", "done": done, "total": total, "text": words},
    ]
    _page()(key="page-progress", data={"title": "Dateline", "links": [], "blocks": blocks})


def link(**words: str) -> str:
    """The address with these words besides those of the view that the reader came with."""
    came = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    kept = [(key, value) for key, value in came if key not in OWN and key not in words]
    return f"./?{urlencode([*words.items(), *kept])}"


@cache
def _page() -> Any:
    style = (HERE / "page.css").read_text(encoding="utf-8")
    return st.components.v2.component("dateline_page", css=style, js=bundle(HERE / "page.js"))
