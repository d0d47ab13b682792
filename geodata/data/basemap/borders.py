"""Which border lines are agreed and which are not: the tables that a person has to judge.

Natural Earth draws countries as they are held, so its polygons take sides. Here the fill is one
colour for all land, and every line that is not agreed by both sides carries ``disputed``.
"""

from __future__ import annotations

from dataclasses import dataclass

Box = tuple[float, float, float, float]  # west, south, east, north
WORLD: Box = (-180, -90, 180, 90)


@dataclass(frozen=True, slots=True)
class Claim:
    """A line of Natural Earth's layer of disputed lines, named as neutrally as we can."""

    name: str
    min_zoom: int = 4


# Pairs of 1:50m countries whose common line is not agreed, where in the box it is not.
DISPUTED: dict[tuple[str, str], tuple[Box, str]] = {
    ("China", "India"): (WORLD, "Line of Actual Control"),
    ("China", "Pakistan"): (WORLD, "Trans-Karakoram tract"),
    ("China", "Siachen Glacier"): (WORLD, "Siachen Glacier"),
    ("Cyprus", "N. Cyprus"): (WORLD, "United Nations buffer zone in Cyprus"),
    ("Egypt", "Sudan"): ((33.1, 21, 38, 24), "Halaib triangle"),
    ("France", "Suriname"): ((-55, 2, -53.9, 3.4), "Marouini"),
    ("Guyana", "Suriname"): ((-58, 1.5, -56, 3.4), "New River triangle"),
    ("Guyana", "Venezuela"): (WORLD, "Essequibo"),
    ("India", "Pakistan"): ((72, 32.4, 78, 36), "Line of Control in Kashmir"),
    ("India", "Siachen Glacier"): (WORLD, "Siachen Glacier"),
    ("Israel", "Lebanon"): (WORLD, "Blue Line"),
    ("Israel", "Palestine"): (WORLD, "Armistice line of 1949"),
    ("Israel", "Syria"): (WORLD, "Golan"),
    ("Kenya", "S. Sudan"): (WORLD, "Ilemi triangle"),
    ("Kosovo", "Serbia"): (WORLD, "Kosovo"),
    ("Morocco", "W. Sahara"): (WORLD, "Western Sahara"),
    ("North Korea", "South Korea"): (WORLD, "Military Demarcation Line in Korea"),
    ("Pakistan", "Siachen Glacier"): (WORLD, "Siachen Glacier"),
    ("Russia", "Ukraine"): ((32, 45.5, 35.6, 46.6), "Crimea"),
    ("S. Sudan", "Sudan"): (WORLD, "Sudan and South Sudan"),
    ("Somalia", "Somaliland"): (WORLD, "Somaliland"),
}
# Lines inside one state that the 1:50m countries draw as if between two.
DOMESTIC = {("China", "Hong Kong"), ("China", "Macao")}
# China and India agree on the line between Sikkim and Tibet (1890).
SIKKIM: Box = (88.0, 27.2, 88.95, 28.2)

# Row id in qgis-common 3.22.16 world_map.gpkg, layer disputed_borders.
KARABAKH = frozenset({2, 3, 37, 38, 41, 43, 46})
CEASEFIRE_1994 = frozenset({29, 40, 42})
CLAIMS: dict[int, Claim] = {
    1: Claim("Southern Kurils / Northern Territories", 3),
    4: Claim("Shebaa Farms", 8),
    39: Claim("Shebaa Farms", 8),
    5: Claim("Doklam", 7),
    34: Claim("Bhutan and China", 6),
    6: Claim("Bolivian claim to the coast", 7),
    7: Claim("Transnistria", 4),
    8: Claim("Abkhazia", 4),
    9: Claim("South Ossetia", 4),
    10: Claim("New River triangle", 5),
    11: Claim("Marouini", 6),
    12: Claim("Nilang", 7),
    13: Claim("Bara Hoti", 7),
    14: Claim("Shipki", 7),
    35: Claim("Demchok", 7),
    44: Claim("Lapthal", 7),
    15: Claim("Aksai Chin", 4),
    21: Claim("Aksai Chin", 4),
    20: Claim("Arunachal Pradesh", 4),
    16: Claim("Gilgit-Baltistan", 4),
    26: Claim("Kashmir", 4),
    27: Claim("Kashmir", 4),
    28: Claim("Kashmir", 4),
    36: Claim("Kashmir", 4),
    23: Claim("Jammu and Kashmir", 4),
    24: Claim("Jammu and Kashmir", 4),
    17: Claim("Ilemi triangle", 5),
    18: Claim("Ilemi triangle", 5),
    19: Claim("Ilemi triangle", 5),
    22: Claim("Golan", 4),
    25: Claim("Abyei", 5),
    30: Claim("Guatemalan claim to Belize", 5),
    31: Claim("Essequibo", 4),
    32: Claim("Olivenza", 8),
    33: Claim("Western Sahara", 3),
    45: Claim("Donbas, line of contact before 24 February 2022", 5),
}
