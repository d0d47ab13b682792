"""Whether a toponym is the place itself, or stands for its government or people ("Baku confirmed").

Asked only of the spans that are taken for toponyms; the weights are learned apart from those that
find them. What tells is the word that governs the name, what the name governs, and whether the
place is one that governs at all: a capital speaks, a village hardly ever does.
"""

from __future__ import annotations

from typing import NamedTuple

from geodata.places.known import is_seat
from geodata.places.spans import Span, is_dateline
from geodata.places.tokens import EDGE, PADDING, Tokens

MUTE = 0.5  # log-odds by which a place that governs nothing is the less likely to speak
GONE_TO = 1.0  # and one that is fled, entered or shelled, or of which a part is named
VOICE = 3.0  # by which a government is the likelier to be meant where "pressure from" it is told
DEALT_WITH = 0.5  # by which one that is dealt with, told or itself says is the likelier to
CERTAIN = 30.0  # log-odds
REACH = 6  # tokens that are looked over for the word that governs a list of names
FAR = 10  # tokens in which "were shelled" may come
WIDE = 6  # tokens to each side in which words of dealings between states count

_WORDS = {
    # what lies in or at a place: "Armenia's border", "the Karabakh region"
    "spot": "airport airspace area areas avenue base beach beaches border borders bridge bureau "
    "camp capital capitals center centre church cities city coast correspondent corridor "
    "countryside desert district downtown east eastern edge editor enclave forest front "
    "frontier half heart heights highway hills hospital hotel island islands lake line "
    "majority margins middle mine mosque mountains municipality neighborhood neighbourhood "
    "north northeast northern northwest office outskirts park part parts pass peninsula plain "
    "plateau port prison province provinces railway region regions reservoir resident "
    "residents resort rest river road roads school sea seaside shore south southeast southern "
    "southwest square station street streets suburb suburbs temple territories territory town "
    "towns university valley village villages waters west western whole zone",
    # what a state or its people have: "Turkey's government", "the US military"
    "state": "administration ambassador army authorities budget cabinet campaign centenary coach "
    "congress constitution consulate court culture currency defence defense delegation "
    "democracy diplomacy diplomat diplomats economic economy election elections embassy envoy "
    "finance foreign government history ideology industry intelligence interests interior "
    "invasion king lawmakers leader leaders leadership legislature military minister "
    "ministers ministry navy nuclear officials opposition parliament people police policy "
    "politicians population president presidential prime queen regime relations "
    "representative role rulers sanctions security senate senator soldiers sovereignty "
    "spokesman spokesperson spokeswoman squad state system team trade treasury troops victory "
    "war",
    # what only a government or a people does
    "says": "accepted accused accuses agreed agrees announced announces argued asked asks backed "
    "backs believes blamed blames called calls cancelled claimed claims condemned condemns "
    "confirmed confirms considers criticised criticized decided decides declared declares "
    "defeated demanded demands denied denies expects failed fears feels hopes imposed "
    "insisted insists intends intervened invaded invested knows launched lost needs "
    "negotiated offered opposes ordered plans pledged pressed promised proposed recalled "
    "recognised recognized refused refuses rejected rejects responded retaliated said says "
    "seeks sees sent signed stated suggested supported supports taught thinks threatened "
    "threatens told tried tries urged urges voted vowed wanted wants warned warns welcomed "
    "withdrew won",
    # what is done to places: "shelled Stepanakert", "Aghdam was shelled"
    "done": "attack attacked attacking attacks besieged bombard bombarded bombed bombing capture "
    "captured capturing ceded control controlled controlling controls cross crossed crossing "
    "destroyed evacuated handed hit hits hitting leased liberated located occupied occupies "
    "occupying overran pounded raided rebuilt recaptured retaken retook rocked seize seized "
    "seizing shelled shelling situated storm stormed strike strikes striking struck "
    "surrounded swept taken targeted targeting",
    "may": "can could did does had has have may might must should will would",
    "is": "are be been being is was were",
    "at": "across around at in inside into near off outside over throughout toward towards via "
    "within",
    # dealings between governments
    "with": "against alongside between by for with",
    "deals": "accord agreement alliance allies ally bilateral ceasefire conflict cooperation deal "
    "deals dialogue diplomatic dispute negotiations pact peace pressure provide provided "
    "provides relations relationship rival rivalry sanctions summit supplied supplies support "
    "talks tensions threat threats ties treaty",
    "moves": "arrived arrives came drove enter entered entering fled flew flown go going headed "
    "leave leaving left live lived lives moved near reached return returned returning sent "
    "surrounding travel traveled traveling travelled visit visited visiting went",
}
# What with the preposition after it says who acts or is dealt with: "pressure from Washington",
# "arms deliveries to Tripoli", "loyal to Damascus", "a pact with Quito".
_VOICES = (
    "acceptance accusation accusations appeal appeals approval assurance assurances backing "
    "blessing complaint complaints condemnation concession concessions consent criticism demand "
    "demands denial denials disapproval encouragement guarantees hostility instructions "
    "interference intervention invitation objection objections offer offers opposition orders "
    "permission pledge pledges pressure promise promises proposal proposals protest protests "
    "provocation reaction reactions rebuke refusal rejection reply request requests resistance "
    "response responses retaliation scepticism signal signals silence skepticism statement "
    "statements support threat threats warning warnings"
)
_DEALT = {
    "from": f"{_VOICES} aid assistance funding help",
    "of": "acceptance approval backing blessing consent demands intentions objections "
    "opposition proposals refusal support wishes",
    "to": f"{_VOICES} accountable aid allied answerable apologised apologized appealed complained "
    "credits deliveries equipment exports friendly hostile letter letters loans loyal message "
    "messages note opposed protested sales shipments subsidies supplies sympathetic weapons",
    "with": "agreement compromise contract deal dialogue dispute negotiations pact quarrel "
    "relations row talks ties treaty truce",
}
_DEALINGS = {word: frozenset(nouns.split()) for word, nouns in _DEALT.items()}
_SETS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_CLASS = {word: name for name, words in _WORDS.items() for word in words.split()}
# Said for those who govern there, besides the buildings that the gazetteer knows as such.
_SEATS = frozenset(["vatican", "holy see", "capitol"])
_AUXILIARY = frozenset("also be been came come had has have is are was were".split())
_LINKS = frozenset(["and", "or", ",", "both", "&"])


_GOVERN = frozenset(["capital", "country", "province", "continent"])


class Standing(NamedTuple):
    """How a name stands in its sentence."""

    who: str  # what kind of place it is, as far as places speak
    governs: str  # the word before it, or before the list of names that it ends
    linked: bool  # whether it ends a list
    after: str  # what sort of word comes next
    owns: bool  # whether over a possessive
    done: bool  # whether something was done to it: "was shelled"
    heads: bool  # whether it is the dateline of its sentence, or heads an item: "Homs: 3 dead"
    voice: bool  # whether it acts or is dealt with: "pressure from Washington"


def standing(tokens: Tokens, span: Span) -> Standing:
    """How the name of the span stands in its sentence."""
    done, heads = _passive(tokens, span.last), _heads(tokens, span)
    before, after = _governor(tokens, span.first), _after(tokens, span.last)
    return Standing(_who(span), *before, *after, done, heads, _voice(tokens, span.first))


def doubt(stands: Standing) -> float:
    """What is taken off the log-odds of standing for a government, besides what was learned.

    The texts that the weights were learned from hold few wars and little diplomacy.
    """
    if stands.heads:
        return CERTAIN
    off = 0.0 if stands.who in _GOVERN else MUTE
    if stands.voice and stands.who in _GOVERN:
        off -= VOICE
    ruled = _class(stands.governs)
    if ruled in ("moves", "done") or stands.after == "spot" or stands.done:
        off += GONE_TO
    elif ruled in ("with", "says") or (stands.after == "says" and ruled != "at"):
        off -= DEALT_WITH
    return off


def role_features(tokens: Tokens, span: Span, stands: Standing) -> list[str]:
    """Features of a toponym where it stands, for the model of roles."""
    i, j = span.first, span.last
    lower = tokens.lower
    who, governs, linked, after, owns, done, _, voice = stands
    ruled = f"of-{_class(lower[i - 2])}" if governs == "of" else _class(governs)
    close = lower[max(PADDING, i - WIDE) : i] + lower[j : j + WIDE]
    near = [name for name in ("deals", "moves") if not _SETS[name].isdisjoint(close)]
    return [
        "b",
        f"w={who}",
        f"g={governs}",
        f"gc={ruled}",
        f"gw={ruled}_{who}",
        f"a={after}_{owns}",
        f"aw={after}_{who}",
        f"ag={after}_{ruled}",
        f"n={lower[j]}",
        f"owns={owns}",
        f"linked={linked}",
        f"done={done}",
        f"voice={voice}_{who}",
        *near,
        *[f"{name}_{who}" for name in near],
        *[f"{name}_{governs}" for name in near],
        *[f"<{word}" for word in lower[max(PADDING, i - 5) : i - 1] if word[0].isalpha()],
        *[f">{word}" for word in lower[j + 1 : j + 4] if word[0].isalpha()],
    ]


def _heads(tokens: Tokens, span: Span) -> bool:
    """Whether it opens the sentence, but for a dash, and a colon, dash or agency follows soon."""
    i, j = span.first, span.last
    opens = all(not word[0].isalnum() for word in tokens.text[PADDING:i])
    if not opens:
        return False
    if tokens.text[j] == ":":
        return True
    shouts = tokens.text[i].isupper() and len(tokens.text[i]) > 3
    return is_dateline(tokens, j) if shouts else tokens.text[j].strip() in ("—", "–", "--")


def _who(span: Span) -> str:
    """What kind of place it is, as far as places speak."""
    known = span.known
    if known.code == "PPLC" or is_seat(known) or span.key in _SEATS:
        return "capital"
    if known.kind == "settlement":
        return known.fame
    return known.kind


def _governor(tokens: Tokens, i: int) -> tuple[str, bool]:
    """The word before the name, or before the list of names that it ends; whether it ends one."""
    lower, capital = tokens.lower, tokens.capital
    at, linked = i - 1, False
    while at > max(PADDING, i - REACH) and (lower[at] in _LINKS or (linked and capital[at])):
        linked = linked or lower[at] in ("and", "or", ",")
        at -= 1
    return lower[at], linked


def _voice(tokens: Tokens, i: int) -> bool:
    """Whether the words before say that the name acts, or is dealt with as one that acts."""
    return tokens.lower[i - 2] in _DEALINGS.get(tokens.lower[i - 1], ())


def _class(word: str) -> str:
    known = _CLASS.get(word)
    if known:
        return known
    if word == EDGE or not word[0].isalpha():
        return word
    return "ed" if word.endswith(("ed", "ing")) else "word"


def _passive(tokens: Tokens, j: int) -> bool:
    """Whether something was done to the place, or to the list that it is in: "was shelled"."""
    words = tokens.lower[j : j + FAR]
    for at, word in enumerate(words[:-1]):
        if word in _AUXILIARY:
            rest = [w for w in words[at + 1 :] if w not in _AUXILIARY and not w.endswith("ly")]
            return bool(rest) and (_CLASS.get(rest[0]) == "done" or rest[:2] == ["under", "fire"])
        if not word[0].isalpha() and word != "/":
            return False
    return False


def _after(tokens: Tokens, j: int) -> tuple[str, bool]:
    """What sort of word comes next, over a possessive and adjectives; whether one was there."""
    lower = tokens.lower
    owns = lower[j] in ("'s", "’s", "'", "’")
    at = j + 1 if owns else j
    if owns or (lower[j][0].isalpha() and _class(lower[j]) == "word"):
        for word in lower[at : at + 3]:
            known = _CLASS.get(word)
            if known in ("spot", "state") or (known == "says" and not owns):
                return known, owns
            if not word[0].isalpha():
                break
        return "thing" if owns else "word", owns
    return _class(lower[at]), owns
