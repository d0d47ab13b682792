"""Geocoding over the network, for those who ask for it: OpenStreetMap's Nominatim through geopy.

Nothing in Dateline makes one of these by itself. Nominatim's rules are kept: one request a second,
a user agent that names you, answers kept on disk and never asked for twice.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geodata.gazetteer.cache import cache_folder

logger = logging.getLogger(__name__)
ATTRIBUTION = "© OpenStreetMap contributors, ODbL"
_TABLE = "CREATE TABLE IF NOT EXISTS answers (query TEXT PRIMARY KEY, answer TEXT NOT NULL)"


class OnlineGazetteer(Geocoder):
    """Nominatim with a memory. ``allow_network=True`` is the switch; without it nothing is made."""

    def __init__(
        self,
        user_agent: str,
        *,
        allow_network: bool = False,
        cache: Path | None = None,
        **options: Any,  # of geopy's Nominatim: domain, timeout, adapter_factory ...
    ) -> None:
        if not allow_network:
            raise ValueError("online geocoding is off; pass allow_network=True to use the network")
        if "@" not in user_agent and "/" not in user_agent:
            raise ValueError(
                "Nominatim wants a user agent that says who asks: 'your-project (you@example.org)'"
            )
        super().__init__()
        nominatim = Nominatim(user_agent=user_agent, **options)
        self._ask = RateLimiter(
            nominatim.geocode, min_delay_seconds=1, max_retries=0, swallow_exceptions=False
        )
        folder = cache or cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "nominatim.sqlite3"

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: object = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """As every geopy geocoder; raises geopy's errors if the network fails."""
        answers = self._remembered(query)
        if answers is None:
            logger.warning("asking Nominatim for %r", query)
            found = self._ask(query, exactly_one=False, timeout=timeout, language="en") or []
            answers = [location.raw for location in found]
            self._remember(query, answers)
        locations = [_location(answer) for answer in answers]
        if not locations:
            return None
        return locations[0] if exactly_one else locations

    def _remembered(self, query: str) -> list[dict[str, Any]] | None:
        with closing(self._open()) as answers:
            row = answers.execute("SELECT answer FROM answers WHERE query = ?", [query]).fetchone()
        return None if row is None else list(json.loads(row[0]))

    def _remember(self, query: str, found: list[dict[str, Any]]) -> None:
        with closing(self._open()) as answers, answers:
            answers.execute("REPLACE INTO answers VALUES (?, ?)", [query, json.dumps(found)])

    def _open(self) -> sqlite3.Connection:
        answers = sqlite3.connect(self._path)
        answers.execute(_TABLE)
        return answers


def _location(answer: dict[str, Any]) -> Location:
    point = Point(float(answer["lat"]), float(answer["lon"]))
    return Location(answer.get("display_name", ""), point, answer)
