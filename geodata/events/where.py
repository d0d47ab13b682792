"""Where a happening was: which of the places that a sentence names, and how exactly."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from geodata.events.lexicon import SAYING
from geodata.events.views import PlaceAt, View
from geodata.gazetteer import Gazetteer, NameKind, normalise
from geodata.records import Category, Place, PlaceMention, PlacePrecision

_AT = frozenset(
    "in at on near around outside inside into onto over across within throughout".split()
)
_TO = frozenset("to towards toward of against through reached entered along".split())
_GOING = _TO | frozenset("of from via visited visits visit left leave entered toured the".split())
_LEADING = _AT | _TO | frozenset("for the left leave leaving entered took taken held".split())
_FROM = frozenset("from".split())
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
_ITS_LAND = re.compile(r"\bits (?:\w+ )?(?:borders?|territory|soil|coast|frontier)\b")
OFTEN = 3  # times that a text names the place that it is about
UNFIT = -1.5  # fitness; a place that suits worse is where somebody came from
_NEAR = frozenset("near around outside towards toward close outskirts vicinity surrounding".split())
_SPECIFIC = {"settlement": 3.0, "facility": 3.2, "mountain": 2.5, "corridor": 3.0, "water": 1.5}
_BROAD = {"district": 2.4, "region": 1.6, "country": 0.4, "continent": -1.0}
_BACK_REFERENCE = re.compile(
    r"\b(?:the|this|that)\s+(?:\w+\s+){0,2}?(city|town|village|settlement|district|region|area|"
    r"enclave|exclave|corridor|capital|territory|province|camp|border)\b|\b(there)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\s[A-Z]")  # "the Shammas district" leads back to nothing
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?\b")
_WAR = re.compile(
    r"\b(?:(?:First|Second|Third)\s)?([A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)\s(?:[Ww]ar|conflict|crisis)\b"
)
_AT_HOME: frozenset[Category] = frozenset(("protest", "incident", "statement"))
_SETTLED = frozenset("city town village settlement capital camp".split())
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
    sure: float  # 0-1
    others: tuple[Place, ...] = ()


def own_place(view: View, near: int) -> Where | None:
    """The place of the sentence that belongs to the happening at ``near`` in the reading."""
    scenes = [at for at in view.places if _may_be_scene(view, at)]
    ranked = sorted(scenes, key=lambda at: -_fitness(view, at, near))
    if not ranked or _fitness(view, ranked[0], near) < UNFIT:
        return None
    if _leads_back(view, near) and view.clause(ranked[0].start) != view.clause(near):
        return None  # "until Friday to leave the area - one of those under Yerevan's control"
    best = _first_listed(view, scenes, ranked[0])
    place = best.mention.place
    if place is None:
        return None
    others = (at.mention.place for at in ranked[1:] if at.mention.place)
    return Where(
        place,
        best.mention.text,
        precision_of(view, best),
        best.mention.reason or f"“{best.mention.text}” in the sentence",
        best.mention.confidence,
        tuple(dict.fromkeys(p for p in others if p.id != place.id)),
    )


def _leads_back(view: View, near: int) -> bool:
    """Whether the happening's own clause says "the area", "the town"."""
    number = view.clause(near)
    end = view.clauses[number + 1] if number + 1 < len(view.clauses) else len(view.reading)
    return bool(_BACK_REFERENCE.search(view.reading, view.clauses[number], end))


def _may_be_scene(view: View, at: PlaceAt) -> bool:
    """Whether a place can be where it happened: not a government that acts.

    Only countries and capitals stand for governments; after "in" or "over" even they do not.
    """
    place = at.mention.place
    if place is None:
        return False
    governs = place.kind == "country" or place.feature_code in {"PPLC", "PCLI"}
    nearest = _preposition(view, at.start)
    if not governs:
        return at.mention.role == "literal" or nearest in _LEADING
    before = view.before(at.start, 3)
    if nearest == "with" and "border" in before:
        return True
    literal = at.mention.role == "literal" and place.kind == "settlement"
    return (
        nearest in _AT
        or (at.mention.role == "literal" and nearest in _GOING)
        or (literal and _is_listed(view, at))
    )


def _preposition(view: View, index: int) -> str:
    """The word that leads to a name: "in" of "in the north-eastern Syria"; "" at the start."""
    before = view.before(index, 3)
    return next((word for word in reversed(before) if word not in _MODIFIERS), "")


def _is_listed(view: View, at: PlaceAt) -> bool:
    """Whether a capital stands by itself: in a dateline, or after another one it is listed with."""
    before, after = view.reading[: at.start].rstrip(), view.reading[at.end : at.end + 2]
    return (not before and after[:1] in {",", " "} and after != ", ") or before.endswith(" and")


def _first_listed(view: View, scenes: list[PlaceAt], best: PlaceAt) -> PlaceAt:
    """The first of a list such as "Sotk, Goris and Kapan"."""
    first = best
    for at in reversed(scenes):
        between = view.reading[at.end : first.start]
        same = (
            at.mention.place
            and best.mention.place
            and at.mention.place.kind == best.mention.place.kind
        )
        if at.start < first.start and same and between in {", ", " and ", ", and "}:
            first = at
    return first


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
    words = [w.lower for w in view.words if clause <= w.start < at.start][-6:]
    return "near" if any(word in _NEAR for word in words) else "exact"


def inherited_place(
    view: View, category: Category, before: Iterable[Where], salient: Where | None
) -> Where | None:
    """The place of what came before, where the words lead back to it; else the text's own scene."""
    match = _BACK_REFERENCE.search(view.reading)
    if match and not _NAMED.search(match[0]):
        noun = (match[1] or "").lower()
        for where in before:
            settled = where.place.kind in {"settlement", "facility"}
            whole = where.precision == "country"
            if not noun or (not whole and settled == (noun in _SETTLED)):
                return carried(where, f"“{match[0]}”: {where.place.name}, named before", 0.6)
    if category in ON_THE_GROUND and salient:
        return carried(
            salient, f"not named here: {salient.place.name} is what the text is about", 0.45
        )
    return None


def country_acting(view: View, category: Category, gazetteer: Gazetteer | None) -> Where | None:
    """For what happens in a country's own affairs: the country that acts, or whose courts do."""
    if category not in _AT_HOME and not _ITS_LAND.search(view.reading):
        return None
    for at in view.places:
        place = at.mention.place
        if place and at.mention.role == "metonym" and place.kind == "country":
            return Where(place, at.mention.text, "country", f"{place.name}, which acts", 0.5)
    if gazetteer is None or category == "statement":
        return None
    for match in _CAPITALISED.finditer(view.reading):
        country = _demonym(gazetteer, match[0])
        if country:
            return Where(country, match[0], "country", f"“{match[0]}”: of {country.name}", 0.5)
    return None


@lru_cache(maxsize=4096)
def _demonym(gazetteer: Gazetteer, word: str) -> Place | None:
    rows, kinds = gazetteer.matches(normalise(word))
    for row, kind in zip(rows, kinds, strict=True):
        if kind == NameKind.DEMONYM:
            return gazetteer.record(row)
    return None


def region_of_war(view: View, category: Category, gazetteer: Gazetteer | None) -> Where | None:
    """For a war's end or toll: the region that the war is named after."""
    if gazetteer is None or category not in ON_THE_GROUND:
        return None
    for match in _WAR.finditer(view.reading):
        for place in gazetteer.candidates(match[1])[:1]:
            precision: PlacePrecision = "country" if place.kind == "country" else "area"
            if place.kind in {"country", "region", "district"}:
                return Where(place, match[1], precision, f"“{match[0]}”", 0.6)
    return None


def carried(where: Where, reason: str, sure: float, *, loose: bool = False) -> Where:
    """A place that holds on for a sentence that names none, less sure than where it was named.

    ``loose``: no word leads back to it, so that it is known to be about there, and not just there.
    """
    precision = "near" if loose and where.precision == "exact" else where.precision
    return Where(where.place, None, precision, reason, sure * where.sure)


def scene(mentions: Iterable[PlaceMention]) -> Where | None:
    """What a text is about: where its sentences take place that name nothing themselves.

    An area that it names often, else a town, else the country that it names most as a scene.
    """
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for mention in mentions:
        place = mention.place
        if place and mention.role == "literal" and place.kind != "continent":
            counts[place.id] += 1
            places[place.id] = place
    countries = {key: n for key, n in counts.items() if places[key].kind == "country"}
    inside = {key: n for key, n in counts.items() if key not in countries}
    areas = {key: n for key, n in inside.items() if places[key].kind in {"region", "district"}}
    towns = {key: n for key, n in inside.items() if key not in areas}
    for kind, share, of in (
        (areas, 0.15, inside),
        (towns, 0.3, inside),
        (countries, 0.5, countries),
    ):
        best = max(kind, key=lambda key: kind[key], default=None)
        if best and kind[best] >= OFTEN and kind[best] >= share * sum(of.values()):
            return Where(places[best], None, _about(places[best]), "", 0.9)
    return None


def _about(place: Place) -> PlacePrecision:
    """How exactly a text's scene is known to be that of a sentence: never to the town."""
    if place.kind == "country":
        return "country"
    return "area" if place.kind in {"district", "region"} else "near"
