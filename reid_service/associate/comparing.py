"""Compares chains by their vectors: cosines, all of one chain with many others at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

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
    [found] = compared_with(a, [b])
    return found


def compared_with(a: Chain, others: Sequence[Chain]) -> list[Compared]:
    """One chain with each of the others, in their order; none of them empty."""
    if not others:
        return []
    own = _shown(a)
    # One tracklet is held against every member: its best match says most.
    shown = [each.vectors if len(a) == 1 else _shown(each) for each in others]
    cosines = own @ np.concatenate(shown).T
    sizes = np.array([len(each) for each in shown])
    starts = np.cumsum(sizes) - sizes
    # Each member of `a` finds a match in an other, each member of an other finds one in `a`.
    of_a = np.maximum.reduceat(cosines, starts, axis=1).mean(axis=0)
    of_others = np.add.reduceat(cosines.max(axis=0), starts) / sizes
    best = np.minimum(of_a, of_others) if len(a) > 1 else of_a
    best = np.where(sizes > 1, best, of_others)
    means = np.add.reduceat(cosines.sum(axis=0), starts) / (sizes * len(own))
    same_camera = [
        sum(count * each.places.get(place, 0) for place, count in a.places.items())
        / (len(a) * len(each))
        for each in others
    ]
    return list(zip(means.tolist(), best.tolist(), same_camera, strict=True))


def compared_at_cuts(chain: Chain) -> list[Compared]:
    """The two parts of a chain, for every cut in its order of time: one fewer than members.

    All cuts at once: each has up to a quarter of all pairs.
    """
    size = len(chain)
    if size < 2:
        return []
    cosines = np.asarray(chain.vectors @ chain.vectors.T, np.float64)
    codes = {place: code for code, place in enumerate(chain.places)}
    places = np.array([codes[each.place] for each in chain.members])
    cuts = np.arange(1, size)
    pairs = cuts * (size - cuts)
    # The best of [member, cut] among those from the cut on, and of [cut - 1, member] before it.
    from_cut = np.maximum.accumulate(cosines[:, ::-1], axis=1)[:, ::-1]
    before_cut = np.maximum.accumulate(cosines, axis=0)
    of_early = np.triu(from_cut, 1).sum(axis=0)[1:] / cuts
    of_late = np.triu(before_cut, 1).sum(axis=1)[:-1] / (size - cuts)
    best = np.minimum(of_early, of_late)
    best[0], best[-1] = from_cut[0, 1], before_cut[-2, -1]
    means = _sums_at_cuts(cosines) / pairs
    same_camera = _sums_at_cuts(np.equal.outer(places, places).astype(np.float64)) / pairs
    return list(zip(means.tolist(), best.tolist(), same_camera.tolist(), strict=True))


def _shown(chain: Chain) -> Vectors:
    return chain.vectors[:: -(-len(chain) // _MOST_SHOWN)]


def _sums_at_cuts(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Over the pairs of an earlier and a later member, from a symmetric (N, N): (N - 1,).

    With each cut one more member passes: its pairs with later ones come, those with earlier go.
    """
    later = np.triu(pairs, 1)
    return np.cumsum(later.sum(axis=1) - later.sum(axis=0))[:-1]
