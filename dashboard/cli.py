"""The ``dateline`` command: what can be typed, and what each way to fail looks like.

>>> main(["extract", "no-such-folder", "-o", "events.csv"])
1
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["_Parser"]

_ABOUT = """\
Turn a pile of news texts into a map that you can scrub through time.
Everything runs on this machine; nothing is sent anywhere."""

_EXAMPLES = """\
examples:
  dateline serve                             the bundled chronicle, in your browser
  dateline serve my-texts                    your own folder of documents
  dateline extract my-texts -o events.csv    its events as a table
  dateline geocode Shusha Stepanakert        what the gazetteer knows of two names

exit status:
  0  done
  1  something was refused: standard error says which and why, all else is done
  2  wrong usage

dateline COMMAND --help says more of a command."""

_PROJECT = """\
PROJECT is a folder of documents, or one file: .txt .md .html .pdf .docx, .jsonl with one
{"id", "text", "date"} a line, or .csv with these as columns. A dateline.toml in the folder may say:
  title = "The war of 2020"   shown above the map
  focus = ["AZ", "AM"]        the countries that the texts are about
  names = "both"              how places are named: source, en, az, hy, ru or both
  demonyms = true             "Armenian" is a mention of Armenia, too
  homes = {"The Villager" = "Dublin, Ohio"}   where outlets are at home
  finder = "spacy"            an installed spaCy model finds the places; README.md says more
  basemap = "region.pmtiles"  a map ground of your own, a file in the folder
A story.toml holds saved views with a caption each, made in the dashboard or by hand."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    chosen = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as tidy an end as Ctrl-C
    try:
        return _run(chosen)
    except BrokenPipeError:  # whoever reads our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("dateline: stopped; nothing was written", file=sys.stderr)
        return 130


def _run(chosen: argparse.Namespace) -> int:
    # imported here: the library takes a second to load, and --help should answer at once
    from dashboard import commands
    from geodata.records import GeodataError

    try:
        return int(getattr(commands, chosen.command)(chosen))
    except GeodataError as error:
        commands.complain(error)
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk, a folder that was taken away
        commands.complain(error)
    return 1


class _Parser(argparse.ArgumentParser):
    """Keeps the lines of its help as they are, and says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser() -> _Parser:
    parser = _Parser(prog="dateline", description=_ABOUT, epilog=_EXAMPLES, formatter_class=_Lines)
    parser.add_argument("--version", action="version", version=f"dateline {version('dateline')}")
    added = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND", required=True
    )
    for add in (_add_serve, _add_extract, _add_annotate, _add_geocode, _add_gazetteer):
        add(added)
    return parser


_Lines = argparse.RawDescriptionHelpFormatter


def _add_serve(added: Commands) -> None:
    parser = added.add_parser(
        "serve",
        help="open the dashboard in the browser",
        description=f"Open the dashboard of a project in the browser.\n\n{_PROJECT}",
        epilog="""\
examples:
  dateline serve                  the bundled chronicle
  dateline serve my-texts --lan   others on your network can look, and change nothing""",
        formatter_class=_Lines,
    )
    parser.add_argument("project", nargs="?", metavar="PROJECT", help="without: the chronicle")
    parser.add_argument(
        "--lan",
        action="store_true",
        help="let others on the network look, read-only; prints the address that they type",
    )
    parser.add_argument(
        "--port", type=_port, metavar="N", help="default: 8501, or the next that is free"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--edit", action="store_true", help="with --lan: others may change things")


def _add_extract(added: Commands) -> None:
    parser = added.add_parser(
        "extract",
        help="write the events of a project to a file",
        description=f"Find the events of a project and write them to a file.\n\n{_PROJECT}",
        epilog="""\
examples:
  dateline extract my-texts -o events.geojson   for QGIS and other maps
  dateline extract my-texts -o events.csv       for a spreadsheet
  dateline extract my-texts -o events.parquet   GeoParquet, for data frames and DuckDB
  dateline extract my-texts -o events.kml       for programs that show a globe
  dateline extract my-texts -o events.html      the map itself: one file, opens offline""",
        formatter_class=_Lines,
    )
    parser.add_argument("project", metavar="PROJECT")
    parser.add_argument(
        "-o",
        "--output",
        type=_event_file,
        required=True,
        metavar="FILE",
        help="its suffix chooses the format: .geojson .csv .parquet .kml .html",
    )


def _add_annotate(added: Commands) -> None:
    parser = added.add_parser(
        "annotate",
        help="write every mention of a place or date",
        description="""\
Write every mention of a place or a date, one document a line, as JSON. start and end are Python
string offsets into the text as read, the end excluded.""",
        epilog="""\
examples:
  dateline annotate my-texts -o mentions.jsonl
  dateline annotate corpus.jsonl -o mentions.jsonl   rows of {"id", "text", "date"}""",
        formatter_class=_Lines,
    )
    parser.add_argument("path", metavar="PATH", help="a folder, one document, or a .jsonl corpus")
    parser.add_argument(
        "-o", "--output", required=True, type=Path, metavar="FILE", help="as mentions.jsonl"
    )


def _add_geocode(added: Commands) -> None:
    parser = added.add_parser(
        "geocode",
        help="list the places that a name may mean",
        description="List the places that a name may mean, the likeliest first.",
        epilog="""\
examples:
  dateline geocode Shusha
  dateline geocode "Nagorno-Karabakh" Şuşa Շուշի Шуша --json""",
        formatter_class=_Lines,
    )
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--json", action="store_true", help="for machines, every candidate")
    parser.add_argument(
        "--limit", type=_count, metavar="N", help="at most N of each name; default 10 in the table"
    )


def _add_gazetteer(added: Commands) -> None:
    parser = added.add_parser(
        "gazetteer",
        usage="dateline gazetteer [-h] [build | reset] ...",
        help="build the index of places now, or a larger one",
        description="""\
Without an action, build the index of places if there is none; otherwise the
first use of it does.""",
        epilog="""\
examples:
  dateline gazetteer                                   the bundled 297,000 places
  dateline gazetteer build --geonames AZ.zip AM.zip    every village of two countries
  dateline gazetteer reset                             the bundled places again""",
        formatter_class=_Lines,
    )
    actions = parser.add_subparsers(title="actions", dest="action", metavar="ACTION")
    build = actions.add_parser(
        "build",
        prog="dateline gazetteer build",
        help="add the places of GeoNames' dumps",
        description="""\
Add the places of GeoNames' dumps to the bundled ones, for all your projects.
The dumps are the files named after countries (AZ.zip), or allCountries.zip
with twelve million places, from GeoNames' download page (free, CC BY 4.0),
zipped or not. The whole world takes some minutes, less than 1 GB of memory
and 3 GB of disk while it is built.""",
        epilog="""\
examples:
  dateline gazetteer build --geonames AZ.zip AM.zip
  dateline gazetteer build --geonames allCountries.zip --alternate-names alternateNamesV2.zip""",
        formatter_class=_Lines,
    )
    build.add_argument(
        "--geonames", nargs="+", required=True, type=Path, metavar="FILE", help=".zip or .txt"
    )
    build.add_argument(
        "--alternate-names",
        type=Path,
        metavar="FILE",
        help="GeoNames' alternateNamesV2, which tells the languages of names apart",
    )
    actions.add_parser(
        "reset",
        prog="dateline gazetteer reset",
        help="go back to the bundled places",
        description="Go back to the bundled places, and free the disk space of the larger index.",
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is no port; give a number from 1 to 65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no count; give a number from 1 up")
    return int(text)


def _event_file(text: str) -> Path:
    """The output of ``extract``, refused at once if its suffix is: that is wrong usage."""
    from geodata.export import writer
    from geodata.records import ProjectError

    path = Path(text)
    try:
        if path.suffix.lower() != ".html":
            writer(path)  # for its refusal
    except ProjectError as error:
        raise argparse.ArgumentTypeError(f"{error}, or .html for the map") from error
    return path


if __name__ == "__main__":
    sys.exit(main())
