"""One identity as the engine holds it: its tracklets in the order of time."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import accumulate, compress

import numpy as np

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
        self._members = sorted(members, key=_order)
        self._ids = {each.tracklet_id for each in self._members}
        if self._members:
            self.vectors: Vectors = np.stack([each.vector for each in self._members])
        self._summarise()

    @property
    def members(self) -> list[Member]:
        """In the order of time; not to be changed."""
        return self._members

    def __len__(self) -> int:
        return len(self._members)

    def add(self, member: Member) -> None:
        """Put it in its place; one of the same tracklet must not be here."""
        at = bisect_left(self._members, member.order, key=_order)
        new = member.vector[np.newaxis]
        parts = [self.vectors[:at], new, self.vectors[at:]] if self._members else [new]
        self.vectors = np.concatenate(parts)
        self._members.insert(at, member)
        self._ids.add(member.tracklet_id)
        self._summarise()

    def remove(self, tracklet_id: str) -> None:
        """Take a member out, if it is here."""
        at = self.position(tracklet_id)
        if at is not None:
            del self._members[at]
            self._ids.remove(tracklet_id)
            self.vectors = np.delete(self.vectors, at, axis=0)
            self._summarise()

    def without(self, tracklet_ids: Collection[str]) -> Chain:
        """A copy without these."""
        copy = Chain(self.identity_id)
        stays = [each.tracklet_id not in tracklet_ids for each in self._members]
        copy._members = list(compress(self._members, stays))
        copy._ids = self._ids.difference(tracklet_ids)
        copy.vectors = self.vectors[stays]
        copy._summarise()
        return copy

    def position(self, tracklet_id: str) -> int | None:
        """Where a tracklet is among the members, if it is."""
        if tracklet_id not in self._ids:
            return None
        return next(at for at, e in enumerate(self._members) if e.tracklet_id == tracklet_id)

    def around(self, member: Member) -> tuple[Member | None, Member | None]:
        """Who would come before and after `member`, who is not here."""
        at = bisect_left(self._members, member.order, key=_order)
        before = self._members[at - 1] if at > 0 else None
        return before, self._members[at] if at < len(self._members) else None

    def excludes(self, member: Member) -> bool:
        """Whether somebody else here was in sight beside `member`."""
        if not self.places[member.place]:
            return False
        at = bisect_right(self._members, member.until_s, key=lambda each: each.start_s)
        # Back in time, until all were gone before it came.
        while at > 0 and self._all_gone_s[at - 1] >= member.start_s:
            at -= 1
            each = self._members[at]
            if each.tracklet_id != member.tracklet_id and each.excludes(member):
                return True
        return False

    @property
    def faces(self) -> Counter[str]:
        """Names that face recognition gave, and how often."""
        return Counter(each.face for each in self._members if each.face is not None)

    def _summarise(self) -> None:
        self.places = Counter(each.place for each in self._members)
        # When each of them and all before them were gone.
        self._all_gone_s = list(accumulate((each.until_s for each in self._members), max))
        if self._members:
            self.last_seen_s = max(each.last_seen_s for each in self._members)
            # Anew each time: sums that are kept up by adding and subtracting drift.
            self.total: Vector = self.vectors.sum(axis=0)


def _order(member: Member) -> tuple[float, str]:
    return member.order
