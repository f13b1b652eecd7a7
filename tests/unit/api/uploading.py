"""Pictures to upload, honest and other."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(
    inside: str = '<rect width="5" height="5"/>', head: str = 'viewBox="0 0 250 200"'
) -> bytes:
    """An SVG with this inside."""
    return f"{SVG} {head}>{inside}</svg>".encode()


def pixels(width: int = 40, height: int = 30, channels: int = 3) -> NDArray[np.uint8]:
    """A picture with something to see."""
    shape = (height, width) if channels == 1 else (height, width, channels)
    return np.random.default_rng(1).integers(0, 255, shape, np.uint8)


def encoded(suffix: str, image: NDArray[Any] | None = None) -> bytes:
    """As a file of that kind."""
    return cv2.imencode(suffix, pixels() if image is None else image)[1].tobytes()


def png_chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk with its checksum."""
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png_that_claims(width: int, height: int) -> bytes:
    """A few bytes that say they are a picture of any size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000, 9)
    chunks = (png_chunk(b"IHDR", head), png_chunk(b"IDAT", data), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg_that_claims(width: int, height: int) -> bytes:
    """The same for a JPEG: the size of a real one is overwritten."""
    data = bytearray(encoded(".jpg"))
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_that_claims(width: int, height: int) -> bytes:
    """The same for a WEBP, by its extended header."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0" * 4 + size + encoded(".webp")[12:]
    return b"RIFF" + struct.pack("<I", len(body)) + body
