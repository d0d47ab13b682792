"""The index key of a name, one for all the ways in which people write it.

>>> normalise("Saint-Étienne"), normalise("St. Etienne")
('st etienne', 'st etienne')
>>> normalise("N.Y."), normalise("Xocalı"), normalise("Coeur d'Alene")
('ny', 'xocali', 'coeur dalene')

Keys are made word by word: the key of a phrase is the keys of its words joined by blanks. So a
finder may normalise each word of a sentence once and look up any run of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ə": "a",
        "ǝ": "a",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ħ": "h",
        "ŋ": "ng",
        # Apostrophes of every keyboard fall away: "Xi'an", "O’Fallon", "Sana‘a", "Kyivʹ"
        **dict.fromkeys("'’‘`´ʻʼʽʾʿʹʺ′ˈ՚׳״\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
    }
)
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])")
# What parts words; the ranges are scripts of India and beyond, whose vowel signs are no letters
_BREAK = re.compile(r"(?:[^\w\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f]|_)+")
_WORDS = {
    "saint": "st",
    "sainte": "st",
    "ste": "st",
    "mount": "mt",
    "fort": "ft",
    "&": "and",
}


def normalise(name: str) -> str:
    """The key of ``name``; "" if nothing of it can be read as a name.

    Case, diacritics, apostrophes and the dots of initials fall away; hyphens, other dots and
    signs part words; Saint/Sainte/St/Ste, Mount/Mt and Fort/Ft are one. Scripts stay as they are.
    """
    if "." in name:
        name = _INITIALS.sub(lambda found: found[0].replace(".", ""), name)
    name = name.casefold()
    if not name.isascii():
        name = _plain(name)
    elif "'" in name or "`" in name:
        name = name.translate(_LETTERS)
    words = _BREAK.sub(" ", name.replace("&", " and ")).split()
    return " ".join([_WORDS.get(word, word) for word in words])


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """``normalise`` for one word, remembered: what a finder calls for each word of a text."""
    return normalise(word)


def _plain(name: str) -> str:
    """``name`` without diacritics; signs that make another letter of one (class < 10) are kept."""
    whole = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    parts = whole.casefold().translate(_LETTERS)  # a styled letter is a plain one only now
    bare = "".join([letter for letter in parts if unicodedata.combining(letter) < 10])
    return unicodedata.normalize("NFC", bare)
