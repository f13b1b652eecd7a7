"""One identity as the engine holds it: its tracklets in the order of time."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reid_service.domain.crop import Vector, Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A tracklet as the engine weighs it.

    `place` is its camera, unique across Frigate instances; times are epoch seconds of frames.
    `vector` is its pooled, centred embedding (unit, shape (D,)); `raw` the same before
    centring. `face` is the name that Frigate's face recognition gave, if it did. A person
    vouched for a `pinned` one: it is not moved. `is_open` while Frigate tracks it. `enters` and
    `leaves` are the sides of the picture where it came and went, as far as they are known.
    """

    tracklet_id: str
    place: str
    start_s: float
    last_seen_s: float
    vector: Vector
    raw: Vector
    face: str | None = None
    pinned: bool = False
    is_open: bool = False
    enters: str | None = None
    leaves: str | None = None

    @property
    def order(self) -> tuple[float, str]:
        """Sorts members by time, always alike."""
        return (self.start_s, self.tracklet_id)

    @property
    def until_s(self) -> float:
        """When it was over for sure; an open one may be in sight at this moment."""
        return math.inf if self.is_open else self.last_seen_s

    def excludes(self, other: Member) -> bool:
        """In sight of one camera at one moment: two people."""
        return (
            self.place == other.place
            and self.start_s <= other.until_s
            and other.start_s <= self.until_s
        )


class Chain:
    """Members of one identity in the order of their first frames, and sums over them."""

    def __init__(self, identity_id: str, members: Iterable[Member] = ()) -> None:
        self.identity_id = identity_id
        self._members = sorted(members, key=lambda each: each.order)
        self._summarise()

    @property
    def members(self) -> list[Member]:
        """In the order of time; not to be changed."""
        return self._members

    def __len__(self) -> int:
        return len(self._members)

    @property
    def last_seen_s(self) -> float:
        """The last frame of any member."""
        return max(each.last_seen_s for each in self._members)

    def add(self, member: Member) -> None:
        """Put it in its place; one of the same tracklet must not be here."""
        self._members.insert(bisect_left(self._orders, member.order), member)
        self._summarise()

    def renew(self, member: Member) -> None:
        """Put it in the place of the one of the same tracklet, which must be here."""
        self._members[self._at[member.tracklet_id]] = member
        self._members.sort(key=lambda each: each.order)
        self._summarise()

    def remove(self, tracklet_id: str) -> None:
        """Take a member out, if it is here."""
        self._members = [each for each in self._members if each.tracklet_id != tracklet_id]
        self._summarise()

    def position(self, tracklet_id: str) -> int | None:
        """Where a tracklet is among the members, if it is."""
        return self._at.get(tracklet_id)

    def around(self, member: Member) -> tuple[Member | None, Member | None]:
        """Who comes before and after `member`, or would."""
        at = bisect_left(self._orders, member.order)
        before = self._members[at - 1] if at > 0 else None
        if at < len(self._members) and self._members[at].tracklet_id == member.tracklet_id:
            at += 1
        return before, self._members[at] if at < len(self._members) else None

    def excludes(self, member: Member) -> bool:
        """Whether somebody else here was in sight beside `member`."""
        place, key = member.place, member.tracklet_id
        if self.places[place] == 0:
            return False
        # By far most are of other times and places: only for the rest a call is worth it.
        for each in self._members:
            if each.place == place and each.tracklet_id != key and each.excludes(member):
                return True
        return False

    @property
    def faces(self) -> Counter[str]:
        """Names that face recognition gave, and how often."""
        return Counter(each.face for each in self._members if each.face is not None)

    def _summarise(self) -> None:
        self.places = Counter([each.place for each in self._members])
        self._orders = [each.order for each in self._members]
        self._at = {each.tracklet_id: at for at, each in enumerate(self._members)}
        if self._members:
            # As np.stack does, in a third of the time.
            joined = np.concatenate([each.vector for each in self._members])
            self.vectors: Vectors = joined.reshape(len(self._members), -1)
            # Anew each time: sums that are kept up by adding and subtracting drift.
            self.total: Vector = self.vectors.sum(axis=0)


def compared(a: Chain, b: Chain) -> tuple[float, float, float]:
    """Of all pairs between two chains: mean cosine, `best_match`, share on one camera."""
    cosines = a.vectors @ b.vectors.T
    shared = sum(count * b.places[place] for place, count in a.places.items())
    return mean_of(cosines), best_match(cosines), shared / cosines.size


def mean_of(cosines: NDArray[np.float32]) -> float:
    """The mean of cosines (any shape), bit by bit that of numpy, whose checks take longer."""
    return float(np.add.reduce(cosines, axis=None) / cosines.size)


def best_match(cosines: NDArray[np.float32]) -> float:
    """How well two groups match where they match best, from all cosines (N, M) between them.

    One tracklet is matched by its best pair. Of two groups every member has to find a match in
    the other: one that was misplaced must not make two people one.
    """
    if min(cosines.shape) == 1:
        return float(np.maximum.reduce(cosines, axis=None))
    by_first, by_second = np.maximum.reduce(cosines, axis=0), np.maximum.reduce(cosines, axis=1)
    return min(mean_of(by_first), mean_of(by_second))
