"""One person across cameras, and the decisions that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Identity:
    """One person across cameras (the global ID).

    `number` is the small number people read ("Person 47"). A merged identity keeps its row
    and redirects to the one that took it in. `hidden` ones stay in matching but leave lists.
    People said that it is none of `distinct_from`, and could not tell of `unsure_of`. `aliases`
    are other names that find it.
    """

    id: str
    number: int
    created_s: float
    name: str | None = None
    hidden: bool = False
    exposed: bool = False
    feature_crop_id: str | None = None
    redirect_to: str | None = None
    distinct_from: tuple[str, ...] = ()
    unsure_of: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What people read: the name, or a number."""
        return self.name or f"Person {self.number}"


SYSTEM_ACTOR: Final = "system"
"""Actor of the decisions that nobody made by hand."""


class Outcome(StrEnum):
    """What association concluded for a tracklet."""

    ACCEPT = "accept"  # it is this identity
    ASK = "ask"  # it might be; kept apart until somebody answers
    NEW = "new"  # nobody known


class DecisionKind(StrEnum):
    """Every act that says who is who, or that nobody can tell."""

    ASSIGN = "assign"
    MERGE = "merge"
    SPLIT = "split"
    DISTINGUISH = "distinguish"
    UNSURE = "unsure"
    RENAME = "rename"
    ALIAS = "alias"
    HIDE = "hide"
    EXPOSE = "expose"
    FEATURE = "feature"
    PICTURE = "picture"
    UNDO = "undo"


class Subject(StrEnum):
    """What a change is about."""

    TRACKLET = "tracklet"
    IDENTITY = "identity"
    CROP = "crop"


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row, before and after: enough to redo it and to undo it."""

    subject: Subject
    subject_id: str
    field: str
    before: Any
    after: Any

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.subject, self.subject_id, self.field, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the append-only ledger; `reverses` names the decision an undo takes back."""

    id: str
    at_s: float
    actor: str
    kind: DecisionKind
    changes: tuple[Change, ...]
    outcome: Outcome | None = None
    reverses: str | None = None
    explanation: Mapping[str, Any] = field(default_factory=dict)

    @property
    def moved_tracklets(self) -> tuple[str, ...]:
        """Tracklets that it gave another identity."""
        return tuple(
            each.subject_id
            for each in self.changes
            if each.subject is Subject.TRACKLET and each.field == "identity_id"
        )

    @property
    def identities(self) -> frozenset[str]:
        """Identities that it touched, by their own fields or by a sighting's move or doubt."""
        own = {each.subject_id for each in self.changes if each.subject is Subject.IDENTITY}
        said = [each for each in self.changes if each.field in ("identity_id", "doubted_as")]
        ends = {value for each in said for value in (each.before, each.after) if value}
        return frozenset(own | ends)
