"""A picture of a person that somebody sends to search with."""

from __future__ import annotations

import threading
from typing import Final

from reid_service.bitmaps import decoded_bitmap
from reid_service.domain.crop import Image
from reid_service.errors import InvalidRequest

MAX_BYTES: Final = 8 * 1024 * 1024
MAX_PIXELS: Final = 32_000_000
"""What a telephone takes at most without trying; 96 MB once it is decoded."""

_MIN_SIDE: Final = 32

# Each decoding needs its memory: one at a time.
_DECODING = threading.Lock()


def decode_photo(data: bytes) -> Image:
    """The picture in colour, upright as its EXIF orientation says. Raises `InvalidRequest`."""
    if len(data) > MAX_BYTES:
        msg = f"The picture is too large. At most {MAX_BYTES // 2**20} MiB are taken."
        raise InvalidRequest(msg)
    with _DECODING:
        image = decoded_bitmap(data, most_pixels=MAX_PIXELS, in_colour=True)
    if min(image.shape[:2]) < _MIN_SIDE:
        msg = f"The picture is too small. Each side needs {_MIN_SIDE} pixels or more."
        raise InvalidRequest(msg)
    return image
