"""Keeps the vector index equal to the store.

Writers mark points dirty in their transaction. `apply` brings the current state of those
points into the gallery, `settle` makes that survive power loss and only then forgets the marks.
A crash anywhere repeats work and loses none.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import bindparam, select

from reid_service.domain.tracklet import template_point_id
from reid_service.gallery.store import Gallery, Payload, Point, PointKind
from reid_service.storage.centring import load_centring
from reid_service.storage.crops import from_blobs
from reid_service.storage.schema import crops, embeddings, tracklets
from reid_service.storage.sql import CHUNK, chunks
from reid_service.storage.store import Session, Store
from reid_service.storage.templates import newest_sightings, template_from

_INDEXED: Final = "indexed_model"
_TEMPLATES_AT_ONCE: Final = 16
"""Each stands on up to 64 sightings of eight crops: a whole site's at once fill the memory."""

# Made once: making a statement takes longer than running it.
_CROPS = (
    select(
        crops.c.id,
        crops.c.frame_time_s,
        crops.c.tracklet_id,
        tracklets.c.camera,
        tracklets.c.identity_id,
        embeddings.c.vector,
    )
    .join(tracklets, tracklets.c.id == crops.c.tracklet_id)
    .join(embeddings, embeddings.c.crop_id == crops.c.id)
    .where(
        crops.c.id.in_(bindparam("ids", expanding=True)),
        embeddings.c.model_id == bindparam("model"),
        ~crops.c.bad,
    )
)


@dataclass(frozen=True, slots=True)
class Differences:
    """Point ids in which index and store differ; `wrong` ones have another payload."""

    missing: frozenset[str]
    extra: frozenset[str]
    wrong: frozenset[str]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.missing or self.extra or self.wrong)


class Indexer:
    """Brings one model's points from the store into its gallery; safe in any thread.

    Every method may raise `GalleryUnavailable`; the marks stay, so the next call goes on.
    """

    def __init__(self, store: Store, gallery: Gallery, model_id: str) -> None:
        self._store = store
        self._gallery = gallery
        self._model_id = model_id
        self._applied = 0
        self._settled = 0
        self._seen_commits = -1
        self._lock = threading.Lock()

    def apply(self) -> int:
        """Bring dirty points up to date; returns how many. Call it after a commit."""
        with self._lock:
            return self._apply()

    def settle(self) -> None:
        """Flush what `apply` wrote, then forget its marks."""
        with self._lock:
            self._settle()

    def needs_rebuild(self) -> bool:
        """Whether the index was never built for this model, or the store was restored."""
        with self._store.read() as session:
            return bool(session.meta.get(_INDEXED) != self._model_id)

    def rebuild(self) -> int:
        """Empty the index and fill it from the store; returns the number of points looked at."""
        with self._lock:
            with self._store.write() as session:
                session.meta.put(_INDEXED, None)
            self._gallery.clear()
            with self._store.write() as session:
                session.outbox.mark_everything(self._model_id)
                session.meta.put(_INDEXED, self._model_id)
            count = self._apply()
            self._settle()
            return count

    def verify(self) -> Differences:
        """Compare every point's id and payload with the store; points still dirty are left out."""
        with self._lock:
            self._apply()
            with self._store.read() as session:
                expected = {point.id: point.payload for point in self._points_of_all(session)}
                dirty = {
                    point_id(each.kind, each.subject_id)
                    for each in session.outbox.after(self._applied, limit=1_000_000)
                }
            found = dict(self._gallery.scroll())
        both = expected.keys() & found.keys()
        return Differences(
            missing=frozenset(expected.keys() - found.keys() - dirty),
            extra=frozenset(found.keys() - expected.keys() - dirty),
            wrong=frozenset(each for each in both if expected[each] != found[each]) - dirty,
        )

    def _apply(self) -> int:
        count = 0
        while True:
            commits = self._store.commits
            if commits == self._seen_commits:
                return count
            with self._store.read() as session:
                marks = session.outbox.after(self._applied, limit=CHUNK)
                if not marks:
                    self._seen_commits = commits
                    return count
                dirty = {(each.kind, each.subject_id) for each in marks}
                points = list(self._points(session, dirty))
            there = {point.id for point in points}
            gone = sorted({point_id(*each) for each in dirty} - there)
            if points:
                self._gallery.upsert(points)
            if gone:
                self._gallery.delete(gone)
            self._applied = marks[-1].seq
            count += len(dirty)

    def _settle(self) -> None:
        if self._settled == self._applied:
            return
        self._gallery.flush()
        with self._store.write() as session:
            session.outbox.settle(self._applied)
        self._settled = self._applied

    def _points(self, session: Session, dirty: Iterable[tuple[PointKind, str]]) -> Iterator[Point]:
        marks = sorted(dirty)
        yield from self._crops(session, [id_ for kind, id_ in marks if kind is PointKind.CROP])
        templates = [id_ for kind, id_ in marks if kind is PointKind.TEMPLATE]
        yield from self._templates(session, templates)

    def _points_of_all(self, session: Session) -> Iterator[Point]:
        every_crop = select(embeddings.c.crop_id).where(embeddings.c.model_id == self._model_id)
        yield from self._crops(session, session.connection.scalars(every_crop).all())
        yield from self._templates(session, [each.id for each in session.identities.live()])

    def _crops(self, session: Session, crop_ids: Iterable[str]) -> Iterator[Point]:
        for chunk in chunks(crop_ids):
            values = {"ids": chunk, "model": self._model_id}
            rows = session.connection.execute(_CROPS, values).all()
            vectors = from_blobs([row.vector for row in rows])
            for row, vector in zip(rows, vectors, strict=True):
                payload = Payload(
                    kind=PointKind.CROP,
                    model_id=self._model_id,
                    time_s=row.frame_time_s,
                    identity_id=row.identity_id,
                    camera=row.camera,
                    tracklet_id=row.tracklet_id,
                )
                yield Point(row.id, vector, payload)

    def _templates(self, session: Session, identity_ids: Iterable[str]) -> Iterator[Point]:
        centring = load_centring(session, self._model_id)
        ids = sorted(identity_ids)
        for start in range(0, len(ids), _TEMPLATES_AT_ONCE):
            few = ids[start : start + _TEMPLATES_AT_ONCE]
            for identity_id, sightings in newest_sightings(session, few, self._model_id).items():
                template = template_from(sightings, centring)
                payload = Payload(
                    kind=PointKind.TEMPLATE,
                    model_id=self._model_id,
                    time_s=template.time_s,
                    identity_id=identity_id,
                )
                yield Point(point_id(PointKind.TEMPLATE, identity_id), template.vector, payload)


def point_id(kind: PointKind, subject_id: str) -> str:
    """Id of the point of a crop or, by the identity's id, of a template."""
    return subject_id if kind is PointKind.CROP else template_point_id(subject_id)


def forget_index(store: Store) -> None:
    """Have the index built anew at the next start: its files are gone. Raises `StoreError`."""
    with store.write() as session:
        session.meta.put(_INDEXED, None)
