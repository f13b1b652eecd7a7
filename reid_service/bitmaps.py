"""Pictures that somebody uploads: looked at before they are decoded, and encoded anew.

A picture of some kilobytes can claim any size. Its header is read first, so that nothing larger
than allowed is ever unpacked. What is kept is what we encoded: no metadata, no trailing data.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from reid_service.domain.boxes import FrameSize
from reid_service.errors import InvalidRequest

Pixels: TypeAlias = NDArray[np.uint8]
"""Shape (height, width), or with 3 (blue, green, red) or 4 (and alpha) channels."""

MOST_PIXELS: Final = 25_000_000
_MOST_SIDE: Final = 12_000
_MOST_SCANS: Final = 64
"""Each scan of a progressive JPEG is a pass over all pixels, however short it is."""

_WEBP_QUALITY: Final = 90
_SIZELESS_MARKERS: Final = frozenset({0x01, *range(0xD0, 0xDA)})
_FRAME_MARKERS: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class BitmapKind(StrEnum):
    """What is taken."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"


@dataclass(frozen=True, slots=True)
class EncodedBitmap:
    """A picture as we encoded it; `suffix` with its dot."""

    data: bytes
    suffix: str
    size: FrameSize


def bitmap_kind(data: bytes) -> BitmapKind | None:
    """By its first bytes; None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return BitmapKind.PNG
    if data.startswith(b"\xff\xd8\xff"):
        return BitmapKind.JPEG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return BitmapKind.WEBP
    return None


def decoded_bitmap(
    data: bytes, *, most_pixels: int = MOST_PIXELS, in_colour: bool = False
) -> Pixels:
    """The pixels of a PNG, JPEG or WEBP. Raises `InvalidRequest` where it is too large or damaged.

    Of an animation the first picture. A JPEG is turned as it says. `in_colour` makes three channels
    of whatever there are.
    """
    kind = bitmap_kind(data)
    if kind is None:
        msg = "This is no picture that is understood. Send a PNG, JPEG or WEBP."
        raise InvalidRequest(msg)
    size = _claimed_size(data, kind)
    if size is None or min(size.width, size.height) < 1:
        raise _damaged()
    if size.width * size.height > most_pixels or max(size.width, size.height) > _MOST_SIDE:
        msg = (
            f"The picture is too large. At most {most_pixels // 1_000_000} megapixels and "
            f"{_MOST_SIDE} pixels a side are taken: make it smaller."
        )
        raise InvalidRequest(msg)
    if not _is_whole(data, kind):
        raise _damaged()
    as_it_is = kind is not BitmapKind.JPEG and not in_colour
    how = cv2.IMREAD_UNCHANGED if as_it_is else cv2.IMREAD_COLOR
    try:
        image: NDArray[Any] | None = cv2.imdecode(np.frombuffer(data, np.uint8), how)
    except cv2.error:
        image = None
    if image is None:
        raise _damaged()
    if image.dtype == np.uint16:
        image = image >> 8
    return image.astype(np.uint8, copy=False)


def encoded_bitmap(data: bytes, *, most_side: int) -> EncodedBitmap:
    """The same picture encoded anew, at most `most_side` pixels wide and high.

    A PNG stays one, for drawings; others become WEBP. Raises `InvalidRequest`.
    """
    image = decoded_bitmap(data)
    height, width = image.shape[:2]
    factor = most_side / max(width, height)
    if factor < 1.0:
        width, height = max(1, round(width * factor)), max(1, round(height * factor))
        image = cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA).astype(np.uint8)
    suffix, options = ".webp", [cv2.IMWRITE_WEBP_QUALITY, _WEBP_QUALITY]
    if bitmap_kind(data) is BitmapKind.PNG:
        suffix, options = ".png", []
    encoded = cv2.imencode(suffix, image, options)[1].tobytes()
    return EncodedBitmap(encoded, suffix, FrameSize(width, height))


def _damaged() -> InvalidRequest:
    return InvalidRequest("The picture is damaged. Save it again and send that.")


def _is_whole(data: bytes, kind: BitmapKind) -> bool:
    """Whether the end is there: a part would be decoded too, the rest of it grey."""
    match kind:
        case BitmapKind.PNG:
            return b"IEND" in data
        case BitmapKind.JPEG:
            return b"\xff\xd9" in data and data.count(b"\xff\xda") <= _MOST_SCANS
        case BitmapKind.WEBP:
            return 8 + int.from_bytes(data[4:8], "little") <= len(data)


def _claimed_size(data: bytes, kind: BitmapKind) -> FrameSize | None:
    """What the header says, before anything is unpacked."""
    if kind is BitmapKind.PNG:
        if data[12:16] != b"IHDR" or len(data) < 24:
            return None
        return FrameSize(int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    return _jpeg_size(data) if kind is BitmapKind.JPEG else _webp_size(data)


def _jpeg_size(data: bytes) -> FrameSize | None:
    """From the frame header (ITU-T T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill bytes
            at += 1
        elif marker in _FRAME_MARKERS:
            height = int.from_bytes(data[at + 5 : at + 7])
            return FrameSize(int.from_bytes(data[at + 7 : at + 9]), height)
        elif marker in _SIZELESS_MARKERS:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _webp_size(data: bytes) -> FrameSize | None:
    """From the first chunk (RFC 9649, sections 2.5 to 2.7, and RFC 6386, section 9.1)."""
    chunk, head = data[12:16], data[20:30]
    if len(head) < 10:
        return None
    if chunk == b"VP8X":
        width, height = head[4:7], head[7:10]
        return FrameSize(int.from_bytes(width, "little") + 1, int.from_bytes(height, "little") + 1)
    if chunk == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return FrameSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    if chunk == b"VP8 ":
        width, height = head[6:8], head[8:10]
        return FrameSize(
            int.from_bytes(width, "little") & 0x3FFF, int.from_bytes(height, "little") & 0x3FFF
        )
    return None
