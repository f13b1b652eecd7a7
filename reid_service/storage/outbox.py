"""Which points of the vector index may differ from the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, literal, select

from reid_service.gallery.store import PointKind
from reid_service.storage.schema import crops, embeddings, outbox, tracklets
from reid_service.storage.sql import chunks

_COLUMNS = (outbox.c.kind, outbox.c.subject_id)

# Made once: making a statement takes longer than running it.
_MARK = insert(outbox)
_AFTER = (
    select(outbox)
    .where(outbox.c.seq > bindparam("seq"))
    .order_by(outbox.c.seq)
    .limit(bindparam("limit"))
)
_MARK_TRACKLETS = insert(outbox).from_select(
    _COLUMNS,
    select(literal(PointKind.CROP.value), crops.c.id).where(
        crops.c.tracklet_id.in_(bindparam("ids", expanding=True))
    ),
)
_MARK_TEMPLATES_OF_CROPS = insert(outbox).from_select(
    _COLUMNS,
    select(literal(PointKind.TEMPLATE.value), tracklets.c.identity_id)
    .distinct()
    .join(crops, crops.c.tracklet_id == tracklets.c.id)
    .where(crops.c.id.in_(bindparam("ids", expanding=True)), tracklets.c.identity_id.is_not(None)),
)


@dataclass(frozen=True, slots=True)
class Dirty:
    """A point to look at again: of a crop or, by the identity's id, of a template."""

    seq: int
    kind: PointKind
    subject_id: str


class Outbox:
    """Dirty points within one transaction.

    Marks are written together, by `flush` before the commit or when they are read: most points
    are marked several times in a transaction, and each mark alone is a statement.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._marks: dict[tuple[PointKind, str], None] = {}
        self._of_crops: dict[str, None] = {}

    def mark_crops(self, crop_ids: Iterable[str]) -> None:
        """These crops, or their embeddings, changed or went."""
        self._mark(PointKind.CROP, crop_ids)

    def mark_templates(self, identity_ids: Iterable[str]) -> None:
        """What stands for these identities changed or went."""
        self._mark(PointKind.TEMPLATE, identity_ids)

    def mark_tracklets(self, tracklet_ids: Iterable[str]) -> None:
        """Every crop of these tracklets says something else now."""
        for chunk in chunks(tracklet_ids):
            self._connection.execute(_MARK_TRACKLETS, {"ids": chunk})

    def mark_templates_of_crops(self, crop_ids: Iterable[str], *, they_stay: bool = False) -> None:
        """The templates of the identities to which these crops belong changed.

        Whose those that stay are may be asked for when the marks are written: should one move
        meanwhile, that marks both identities anyway.
        """
        if they_stay:
            self._of_crops.update(dict.fromkeys(crop_ids))
            return
        for chunk in chunks(crop_ids):
            self._connection.execute(_MARK_TEMPLATES_OF_CROPS, {"ids": chunk})

    def mark_everything(self, model_id: str) -> None:
        """Every crop with an embedding of the model, and every identity with a sighting."""
        every_crop = select(literal(PointKind.CROP.value), embeddings.c.crop_id).where(
            embeddings.c.model_id == model_id
        )
        every_identity = (
            select(literal(PointKind.TEMPLATE.value), tracklets.c.identity_id)
            .distinct()
            .where(tracklets.c.identity_id.is_not(None))
        )
        for found in (every_crop, every_identity):
            self._connection.execute(insert(outbox).from_select(_COLUMNS, found))

    def after(self, seq: int, *, limit: int) -> list[Dirty]:
        """The first `limit` marks younger than `seq`, oldest first."""
        self.flush()
        rows = self._connection.execute(_AFTER, {"seq": seq, "limit": limit})
        return [Dirty(row.seq, PointKind(row.kind), row.subject_id) for row in rows]

    def count(self) -> int:
        """Number of marks."""
        self.flush()
        return self._connection.scalar(select(func.count()).select_from(outbox)) or 0

    def settle(self, seq: int) -> None:
        """Forget every mark up to and including `seq`."""
        self.flush()
        self._connection.execute(delete(outbox).where(outbox.c.seq <= seq))

    def flush(self) -> None:
        """Write the marks that are still held."""
        of_crops, self._of_crops = list(self._of_crops), {}
        self.mark_templates_of_crops(of_crops)
        rows = [{"kind": kind.value, "subject_id": each} for kind, each in self._marks]
        self._marks = {}
        if rows:
            self._connection.execute(_MARK, rows)

    def _mark(self, kind: PointKind, ids: Iterable[str]) -> None:
        self._marks.update(dict.fromkeys((kind, each) for each in ids))
