"""A PMTiles file of the zooms 0 and 1, all of one and the same tile: is it drawn, and in what?"""

from __future__ import annotations

import json
import struct
import zlib
from typing import Any

VECTOR, PNG = 1, 2
PLAIN = 1
WORLD = (-180, -85, 180, 85)


def vector_file(layer: str, **details: Any) -> bytes:
    """One polygon over the whole tile, in a layer of that name."""
    shape = [9, *_moves((0, 0)), 26, *_moves((4096, 0), (0, 4096), (-4096, 0)), 15]
    feature = _field(3, 3) + _field(4, b"".join(map(_varint, shape)))
    tile = _field(15, 2) + _field(1, layer.encode()) + _field(2, feature) + _field(5, 4096)
    details = {"vector_layers": [{"id": layer, "fields": {}}], **details}
    return pmtiles(_field(3, tile), VECTOR, details)


def picture_file(colour: tuple[int, int, int], **details: Any) -> bytes:
    """A picture of one colour."""
    row = b"\0" + bytes(colour) * 256
    head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(row * 256)), (b"IEND", b""))
    return pmtiles(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*c) for c in chunks), PNG, details)


def pmtiles(tile: bytes, kind: int, details: dict[str, Any]) -> bytes:
    """The file, as version 3 of the specification lays it out."""
    root = b"".join(map(_varint, (1, 0, 5, len(tile), 1)))  # entries, id, run, length, offset + 1
    words = json.dumps(details).encode()
    at = 127
    parts = (at, len(root), at + len(root), len(words), 0, 0, at + len(root) + len(words))
    header = b"PMTiles\x03" + struct.pack("<11Q", *parts, len(tile), 5, 1, 1)
    header += bytes((1, PLAIN, PLAIN, kind, 0, 1))
    header += struct.pack("<4i", *(degree * 10_000_000 for degree in WORLD))
    header += struct.pack("<Bii", 0, 0, 0)
    return header + root + words + tile


def _varint(number: int) -> bytes:
    low = b""
    while number > 127:
        low += bytes((number & 127 | 128,))
        number >>= 7
    return low + bytes((number,))


def _field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _moves(*steps: tuple[int, int]) -> list[int]:
    return [value << 1 if value >= 0 else (-value << 1) - 1 for step in steps for value in step]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
