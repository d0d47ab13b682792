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
