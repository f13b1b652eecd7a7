"""How much two looks speak for one person: log-likelihood ratios from cosines.

A calibrated curve turns the likeness of two groups of tracklets into the logarithm of
p(looks | one person) / p(looks | two people). The likeness lies half way between the mean cosine
over all pairs and that of the best match: the same side of a person seen twice says more than a
front and a back. Measured on the recordings (single tracklets and groups of up to eight, three
sites, four models, centred): with n pairs the cosine at which both are equally likely rises by
0.06 ln n for one tracklet and by 0.04 ln n for two groups, and the slope grows as n^0.25.
Tracklets of one camera share a little more than people.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from reid_service.embed.embedder import Calibration

_BEST_SHARE: Final = 0.5
_SLOPE_GROWTH: Final = 0.25
_ZERO_GROWTH: Final = 0.06
_ZERO_GROWTH_OF_GROUPS: Final = 0.04
_MOST_PAIRS: Final = 64
"""Beyond this many pairs nothing was measured: more add no certainty."""

_RATIO_AT_NEW: Final = 2.1
_RATIO_AT_SAME: Final = 5.75
"""Where 1 % and 0.1 % of different people lie on the measured curve: see `curve_of`."""

_EXCESS_IN_ZERO: Final = 0.2

Floats: TypeAlias = NDArray[np.float64]

_SCALES: Final = np.array([count**_SLOPE_GROWTH for count in range(_MOST_PAIRS + 1)])
_LOGS: Final = np.array([math.log(max(1, count)) for count in range(_MOST_PAIRS + 1)])
"""By number of pairs."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Log-likelihood ratio of two single tracklets: `slope * (cosine - zero)`.

    `excess` is what two tracklets of one camera have in common beyond the person (cosine).
    """

    slope: float
    zero: float
    excess: float

    def between(self, other: Curve, share: float) -> Curve:
        """From this curve (share 0) to the other (share 1), linear."""
        return Curve(
            self.slope + share * (other.slope - self.slope),
            self.zero + share * (other.zero - self.zero),
            self.excess + share * (other.excess - self.excess),
        )


def curve_of(calibration: Calibration) -> Curve:
    """The curve of a model from its two thresholds.

    `new` and `same` are the cosines that 1 % and 0.1 % of pairs of different people reach.
    On the measured curve of omz-reid-0286 the ratio there is 2.1 and 5.75 (natural logarithm). That
    others lie alike is assumed; for weaker models it errs on the side of too few links.

    >>> curve = curve_of(Calibration(same=0.39, new=0.26))
    >>> round(curve.slope, 1), round(curve.zero, 3)
    (28.1, 0.185)
    """
    slope = (_RATIO_AT_SAME - _RATIO_AT_NEW) / max(calibration.same - calibration.new, 0.02)
    zero = calibration.new - _RATIO_AT_NEW / slope
    return Curve(slope, zero, excess=_EXCESS_IN_ZERO * max(zero, 0.0))


_Value = TypeVar("_Value", float, Floats)


def likeness(mean: _Value, best: _Value) -> _Value:
    """Of two groups, from the mean cosine over all pairs and that of the best pair."""
    return mean + _BEST_SHARE * (best - mean)


def appearance_ratio(
    curve: Curve, alike: float, pairs: int, same_camera: float, *, groups: bool = False
) -> float:
    """Log-likelihood ratio of two groups of tracklets being one person rather than two.

    `alike` in [-1, 1] is their `likeness`, `pairs` the product of their sizes (at least 1),
    `same_camera` in [0, 1] the share of the pairs on one camera. `groups` where neither is a
    single tracklet.
    """
    scaled, scale = features(curve, alike, pairs, same_camera, groups=groups)
    return curve.slope * scaled + curve.slope * curve.zero * scale


def appearance_ratios(
    curve: Curve,
    alike: Floats,
    pairs: NDArray[np.intp],
    same_camera: Floats | float,
    groups: NDArray[np.bool_],
) -> Floats:
    """`appearance_ratio` of many at once, (N,) each: the same to the last digit."""
    counts = np.minimum(pairs, _MOST_PAIRS)
    scales = _SCALES[counts]
    growths = np.where(groups, _ZERO_GROWTH_OF_GROUPS, _ZERO_GROWTH)
    known = alike - growths * _LOGS[counts] - curve.excess * same_camera
    ratios: Floats = curve.slope * (scales * known) + curve.slope * curve.zero * -scales
    return ratios


def features(
    curve: Curve, alike: float, pairs: int, same_camera: float, *, groups: bool = False
) -> tuple[float, float]:
    """What the ratio is linear in, with the factors `slope` and `slope * zero`."""
    count = min(pairs, _MOST_PAIRS)
    scale = math.pow(count, _SLOPE_GROWTH)
    growth = _ZERO_GROWTH_OF_GROUPS if groups else _ZERO_GROWTH
    known = alike - growth * math.log(count) - curve.excess * same_camera
    return scale * known, -scale
