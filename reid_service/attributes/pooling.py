"""From several pictures to one statement: the better ones count more."""

from __future__ import annotations

from collections.abc import Sequence

from reid_service.attributes.colours import COLOURS
from reid_service.attributes.values import Attributes, Garment

_LEAST_WEIGHT = 1e-3
_LEAST_SHARE = 0.01


def pooled(several: Sequence[Attributes]) -> Attributes:
    """The attributes of a tracklet from its crops, or of a person's day from its tracklets.

    Votes are averaged with the weights of the garments, and weights add up; so pooling the pools
    of parts is pooling the whole, up to rounding. Clothes change: pool a day, not a year.
    """
    uppers = [each.upper for each in several if each.upper is not None]
    lowers = [each.lower for each in several if each.lower is not None]
    return Attributes(_pooled(uppers), _pooled(lowers))


def _pooled(garments: Sequence[Garment]) -> Garment | None:
    if len(garments) < 2:
        return garments[0] if garments else None
    weights = [max(each.weight, _LEAST_WEIGHT) for each in garments]
    total = sum(weights)

    def mean(values: Sequence[float]) -> float:
        return round(sum(w * v for w, v in zip(weights, values, strict=True)) / total, 4)

    shares = {name: mean([each.colours.get(name, 0.0) for each in garments]) for name in COLOURS}
    return Garment(
        {name: share for name, share in shares.items() if share >= _LEAST_SHARE},
        mean([each.dark for each in garments]),
        mean([each.light for each in garments]),
        round(total, 3),
    )
