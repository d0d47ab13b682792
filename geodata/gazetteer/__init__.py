"""The offline gazetteer: a geocoder over the bundled places.

``gazetteer`` what the rest of the library uses · ``geocoder`` the same for geopy · ``names`` the
key of a name · ``index`` what is mapped into memory · ``cache`` where it lies and when it is built
· ``writer`` ``sources`` ``settlements`` ``tables`` ``ranking`` what it is built from · ``geonames``
``dumps`` larger, from GeoNames' dumps · ``online`` Nominatim, for those who ask for it.
"""

from geodata.gazetteer.gazetteer import Gazetteer
from geodata.gazetteer.names import normalise
from geodata.gazetteer.tables import NameKind

__all__ = ["Gazetteer", "NameKind", "normalise"]
