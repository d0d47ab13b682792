"""Colours of the interface: text at least 4.5:1 on every ground it stands on, in both themes."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from dashboard import workbench

PAGE = Path(workbench.__file__).parent.parent / "panels" / "page.css"
GROUNDS = ("--bg", "--raised", "--sunk", "--hover")
TEXTS = ("--ink", "--ink-2", "--ink-3", "--link")
THEMES = {"light": ".workbench {", "dark": '.workbench[data-theme="dark"] {'}


def tokens(style: str, opening: str) -> dict[str, str]:
    block = style.split(opening, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"(--[\w-]+):\s*(#[0-9a-f]{6});", block))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_is_readable(theme, text, ground):
    found = tokens(workbench.style(), THEMES[theme])

    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_the_marked_sentence_and_inverted_buttons_are_readable(theme):
    found = tokens(workbench.style(), THEMES[theme])

    assert contrast(found["--ink"], found["--mark"]) >= 4.5
    assert contrast(found["--bg"], found["--ink"]) >= 4.5
    assert contrast(found["--ink"], found["--warn"]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_focus_bars_and_edges_of_controls_are_seen(theme):
    found = tokens(workbench.style(), THEMES[theme])

    for part in ("--focus", "--bar-strong", "--line-2"):
        assert contrast(found[part], found["--bg"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_category_colours_are_the_computed_palette(theme):
    script = (Path(workbench.__file__).parent.parent / "time_map" / "styles.js").read_text()
    colours = dict(re.findall(rf'key: "(\w+)".*?{theme}: "(#\w+)"', script))
    found = tokens(workbench.style(), THEMES[theme])

    assert {key: found[f"--group-{key}"] for key in colours} == {
        key: colour.lower() for key, colour in colours.items()
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_other_pages_have_the_same_colours(theme):
    page = tokens(PAGE.read_text(), THEMES[theme].replace("workbench", "page"))
    found = tokens(workbench.style(), THEMES[theme])

    assert page == {name: found[name] for name in page}


@pytest.mark.parametrize(
    ("theme", "opening"), [("light", ".page {"), ("dark", '.page[data-theme="dark"] {')]
)
def test_lines_under_places_and_dates_are_seen_on_page_and_mark(theme, opening):
    style = PAGE.read_text()
    grounds, lines = tokens(style, opening), tokens(style, opening.replace(" {", " .column {"))

    assert sorted(lines) == ["--date", "--place"]
    for line, ground in product(lines.values(), (grounds["--bg"], grounds["--mark"])):
        assert contrast(line, ground) >= 3


def test_nothing_in_the_style_asks_for_an_address():
    for style in (workbench.style(), workbench.page_style(), PAGE.read_text()):
        assert "url(" not in style
        assert "@import" not in style
