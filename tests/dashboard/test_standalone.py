import base64
import gzip
import hashlib
import json
import re
from datetime import date
from functools import cache

import pytest

from dashboard import standalone
from geodata.records import Document, Event, Interval, Place, Report

PAYLOADS = [
    "{{7*7}}",
    "{% raw %}",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "`${alert(1)}`",
    "</script><b>",
    "-->\u2028\u2029",
    "@DATA@",
]


@cache
def page(title="Chronicle", words="Quiet along the line"):
    place = Place("test:1", words, 40, 47, "P", "PPL", "settlement")
    report = Report("a.md", 0, len(words), words, "reported", outlet=words)
    event = Event(
        id="e1",
        title=words,
        category="combat",
        status="reported",
        reports=(report,),
        interval=Interval(date(2020, 10, 1), date(2020, 10, 1)),
        place=place,
        place_precision="exact",
    )
    return standalone.page([event], [Document("a.md", words, title=words)], title)


def data(text):
    block = re.search(r'id="data">([^<]*)</script>', text)[1]
    return json.loads(gzip.decompress(base64.b64decode(block)))


def test_the_page_holds_the_events_their_cards_and_the_basemap():
    found = data(page())

    assert found["payload"]["titles"] == ["Quiet along the line"]
    assert found["details"]["e1"]["evidence"][0]["sentence"] == "Quiet along the line"
    assert found["layers"]["land"]["features"]
    assert found["labels"]


@pytest.mark.parametrize("words", PAYLOADS)
def test_text_of_documents_is_nowhere_but_in_the_block_of_data(words):
    assert data(page(words=words))["payload"]["titles"] == [words]
    assert page(words=words).count("<script") == page().count("<script")


def test_the_title_is_text():
    assert "<title>&lt;b&gt;@DATA@&lt;/b&gt;</title>" in page(title="<b>@DATA@</b>")


def test_the_policy_lets_only_our_own_scripts_run_and_fetches_nothing():
    text = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)

    assert "default-src 'none'" in policy
    assert "connect-src" not in policy
    assert len(scripts) == 2
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
