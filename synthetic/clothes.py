"""What people wear: colours, cuts, patterns and things they carry."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final, TypeAlias

import numpy as np

Colour: TypeAlias = tuple[float, float, float]
"""Red, green, blue, each in [0, 1]."""


class Pattern(IntEnum):
    """How two colours share a garment; the numbers are those of the shader."""

    PLAIN = 0
    STRIPES = 1
    PINSTRIPES = 2
    CHECKS = 3
    BLOTCHES = 4
    YOKE = 5  # the shoulders in the second colour
    FADE = 6


@dataclass(frozen=True, slots=True)
class Outfit:
    """Everything a person wears.

    `sleeve` and `trouser` are shares of the limb that is covered: 0 none, 0.42 short, 1 long. Below
    0, there are no trousers (bare legs under a skirt). Lengths are metres.
    """

    skin: Colour
    hair: Colour
    top: Colour
    bottom: Colour
    shoes: Colour
    top_second: Colour = (0.5, 0.5, 0.5)
    bottom_second: Colour = (0.3, 0.3, 0.3)
    inner: Colour = (0.85, 0.85, 0.83)
    bag: Colour = (0.1, 0.1, 0.1)
    top_pattern: Pattern = Pattern.PLAIN
    bottom_pattern: Pattern = Pattern.PLAIN
    pattern_scale: float = 12.0  # repeats a metre
    sleeve: float = 1.05
    trouser: float = 1.02
    hem_m: float = -0.07  # of the top, relative to the waist
    opening_m: float = 0.0  # half width of an open front
    top_thickness_m: float = 0.014
    bottom_thickness_m: float = 0.010
    skirt_length_m: float = 0.0  # below the waist; 0 is no skirt
    coat: bool = False  # the skirt is the lower half of a coat
    dress: bool = False  # the skirt has the colours of the top
    hood: bool = False
    logo: bool = False
    long_hair: float = 0.0  # 0 short .. 1 long
    bald: bool = False
    cap: bool = False
    backpack: bool = False
    handbag: bool = False
    shoulder_bag: bool = False
    bun: bool = False
    hat: bool = False  # with a brim all round


_TOPS: Final[tuple[tuple[tuple[int, int, int], float], ...]] = (
    ((20, 20, 24), 5), ((60, 60, 66), 3), ((120, 120, 125), 2), ((225, 225, 222), 3),
    ((28, 36, 70), 3), ((60, 100, 170), 2), ((150, 30, 35), 2), ((90, 20, 30), 1),
    ((40, 90, 55), 1.2), ((90, 95, 60), 1.2), ((200, 180, 140), 1.2), ((225, 190, 60), 0.7),
    ((235, 140, 170), 0.9), ((110, 70, 150), 0.6), ((90, 60, 40), 1), ((220, 110, 50), 0.6),
    ((120, 190, 220), 0.8),
)  # fmt: skip
_BOTTOMS: Final[tuple[tuple[tuple[int, int, int], float], ...]] = (
    ((22, 22, 26), 4), ((40, 50, 85), 4), ((70, 95, 140), 3), ((95, 95, 100), 1.5),
    ((165, 145, 110), 1.5), ((215, 212, 205), 0.6), ((85, 70, 50), 0.8), ((60, 70, 45), 0.8),
    ((130, 40, 45), 0.4),
)  # fmt: skip
_SHOES: Final[tuple[tuple[tuple[int, int, int], float], ...]] = (
    ((20, 20, 20), 4), ((230, 230, 230), 3), ((90, 60, 40), 2), ((150, 30, 30), 0.5),
    ((70, 70, 80), 1),
)  # fmt: skip
_HAIR: Final[tuple[tuple[tuple[int, int, int], float], ...]] = (
    ((18, 14, 12), 4), ((60, 40, 25), 3), ((120, 85, 50), 1.5), ((190, 160, 100), 1),
    ((150, 150, 150), 1), ((90, 35, 20), 0.6),
)  # fmt: skip
_SKIN: Final[tuple[tuple[tuple[int, int, int], float], ...]] = (
    ((232, 190, 165), 3), ((215, 165, 130), 3), ((170, 120, 85), 2), ((120, 80, 55), 1.5),
    ((80, 52, 38), 1),
)  # fmt: skip
_BAGS: Final[tuple[tuple[tuple[int, int, int], float], ...]] = (
    ((20, 20, 24), 4), ((50, 60, 90), 1.5), ((140, 30, 35), 1), ((110, 80, 50), 1),
    ((70, 100, 70), 0.7), ((225, 180, 40), 0.5), ((200, 90, 130), 0.5),
)  # fmt: skip
_PATTERN_SHARES: Final = (0.52, 0.11, 0.07, 0.08, 0.08, 0.07, 0.07)


def rgb(red: int, green: int, blue: int) -> Colour:
    """A colour from 0..255."""
    return (red / 255, green / 255, blue / 255)


def random_outfit(rng: np.random.Generator, *, female: bool) -> Outfit:
    """Clothes as a street shows them: many dark ones, few patterns, some bags."""
    coat = _chance(rng, 0.14)
    skirt = female and not coat and _chance(rng, 0.3)
    dress = skirt and _chance(rng, 0.4)
    bare_legs = skirt and _chance(rng, 0.5)
    sleeve = float(rng.choice([0.0, 0.42, 0.95, 1.05], p=[0.05, 0.3, 0.1, 0.55]))
    trouser = float(rng.choice([0.4, 0.75, 1.02], p=[0.12, 0.05, 0.83]))
    if coat:
        skirt_length = float(rng.uniform(0.2, 0.55))
    else:
        skirt_length = float(rng.uniform(0.25, 0.65)) if skirt else 0.0
    return Outfit(
        skin=_pick(rng, _SKIN),
        hair=_pick(rng, _HAIR),
        top=_pick(rng, _TOPS),
        top_second=_pick(rng, _TOPS),
        inner=_pick(rng, _TOPS),
        bottom=_pick(rng, _BOTTOMS),
        bottom_second=_pick(rng, _BOTTOMS),
        shoes=_pick(rng, _SHOES),
        bag=_pick(rng, _BAGS),
        top_pattern=Pattern(int(rng.choice(7, p=_PATTERN_SHARES))),
        bottom_pattern=Pattern(int(rng.choice(3, p=[0.86, 0.07, 0.07]))),
        pattern_scale=float(rng.uniform(6, 28)),
        sleeve=1.05 if coat else sleeve,
        trouser=-1.0 if bare_legs else (1.02 if skirt else trouser),
        hem_m=float(rng.choice([-0.02, -0.07, -0.14])),
        opening_m=float(rng.uniform(0.02, 0.07)) if sleeve > 0.9 and _chance(rng, 0.35) else 0.0,
        top_thickness_m=float(rng.uniform(0.012, 0.032)) + (0.012 if coat else 0.0),
        bottom_thickness_m=float(rng.uniform(0.006, 0.02)),
        skirt_length_m=skirt_length,
        coat=coat,
        dress=dress,
        hood=_chance(rng, 0.06),
        logo=_chance(rng, 0.15),
        long_hair=float(rng.uniform(0.2, 1.0)) if female and _chance(rng, 0.7) else 0.0,
        bald=not female and _chance(rng, 0.1),
        cap=_chance(rng, 0.12),
        backpack=_chance(rng, 0.28),
        handbag=_chance(rng, 0.3 if female else 0.1),
    )


def _chance(rng: np.random.Generator, probability: float) -> bool:
    return bool(rng.random() < probability)


def _pick(
    rng: np.random.Generator, palette: tuple[tuple[tuple[int, int, int], float], ...]
) -> Colour:
    """A colour of the palette by its share, a little lighter or darker and off."""
    shares = np.array([share for _, share in palette])
    base = np.array(palette[int(rng.choice(len(palette), p=shares / shares.sum()))][0]) / 255
    varied = np.clip(base * rng.uniform(0.8, 1.2) + rng.uniform(-0.06, 0.06, 3), 0.01, 1.0)
    return (float(varied[0]), float(varied[1]), float(varied[2]))
