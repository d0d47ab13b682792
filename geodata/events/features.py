"""What can be seen of a proposal, its days and its places, as names of features that hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from geodata.events.proposals import Candidate, Proposal
from geodata.events.views import View
from geodata.events.when import When
from geodata.events.where import ON_THE_GROUND, Where

_MODALS = frozenset("would could might should may can must".split())
_NEGATIONS = frozenset("not no never nor n't without neither".split())
_SELF = frozenset("i we my our me us you your".split())
_PRONOUNS = frozenset("it they he she this that these those his her their its there".split())
_OPENERS = _PRONOUNS | frozenset(
    """
    but and yet still meanwhile since after before as while when if although though for in on at
    the a an according by with following during earlier later so what who how both many some most
    even despite more however then
    """.split()
)
_COPULAS = frozenset("is are am remains remain seems seem has have".split())
_PAST = frozenset(
    """
    was were had did said told met held took made came went left began fell struck fled found gave
    shot won lost sent brought broke hit put led sought thought saw spoke became kept fought drove
    """.split()
)
_HEARSAY = frozenset("reportedly allegedly apparently believed thought likely expected".split())
_JUDGING = frozenset(
    """
    war crisis policy strategy power interests question problem future history because whether
    perhaps clearly indeed surely always often rarely
    """.split()
)
_COMMENTING = frozenset(
    """
    analyzes analyses explains predicts expects examines argues argued believes believe thinks think
    suggests suggest considers fear fears hopes hope analyst analysts expert experts
    """.split()
)

_LEADING_BACK = frozenset(
    """
    city town village capital area region province district camp border country scene site base
    hospital school building airport island valley enclave front
    """.split()
)
_ARTICLES = frozenset("the this that its their".split())

# By basis, the signs of a place (how they begin) that mean another thing on the ground.
_CROSSED = {
    "stated": ("follows",),
    "seat": ("speaks",),
    "acts": ("speaks",),
    "about": ("",),
    "nearby": ("",),
}
_TELLING = ("fit", "leads", "clause", "speaks", "owns", "role")  # signs that bear on other places


def of_days(proposal: Proposal) -> list[list[str]]:
    """What speaks for each day of a proposal and against it."""
    return [
        [f"order {min(number, 3)}", *_of_day(proposal, when)]
        for number, when in enumerate(proposal.whens)
    ]


def of_places(proposal: Proposal) -> list[list[str]]:
    """What speaks for each place of a proposal and against it."""
    beside = _beside(proposal)
    return [
        [
            f"order {min(number, 4)}",
            *_of_place(proposal, where),
            *[f"{where.basis} {where.precision} beside {sign}" for sign in beside],
        ]
        for number, where in enumerate(proposal.wheres)
    ]


def _beside(proposal: Proposal) -> list[str]:
    """What else is offered: the place stated first, and how the others were got."""
    first = next((where for where in proposal.wheres if where.basis == "stated"), None)
    bases = {where.basis for where in proposal.wheres}
    found = [f"{proposal.kind} first {first.place.kind if first else None}"]
    if first:
        found += [f"first {sign}" for sign in first.signs if sign.startswith(_TELLING)]
    found += [name for name in ("seat", "back", "before", "named") if name in bases]
    return found


def _of_day(proposal: Proposal, when: When) -> list[str]:
    basis, happening = when.basis, proposal.happening
    others = sum(other.own for other in proposal.whens if other is not when)
    found = ["bias", f"basis {basis}", f"basis {basis} {when.precision}", *when.signs]
    found += [
        f"{proposal.kind} {basis}",
        f"mood {happening.mood} {basis}",
        f"{basis} own {others}",
        f"{basis} position {_position(proposal.view.nth)}",
        f"{basis} background {happening.background}",
    ]
    if proposal.reported:
        age = _age((proposal.reported - when.interval.latest).days)
        found += [f"age {age}", f"age {age} {happening.mood}"]
    words = proposal.view.lowers
    found += [f"{basis} {name}" for name, group in _TENSES if not group.isdisjoint(words)]
    return found


_TENSES = (
    ("had", frozenset({"had"})),
    ("will", frozenset({"will"})),
    ("has", frozenset({"has", "have"})),
    ("is", frozenset({"is", "are"})),
    ("would", frozenset({"would"})),
)


def _of_place(proposal: Proposal, where: Where) -> list[str]:
    basis, happening, kind = where.basis, proposal.happening, where.place.kind
    found = ["bias", f"basis {basis}", f"basis {basis} {where.precision}", *where.signs]
    own = [w for w in proposal.wheres if w.basis == "stated" and w is not where]
    ground = not proposal.spoken and happening.category in ON_THE_GROUND
    crossed = _CROSSED.get(basis, ())
    found += [f"ground {ground} {sign}" for sign in where.signs if sign.startswith(crossed)]
    found += [
        f"kind {kind}",
        f"{basis} kind {kind}",
        f"{proposal.kind} {basis}",
        f"{proposal.kind} {basis} {where.precision}",
        f"ground {ground} {basis}",
        f"ground {ground} {basis} {where.precision}",
        f"ground {ground} {basis} said {bool(proposal.said)}",
        f"mood {happening.mood} {basis}",
        f"word {happening.word} {basis}",
        f"{basis} own {min(2, len(own))}",
        f"{basis} alternatives {min(5, len(proposal.wheres))}",
        f"{basis} position {_position(proposal.view.nth)}",
    ]
    if where.place.kind == "country" and any(
        w.place.country_code == where.place.country_code for w in own
    ):
        found.append("one of its towns is named")
    for speech in proposal.said[:1]:
        found += [f"says {speech.kind} {basis}", f"verb {speech.verb} {basis}"]
    if basis != "stated":
        own_day = proposal.whens[0] if proposal.whens and proposal.whens[0].own else None
        age = "none"
        if own_day and proposal.reported:
            age = _age((proposal.reported - own_day.interval.latest).days)
        found += [f"{basis} age {age}", f"ground {ground} {basis} age {age}"]
    if where.told:
        found += [f"{basis} told {where.told}", f"{basis} {proposal.kind} after {where.told}"]
        found.append(f"{basis} as told {where.told == proposal.kind}")
    if basis == "stated" and proposal.said:
        found.append(f"{proposal.kind} in speech {'side False' in where.signs}")
    return found


def of_event(candidate: Candidate) -> list[str]:
    """What speaks for an event and against it."""
    proposal = candidate.proposal
    manner = tuple(_manner(proposal.view))
    found = [
        "bias",
        *_of_happening(proposal),
        *_of_chosen(candidate),
        *_leading_back(candidate),
        *of_speech(proposal),
        *_of_sentence(proposal.view),
        *manner,
        *_manner_beside(candidate, manner),
    ]
    return list(dict.fromkeys(found))


def _manner_beside(candidate: Candidate, manner: tuple[str, ...]) -> Iterator[str]:
    """How the sentence speaks, beside how its place and its day were got."""
    proposal, when, where, *_ = candidate
    if where:
        got = f"{where.basis} {'own' if when and when.own else 'taken'}"
        for sign in manner:
            yield f"{sign} {got}"
        if not proposal.said:
            yield f"nobody says {got}"
        if proposal.happening.background:
            yield f"background {got}"


def _of_chosen(candidate: Candidate) -> Iterator[str]:
    """Of the day and the place; what the text does not say speaks neither for nor against it."""
    proposal, when, where, day_sure, place_sure = candidate
    if when:
        yield f"day {when.basis} {when.precision}"
        yield f"day sure {int(day_sure * 8)}"
        if proposal.reported:
            age = _age((proposal.reported - when.interval.latest).days)
            yield f"age {age}"
            yield f"age {age} {when.basis}"
        if when.deadline:
            yield "deadline"
        if not when.own:
            yield f"day {when.basis} {_position(proposal.view.nth)}"
    if where:
        own = "own" if when and when.own else "taken"
        yield f"place {where.basis} {where.precision}"
        yield f"place {where.basis} day {own}"
        yield f"place sure {int(place_sure * 8)}"
        yield f"kind {where.place.kind}"


def _leading_back(candidate: Candidate) -> Iterator[str]:
    """Words that lead to a place without naming it, beside how the place was got: "the city"."""
    proposal, where = candidate.proposal, candidate.where
    words = proposal.view.lowers
    basis = where.basis if where else None
    for article, noun in pairwise(words):
        if noun in _LEADING_BACK and article in _ARTICLES:
            yield f"leading {noun} {basis}"
            yield f"leading {noun} {proposal.kind}"
    if "there" in words:
        yield f"leading there {basis}"


def _of_happening(proposal: Proposal) -> Iterator[str]:
    view, happening = proposal.view, proposal.happening
    yield f"category {proposal.kind}"
    yield f"mood {happening.mood}"
    yield f"word {happening.word}"
    yield f"weight {min(4, int(happening.weight))}"
    if happening.background:
        yield "background"
    if proposal.number:
        yield "one of several"
    if happening.word:
        before = view.before(happening.start, 1)
        after = view.after(happening.start + len(happening.word), 1)
        yield f"before {closed(before)}"
        yield f"after {closed(after)}"
        yield f"part {4 * happening.start // max(1, len(view.reading))}"
        yield f"clause {min(3, view.clause(happening.start))}"


_CLOSED = (
    _OPENERS
    | _MODALS
    | _NEGATIONS
    | _COPULAS
    | _PAST
    | frozenset(
        "of to from over into against be been being has have will not to that which who".split()
    )
)


def closed(words: tuple[str, ...]) -> str:
    """A function word as it is, of others the ending alone; "edge" where none stands."""
    if not words:
        return "edge"
    if words[0] in _CLOSED:
        return words[0]
    return "-ed" if words[0].endswith("ed") else "-ing" if words[0].endswith("ing") else "open"


def _age(days: int) -> str:
    for limit, name in ((-1, "future"), (0, "0"), (1, "1"), (7, "7"), (31, "31"), (365, "365")):
        if days <= limit:
            return name
    return "old"


def of_speech(proposal: Proposal) -> Iterator[str]:
    """Of who says it and with what verb."""
    said = proposal.said
    if not said:
        yield "nobody says"
    for speech in dict.fromkeys((s.kind, s.verb) for s in said[:3]):
        yield f"says {speech[0]}"
        yield f"verb {speech[1]}"
    if proposal.happening.word and said:
        yield f"after speech {said[0].start < proposal.happening.start}"


def _of_sentence(view: View) -> Iterator[str]:
    words = view.lowers
    yield f"position {_position(view.nth)}"
    yield f"length {min(5, len(words) // 8)}"
    yield f"section {view.sentence.section.kind} {view.sentence.section.day is not None}"
    opener = words[0] if words else ""
    yield f"opens {opener if opener in _OPENERS else 'other'}"
    yield f"places {min(3, len(view.places))}"
    yield f"dates {min(2, len(view.dates))}"


def _manner(view: View) -> Iterator[str]:
    """How a sentence speaks: of the past, with a quotation, with "if", with numbers."""
    words, reading = view.lowers, view.reading
    present = set(words)
    for name, group in _GROUPS:
        if not group.isdisjoint(present):
            yield name
    if any(word.endswith("ed") for word in present) or not _PAST.isdisjoint(present):
        yield "past"
    if is_quoting(reading):
        yield "quotes inside" if reading[0] not in "“\"‘'" else "quote opens"
    if any(word[0].isdigit() for word in words):
        yield "number"


def is_quoting(reading: str) -> bool:
    """Whether somebody's own words stand in it."""
    return "“" in reading or '"' in reading


_GROUPS = (
    ("modal", _MODALS),
    ("negation", _NEGATIONS),
    ("self", _SELF),
    ("pronoun", _PRONOUNS),
    ("copula", _COPULAS),
    ("will", frozenset({"will", "shall"})),
    ("hearsay", _HEARSAY),
    ("judging", _JUDGING),
    ("comment", _COMMENTING),
    ("if", frozenset("if unless whether".split())),
    ("had", frozenset({"had"})),
    ("since", frozenset({"since"})),
)


def _position(number: int) -> str:
    for limit in (0, 1, 2, 5, 10, 20, 40):
        if number <= limit:
            return str(limit)
    return "late"
