import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from dashboard.remembered import Remembered

FILE = "/component/dashboard.event_map.data-0123456789ab/land.geojson"


def files(status=200, cache=b"public", **more):
    """An app that sends a file in two pieces and counts how often it was asked."""

    async def app(scope, _receive, send):
        app.asked.append(scope["path"])
        head = [(b"cache-control", cache), *((k.encode(), v) for k, v in more.items())]
        await send({"type": "http.response.start", "status": status, "headers": head})
        await send({"type": "http.response.body", "body": b"la", "more_body": True})
        await send({"type": "http.response.body", "body": b"nd"})

    app.asked = []
    return app


def get(app, path=FILE, method="GET", **headers):
    """The answer to one request: its headers and its body."""
    sent = []

    async def send(message):
        sent.append(message)

    asked = [(name.replace("_", "-").encode(), word.encode()) for name, word in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": asked}
    with ThreadPoolExecutor(1) as thread:  # in this one, the browser tests may have a loop running
        thread.submit(asyncio.run, app(scope, None, send)).result()
    return dict(sent[0]["headers"]), b"".join(message.get("body", b"") for message in sent)


def test_a_public_file_is_read_once_and_comes_again_as_it_was():
    app = files()
    remembered = Remembered(app)

    first, second = get(remembered), get(remembered)

    assert (first[1], second[1], len(app.asked)) == (b"land", b"land", 1)
    assert second[0][b"content-length"] == b"4"


def test_a_browser_keeps_what_has_an_address_of_its_content():
    remembered = Remembered(files())

    for path, kept in ((FILE, True), ("/component/streamlit_folium.st_folium/main.js", False)):
        for _ in range(2):
            assert (b"immutable" in get(remembered, path)[0][b"cache-control"]) is kept


def test_packed_and_unpacked_are_two_answers():
    app = files()
    remembered = Remembered(app)

    get(remembered, accept_encoding="gzip")
    get(remembered)
    get(remembered, accept_encoding="gzip")

    assert len(app.asked) == 2


def test_what_is_kept_does_not_grow_with_what_readers_write():
    app = files()
    remembered = Remembered(app)

    for number in range(9):
        get(remembered, accept_encoding=f"gzip;q=0.{number}")

    assert len(app.asked) == 1


@pytest.mark.parametrize(
    "app",
    [
        files(status=404),
        files(cache=b"no-cache"),  # the page itself, also under an address that names no file
        files(**{"set-cookie": b"session=1"}),
    ],
)
def test_what_is_no_public_file_is_asked_for_each_time(app):
    remembered = Remembered(app)

    get(remembered)
    get(remembered)

    assert len(app.asked) == 2


@pytest.mark.parametrize(
    "asked",
    [
        {"path": "/media/report.csv"},
        {"method": "HEAD"},
        {"range": "bytes=0-9"},
        {"origin": "http://elsewhere.example"},  # the answer says who may read it
    ],
)
def test_other_requests_pass_through(asked):
    app = files()
    remembered = Remembered(app)

    get(remembered, **asked)
    get(remembered, **asked)

    assert len(app.asked) == 2
