"""Finds the candidates of a tracklet and has the associator decide.

The vector index proposes the nearest identities. What it stores of an identity contains the
tracklet's own crops once it was assigned there, so for those identities the template is made
anew without them: nobody may vote for himself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from reid_service.associate.associator import Assignment, Associator, Candidate, Query
from reid_service.domain.crop import Vector
from reid_service.domain.tracklet import Tracklet
from reid_service.gallery.store import Gallery, PointKind, SearchFilter


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A tracklet to decide about: its pooled vector (D,) and where it is assigned now."""

    tracklet: Tracklet
    vector: Vector
    identity_id: str | None


class Knowledge(Protocol):
    """What the store knows; one consistent moment of it."""

    def template(self, identity_id: str, without: frozenset[str]) -> Vector | None:
        """The identity's template without these tracklets; None if nothing is left."""
        ...

    @property
    def warmth(self) -> float:
        """How far vectors and templates are centred, in [0, 1)."""
        ...

    def seen_with(self, tracklet: Tracklet) -> dict[str, str]:
        """Tracklets in sight on its camera at the same time, and their identities."""
        ...


class Matcher:
    """Decides about one tracklet, together with those in sight on its camera."""

    def __init__(self, gallery: Gallery, associator: Associator, *, limit: int) -> None:
        self._gallery = gallery
        self._associator = associator
        self._limit = limit

    def decide(
        self, subject: Subject, company: Sequence[Subject], knowledge: Knowledge
    ) -> list[Assignment]:
        """What is concluded for `subject`, and for others of `company` if that moves them.

        `company` are the open, undecided tracklets in sight of the same camera at the same
        time. They are only decided anew when one of them holds the identity that `subject`
        would take or keep. Raises `GalleryUnavailable`.
        """
        query = self._query(subject, [subject, *company], knowledge)
        [alone] = self._associator.assign([query], warmth=knowledge.warmth)
        wanted = alone.identity_id or subject.identity_id
        if wanted is None or wanted not in {each.identity_id for each in company}:
            return [alone]
        group = [subject, *company]
        queries = [self._query(each, group, knowledge) for each in group]
        return self._associator.assign(queries, warmth=knowledge.warmth)

    def _query(self, subject: Subject, group: Sequence[Subject], knowledge: Knowledge) -> Query:
        hits = self._gallery.search(subject.vector, SearchFilter(PointKind.TEMPLATE), self._limit)
        ids = frozenset(each.tracklet.id for each in group)
        held = {each.identity_id for each in group}
        beside = {
            identity: tracklet
            for tracklet, identity in knowledge.seen_with(subject.tracklet).items()
            if tracklet not in ids
        }
        candidates = []
        for hit in hits:
            identity, similarity = hit.payload.identity_id, hit.similarity
            if identity is None:
                continue
            if identity in held:
                template = knowledge.template(identity, ids)
                if template is None:
                    continue
                similarity = float(template @ subject.vector)
            excluded = None
            if identity in beside:
                excluded = "was seen on this camera at the same time"
            candidates.append(Candidate(identity, similarity, excluded))
        return Query(subject.tracklet, subject.vector, tuple(candidates))
