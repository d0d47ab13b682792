"""Sentences -> place mentions: the gazetteer's names that a text means as places.

Every name of the gazetteer that occurs is a span; small linear models decide which spans are
toponyms, first by the words around them, then by what the document says elsewhere. Persons,
papers, wars and the like that contain a place's name are not mentions, nor are demonyms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from geodata.places.demonyms import with_demonyms
from geodata.places.evidence import COUNTRY, document_features
from geodata.places.features import beside, local, named, setting
from geodata.places.home import home_bonus
from geodata.places.known import Gazetteer, Names, is_seat, names_of
from geodata.places.lists import listed
from geodata.places.model import Model, model, probability
from geodata.places.role import doubt, role_features, standing
from geodata.places.shouting import calmed, quietened
from geodata.places.sites import is_site
from geodata.places.spans import Span, apart, spans
from geodata.places.tokens import Tokens
from geodata.records import Document, PlaceMention, Role, Sentence

# What finds the mentions of a document: its sentences, the gazetteer, and the ISO codes of the
# countries that the project is about. The mentions come in the order of the text, do not overlap,
# and hold what the gazetteer knows of their names as ``candidates``, most prominent first.
Finder = Callable[
    [Document, Sequence[Sentence], Gazetteer, Sequence[str] | None], tuple[PlaceMention, ...]
]


# Log-odds of a name by itself ("Of", a town of Turkey) that no sentence mends: below it are a third
# of the spans of LGL and GeoWebNews, and the finder takes one of them.
HOPELESS = -5.5
# Log-odds for the buildings that governments sit in: the texts that the weights were learned from
# do not count "the Kremlin said" as a place; a reader's map does.
SEAT = 6.0
# For a name that a noun behind it makes a site, "al-Hawl refugee camp", if the document names other
# places of a country that has one so called: "the Yarmouk district" of Khartoum is not in Damascus.
SITE = 3.0
AMONG = 0.2  # how much of the country is named elsewhere, as ``document_features`` has it
BLOCK = 500_000  # characters; what is farther away in a huge document says nothing more


class Found(NamedTuple):
    """A span in its sentence, and what its sentence makes of it."""

    sentence: Sentence
    tokens: Tokens
    span: Span
    beside: str  # whether a "person" or a "spot" is spoken of, by the words beside
    score: float  # log-odds that it is a toponym
    features: Sequence[str] = ()  # kept for training only: they are many


def find_places(
    document: Document,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    focus: Sequence[str] | None = None,
    demonyms: bool = False,
) -> tuple[PlaceMention, ...]:
    """The toponyms in order, none resolved; ``confidence`` is that each is a place at all.

    ``focus``: ISO codes of the countries that the project is about. ``demonyms``: whether words for
    a people are mentions, too, of its country.
    """
    weights = model()
    names = names_of(gazetteer)
    mentions = tuple(
        mention
        for block in _blocks(sentences)
        for mention in _of_block(document, block, names, weights, focus or ())
    )
    return with_demonyms(document, sentences, mentions, names) if demonyms else mentions


def _blocks(sentences: Sequence[Sentence]) -> Iterator[Sequence[Sentence]]:
    """The sentences of a document; of a huge one as many together as memory is to be had for."""
    first = 0
    for at, sentence in enumerate(sentences):
        if sentence.end - sentences[first].start > BLOCK and at > first:
            yield sentences[first:at]
            first = at
    yield sentences[first:]


def _of_block(
    document: Document,
    sentences: Sequence[Sentence],
    names: Names,
    weights: Model,
    focus: Sequence[str],
) -> Iterator[PlaceMention]:
    found = local_spans(sentences, names, weights)
    scores = judge(found, [f.score for f in found], names, weights, focus)
    for at in choose(found, scores, weights.threshold):
        yield mention(document, found[at], scores[at], names, weights)


def local_spans(
    sentences: Sequence[Sentence], names: Names, weights: Model, keep: bool = False
) -> list[Found]:
    """Every span of the gazetteer's names with what its sentence says about it."""
    found: list[Found] = []
    read: dict[str, list[Found]] = {}  # pages repeat their lines; each is looked at once
    for sentence in sentences:
        before = read.get(sentence.reading)
        if before is None:
            read[sentence.reading] = here = _of_sentence(sentence, names, weights, keep)
            found += here
        else:
            found += [each._replace(sentence=sentence) for each in before]
    return found


def _of_sentence(sentence: Sentence, names: Names, weights: Model, keep: bool) -> list[Found]:
    tokens = Tokens(sentence.reading)
    here = spans(tokens, names)
    if not here:
        return []
    style = setting(tokens)
    if style == "shouted":
        tokens = calmed(tokens, names)
        here = spans(tokens, names)
    elif style == "titled":
        tokens = quietened(tokens, here, names)
    starts = {first: list(group) for first, group in groupby(here, key=lambda s: s.first)}
    found = []
    for span in here:
        name = named(tokens, span)
        if not keep and not is_seat(span.known) and weights.score(name.features) < HOPELESS:
            continue
        stands = beside(tokens, span)
        features = local(tokens, span, name, style, starts, stands)
        kept = features if keep else ()
        found.append(Found(sentence, tokens, span, stands, weights.score(features), kept))
    return found


def judge(
    found: Sequence[Found],
    scores: Sequence[float],
    names: Names,
    weights: Model,
    focus: Sequence[str] = (),
) -> list[float]:
    """Log-odds of each span in the light of the whole document; ``scores`` are the local ones."""
    rows = document_rows(found, scores)
    extra = home_bonus([(f.sentence.start, f.tokens, f.span) for f in found], names, focus)
    return [
        weights.document_score(row)
        + more
        + (SEAT if is_seat(f.span.known) else 0.0)
        + (SITE if row[COUNTRY] > AMONG and is_site(f.tokens, f.span) else 0.0)
        for f, row, more in zip(found, rows, extra, strict=True)
    ]


def document_rows(found: Sequence[Found], scores: Sequence[float]) -> list[list[float]]:
    """For each span what the document says of it, as numbers, the first always 1."""
    rows = document_features(
        [f.span.key for f in found],
        [f.span.known for f in found],
        scores,
        [f.beside for f in found],
    )
    lists = listed([(f.sentence.start, f.tokens, f.span) for f in found], scores)
    return [[*row, *own] for row, own in zip(rows, lists, strict=True)]


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


def role(tokens: Tokens, span: Span, weights: Model) -> Role:
    """Whether the toponym is the place itself, or stands for its government or people."""
    stands = standing(tokens, span)
    score = weights.role_score(role_features(tokens, span, stands)) - doubt(stands)
    return "metonym" if score > 0 else "literal"


def mention(
    document: Document, found: Found, score: float, names: Names, weights: Model
) -> PlaceMention:
    """The span as a mention; ``score`` is its log-odds of being a place at all."""
    tokens, span = found.tokens, found.span
    a, b = tokens.span(span.first, span.last)
    start, end = found.sentence.span(a, b)
    words = found.sentence.reading[a:b]
    return PlaceMention(
        start=start,
        end=end,
        text=document.text[start:end],
        toponym=apart(words) if span.hashtag else words,
        role=role(tokens, span, weights),
        confidence=round(probability(score), 3),
        candidates=names.places(span.known),
    )
