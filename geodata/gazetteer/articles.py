"""The Arabic article, which newspapers write in many ways and often leave out.

>>> sorted(set(respelt("deir ez zor")))[:4]
['deir al zor', 'deir az zor', 'deir azzor', 'deir el zor']
>>> sorted(set(respelt("al qaim")))
['al qaim', 'el qaim', 'qaim']
"""

from __future__ import annotations

from collections.abc import Iterator

# Where Arabic names are: the Arab League's states and their neighbours that write them.
COUNTRIES = frozenset(
    "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split()
)
SHORTEST = 4  # letters of a name that stands without its article
_VOWELS = ("a", "e")
_SUN = ("th", "dh", "sh", "t", "d", "r", "z", "s", "l", "n")  # before these its l sounds like them

Words = list[tuple[bool, str]]  # each with whether an article belongs to it


def respelt(key: str) -> Iterator[str]:
    """The keys of a name with its article written otherwise, none if it has none."""
    words = _parted(key.split())
    if not any(article for article, _ in words):
        return
    opens, first = words[0]
    for vowel in _VOWELS:
        yield _written(words, f"{vowel}l ")
        yield _written(words, f"{vowel}l ", f"{vowel}%s ")  # "ez zor"
        if not opens:
            yield _written(words, f"{vowel}l ", f"{vowel}%.1s")  # "ezzor"
    if opens and len(first) >= SHORTEST:
        yield _written([(False, first), *words[1:]], "al ")


def _written(words: Words, article: str, before_sun: str = "") -> str:
    """The key with this article, another one before letters that it sounds like."""
    written = []
    for has, word in words:
        sound = _sun(word)
        own = before_sun % sound if before_sun and sound else article
        written.append(own + word if has else word)
    return " ".join(written)


def _parted(words: list[str]) -> Words:
    """The words without the articles."""
    found: Words = []
    article = False
    for at, word in enumerate(words):
        if not article and at + 1 < len(words) and _is_article(word, words[at + 1]):
            article = True
        elif at and not article and _is_joined(word):
            found.append((True, word[2:]))
        else:
            found.append((article, word))
            article = False
    return found


def _is_article(word: str, after: str) -> bool:
    sound = word[1:]
    return word[:1] in _VOWELS and (sound == "l" or (sound in _SUN and after.startswith(sound)))


def _is_joined(word: str) -> bool:
    """Whether an article is written in one with it: "ezzor"."""
    return len(word) > 4 and word[0] in _VOWELS and word[1] == word[2] and word[1] in _SUN


def _sun(word: str) -> str:
    return next((sound for sound in _SUN if word.startswith(sound)), "")
