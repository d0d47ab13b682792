"""What each subcommand of ``dateline`` does; each gives the exit status.

What a command needs is imported when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geodata.export import mentions_pieces, place_fields, writer
from geodata.files import open_text, whole_file
from geodata.records import Document, DocumentError, Place, ProjectError

if TYPE_CHECKING:
    from geodata.project import Extraction, Project

_SHOWN = 10  # candidates of a name in the table
_COLUMNS = ("name", "latitude", "longitude", "kind", "where", "population", "geonames_id")


def complain(error: object) -> None:
    """One line on standard error, above a progress bar if one is there."""
    from tqdm import tqdm

    tqdm.write("dateline: " + " ".join(str(error).split()), file=sys.stderr)


def serve(chosen: Namespace) -> int:
    """Check the project, then open its dashboard until Ctrl-C."""
    from dashboard.serve import Options, serve_project
    from geodata.gazetteer import Gazetteer

    _load(chosen.project)
    Gazetteer()  # built here with a progress bar rather than behind a page that waits
    return serve_project(
        Options(
            project=Path(chosen.project).absolute() if chosen.project else None,
            port=chosen.port,
            lan=chosen.lan,
            read_only=chosen.lan and not chosen.edit,
            browser=not chosen.no_browser,
        )
    )


def extract(chosen: Namespace) -> int:
    """Write the events of a project; the suffix of the output says how."""
    from geodata.project import extraction

    project, output = _load(chosen.project), chosen.output
    _keep_apart(output, project.path)
    with whole_file(output) as file:
        found = extraction(project, progress=lambda read: _bar(read, len(tuple(read))))
        wrong = (*found.refused, *found.log.errors, *found.unapplied)
        for error in wrong:
            complain(error)
        _expect(len(found.documents), project.path)
        _write_events(found, project, output, file)
    _tell(f"{output}: {len(found.events)} events from {len(found.documents)} documents")
    return 1 if wrong else 0


def annotate(chosen: Namespace) -> int:
    """Write the mentions of every document, a line each, as they are found."""
    from geodata.documents import read
    from geodata.gazetteer import Gazetteer
    from geodata.pipeline import annotate_all

    project = _load(chosen.path)
    _keep_apart(chosen.output, project.path)
    refused: list[DocumentError] = []
    finder, focus, count = project.finder, project.settings.focus or None, 0
    places = Gazetteer()
    homes = project.homes(places)
    with whole_file(chosen.output) as file, open_text(file) as lines:
        documents = _bar(read(project.path, _complaining(refused)), _count(project.path))
        for annotation in annotate_all(documents, places, focus, finder, homes):
            lines.writelines(mentions_pieces(annotation))
            count += 1
        _expect(count, project.path)
    _tell(f"{chosen.output}: mentions in {count} documents")
    return 1 if refused else 0


def geocode(chosen: Namespace) -> int:
    """List what each name may mean; a name that the gazetteer lacks is refused."""
    from geodata.gazetteer import Gazetteer

    places = Gazetteer()
    found = {name: places.candidates(name) for name in chosen.names}
    if chosen.json:
        rows = [
            {"name": name, "candidates": [_candidate(place) for place in few[: chosen.limit]]}
            for name, few in found.items()
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for name, few in found.items():
            _print_candidates(name, few, chosen.limit or _SHOWN)
    for name in (unknown := [name for name, few in found.items() if not few]):
        complain(f"{name}: the gazetteer has no place of this name; try another spelling")
    return 1 if unknown else 0


def gazetteer(chosen: Namespace) -> int:
    """Make the index of places ready: the bundled one, or a larger one from GeoNames' dumps."""
    from geodata.gazetteer import Gazetteer, geonames

    if chosen.action == "build":
        index = geonames.install(chosen.geonames, chosen.alternate_names)
        _tell(f"{len(index):,} places; dateline gazetteer reset goes back to the bundled ones")
    elif chosen.action == "reset":
        gone = geonames.uninstall()
        _tell("the bundled places are used again" if gone else "only the bundled places were used")
        Gazetteer()
    elif geonames.renew() is None:
        Gazetteer()
    return 0


def _load(path: str | None) -> Project:
    from geodata.project import load

    return load(path)


def _write_events(found: Extraction, project: Project, output: Path, file: Path) -> None:
    if output.suffix.lower() == ".html":
        from dashboard.standalone import write_html

        write_html(found, project, file)
        return
    with file.open("wb") as pieces:
        pieces.writelines(writer(output)(found.events))


def _keep_apart(output: Path, source: Path) -> None:
    """Refuse an output that would overwrite the input, or be read as a document next time."""
    from geodata.documents import SUFFIXES

    written, read = output.resolve(), source.resolve()
    if written == read:
        raise ProjectError(f"{output}: is the input; give the output another name")
    if written.suffix.lower() in SUFFIXES and read.is_dir() and read in written.parents:
        raise ProjectError(
            f"{output}: lies inside {source} and would be read as a document; write it elsewhere"
        )


def _expect(count: int, path: Path) -> None:
    if not count:
        raise DocumentError(f"{path}: nothing in it could be read; nothing was written")


def _count(path: Path) -> int:
    """How many documents to expect: one a file, one a line of a corpus."""
    from geodata.documents import find_files

    return sum(_lines(file) if file.suffix.lower() == ".jsonl" else 1 for file in find_files(path))


def _lines(corpus: Path) -> int:
    with corpus.open("rb") as lines:
        return sum(1 for line in lines if line.strip())


def _complaining(refused: list[DocumentError]) -> Any:
    def told(error: DocumentError) -> None:
        refused.append(error)
        complain(error)

    return told


def _bar(documents: Iterable[Document], total: int) -> Iterable[Document]:
    """The documents, counted on a progress bar if a person watches."""
    from tqdm import tqdm

    return tqdm(documents, total=total, unit=" documents", leave=False, disable=None)


def _tell(line: str) -> None:
    """What was done, for a person; a program that reads our errors gets none for a success."""
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


def _candidate(place: Place) -> dict[str, Any]:
    return place_fields(place) | {
        "id": place.id,
        "kind": place.kind,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "country_code": place.country_code,
        "admin1": place.admin1,
        "population": place.population,
    }


def _print_candidates(name: str, places: Sequence[Place], limit: int) -> None:
    if not places:
        return
    rows = [_COLUMNS, *(_row(place) for place in places[:limit])]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    print(f"{name}: {len(places)} {'place' if len(places) == 1 else 'places'}")
    for row in rows:
        print(*_aligned(row, widths), sep="  ")
    if len(places) > limit:
        print(f"… and {len(places) - limit} more; see --limit")
    print()


def _row(place: Place) -> tuple[str, ...]:
    return (
        place.name,
        f"{place.latitude:.4f}",
        f"{place.longitude:.4f}",
        place.kind,
        ", ".join(filter(None, (place.admin1, place.country_code))),
        f"{place.population:,}" if place.population else "",
        str(place.geonames_id or ""),
    )


def _aligned(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """Numbers to the right, words to the left."""
    for name, cell, width in zip(_COLUMNS, row, widths, strict=True):
        number = name in {"latitude", "longitude", "population", "geonames_id"}
        yield cell.rjust(width) if number else cell.ljust(width)
