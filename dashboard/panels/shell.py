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


class Address:
    """Where the reader came from: the words of the address, which every link keeps."""

    def __init__(self, words: Sequence[tuple[str, str]] = ()) -> None:
        self._words = tuple(words)

    def get(self, key: str) -> str:
        """The first value of a key; "" if the address does not say."""
        return next((value for name, value in self._words if name == key), "")

    def link(self, **words: str | None) -> str:
        """The address with these words besides those of the map's view; None leaves one out."""
        left_out = (*OWN, *words)
        kept = [(key, value) for key, value in self._words if key not in left_out]
        said = [(key, value) for key, value in words.items() if value is not None]
        return f"./?{urlencode([*said, *kept])}"


def address() -> Address:
    """That of this run."""
    return Address([(key, value) for key in st.query_params for value in _values(key)])


def show(title: str, page: str, blocks: Sequence[Block]) -> None:
    """A page of blocks under the header; the links keep the view that the reader came with."""
    here = address()
    links = [
        {"text": "Map", "href": here.link(), "here": False},
        {"text": "Documents", "href": here.link(page=DOCUMENTS), "here": page == DOCUMENTS},
        {"text": "Methods", "href": here.link(page=METHODS), "here": page == METHODS},
    ]
    data = {"title": title, "links": links, "blocks": list(blocks), "theme": here.get("theme")}
    _page()(key=f"page-{page}", data=data)


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


def _values(key: str) -> list[str]:
    return list(st.query_params.get_all(key))


@cache
def _page() -> Any:
    style = (HERE / "page.css").read_text(encoding="utf-8")
    return st.components.v2.component("dateline_page", css=style, js=bundle(HERE / "page.js"))
