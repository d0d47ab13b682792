"""Measure how time and memory grow with the number of documents: ``dateline annotate, extract``.

  python benchmarks/growth.py                  250, 1,000 and 4,000 reports
  python benchmarks/growth.py 100 200 400

The 249 Guardian reports are repeated with other ids and other days; each run is a process of its
own. Of one outlet 1,000 documents are looked at together; with ``--no-outlet`` each by itself.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
CORPUS = SHARED / "corpora" / "guardian.jsonl"
COMMANDS = {"annotate": "mentions.jsonl", "extract": "events.geojson"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[250, 1000, 4000])
    parser.add_argument("--no-outlet", action="store_true")
    options = parser.parse_args()
    if not CORPUS.exists():
        print("skipped, guardian.jsonl is not here")
        return
    rows = [json.loads(line) for line in CORPUS.read_text("utf-8").split("\n") if line]
    print("| documents | command | CPU-seconds | resident at most, MB |")
    print("|---|---|---|---|")
    for count in options.counts:
        with tempfile.TemporaryDirectory() as folder:
            pile = Path(folder) / "pile.jsonl"
            with pile.open("w", encoding="utf-8") as lines:
                lines.writelines(repeated(rows, count, options.no_outlet))
            for command, output in COMMANDS.items():
                seconds, megabytes = run(command, pile, Path(folder) / output)
                print(f"| {count:,} | {command} | {seconds:.1f} | {megabytes} |", flush=True)


def repeated(rows: list[dict], count: int, no_outlet: bool) -> Iterator[str]:
    """So many reports, each copy of the pile a week after the one before."""
    for number in range(count):
        copy, at = divmod(number, len(rows))
        row = rows[at] | {"id": f"{copy}-{rows[at]['id']}"}
        if row.get("date"):
            row["date"] = str(date.fromisoformat(row["date"]) + timedelta(days=7 * copy))
        if no_outlet:
            row = {key: row[key] for key in row if key not in ("outlet", "url")}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def run(command: str, pile: Path, output: Path) -> tuple[float, int]:
    """CPU-seconds and peak memory of one command, in a process of its own."""
    words = [sys.executable, "-m", "dashboard.cli", command, str(pile), "-o", str(output)]
    started = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(started.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(words)} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


if __name__ == "__main__":
    main()
