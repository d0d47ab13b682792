"""The two elements that bring a folium map to life. They hold addresses and a channel's name.

Never put text of a document into them: folium compiles what it has rendered once more as a
template, so ``{{ … }}`` in an event's title would run as Python on the server.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import folium
from branca.element import MacroElement
from folium.elements import JSCSSMixin
from folium.template import Template

# What the page reads in the map while a module is missing: words first, the reason behind them.
_FAILURE = """
    .catch((error) => {
        const note = document.createElement("div");
        note.setAttribute("role", "alert");
        note.className = "time-map-error";
        note.textContent = "The map could not start: " + error.message;
        {{ this._parent.get_name() }}.getContainer().append(note);
    });
"""
_SAFE = re.compile(r"[\w./-]*")


class Basemap(MacroElement):
    """Says where the bundled basemap is: a folder, and the addresses of single files by name."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this._parent.get_name() }}.basemapAt = {{ this.addresses|tojson }};
        {% endmacro %}
        """
    )

    def __init__(self, base: str, **files: str) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Basemap"
        self.addresses = {"base": _safe(base)} | {name: _safe(at) for name, at in files.items()}


class Events(JSCSSMixin, MacroElement):
    """Loads the map's frame (`map_frame.js`), which hears its events on the channel.

    ``modules`` are what the frame imports: asked for at once, not one after reading another.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012  (folium's own shape)
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        for (const module of {{ this.modules|tojson }}) {
            const link = document.createElement("link");
            link.rel = "modulepreload";
            link.href = new URL(module, document.baseURI);
            document.head.append(link);
        }
        import(new URL({{ this.module|tojson }}, document.baseURI))
            .then(({ mountFrame }) => mountFrame({{ this._parent.get_name() }}, {
                channel: {{ this.channel|tojson }}, ...{{ this._parent.get_name() }}.basemapAt }))
        """
        + _FAILURE
        + """
        {% endmacro %}
        """
    )

    def __init__(self, channel: str, module: str, style: str, modules: Sequence[str] = ()) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "Events"
        self.channel = _safe(channel)
        self.module = _safe(module)
        self.modules = [_safe(word) for word in modules]
        self.default_css = [("time_map_css", _safe(style))]


class TimeMap(folium.Map):
    """A folium map without tiles whose only script and style are the bundled Leaflet's."""

    def __init__(self, leaflet_js: str, leaflet_css: str, **options: Any) -> None:
        self.default_js = [("leaflet", _safe(leaflet_js))]
        self.default_css = [("leaflet_css", _safe(leaflet_css))]
        super().__init__(tiles=None, **options)


def _safe(word: str) -> str:
    """The word, if it is made of letters, digits and ``. / - _`` alone."""
    if not _SAFE.fullmatch(word):
        raise ValueError(f"{word!r} is no plain address or name; it would end in a template")
    return word
