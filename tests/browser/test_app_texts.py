"""Texts that would run if they could: they appear as text, in the browser and on the server."""

from pathlib import Path

import pytest

from tests.browser.app_server import open_app

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


NEWS = {
    f"{number}.md": f"""---
outlet: Wire {payload.replace("'", '"')}
title: Title {payload.replace("'", '"')}
date: 2020-11-10
---
Artillery {payload} shelled Stepanakert on {number + 1} November 2020."""
    for number, payload in enumerate(PAYLOADS)
}


def test_no_payload_runs_and_each_is_shown_as_text(page, own_address, folder, complaints):
    open_app(page, own_address)
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


def test_the_documents_page_shows_them_as_text_too(page, own_address, complaints):
    page.goto(f"{own_address}/?page=documents&doc=4.md")
    page.locator(".document").wait_for(timeout=60_000)

    assert "<img src=x onerror=" in page.locator(".document").inner_text()
    assert page.evaluate("window.pwned") is None
    assert complaints == []
