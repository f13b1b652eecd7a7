"""Cloth as pictures: patterns, prints and logos, drawn from random numbers alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from synthetic.scenery import smooth_noise

Texture: TypeAlias = NDArray[np.float32]
"""Red, green, blue in [0, 1], shape (SIDE, SIDE, 3); row 0 is the lowest."""

Palette: TypeAlias = Sequence[NDArray[np.float32]]
"""Colours (3,) in [0, 1]; the first is the cloth's own."""

SIDE: Final = 96
TILE_M: Final = 0.64
"""What a texture covers in both directions before it repeats."""


def plain(rng: np.random.Generator, colours: Palette) -> Texture:
    """One colour."""
    del rng
    return _filled(colours[0])


def stripes(rng: np.random.Generator, colours: Palette) -> Texture:
    """Two or three colours in bands of one or of many widths, across or along."""
    bands = _bands(rng, colours)
    across = rng.random() < 0.7
    return np.repeat(bands[:, None] if across else bands[None, :], SIDE, axis=1 if across else 0)


def checks(rng: np.random.Generator, colours: Palette) -> Texture:
    """Bands both ways, one over the other: gingham to tartan."""
    first = _bands(rng, colours)
    second = first if rng.random() < 0.6 else _bands(rng, colours)
    share = np.float32(rng.uniform(0.35, 0.65))
    return np.asarray(first[:, None] * share + second[None, :] * (1 - share), np.float32)


def dots(rng: np.random.Generator, colours: Palette) -> Texture:
    """Dots or flowers, in rows or scattered."""
    picture = _filled(colours[0])
    radius = int(rng.integers(2, 8))
    step = int(radius * rng.uniform(2.4, 5.0))
    scatter = step * 0.4 * (rng.random() < 0.5)
    for row, y in enumerate(range(0, SIDE, step)):
        for x in range((row % 2) * step // 2, SIDE, step):
            colour = colours[1 + int(rng.integers(len(colours) - 1))]
            centre = (
                int(x + scatter * rng.uniform(-1, 1)),
                int(y + scatter * rng.uniform(-1, 1)),
            )
            cv2.circle(picture, centre, radius, _scalar(colour), -1)
    return picture


def blotches(rng: np.random.Generator, colours: Palette) -> Texture:
    """Camouflage, large flowers, batik: noise cut into steps."""
    noise = smooth_noise(rng, SIDE, SIDE, int(rng.integers(3, 6)))
    edges = np.quantile(noise, np.sort(rng.uniform(0.25, 0.9, len(colours) - 1)))
    return np.asarray(np.stack(list(colours))[np.digitize(noise, edges)], np.float32)


def faded(rng: np.random.Generator, colours: Palette) -> Texture:
    """From one colour to another from top to bottom, or in a washed-out middle."""
    ramp = np.linspace(0, 1, SIDE) if rng.random() < 0.6 else np.hanning(SIDE)
    ramp = np.clip(ramp * rng.uniform(0.8, 1.6), 0, 1)[:, None, None]
    picture = colours[0] * (1 - ramp) + colours[1] * ramp
    return np.asarray(np.broadcast_to(picture, (SIDE, SIDE, 3)), np.float32).copy()


def blocks(rng: np.random.Generator, colours: Palette) -> Texture:
    """Large fields: yoke, chest band, halves, panels at the sides."""
    picture = _filled(colours[0])
    low, high = sorted(int(value) for value in rng.uniform(0, SIDE, 2))
    kind = int(rng.integers(4))
    if kind == 0:
        picture[high:] = colours[1]
    elif kind == 1:
        picture[low : low + 8 + int(rng.integers(20))] = colours[1]
    elif kind == 2:
        picture[:, : SIDE // 2] = colours[1]
    else:
        width = int(rng.integers(8, 24))
        picture[:, :width] = picture[:, -width:] = colours[1]
    return picture


def heather(rng: np.random.Generator, colours: Palette) -> Texture:
    """Melange, denim, knitwear: fine noise between two near colours, drawn out one way."""
    noise = rng.random((SIDE, SIDE)).astype(np.float32)
    reach = (0.1 + 1.5 * rng.random(), 0.1 + 1.5 * rng.random())
    noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), reach[0], sigmaY=reach[1]))
    noise = (noise - noise.mean()) / max(float(noise.std()), 1e-6)
    share = np.clip(0.5 + rng.uniform(0.1, 0.4) * noise, 0, 1)[..., None]
    other = colours[0] * np.float32(rng.uniform(0.5, 1.4))
    picture = np.clip(colours[0] * (1 - share) + other * share, 0, 1)
    if rng.random() < 0.5:
        washed = smooth_noise(rng, SIDE, SIDE, 3)[..., None].astype(np.float32)
        picture = picture * (0.8 + 0.4 * washed)
    return np.asarray(np.clip(picture, 0, 1), np.float32)


def zigzag(rng: np.random.Generator, colours: Palette) -> Texture:
    """Bands that go up and down."""
    bands = _bands(rng, colours)
    period = SIDE // int(rng.integers(2, 7))
    wave = np.abs((np.arange(SIDE) % period) - period // 2)
    rows = (np.arange(SIDE)[:, None] + wave[None, :]) % SIDE
    return bands[rows]


PATTERNS: Final[tuple[tuple[Callable[[np.random.Generator, Palette], Texture], float], ...]] = (
    (plain, 0.40), (heather, 0.16), (stripes, 0.12), (checks, 0.08), (blotches, 0.07),
    (blocks, 0.06), (dots, 0.05), (faded, 0.04), (zigzag, 0.02),
)  # fmt: skip


def cloth(rng: np.random.Generator, colours: Palette, calm: float = 0.0) -> Texture:
    """Any pattern; `calm` is the chance that it is plain whatever else the dice say."""
    if rng.random() < calm:
        return plain(rng, colours)
    shares = np.array([share for _, share in PATTERNS])
    chosen = PATTERNS[int(rng.choice(len(PATTERNS), p=shares / shares.sum()))][0]
    return chosen(rng, colours)


def printed(rng: np.random.Generator, base: Texture, colours: Palette) -> Texture:
    """The cloth with something on the chest or back: a word, a badge, a picture, bars."""
    picture = np.array(base)
    x, y = (int(value) for value in rng.uniform((0.35, 0.5), (0.65, 0.75)) * SIDE)
    wide, tall = (int(value) for value in rng.uniform((10, 6), (46, 40)))
    box = (slice(max(0, y - tall // 2), y + tall // 2), slice(max(0, x - wide // 2), x + wide // 2))
    first, second = (colours[int(rng.integers(len(colours)))] for _ in range(2))
    kind = int(rng.integers(5))
    if kind == 0:
        _write(picture, rng, (x, y), first)
    elif kind == 1:
        cv2.ellipse(picture, (x, y), (wide // 2, tall // 2), 0, 0, 360, _scalar(first), -1)
        _write(picture, rng, (x, y), second)
    elif kind == 2:
        small = rng.random((int(rng.integers(2, 8)), int(rng.integers(2, 8)), 1))
        area = picture[box]
        share = np.asarray(cv2.resize(small, area.shape[1::-1], interpolation=cv2.INTER_CUBIC))
        area[:] = first * (1 - share[..., None]) + second * share[..., None]
    elif kind == 3:
        for _ in range(int(rng.integers(1, 4))):
            row = int(rng.uniform(0.4, 0.85) * SIDE)
            picture[row : row + int(rng.integers(2, 7))] = first
    else:
        picture[box] = first
    return np.clip(picture, 0, 1)


def _bands(rng: np.random.Generator, colours: Palette) -> NDArray[np.float32]:
    """Bands of colour along one line (SIDE, 3): a repeated sequence of one to four bands."""
    count = int(rng.integers(2, 5))
    even = rng.random() >= 0.6
    widths = np.full(count, rng.integers(2, 9)) if even else rng.integers(1, 14, count)
    numbers = np.repeat(np.arange(count), widths)
    which = [0, 1, *(int(rng.integers(len(colours))) for _ in range(count - 2))]
    line = np.stack([colours[index] for index in which])[numbers]
    return np.asarray(np.resize(line, (SIDE, 3)), np.float32)


def _write(
    picture: Texture, rng: np.random.Generator, at: tuple[int, int], colour: NDArray[np.float32]
) -> None:
    letters = "".join(chr(int(rng.integers(65, 91))) for _ in range(int(rng.integers(1, 7))))
    size = float(rng.uniform(0.5, 1.6)) * (2.0 if len(letters) < 3 else 1.0)
    x = int(at[0] - 9 * size * len(letters))
    y = int(SIDE - at[1] + 10 * size)
    ink = np.zeros((SIDE, SIDE), np.uint8)
    cv2.putText(ink, letters, (x, y), cv2.FONT_HERSHEY_SIMPLEX, size, 255, int(rng.integers(1, 5)))
    # Letters stand on the top row of a picture, cloth on row 0.
    share = (ink[::-1, :, None] / 255).astype(np.float32)
    picture[:] = picture * (1 - share) + colour * share


def _filled(colour: NDArray[np.float32]) -> Texture:
    return np.broadcast_to(np.asarray(colour, np.float32), (SIDE, SIDE, 3)).copy()


def _scalar(colour: NDArray[np.float32]) -> tuple[float, float, float]:
    return (float(colour[0]), float(colour[1]), float(colour[2]))
