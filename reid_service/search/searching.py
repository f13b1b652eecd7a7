"""Searches across cameras: begun, looked at, refined and finished; all of it is in the store."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reid_service.associate.transit import Transit
from reid_service.clock import Clock
from reid_service.domain.crop import Embedding, Image, Vector
from reid_service.domain.search import Search, SearchState, Seed, SeedKind
from reid_service.embed.embedder import Calibration
from reid_service.errors import Conflict
from reid_service.gallery.store import Gallery
from reid_service.search.candidates import LikenessBand, Ranker, Ranking
from reid_service.search.finishing import Acts, Finished, finish
from reid_service.search.photos import decode_photo
from reid_service.search.samples import samples_of
from reid_service.search.seeds import AROUND_S, Asked, start_of
from reid_service.search.session import SearchSession, check_where
from reid_service.storage.centring import load_centring
from reid_service.storage.store import Session, Store

_DAY_S: Final = 86_400.0

BROUGHT_UP: Final = 100
"""Candidates among which a refinement looks for newcomers."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where to look; None takes what the seed suggests.

    `around_s` counts on each side of the seed, where `from_s` or `until_s` is left out.
    """

    cameras: frozenset[str] | None = None
    from_s: float | None = None
    until_s: float | None = None
    around_s: float = AROUND_S


class Searching:
    """For any thread. Every method may raise `StoreError`, those that rank `GalleryUnavailable`."""

    def __init__(
        self,
        *,
        store: Store,
        gallery: Gallery,
        model_id: str,
        thresholds: Callable[[float], Calibration],
        transit: Callable[[], Transit],
        embed: Callable[[Image], Vector],
        instances: Sequence[str],
        acts: Acts,
        clock: Clock,
    ) -> None:
        """`embed` gives the unit vector (D,) of a picture; `thresholds` and `transit`
        as for `Ranker`."""
        self._store = store
        self._model_id = model_id
        self._embed = embed
        self._instances = instances
        self._acts = acts
        self._clock = clock
        self._ranker = Ranker(gallery, model_id, thresholds, transit)

    def begin(self, asked: Asked, span: Span) -> str:
        """Begin a search; its id. Raises `InvalidRequest`, `NotFound`."""
        with self._store.write() as session:
            start = start_of(session, asked, model_id=self._model_id, instances=self._instances)
            from_s = start.first_s - span.around_s if span.from_s is None else span.from_s
            until_s = start.last_s + span.around_s if span.until_s is None else span.until_s
            search = self._new(start.seed, span.cameras, from_s, until_s)
            session.searches.put(search)
            # Now rather than at the first look: whose looks are not kept cannot be found.
            centring = load_centring(session, self._model_id)
            samples_of(session, SearchSession(search), self._model_id, centring)
        return search.id

    def begin_with_photo(self, data: bytes, span: Span) -> str:
        """Begin from a picture of one person, which is not kept; the last day if not told when.

        Raises `InvalidRequest`.
        """
        now_s = self._clock.now_s()
        until_s = now_s if span.until_s is None else span.until_s
        from_s = until_s - _DAY_S if span.from_s is None else span.from_s
        search = self._new(Seed(SeedKind.PHOTO), span.cameras, from_s, until_s)
        vector = self._embed(decode_photo(data))
        with self._store.write() as session:
            session.searches.put(search)
            session.searches.put_photo(search.id, Embedding(self._model_id, vector))
        return search.id

    def move(
        self, search_id: str, change: Callable[[Search], tuple[frozenset[str] | None, float, float]]
    ) -> None:
        """Look elsewhere: `change` gives cameras and span from what they are."""
        self._act(
            search_id,
            lambda found: found.moved(*change(found.search), now_s=self._clock.now_s()),
        )

    def label(
        self,
        search_id: str,
        *,
        ticks: Collection[str],
        crosses: Collection[str],
        clear: Collection[str],
        unsure: Collection[str] = (),
    ) -> None:
        """Tick, cross, leave open and clear; what was said last of a sighting holds."""
        with self._store.write() as session:
            found = load(session, search_id)
            for each in {*ticks, *crosses, *unsure}:
                session.tracklets.get(each)
            now_s = self._clock.now_s()
            _keep(session, found, found.labelled(ticks, crosses, clear, unsure, now_s=now_s))

    def arrange(self, search_id: str, legs: Sequence[str] | None) -> None:
        """Show these sightings in this order and drop the others; None: all by time."""
        self._act(search_id, lambda found: found.arranged(legs, now_s=self._clock.now_s()))

    def candidates(self, search_id: str, limit: int) -> Ranking:
        """At most `limit`, the most likely first, by what the last refinement knew."""
        with self._store.read() as session:
            return self._ranker.rank(session, load(session, search_id), limit)

    def refine(self, search_id: str, limit: int) -> tuple[Ranking, int]:
        """Rank by every tick and cross; also how many candidates that brought up.

        Brought up is who was weak by what was known before, and is likely or unsure now.
        """
        with self._store.read() as session:
            before = load(session, search_id)
            after = before.refined(now_s=self._clock.now_s())
            new, old = self._ranker.rank_again(session, after, before, max(limit, BROUGHT_UP))
        newcomers = _offered(new) - _offered(old) - after.marks.keys()
        after = after.brought_up(newcomers)
        with self._store.write() as session:
            if load(session, search_id) != before:
                msg = "Somebody marked candidates meanwhile. Refine again."
                raise Conflict(msg)
            _keep(session, before, after)
        items = [
            replace(each, is_new=each.stored.tracklet.id in newcomers) for each in new.items[:limit]
        ]
        return Ranking(items, new.total), len(newcomers)

    def finish(self, search_id: str, identity_id: str | None, name: str | None) -> Finished:
        """The ticked become one identity, the crossed are told apart from it.

        Each is a decision of its own, recorded one after the other. Where one fails those before
        stand and the search stays open: finish it again. Raises `Conflict`, `InvalidRequest`,
        `NotFound`.
        """
        with self._store.read() as session:
            found = load(session, search_id)
        done = finish(self._store, self._acts, found, identity_id, name)
        self._act(
            search_id, lambda found: found.finished(done.identity_id, now_s=self._clock.now_s())
        )
        return done

    def remove(self, search_id: str) -> None:
        """Delete a search; what it decided stays. Raises `NotFound`."""
        with self._store.write() as session:
            session.searches.get(search_id)
            session.searches.remove([search_id])

    def _act(self, search_id: str, act: Callable[[SearchSession], SearchSession]) -> None:
        with self._store.write() as session:
            found = load(session, search_id)
            _keep(session, found, act(found))

    def _new(
        self, seed: Seed, cameras: frozenset[str] | None, from_s: float, until_s: float
    ) -> Search:
        check_where(cameras, from_s, until_s)
        now_s = self._clock.now_s()
        return Search(
            str(uuid.uuid4()), now_s, now_s, seed, from_s, until_s, cameras, SearchState.OPEN
        )


def load(session: Session, search_id: str) -> SearchSession:
    """A search with its marks. Raises `NotFound`."""
    return SearchSession(session.searches.get(search_id), session.searches.marks(search_id))


def legs_of(session: Session, search_id: str) -> list[str]:
    """Sightings of the result, in the order in which they are shown. Raises `NotFound`."""
    found = load(session, search_id)
    known = session.tracklets.get_all(found.shown)
    return found.legs({each.tracklet.id: each.tracklet.start_s for each in known})


def confirmed_legs_of(session: Session, search_id: str) -> list[str]:
    """The same without those that nobody is sure of: what leaves the house. Raises `NotFound`."""
    confirmed = set(load(session, search_id).confirmed)
    return [each for each in legs_of(session, search_id) if each in confirmed]


def _keep(session: Session, before: SearchSession, after: SearchSession) -> None:
    session.searches.put(after.search)
    session.searches.drop_marks(after.search.id, before.marks.keys() - after.marks.keys())
    changed = [each for key, each in after.marks.items() if before.marks.get(key) != each]
    session.searches.put_marks(after.search.id, changed)


def _offered(ranking: Ranking) -> set[str]:
    return {each.stored.tracklet.id for each in ranking.items if each.band is not LikenessBand.WEAK}
