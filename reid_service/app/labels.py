"""Joins write-back to the store."""

from __future__ import annotations

from collections.abc import Iterable

from reid_service.errors import NotFound
from reid_service.publish.labels import Slot
from reid_service.storage.store import Store


class StoredLabels:
    """What we wrote to Frigate, kept beside the tracklet and deleted with it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def written(self, tracklet_id: str, slot: Slot) -> str | None:
        """The name we wrote last, None when we never wrote."""
        with self._store.read() as session:
            name: str | None = session.tracklets.note(tracklet_id, _key(slot))
        return name

    def remember(self, tracklet_id: str, slot: Slot, text: str) -> None:
        """Keep the name we have just written."""
        with self._store.write() as session:
            session.tracklets.put_note(tracklet_id, _key(slot), text)


class StoredSightings:
    """Who is who in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def name_of(self, tracklet_id: str) -> str | None:
        """Name of the identity of a sighting, None when it has none or the sighting is gone."""
        with self._store.read() as session:
            stored = session.tracklets.find(tracklet_id)
            if stored is None or stored.identity_id is None:
                return None
            try:
                return session.identities.resolve(stored.identity_id).name
            except NotFound:
                return None

    def of_identity(self, identity_id: str) -> Iterable[str]:
        """Tracklet ids of an identity."""
        with self._store.read() as session:
            return [each.tracklet.id for each in session.tracklets.of_identity(identity_id)]


def _key(slot: Slot) -> str:
    return f"written/{slot}"
