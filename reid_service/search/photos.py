"""A picture that somebody sends: decoded only after it is known what decoding costs.

Format, size and completeness are read from the bytes themselves. What the sender says of them
counts for nothing.
"""

from __future__ import annotations

import re
import struct
import threading
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

import cv2
import numpy as np

from reid_service.domain.crop import Image
from reid_service.errors import InvalidRequest

MAX_BYTES: Final = 8 * 1024 * 1024
MAX_PIXELS: Final = 32_000_000
"""What a telephone takes at most without trying; 96 MB once it is decoded."""

_MAX_SIDE: Final = 16_384
_MIN_SIDE: Final = 32
_MAX_SCANS: Final = 64
"""A progressive JPEG has ten or so. Each one costs a pass over the whole picture."""

_NOT_A_PICTURE: Final = "This is not a whole picture. Send a JPEG, PNG or WebP file."

_MARK: Final = 0xFF
_SCAN: Final = 0xDA
_END: Final = 0xD9
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Within a scan a byte of 0xFF is followed by 0 or by the number of a restart.
_AFTER_SCAN: Final = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")

_Size: TypeAlias = tuple[int, int]

# Each decoding needs its memory: one at a time.
_DECODING = threading.Lock()


def decode_photo(data: bytes) -> Image:
    """The picture, upright as its EXIF orientation says. Raises `InvalidRequest`."""
    if len(data) > MAX_BYTES:
        msg = f"The picture is too large. At most {MAX_BYTES // 2**20} MiB are taken."
        raise InvalidRequest(msg)
    size = _size_of(data)
    if size is None:
        raise InvalidRequest(_NOT_A_PICTURE)
    if min(size) < _MIN_SIDE:
        msg = f"The picture is too small. Each side needs {_MIN_SIDE} pixels or more."
        raise InvalidRequest(msg)
    if max(size) > _MAX_SIDE or size[0] * size[1] > MAX_PIXELS:
        msg = "The picture has too many pixels. Send the part with the person."
        raise InvalidRequest(msg)
    with _DECODING:
        image = _decoded(data)
    # What was decoded has the size that was promised, or lies on its side.
    if image is None or sorted(image.shape[:2]) != sorted(size):
        raise InvalidRequest(_NOT_A_PICTURE)
    return image


def _decoded(data: bytes) -> Image | None:
    try:
        image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None
    return None if image is None else image.astype(np.uint8, copy=False)


def _size_of(data: bytes) -> _Size | None:
    """Width and height of a whole picture of a known format, else None."""
    reader = next((read for magic, read in _READERS.items() if data.startswith(magic)), None)
    try:
        return None if reader is None else reader(data)
    except (struct.error, IndexError):
        return None


def _jpeg_size(data: bytes) -> _Size | None:
    """From the frame header, if the picture ends as it should; ITU-T T.81, B.1 and B.2."""
    size, scans, at = None, 0, 2
    while data[at] == _MARK:
        kind = data[at + 1]
        if kind == _MARK:  # a fill byte
            at += 1
            continue
        if kind == _END:
            return size
        (length,) = struct.unpack_from(">H", data, at + 2)
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            size = (width, height)
        at += 2 + length
        if kind == _SCAN:
            scans += 1
            following = _AFTER_SCAN.search(data, at)
            if following is None or scans > _MAX_SCANS:
                return None
            at = following.start()
    return None


def _png_size(data: bytes) -> _Size | None:
    """From the header chunk, if every chunk is there; RFC 2083, 3 and 4."""
    width, height = struct.unpack_from(">II", data, 16)
    at = 8
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if at == 8 and kind != b"IHDR":
            return None
        at += 12 + length
        if kind == b"IEND":
            return (width, height) if at <= len(data) else None
    return None


def _webp_size(data: bytes) -> _Size | None:
    """From the first chunk; RFC 9649, 2.5 to 2.7, and RFC 6386, 9.1."""
    length, kind, chunk = struct.unpack_from("<I4s4s", data, 4)
    if kind != b"WEBP" or 8 + length > len(data):
        return None
    if chunk == b"VP8X":
        return _uint24(data, 24) + 1, _uint24(data, 27) + 1
    if chunk == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _uint24(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")


_READERS: Final[Mapping[bytes, Callable[[bytes], _Size | None]]] = {
    b"\xff\xd8\xff": _jpeg_size,
    b"\x89PNG\r\n\x1a\n": _png_size,
    b"RIFF": _webp_size,
}
