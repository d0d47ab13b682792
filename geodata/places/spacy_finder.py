"""Mentions found by a spaCy model, if one is installed: ``pip install 'dateline[spacy]'``.

    finder = spacy_finder("en_core_web_sm")
    geodata.annotate(document, gazetteer, finder=finder)

The model says which words are places; what they mean is decided as for Dateline's own finder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from geodata.gazetteer.names import normalise
from geodata.places import Finder, local_spans, role
from geodata.places.known import Gazetteer, Names, names_of
from geodata.places.model import model as own_model
from geodata.records import Document, PlaceMention, ProjectError, Role, Sentence

USUAL = "en_core_web_sm"
SURE = 0.8  # spaCy says no confidence; the share of its places that LGL and GeoWebNews have, too
BATCH = 200  # sentences
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_PEOPLES = frozenset({"NORP"})
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "morphologizer")


def spacy_finder(model: Any = USUAL, demonyms: bool = False) -> Finder:
    """A finder that asks a spaCy pipeline, given by its name or loaded; it must name entities.

    ``demonyms``: whether words for a people ("NORP") that the gazetteer knows are mentions, too.

    Raises
    ------
    ProjectError
        If spaCy or the model is not installed; the message says how to install it.

    """
    language = _loaded(model) if isinstance(model, str) else model

    def find(
        document: Document,
        sentences: Sequence[Sentence],
        gazetteer: Gazetteer,
        focus: Sequence[str] | None = None,
    ) -> tuple[PlaceMention, ...]:
        names = names_of(gazetteer)
        roles = _roles(sentences, names)
        found = []
        for sentence, named in zip(sentences, _read(language, sentences), strict=True):
            for entity in named:
                start, end = _trimmed(sentence.reading, entity.start_char, entity.end_char)
                candidates = _candidates(sentence.reading[start:end], entity.label_, names)
                people = entity.label_ in _PEOPLES
                if start >= end or (people and not (demonyms and candidates)):
                    continue
                a, b = sentence.span(start, end)
                found.append(
                    PlaceMention(
                        start=a,
                        end=b,
                        text=document.text[a:b],
                        toponym=sentence.reading[start:end],
                        role="metonym" if people else roles.get((a, b), "literal"),
                        confidence=SURE,
                        candidates=candidates,
                    )
                )
        return tuple(found)

    return find


@lru_cache(maxsize=2)
def _loaded(name: str) -> Any:
    try:
        import spacy
    except ImportError as error:
        raise ProjectError(
            'the finder "spacy" needs spaCy; run: pip install "dateline[spacy]", and then: '
            f"python -m spacy download {name}"
        ) from error
    try:
        return spacy.load(name, exclude=_UNUSED)
    except OSError as error:
        raise ProjectError(
            f"spaCy has no model {name}; run: python -m spacy download {name}"
        ) from error


def _read(language: Any, sentences: Sequence[Sentence]) -> Iterable[list[Any]]:
    """The entities of each sentence that may be places, in order; a few sentences at a time."""
    texts = iter([sentence.reading for sentence in sentences])
    longest = max([len(sentence.reading) for sentence in sentences], default=0)
    language.max_length = max(language.max_length, longest + 1)
    while batch := list(islice(texts, BATCH)):
        for read in language.pipe(batch):
            yield [entity for entity in read.ents if entity.label_ in _PLACES | _PEOPLES]


def _trimmed(reading: str, start: int, end: int) -> tuple[int, int]:
    """Without the article and the possessive that spaCy takes in: "the Caucasus", "Baku's"."""
    words = reading[start:end]
    if words[:4].lower() == "the ":
        start += 4
    if words[-2:].lower() in ("'s", "’s"):
        end -= 2
    while start < end and not reading[start].isalnum():
        start += 1
    while start < end and not reading[end - 1].isalnum() and reading[end - 1] not in ".)":
        end -= 1
    return start, end


def _candidates(words: str, label: str, names: Names) -> tuple[Any, ...]:
    if label in _PEOPLES:
        return names.people(words)
    known = names.known(normalise(words))
    return names.places(known) if known else ()


def _roles(sentences: Sequence[Sentence], names: Names) -> dict[tuple[int, int], Role]:
    """What Dateline's own weights say of the role of each name of the gazetteer."""
    weights = own_model()
    return {
        f.sentence.span(*f.tokens.span(f.span.first, f.span.last)): role(f.tokens, f.span, weights)
        for f in local_spans(sentences, names, weights)
    }
