"""Who acts, when: what every decision needs beside its changes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reid_service.domain.identity import Change, Decision, DecisionKind, Outcome, Subject


def _new_id() -> str:
    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Act:
    """An act by somebody at a time of the site's clock; `id` becomes the decision's.

    `explanation` is what JSON can hold. It names identities by id, never by name: a name
    would outlive its deletion in there.
    """

    actor: str
    at_s: float
    explanation: Mapping[str, Any] = field(default_factory=dict)
    id: str = field(default_factory=_new_id)

    def decides(
        self,
        kind: DecisionKind,
        changes: Iterable[Change],
        *,
        outcome: Outcome | None = None,
        reverses: str | None = None,
    ) -> Decision:
        """The decision of this act."""
        return Decision(
            id=self.id,
            at_s=self.at_s,
            actor=self.actor,
            kind=kind,
            changes=tuple(changes),
            outcome=outcome,
            reverses=reverses,
            explanation=self.explanation,
        )


def tracklet_change(tracklet_id: str, name: str, before: Any, after: Any) -> Change:
    """A change of one field of a tracklet."""
    return Change(Subject.TRACKLET, tracklet_id, name, before, after)


def identity_change(identity_id: str, name: str, before: Any, after: Any) -> Change:
    """A change of one field of an identity."""
    return Change(Subject.IDENTITY, identity_id, name, before, after)
