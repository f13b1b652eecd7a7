"""The identities of the day in memory: who they are, and who of them looks alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reid_service.associate.chain import Chain, Member
from reid_service.domain.crop import Vector

_ROOM: Final = 64

_Matrix: TypeAlias = NDArray[np.float32]


class Roster:
    """Chains by identity, and which of them holds a tracklet."""

    def __init__(self) -> None:
        self._clear()

    def __iter__(self) -> Iterator[Chain]:
        return iter(self._chains.values())

    def __len__(self) -> int:
        return len(self._chains)

    @property
    def tracklets(self) -> int:
        """How many are held, of all chains together."""
        return len(self._holder)

    def chain(self, identity_id: str) -> Chain | None:
        """The chain of an identity, if one is here."""
        return self._chains.get(identity_id)

    def holder(self, tracklet_id: str) -> Chain | None:
        """The chain that a tracklet is in."""
        identity_id = self._holder.get(tracklet_id)
        return None if identity_id is None else self._chains[identity_id]

    def put(self, member: Member, identity_id: str) -> None:
        """`member` is of this identity now; it leaves the one it was in."""
        self.drop(member.tracklet_id)
        chain = self._chains.setdefault(identity_id, Chain(identity_id))
        chain.add(member)
        self._holder[member.tracklet_id] = identity_id
        self._count_face(member, identity_id)
        self._note(chain)

    def drop(self, tracklet_id: str) -> None:
        """Forget a tracklet, if it is here."""
        held = self.holder(tracklet_id)
        if held is None:
            return
        gone = held.remove(tracklet_id)
        self._count_face(gone, held.identity_id, -1)
        del self._holder[tracklet_id]
        if len(held):
            self._note(held)
        else:
            del self._chains[held.identity_id]
            self._forget(held.identity_id)

    def replace(self, members: Iterable[tuple[Member, str]]) -> None:
        """Hold these and nobody else; each with its identity."""
        grouped: dict[str, list[Member]] = {}
        for member, identity_id in members:
            grouped.setdefault(identity_id, []).append(member)
        self._clear()
        for identity_id, each in grouped.items():
            self._chains[identity_id] = chain = Chain(identity_id, each)
            for member in each:
                self._holder[member.tracklet_id] = identity_id
                self._count_face(member, identity_id)
            self._note(chain)

    def faced(self, name: str) -> list[Chain]:
        """Chains with a member to whom face recognition gave this name, in whatever case."""
        return [self._chains[each] for each in self._faces.get(name.casefold(), ())]

    def similar(self, vector: Vector, at_least: float, *, since_s: float, most: int) -> list[Chain]:
        """Chains whose mean has at least this cosine with `vector` (D,), best first.

        The cosine is the mean over the members, not that with the mean's direction. Of many only
        the `most` alike are returned, and as many of those last seen at `since_s` or later.
        """
        count = len(self._order)
        if not count:
            return []
        cosines = self._means[:count] @ vector
        rows = _best(cosines, most)
        if count > most:
            recent = np.flatnonzero(self._seen_s[:count] >= since_s)
            rows = np.concatenate([rows, recent[_best(cosines[recent], most)]])
        best = cosines[rows].tolist()
        pairs = zip(rows.tolist(), best, strict=True)
        found = {self._order[row]: -cosine for row, cosine in pairs if cosine >= at_least}
        return [self._chains[each] for each in sorted(found, key=lambda key: (found[key], key))]

    def _clear(self) -> None:
        self._chains: dict[str, Chain] = {}
        self._holder: dict[str, str] = {}
        # How many members of which identities face recognition gave a name.
        self._faces: dict[str, Counter[str]] = {}
        # A row for each chain: the mean over its members, and when it was last seen.
        self._rows: dict[str, int] = {}
        self._order: list[str] = []
        self._means: _Matrix = np.zeros((0, 0), np.float32)
        self._seen_s: NDArray[np.float64] = np.zeros(0)

    def _count_face(self, member: Member | None, identity_id: str, more: int = 1) -> None:
        if member is None or member.face is None:
            return
        name = member.face.casefold()
        known = self._faces.setdefault(name, Counter())
        known[identity_id] += more
        if not known[identity_id]:
            del known[identity_id]
        if not known:
            del self._faces[name]

    def _note(self, chain: Chain) -> None:
        row = self._rows.setdefault(chain.identity_id, len(self._order))
        if row == len(self._order):
            self._order.append(chain.identity_id)
        if row >= len(self._means):
            self._grow(len(chain.total))
        self._means[row] = chain.total / len(chain)
        self._seen_s[row] = chain.last_seen_s

    def _forget(self, identity_id: str) -> None:
        """The last row takes the place of the one that goes."""
        row, last = self._rows.pop(identity_id), self._order.pop()
        if last != identity_id:
            self._order[row], self._rows[last] = last, row
            self._means[row] = self._means[len(self._order)]
            self._seen_s[row] = self._seen_s[len(self._order)]

    def _grow(self, dimension: int) -> None:
        count = len(self._means)
        means = np.zeros((2 * count + _ROOM, dimension), np.float32)
        seen_s = np.zeros(len(means))
        means[:count], seen_s[:count] = self._means.reshape(count, dimension), self._seen_s
        self._means, self._seen_s = means, seen_s


def _best(cosines: _Matrix, most: int) -> NDArray[np.intp]:
    """Where the highest of the cosines (N,) are, at most so many."""
    spare = len(cosines) - most
    return np.argpartition(cosines, spare)[spare:] if spare > 0 else np.arange(len(cosines))
