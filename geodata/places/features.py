"""What speaks for and against a span being a toponym: its words, its name, its neighbours."""

from __future__ import annotations

from geodata.places.lexicon import lexicon
from geodata.places.spans import Span
from geodata.places.tokens import EDGE, Tokens


def setting(tokens: Tokens) -> str:
    """How a sentence uses capitals: "plain", "titled" as headlines are, or "shouted"."""
    words = [t for t in tokens.text if t[0].isalpha()]
    if not words:
        return "plain"
    if all(w.isupper() for w in words):
        return "shouted"
    long = [w for w in words if len(w) > 3]
    titled = sum(w[0].isupper() for w in long)
    return "titled" if len(long) > 4 and titled > 0.75 * len(long) else "plain"


def local(tokens: Tokens, span: Span, style: str, others: dict[int, list[Span]]) -> list[str]:
    """Features that the sentence alone gives."""
    i, j = span.first, span.last
    text, lower, capital = tokens.text, tokens.lower, tokens.capital
    known = span.known
    p1, p2, n1, n2 = lower[i - 1], lower[i - 2], lower[j], lower[j + 1]
    pc, nc = _class(tokens, i - 1), _class(tokens, j)
    lex = _lexical(tokens, span)
    kind = known.kind
    shape = _shape(text, i, j)
    start = p1 in (EDGE, '"', "“", "‘", ":", "•", "—")
    left, right = _run(tokens, i, -1), _run(tokens, j, 1)
    features = [
        "b",
        "p1=" + p1,
        "n1=" + n1,
        f"p2={p2}_{p1}",
        f"n2={n1}_{n2}",
        "pc=" + pc,
        "nc=" + nc,
        f"pcc={_class(tokens, i - 2)}_{pc}",
        f"ncc={nc}_{_class(tokens, j + 1)}",
        f"pnc={pc}_{nc}",
        f"k={known.gist}",
        f"kn={kind}{known.many}",
        f"own={known.own}{kind}",
        f"nk={known.name_kind}_{shape}",
        f"nkc={known.name_kind}{pc}_{nc}",
        f"lex={lex}",
        f"lexk={lex}_{kind}",
        f"lexp={lex}_{pc}",
        f"lexn={lex}_{nc}",
        f"kp={kind}_{pc}",
        f"kq={kind}_{nc}",
        f"sh={shape}_{style}",
        f"shl={shape}_{lex}",
        f"st={start}_{lex}",
        f"len={j - i}_{kind}",
        f"code={known.code}",
        f"p1={p1}_{known.fame}",
        f"n1={n1}_{known.fame}",
        f"l={left}_{right}",
    ]
    if left:
        features.append(f"far={lower[i - left]}")
        features.append(f"lg={_flag(lower[i - 1])}_{lex}")
    if right:
        features.append("head=" + lower[j + right - 1])
        features.append(f"rg={_flag(n1)}_{lex}")
    if p1 == "of" and capital[i - 2]:
        features.append("of=" + p2)
    if p1 == "the":
        features.append("the=" + kind)
    if known.demonym:
        features.append("demonym")
    features.extend([f"<{word}" for word in lower[max(0, i - 5) : i - 1] if word.isalpha()])
    features.extend([f">{word}" for word in lower[j + 1 : j + 4] if word.isalpha()])
    if span.hashtag:
        features.append("hashtag")
    features.extend(_neighbours(tokens, span, others))
    if style != "plain":
        features.append(f"{style}{lex}")
        features.append(f"{style}{pc}_{nc}")
    return features


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
    word = tokens.text[at]
    if word == EDGE:
        return word
    if tokens.capital[at]:
        return "C" + _flag(tokens.lower[at])
    if word[0].isalpha():
        return "l" + _flag(word)
    return "0" if word[0].isdigit() else word


def _flag(word: str) -> str:
    """The telling part of a word's flags."""
    flags = lexicon().get(word, "?")
    for flag in "gashbt":
        if flag in flags:
            return flag
    return "?"


def _lexical(tokens: Tokens, span: Span) -> str:
    if span.last - span.first == 1:
        return lexicon().get(tokens.lower[span.first], "?")
    return "many" + ("a" if "a" in lexicon().get(tokens.lower[span.last - 1], "") else "")


def _shape(text: list[str], i: int, j: int) -> str:
    words = [w for w in text[i:j] if w[0].isalpha()]
    if any("." in w for w in words):
        return "dots"
    if all(w.isupper() for w in words):
        return f"caps{min(max(map(len, words)), 5)}"
    return "stop" if text[j - 1] == "." else "title"


def _run(tokens: Tokens, at: int, step: int) -> int:
    """How many capitalised words touch the span on this side, at most three."""
    count = 0
    if step < 0:
        at -= 1
    while count < 3 and tokens.capital[at]:
        count += 1
        at += step
    return count
