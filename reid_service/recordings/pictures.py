"""Pictures as Frigate would serve them, made from the clean frames of a recording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.domain.crop import Image
from reid_service.errors import RecordingError

THUMBNAIL_HEIGHT_PX: Final = 175
_LEAST_REGION_PX: Final = 300
_REGION_GROWTH: Final = 1.1
_GREY: Final = 128


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a snapshot is to look; `height_px` None keeps the frame's, `quality` in [1, 100]."""

    box: bool = False
    crop: bool = False
    height_px: int | None = None
    quality: int = 70


def is_webp(data: bytes) -> bool:
    """Whether the bytes are a WEBP file, by its magic."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def decode(data: bytes) -> Image:
    """The picture, shape (height, width, 3).

    Raises RecordingError for bytes that are no picture.
    """
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if data else None
    if image is None:
        msg = "A picture cannot be decoded: the file is damaged, fetch or copy it again."
        raise RecordingError(msg)
    return image.astype(np.uint8, copy=False)


def encode(image: Image, extension: str, quality: int = 70) -> bytes:
    """The picture as `jpg`, `png` or `webp`; quality in [1, 100] (png is lossless)."""
    options = {
        "jpg": [cv2.IMWRITE_JPEG_QUALITY, quality],
        "webp": [cv2.IMWRITE_WEBP_QUALITY, quality],
        "png": [cv2.IMWRITE_PNG_COMPRESSION, 1],
    }[extension]
    return bytes(cv2.imencode(f".{extension}", image, options)[1].tobytes())


def transcoded(data: bytes, extension: str, quality: int = 90) -> bytes:
    """The same picture in another format."""
    return encode(decode(data), extension, quality)


def frame_size(image: Image) -> FrameSize:
    """Width and height of a picture."""
    height, width = image.shape[:2]
    return FrameSize(width, height)


def square_region(box: PixelBox, size: FrameSize) -> PixelBox:
    """The square that Frigate cuts out: side max(300, 1.1 x the longer side), in the frame.

    >>> square_region(PixelBox(0, 0, 40, 100), FrameSize(640, 360))
    PixelBox(x_min=0, y_min=0, x_max=300, y_max=300)
    """
    side = max(_LEAST_REGION_PX, round(max(box.width, box.height) * _REGION_GROWTH))
    side = min(side, size.width, size.height)
    left = min(max((box.x_min + box.x_max - side) // 2, 0), size.width - side)
    top = min(max((box.y_min + box.y_max - side) // 2, 0), size.height - side)
    return PixelBox(left, top, left + side, top + side)


def drawn(data: bytes, box: PixelBox, drawing: Drawing) -> bytes:
    """snapshot.jpg of a frame: the box drawn in, cut out, scaled, as asked for."""
    image = decode(data)
    if drawing.box:
        corners = (box.x_min, box.y_min), (box.x_max, box.y_max)
        image = cv2.rectangle(image.copy(), *corners, (0, 255, 0), 2).astype(np.uint8, copy=False)
    if drawing.crop:
        image = _cut(image, square_region(box, frame_size(image)))
    return encode(scaled_to(image, drawing.height_px), "jpg", drawing.quality)


def thumbnail(data: bytes, box: PixelBox, extension: str) -> bytes:
    """The clean square around the object, 175 px high."""
    image = decode(data)
    region = square_region(box, frame_size(image))
    return encode(scaled_to(_cut(image, region), THUMBNAIL_HEIGHT_PX), extension)


def scaled_to(image: Image, height_px: int | None) -> Image:
    """The picture at another height, same shape; as it is when None."""
    size = frame_size(image)
    if height_px is None or height_px == size.height:
        return image
    width = max(1, round(size.width * height_px / size.height))
    resized = cv2.resize(image, (width, height_px), interpolation=cv2.INTER_AREA)
    return resized.astype(np.uint8, copy=False)


def grey_outside(data: bytes, box: PixelBox) -> bytes:
    """WEBP of the frame in which nothing but the person's box is left to see."""
    image = decode(data)
    inside = box.clipped(frame_size(image))
    redacted = np.full_like(image, _GREY)
    rows, columns = slice(inside.y_min, inside.y_max), slice(inside.x_min, inside.x_max)
    redacted[rows, columns] = image[rows, columns]
    return encode(redacted, "webp", 90)


def _cut(image: Image, box: PixelBox) -> Image:
    return image[box.y_min : box.y_max, box.x_min : box.x_max]
