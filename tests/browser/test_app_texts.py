"""Texts that would run if they could: they appear as text, in the browser and on the server."""

from pathlib import Path

import pytest

from tests.browser.app_server import app_server, open_app

pytestmark = pytest.mark.browser
PAYLOADS = (
    "{{7*7}}",
    "{% include 'x' %}",
    "{{ lipsum.__globals__.os.mkdir('PWNED') }}",
    "<script>window.pwned = 1</script>",
    "<img src=x onerror='window.pwned = 1'>",
    "</script><b>bold</b>",
    "`${window.pwned = 1}`",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("payloads")
    for number, payload in enumerate(PAYLOADS):
        text = f"Artillery {payload} shelled Stepanakert on {number + 1} November 2020."
        head = f"---\noutlet: Wire {payload}\ntitle: Title {payload}\ndate: 2020-11-10\n---\n"
        (folder / f"{number}.md").write_text(head.replace("'", '"') + text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def address(folder):
    with app_server(folder) as found:
        yield found


def test_no_payload_runs_and_each_is_shown_as_text(page, address, folder, complaints):
    open_app(page, address)
    assert page.locator(".row").count() >= 1

    for number in range(page.locator(".row:visible").count()):
        page.locator(".row:visible").nth(number).click()
        page.locator(".card mark").first.wait_for()
        page.keyboard.press("Escape")
        page.locator(".card").wait_for(state="hidden")

    assert "{{7*7}}" in page.locator(".rows").inner_text()
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("document.querySelector('iframe').contentWindow.pwned") is None
    assert not any(Path.cwd().glob("PWNED"))
    assert not (folder / "PWNED").exists()
    assert complaints == []


def test_the_documents_page_shows_them_as_text_too(page, address, complaints):
    page.goto(f"{address}/?page=documents&doc=4.md")
    page.locator(".document").wait_for(timeout=60_000)

    assert "<img src=x onerror=" in page.locator(".document").inner_text()
    assert page.evaluate("window.pwned") is None
    assert complaints == []
