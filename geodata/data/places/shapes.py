"""Outlines of divisions: their centre, their size, and which towns lie inside."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

EARTH_KM = 6371.0
Ring = NDArray[np.float64]  # closed, columns longitude and latitude


class Shape(NamedTuple):
    """Where a division lies and how large it is."""

    latitude: float
    longitude: float
    area_km2: float

    @property
    def radius_km(self) -> float:
        """Of the circle of the same area."""
        return float(np.sqrt(self.area_km2 / np.pi))


def polygons(geometry: dict[str, Any]) -> list[list[Ring]]:
    """The polygons of a GeoJSON geometry, each as its outer ring and its holes."""
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        parts = [parts]
    return [[np.asarray(ring, float)[:, :2] for ring in part] for part in parts]


def shape(parts: list[list[Ring]]) -> Shape:
    """Centre of area and size of polygons; their largest part decides across the date line."""
    moments = np.array(
        [_moments(ring) * (1 if at == 0 else -1) for part in parts for at, ring in enumerate(part)]
    )
    largest = moments[np.argmax(moments[:, 0])]
    middle = largest[1] / largest[0]
    near = np.abs(moments[:, 1] / moments[:, 0] - middle) < 180
    area, east, north = moments[near].sum(axis=0)
    return Shape(float(north / area), float(east / area), float(np.abs(moments[:, 0]).sum()))


def joined(shapes: list[Shape]) -> Shape:
    """One shape for several that make up a larger division."""
    areas = np.array([part.area_km2 for part in shapes])
    latitude = np.average([part.latitude for part in shapes], weights=areas)
    longitude = np.average([part.longitude for part in shapes], weights=areas)
    return Shape(float(latitude), float(longitude), float(areas.sum()))


def inside(parts: list[list[Ring]], latitude: Ring, longitude: Ring) -> NDArray[np.int64]:
    """Indices of the points that lie inside the polygons, by the even-odd rule."""
    rings = [ring for part in parts for ring in part]
    low = np.min([ring.min(axis=0) for ring in rings], axis=0)
    high = np.max([ring.max(axis=0) for ring in rings], axis=0)
    box = (longitude >= low[0]) & (longitude <= high[0])
    box &= (latitude >= low[1]) & (latitude <= high[1])
    near = np.flatnonzero(box)
    odd = np.zeros(len(near), bool)
    for ring in rings:
        odd ^= _crossings(ring, longitude[near], latitude[near])
    return near[odd]


def _crossings(ring: Ring, x: Ring, y: Ring) -> NDArray[np.bool_]:
    odd = np.zeros(len(x), bool)
    for (x1, y1), (x2, y2) in pairwise(ring):
        if y1 != y2:
            crosses = (y1 > y) != (y2 > y)
            odd ^= crosses & (x < (x2 - x1) * (y - y1) / (y2 - y1) + x1)
    return odd


def _moments(ring: Ring) -> NDArray[np.float64]:
    """Area in square km and its first moments (longitude, latitude), on an equal-area cylinder."""
    x, y = np.radians(ring[:, 0]), np.sin(np.radians(ring[:, 1]))
    cross = x[:-1] * y[1:] - x[1:] * y[:-1]
    area = cross.sum() / 2
    if abs(area) < 1e-14:
        return np.array([1e-9, 1e-9 * ring[:, 0].mean(), 1e-9 * ring[:, 1].mean()])
    east = np.degrees(((x[:-1] + x[1:]) * cross).sum() / (6 * area))
    north = np.degrees(np.arcsin(((y[:-1] + y[1:]) * cross).sum() / (6 * area)))
    size = abs(area) * EARTH_KM**2
    return np.array([size, size * east, size * north])
