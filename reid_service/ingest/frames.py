"""Frames as Frigate sends them, decoded as far as somebody looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.domain.crop import Image
from reid_service.ingest.libwebp import LibWebp, libwebp


class Frame(Protocol):
    """A frame of a camera of which parts can be had."""

    @property
    def size(self) -> FrameSize:
        """Of the whole frame."""
        ...

    def region(self, box: PixelBox) -> Image | None:
        """The pixels of `box`, (height, width, 3) BGR, or None if they cannot be decoded.

        `box` lies inside the frame and is not empty.
        """
        ...


@dataclass(frozen=True, slots=True, eq=False)
class DecodedFrame:
    """A frame whose pixels are all there, (height, width, 3) BGR."""

    image: Image

    @property
    def size(self) -> FrameSize:
        """Of the whole frame."""
        return FrameSize(self.image.shape[1], self.image.shape[0])

    def region(self, box: PixelBox) -> Image:
        """A view of the pixels of `box`."""
        return self.image[box.y_min : box.y_max, box.x_min : box.x_max]


@dataclass(frozen=True, slots=True, eq=False)
class _WebpFrame:
    data: bytes
    size: FrameSize
    decoder: LibWebp

    def region(self, box: PixelBox) -> Image | None:
        return self.decoder.region(self.data, self.size, box)


def open_frame(data: bytes) -> Frame | None:
    """The frame in `data`, or None if it is none; what is cut from it is decoded then."""
    decoder = libwebp()
    size = None if decoder is None else decoder.size(data)
    if decoder is not None and size is not None:
        return _WebpFrame(data, size, decoder)
    image = decode_picture(data)
    return None if image is None else DecodedFrame(image)


def decode_picture(data: bytes) -> Image | None:
    """The whole picture in `data` as BGR, or None if it is none."""
    if not data:
        return None
    image = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    return None if image is None else image.astype(np.uint8, copy=False)
