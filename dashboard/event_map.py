"""The map of the dashboard as a folium map: constant from run to run, so it never remounts.

The events reach the browser on a channel (`payload.py`); nothing here depends on them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import folium
from streamlit.components.v1 import declare_component

from dashboard import bundle
from dashboard.time_map.time_map import Basemap, Events, TimeMap
from geodata.records import GeodataError

TIME_MAP = Path(__file__).parent / "time_map"
DATA = Path(__file__).parent.parent / "geodata" / "data"
LAYERS = ("land", "lakes", "rivers", "admin1", "borders")
FILES = {
    "areas": "areas/areas.geojson",
    "labels": "basemap/labels.json",
    "control": "areas/control.geojson",
}
# The region the map opens on until the events say better.
OPENING = (40.1, 46.4)
OPENING_ZOOM = 7
# As MAP_OPTIONS of map_frame.js.
LEAFLET_OPTIONS = {
    "zoom_snap": 0.25,
    "zoom_delta": 1,
    "wheel_px_per_zoom_level": 90,
    "max_bounds_viscosity": 0.8,
}


class AssetError(GeodataError):
    """A file of the installation that the map needs is missing."""


@dataclass(frozen=True, slots=True)
class Assets:
    """Where a page inside Streamlit finds the files: addresses relative to a component's frame."""

    scripts: str  # folder of time_map/
    data: str  # folder of geodata/data/


def serve_assets() -> Assets:
    """Let Streamlit serve the installation's files; call it in every run of the script.

    A component declared outside a run is never registered and its files are not found.

    Raises `AssetError` if one is missing: the browser would show an empty box without a word.
    """
    check_files()
    return Assets(_served("time_map", TIME_MAP), _served("data", DATA))


def _served(name: str, folder: Path) -> str:
    # The digest in the name keeps a browser from mixing the scripts of two versions.
    full = f"{name}-{_digest(folder)}"
    declare_component(full, path=str(folder))
    return f"../{__name__}.{full}/"


@cache
def _digest(folder: Path) -> str:
    files = [folder / file for file in needed_files(folder)]
    marks = [f"{file.name} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()[:12]


@cache
def _modules() -> list[str]:
    """The files of the frame's program, `map_frame.js` the last."""
    return [file.name for file in bundle.modules(TIME_MAP / "map_frame.js")]


def needed_files(folder: Path) -> list[str]:
    """The files of a folder of `serve_assets` without which the map does not work."""
    if folder == DATA:
        return [*(f"basemap/{layer}.geojson" for layer in LAYERS), *FILES.values()]
    scripts = sorted(file.name for file in folder.glob("*.js"))
    return ["vendor/leaflet.js", "vendor/leaflet.css", "time_map.css", *scripts]


def check_files() -> None:
    """Raise `AssetError` for the first file of the installation that is not there."""
    for folder in (TIME_MAP, DATA):
        for file in needed_files(folder):
            if not (folder / file).is_file():
                raise AssetError(
                    f"the map cannot be shown: {folder / file} is missing; install Dateline again"
                )


def build(channel: str, assets: Assets) -> folium.Map:
    """The map that listens on the channel, whose name is made of letters, digits and dashes."""
    time_map = TimeMap(
        f"{assets.scripts}vendor/leaflet.js",
        f"{assets.scripts}vendor/leaflet.css",
        location=OPENING,
        zoom_start=OPENING_ZOOM,
        **LEAFLET_OPTIONS,
    )
    files = {name: f"{assets.data}{file}" for name, file in FILES.items()}
    vendor = f"{assets.scripts}vendor/"
    Basemap(f"{assets.data}basemap/", vendor=vendor, **files).add_to(time_map)
    style = f"{assets.scripts}time_map.css"
    modules = [f"{assets.scripts}{name}" for name in _modules()]
    Events(channel, modules[-1], style, modules).add_to(time_map)
    return time_map
