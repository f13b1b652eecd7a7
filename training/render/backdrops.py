"""What may be behind a person: scenes traced ray by ray, and flat clutter."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from synthetic.clothes import Colour
from synthetic.geometry import View
from synthetic.light import Light
from synthetic.scenery import Block, Patch, Scene, Surface, backdrop, smooth_noise

BACKDROP_PX: Final = 192
"""Side of a backdrop; crops show a part of it."""


def render_backdrops(seed: int, count: int) -> NDArray[np.uint8]:
    """Shape (count, BACKDROP_PX, BACKDROP_PX, 3), red first; two of three are traced scenes."""
    pictures = []
    for number in range(count):
        rng = np.random.default_rng((seed, 1_000_000_007, number))
        pictures.append(_clutter(rng) if number % 3 == 2 else _scene(rng))
    return np.stack(pictures)


def _scene(rng: np.random.Generator) -> NDArray[np.uint8]:
    surfaces = list(Surface)

    def surface() -> Surface:
        return surfaces[int(rng.integers(len(surfaces)))]

    blocks = []
    for _ in range(int(rng.integers(2, 9))):
        x, y = float(rng.uniform(-6, 6)), float(rng.uniform(5, 16))
        wide, deep = float(rng.exponential(2.0) + 0.1), float(rng.exponential(1.5) + 0.1)
        low = 0.0 if rng.random() < 0.7 else float(rng.uniform(0.3, 2.0))
        high = low + float(rng.exponential(1.6) + 0.05)
        blocks.append(
            Block((x - wide / 2, y, low), (x + wide / 2, y + deep, high), _colour(rng), surface())
        )
    scene = Scene(
        ground=_colour(rng),
        ground_surface=surface(),
        sky=_colour(rng),
        patches=(Patch((-8, float(rng.uniform(4, 9)), 8, 30), _colour(rng), surface()),),
        blocks=tuple(blocks),
        seed=int(rng.integers(1 << 30)),
    )
    eye = (float(rng.uniform(-2, 2)), 0.0, float(rng.uniform(1.2, 4.5)))
    target = (float(rng.uniform(-2, 2)), 9.0, float(rng.uniform(0.2, 1.6)))
    view = View(eye, target, float(rng.uniform(14, 50)), BACKDROP_PX, BACKDROP_PX)
    level = float(rng.uniform(0.5, 1.2))
    light = Light(
        direction=(float(rng.normal()), float(rng.normal()), float(rng.uniform(0.3, 1.5))),
        colour=(level * 0.7, level * 0.68, level * 0.62),
        sky=(level * 0.5, level * 0.52, level * 0.56),
        ground=(level * 0.3, level * 0.3, level * 0.3),
        shadow=float(rng.uniform(0.1, 0.6)),
    )
    return np.ascontiguousarray(backdrop(scene, view, light)[:, :, ::-1])


def _clutter(rng: np.random.Generator) -> NDArray[np.uint8]:
    """Noise, boxes, discs and lines over one another."""
    side = BACKDROP_PX
    noise = smooth_noise(rng, side, side, int(rng.integers(3, 8)))[..., None]
    first, second = np.array(_colour(rng)), np.array(_colour(rng))
    picture = np.ascontiguousarray(
        np.asarray((first * noise + second * (1 - noise)) * 255, np.uint8)
    )
    for _ in range(int(rng.integers(0, 25))):
        colour = tuple(255.0 * value for value in _colour(rng))
        start = tuple(int(value) for value in rng.integers(0, side, 2))
        size = tuple(int(value) for value in rng.exponential(25, 2) + 3)
        end = (start[0] + size[0], start[1] + size[1])
        match int(rng.integers(3)):
            case 0:
                cv2.rectangle(picture, start, end, colour, -1)
            case 1:
                cv2.ellipse(picture, start, size, 0, 0, 360, colour, -1)
            case _:
                cv2.line(picture, start, end, colour, int(rng.integers(1, 7)))
    if rng.random() < 0.5:
        picture = np.asarray(
            cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.5, 3.0))), np.uint8
        )
    return picture


def _colour(rng: np.random.Generator) -> Colour:
    """Mostly the greys, browns and greens of places."""
    value = rng.beta(1.6, 1.6)
    tint = np.exp(rng.normal(0, 0.25 if rng.random() < 0.75 else 0.8, 3))
    colour = np.clip(value * tint / tint.mean(), 0.02, 0.98)
    return (float(colour[0]), float(colour[1]), float(colour[2]))
