"""Deletes for good: rows, index points, picture files, and what the ledger says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select, update

from reid_service.domain.identity import Subject
from reid_service.storage.schema import (
    changes,
    concerns,
    crops,
    decisions,
    embeddings,
    identities,
    tracklets,
)
from reid_service.storage.sql import chunks
from reid_service.storage.store import Session


@dataclass(frozen=True, slots=True)
class Deleted:
    """How much went."""

    tracklets: int = 0
    crops: int = 0
    pictures: int = 0
    vectors: int = 0
    identities: int = 0
    decisions: int = 0

    def __add__(self, other: Deleted) -> Deleted:
        """Both together."""
        return Deleted(
            self.tracklets + other.tracklets,
            self.crops + other.crops,
            self.pictures + other.pictures,
            self.vectors + other.vectors,
            self.identities + other.identities,
            self.decisions + other.decisions,
        )


def delete_tracklets(session: Session, tracklet_ids: Iterable[str]) -> Deleted:
    """Delete tracklets with crops, embeddings, pictures and changes in the ledger."""
    total = Deleted()
    for chunk in chunks(tracklet_ids):
        found = session.connection.execute(
            select(crops.c.id, crops.c.file).where(crops.c.tracklet_id.in_(chunk))
        ).all()
        pictures = sum(row.file is not None for row in found)
        removed = session.crops.remove(row.id for row in found)
        silent = _delete_changes(session, Subject.TRACKLET, chunk)
        silent += _delete_changes(session, Subject.CROP, [row.id for row in found])
        session.tracklets.mark_gone(chunk)
        deleted = session.connection.execute(delete(tracklets).where(tracklets.c.id.in_(chunk)))
        total += Deleted(
            tracklets=deleted.rowcount, crops=removed, pictures=pictures, decisions=silent
        )
    return total


def delete_identities(session: Session, identity_ids: Iterable[str]) -> Deleted:
    """Delete identities without tracklets; those that redirect to them must be among them."""
    ids = list(dict.fromkeys(identity_ids))
    # First, so that the order of deleting does not matter to the foreign key.
    for chunk in chunks(ids):
        session.connection.execute(
            update(identities).where(identities.c.id.in_(chunk)).values(redirect_to=None)
        )
    total = Deleted()
    for chunk in chunks(ids):
        session.outbox.mark_templates(chunk)
        silent = _delete_changes(session, Subject.IDENTITY, chunk)
        session.connection.execute(delete(concerns).where(concerns.c.identity_id.in_(chunk)))
        gone = session.connection.execute(delete(identities).where(identities.c.id.in_(chunk)))
        total += Deleted(identities=gone.rowcount, decisions=silent)
    session.identities.changed()
    return total


def delete_vectors(session: Session, crop_ids: Sequence[str]) -> Deleted:
    """Delete the embeddings of every model of these crops."""
    session.outbox.mark_crops(crop_ids)
    session.outbox.mark_templates_of_crops(crop_ids)
    gone = session.connection.execute(delete(embeddings).where(embeddings.c.crop_id.in_(crop_ids)))
    return Deleted(vectors=gone.rowcount)


def delete_pictures(session: Session, crop_ids: Sequence[str]) -> Deleted:
    """Delete the picture files of these crops; the crops stay, with what is known of them."""
    session.crops.doom_files(crop_ids)
    gone = session.connection.execute(
        update(crops).where(crops.c.id.in_(crop_ids)).values(file=None)
    )
    return Deleted(pictures=gone.rowcount)


def _delete_changes(session: Session, subject: Subject, ids: Sequence[str]) -> int:
    """Remove what the ledger says of subjects; returns how many decisions had nothing else."""
    about = (changes.c.subject_id.in_(ids), changes.c.subject == subject.value)
    seqs = session.connection.scalars(select(changes.c.decision_seq).where(*about)).all()
    session.connection.execute(delete(changes).where(*about))
    silent = 0
    for chunk in chunks(dict.fromkeys(seqs)):
        left = select(changes.c.decision_seq).where(changes.c.decision_seq == decisions.c.seq)
        gone = session.connection.execute(
            delete(decisions).where(decisions.c.seq.in_(chunk), ~left.exists())
        )
        silent += gone.rowcount
    return silent
