"""What an association rule looks like to the rest of the service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from reid_service.domain.crop import Vector
from reid_service.domain.identity import Outcome
from reid_service.domain.tracklet import Tracklet


@dataclass(frozen=True, slots=True)
class Candidate:
    """An identity that a tracklet might be; `similarity` is a cosine in [-1, 1].

    `excluded` says in words why it cannot be, whatever the similarity.
    """

    identity_id: str
    similarity: float
    excluded: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A tracklet to be assigned: its pooled embedding (unit, shape (D,)) and its candidates."""

    tracklet: Tracklet
    vector: Vector
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """What was concluded for one tracklet; `identity_id` is None for a new identity.

    `similarity` is that of the accepted candidate, or of the nearest one that was not.
    """

    tracklet_id: str
    outcome: Outcome
    identity_id: str | None
    similarity: float | None
    explanation: Mapping[str, Any] = field(default_factory=dict)


class Associator(Protocol):
    """Decides for a group of tracklets that must be told apart from each other."""

    def assign(self, queries: Sequence[Query], *, warmth: float) -> list[Assignment]:
        """One assignment a query, in their order; no identity is given twice.

        `warmth` in [0, 1) says how far the vectors are centred: thresholds depend on it.
        """
        ...
