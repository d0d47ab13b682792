"""The tests of the JavaScript core, run in the browser: it is there where node need not be."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
FILES = sorted((Path(__file__).parents[1] / "js").glob("*.test.js"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_javascript(page, map_address, file):
    page.goto(f"{map_address}tests")
    page.evaluate("(path) => import(path)", f"/tests/js/{file.name}")
    page.wait_for_function("results.length && results.every(({ ended }) => ended)")
    results = page.evaluate("window.results")

    assert [result for result in results if result["error"]] == []
