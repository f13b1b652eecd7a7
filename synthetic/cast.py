"""The ten people of the demo site. Persons 03 and 08 look rather alike on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from synthetic.clothes import Outfit, Pattern, rgb
from synthetic.gait import Manner
from synthetic.phenotype import Phenotype

_PALE: Final = rgb(228, 186, 160)
_FAIR: Final = rgb(212, 165, 132)
_TAN: Final = rgb(172, 124, 90)
_BROWN: Final = rgb(118, 78, 55)
_DARK: Final = rgb(84, 56, 42)


@dataclass(frozen=True, slots=True)
class Role:
    """One person: label as in truth.json, body, clothes, way and speed of walking."""

    label: str
    phenotype: Phenotype
    outfit: Outfit
    manner: Manner
    speed_m_s: float


CAST: Final = (
    Role(
        "person_01",
        Phenotype(0.06, 0.68, 0.55, 0.55, 0.5, 1.80),
        Outfit(
            skin=_PALE, hair=rgb(60, 42, 28), top=rgb(176, 34, 38), bottom=rgb(44, 54, 88),
            shoes=rgb(225, 225, 225), inner=rgb(225, 225, 220), opening_m=0.05,
            top_thickness_m=0.026,
        ),
        Manner(step=0.95, arm_swing=0.8),
        1.30,
    ),
    Role(
        "person_02",
        Phenotype(0.93, 0.64, 0.4, 0.4, 0.6, 1.66),
        Outfit(
            skin=_FAIR, hair=rgb(186, 150, 92), top=rgb(62, 92, 96), bottom=rgb(26, 26, 30),
            shoes=rgb(96, 62, 40), coat=True, skirt_length_m=0.42, opening_m=0.0,
            top_thickness_m=0.03, long_hair=0.7, handbag=True, bag=rgb(120, 30, 36),
        ),
        Manner(step=0.92, arm_swing=0.55),
        1.20,
    ),
    Role(
        "person_03",
        Phenotype(0.07, 0.66, 0.5, 0.5, 0.55, 1.78),
        Outfit(
            skin=_FAIR, hair=rgb(30, 24, 20), top=rgb(34, 44, 86), bottom=rgb(72, 92, 132),
            shoes=rgb(34, 34, 36), top_thickness_m=0.02, hem_m=-0.1,
        ),
        Manner(step=0.98, arm_swing=0.9, lean=0.06),
        1.32,
    ),
    Role(
        "person_04",
        Phenotype(0.94, 0.6, 0.35, 0.35, 0.65, 1.70),
        Outfit(
            skin=_TAN, hair=rgb(22, 16, 14), top=rgb(232, 196, 60), bottom=rgb(232, 228, 220),
            shoes=rgb(228, 228, 226), sleeve=0.42, trouser=-1.0, skirt_length_m=0.45,
            long_hair=0.9,
        ),
        Manner(step=0.95, arm_swing=0.7),
        1.24,
    ),
    Role(
        "person_05",
        Phenotype(0.05, 0.72, 0.5, 0.75, 0.45, 1.74),
        Outfit(
            skin=_PALE, hair=rgb(150, 148, 144), top=rgb(58, 104, 66), bottom=rgb(160, 140, 104),
            shoes=rgb(92, 64, 42), top_pattern=Pattern.CHECKS, top_second=rgb(196, 186, 150),
            pattern_scale=9.0, hem_m=-0.12,
        ),
        Manner(step=0.92, arm_swing=0.6, lean=0.08),
        1.12,
    ),
    Role(
        "person_06",
        Phenotype(0.08, 0.58, 0.6, 0.4, 0.6, 1.86),
        Outfit(
            skin=_DARK, hair=rgb(16, 14, 14), top=rgb(228, 228, 224), bottom=rgb(24, 24, 28),
            shoes=rgb(230, 230, 230), sleeve=0.42, trouser=0.42, logo=True, inner=rgb(200, 40, 40),
            backpack=True, bag=rgb(30, 34, 40),
        ),
        Manner(step=1.0, arm_swing=0.9),
        1.42,
    ),
    Role(
        "person_07",
        Phenotype(0.92, 0.75, 0.4, 0.6, 0.5, 1.62),
        Outfit(
            skin=_PALE, hair=rgb(120, 60, 34), top=rgb(112, 66, 146), bottom=rgb(66, 66, 72),
            shoes=rgb(28, 28, 30), top_pattern=Pattern.BLOTCHES, top_second=rgb(208, 150, 200),
            pattern_scale=10.0, long_hair=0.35, skirt_length_m=0.6, dress=True, trouser=1.02,
        ),
        Manner(step=0.9, arm_swing=0.6),
        1.10,
    ),
    Role(
        "person_08",
        Phenotype(0.06, 0.62, 0.55, 0.45, 0.5, 1.76),
        Outfit(
            skin=_FAIR, hair=rgb(52, 36, 26), top=rgb(42, 54, 100), bottom=rgb(62, 80, 116),
            shoes=rgb(206, 206, 202), top_pattern=Pattern.FADE, top_second=rgb(30, 36, 62),
            inner=rgb(206, 206, 200), opening_m=0.035, top_thickness_m=0.022, hem_m=-0.06,
        ),
        Manner(step=0.96, arm_swing=0.8),
        1.28,
    ),
    Role(
        "person_09",
        Phenotype(0.05, 0.64, 0.65, 0.5, 0.5, 1.82),
        Outfit(
            skin=_BROWN, hair=rgb(18, 14, 12), top=rgb(232, 120, 40), bottom=rgb(44, 50, 48),
            shoes=rgb(40, 34, 30), top_pattern=Pattern.YOKE, top_second=rgb(60, 62, 66),
            cap=True, bag=rgb(232, 120, 40), top_thickness_m=0.024,
        ),
        Manner(step=1.0, arm_swing=0.9),
        1.40,
    ),
    Role(
        "person_10",
        Phenotype(0.95, 0.57, 0.4, 0.35, 0.6, 1.72),
        Outfit(
            skin=_FAIR, hair=rgb(92, 38, 22), top=rgb(120, 188, 214), bottom=rgb(30, 32, 40),
            shoes=rgb(210, 90, 130), inner=rgb(240, 240, 240), opening_m=0.04, long_hair=0.5,
            backpack=True, bag=rgb(206, 92, 132), trouser=1.02,
        ),
        Manner(step=0.98, arm_swing=0.75),
        1.30,
    ),
)  # fmt: skip
