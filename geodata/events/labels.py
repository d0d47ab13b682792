"""What kind of thing happened, and how sure it is said to be: of each label the likeliest.

Words alone mislead ("detained" by a court or in a riot, "took" a town or a plane), and so does who
speaks. So what the rules answer is one sign beside the words of the sentence, who says it and how;
weights learned from annotated reports (``benchmarks/train_events.py``) weigh them. What a sentence
denies, calls disputed or sets for a day to come in so many words stays so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import NamedTuple, get_args

from geodata.events.attribution import status_by_rule
from geodata.events.features import closed, is_quoting, of_speech
from geodata.events.proposals import Proposal
from geodata.events.views import bare
from geodata.events.when import When, is_future
from geodata.events.where import ON_THE_GROUND
from geodata.records import Category, Status

CATEGORIES: tuple[Category, ...] = get_args(Category)
STATUSES: tuple[Status, ...] = ("reported", "claimed", "confirmed", "planned")
STEM = 6  # letters by which words are told apart

_STOP = frozenset(
    """
    the and for but with from that this its his her their she they you was were are been has had
    have who whom whose which when where while than then there these those also into out about
    more most some such other one two new
    """.split()
)
_TENSES = frozenset(
    """
    will would could may might not no has had have been was were is are to if reportedly allegedly
    apparently
    """.split()
)


class LabelWeights(NamedTuple):
    """By feature, what it adds to the log-odds of each label, in hundredths."""

    category: dict[str, list[int]]
    status: dict[str, list[int]]


@cache
def label_weights() -> LabelWeights:
    """The shipped weights."""
    packed = (files(__package__) / "labels.json").read_text(encoding="utf-8")
    return LabelWeights(**json.loads(packed))


def category(proposal: Proposal) -> Category:
    """The kind of thing that happened."""
    return CATEGORIES[likeliest(label_weights().category, of_category(proposal), len(CATEGORIES))]


def status(proposal: Proposal, when: When | None) -> Status:
    """How sure it is said to be on the day on which it was said."""
    ruled = ruled_status(proposal, when)
    if is_plain(ruled, proposal, when):
        return ruled
    features = of_status(proposal, when, ruled)
    return STATUSES[likeliest(label_weights().status, features, len(STATUSES))]


def is_plain(ruled: Status, proposal: Proposal, when: When | None) -> bool:
    """Whether words leave no doubt: of a denial, a dispute, or a plan for a day that is to come."""
    ahead = when is not None and is_future(when, proposal.reported)
    return ruled not in STATUSES or (ruled == "planned" and ahead)


def likeliest(weights: dict[str, list[int]], features: Iterable[str], labels: int) -> int:
    """The number of the label for which most speaks, the first of equals."""
    found = [weights[feature] for feature in features if feature in weights]
    totals = [sum(column) for column in zip(*found, strict=True)] or [0] * labels
    return totals.index(max(totals))


def ruled_category(proposal: Proposal) -> Category:
    """Of its strongest word; what is only spoken of, and at no place named, is a statement."""
    told, said = proposal.happening.category, proposal.said
    spoken_of = bool(said) and said[0].start < proposal.happening.start
    placed = not (spoken_of and told in ON_THE_GROUND) or _names_a_place(proposal)
    return told if placed else "statement"


def _names_a_place(proposal: Proposal) -> bool:
    return any(where.basis == "stated" for where in proposal.wheres)


def ruled_status(proposal: Proposal, when: When | None) -> Status:
    """By who says it and how; what lies ahead of the day on which it was said is planned."""
    view, happening, reported = proposal.view, proposal.happening, proposal.reported
    planned = happening.mood == "planned" or bool(when and is_future(when, reported))
    if when and when.deadline and reported:
        planned = planned or when.interval.latest > reported
    return status_by_rule(view, proposal.said, happening, proposal.told, planned)


def of_category(proposal: Proposal) -> list[str]:
    """What can be seen of the kind of a happening, as names of features that hold."""
    view, happening, said = proposal.view, proposal.happening, proposal.said
    kind, at = proposal.kind, happening.start
    named = _names_a_place(proposal)
    found = ["bias", f"rule {kind}", f"ruled {ruled_category(proposal)}"]
    found += [f"mood {happening.mood}", f"mood {happening.mood} {kind}", f"word {happening.word}"]
    found += [f"said {bool(said)} {kind}", f"said {bool(said)} named {named}", *of_speech(proposal)]
    found += [f"says first {said[0].start < at} {kind}"] if said else []
    if happening.word:
        found.append(f"before {closed(view.before(at, 1))} {kind}")
        behind = view.after(at + len(happening.word), 4)
        found += [f"{kind} then {stem}" for stem in _stems(behind)]
    found.append("quotes" if is_quoting(view.reading) else "no quotes")
    totals: Counter[str] = Counter()
    clause = view.clause(at)
    for other in proposal.told:
        if other.mood != "unreal":
            totals[other.category] += int(other.weight * 2)
        if view.clause(other.start) == clause:
            found.append(f"clause {other.category} {other.weight >= 2}")
    found += [f"total {name} {min(6, total // 2)}" for name, total in totals.items()]
    return list(dict.fromkeys([*found, *_words(proposal)]))


def _words(proposal: Proposal) -> list[str]:
    """The sentence's words and those of the happening's clause, cut to stems."""
    view = proposal.view
    clause = view.within(*view.clause_around(proposal.happening.start))
    named = (("stem", view.lowers), ("near", clause))
    return [f"{name} {stem}" for name, words in named for stem in _stems(words)]


def _stems(words: Iterable[str]) -> list[str]:
    return [
        bare(word)[:STEM]
        for word in words
        if len(word) > 2 and word not in _STOP and word[0].isalpha()
    ]


def of_status(proposal: Proposal, when: When | None, ruled: Status) -> list[str]:
    """What can be seen of how sure a happening is said to be; ``ruled``: what the rules say."""
    view, happening, said = proposal.view, proposal.happening, proposal.said
    kind, word = proposal.kind, happening.word
    found = ["bias", f"rule {ruled}", f"rule {ruled} {kind}", f"kind {kind}", f"word {word}"]
    found += [f"mood {happening.mood}", f"mood {happening.mood} {kind}", *of_speech(proposal)]
    found.append(f"rule {ruled} says {said[0].kind if said else 'nobody'}")
    if said:
        first = said[0]
        found += [f"own act {first.owns}", f"rule {ruled} verb {first.verb}"]
        found.append(f"says first {first.start < happening.start} {first.kind}")
    if when:
        ahead = is_future(when, proposal.reported)
        found += [f"day {when.basis}", f"ahead {ahead}", f"deadline {when.deadline}"]
    if word:
        found.append(f"before {' '.join(view.before(happening.start, 1))}")
        found.append(f"after {' '.join(view.after(happening.start + len(word), 1))}")
    found.append("quotes" if is_quoting(view.reading) else "no quotes")
    found += [f"has {tense}" for tense in _TENSES.intersection(view.lowers)]
    return list(dict.fromkeys(found))
