"""The offline gazetteer: a geopy geocoder over the bundled places."""

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import NameKind

__all__ = ["Gazetteer", "NameKind", "normalise"]
