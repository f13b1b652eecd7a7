"""Until when everything that Frigate told is in the store, across deaths of the service."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Final

from reid_service.clock import Clock
from reid_service.storage.store import Store

_KEY: Final = "known_until_s"


class KnownUntil:
    """One time for each Frigate, kept in the store.

    The newest start that is stored is not enough: after an outage somebody new may be stored
    before those who were missed. The kept time follows the newest start only while nothing is
    missing, and stays where it is when the service dies before that. One thread at a time.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._followed = -1

    def since_s(self, instance: str) -> float:
        """Who came later may be missing. Raises `StoreError`.

        Never later than the newest start, or now where nobody was seen yet: a clock that was
        wrong once must not hide anybody.
        """
        with self._store.read() as session:
            kept = session.meta.get(_KEY, {}).get(instance)
            newest = session.tracklets.newest_start_s(instance)
        known = self._clock.now_s() if newest is None else newest
        return known if kept is None else min(kept, known)

    def pin(self, instances: Collection[str]) -> None:
        """Keep what holds at the start, before anything new is heard. Raises `StoreError`."""
        self._keep({each: self.since_s(each) for each in instances})

    def follow(self, instances: Collection[str], is_whole: Callable[[str], bool]) -> None:
        """Move on to the newest start of each Frigate of which nothing is missing.

        `is_whole` is asked after the newest start was read: when something begins to be missing
        in between, nobody who came afterwards counts. Raises `StoreError`.
        """
        commits = self._store.commits
        if commits == self._followed:
            return  # the newest start of a silent Frigate is not found fast
        with self._store.read() as session:
            newest = {each: session.tracklets.newest_start_s(each) for each in instances}
        self._keep({each: s for each, s in newest.items() if s is not None and is_whole(each)})
        self._followed = commits

    def _keep(self, times_s: Mapping[str, float]) -> None:
        with self._store.read() as session:
            kept: dict[str, float] = session.meta.get(_KEY, {})
        if kept | dict(times_s) != kept:
            with self._store.write() as session:
                session.meta.put(_KEY, kept | dict(times_s))
