"""What time and place say of a candidate, beside how it looks.

The identity engine has learned how people go from camera to camera and how long it takes them.
Whoever was at one end of a way shortly before a confirmed sighting at its other end is likelier the
person than somebody who would have had to be in two places at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from reid_service.associate.chain import Member
from reid_service.associate.transit import Transit
from reid_service.domain.crop import Vector
from reid_service.domain.tracklet import Tracklet

_SHARE: Final = 0.15
"""Of the engine's ratio: people look for whoever went an unusual way, too. Measured on three
recordings: with 0.25 sightings of the next two minutes are lost on one, with 0.15 on none."""


class Meantime:
    """The confirmed sightings of a person in order of time, and what is known of the ways.

    `vector` (D,) stands for all looks: they have no part in this.
    """

    def __init__(self, transit: Transit, confirmed: Iterable[Tracklet], vector: Vector) -> None:
        self._transit = transit
        self._vector = vector
        self._known = sorted(map(self._member, confirmed), key=lambda each: each.order)
        self._orders = [each.order for each in self._known]

    def ratio(self, candidate: Tracklet) -> float:
        """Log-likelihood ratio of the candidate between its neighbours among the confirmed.

        In [-1.8, 1.8]; 0 where there is nobody else.
        """
        member = self._member(candidate)
        at = bisect_left(self._orders, member.order)
        after = at + (at < len(self._known) and self._known[at].tracklet_id == member.tracklet_id)
        return _SHARE * self._transit.ratio(
            self._known[at - 1] if at > 0 else None,
            member,
            self._known[after] if after < len(self._known) else None,
        )

    def _member(self, tracklet: Tracklet) -> Member:
        return Member(
            tracklet_id=tracklet.id,
            place=tracklet.camera_key.place,
            start_s=tracklet.start_s,
            last_seen_s=tracklet.last_seen_s,
            vector=self._vector,
            raw=self._vector,
        )
