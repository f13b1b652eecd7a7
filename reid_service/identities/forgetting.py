"""Deletes a person for good. This is no decision: there is nothing to undo."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Column, Text, cast, or_, select, update

from reid_service.storage.deletion import Deleted, delete_identities, delete_tracklets
from reid_service.storage.schema import changes, concerns, crops, decisions
from reid_service.storage.sql import chunks
from reid_service.storage.store import Session

_NAMING: Final = ("name", "aliases")
"""Fields that hold names."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What went; `files` are removed from disk after the commit, by `Store.remove_pictures`."""

    identity_ids: tuple[str, ...]
    tracklet_ids: tuple[str, ...]
    files: tuple[str, ...]
    deleted: Deleted


def forget(session: Session, identity_id: str) -> Forgotten:
    """Delete an identity and those merged into it, with all sightings, looks and names.

    Decisions that concerned them and somebody else stay, without explanation and without the
    names; they can no longer be undone. Raises `NotFound`.
    """
    identity = session.identities.resolve(identity_id)
    family = [identity, *session.identities.merged_into(identity.id)]
    ids = [each.id for each in family]
    tracklet_ids = [each.tracklet.id for each in session.tracklets.of_identity(identity.id)]
    files = _files(session, tracklet_ids)
    names = {name for each in family for name in (each.name, *each.aliases) if name is not None}
    names |= _past_names(session, ids)
    _redact(session, ids, tracklet_ids, names)
    session.searches.remove_photos_showing(tracklet_ids)
    deleted = delete_tracklets(session, tracklet_ids) + delete_identities(session, ids)
    return Forgotten(tuple(ids), tuple(tracklet_ids), tuple(files), deleted)


def _files(session: Session, tracklet_ids: Iterable[str]) -> list[str]:
    return [
        file
        for chunk in chunks(tracklet_ids)
        for file in session.connection.scalars(
            select(crops.c.file).where(crops.c.tracklet_id.in_(chunk), crops.c.file.is_not(None))
        )
        if file is not None
    ]


def _past_names(session: Session, identity_ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunks(identity_ids):
        query = select(changes.c.before, changes.c.after).where(
            changes.c.subject_id.in_(chunk), changes.c.field.in_(_NAMING)
        )
        for row in session.connection.execute(query):
            found.update(*map(_names_in, row))
    return found


def _names_in(value: str | list[str] | None) -> list[str]:
    """Of a name, or of other names."""
    if isinstance(value, str):
        return [value]
    return value or []


def _redact(
    session: Session, identity_ids: Sequence[str], tracklet_ids: Sequence[str], names: set[str]
) -> None:
    about = [
        *_seqs(session, concerns.c.decision_seq, concerns.c.identity_id, identity_ids),
        *_seqs(session, changes.c.decision_seq, changes.c.subject_id, tracklet_ids),
    ]
    for chunk in chunks(dict.fromkeys(about)):
        session.connection.execute(
            update(decisions)
            .where(decisions.c.seq.in_(chunk))
            .values(redacted=True, explanation={})
        )
        # A name that passed to somebody else and back.
        for row in session.connection.execute(
            select(changes).where(changes.c.decision_seq.in_(chunk), changes.c.field.in_(_NAMING))
        ).all():
            session.connection.execute(
                update(changes)
                .where(changes.c.decision_seq == row.decision_seq, changes.c.ordinal == row.ordinal)
                .values(before=_without(row.before, names), after=_without(row.after, names))
            )
    _redact_mentions(session, [*identity_ids, *sorted(names)])


def _without(value: str | list[str] | None, names: set[str]) -> str | list[str] | None:
    if isinstance(value, list):
        return [each for each in value if each not in names]
    return None if value in names else value


def _redact_mentions(session: Session, words: Iterable[str]) -> None:
    """Explanations of other decisions may have weighed this person as a candidate."""
    text = cast(decisions.c.explanation, Text)
    for word in words:
        spellings = {json.dumps(word)[1:-1], json.dumps(word, ensure_ascii=False)[1:-1]}
        mentions = or_(*(text.contains(each, autoescape=True) for each in sorted(spellings)))
        session.connection.execute(update(decisions).where(mentions).values(explanation={}))


def _seqs(
    session: Session, wanted: Column[int], column: Column[str], ids: Sequence[str]
) -> list[int]:
    return [
        seq
        for chunk in chunks(ids)
        for seq in session.connection.scalars(select(wanted).where(column.in_(chunk)))
    ]
