"""Plain text and Markdown: exactly the file's characters; markup is marked, not removed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import yaml

from geodata.readers.raw import Raw, day_of, words_of
from geodata.records import DocumentError, Furniture

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARKUP = re.compile(
    r"""^[ ]{0,3}\#{1,6}[ ]+          # heading marks
      | ^[ ]{0,3}(?:>[ ]?)+           # quotation marks of a block
      | ^[ ]{0,3}(?:[-*_][ ]?){3,}$   # a rule
      | ^[ ]*[-*+][ ]+(?=\S)          # a list's bullets
      | !\[[^\]\n]*\]\([^)\n]*\)      # pictures
      | \[(?=[^\]\n]+\]\([^)\n]+\))   # links keep their words
      | (?<=[^\]\n])\]\([^)\n]+\)
      | \*\*|__(?=\w)|(?<=\w)__       # emphasis
      | (?<![\w*])\*(?=\w)|(?<=[\w.,!?])\*(?![\w*])""",
    re.MULTILINE | re.VERBOSE,
)
_BYTES_THAT_ARE_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_text(path: Path) -> Raw:
    """Plain text: exactly the file's characters; front matter, if any, is read and marked."""
    return _with_front_matter(_characters(path), path)


def read_markdown(path: Path) -> Raw:
    """Markdown: exactly the file's characters, the markup marked as furniture."""
    raw = _with_front_matter(_characters(path), path)
    start = raw.furniture[0].end if raw.furniture else 0
    marks = (
        Furniture(match.start(), match.end(), "markup")
        for match in _MARKUP.finditer(raw.text, start)
        if match.end() > match.start()
    )
    return replace(raw, furniture=(*raw.furniture, *marks))


def _characters(path: Path) -> str:
    content = path.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise DocumentError(encoding_advice(path, "UTF-16"))
    if _BYTES_THAT_ARE_NO_TEXT.search(content[:65536]):
        raise DocumentError(f"{path}: is not text but binary; remove it, or give it its own suffix")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        advice = encoding_advice(path, "WINDOWS-1252")
        raise DocumentError(f"{advice} (first wrong byte on line {line})") from error


def encoding_advice(path: Path, likely: str) -> str:
    """What to do about a file that is not UTF-8."""
    return (
        f"{path}: is not UTF-8; save it as UTF-8, for example: "
        f'iconv -f {likely} -t UTF-8 "{path.name}" > new.txt'
    )


def _with_front_matter(text: str, path: Path) -> Raw:
    match = _FRONT_MATTER.match(text)
    if not match:
        return Raw(text)
    try:
        fields = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f" on line {where.line + 2}" if where else ""
        raise DocumentError(f"{path}: its front matter is not valid YAML{line}; mend it") from error
    if not isinstance(fields, dict):
        return Raw(text)
    published = day_of(fields.get("date", fields.get("published")))
    return Raw(
        text,
        title=words_of(fields.get("title")),
        outlet=words_of(fields.get("outlet")),
        url=words_of(fields.get("url")),
        published=published,
        basis="front matter" if published else None,
        furniture=(Furniture(0, match.end(), "front matter"),),
    )
