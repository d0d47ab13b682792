"""Where a happening was: which of the places that a sentence names, and how exactly."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from geodata.events.lexicon import SAYING
from geodata.events.views import PlaceAt, View, with_possessives
from geodata.records import Category, Place, PlacePrecision

_AT = frozenset(
    "in at on near around outside inside into onto over across within throughout".split()
)
_TO = frozenset("to towards toward of against through reached entered along".split())
_GOING = _TO | frozenset("of from via visited visits visit left leave entered toured the".split())
_LEADING = _AT | _TO | frozenset("for the left leave leaving entered took taken held".split())
_FROM = frozenset("from".split())
_LEADERS = _LEADING | _GOING | _FROM | frozenset("of by with and between its their s".split())
_FOLLOWERS = frozenset(
    """
    and or but in on at to of for from by with after before as when while where who which that than
    is are was were has have had will would since during near
    """.split()
)
_COMERS = frozenset("delegation refugees came arrived visitors envoy team residents people".split())
_MODIFIERS = frozenset(
    """
    the a its their northern southern eastern western central north south east west north-east
    north-west south-east south-west northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern north-eastern north-western south-eastern
    south-western upper lower greater nearby neighbouring neighboring war-torn rebel-held
    """.split()
)
_HOME = re.compile(
    r"\b(?:formerly|originally|born|native|natives) (?:of|in|from) [\w’' -]*(?:, )?$"
)
_PASSED = frozenset("pass passed handed ceded returned given transferred over".split())
_POSSESSIVE = ("'s ", "’s ")
_CLOCK = (" time", " local time")  # "at noon Moscow time"
_STOCK = ("-born", "-based", "-bred", "-educated")  # of whom, and not where
_GOES_ON = re.compile(r" [A-Z]\w*[a-z]")
_BODY = re.compile(  # that bears the name of a place, and is mostly elsewhere: no hospital, no club
    r"(?: (?:[A-Z][\w’'-]*|and|for|of|the)){0,4} (?:[Pp]arty"
    r"|Accords?|Agency|Agreement|Army|Battalions?|Brigades?|Campaign|Conference|Convention|Division"
    r"|Forum|Foundation|Front|Fund|Herald|Institute|Journal|Memorandum|Monitor|Movement|Network"
    r"|Observatory|Pact|Policy|Post|Process|Program(?:me)?|Project|Protocols?|Regiment|Team|Times"
    r"|Treaty|Tribune)\b"
)
_PALACE = "PAL"  # feature codes of GeoNames
_GOVERNING = frozenset(("PPLC", "PCLI", _PALACE))
MOST = 4  # places of a sentence that may be its scene
UNFIT = -1.5  # fitness; a place that suits worse is where somebody came from
_NEAR = frozenset("near around outside towards toward close outskirts vicinity surrounding".split())
_AWAY = re.compile(  # "south of Barentu", "20 km from Barentu"
    r"\b(?:(?:north|south|east|west)(?:-?east|-?west)? of"
    r"|(?:km|kilomet(?:re|er)s?|miles?|hours?) (?:away )?from) (?:the )?(?:\w+ (?:of )?)?$",
    re.IGNORECASE,
)
_APART = frozenset(  # what is named after a town, and is mostly some way out of it
    """
    camp camps airbase airfield airstrip barrage base checkpoint countryside crossing dam oilfield
    prison
    """.split()
)
_OF_APART = frozenset("refugee displacement detention air border military oil".split())
_SPECIFIC = {"settlement": 3.0, "facility": 3.2, "mountain": 2.5, "corridor": 3.0, "water": 1.5}
_BROAD = {"district": 2.4, "region": 1.6, "country": 0.4, "continent": -1.0}
_BACK_NOUNS = (
    "city town village settlement district region area enclave exclave corridor capital territory "
    "province camp border"
).split()
_BACK_REFERENCE = re.compile(
    rf"\b(?:the|this|that)\s+(?:\w+\s+){{0,2}}?({'|'.join(_BACK_NOUNS)})\b|\b(there)\b",
    re.IGNORECASE,
)
_BACK_WORDS = with_possessives((*_BACK_NOUNS, "there"))
ON_THE_GROUND: frozenset[Category] = frozenset(
    ("combat", "shelling", "territorial", "ceasefire", "deployment", "humanitarian", "incident")
)


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a happening and how it was got."""

    place: Place
    text: str | None
    precision: PlacePrecision
    reason: str
    others: tuple[Place, ...] = ()
    basis: str = "stated"  # how it was got: stated, back, before, named, seat, acts, war, about
    fits: bool = False  # the sentence names it as its scene, without a second reading
    signs: tuple[str, ...] = ()  # what speaks for it and against it, for the judge
    told: str = ""  # the kind of happening that was told of it, of one that is carried on
    actor: str = ""  # who acts there, as the sentence calls them, of a seat or a state


def own_place(view: View, near: int) -> Where | None:
    """The place of the sentence that belongs to the happening at ``near`` in the reading."""
    return next((where for where in own_places(view, near) if where.fits), None)


def own_places(view: View, near: int) -> Iterator[Where]:
    """Every place that the sentence names as a scene, the one that suits best first."""
    scenes = [at for at in view.places if at.mention.place and _may_be_scene(view, at)]
    if not scenes:
        return
    leads_back = _leads_back(view, near)
    ranked = [(_fitness(view, at, near), at) for at in scenes]
    ranked.sort(key=lambda pair: -pair[0])
    fit, best = ranked[0]
    listed = _listed(view, scenes, best)  # of a list the first stands for all
    ranked = [(fit, listed[0]), *(pair for pair in ranked if pair[1] not in listed)]
    suited = [pair for pair in ranked if pair[0] >= UNFIT]
    every = [at for _, at in ranked] + listed[1:]
    for number, pair in enumerate(suited[:MOST]):
        yield _stated(view, every, pair, number, near, leads_back)


def _stated(
    view: View,
    every: list[PlaceAt],
    suited: tuple[float, PlaceAt],
    number: int,
    near: int,
    leads_back: bool,
) -> Where:
    fit, at = suited
    place = at.mention.place
    assert place is not None
    others = (other.mention.place for other in every if other is not at)
    same_clause = view.clause(at.start) == view.clause(near)
    return Where(
        place,
        at.mention.text,
        precision_of(view, at),
        at.mention.reason or f"“{at.mention.text}” in the sentence",
        tuple(dict.fromkeys(p for p in others if p and p.id != place.id)),
        # "until Friday to leave the area - one of those under Yerevan's control"
        fits=fit >= UNFIT and (same_clause or not leads_back),
        signs=(
            f"rank {min(2, number)}",
            f"fit {max(-3, min(5, round(fit)))}",
            f"clause {same_clause}",
            f"leads back {leads_back}",
            *_signs(view, at, near),
        ),
    )


def _signs(view: View, at: PlaceAt, near: int) -> tuple[str, ...]:
    """What can be seen of a place in its sentence, as names of signs that hold."""
    leading = _preposition(view, at.start)
    return (
        f"role {at.mention.role}",
        f"leads {leading if leading in _LEADERS else 'other' if leading else 'edge'}",
        f"side {at.start < near}",
        f"owns {view.reading.startswith(_POSSESSIVE, at.end)}",
        f"opens {at.start < 6}",
        f"speaks {not SAYING.isdisjoint(view.after(at.end, 1))}",
        f"follows {_what_follows(view, at.end)}",
        f"sure {int(at.mention.confidence * 4)}",
    )


def _what_follows(view: View, end: int) -> str:
    """A mark, a possessive, a function word or another one: "the Shammas frontline"."""
    reading = view.reading
    if reading.startswith(_POSSESSIVE, end):
        return "possessive"
    if end >= len(reading) or reading[end] in ".,;:)—–":
        return "mark"
    word = next(iter(view.after(end, 1)), "")
    if word in _FOLLOWERS:
        return word
    return "-ed" if word.endswith("ed") else "word"


def _leads_back(view: View, near: int) -> bool:
    """Whether the happening's own clause says "the area", "the town"."""
    return back_reference(view, *view.clause_around(near)) is not None


def back_reference(view: View, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
    """The first words of ``reading[start:end]`` that lead back to a place: "the city", "there"."""
    if _BACK_WORDS.isdisjoint(view.lowers):  # the usual case, and quick
        return None
    return _BACK_REFERENCE.search(view.reading, start, end)


def _may_be_scene(view: View, at: PlaceAt) -> bool:
    """Whether a place can be where it happened: not a government that acts.

    Only countries and capitals stand for governments; after "in" or "over" even they do not.
    """
    place = at.mention.place
    if place is None or view.reading.startswith((*_CLOCK, *_STOCK), at.end):
        return False
    if is_palace(place) and view.reading.startswith(_POSSESSIVE, at.end):
        return False  # "on the Kremlin's website"
    nearest = _preposition(view, at.start)
    if _BODY.match(view.reading, at.end):
        return False
    if not governs(place):
        leads = nearest in _LEADING and not _GOES_ON.match(view.reading, at.end)
        return at.mention.role == "literal" or leads
    before = view.before(at.start, 3)
    if nearest == "with" and "border" in before:
        return True
    literal = at.mention.role == "literal" and place.kind == "settlement"
    return (
        nearest in _AT
        or (at.mention.role == "literal" and nearest in _GOING)
        or (literal and _is_listed(view, at))
    )


def governs(place: Place) -> bool:
    """Whether a name may stand for a government: a country's, its capital's, its palace's."""
    return place.kind == "country" or place.feature_code in _GOVERNING


def is_palace(place: Place) -> bool:
    """Whether it is a building in which a government or a head of state sits."""
    return place.feature_code == _PALACE


def _preposition(view: View, index: int) -> str:
    """The word that leads to a name: "in" of "in the north-eastern Syria"; "" at the start."""
    before = view.before(index, 3)
    return next((word for word in reversed(before) if word not in _MODIFIERS), "")


def _is_listed(view: View, at: PlaceAt) -> bool:
    """Whether a capital stands by itself: in a dateline, or after another one it is listed with."""
    before, after = view.reading[: at.start].rstrip(), view.reading[at.end : at.end + 2]
    return (not before and after[:1] in {",", " "} and after != ", ") or before.endswith(" and")


def _listed(view: View, scenes: list[PlaceAt], best: PlaceAt) -> list[PlaceAt]:
    """The members of a list such as "Sotk, Goris and Kapan" up to ``best``, itself the last."""
    listed = [best]
    for at in reversed(scenes):
        between = view.reading[at.end : listed[0].start]
        same = (
            at.mention.place
            and best.mention.place
            and at.mention.place.kind == best.mention.place.kind
        )
        if at.start < listed[0].start and same and between in {", ", " and ", ", and "}:
            listed.insert(0, at)
    return listed


def _fitness(view: View, at: PlaceAt, near: int) -> float:
    """How well a place suits as the scene: specific, after "in", near to the happening's word."""
    place = at.mention.place
    if place is None:
        return -9.0
    value = _SPECIFIC.get(place.kind, _BROAD.get(place.kind, 0.5))
    before = view.before(at.start, 4)
    nearest = before[-1] if before else ""
    second = before[-2] if len(before) > 1 else ""
    if nearest in _AT or second in _AT:
        value += 1.2
    elif nearest in _TO or second in _TO:
        value += 0.5
    if nearest in _FROM or (second in _FROM and nearest in {"the", "its"}):
        value -= 5.0 if any(word in _COMERS for word in view.before(at.start, 5)) else 3.0
    if any(word in SAYING for word in view.after(at.end, 1)):
        value -= 3.0  # "officials in Yerevan said"
    if _HOME.search(view.reading, max(0, at.start - 60), at.start):
        value -= 5.0  # "formerly of Accrington, Lancashire"
    if view.reading.startswith(_POSSESSIVE, at.end):
        value -= 1.5  # "Yerevan's control"
    if nearest == "to" and second in _PASSED:
        value -= 3.0  # "passed to Azerbaijan"
    apart = max(at.start - near, near - at.end, 0)
    value -= min(1.5, apart / 80)
    return value - (1.0 if view.clause(at.start) != view.clause(near) else 0.0)


def precision_of(view: View, at: PlaceAt) -> PlacePrecision:
    """How exactly the words say where: in the town, near it, in an area, in a country."""
    place = at.mention.place
    if place is None:
        return "none"
    if place.kind in {"country", "continent"}:
        return "country"
    if place.kind in {"district", "region", "corridor", "water"}:
        return "area"
    clause = view.clauses[view.clause(at.start)]
    words = view.within(clause, at.start)[-6:]
    if not _NEAR.isdisjoint(words) or _AWAY.search(view.reading, max(0, at.start - 40), at.start):
        return "near"
    return "near" if place.kind == "settlement" and _names_a_site(view, at) else "exact"


def _names_a_site(view: View, at: PlaceAt) -> bool:
    """Whether a town's name stands for what lies beside it: "Zaatari refugee camp"."""
    if not view.reading.startswith(" ", at.end):
        return False
    noun, *more = view.after(at.end, 2) or ("",)
    return noun in _APART or (noun in _OF_APART and not _APART.isdisjoint(more))
