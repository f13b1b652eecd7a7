"""Reads the ledger: one decision, what concerned an identity or a tracklet, what came later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from reid_service.domain.identity import (
    SYSTEM_ACTOR,
    Change,
    Decision,
    DecisionKind,
    Outcome,
    Subject,
)
from reid_service.errors import NotFound
from reid_service.storage.records import Page
from reid_service.storage.schema import changes, concerns, decisions, identities
from reid_service.storage.sql import chunks, decode_cursor, encode_cursor

_D = decisions.c


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A decision with its place in the ledger; `redacted` ones cannot be taken back."""

    seq: int
    decision: Decision
    redacted: bool


@dataclass(frozen=True, slots=True)
class DecisionFilter:
    """Which decisions; None means any. Times are epoch seconds, the end excluded."""

    by_people: bool | None = None
    actor: str | None = None
    kinds: frozenset[DecisionKind] | None = None
    from_s: float | None = None
    to_s: float | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """For a query."""
        found: list[ColumnElement[bool]] = []
        if self.by_people is not None:
            is_it = _D.actor != SYSTEM_ACTOR if self.by_people else _D.actor == SYSTEM_ACTOR
            found.append(is_it)
        if self.actor is not None:
            found.append(_D.actor == self.actor)
        if self.kinds is not None:
            found.append(_D.kind.in_(sorted(self.kinds)))
        if self.from_s is not None:
            found.append(_D.at_s >= self.from_s)
        if self.to_s is not None:
            found.append(_D.at_s < self.to_s)
        return found


class History:
    """Decisions within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, decision_id: str) -> LedgerRow:
        """One decision. Raises `NotFound`."""
        found = self._all(select(decisions).where(_D.id == decision_id))
        if not found:
            msg = "There is no such decision. What it was about may have been deleted."
            raise NotFound(msg)
        return found[0]

    def is_undone(self, decision_id: str) -> bool:
        """Whether an undo of it is in force (one that was not undone itself)."""
        undos = self._connection.scalars(select(_D.id).where(_D.reverses == decision_id)).all()
        return any(not self.is_undone(each) for each in undos)

    def undone(self, decision_ids: Iterable[str]) -> set[str]:
        """Those of them that are undone, as `is_undone` has it."""
        reversed_ids = {
            each
            for chunk in chunks(decision_ids)
            for each in self._connection.scalars(select(_D.reverses).where(_D.reverses.in_(chunk)))
            if each is not None
        }
        return {each for each in reversed_ids if self.is_undone(each)}

    def of_identity(
        self, identity_id: str, *, limit: int, cursor: str | None = None
    ) -> Page[Decision]:
        """What concerned an identity, those merged into it, or their tracklets; newest first."""
        seqs = select(concerns.c.decision_seq).where(
            concerns.c.identity_id.in_(_family(identity_id))
        )
        return self._page(select(decisions).where(_D.seq.in_(seqs)), limit, cursor)

    def is_said_by_people(self, identity_id: str, name: str) -> bool:
        """Whether a person ever set this field of an identity, or of one merged into it."""
        query = (
            select(_D.seq)
            .join(changes, changes.c.decision_seq == _D.seq)
            .where(
                changes.c.subject == Subject.IDENTITY,
                changes.c.subject_id.in_(_family(identity_id)),
                changes.c.field == name,
                _D.actor != SYSTEM_ACTOR,
            )
            .limit(1)
        )
        return self._connection.scalar(query) is not None

    def of_tracklet(
        self, tracklet_id: str, *, limit: int, cursor: str | None = None
    ) -> Page[Decision]:
        """What was decided about a tracklet, newest first."""
        seqs = select(changes.c.decision_seq).where(
            changes.c.subject_id == tracklet_id, changes.c.subject == Subject.TRACKLET
        )
        return self._page(select(decisions).where(_D.seq.in_(seqs)), limit, cursor)

    def everything(
        self, where: DecisionFilter | None = None, *, limit: int, cursor: str | None = None
    ) -> Page[Decision]:
        """The whole ledger, newest first, or what `where` asks for."""
        conditions = [] if where is None else where.conditions()
        return self._page(select(decisions).where(*conditions), limit, cursor)

    def actors(self) -> list[str]:
        """Everybody who ever decided something."""
        return list(self._connection.scalars(select(_D.actor).distinct().order_by(_D.actor)))

    def oldest_first(self) -> Iterator[Decision]:
        """The whole ledger from its beginning."""
        seq = 0
        query = select(decisions).order_by(_D.seq).limit(500)
        while rows := self._all(query.where(_D.seq > seq)):
            yield from (row.decision for row in rows)
            seq = rows[-1].seq

    def later_changes(self, row: LedgerRow) -> list[LedgerRow]:
        """Decisions after `row` that changed one of its fields, newest first.

        A decision that created an identity is also followed by all that concerned it.
        """
        fields = {(c.subject, c.subject_id, c.field) for c in row.decision.changes}
        seqs: set[int] = set()
        for chunk in chunks({change.subject_id for change in row.decision.changes}):
            query = select(changes).where(
                changes.c.subject_id.in_(chunk), changes.c.decision_seq > row.seq
            )
            seqs |= {
                each.decision_seq
                for each in self._connection.execute(query)
                if (each.subject, each.subject_id, each.field) in fields
            }
        created = [c.subject_id for c in row.decision.changes if c.field == "created"]
        about = select(concerns.c.decision_seq).where(
            concerns.c.identity_id.in_(created), concerns.c.decision_seq > row.seq
        )
        seqs |= set(self._connection.scalars(about))
        found = [
            later
            for chunk in chunks(seqs)
            for later in self._all(select(decisions).where(_D.seq.in_(chunk)))
        ]
        return sorted(found, key=lambda each: -each.seq)

    def _page(self, query: Select[Any], limit: int, cursor: str | None) -> Page[Decision]:
        if cursor is not None:
            query = query.where(_D.seq < decode_cursor(cursor, int)[0])
        rows = self._all(query.order_by(_D.seq.desc()).limit(limit + 1))
        items = [row.decision for row in rows[:limit]]
        more = len(rows) > limit > 0
        return Page(items, encode_cursor(rows[limit - 1].seq) if more else None)

    def _all(self, query: Select[Any]) -> list[LedgerRow]:
        rows = self._connection.execute(query).all()
        by_seq = self._changes(row.seq for row in rows)
        return [
            LedgerRow(row.seq, _decision(row, by_seq.get(row.seq, ())), row.redacted)
            for row in rows
        ]

    def _changes(self, seqs: Iterable[int]) -> dict[int, tuple[Change, ...]]:
        found: dict[int, tuple[Change, ...]] = {}
        for chunk in chunks(seqs):
            query = select(changes).where(changes.c.decision_seq.in_(chunk))
            rows = self._connection.execute(
                query.order_by(changes.c.decision_seq, changes.c.ordinal)
            )
            for seq, group in groupby(rows, key=lambda each: int(each.decision_seq)):
                found[seq] = tuple(_change(each) for each in group)
        return found


def _family(identity_id: str) -> Select[Any]:
    """Ids of an identity and of all that lead to it."""
    ids = identities.c.id
    family = select(ids).where(ids == identity_id).cte("family", recursive=True)
    family = family.union(select(ids).join(family, identities.c.redirect_to == family.c.id))
    return select(family.c.id)


def _change(row: Row[Any]) -> Change:
    return Change(Subject(row.subject), row.subject_id, row.field, row.before, row.after)


def _decision(row: Row[Any], of_it: tuple[Change, ...]) -> Decision:
    return Decision(
        id=row.id,
        at_s=row.at_s,
        actor=row.actor,
        kind=DecisionKind(row.kind),
        changes=of_it,
        outcome=None if row.outcome is None else Outcome(row.outcome),
        reverses=row.reverses,
        explanation=row.explanation,
    )
