"""Files that never change, sent out of memory.

Streamlit reads each of its hundred files anew for every reader who opens the page, in pieces and in
another thread, and packs the map's files each time; a page waits for them more than for anything
else. What is kept is bounded by what is installed: an address that names no file is not kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FOLDERS = ("/static/", "/component/")
_OF_ONE_STATE = re.compile(r"/component/[^/]+-[0-9a-f]{12}/")  # as `event_map` names its folders
_NEVER_AGAIN = b"public, immutable, max-age=31536000"
_PACKINGS = (b"gzip", b"br", b"zstd")
Key = tuple[str, tuple[bool, ...]]


class Remembered:
    """Keeps what the app answers for a public file, and answers so itself from then on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[Key, tuple[Message, Message]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        key = _key(scope)
        if key is None:
            await self._app(scope, receive, send)
        elif key in self._kept:
            for message in self._kept[key]:
                await send(message)
        else:
            await self._learn(key, scope, receive, send)

    async def _learn(self, key: Key, scope: Scope, receive: Receive, send: Send) -> None:
        sent: list[Message] = []

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start" and _OF_ONE_STATE.match(key[0]):
                _for_ever(message)
            sent.append(message)
            await send(message)

        await self._app(scope, receive, keep)
        if _is_public_file(sent):
            self._kept[key] = _in_one_piece(sent)


def _key(scope: Scope) -> Key | None:
    """The file and how it may be packed; None for what is asked for in another way than a page."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    asked = dict(scope["headers"])
    if not scope["path"].startswith(_FOLDERS) or asked.keys() & {b"range", b"origin"}:
        return None
    packings = asked.get(b"accept-encoding", b"")
    return scope["path"], tuple(name in packings for name in _PACKINGS)


def _for_ever(start: Message) -> None:
    """Let the browser keep a file whose address changes whenever its content does."""
    headers = dict(start["headers"])
    if headers.get(b"cache-control") == b"public":
        start["headers"] = [*(headers | {b"cache-control": _NEVER_AGAIN}).items()]


def _is_public_file(sent: list[Message]) -> bool:
    start, *bodies = sent
    headers = dict(start.get("headers", ()))
    return (
        start.get("status") == 200
        and headers.get(b"cache-control", b"").startswith(b"public")
        and b"set-cookie" not in headers
        and all(message["type"] == "http.response.body" for message in bodies)
    )


def _in_one_piece(sent: list[Message]) -> tuple[Message, Message]:
    start, *bodies = sent
    body = b"".join(message.get("body", b"") for message in bodies)
    headers = dict(start["headers"]) | {b"content-length": str(len(body)).encode()}
    headers.pop(b"transfer-encoding", None)
    return (
        {"type": "http.response.start", "status": 200, "headers": [*headers.items()]},
        {"type": "http.response.body", "body": body},
    )
