"""One identity as the engine holds it: its tracklets in the order of time."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

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
    """Members of one identity in the order of their first frames, and sums over them.

    What is summed up is worked out when it is first asked for. Who comes or goes changes only
    what lies after, so that a long stay costs little more than a short one.
    """

    def __init__(self, identity_id: str, members: Iterable[Member] = ()) -> None:
        self.identity_id = identity_id
        self._members = sorted(members, key=_order)
        self._orders = {each.tracklet_id: each.order for each in self._members}
        self.places = Counter(each.place for each in self._members)
        if self._members:
            self.vectors: Vectors = np.array([each.vector for each in self._members])
        # When each of them and all before them were gone: of the first so many.
        self._all_gone_s: list[float] = []
        self._total: Vector | None = None

    @property
    def members(self) -> list[Member]:
        """In the order of time; not to be changed."""
        return self._members

    @property
    def total(self) -> Vector:
        """The sum of the vectors (D,); there must be a member."""
        if self._total is None:
            # Anew each time: sums that are kept up by adding and subtracting drift.
            self._total = self.vectors.sum(axis=0)
        return self._total

    @property
    def last_seen_s(self) -> float:
        """The latest of all; there must be a member."""
        return max(each.last_seen_s for each in self._members)

    def __len__(self) -> int:
        return len(self._members)

    def add(self, member: Member) -> None:
        """Put it in its place; one of the same tracklet must not be here."""
        at = bisect_left(self._members, member.order, key=_order)
        new = member.vector[np.newaxis]
        parts = [self.vectors[:at], new, self.vectors[at:]] if self._members else [new]
        self.vectors = np.concatenate(parts)
        self._members.insert(at, member)
        self._orders[member.tracklet_id] = member.order
        self.places[member.place] += 1
        self._changed(at)

    def remove(self, tracklet_id: str) -> Member | None:
        """Take a member out, and return it, if it is here."""
        at = self.position(tracklet_id)
        if at is None:
            return None
        gone = self._members.pop(at)
        self._count_out(gone)
        self.vectors = np.concatenate((self.vectors[:at], self.vectors[at + 1 :]))
        self._changed(at)
        return gone

    def without(self, tracklet_ids: Collection[str]) -> Chain:
        """A copy without these."""
        gone = sorted(at for at in map(self.position, tracklet_ids) if at is not None)
        copy = Chain(self.identity_id)
        copy._members, copy.places = self._members.copy(), self.places.copy()
        copy._orders = self._orders.copy()
        for at in reversed(gone):
            copy._count_out(copy._members.pop(at))
        starts, ends = [0, *(at + 1 for at in gone)], [*gone, len(self)]
        parts = [self.vectors[at:end] for at, end in zip(starts, ends, strict=True)]
        copy.vectors = np.concatenate(parts)
        copy._all_gone_s = self._all_gone_s[: gone[0] if gone else None]
        return copy

    def position(self, tracklet_id: str) -> int | None:
        """Where a tracklet is among the members, if it is."""
        order = self._orders.get(tracklet_id)
        return None if order is None else bisect_left(self._members, order, key=_order)

    def around(self, member: Member) -> tuple[Member | None, Member | None]:
        """Who would come before and after `member`, who is not here."""
        at = bisect_left(self._members, member.order, key=_order)
        before = self._members[at - 1] if at > 0 else None
        return before, self._members[at] if at < len(self._members) else None

    def since(self, time_s: float) -> list[Member]:
        """All from the first who was still in sight then, or might have been."""
        return self._members[bisect_left(self._gone_s(), time_s) :]

    def excludes(self, member: Member) -> bool:
        """Whether somebody else here was in sight beside `member`."""
        if member.place not in self.places:
            return False
        all_gone_s = self._gone_s()
        if all_gone_s[-1] < member.start_s:
            return False
        at = bisect_right(self._members, member.until_s, key=_start_s)
        # Back in time, until all were gone before it came.
        while at > 0 and all_gone_s[at - 1] >= member.start_s:
            at -= 1
            each = self._members[at]
            if each.tracklet_id != member.tracklet_id and each.excludes(member):
                return True
        return False

    @property
    def faces(self) -> Counter[str]:
        """Names that face recognition gave, and how often."""
        return Counter(each.face for each in self._members if each.face is not None)

    def _gone_s(self) -> list[float]:
        """When each and all before it were gone."""
        known = self._all_gone_s
        until_s = known[-1] if known else -math.inf
        for each in itertools.islice(self._members, len(known), None):
            until_s = max(until_s, each.until_s)
            known.append(until_s)
        return known

    def _changed(self, at: int) -> None:
        """Who is there or behind came, left or moved."""
        del self._all_gone_s[at:]
        self._total = None

    def _count_out(self, member: Member) -> None:
        del self._orders[member.tracklet_id]
        self.places[member.place] -= 1
        if not self.places[member.place]:
            del self.places[member.place]


def _order(member: Member) -> tuple[float, str]:
    return member.order


def _start_s(member: Member) -> float:
    return member.start_s
