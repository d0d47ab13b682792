"""What Streamlit is started on: the page's script and, beside it, the project's own map ground.

Streamlit would hold a file whole in memory to send it; this sends the part that is asked for, of
that one file and of no other.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit.starlette import App

from dashboard.ground import find_ground
from dashboard.remembered import Remembered
from dashboard.serve import asked_project
from geodata.records import ProjectError

if TYPE_CHECKING:
    from starlette.requests import Request


def ground(request: Request) -> Response:
    """The file, or the range of it that the request names."""
    try:
        project = asked_project(sys.argv[1:])
        found = find_ground(project) if project else None
        if found and found.address == request.url.path.lstrip("/"):
            return FileResponse(found.file, media_type="application/octet-stream")
    except (ProjectError, OSError):
        pass  # the page says what is wrong with it
    return PlainTextResponse("no such file", status_code=404)


app = App(
    Path(__file__).with_name("app.py").resolve(),
    routes=[Route("/ground/{name}", ground, methods=["GET"])],
    middleware=[Middleware(Remembered)],
)
