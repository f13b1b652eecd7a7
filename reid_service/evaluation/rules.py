"""The association rules that are compared: the engine, and the published baseline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from reid_service.associate.appearance import curve_of
from reid_service.associate.asking import across_days, group_of, worthwhile
from reid_service.associate.calibrating import Observation
from reid_service.associate.chain import Chain, Member
from reid_service.associate.engine import Engine
from reid_service.associate.policy import POLICIES, Band
from reid_service.associate.revising import MOST_AT_ONCE, Merge, Move, Reviser, Split
from reid_service.domain.centring import Centring
from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.vectors import unit
from reid_service.embed.embedder import Calibration
from reid_service.settings import MatchingSettings


class EngineRule:
    """The engine as the pipeline drives it, with a store in memory.

    `calibrations` are those of raw and of centred vectors.
    """

    def __init__(
        self,
        calibrations: tuple[Calibration, Calibration],
        band: Band = Band.CAREFUL,
        walks_s: Mapping[tuple[str, str], float] | None = None,
    ) -> None:
        raw, centred = map(curve_of, calibrations)
        self._engine = Engine(POLICIES[band], (raw, centred), walks_s=dict(walks_s or {}))
        self._reviser = Reviser(self._engine, window_s=MatchingSettings().revised_s)
        self._names = _Names()
        self._seen_until_s = 0.0
        self._remembered_s = MatchingSettings().remembered_hours * 3600.0
        self._earlier: dict[str, list[Member]] = {}

    def decide(self, member: Member, *, firm: bool) -> str:
        """The identity of a tracklet; at its end the last stretch is revised as well."""
        [assignment] = self._engine.decide(member, firm=firm)
        held = self._engine.roster.holder(member.tracklet_id)
        if assignment.identity_id is not None:
            identity = assignment.identity_id
        elif held is not None and len(held) == 1:
            identity = held.identity_id
        else:
            identity = self._names.new()
        self._engine.put(member, identity)
        if firm:
            self._seen_until_s = max(self._seen_until_s, member.last_seen_s)
            self._close()
        return identity

    def recentre(self, centring: Centring) -> None:
        """Vectors are centred in this way from now on."""
        self._engine.recentre(
            lambda each: centring.apply(CameraKey.of_place(each.place), each.raw), centring.warmth
        )

    def identities(self) -> Mapping[str, str]:
        """The identity of every tracklet as it stands now."""
        now = {m.tracklet_id: c.identity_id for c in self._engine.roster for m in c.members}
        return now | {m.tracklet_id: key for key, held in self._earlier.items() for m in held}

    def questions(self) -> Sequence[Sequence[str]]:
        """Identities that a person would be asked about: two, and whoever may be one with them."""
        known = {each.identity_id for each in self._engine.roster}
        earlier = [
            Chain(key, each) for key, each in self._earlier.items() if each and key not in known
        ]
        asked = [*self._reviser.questions(), *across_days(self._engine, earlier)]
        asked = worthwhile(asked)
        return [group_of(each, asked) for each in asked]

    def answer(self, group: Sequence[str], same: Sequence[str]) -> None:
        """A person said that `same` of a group are one; a second who is left out is not."""
        first, second = (self._engine.roster.chain(each) for each in group[:2])
        is_one = group[1] in same
        if first is not None and second is not None:
            self._engine.answers.append(Observation.of_answer(first, second, is_one=is_one))
        if is_one:
            kept, *gone = sorted(same)
            for each in gone:
                self._move(self._members(each), kept)
                self._earlier.setdefault(kept, []).extend(self._earlier.pop(each, []))
        else:
            self._engine.distinct.add(frozenset(group[:2]))
        self._engine.refine()
        self._revise()

    def _close(self) -> None:
        if self._engine.note_end():
            self._forget()
            self._engine.learn(self._seen_until_s)
        self._revise()

    def _forget(self) -> None:
        """Whoever was seen too long ago is known from the store alone."""
        before_s = self._seen_until_s - self._remembered_s
        for chain in list(self._engine.roster):
            old = [each for each in chain.members if each.last_seen_s < before_s]
            if old:
                self._earlier.setdefault(chain.identity_id, []).extend(old)
        self._engine.forget_before(before_s)

    def _revise(self) -> None:
        for _ in range(MOST_AT_ONCE):
            revision = self._reviser.next(self._seen_until_s)
            if revision is None:
                return
            self._carry_out(revision)

    def _carry_out(self, revision: Merge | Split | Move) -> None:
        if isinstance(revision, Merge):
            older, younger = sorted(revision.identity_ids)
            self._move(self._members(younger), older)
            self._earlier.setdefault(older, []).extend(self._earlier.pop(younger, []))
        elif isinstance(revision, Split):
            leaving = set(revision.tracklet_ids)
            members = self._members(revision.identity_id)
            self._move([e for e in members if e.tracklet_id in leaving], self._names.new())
        else:
            held = self._engine.roster.holder(revision.tracklet_id)
            members = [] if held is None else list(held.members)
            self._move(
                [e for e in members if e.tracklet_id == revision.tracklet_id],
                revision.identity_id or self._names.new(),
            )

    def _members(self, identity: str) -> list[Member]:
        chain = self._engine.roster.chain(identity)
        return [] if chain is None else list(chain.members)

    def _move(self, members: Sequence[Member], identity: str) -> None:
        for each in members:
            self._engine.put(each, identity)


class PublishedRule:
    """The rule known from trackers with a global gallery, as a baseline.

    Every identity has one vector, an exponential moving average (0.9 old, 0.1 new) of its
    tracklets. A tracklet takes the nearest identity at or above the cosine `same`, else it
    founds one. Added: two in sight of one camera at once are two. `thresholds` gives `same` for
    a warmth in [0, 1).
    """

    def __init__(self, thresholds: Callable[[float], Calibration]) -> None:
        self._thresholds = thresholds
        self._warmth = 0.0
        self._members: dict[str, dict[str, Member]] = {}
        self._holder: dict[str, str] = {}
        self._names = _Names()

    def decide(self, member: Member, *, firm: bool) -> str:
        """The nearest identity, or a new one; `firm` makes no difference."""
        del firm
        best, similarity = None, self._thresholds(self._warmth).same
        for identity, members in self._members.items():
            others = [e for e in members.values() if e.tracklet_id != member.tracklet_id]
            if not others or any(each.excludes(member) for each in others):
                continue
            cosine = float(_average(others) @ member.vector)
            if cosine >= similarity:
                best, similarity = identity, cosine
        current = self._holder.get(member.tracklet_id)
        if best is None and current is not None and len(self._members[current]) == 1:
            best = current
        self._place(member, best or self._names.new())
        return self._holder[member.tracklet_id]

    def recentre(self, centring: Centring) -> None:
        """Vectors are centred in this way from now on."""
        self._warmth = centring.warmth
        for members in self._members.values():
            for key, each in members.items():
                camera = CameraKey.of_place(each.place)
                members[key] = replace(each, vector=centring.apply(camera, each.raw))

    def identities(self) -> Mapping[str, str]:
        """The identity of every tracklet."""
        return dict(self._holder)

    def questions(self) -> Sequence[Sequence[str]]:
        """None: the rule does not ask."""
        return []

    def answer(self, group: Sequence[str], same: Sequence[str]) -> None:
        """Nothing: nobody is asked."""

    def _place(self, member: Member, identity: str) -> None:
        current = self._holder.get(member.tracklet_id)
        if current is not None:
            del self._members[current][member.tracklet_id]
            if not self._members[current]:
                del self._members[current]
        self._members.setdefault(identity, {})[member.tracklet_id] = member
        self._holder[member.tracklet_id] = identity


class _Names:
    """Identities in the order of their coming."""

    def __init__(self) -> None:
        self._count = 0

    def new(self) -> str:
        """One that nobody had."""
        self._count += 1
        return f"{self._count:06d}"


def _average(members: Sequence[Member]) -> Vector:
    """The moving average over members in order of time; unit, shape (D,)."""
    ordered = sorted(members, key=lambda each: each.order)
    average = ordered[0].vector
    for each in ordered[1:]:
        mixed = np.asarray(0.9 * average + 0.1 * each.vector, np.float32)
        average = unit(mixed, otherwise=each.vector)
    return average
