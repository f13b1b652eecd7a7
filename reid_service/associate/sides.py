"""Where in the picture people come and go: sides that tell which way they walk.

The frame is cut into nine parts. Whoever goes from one camera to another leaves the first where
those who go there leave it, and appears on the second where those who come from there appear. How
likely a part is for a way is a Dirichlet-multinomial estimate around what is usual on the camera
(Minka 2000, "Estimating a Dirichlet distribution"). It counts only once the Bayes factor over all
ways of the site, against "every way is like any other", speaks for it: where sides say nothing,
they weigh nothing at all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reid_service.domain.tracklet import PathPoint

_ROWS: Final = ("top", "", "bottom")
_COLUMNS: Final = ("left", "", "right")
_PARTS: Final = len(_ROWS) * len(_COLUMNS)

_LIKE_OTHERS: Final = 8.0
"""Moves for which it counts that a way is like any other of the camera."""

_LIKE_ANYWHERE: Final = 2.0
"""Moves for which it counts that a camera is like any other."""

_DOUBT: Final = -3.0
"""Log-odds of sides telling ways apart before anything was seen: they have to show it."""


def side_of(point: PathPoint) -> str:
    """The part of the frame that the feet are in, in words.

    >>> side_of(PathPoint(0.95, 0.5, 0.0)), side_of(PathPoint(0.1, 0.9, 0.0))
    ('right', 'bottom left')
    """
    row = _ROWS[min(2, int(3.0 * point.y))]
    column = _COLUMNS[min(2, int(3.0 * point.x))]
    return f"{row} {column}".strip() or "middle"


def sides_of(path: Sequence[PathPoint], *, is_open: bool) -> tuple[str | None, str | None]:
    """Where somebody appeared and where they left; the latter only once they are gone."""
    if not path:
        return None, None
    return side_of(path[0]), None if is_open else side_of(path[-1])


def belief_in_sides(ways: Iterable[tuple[Mapping[str, float], Mapping[str, float]]]) -> float:
    """How far sides are trusted to tell ways apart at a site, in [0, 1).

    From how often each side was seen on every way and on its camera; 0 until it is more likely
    than not that they do.
    """
    factor = _DOUBT + math.fsum(_log_factor(way, camera) for way, camera in ways)
    return max(0.0, math.tanh(0.5 * factor))


def side_ratio(
    side: str, way: Mapping[str, float], camera: Mapping[str, float], belief: float
) -> float:
    """Log-likelihood ratio of `side` for somebody of this way against anybody of the camera.

    `way` and `camera` are how often each side was seen, `belief` how far sides are trusted.
    """
    usual = _usual(side, camera)
    own = (way.get(side, 0.0) + _LIKE_OTHERS * usual) / (sum(way.values()) + _LIKE_OTHERS)
    return math.log(1.0 + belief * (own / usual - 1.0))


def _usual(side: str, camera: Mapping[str, float]) -> float:
    """Share of those on the camera who are seen at this side."""
    seen = sum(camera.values())
    return (camera.get(side, 0.0) + _LIKE_ANYWHERE / _PARTS) / (seen + _LIKE_ANYWHERE)


def _log_factor(way: Mapping[str, float], camera: Mapping[str, float]) -> float:
    """Logarithm of the Bayes factor for a way having sides of its own."""
    seen = sum(way.values())
    factor = math.lgamma(_LIKE_OTHERS) - math.lgamma(_LIKE_OTHERS + seen)
    for side, count in way.items():
        usual = _usual(side, camera)
        prior = _LIKE_OTHERS * usual
        factor += math.lgamma(prior + count) - math.lgamma(prior) - count * math.log(usual)
    return factor
