"""What the resolver remembers of each tracklet that is not decided for good yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from reid_service.associate.pooling import Selection, Shot, pooled_shots, select
from reid_service.attributes.values import UNKNOWN, Attributes
from reid_service.domain.crop import EmbeddedCrop, Vector
from reid_service.domain.identity import SYSTEM_ACTOR, DecisionKind, Outcome
from reid_service.domain.tracklet import Tracklet, TrackletState
from reid_service.storage.crops import from_blob, to_blob
from reid_service.storage.records import StoredTracklet
from reid_service.storage.store import Session

_HISTORY: Final = 100
"""Decisions about one tracklet that are looked at; it has a handful."""


@dataclass(slots=True, eq=False)
class OpenSighting:
    """A tracklet with its kept shots and its identity so far.

    `by_hand` means that a person decided: the service leaves it alone. `waiting` means that a
    decision is due but could not be taken before the service stopped. `taken` counts
    the crops that were taken in, also those that left for better ones.
    """

    tracklet: Tracklet
    shots: list[Shot] = field(default_factory=list)
    identity_id: str | None = None
    firm: bool = False
    by_hand: bool = False
    waiting: bool = False
    told: set[str] = field(default_factory=set)
    taken: int = 0
    outcome: Outcome = Outcome.NEW
    similarity: float | None = None
    worn: Attributes = UNKNOWN
    _pooled: Vector | None = None

    @property
    def is_over(self) -> bool:
        """Whether Frigate is done with it."""
        return self.tracklet.state is not TrackletState.OPEN

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to decide."""
        return self.is_over and not self.waiting

    @property
    def is_worth_deciding(self) -> bool:
        """Whether the last crop taken in may change much: the 1st, 2nd, 4th, 8th and so on.

        The end decides anew anyway.
        """
        return self.identity_id is None or self.taken & (self.taken - 1) == 0

    @property
    def best_crop_id(self) -> str | None:
        """The crop that shows the person best."""
        best = max(self.shots, key=lambda each: (each.quality, each.crop_id), default=None)
        return None if best is None else best.crop_id

    @property
    def pooled(self) -> Vector:
        """One vector (D,) for all shots, not centred; only with shots."""
        if self._pooled is None:
            self._pooled = pooled_shots(self.shots)
        return self._pooled

    def consider(self, crop: EmbeddedCrop, limit: int) -> Selection:
        """Take a crop in if it is worth keeping; says whether, and which one left for it."""
        shot = Shot(
            crop.crop.id,
            crop.crop.quality.score,
            # As the store will give it back, so that a restart changes no decision.
            _as_stored(crop.embedding.vector),
        )
        selection = select(self.shots, shot, limit)
        if selection.keep:
            self.drop({shot.crop_id, selection.removes})
            self.shots.append(shot)
            self._pooled = None
            self.taken += 1
        return selection

    def take_over(self, earlier: OpenSighting) -> None:
        """What the store does not know of the same sighting, from before it was read again."""
        self.waiting = earlier.waiting or self.is_over
        self.told |= earlier.told
        if earlier.identity_id == self.identity_id:
            self.outcome, self.similarity = earlier.outcome, earlier.similarity

    def drop(self, crop_ids: Iterable[str | None]) -> bool:
        """Forget shots; whether there was one."""
        gone = set(crop_ids)
        kept = [each for each in self.shots if each.crop_id not in gone]
        if len(kept) == len(self.shots):
            return False
        self.shots, self._pooled = kept, None
        return True


def load_sighting(
    session: Session, tracklet: Tracklet, stored: StoredTracklet | None, model_id: str
) -> OpenSighting:
    """A tracklet with what the store has of it, or a fresh one."""
    if stored is None:
        return OpenSighting(tracklet)
    shots = [
        Shot(each.crop_id, each.quality, each.vector)
        for each in session.crops.vectors([tracklet.id], model_id)
    ]
    return OpenSighting(
        tracklet=tracklet,
        shots=shots,
        identity_id=stored.identity_id,
        firm=stored.firm,
        by_hand=decided_by_hand(session, tracklet.id),
        told={stored.identity_id} if stored.identity_id else set(),
        taken=len(shots),
        worn=stored.attributes,
    )


def decided_by_hand(session: Session, tracklet_id: str) -> bool:
    """Whether a person had the last word on who a tracklet is."""
    for decision in session.history.of_tracklet(tracklet_id, limit=_HISTORY).items:
        by_system = decision.actor == SYSTEM_ACTOR
        if by_system and decision.kind is DecisionKind.MERGE:
            continue  # whoever was together stays together
        # The service notes the end of a sighting also where a person said who it is.
        if any((c.subject_id, c.field) == (tracklet_id, "identity_id") for c in decision.changes):
            return not by_system
    return False


def _as_stored(vector: Vector) -> Vector:
    return from_blob(to_blob(vector))
