"""A small world for tests of the index: rows after GeoNames (CC BY 4.0), shortened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.gazetteer.sources import Source, Step
from geodata.gazetteer.tables import Row


def _town(id: int, name: str, country: str, population: int, **more: object) -> Row:
    place = {"latitude": 10.0, "longitude": 20.0, "prominence": population**0.1} | more
    return Row(id, name, "settlement", "P", "PPL", country=country, population=population, **place)


@pytest.fixture
def town() -> Callable[..., Row]:
    """Makes settlements; their place on the globe does not matter unless it is given."""
    return _town


@pytest.fixture
def world() -> list[Row]:
    """The small world, in no order."""
    return _world()


def _world() -> list[Row]:
    return [
        _town(2988507, "Paris", "FR", 2_138_551, latitude=48.85341, longitude=2.3488),
        _town(4717560, "Paris", "US", 24_782, admin1="TX", latitude=33.66094, longitude=-95.55551),
        _town(498817, "Saint Petersburg", "RU", 5_351_935, names=(("", "Leningrad"),)),
        Row(4736286, "Texas", "region", "A", "ADM1", 31.25, -99.25, country="US", admin1="TX",
            prominence=4.0, names=(("abbr", "Tex."), ("code", "TX"), ("demonym", "Texan"))),
        Row("lachin-corridor", "Lachin corridor", "corridor", "L", "CORR", 39.66, 46.62, 3.0, 20.0,
            prominence=3.0, area="lachin-corridor"),
    ]  # fmt: skip


@pytest.fixture
def source() -> Source:
    """The small world as a source."""
    return Source(lambda: "0" * 64, lambda step: _world())


@pytest.fixture
def counting(tmp_path: Path) -> Callable[[str], Source]:
    """Makes sources of a given fingerprint that write a line into ``builds`` when read."""

    def make(fingerprint: str) -> Source:
        def rows(step: Step) -> list[Row]:
            with (tmp_path / "builds").open("a") as log:
                log.write(f"{fingerprint}\n")
            return _world()

        return Source(lambda: fingerprint * 64, rows)

    return make


def _line(
    id: int,
    name: str,
    plain: str,
    others: str,
    lat: float,
    lon: float,
    fclass: str,
    code: str,
    admin1: str = "",
    people: int = 0,
) -> str:
    cells = [id, name, plain, others, lat, lon, fclass, code, "AZ", "", admin1, "", "", ""]
    cells += [people, "", "", "Asia/Baku", "2024-01-01"]
    return "\t".join(map(str, cells)) + "\n"


DUMP = "".join(
    [
        _line(
            148105, "Hadrut", "Hadrut", "GDR,Gadrut,Гадрут", 39.52, 47.03, "P", "PPL", "65", 4100
        ),
        _line(584649, "Yevlax", "Yevlax", "Yevlakh", 40.62, 47.15, "P", "PPLA", "68", 120000),
        _line(587084, "Baku", "Baku", "Bakı,Баку", 40.38, 49.89, "P", "PPLC", "09", 1116513),
        _line(147105, "Şuşa", "Susa", "Shusha", 39.76, 46.75, "P", "PPLA", "55", 4064),
        _line(409423, "Xocavənd", "Xocavand", "", 39.7, 46.9, "A", "ADM1", "65"),
        _line(585200, "Sarsang", "Sarsang", "", 40.15, 46.55, "H", "RSV"),
        _line(999902, "Yuxarı Zod", "Yuxari Zod", "", 40.1, 45.9, "P", "PPL", "25"),
        _line(999901, "Grand Hotel", "Grand Hotel", "", 40.4, 49.9, "S", "HTL"),
    ]
)
ALTERNATES = (
    "1\t148105\ten\tHadrout\t\t\t\t\t\t\n"
    "2\t148105\taz\tHadrut qəsəbəsi\t1\t\t\t\t\t\n"
    "3\t148105\tlink\thttps://example.org\t\t\t\t\t\t\n"
    "4\t148105\ten\tGetahat\t\t\t\t1\t\t\n"
)


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A dump in GeoNames' format; one place of it is in no other source, one is no place."""
    path = tmp_path / "AZ.txt"
    path.write_text(DUMP, encoding="utf-8")
    return path


@pytest.fixture
def alternates(tmp_path: Path) -> Path:
    """GeoNames' names with languages."""
    path = tmp_path / "alternateNamesV2.txt"
    path.write_text(ALTERNATES, encoding="utf-8")
    return path
