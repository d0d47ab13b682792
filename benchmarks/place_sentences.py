"""Our own sentences on known difficulties: what is found, where it is put, and in which role.

  python benchmarks/place_sentences.py [--show]    --show lists what went wrong

``place_sentences.txt`` was written for this, for many regions; it says how it is to be read.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from geodata.documents import make_document
from geodata.gazetteer import Gazetteer
from geodata.pipeline import annotate
from geodata.readers import Raw
from geodata.records import Place, PlaceMention

SENTENCES = Path(__file__).with_suffix(".txt")
_MARK = re.compile(r"\{([^}]*)\}")
_OWN = ("settlement", "country", "facility")


class Told(NamedTuple):
    """A mention as it should be; "" where nothing is asked."""

    start: int
    end: int
    words: str
    country: str
    kind: str
    role: str


class Tally:
    """What is right of a matter's sentences."""

    def __init__(self) -> None:
        self.sentences = self.whole = self.wanted = self.found = self.placed = 0
        self.roles = self.right_roles = self.extra = 0

    def __str__(self) -> str:
        return (
            f"{self.whole} of {self.sentences} | {self.found} of {self.wanted} | {self.placed} | "
            f"{self.right_roles} of {self.roles} | {self.extra}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    gazetteer = Gazetteer()
    tallies: dict[str, Tally] = {}
    for matter, text, told in sentences(SENTENCES.read_text("utf-8").splitlines()):
        found = annotate(make_document("", Raw(text)), gazetteer).places
        wrong = score(told, found, tallies.setdefault(matter, Tally()))
        if show and wrong:
            print(f"[{matter}] {text!r}: {'; '.join(wrong)}")
    print("| matter | sentences without a mistake | found | well placed | role right | too many |")
    print("|---|---|---|---|---|---|")
    for matter, tally in tallies.items():
        print(f"| {matter} | {tally} |")


def sentences(lines: list[str]) -> Iterator[tuple[str, str, list[Told]]]:
    matter = ""
    for line in lines:
        if line.startswith("# "):
            matter = line[2:]
        elif line and not line.startswith(";"):
            yield matter, *_read(line.replace(r"\n", "\n").replace(r"\r", "\r"))


def _read(line: str) -> tuple[str, list[Told]]:
    text, told, last = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[last : mark.start()]
        words, *asked = mark[1].split(":")
        country, kind, role = [*asked, "", "", ""][:3]
        told.append(Told(len(text), len(text) + len(words), words, country, kind, role))
        text, last = text + words, mark.end()
    return text + line[last:], told


def score(told: list[Told], found: tuple[PlaceMention, ...], tally: Tally) -> list[str]:
    """Count what is right; the answer is what is wrong, in words."""
    by_span = {(m.start, m.end): m for m in found}
    wrong = []
    for one in told:
        mention = by_span.pop((one.start, one.end), None)
        tally.wanted += 1
        if mention is None:
            wrong.append(f"{one.words} is missing")
            continue
        tally.found += 1
        if mention.place and fits(mention.place, one):
            tally.placed += 1
        else:
            wrong.append(f"{one.words} is put at {mention.place}")
        if one.role:
            tally.roles += 1
            tally.right_roles += mention.role.startswith(one.role)
            if not mention.role.startswith(one.role):
                wrong.append(f"{one.words} is taken for {mention.role}")
    wrong += [f"{mention.text} is too many" for mention in by_span.values()]
    tally.extra += len(by_span)
    tally.sentences += 1
    tally.whole += not wrong
    return wrong


def fits(place: Place, told: Told) -> bool:
    kind = place.kind if place.kind in _OWN else "admin" if place.feature_class == "A" else ""
    return told.country in ("", place.country_code) and told.kind in ("", kind)


if __name__ == "__main__":
    main()
