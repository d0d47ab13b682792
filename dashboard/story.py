"""A story: saved views in an order, each with a caption, kept as ``story.toml`` with the documents.

A step's view is what stands after the ``?`` of a link to it. People may write the file by hand:
``[[step]]`` begins a step, which has ``caption``, ``view`` and, if wanted, ``title``. The story of
the bundled chronicle, once edited, is the user's own and stands with their corrections.
"""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from dashboard import view
from dashboard.answers import Answer, Asked, Question
from geodata.project import Project
from geodata.records import ProjectError

FILE = "story.toml"
MOST_STEPS = 100
LONGEST = {"title": 200, "caption": 2000, "view": 4000}  # characters
_HEAD = """\
# A story: saved views in this order, each with a caption. Made in the dashboard with --edit, or by
# hand: "view" is what stands after the "?" of a link to the view.
"""
_STEP = re.compile(r"^\s*\[\[\s*step\s*\]\]", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Step:
    """A view and what is to be said of it."""

    caption: str
    view: str  # "day=2020-11-09&place=…"
    title: str = ""

    @property
    def words(self) -> dict[str, list[str]]:
        """The view in the vocabulary of `view.parse`."""
        return parse_qs(self.view)


@dataclass(frozen=True, slots=True)
class Story:
    """The steps as they stand in a file; none where there is no file."""

    steps: tuple[Step, ...] = ()
    lang: str = ""  # of the captions, as an HTML ``lang`` has it; "" if not said
    digest: str = ""  # of the file's text, by which a change in the meantime is noticed

    def event(self, number: int | None) -> str | None:
        """The event that a step (counted from 1) opens the card of."""
        if not number or number > len(self.steps):
            return None
        return view.parse(self.steps[number - 1].words).event

    def plain(self) -> dict[str, Any]:
        """The story as the page takes it."""
        steps = [{"title": s.title, "caption": s.caption, "words": s.words} for s in self.steps]
        return {"lang": self.lang, "digest": self.digest, "steps": steps}


def own_file(project: Project) -> Path:
    """Where the project's story is written: beside its corrections."""
    if project.path.is_file():
        return project.path.with_name(f"{project.path.name}.{FILE}")
    return project.corrections.with_name(FILE)


def read(project: Project) -> Story:
    """The project's story; one without steps if it has none.

    Raises
    ------
    ProjectError
        If the file is not a story; says which line or step, and what to write.

    """
    for file in dict.fromkeys([own_file(project), project.path / FILE]):
        if file.is_file():
            return parse(_text_of(file), file.name)
    return Story()


def parse(text: str, name: str = FILE) -> Story:
    """The story that a file's text tells; ``name`` stands in errors."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(f"{name} is not valid TOML ({error}); mend that line") from None
    lines = [text.count("\n", 0, found.end()) + 1 for found in _STEP.finditer(text)]
    rows = said.get("step", [])
    if unknown := said.keys() - {"step", "lang"}:
        raise ProjectError(f"{name}: {min(unknown)} means nothing here; steps begin with [[step]]")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ProjectError(f"{name}: begin each step with [[step]] on a line of its own")
    steps = []
    for number, row in enumerate(rows, 1):
        at = f", line {lines[number - 1]}" if len(lines) == len(rows) else ""
        steps.append(_step(row, f"{name}{at} (step {number})"))
    return Story(tuple(steps), str(said.get("lang", "")), _digest(text))


def as_toml(story: Story) -> str:
    """The file of a story; ``parse(as_toml(story))`` has the same steps."""
    head = _HEAD + (f"lang = {_quoted(story.lang)}\n" if story.lang else "")
    return head + "".join(_step_toml(step) for step in story.steps)


def save(asked: Asked, question: Question) -> Answer:
    """``{"kind": "story.save", "base": digest, "steps": [{"title", "caption", "view"}]}``.

    ``base`` is the digest of the story that the reader changed: what somebody else, or an editor of
    texts, wrote in the meantime is not overwritten.
    """
    if asked.read_only:
        raise ProjectError("This project is shown read-only; its story cannot be changed.")
    project = asked.loaded.project
    old = read(project)
    if question.get("base", "") != old.digest:
        raise ProjectError("The story was changed meanwhile; this change was not saved. Try again.")
    rows = question.get("steps")
    if not isinstance(rows, list) or len(rows) > MOST_STEPS:
        raise ProjectError(f"A story has at most {MOST_STEPS} steps.")
    steps = tuple(_step(row, f"step {number}") for number, row in enumerate(rows, 1))
    _write(own_file(project), as_toml(Story(steps, old.lang)))
    return {}


ANSWERERS = {"story.save": save}


def _step(row: object, where: str) -> Step:
    if not isinstance(row, Mapping):
        raise ProjectError(f"{where}: a step has a caption and a view")
    if unknown := row.keys() - LONGEST.keys():
        raise ProjectError(
            f"{where}: {min(unknown)} is no part of a step; there are title, caption and view"
        )
    said = {}
    for key, longest in LONGEST.items():
        value = row.get(key, "")
        if not isinstance(value, str):
            raise ProjectError(f'{where}: {key} must be text; write {key} = "…"')
        if len(value) > longest:
            raise ProjectError(f"{where}: {key} has more than {longest} characters; shorten it")
        said[key] = _clean(value)
    if not said["caption"]:
        raise ProjectError(f'{where}: has no caption; write caption = "…"')
    return Step(said["caption"], _view(said["view"], where), said["title"])


def _view(written: str, where: str) -> str:
    """The words of a view, also of a whole link; every one of them must mean something."""
    query = re.sub(r"^[^?#]*[?#]", "", written.strip())
    for key, values in parse_qs(query, keep_blank_values=True).items():
        asked = view.parse({key: values})
        if view.is_empty(asked) or asked.story:
            shown = f"{key}={values[0]}"[:60]
            raise ProjectError(
                f"{where}: “{shown}” in view is not understood; copy the view from a link of the "
                "dashboard, what stands after the “?”"
            )
    return query


def _step_toml(step: Step) -> str:
    title = f"title = {_quoted(step.title)}\n" if step.title else ""
    return f"\n[[step]]\n{title}caption = {_quoted(step.caption)}\nview = {_quoted(step.view)}\n"


def _quoted(text: str) -> str:
    """A TOML string; of several lines if the text has several."""
    escaped = text.replace("\\", "\\\\")
    if "\n" in text:
        return '"""\n' + escaped.replace('"""', '""\\"') + '"""'
    return '"' + escaped.replace('"', '\\"') + '"'


def _clean(text: str) -> str:
    """Without what no text file should hold: control characters, halves of characters."""
    lines = text.replace("\r\n", "\n").encode("utf-8", "ignore").decode("utf-8").split("\n")
    return "\n".join(_CONTROL.sub(" ", line).rstrip() for line in lines).strip()


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectError(f"{file.name} cannot be read ({error}); save it as UTF-8") from None


def _write(file: Path, text: str) -> None:
    """Whole or not at all: a reader never finds half a file."""
    new = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8", newline="\n")
        os.replace(new, file)
    except OSError as error:
        raise ProjectError(f"{file} cannot be written ({error.strerror}); allow it") from None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
