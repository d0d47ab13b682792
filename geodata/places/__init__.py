"""Sentences -> place mentions: the gazetteer's names that a text means as places.

Every name of the gazetteer that occurs is a span; small linear models decide which spans are
toponyms, first by the words around them, then by what the document says elsewhere. Persons,
papers, wars and the like that contain a place's name are not mentions, nor are demonyms.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from geodata.places.evidence import document_features
from geodata.places.features import local, setting
from geodata.places.home import PAIRED, home_bonus, home_countries
from geodata.places.known import Gazetteer, Known, Names, names_of
from geodata.places.model import Model, model, probability
from geodata.places.spans import Span, spans
from geodata.places.tokens import Tokens, tokenise
from geodata.records import Document, PlaceMention, Sentence

_PEOPLES: dict[str, str] = {}  # word -> country, remembered


class Found(NamedTuple):
    """A span in its sentence, with its features and the score they come to."""

    sentence: Sentence
    tokens: Tokens
    span: Span
    features: list[str]
    score: float


def find_places(
    document: Document,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    focus: Sequence[str] | None = None,
) -> tuple[PlaceMention, ...]:
    """The toponyms in order, none resolved; ``confidence`` is that each is a place at all.

    ``focus``: ISO codes of the countries that the project is about.
    """
    weights = model()
    found = local_spans(sentences, names_of(gazetteer), weights)
    rows = document_features(
        [f.span.key for f in found], [f.span.known for f in found], [f.score for f in found]
    )
    extra = _at_home(found, sentences, gazetteer, focus or ())
    scores = [weights.document_score(row) + more for row, more in zip(rows, extra, strict=True)]
    chosen = choose(found, scores, weights.threshold)
    return tuple(mention(document, found[at], scores[at], weights) for at in chosen)


def local_spans(sentences: Sequence[Sentence], names: Names, weights: Model) -> list[Found]:
    """Every span of the gazetteer's names with what its sentence says about it."""
    found: list[Found] = []
    for sentence in sentences:
        tokens = tokenise(sentence.reading)
        here = spans(tokens, names)
        if not here:
            continue
        style = setting(tokens)
        starts = {first: list(group) for first, group in groupby(here, key=lambda s: s.first)}
        for span in here:
            features = local(tokens, span, style, starts)
            found.append(Found(sentence, tokens, span, features, weights.score(features)))
    return found


def _at_home(
    found: Sequence[Found],
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    focus: Sequence[str],
) -> list[float]:
    """For each span what the countries that the text is about, and a paired name, add to it."""
    home = home_countries({id(f.tokens): f.tokens for f in found}.values(), gazetteer, _PEOPLES)
    paired = _paired(found)
    return [
        home_bonus(f.tokens, f.span.first, f.span.last, f.span.known, home, focus)
        + (PAIRED if at in paired else 0.0)
        for at, f in enumerate(found)
    ]


def _paired(found: Sequence[Found]) -> set[int]:
    """Spans of "Name / Other Name" where one place bears both."""
    by_start = {(id(f.tokens), f.span.first): at for at, f in enumerate(found)}
    pairs: set[int] = set()
    for at, f in enumerate(found):
        if f.tokens.text[f.span.last] != "/":
            continue
        other = by_start.get((id(f.tokens), f.span.last + 1))
        if other is not None and _share_a_place(f.span.known, found[other].span.known):
            pairs |= {at, other}
    return pairs


def _share_a_place(one: Known, other: Known) -> bool:
    return not {p.id for p in one.places}.isdisjoint(p.id for p in other.places)


def choose(found: Sequence[Found], scores: Sequence[float], threshold: float) -> list[int]:
    """The likeliest spans that do not overlap, in the order of the text."""
    taken: set[tuple[int, int]] = set()
    chosen = []
    for at in sorted(range(len(found)), key=lambda at: -scores[at]):
        if scores[at] < threshold:
            break
        span = found[at].span
        cells = {(found[at].sentence.start, token) for token in range(span.first, span.last)}
        if taken.isdisjoint(cells):
            taken |= cells
            chosen.append(at)
    return sorted(chosen)


def mention(document: Document, found: Found, score: float, weights: Model) -> PlaceMention:
    tokens, span = found.tokens, found.span
    a, b = tokens.start[span.first], tokens.end[span.last - 1]
    start, end = found.sentence.span(a, b)
    return PlaceMention(
        start=start,
        end=end,
        text=document.text[start:end],
        toponym=found.sentence.reading[a:b],
        role="metonym" if weights.role_score(found.features) > 0 else "literal",
        confidence=round(probability(score), 3),
        candidates=span.known.places,
    )
