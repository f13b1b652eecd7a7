"""What speaks for and against a link, each as a log-likelihood ratio (natural logarithm).

Ratios of independent evidence add up: appearance, time and place, and the name that Frigate's
face recognition gave. 0 says nothing, +2.3 says ten times more likely one person than two.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from reid_service.associate.appearance import Curve, appearance_ratio, likeness
from reid_service.associate.chain import Chain, Member, best_match, compared, mean_of
from reid_service.associate.transit import Passage, Transit

_MOST_APPEARANCE: Final = 12.0
_MOST_OF_CHAINS: Final = 30.0
_FACE: Final = 8.0
"""A face result that Frigate stands by is right far more often than 999 times in 1,000, but it
may have been of the person beside."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The terms of one link; `likeness` is what appearance rests on.

    `passage` is the walk whose sides say most, where any do.
    """

    appearance: float
    time_place: float
    face: float
    likeness: float
    sides: float = 0.0
    passage: Passage | None = None

    @property
    def total(self) -> float:
        """All of it."""
        return self.appearance + self.time_place + self.sides + self.face

    def to_json(self) -> dict[str, Any]:
        """For explanations: rounded."""
        return {
            "appearance": round(self.appearance, 2),
            "time_place": round(self.time_place, 2),
            "sides": round(self.sides, 2),
            "face": round(self.face, 2),
            "total": round(self.total, 2),
        }


class Weigher:
    """Weighs links with what is known of a site at one moment.

    `name_of` gives the name of an identity, or None.
    """

    def __init__(
        self, curve: Curve, transit: Transit, name_of: Callable[[str], str | None]
    ) -> None:
        self.curve = curve
        self.transit = transit
        self._name_of = name_of

    def member(
        self, member: Member, chain: Chain, *, at_least: float = -math.inf
    ) -> Evidence | None:
        """For `member` being of `chain`; None if that cannot be.

        Where it is in there already, it is weighed against the others, of whom there must be one.
        None also where looks and face say less than `at_least` together: no more is asked then.
        """
        if chain.excludes(member):
            return None
        cosines = chain.vectors @ member.vector
        shared = chain.places[member.place]
        held = chain.position(member.tracklet_id)
        if held is not None:
            cosines, shared = np.delete(cosines, held), shared - 1
        size = len(cosines)
        alike = likeness(mean_of(cosines), float(np.maximum.reduce(cosines)))
        appearance = _bounded(
            appearance_ratio(self.curve, alike, size, shared / size), _MOST_APPEARANCE
        )
        face = 0.0
        if member.face is not None:
            # Its own face must not speak for it.
            others = [e for e in chain.members if e.tracklet_id != member.tracklet_id]
            face = self._face(Chain("", [member]), Chain(chain.identity_id, others))
        if appearance + face < at_least:
            return None
        before, after = chain.around(member)
        return Evidence(
            appearance,
            self.transit.ratio(before, member, after),
            face,
            alike,
            self.transit.sides(before, member, after),
            self._passage([before, member, after]),
        )

    def looks(self, a: Chain, b: Chain) -> float:
        """Of two chains, the appearance alone."""
        mean, best, same_camera = compared(a, b)
        pairs = len(a) * len(b)
        alike, groups = likeness(mean, best), min(len(a), len(b)) > 1
        ratio = appearance_ratio(self.curve, alike, pairs, same_camera, groups=groups)
        return _bounded(ratio, _MOST_OF_CHAINS)

    def cuts(self, chain: Chain) -> list[float]:
        """Appearance alone of the two parts of a chain, for every cut in its order of time.

        Not bounded, so that of two cuts that differ beyond all doubt the worse is known.
        """
        members = chain.members
        cosines = chain.vectors @ chain.vectors.T
        early: Counter[str] = Counter()
        late = Counter(chain.places)
        shared, found = 0, []
        for cut, member in enumerate(members[:-1], start=1):
            # The member passes from the late part to the early one.
            late[member.place] -= 1
            shared += late[member.place] - early[member.place]
            early[member.place] += 1
            between = cosines[:cut, cut:]
            alike = likeness(mean_of(between), best_match(between))
            groups = min(between.shape) > 1
            pairs = between.size
            ratio = appearance_ratio(self.curve, alike, pairs, shared / pairs, groups=groups)
            found.append(ratio)
        return found

    def chains(self, a: Chain, b: Chain) -> Evidence | None:
        """For two chains being one person; None if that cannot be."""
        members = sorted([*a.members, *b.members], key=lambda each: each.order)
        of_a = {each.tracklet_id for each in a.members}
        if _exclude_each_other(members, of_a):
            return None
        time_place = self.transit.joining(members, of_a)
        return Evidence(
            self.looks(a, b),
            _bounded(time_place, _MOST_APPEARANCE),
            self._face(a, b),
            likeness(*compared(a, b)[:2]),
            self.transit.joining_sides(members, of_a),
            self._passage(members, of_a),
        )

    def _passage(
        self, members: Sequence[Member | None], of_a: Collection[str] = ()
    ) -> Passage | None:
        """The walk that the link makes whose sides say most; of all, or from `of_a` to others."""
        best: Passage | None = None
        for before, after in itertools.pairwise(members):
            if before is None or after is None or after.start_s <= before.last_seen_s:
                continue
            if of_a and (before.tracklet_id in of_a) == (after.tracklet_id in of_a):
                continue
            found = self.transit.passage(before, after)
            if abs(found.ratio) > (abs(best.ratio) if best else 0.0):
                best = found
        return best

    def _face(self, a: Chain, b: Chain) -> float:
        first, second = self._name(a), self._name(b)
        if first is None or second is None:
            return 0.0
        return _FACE if first == second else -_FACE

    def _name(self, chain: Chain) -> str | None:
        """Who it is by face, or by the name it was given."""
        faces = chain.faces.most_common(1)
        name = faces[0][0] if faces else self._name_of(chain.identity_id)
        return None if name is None else name.casefold()


def _exclude_each_other(members: Sequence[Member], of_a: set[str]) -> bool:
    """Whether one of `of_a` and one of the others, in order of time, cannot be one person."""
    for index, first in enumerate(members):
        for second in itertools.islice(members, index + 1, None):
            if second.start_s > first.until_s:
                break
            is_across = (first.tracklet_id in of_a) != (second.tracklet_id in of_a)
            if is_across and first.excludes(second):
                return True
    return False


def _bounded(ratio: float, most: float) -> float:
    return max(-most, min(most, ratio))
