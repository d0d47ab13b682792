"""Words that say much the same of the name beside them, so that rare ones count like common ones.

The texts that the weights were learned from report few wars: they hold "reached Lansing", not
"shelled Stepanakert"; as one class both say that a place follows.
"""

from __future__ import annotations

_CLASSES = {
    "at": "at from in to",
    "toward": "across around beyond beside inside into near nearby off outside over past through "
    "throughout toward towards via within",
    # what is done to a place or with regard to it: "shelled Stepanakert"
    "reach": "attack attacked attacking attacks besiege besieged bomb bombard bombarded bombed "
    "bombing capture captured captures capturing cross crossed enter entered entering enters "
    "evacuate evacuated flee fled hit hits hitting invade invaded leave leaves leaving left "
    "liberate liberated occupied occupy overran pounded pounding quit raided reach reached reaches "
    "reaching recaptured retake retaken retook rock rocked rocks seize seized seizes shell shelled "
    "shelling shook storm stormed strike strikes striking struck surround surrounded sweep swept "
    "take takes taking took target targeted targeting targets visit visited visiting visits",
    # of which a place's name follows after "of": "the village of"
    "settle": "area areas camp capital centre center cities city coast commune communes county "
    "district districts east edge enclave governorate hamlet hills island islands municipality "
    "neighborhood neighbourhood north outskirts part parts people port province provinces region "
    "regions resort south state states streets suburb suburbs territory town towns township "
    "village villages west",
    # who follows a place's name: "Idlib residents"
    "folk": "airport authorities border civilians councillors crossing governor mayor officials "
    "police refugees residents villagers",
    # before a person's name
    "title": "mr mrs ms dr sir lord lady judge sen senator rep gov gen general col colonel capt "
    "captain maj major lt sgt sergeant officer detective president minister chancellor prince "
    "princess king queen professor prof rev coach commander",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}


def word_class(word: str) -> str:
    """The class of a word in small letters, "" if it has none."""
    return _CLASS.get(word, "")
