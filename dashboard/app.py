"""The dashboard: ``streamlit run dashboard/app.py -- [PROJECT] [--read-only]``.

Thin on purpose: it reads the view from the address, loads the project, puts the constant map and
the workbench on the page, and answers what the reader does. All that moves, moves in the browser.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import streamlit as st
from streamlit_folium import st_folium

from dashboard import (
    answers,
    cards,
    corrections,
    downloads,
    event_map,
    ground,
    story,
    text_search,
    view,
    workbench,
)
from dashboard.loading import Loaded, Loading, Shelf
from dashboard.panels import documents, methods, shell
from geodata.records import GeodataError

POLL = 0.25  # seconds between two looks at how far the loading is


def main() -> None:
    """One run of the script."""
    options = _options(sys.argv[1:])
    st.set_page_config(page_title="Dateline", page_icon=_ICON, layout="wide")
    st.html(f"<style>{workbench.page_style()}</style>")
    try:
        _show(_loading(options.project), options)
    except GeodataError as error:
        shell.message("This project cannot be opened", [str(error)])


_ICON = (
    "data:image/svg+xml,"
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><g fill='%23565e67'>"
    "<path d='M2 9h3v5H2zM6.5 2h3v12h-3zM11 6h3v8h-3z'/></g></svg>"
)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dashboard/app.py")
    parser.add_argument("project", nargs="?", type=Path)
    parser.add_argument("--read-only", action="store_true")
    return parser.parse_known_args(arguments)[0]


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    return Shelf()


def _loading(path: Path | None) -> Loading:
    """The project; until it is there the page says how far it is, run after run."""
    loading = _shelf().loading(path)
    if not loading.wait(POLL):
        shell.progress(loading.done, loading.total)
        loading.wait(POLL)
        st.rerun()
    return loading


def _show(loading: Loading, options: argparse.Namespace) -> None:
    """The page that ``?page=`` asks for; without it, the map."""
    loaded = loading.outcome()
    page = st.query_params.get("page", "")
    heading = f"{page.capitalize()} · " if page in _PAGES else ""
    st.set_page_config(page_title=f"{heading}{loaded.project.title} · Dateline")
    if page in _PAGES:
        _PAGES[page](loaded)
    elif not loaded.events:
        documents.show_nothing(loaded)
    else:
        _map_page(loading, loaded, options.read_only)


_PAGES = {shell.DOCUMENTS: documents.show, shell.METHODS: methods.show}


def _map_page(loading: Loading, loaded: Loaded, read_only: bool) -> None:
    channel = st.session_state.setdefault("channel", f"dateline-{uuid4().hex}")
    with st.container(key="dateline-map"):
        built = event_map.build(channel, event_map.serve_assets())
        st_folium(
            built, key=f"map-{channel}", height=600, use_container_width=True, returned_objects=[]
        )
    workbench.mount(loaded.payload)
    reader = st.session_state.setdefault("reader", _Reader())
    reader.take(view.parse({key: st.query_params.get_all(key) for key in st.query_params}))
    _link(loading, loaded, read_only)


@st.fragment
def _link(loading: Loading, loaded: Loaded, read_only: bool) -> None:
    """The wire to the workbench; a commit runs this and nothing else.

    The address is not read here: two commits in quick succession come with the address of before
    the first, which would be taken for the reader going back.
    """
    if loading.outcome() is not loaded:  # somebody corrected it: only the events are sent anew
        st.rerun()
    state = st.session_state["reader"]

    def commit(words: dict[str, list[str]]) -> None:
        state.view = view.parse(_as_words(words))
        st.query_params.from_dict(view.words(state.view))

    def ask(question: object) -> None:
        if isinstance(question, dict):
            state.answer_once(answers.Asked(loaded, read_only), question)

    told, notices = _story(loaded)
    workbench.mount_link(
        {
            "channel": st.session_state["channel"],
            "seq": state.seq,
            "words": view.words(state.view),
            "naming": loaded.project.settings.names,
            "detail": _detail(loaded, state.view.event or told.event(state.view.story)),
            "story": told.plain(),
            "notices": [*_notices(loaded), *notices],
            "ground": ground.offered(loaded.project.path),
            "readOnly": read_only,
            "answer": state.answer,
        },
        commit,
        ask,
    )


# who answers which kind of question
_ANSWERERS: dict[str, answers.Answerer] = {
    "download": downloads.answer,
    "search": text_search.answer,
    **corrections.ANSWERERS,
    **story.ANSWERERS,
    "thanks": answers.nothing,
}


class _Reader:
    """One session: the view that its browser has, and whose word is the newest.

    `seq` rises when Python changes the view - the first run, back and forward - and only then does
    the browser take the view over; echoing its own commits would undo what it did since.
    """

    def __init__(self) -> None:
        self.view = view.View()
        self.seq = 0
        self.answer: answers.Answer | None = None

    def answer_once(self, asked: answers.Asked, question: answers.Question) -> None:
        """Answer a question; one that the browser repeats has its answer already."""
        if self.answer is None or self.answer["id"] != question.get("id"):
            self.answer = answers.answer(asked, question, _ANSWERERS)

    def take(self, asked: view.View) -> None:
        if asked != self.view:
            self.view = asked
            self.seq += 1


def _as_words(value: object) -> dict[str, list[str]]:
    """What the browser sent, if it has the shape of words; a page can send anything."""
    if not isinstance(value, dict):
        return {}
    return {
        str(key): [str(item) for item in values]
        for key, values in value.items()
        if isinstance(values, list)
    }


def _detail(loaded: Loaded, event: str | None) -> dict[str, Any] | None:
    found = loaded.events.get(event) if event else None
    if found is None:
        return None
    made = corrections.made_of(loaded, found.id)
    card = cards.detail(found, loaded.documents, loaded.project.settings.sides)
    said = corrections.status_said(made, found) or card["status_said"]
    return {**card, "status_said": said, "corrections": made}


def _story(loaded: Loaded) -> tuple[story.Story, list[dict[str, Any]]]:
    """The story; a file that is none is said, and the map opens without."""
    try:
        return story.read(loaded.project), []
    except GeodataError as error:
        return story.Story(), [{"key": "story", "lines": [str(error)]}]


def _notices(loaded: Loaded) -> list[dict[str, Any]]:
    """What the reader should know of the input; the page has the words of each ``key``."""
    notices: list[dict[str, Any]] = []
    if loaded.refused:
        lines = [str(error) for error in loaded.refused]
        notices.append({"key": "refused", "count": len(lines), "lines": lines})
    if failure := ground.failure(loaded.project.path):
        notices.append({"key": "ground", "lines": [failure]})
    return notices


if __name__ == "__main__":
    main()
