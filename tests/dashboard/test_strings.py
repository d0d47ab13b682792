"""What the page says stands in one table: every key that is named is in it, and Python agrees."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from dashboard import cards, workbench
from geodata.records import PlacePrecision

FOLDER = Path(workbench.__file__).parent
ENGLISH = (FOLDER / "strings" / "en.js").read_text(encoding="utf-8")
KEYS = set(re.findall(r'^  "([a-z_.0-9]+)":', ENGLISH, re.MULTILINE))
TABLES = sorted((FOLDER / "strings").glob("*.js"))
SCRIPTS = sorted(FOLDER.glob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_key_that_a_script_names_is_in_the_table(script):
    text = script.read_text(encoding="utf-8")
    named = set(re.findall(r'\bsay\(\s*"([a-z]+\.[a-z_.0-9]+)"', text))
    counted = set(re.findall(r'\bsayCount\(\s*"([a-z]+\.[a-z_.0-9]+)"', text))

    assert named - KEYS == set()
    assert {f"{key}s" for key in counted} - KEYS == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_language_says_how_well_a_place_is_known(table):
    text = table.read_text(encoding="utf-8")
    keys = {f"precision.{code}" for code in get_args(PlacePrecision)}
    keys |= {key for key in KEYS if re.match(r"(panel|tray)\.(seat|country)", key)}

    assert {key for key in keys if f'"{key}":' not in text} == set()


def test_python_says_the_status_as_the_page_does():
    for key, words in cards._SAID.items():
        if key != "sources":  # the page has it in the singular, too
            assert f'"said.{key}": "{words}"' in ENGLISH
