"""Joins write-back to the store and to the Frigate client."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reid_service.errors import NotFound
from reid_service.ingest.frigate import FrigateClient
from reid_service.publish.labels import EventRow, Slot
from reid_service.storage.store import Store


class StoredLabels:
    """What we wrote to Frigate, kept in the store."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def written(self, tracklet_id: str, slot: Slot) -> str | None:
        """The name we wrote last, None when we never wrote."""
        with self._store.read() as session:
            value = session.meta.get(_key(tracklet_id, slot))
        return None if value is None else str(value)

    def remember(self, tracklet_id: str, slot: Slot, text: str) -> None:
        """Keep the name we have just written."""
        with self._store.write() as session:
            session.meta.put(_key(tracklet_id, slot), text)


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


@dataclass(frozen=True, slots=True)
class _Row:
    sub_label: str | None
    sub_label_score: float | None
    description: str | None
    end_time_s: float | None


class WritableEvents:
    """The client's rows in the form of write-back."""

    def __init__(self, client: FrigateClient) -> None:
        self._client = client

    def event(self, event_id: str, *, fresh: bool) -> EventRow:
        """The row of a tracked object."""
        row = self._client.event(event_id, fresh=fresh)
        label = row.sub_label
        return _Row(
            sub_label=label.text if label else None,
            sub_label_score=label.score if label else None,
            description=row.description,
            end_time_s=row.end_time_s,
        )

    def set_sub_label(self, event_id: str, text: str, score: float, /) -> None:
        """Write the sub label."""
        self._client.set_sub_label(event_id, text, score)

    def set_description(self, event_id: str, text: str, /) -> None:
        """Replace the description."""
        self._client.set_description(event_id, text)


def _key(tracklet_id: str, slot: Slot) -> str:
    return f"written/{slot}/{tracklet_id}"
