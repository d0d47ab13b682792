"""What speaks for and against a span being a toponym: its words, its name, its neighbours."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from geodata.places.lexicon import lexicon, telling
from geodata.places.spans import Span, is_dateline
from geodata.places.tokens import EDGE, PADDING, Tokens
from geodata.places.word_classes import word_class

TITLE_WORDS = 2  # ordinary words with a capital that make few words a headline


def setting(tokens: Tokens) -> str:
    """How a sentence uses capitals: "plain", "titled" as headlines are, or "shouted"."""
    words = [t for t in tokens.text if t[0].isalpha()]
    if not words:
        return "plain"
    if all(w.isupper() for w in words):
        return "shouted"
    long = [w for w in words if len(w) > 3]
    titled = sum(w[0].isupper() for w in long)
    if len(long) > 4:
        return "titled" if titled > 0.75 * len(long) else "plain"
    ordinary = sum("a" in lexicon().get(w.lower(), "") for w in long)
    return "titled" if titled == len(long) and ordinary >= TITLE_WORDS else "plain"


class Named(NamedTuple):
    """What is known of a name without its sentence."""

    lexical: str
    shape: str
    features: tuple[str, ...]


def named(tokens: Tokens, span: Span) -> Named:
    """What speaks for and against the name wherever it stands."""
    lexical, shape = _lexical(tokens, span), _shape(tokens.text, span.first, span.last)
    known = span.known
    own = (known.gist, known.kind, known.many, known.name_kind, known.code, known.demonym)
    return Named(lexical, shape, _of_name(*own, lexical, shape))


def local(
    tokens: Tokens,
    span: Span,
    name: Named,
    style: str,
    others: dict[int, list[Span]],
    stands: str,
) -> list[str]:
    """Features that the sentence alone gives; ``stands`` is what ``beside`` says."""
    i, j = span.first, span.last
    lower, capital = tokens.lower, tokens.capital
    known = span.known
    kind, fame = known.kind, known.fame
    p1, n1 = lower[i - 1], lower[j]
    before, after = _class(tokens, i - 1), _class(tokens, j)
    if n1 == EDGE:  # a headline ends without a full stop
        n1 = after = "."
    lexical, shape, own = name
    features = [
        f"p={p1}",
        f"n={n1}",
        f"pf={p1}_{fame}",
        f"nf={n1}_{fame}",
        f"n2={n1}_{lower[j + 1]}",
        f"pc={before}",
        f"nc={after}",
        f"nc2={after}_{_class(tokens, j + 1)}",
        f"pnc={before}_{after}",
        f"kp={kind}_{before}",
        f"lexn={lexical}_{after}",
        f"sh={shape}_{style}",
        *own,
        *[f"<{word}" for word in lower[max(0, i - 5) : i - 1] if word.isalpha()],
        *[f">{word}" for word in lower[j + 1 : j + 4] if word.isalpha()],
    ]
    if stands:
        features.append(f"by={stands}_{kind}")
    if capital[i - 1]:
        features.append("far=" + lower[_edge(capital, i - 1, -1)])
    if capital[j]:
        features.append("head=" + lower[_edge(capital, j, 1)])
        features.append(f"rg={after}_{lexical}")
    if p1 == "of":
        features.append("of=" + lower[i - 2])
        features.append("oc=" + word_class(lower[i - 2]))
    leads, follows = word_class(p1), word_class(n1)
    if leads:
        features.append(f"pw={leads}")
        features.append(f"pw={leads}_{kind}_{lexical}")
    if follows:
        features.append(f"nw={follows}")
    if i == PADDING and style != "shouted" and shape.startswith("caps") and is_dateline(tokens, j):
        features.append("dateline")
    if span.hashtag:
        features.append("hashtag")
    features.extend(_neighbours(tokens, span, others))
    return features


def beside(tokens: Tokens, span: Span) -> str:
    """Whether the words beside make the name a "person"'s or a "spot"; "" if neither."""
    i, j = span.first, span.last
    before, after = tokens.lower[i - 1], tokens.lower[j]
    if tokens.capital[i - 1] and (word_class(before) == "title" or _given(before)):
        return "person"
    if j - i == 1 and tokens.capital[j] and _given(tokens.lower[i]) and after[0].isalpha():
        return "person" if "a" not in lexicon().get(after, "") else ""
    return "spot" if word_class(before) in ("at", "toward") else ""


def _given(word: str) -> bool:
    flags = lexicon().get(word, "")
    return ("g" in flags or "h" in flags) and "a" not in flags


@lru_cache(maxsize=1 << 13)
def _of_name(
    gist: str,
    kind: str,
    many: str,
    name_kind: str,
    code: str,
    demonym: bool,
    lexical: str,
    shape: str,
) -> tuple[str, ...]:
    """Features of the name itself, wherever it stands."""
    found = (
        "b",
        f"k={gist}",
        f"kn={kind}{many}",
        f"nk={name_kind}_{shape}",
        f"lex={lexical}",
        f"lexk={lexical}_{kind}",
        f"code={code}",
    )
    return (*found, "demonym") if demonym else found


def _neighbours(tokens: Tokens, span: Span, others: dict[int, list[Span]]) -> list[str]:
    """Whether the span lies within another, and whether "City, State" holds together."""
    found = []
    i, j = span.first, span.last
    if any(o.last > j for o in others.get(i, ())):
        found.append("in-longer")
    if any(o.last > i for f in (i - 1, i - 2) for o in others.get(f, ())):
        found.append("in-left")
    if tokens.text[j] == "," or (tokens.text[j] == "("):
        for other in others.get(j + 1, ()):
            if other.known.names:
                held = bool(other.known.names & span.known.regions)
                found.append(f"held={held}_{span.known.kind}")
                break
    if tokens.text[i - 1] == "," and span.known.names:
        before = [o for f in range(i - 5, i - 1) for o in others.get(f, ()) if o.last == i - 1]
        held = any(o.known.regions & span.known.names for o in before)
        found.append(f"holds={held}")
    return found


def _class(tokens: Tokens, at: int) -> str:
    """A capitalised word, a small one, each with what it is known as; a number; a sign."""
    word = tokens.text[at]
    if tokens.capital[at]:
        return "C" + telling(tokens.lower[at])
    if word[0].isalpha():
        return "l" + telling(word)
    return "0" if word[0].isdigit() else word


def _lexical(tokens: Tokens, span: Span) -> str:
    if span.last - span.first == 1:
        return lexicon().get(tokens.lower[span.first], "?")
    words = lexicon()
    if "a" in words.get(tokens.lower[span.last - 1], ""):
        return "manya"
    known = any(word in words for word in tokens.lower[span.first : span.last])
    return "many" if known else "many?"


def _shape(text: list[str], i: int, j: int) -> str:
    words = [w for w in text[i:j] if w[0].isalpha()]
    if any("." in w for w in words):
        return "dots"
    if words and all(w.isupper() for w in words):
        return f"caps{min(max(map(len, words)), 5)}"
    return "stop" if text[j - 1] == "." else "title"


def _edge(capital: list[bool], at: int, step: int) -> int:
    """The last of at most three capitalised words from here on."""
    for _ in range(2):
        if capital[at + step]:
            at += step
    return at
