"""Who may be the person that is looked for, the most likely first.

Two steps. The vector index finds the crops nearest to what is looked for: cheap over any number of
sightings. Those that it brings up are then compared exactly, with vectors from the store.

The index holds vectors that are not centred. A centred query orders the crops of one camera as
centred vectors would, and what the camera adds to all of them alike is subtracted afterwards. So
all cameras are asked at once, and then by itself each one on which there may be nearer crops than
were found: the last one found tells. (Measured: a question costs 10 to 30 ms over 300,000 crops,
whatever it is limited to. Asking each camera by itself costs that for each.)
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from reid_service.associate.appearance import appearance_ratio, curve_of, likeness
from reid_service.associate.policy import probability
from reid_service.associate.transit import Transit
from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.search import Mark, Search
from reid_service.domain.tracklet import Tracklet, instance_of
from reid_service.embed.embedder import Calibration
from reid_service.gallery.store import Gallery, PointKind, SearchFilter
from reid_service.search.looks import Look, Scores, likenesses, looks_of
from reid_service.search.meantime import Meantime
from reid_service.search.samples import Samples, samples_of
from reid_service.search.session import SearchSession
from reid_service.storage.centring import load_centring
from reid_service.storage.records import StoredTracklet
from reid_service.storage.store import Session

_LIKELY: Final = 0.9
_UNSURE: Final = 0.3
"""The service itself asks from here on, see `associate/policy.py`."""

_ASSIGNED: Final = 4.6
"""What it is worth that a sighting is of the identity of one that is confirmed, or, the other way
round, of one that is crossed: the service links at 99 to 1."""

_MOST: Final = 12.0
"""Looks alone prove no more than that (log-likelihood ratio); as the identity engine has it."""

_LEAST_COMPARED: Final = 100
_CROPS_AT_ONCE: Final = 8
_CROPS_OF_A_CAMERA: Final = 3
_MORE: Final = 4
"""So many times as many each time that cameras of one name may hide one another's."""

MANY: Final = 10_000
_MOST_BEYOND: Final = 3.0
"""A span of so many sightings, and of a third of all, is cut out of what is found at any time.
Measured over 300,000 crops: the index takes 64 ms for the nearest 100 of half of the time, 10 ms
for those of any time, 18 ms for 1,600 of them."""

_MOST_ASSIGNED: Final = 200


class LikenessBand(StrEnum):
    """How likely a candidate is, in words."""

    LIKELY = "likely"
    UNSURE = "unsure"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sighting that may be the person; `likeness` in [-1, 1], `probability` in [0, 1]."""

    stored: StoredTracklet
    likeness: float
    probability: float
    band: LikenessBand
    mark: Mark | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best candidates, and how many were in sight in the span on the cameras."""

    items: Sequence[Candidate]
    total: int

    def best(self, limit: int) -> Ranking:
        """The first ones."""
        return Ranking(self.items[:limit], self.total)


class Ranker:
    """Ranks with one model over the store and its index."""

    def __init__(
        self,
        gallery: Gallery,
        model_id: str,
        thresholds: Callable[[float], Calibration],
        transit: Callable[[], Transit],
        *,
        many: int = MANY,
    ) -> None:
        """`thresholds` gives the model's calibration for a warmth, see `domain/centring.py`;
        `transit`, callable from any thread, what is known of the ways by now.

        `many` is from how many sightings on a span may be cut out of what is found at any time.
        """
        self._many = many
        self._gallery = gallery
        self._model_id = model_id
        self._thresholds = thresholds
        self._transit = transit

    def rank(self, session: Session, search: SearchSession, limit: int) -> Ranking:
        """At most `limit` candidates. Raises `Conflict` where no looks of the seed are kept,
        `GalleryUnavailable`, `NotFound`.
        """
        ranking, _ = self.rank_again(session, search, search, limit)
        return ranking

    def rank_again(
        self, session: Session, search: SearchSession, before: SearchSession, limit: int
    ) -> tuple[Ranking, Ranking]:
        """As `rank` does, and the same candidates by what the search knew `before`.

        The index is asked once, for the search as it is now.
        """
        centring = load_centring(session, self._model_id)
        samples = samples_of(session, search, self._model_id, centring)
        where = search.search
        counts = session.searches.seen_on(where.from_s, where.until_s, cameras=where.cameras)
        beyond = self._beyond(session, where, counts)
        near = self._near(samples.query, centring, where, limit, counts, beyond=beyond)
        wanted = {*near, *search.marks, *_assigned(session, where, samples)}
        wanted.discard(where.seed.sighting_id or "")
        stored = [e for e in session.tracklets.get_all(wanted) if is_within(e.tracklet, where)]
        looks = looks_of(session, (e.tracklet for e in stored), self._model_id, centring)
        seed = samples.seed_sighting
        total = sum(counts.values()) - (seed is not None and is_within(seed, where))
        ranking = Ranking(self._judged(search, stored, looks, samples, centring.warmth), total)
        known = ranking
        if before is not search:
            knew = samples_of(session, before, self._model_id, centring)
            known = Ranking(self._judged(before, stored, looks, knew, centring.warmth), total)
        return ranking.best(limit), known.best(limit)

    def _beyond(self, session: Session, where: Search, counts: Mapping[str, int]) -> float | None:
        """How many times as many sightings there are at any time, where the index had better not be
        asked for those of the span alone; None elsewhere.
        """
        within = sum(counts.values())
        if within < self._many:
            return None
        everywhere = session.searches.seen_on(-math.inf, math.inf, cameras=where.cameras)
        beyond = sum(everywhere.values()) / within
        return beyond if beyond <= _MOST_BEYOND else None

    def _near(
        self,
        query: Vector,
        centring: Centring,
        where: Search,
        count: int,
        cameras: Iterable[str],
        *,
        beyond: float | None,
    ) -> list[str]:
        """Sightings with the crops nearest to `query` (D,), centred; at least `count` if so many
        are there. Found in sightings of any time where these are `beyond` times as many.
        """
        best: dict[str, float] = {}

        def look(on: frozenset[str] | None, most: int, *, beyond: float | None = None) -> float:
            """How near a crop that was not found can be at most, not centred.

            `beyond` says how many times as many are asked for, then of any time.
            """
            span = (where.from_s, where.until_s) if beyond is None else (None, None)
            crops = SearchFilter(PointKind.CROP, on, from_s=span[0], until_s=span[1])
            asked = math.ceil((beyond or 1.0) * most)
            hits = self._gallery.search(query, crops, asked)
            for hit in hits:
                if where.from_s <= hit.payload.time_s < where.until_s:
                    key = hit.payload.tracklet_id or ""
                    camera = CameraKey(instance_of(key), hit.payload.camera or "")
                    near = hit.similarity - _shared(centring, camera, query)
                    best[key] = max(best.get(key, near), near)
            return hits[-1].similarity if len(hits) == asked else -math.inf

        unfound = look(where.cameras, _CROPS_AT_ONCE * count, beyond=beyond)
        if beyond is not None and len(best) < count:
            unfound = look(where.cameras, _CROPS_AT_ONCE * count)
        enough = sorted(best.values(), reverse=True)[count - 1 : count] or [-math.inf]
        for name in cameras:
            called = _called(centring, name)
            least = min(_shared(centring, each, query) for each in called)
            left, most = unfound, _CROPS_OF_A_CAMERA * count
            while left - least > enough[0]:
                left = look(frozenset([name]), most, beyond=beyond)
                if len(called) == 1:
                    break  # those of one camera come in their order
                most *= _MORE
        nearest = sorted(best, key=lambda key: (-best[key], key))
        return nearest[: max(count, _LEAST_COMPARED)]

    def _judged(
        self,
        search: SearchSession,
        stored: Sequence[StoredTracklet],
        looks: Mapping[str, Look],
        samples: Samples,
        warmth: float,
    ) -> list[Candidate]:
        """Those of which looks are kept, in their order."""
        known = [each for each in stored if each.tracklet.id in looks]
        if not known:
            return []
        alike = likenesses(
            [looks[each.tracklet.id] for each in known], samples.looks, samples.crossed
        )
        ratios = self._ratios(known, alike, samples, warmth)
        found = []
        for each, cosine, ratio in zip(known, alike, ratios, strict=True):
            key = each.tracklet.id
            order = (_tier(search, key), -ratio, -float(cosine), key)
            found.append((order, _candidate(search, each, float(cosine), probability(ratio))))
        found.sort(key=lambda item: item[0])
        return [candidate for _, candidate in found]

    def _ratios(
        self,
        known: Sequence[StoredTracklet],
        alike: Scores,
        samples: Samples,
        warmth: float,
    ) -> Iterator[float]:
        """What speaks for each candidate: log-likelihood ratios.

        Looks count half by themselves, half with the others that the service takes for the same
        person. Then come time and place, whom the service takes it for, and what makes it
        impossible.
        """
        meantime = Meantime(self._transit(), samples.confirmed, samples.query)
        curve, count = curve_of(self._thresholds(warmth)), len(samples.looks)
        groups: dict[str, list[float]] = {}
        for each, cosine in zip(known, alike, strict=True):
            groups.setdefault(each.identity_id or each.tracklet.id, []).append(float(cosine))
        for each, cosine in zip(known, alike, strict=True):
            if samples.excludes(each):
                yield -_MOST
                continue
            place = each.tracklet.camera_key.place
            shared = float(np.mean([place == one.place for one in samples.looks]))
            group = groups[each.identity_id or each.tracklet.id]
            together = likeness(float(np.mean(group)), max(group))
            ratio = 0.5 * appearance_ratio(curve, float(cosine), count, shared)
            ratio += 0.5 * appearance_ratio(curve, together, count * len(group), shared)
            linked = (each.identity_id in samples.trusted) - (each.identity_id in samples.doubted)
            looks = max(-_MOST, min(_MOST, ratio))
            yield looks + meantime.ratio(each.tracklet) + _ASSIGNED * linked


def is_within(tracklet: Tracklet, where: Search) -> bool:
    """Whether it is in sight of one of the cameras at some moment of the span."""
    there = where.cameras is None or tracklet.camera in where.cameras
    return there and tracklet.last_seen_s >= where.from_s and tracklet.start_s < where.until_s


def _shared(centring: Centring, camera: CameraKey | None, query: Vector) -> float:
    """What every crop of a camera has in common with `query` (D,)."""
    centre = centring.centre(camera)
    return 0.0 if centre is None else float(centre @ query)


def _called(centring: Centring, name: str) -> Sequence[CameraKey | None]:
    """The cameras of that name, one of each Frigate, which the index does not tell apart.

    None where nothing was learned of any.
    """
    return [each for each in centring.centres if each.camera == name] or [None]


def _assigned(session: Session, where: Search, samples: Samples) -> list[str]:
    return [
        sighting_id
        for identity_id in sorted(samples.trusted)
        for sighting_id in session.searches.newest_of(
            identity_id, where.from_s, where.until_s, limit=_MOST_ASSIGNED
        )
    ]


def _tier(search: SearchSession, sighting_id: str) -> int:
    """What a refinement knows comes first, and what it knows to be wrong last."""
    marked = search.marks.get(sighting_id)
    used = None if marked is None else marked.used
    return {Mark.TICK: 0, None: 1, Mark.CROSS: 2}[used]


def _candidate(
    search: SearchSession, stored: StoredTracklet, likeness: float, chance: float
) -> Candidate:
    marked = search.marks.get(stored.tracklet.id)
    return Candidate(
        stored=stored,
        likeness=likeness,
        probability=chance,
        band=_band(chance),
        mark=None if marked is None else marked.mark,
        is_new=marked is not None and marked.is_new and marked.mark is None,
    )


def _band(chance: float) -> LikenessBand:
    if chance >= _LIKELY:
        return LikenessBand.LIKELY
    return LikenessBand.UNSURE if chance >= _UNSURE else LikenessBand.WEAK
