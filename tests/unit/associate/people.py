"""People of a site without cameras: looks with a chosen likeness, tracklets, and an engine."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from hypothesis import strategies as st

from reid_service.associate.appearance import Curve, appearance_ratio, curve_of
from reid_service.associate.assignment import Assignment
from reid_service.associate.chain import Chain, Member
from reid_service.associate.engine import Engine
from reid_service.associate.policy import POLICIES, Band, Policy
from reid_service.associate.revising import Merge, Move, Reviser, Split
from reid_service.domain.crop import Vector
from reid_service.embed.embedder import Calibration

CURVE: Final = curve_of(Calibration(same=0.39, new=0.26))
"""Zero at a cosine of 0.185, 28 a unit of it."""

PLACES: Final = ("door", "hall", "yard", "garage")
MINUTE_S: Final = 60.0
HOUR_S: Final = 3600.0

_PEOPLE: Final = 8
_SHOTS: Final = 56


def look(person: int = 0, shot: int = 0, *, alike: float = 0.6) -> Vector:
    """A person on one of 56 shots.

    Different people have a cosine of 0, two shots of one person the geometric mean of their
    `alike`: 1 is the person himself.
    """
    vector = np.zeros(_PEOPLE + _SHOTS, np.float32)
    vector[person] = alike**0.5
    vector[_PEOPLE + shot] = (1.0 - alike) ** 0.5
    return vector


def between(one: int, other: int, share: float) -> Vector:
    """Between two people; `share` in [0, 1] is how far towards the other."""
    vector = (1.0 - share) * look(one, alike=1.0) + share * look(other, alike=1.0)
    unit: Vector = (vector / np.linalg.norm(vector)).astype(np.float32)
    return unit


def seen(
    tracklet_id: str = "a",
    place: str = "door",
    start_s: float = 0.0,
    last_s: float | None = None,
    vector: Vector | None = None,
    *,
    face: str | None = None,
    pinned: bool = False,
    is_open: bool = False,
    enters: str | None = None,
    leaves: str | None = None,
) -> Member:
    """A tracklet; in sight for 10 s unless told, as the first person."""
    shown = look() if vector is None else vector
    last_seen_s = start_s + 10.0 if last_s is None else last_s
    return Member(
        tracklet_id,
        place,
        start_s,
        last_seen_s,
        shown,
        shown,
        face=face,
        pinned=pinned,
        is_open=is_open,
        enters=enters,
        leaves=leaves,
    )


def weighing(engine: Engine, member: Member, identity_id: str, total: float) -> Member:
    """The same tracklet with looks for which all of the evidence adds up to `total`.

    Every tracklet of the identity must show the first person himself.
    """
    return torn(engine, member, (identity_id, total))


def torn(engine: Engine, member: Member, *wanted: tuple[str, float]) -> Member:
    """The same for several identities: the first shows the first person, and so on."""
    vector = np.zeros(_PEOPLE + _SHOTS, np.float32)
    curve = engine.weigher.curve
    for person, (identity_id, total) in enumerate(wanted):
        chain = engine.roster.chain(identity_id)
        assert chain is not None
        evidence = engine.weigher.member(member, chain)
        assert evidence is not None
        shared = chain.places[member.place] / len(chain)
        none, all_ = (appearance_ratio(curve, c, len(chain), shared) for c in (0.0, 1.0))
        vector[person] = (total - evidence.time_place - evidence.sides - evidence.face - none) / (
            all_ - none
        )
    shot = sum(member.tracklet_id.encode()) % _SHOTS
    vector[_PEOPLE + shot] = np.sqrt(1.0 - vector @ vector)
    return replace(member, vector=vector)


def no_name(identity_id: str) -> str | None:
    """Nobody was given a name."""
    return None


def an_engine(policy: Policy = POLICIES[Band.BALANCED], *, curve: Curve = CURVE) -> Engine:
    """One that knows nobody, and weighs raw and centred looks alike."""
    return Engine(policy, (curve, curve))


@st.composite
def members(draw: st.DrawFn, *, least: int = 1, most: int = 10) -> list[Member]:
    """Tracklets of up to four people on four cameras within about an hour."""
    count = draw(st.integers(least, most))
    moments = st.integers(0, 4000).map(float)
    return [
        seen(
            f"t{index}",
            draw(st.sampled_from(PLACES)),
            start_s := draw(moments),
            start_s + draw(st.sampled_from([0.0, 5.0, 60.0, 900.0])),
            look(
                draw(st.integers(0, 3)), index, alike=draw(st.sampled_from([0.1, 0.25, 0.4, 0.8]))
            ),
            face=draw(st.sampled_from([None, None, None, "Ann", "Ben"])),
            pinned=draw(st.sampled_from([False, False, False, True])),
            is_open=draw(st.sampled_from([False, False, False, True])),
            enters=("left", "right", None)[index % 3],
            leaves=("right", None)[index % 2],
        )
        for index in range(count)
    ]


def is_one_person_possible(chain: Chain) -> bool:
    """Nobody in the chain was in sight beside another of it."""
    return not any(a.excludes(b) for a, b in itertools.combinations(chain.members, 2))


@dataclass
class Site:
    """Commits what the engine concludes, as the service does."""

    engine: Engine = field(default_factory=an_engine)
    window_s: float = 24 * HOUR_S
    revisions: list[Merge | Split | Move] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reviser = Reviser(self.engine, window_s=self.window_s)
        self._new = itertools.count(1)

    def hold(self, identity_id: str, *held: Member) -> None:
        """These are committed to be of this identity."""
        for each in held:
            self.engine.put(each, identity_id)

    def arrive(self, member: Member, company: Sequence[Member] = ()) -> Assignment:
        """Decide for good, with those in sight beside; the conclusion for `member`."""
        found = self.engine.decide(member, company, firm=True)
        given = {each.identity_id for each in found}
        by_id = {each.tracklet_id: each for each in (member, *company)}
        for each in reversed(found):
            holder = self.engine.roster.holder(each.tracklet_id)
            if each.identity_id is not None:
                self.hold(each.identity_id, by_id[each.tracklet_id])
            elif holder is None or holder.identity_id in given:
                self.hold(self.anybody(), by_id[each.tracklet_id])
        return found[0]

    def anybody(self) -> str:
        """An identity id that nobody has."""
        return f"new{next(self._new)}"

    def revise(self, now_s: float, *, most: int = 500) -> None:
        """Commit revisions until none is left; fails if there is no end."""
        for _ in range(most):
            revision = self.reviser.next(now_s)
            if revision is None:
                return
            self.commit(revision)
        msg = f"no end after {most} revisions"
        raise AssertionError(msg)

    def people(self) -> dict[str, set[str]]:
        """Tracklets by identity."""
        return {
            each.identity_id: {member.tracklet_id for member in each.members}
            for each in self.engine.roster
        }

    def groups(self) -> list[set[str]]:
        """Who is one person with whom, whatever the identities are called."""
        return sorted(self.people().values(), key=sorted)

    def commit(self, revision: Merge | Split | Move) -> None:
        """It is so from now on."""
        self.revisions.append(revision)
        if isinstance(revision, Merge):
            kept, gone = revision.identity_ids
            self.hold(kept, *self._members(gone))
        elif isinstance(revision, Split):
            leaving = set(revision.tracklet_ids)
            staying = self._members(revision.identity_id)
            self.hold(self.anybody(), *(each for each in staying if each.tracklet_id in leaving))
        else:
            holder = self.engine.roster.holder(revision.tracklet_id)
            assert holder is not None
            moved = self._members(holder.identity_id)
            target = revision.identity_id or self.anybody()
            self.hold(target, *(e for e in moved if e.tracklet_id == revision.tracklet_id))

    def _members(self, identity_id: str) -> list[Member]:
        chain = self.engine.roster.chain(identity_id)
        assert chain is not None
        return list(chain.members)
