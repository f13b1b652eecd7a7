"""Compares chains by their vectors: cosines, all of one chain with many others at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reid_service.associate.appearance import Floats
from reid_service.associate.chain import Chain
from reid_service.domain.crop import Vectors

_MOST_SHOWN: Final = 48
"""Members by which one group is compared with another, spread over its time: all pairs of two
large groups would cost more the longer people stay, and 64 pairs make as sure as any number."""

Compared: TypeAlias = tuple[float, float, float]
"""Of all pairs between two chains: mean cosine, that of the best match, share on one camera.

One tracklet is matched by its best pair. Of two groups every member has to find a match in the
other: one that was misplaced must not make two people one.
"""


def compared(a: Chain, b: Chain) -> Compared:
    """Two chains, neither of them empty."""
    means, best = matched(a, [b])
    return float(means[0]), float(best[0]), on_one_camera(a, b)


def matched(a: Chain, others: Sequence[Chain]) -> tuple[Floats, Floats]:
    """Mean cosine and that of the best match of one chain with each of the others, none empty.

    In the order of the others, of whom there must be one.
    """
    own = _shown(a)
    # One tracklet is held against every member: its best match says most.
    shown = [each.vectors if len(a) == 1 else _shown(each) for each in others]
    cosines = own @ (np.concatenate(shown) if len(shown) > 1 else shown[0]).T
    sizes = np.array([len(each) for each in shown])
    starts = np.cumsum(sizes) - sizes
    if len(a) == 1:
        row = cosines[0]
        return np.add.reduceat(row, starts) / sizes, _exact(np.maximum.reduceat(row, starts))
    # Each member of `a` finds a match in an other, each member of an other finds one in `a`.
    of_a = np.maximum.reduceat(cosines, starts, axis=1).mean(axis=0)
    of_others = np.add.reduceat(cosines.max(axis=0), starts) / sizes
    best = np.where(sizes > 1, np.minimum(of_a, of_others), of_others)
    means = np.add.reduceat(cosines.sum(axis=0), starts) / (sizes * len(own))
    return means, best


def on_one_camera(a: Chain, b: Chain) -> float:
    """Share of the pairs between two chains that are of one camera."""
    pairs = 0
    for place, count in a.places.items():
        pairs += count * b.places.get(place, 0)
    return pairs / (len(a) * len(b))


def compared_at_cuts(chain: Chain) -> tuple[Floats, Floats, Floats]:
    """The two parts of a chain, for every cut in its order of time: one fewer than members.

    See `Compared`. All cuts at once: each has up to a quarter of all pairs. There must be two
    members.
    """
    size, cosines = len(chain), _within(chain)
    cuts = np.arange(1, size)
    pairs = cuts * (size - cuts)
    # The best of [member, cut] among those from the cut on, and of [cut - 1, member] before it.
    from_cut = np.maximum.accumulate(cosines[:, ::-1], axis=1)[:, ::-1]
    before_cut = np.maximum.accumulate(cosines, axis=0)
    later = np.tri(size, k=-1).T
    of_early = np.einsum("ij,ij->j", from_cut, later)[1:] / cuts
    of_late = np.einsum("ij,ij->i", before_cut, later)[:-1] / (size - cuts)
    best = np.minimum(of_early, of_late)
    best[0], best[-1] = from_cut[0, 1], before_cut[-2, -1]
    codes = {place: code for code, place in enumerate(chain.places)}
    is_at = np.zeros((size, len(codes)))
    is_at[range(size), [codes[each.place] for each in chain.members]] = 1.0
    early = is_at.cumsum(axis=0)
    same_camera = np.einsum("ij,ij->i", early[:-1], early[-1] - early[:-1]) / pairs
    return _means_at_cuts(cosines), best, same_camera


def means_at_cuts(chain: Chain) -> Floats:
    """Mean cosine alone of the two parts, for every cut: half the work of `compared_at_cuts`.

    It is never above that of the best match. There must be two members.
    """
    return _means_at_cuts(_within(chain))


def _means_at_cuts(cosines: Floats) -> Floats:
    """From the cosines (N, N) within a chain: (N - 1,).

    With each cut one more member passes: its pairs with later ones come, those with earlier go.
    """
    size = len(cosines)
    to_here = cosines.cumsum(axis=1)
    passing = to_here[:, -1] - 2.0 * to_here.diagonal() + cosines.diagonal()
    early = np.arange(1, size)
    means: Floats = passing.cumsum()[:-1] / (early * (size - early))
    return means


def _within(chain: Chain) -> Floats:
    """The cosines (N, N) of all members with one another."""
    return np.asarray(chain.vectors @ chain.vectors.T, np.float64)


def _exact(values: NDArray[np.float32]) -> Floats:
    return values.astype(np.float64)


def _shown(chain: Chain) -> Vectors:
    size = len(chain.vectors)
    return chain.vectors if size <= _MOST_SHOWN else chain.vectors[:: -(-size // _MOST_SHOWN)]
