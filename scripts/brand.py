"""Draws the mark: one person in two camera frames, joined by a way.

    .venv/bin/python scripts/brand.py

Writes icon.png, icon@2x.png, logo.png and their dark twins into the integration's brand folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

BRAND: Final = Path(__file__).resolve().parents[1] / "custom_components/frigate_reid/brand"
# Drawn larger and then averaged: smooth edges, transparency included.
SCALE: Final = 4
BASE: Final = 256 * SCALE

# Blue, green, red.
INK: Final = (74, 45, 24)
INK_ON_DARK: Final = (240, 228, 216)
AMBER: Final = (36, 158, 245)

Canvas = np.ndarray[Any, np.dtype[np.uint8]]


def _px(units: float) -> int:
    """Units of 1/256 of the icon's side in pixels of the canvas."""
    return round(units * SCALE)


def _mask() -> Canvas:
    return np.zeros((BASE, BASE), np.uint8)


def _frame(mask: Canvas, x: float, y: float) -> None:
    """Four corners, as a viewfinder has them."""
    side, arm, thickness = 108, 28, 13
    for corner_x, right in ((x, 1), (x + side, -1)):
        for corner_y, down in ((y, 1), (y + side, -1)):
            corner = (_px(corner_x), _px(corner_y))
            for end in (
                (_px(corner_x + right * arm), _px(corner_y)),
                (_px(corner_x), _px(corner_y + down * arm)),
            ):
                cv2.line(mask, corner, end, 255, _px(thickness), cv2.LINE_AA)


def _person(mask: Canvas, x: float, y: float, size: float) -> None:
    """Head and shoulders around (x, y)."""
    cv2.circle(mask, (_px(x), _px(y - 0.30 * size)), _px(0.20 * size), 255, -1, cv2.LINE_AA)
    centre, axes = (_px(x), _px(y + 0.42 * size)), (_px(0.36 * size), _px(0.40 * size))
    cv2.ellipse(mask, centre, axes, 0, 180, 360, 255, -1, cv2.LINE_AA)


def _way(mask: Canvas) -> None:
    """Dots on an arc from one frame to the other."""
    for angle in np.radians((200, 225, 250)):
        x, y = 136 + 98 * np.cos(angle), 136 + 98 * np.sin(angle)
        cv2.circle(mask, (_px(x), _px(y)), _px(8), 255, -1, cv2.LINE_AA)


def icon(ink: tuple[int, int, int]) -> Canvas:
    """The mark with transparency, `(BASE, BASE, 4)`."""
    dark, bright = _mask(), _mask()
    _frame(dark, 12, 136)
    _person(dark, 66, 195, 90)
    _frame(bright, 136, 12)
    _person(bright, 190, 71, 90)
    _way(bright)
    canvas = np.zeros((BASE, BASE, 4), np.uint8)
    for mask, colour in ((dark, ink), (bright, AMBER)):
        covered = mask > 0
        canvas[covered, :3] = colour
        canvas[..., 3] = np.maximum(canvas[..., 3], mask)
    return canvas


def logo(ink: tuple[int, int, int]) -> Canvas:
    """The mark with the name beside it."""
    words = np.zeros((BASE, _px(375)), np.uint8)
    for text, y in (("Frigate", 118), ("Re-ID", 212)):
        font, place = cv2.FONT_HERSHEY_DUPLEX, (_px(20), _px(y))
        cv2.putText(words, text, place, font, 3.1 * SCALE, 255, _px(9), cv2.LINE_AA)
    beside = np.zeros((*words.shape, 4), np.uint8)
    beside[words > 0, :3] = ink
    beside[..., 3] = words
    return np.hstack([icon(ink), beside])


def _write(name: str, drawn: Canvas, height: int) -> None:
    width = round(drawn.shape[1] * height / drawn.shape[0])
    # Colours are weighed with their opacity, else edges would darken.
    opacity = drawn[..., 3:].astype(np.float32) / 255
    premultiplied = np.dstack([drawn[..., :3] * opacity, opacity * 255]).astype(np.float32)
    small = cv2.resize(premultiplied, (width, height), interpolation=cv2.INTER_AREA)
    alpha = small[..., 3:] / 255
    colours = np.divide(small[..., :3], alpha, out=np.zeros_like(small[..., :3]), where=alpha > 0)
    picture = np.dstack([colours, small[..., 3:]]).round().astype(np.uint8)
    cv2.imwrite(str(BRAND / name), picture, [cv2.IMWRITE_PNG_COMPRESSION, 9])


def main() -> None:
    """Write all pictures."""
    BRAND.mkdir(parents=True, exist_ok=True)
    for prefix, ink in (("", INK), ("dark_", INK_ON_DARK)):
        _write(f"{prefix}icon.png", icon(ink), 256)
        _write(f"{prefix}icon@2x.png", icon(ink), 512)
        _write(f"{prefix}logo.png", logo(ink), 128)
        _write(f"{prefix}logo@2x.png", logo(ink), 256)


if __name__ == "__main__":
    main()
