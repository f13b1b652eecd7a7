"""The parts of a recording that only a made-up one needs: configuration and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import cv2

from synthetic.frigate_traffic import FPS, TOPIC_PREFIX, VERSION, CameraFacts
from synthetic.light import Image

WEBP_QUALITY: Final = 60
"""What Frigate 0.17 uses for clean snapshots."""


def webp(image: Image) -> bytes:
    """A frame as Frigate stores clean snapshots."""
    done, data = cv2.imencode(".webp", image, [cv2.IMWRITE_WEBP_QUALITY, WEBP_QUALITY])
    if not done:
        raise OSError("OpenCV could not encode a picture: install a build with WebP.")
    return data.tobytes()


def frigate_config(cameras: Iterable[CameraFacts]) -> dict[str, Any]:
    """What GET /api/config would answer, as far as it is used."""
    return {
        "version": f"{VERSION}-recording",
        "mqtt": {"topic_prefix": TOPIC_PREFIX},
        "cameras": {camera.name: _camera_config(camera) for camera in cameras},
    }


def _camera_config(camera: CameraFacts) -> dict[str, Any]:
    return {
        "enabled": True,
        "detect": {
            "width": camera.width,
            "height": camera.height,
            "fps": FPS,
            "max_disappeared": 5 * FPS,
        },
        "zones": {
            name: {
                "coordinates": ",".join(f"{x:.4f},{y:.4f}" for x, y in polygon),
                "objects": ["person"],
            }
            for name, polygon in camera.zones.items()
        },
        "snapshots": {"enabled": True, "clean_copy": True},
        "onvif": {},
    }
