"""The gazetteer for those who use geopy: a ``Geocoder`` as all of its own are."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.geocoders.base import Geocoder

from geodata.gazetteer import gazetteer
from geodata.gazetteer.sources import Source


class _NoNetwork(BaseSyncAdapter):
    """What geopy would ask the network with; a gazetteer never does."""

    def get_text(self, url: str, *, timeout: float, headers: object) -> NoReturn:
        raise NotImplementedError("the bundled gazetteer is offline")

    get_json = get_text


class Gazetteer(gazetteer.Gazetteer, Geocoder):
    """The bundled places. The first use builds an index in the user's cache, in half a minute."""

    def __init__(
        self, cache: Path | None = None, *, progress: bool = True, source: Source | None = None
    ) -> None:
        Geocoder.__init__(self, adapter_factory=_NoNetwork)
        gazetteer.Gazetteer.__init__(self, cache, progress=progress, source=source)
