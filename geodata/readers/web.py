"""A saved web page -> its text in lines, its parts that are not the article, its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PreformattedString, Tag

from geodata.readers.raw import Raw, day_of
from geodata.records import DocumentError, Furniture

_HIDDEN = frozenset("script style template noscript head svg iframe object canvas select".split())
_FURNITURE = frozenset("nav aside footer form button menu dialog".split())
_FURNITURE_ROLES = frozenset("navigation complementary contentinfo search banner dialog".split())
_INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small
    span strike strong sub sup time tt u var wbr
    """.split()
)
_DATE_FIELDS = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "parsely-pub-date",
    "date",
    "pubdate",
    "publish_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "sailthru.date",
)
_PUBLISHED_IN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]+)"')
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def read_web_page(path: Path) -> Raw:
    """The text a reader sees, a block a line; ``nav``, ``aside`` and ``footer`` are furniture."""
    content = path.read_bytes()
    if b"\x00" in content[:4096] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise DocumentError(f"{path}: is not a web page but binary; remove it")
    soup = BeautifulSoup(content, "lxml")
    text, furniture = _text(soup.body or soup)
    if not text.strip():
        raise DocumentError(f"{path}: this web page has no text; save it with its text")
    published = _published(soup)
    return Raw(
        text,
        title=_meta(soup, "og:title") or _tag_text(soup, "h1") or _tag_text(soup, "title"),
        outlet=_meta(soup, "og:site_name") or _meta(soup, "application-name"),
        url=_meta(soup, "og:url") or _canonical(soup),
        published=published,
        basis="metadata" if published else None,
        furniture=furniture,
    )


def _text(root: Tag) -> tuple[str, tuple[Furniture, ...]]:
    parts: list[str] = []
    furniture: list[Furniture] = []
    length = 0
    opened: list[int] = []
    for piece in _walk(root):
        if piece is _OPEN:
            opened.append(length)
        elif piece is _CLOSE:
            start = opened.pop()
            if length > start and not opened:
                furniture.append(Furniture(start, length, "page"))
        else:
            parts.append(piece)
            length += len(piece)
    return "".join(parts), tuple(furniture)


_OPEN, _CLOSE = "\x00open", "\x00close"


def _walk(root: Tag) -> Iterator[str]:
    """The words in reading order, line breaks around blocks, marks around furniture."""
    stack: list[Tag | NavigableString | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            stack.extend(reversed(list(_inside(node))))
        elif isinstance(node, Comment | PreformattedString):
            continue
        elif isinstance(node, NavigableString):
            if words := _SPACES.sub(" ", node):
                yield words
        else:
            yield node


def _inside(tag: Tag) -> Iterator[Tag | NavigableString | str]:
    if tag.name in _HIDDEN:
        return
    if tag.name == "br":
        yield "\n"
        return
    around = "" if tag.name in _INLINE else "\n\n" if tag.name in ("p", "h1", "h2", "h3") else "\n"
    furniture = tag.name in _FURNITURE or tag.get("role") in _FURNITURE_ROLES
    if around:
        yield around
    if furniture:
        yield _OPEN
    yield from (child for child in tag.children if isinstance(child, Tag | NavigableString))
    if furniture:
        yield _CLOSE
    if around:
        yield around


def _published(soup: BeautifulSoup) -> date | None:
    stated = [_meta(soup, field) for field in _DATE_FIELDS]
    stated += [
        m[1] for tag in soup.find_all("script") for m in _PUBLISHED_IN_JSON.finditer(str(tag))
    ]
    article = soup.find("article") or soup
    if isinstance(article, Tag) and (time := article.find("time", attrs={"datetime": True})):
        stated.append(str(time["datetime"]) if isinstance(time, Tag) else None)
    return next((day for words in stated if words and (day := day_of(words))), None)


def _meta(soup: BeautifulSoup, field: str) -> str | None:
    for attribute in ("property", "name", "itemprop"):
        tag = soup.find(
            "meta", attrs={attribute: re.compile(f"^{re.escape(field)}$", re.IGNORECASE)}
        )
        if isinstance(tag, Tag) and tag.get("content"):
            return _SPACES.sub(" ", str(tag["content"])).strip() or None
    return None


def _tag_text(soup: BeautifulSoup, name: str) -> str | None:
    tag = soup.find(name)
    return _SPACES.sub(" ", tag.get_text(" ")).strip() or None if isinstance(tag, Tag) else None


def _canonical(soup: BeautifulSoup) -> str | None:
    tag = soup.find("link", rel="canonical")
    return str(tag["href"]) if isinstance(tag, Tag) and tag.get("href") else None
