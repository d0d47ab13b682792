"""The tests of the JavaScript core, run in the browser: it is there where node need not be."""

from pathlib import Path

import pytest

from tests.browser import map_page

pytestmark = pytest.mark.browser
FILES = sorted((Path(__file__).parents[1] / "js").glob("*.test.js"))


@pytest.fixture(scope="module")
def address():
    with map_page.map_server() as found:
        yield found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_javascript(page, address, file):
    page.goto(f"{address}tests")
    page.evaluate("(path) => import(path)", f"/tests/js/{file.name}")
    page.wait_for_timeout(100)
    results = page.evaluate("window.results")

    assert results
    assert [result for result in results if result["error"]] == []
