"""The append-only ledger of decisions, and the state that it projects.

Every change of who is who goes through `Ledger.record`, in one transaction with its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, exists, insert, or_, select, update

from reid_service.domain.identity import Change, Decision, Subject
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.storage.identities import Identities
from reid_service.storage.outbox import Outbox
from reid_service.storage.projection import Fields, Key, Projection, concerned
from reid_service.storage.schema import (
    changes,
    concerns,
    crops,
    decisions,
    identities,
    tracklets,
)
from reid_service.storage.sql import chunks

_I = identities.c
_T = tracklets.c
_C = crops.c

# Made once: making a statement takes longer than running it.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_IDENTITIES = select(identities).where(_I.id.in_(_IDS))
_LINKS = select(_T.id, _T.identity_id, _T.firm, _T.doubted_as).where(_T.id.in_(_IDS))
_BAD = select(_C.id, _C.bad).where(_C.id.in_(_IDS))
_SHOWN = (
    select(_C.id, _T.identity_id).join(tracklets, _T.id == _C.tracklet_id).where(_C.id.in_(_IDS))
)
_LINK = (
    update(tracklets)
    .where(_T.id == bindparam("key"))
    .values(
        identity_id=bindparam("identity"),
        firm=bindparam("is_firm"),
        doubted_as=bindparam("doubted"),
    )
)
_FOUND = insert(identities)
_APPEND = insert(decisions).returning(decisions.c.seq)
_APPEND_CHANGES = insert(changes)
_APPEND_CONCERNS = insert(concerns)


class Ledger:
    """Writes decisions within one transaction."""

    def __init__(self, connection: Connection, outbox: Outbox, known: Identities) -> None:
        self._connection = connection
        self._outbox = outbox
        self._known = known

    def record(self, decision: Decision) -> None:
        """Append a decision and apply its changes.

        Raises `Conflict` when a `before` is no longer true or the result would contradict
        itself (a sighting of nobody, a merged person with sightings), `NotFound` for a
        tracklet that does not exist, `InvalidRequest` for a decision without changes. The
        caller's transaction must then be rolled back.
        """
        if not decision.changes:
            msg = "A decision without changes says nothing."
            raise InvalidRequest(msg)
        keys = {(change.subject, change.subject_id) for change in decision.changes}
        before = self._load(keys)
        projection = Projection(before)
        projection.apply(decision.changes)
        self._write_identities(before, projection.rows)
        self._write_tracklets(before, projection.rows)
        shown = self._write_crops(before, projection.rows)
        self._check(projection.rows)
        self._append(decision, concerned(decision.changes, before, shown))
        self._mark_dirty(before, projection.rows)

    def state(self) -> dict[Key, Fields]:
        """Every subject about which something was decided, as the tables have it."""
        rows: dict[Key, Fields] = {
            (Subject.TRACKLET, row.id): _fields_of_tracklet(row)
            for row in self._connection.execute(
                select(_T.id, _T.identity_id, _T.firm, _T.doubted_as)
            )
        }
        for row in self._connection.execute(select(identities)):
            rows[Subject.IDENTITY, row.id] = _fields_of_identity(row)
        for row in self._connection.execute(select(_C.id, _C.bad).where(_C.bad)):
            rows[Subject.CROP, row.id] = {"bad": row.bad}
        return Projection(rows).touched()

    def _load(self, keys: Iterable[Key]) -> dict[Key, Fields]:
        rows: dict[Key, Fields] = {}
        for chunk in chunks(id_ for subject, id_ in keys if subject is Subject.IDENTITY):
            for row in self._connection.execute(_IDENTITIES, {"ids": chunk}):
                rows[Subject.IDENTITY, row.id] = _fields_of_identity(row)
        wanted = [id_ for subject, id_ in keys if subject is Subject.TRACKLET]
        for chunk in chunks(wanted):
            for row in self._connection.execute(_LINKS, {"ids": chunk}):
                rows[Subject.TRACKLET, row.id] = _fields_of_tracklet(row)
        if any((Subject.TRACKLET, id_) not in rows for id_ in wanted):
            msg = "A sighting that this is about does not exist. It may have been deleted."
            raise NotFound(msg)
        pictures = [id_ for subject, id_ in keys if subject is Subject.CROP]
        for chunk in chunks(pictures):
            for row in self._connection.execute(_BAD, {"ids": chunk}):
                rows[Subject.CROP, row.id] = {"bad": row.bad}
        if any((Subject.CROP, id_) not in rows for id_ in pictures):
            msg = "A picture that this is about does not exist. It may have been deleted."
            raise NotFound(msg)
        return rows

    def _write_identities(self, before: Mapping[Key, Fields], after: Mapping[Key, Fields]) -> None:
        for (subject, identity_id), fields in after.items():
            old = before.get((subject, identity_id))
            if subject is not Subject.IDENTITY or fields == old:
                continue
            self._known.changed()
            if old is None:
                self._connection.execute(_FOUND, _row_of_new(identity_id, fields))
            else:
                # A row whose creation was undone keeps its number for the redo.
                values = {name: value for name, value in fields.items() if name != "created"}
                same = _I.id == identity_id
                if fields["created"] is not None:
                    same &= _I.number == fields["created"]["number"]
                    same &= _I.created_s == fields["created"]["created_s"]
                values["retired"] = fields["created"] is None
                query = update(identities).where(same).values(values)
                if self._connection.execute(query).rowcount != 1:
                    raise Conflict(_IMPOSSIBLE)

    def _write_tracklets(self, before: Mapping[Key, Fields], after: Mapping[Key, Fields]) -> None:
        rows = [
            {
                "key": key[1],
                "identity": fields["identity_id"],
                "is_firm": fields["firm"],
                "doubted": fields["doubted_as"],
            }
            for key, fields in after.items()
            if key[0] is Subject.TRACKLET and fields != before[key]
        ]
        self._require_live({row["identity"] for row in rows if row["identity"] is not None})
        if rows:
            self._connection.execute(_LINK, rows)

    def _write_crops(
        self, before: Mapping[Key, Fields], after: Mapping[Key, Fields]
    ) -> dict[str, str | None]:
        """Whom each crop of the decision shows."""
        crop_ids = [id_ for subject, id_ in after if subject is Subject.CROP]
        shown: dict[str, str | None] = {}
        for chunk in chunks(crop_ids):
            rows = self._connection.execute(_SHOWN, {"ids": chunk})
            shown |= {row.id: row.identity_id for row in rows}
        for crop_id in crop_ids:
            fields = after[Subject.CROP, crop_id]
            if fields != before[Subject.CROP, crop_id]:
                query = update(crops).where(_C.id == crop_id).values(bad=fields["bad"])
                self._connection.execute(query)
                self._outbox.mark_crops([crop_id])
                self._outbox.mark_templates_of_crops([crop_id])
        return shown

    def _require_live(self, identity_ids: Iterable[str]) -> None:
        for each in set(identity_ids):
            found = self._known.find(each)
            if found is None or found.redirect_to is not None:
                msg = (
                    "The person this leads to has been merged or deleted since. Undo that "
                    "first, or choose somebody else."
                )
                raise Conflict(msg)

    def _check(self, rows: Mapping[Key, Fields]) -> None:
        """Nobody points at an identity that the decision took out of sight."""
        changed = {id_: row for (subject, id_), row in rows.items() if subject is Subject.IDENTITY}
        self._require_live(row["redirect_to"] for row in changed.values() if row["redirect_to"])
        for identity_id, fields in changed.items():
            gone = fields["created"] is None
            if gone and any(value for name, value in fields.items() if name != "created"):
                raise Conflict(_IMPOSSIBLE)
            if gone or fields["redirect_to"] is not None:
                # Those merged earlier may go on leading to a merged identity, not to a gone one.
                left = exists().where(_T.identity_id == identity_id)
                led = exists().where(_I.redirect_to == identity_id)
                if self._connection.scalar(select(or_(left, led) if gone else left)):
                    msg = (
                        "Sightings or people were added to this person since. Move them away first."
                    )
                    raise Conflict(msg)

    def _append(self, decision: Decision, identity_ids: set[str]) -> None:
        row = {
            "id": decision.id,
            "at_s": decision.at_s,
            "actor": decision.actor,
            "kind": decision.kind.value,
            "outcome": decision.outcome.value if decision.outcome else None,
            "reverses": decision.reverses,
            "explanation": dict(decision.explanation),
        }
        seq = self._connection.execute(_APPEND, row).scalar_one()
        rows = [_row_of_change(seq, at, each) for at, each in enumerate(decision.changes)]
        self._connection.execute(_APPEND_CHANGES, rows)
        about = [{"identity_id": id_, "decision_seq": seq} for id_ in sorted(identity_ids)]
        if about:
            self._connection.execute(_APPEND_CONCERNS, about)

    def _mark_dirty(self, before: Mapping[Key, Fields], after: Mapping[Key, Fields]) -> None:
        """The vector index knows whose a tracklet is, and nothing else of what is decided."""
        moved = {
            id_: (before[subject, id_]["identity_id"], fields["identity_id"])
            for (subject, id_), fields in after.items()
            if subject is Subject.TRACKLET
            and fields["identity_id"] != before[subject, id_]["identity_id"]
        }
        self._outbox.mark_tracklets(moved)
        templates = {identity_id for pair in moved.values() for identity_id in pair}
        self._outbox.mark_templates(sorted(each for each in templates if each is not None))


_IMPOSSIBLE = (
    "This decision does not fit what is known of the person. Look again and repeat what you wanted."
)


def _fields_of_tracklet(row: Any) -> Fields:
    return {
        "identity_id": row.identity_id,
        "firm": row.firm,
        "doubted_as": row.doubted_as,
    }


def _fields_of_identity(row: Any) -> Fields:
    created = None if row.retired else {"number": row.number, "created_s": row.created_s}
    return {
        "created": created,
        "name": row.name,
        "hidden": row.hidden,
        "exposed": row.exposed,
        "feature_crop_id": row.feature_crop_id,
        "redirect_to": row.redirect_to,
        "distinct_from": row.distinct_from,
        "unsure_of": row.unsure_of,
        "aliases": row.aliases,
    }


def _row_of_new(identity_id: str, fields: Fields) -> dict[str, Any]:
    created = fields["created"]
    if created is None:
        msg = "There is no such person. They may have been deleted or split meanwhile."
        raise NotFound(msg)
    rest = {name: value for name, value in fields.items() if name != "created"}
    return {"id": identity_id, **created, **rest}


def _row_of_change(seq: int, ordinal: int, change: Change) -> dict[str, Any]:
    return {
        "decision_seq": seq,
        "ordinal": ordinal,
        "subject": change.subject.value,
        "subject_id": change.subject_id,
        "field": change.field,
        "before": change.before,
        "after": change.after,
    }
