"""Small images made in code."""

import struct
import zlib
from collections.abc import Callable

Colour = tuple[int, int, int]


def png(width: int, height: int, colour: Callable[[int, int], Colour] | Colour) -> bytes:
    """A PNG whose pixels have one colour, or what `colour` says for across and down."""
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            rows += bytes(colour if isinstance(colour, tuple) else colour(x, y))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data)
        for kind, data in (
            (b"IHDR", header),
            (b"IDAT", zlib.compress(bytes(rows))),
            (b"IEND", b""),
        )
    )


def lighthouse(width: int = 160, height: int = 120) -> bytes:
    """A tower with a lamp between sky and sea."""

    def colour(x: int, y: int) -> Colour:
        across, down = x / width, y / height
        if 0.42 <= across <= 0.58 and 0.1 <= down <= 0.22:
            return 250, 210, 90
        if 0.4 <= across <= 0.6 and 0.22 < down <= 0.8:
            return (190, 60, 50) if int(down * 12) % 2 else (240, 240, 235)
        if down > 0.75:
            return 60, 110, 150
        return 180, 210, 235

    return png(width, height, colour)


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
