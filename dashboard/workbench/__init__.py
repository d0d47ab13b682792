"""The workbench: everything on the page but the map, as Streamlit components.

Two of them, because Streamlit sends a component whole whenever its data change: `workbench` carries
the program and the events and never changes; `link` carries the view, the card and the commits, a
few hundred bytes each time. They find each other in the browser (`streamlit.js`, `link.js`).

The program in the order to read it: `mount.js` puts it together; `store.js` holds the state and
what follows from it; `clock.js`, `axis.js`, `words.js` and `keyboard.js` are pure and tested by
node; `motion.js` and `choices.js` change the state; `map_talk.js` talks with the map; each of the
others draws one part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.bundle import bundle, sheets

HERE = Path(__file__).parent
LINK = "dateline-link"  # its key in the session's state


def mount(payload: bytes) -> None:
    """Put the workbench on the page, with the events as `payload.encode` gives them."""
    _workbench()(key="dateline-workbench", data=payload)


def mount_link(
    data: Mapping[str, Any],
    on_commit: Callable[[dict[str, list[str]]], None],
    on_ask: Callable[[object], None],
) -> None:
    """Tell the workbench the view and the card, and hear what the reader did.

    ``on_commit`` gets the words of the address, those of the selected event among them: of two that
    wait for a busy script, Streamlit keeps the later. ``on_ask`` gets a question (`answers.py`);
    the browser sends the next one when it has the answer (`asking.js`).
    """
    _link()(
        key=LINK,
        data=dict(data),
        on_commit_change=lambda: _pass_on("commit", on_commit),
        on_ask_change=lambda: _pass_on("ask", on_ask),
    )


def page_style() -> str:
    """The style of the Streamlit page itself, which makes room for the workbench."""
    return (HERE / "page.css").read_text(encoding="utf-8")


def style() -> str:
    """The style of the workbench, for wherever else it is mounted."""
    return sheets(HERE, "workbench.css")


def _pass_on(trigger: str, hear: Callable[[Any], None]) -> None:
    value = getattr(st.session_state[LINK], trigger, None)
    if value is not None:  # a trigger is None in every run but its own
        hear(value)


@cache
def _workbench() -> Callable[..., Any]:
    script = bundle(HERE / "streamlit.js")
    return st.components.v2.component("dateline_workbench", css=style(), js=script)


@cache
def _link() -> Callable[..., Any]:
    return st.components.v2.component("dateline_link", js=bundle(HERE / "link.js"))
