"""A region of a WEBP picture, without decoding what lies around and below it.

Frigate 0.17 and later send the clean picture as WEBP, whole; a person is a small part of it.
OpenCV decodes all of it, libwebp can stop early (half the time at 854x480, less the larger
the picture). No small package of Python offers that, so the system's library is asked, where
there is one, by its public, versioned interface (`webp/decode.h`, libwebp.so.7).
"""

from __future__ import annotations

import ctypes
import logging
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint32, c_void_p
from functools import cache

import numpy as np

from reid_service.domain.boxes import FrameSize, PixelBox
from reid_service.domain.crop import Image

_LOG = logging.getLogger(__name__)

_ABI_VERSION = 0x0200  # the library refuses another major version: the structures below
_MODE_BGR = 2
_STATUS_OK = 0

_MARGIN_PX = 2
"""Colour is stored at half the size and smoothed across its neighbours when enlarged: with
these pixels more on each side a region is what it is in the whole picture, to the bit."""


class _Features(ctypes.Structure):
    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("has_alpha", c_int),
        ("has_animation", c_int),
        ("format", c_int),
        ("pad", c_uint32 * 5),
    )


class _Rgb(ctypes.Structure):
    _fields_ = (("pixels", c_void_p), ("stride", c_int), ("size", c_size_t))


class _Yuv(ctypes.Structure):
    _fields_ = (("planes", c_void_p * 4), ("strides", c_int * 4), ("sizes", c_size_t * 4))


class _Planes(ctypes.Union):
    _fields_ = (("rgb", _Rgb), ("yuv", _Yuv))


class _Output(ctypes.Structure):
    _fields_ = (
        ("colorspace", c_int),
        ("width", c_int),
        ("height", c_int),
        ("is_external_memory", c_int),
        ("planes", _Planes),
        ("pad", c_uint32 * 4),
        ("private_memory", c_void_p),
    )


class _Options(ctypes.Structure):
    _fields_ = (
        ("bypass_filtering", c_int),
        ("no_fancy_upsampling", c_int),
        ("use_cropping", c_int),
        ("crop_left", c_int),
        ("crop_top", c_int),
        ("crop_width", c_int),
        ("crop_height", c_int),
        ("use_scaling", c_int),
        ("scaled_width", c_int),
        ("scaled_height", c_int),
        ("use_threads", c_int),
        ("dithering_strength", c_int),
        ("flip", c_int),
        ("alpha_dithering_strength", c_int),
        ("pad", c_uint32 * 5),
    )


class _Config(ctypes.Structure):
    _fields_ = (("input", _Features), ("output", _Output), ("options", _Options))


class LibWebp:
    """The system's libwebp."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._init = library.WebPInitDecoderConfigInternal
        self._init.argtypes = (POINTER(_Config), c_int)
        self._info = library.WebPGetInfo
        self._info.argtypes = (c_char_p, c_size_t, POINTER(c_int), POINTER(c_int))
        self._decode = library.WebPDecode
        self._decode.argtypes = (c_char_p, c_size_t, POINTER(_Config))

    def size(self, data: bytes) -> FrameSize | None:
        """The size by the head of `data`; None for what is no plain still WEBP picture.

        Pictures with transparency, animation or a declared orientation have an extended head
        and are left to OpenCV, which knows what to do with each.
        """
        if data[8:16] not in (b"WEBPVP8 ", b"WEBPVP8L"):
            return None
        width, height = c_int(), c_int()
        if not self._info(data, len(data), byref(width), byref(height)):
            return None
        return FrameSize(width.value, height.value)

    def region(self, data: bytes, size: FrameSize, box: PixelBox) -> Image | None:
        """The pixels of `box`, (height, width, 3) BGR, or None if they cannot be decoded.

        `box` lies inside the picture, whose `size` this is, and is not empty.
        """
        left = max(0, box.x_min - _MARGIN_PX) & ~1
        top = max(0, box.y_min - _MARGIN_PX) & ~1
        width = min(size.width, box.x_max + _MARGIN_PX) - left
        height = min(size.height, box.y_max + _MARGIN_PX) - top
        config = _Config()
        if not self._init(byref(config), _ABI_VERSION):
            return None
        pixels = np.empty((height, width, 3), np.uint8)
        config.options.use_cropping = 1
        config.options.crop_left, config.options.crop_top = left, top
        config.options.crop_width, config.options.crop_height = width, height
        config.output.colorspace = _MODE_BGR
        config.output.is_external_memory = 1
        config.output.planes.rgb = _Rgb(pixels.ctypes.data, width * 3, pixels.nbytes)
        if self._decode(data, len(data), byref(config)) != _STATUS_OK:
            return None
        x, y = box.x_min - left, box.y_min - top
        return pixels[y : y + box.height, x : x + box.width]


@cache
def libwebp() -> LibWebp | None:
    """The system's library, or None where there is none of the version known here."""
    try:
        return LibWebp(ctypes.CDLL("libwebp.so.7"))
    except (OSError, AttributeError) as error:
        _LOG.info(
            "WEBP pictures are decoded whole, which takes longer (%s); "
            "to decode the persons alone: apt-get install libwebp7",
            error,
        )
        return None
