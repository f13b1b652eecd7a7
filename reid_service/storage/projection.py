"""What the ledger's changes add up to: a pure fold, used to record and to replay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from reid_service.domain.identity import Change, Decision, Subject
from reid_service.errors import Conflict, InvalidRequest

Key: TypeAlias = tuple[Subject, str]
Fields: TypeAlias = dict[str, Any]

UNTOUCHED: Final[Mapping[Subject, Mapping[str, Any]]] = {
    Subject.TRACKLET: {"identity_id": None, "firm": False, "doubted_as": None},
    Subject.CROP: {"bad": False},
    Subject.IDENTITY: {
        "created": None,  # {"number": int, "created_s": float} while it exists
        "name": None,
        "hidden": False,
        "exposed": False,
        "feature_crop_id": None,
        "redirect_to": None,
        "distinct_from": [],
        "unsure_of": [],
        "aliases": [],
    },
}
"""Every field that a change may name, with its value before the first change."""

SETS: Final = ("distinct_from", "unsure_of")
"""Fields that hold ids of other identities: each may come and go whatever the others do."""


_WORDS: Final = {
    Subject.TRACKLET: "sighting",
    Subject.IDENTITY: "person",
    Subject.CROP: "picture",
}


class Projection:
    """Fields of subjects, moved on by changes.

    A change whose `before` is not the current value is refused: somebody else decided
    meanwhile.
    """

    def __init__(self, rows: Mapping[Key, Fields] | None = None) -> None:
        self.rows: dict[Key, Fields] = {key: dict(fields) for key, fields in (rows or {}).items()}

    def apply(self, changes: Iterable[Change]) -> None:
        """Apply changes in order. Raises `Conflict`, and `InvalidRequest` for unknown fields."""
        for change in changes:
            fields = self.rows.setdefault(
                (change.subject, change.subject_id), dict(UNTOUCHED[change.subject])
            )
            if change.field not in fields:
                msg = f"A {change.subject} has no field {change.field!r} that could change."
                raise InvalidRequest(msg)
            if fields[change.field] != change.before:
                msg = (
                    f"The {change.field} of this {_word(change.subject)} has changed since you "
                    "looked. Look again and repeat what you wanted."
                )
                raise Conflict(msg)
            fields[change.field] = change.after

    def touched(self) -> dict[Key, Fields]:
        """The rows that differ from those nobody ever decided about."""
        return {key: fields for key, fields in self.rows.items() if fields != UNTOUCHED[key[0]]}


def replay(decisions: Iterable[Decision]) -> Projection:
    """What `decisions`, oldest first, lead to from nothing. Raises `Conflict` if they do not fit.

    Equal to `Ledger.state()` as long as nothing was deleted; what is said of deleted subjects
    leaves the ledger with them.
    """
    projection = Projection()
    for decision in decisions:
        projection.apply(decision.changes)
    return projection


def concerned(
    changes: Iterable[Change], rows: Mapping[Key, Fields], shown: Mapping[str, str | None]
) -> set[str]:
    """Ids of the identities that changes are about.

    `rows` tells whose each tracklet is, `shown` whom each crop shows.
    """
    changes = list(changes)
    begun_or_gone = {each.subject_id for each in changes if each.field == "created"}
    found: set[str | None] = set()
    for change in changes:
        if change.subject is Subject.IDENTITY:
            found.add(change.subject_id)
        elif change.subject is Subject.CROP:
            found.add(shown.get(change.subject_id))
        else:
            found.add(rows[change.subject, change.subject_id]["identity_id"])
        if change.field in ("identity_id", "redirect_to", "doubted_as"):
            found |= {change.before, change.after}
        elif change.field in SETS and change.subject_id not in begun_or_gone:
            found |= {*change.before, *change.after}
    return {each for each in found if each is not None}


def _word(subject: Subject) -> str:
    return _WORDS[subject]
