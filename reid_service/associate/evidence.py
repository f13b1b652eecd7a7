"""What speaks for and against a link, each as a log-likelihood ratio (natural logarithm).

Ratios of independent evidence add up: appearance, time and place, and the name that Frigate's
face recognition gave. 0 says nothing, +2.3 says ten times more likely one person than two.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from reid_service.associate.appearance import (
    Curve,
    Floats,
    appearance_ratio,
    appearance_ratios,
    likeness,
)
from reid_service.associate.chain import Chain, Member
from reid_service.associate.comparing import (
    compared_at_cuts,
    matched,
    means_at_cuts,
    on_one_camera,
)
from reid_service.associate.transit import Passage, Transit

_MOST_APPEARANCE: Final = 12.0
_MOST_OF_CHAINS: Final = 30.0
_PLAIN: Final = 0.01
"""More than what single precision may be off by."""

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

    def member(self, member: Member, chain: Chain) -> Evidence | None:
        """For `member` being of `chain`; None if that cannot be.

        Where it is in there already, it is weighed against the others, of whom there must be one.
        """
        found = self.among(member, [chain.without({member.tracklet_id})])
        return found[0][1] if found else None

    def among(
        self, member: Member, chains: Sequence[Chain], *, at_least: float = -math.inf
    ) -> list[tuple[Chain, Evidence]]:
        """For `member` being of each of the chains, none of which holds it.

        Those that can be, and whose looks and face together say `at_least` so much: the others
        are not worth asking where and when.
        """
        found = []
        alone = Chain("", [member])
        tells_sides = self.transit.tells_sides
        # A face may outweigh whatever looks say.
        of_looks = at_least if member.face is None else -math.inf
        for chain, ratio, alike in self._looks(alone, chains, of_looks):
            appearance = _bounded(ratio, _MOST_APPEARANCE)
            face = 0.0 if member.face is None else self._face(alone, chain)
            if appearance + face < at_least or chain.excludes(member):
                continue
            before, after = chain.around(member)
            evidence = Evidence(
                appearance,
                self.transit.ratio(before, member, after),
                face,
                alike,
                self.transit.sides(before, member, after) if tells_sides else 0.0,
                self._passage([before, member, after]) if tells_sides else None,
            )
            found.append((chain, evidence))
        return found

    def cuts(self, chain: Chain) -> Floats:
        """Appearance alone of the two parts of a chain, for every cut in its order of time.

        Not bounded, so that of two cuts that differ beyond all doubt the worse is known. There
        must be two members.
        """
        means, best, same_camera = compared_at_cuts(chain)
        return self._at_cuts(len(chain), likeness(means, best), same_camera)

    def is_whole(self, chain: Chain) -> bool:
        """Whether it is plain, at half the cost, that all `cuts` speak for one person.

        Were all of it of one camera and no match better than the mean, they still would.
        """
        return bool(self._at_cuts(len(chain), means_at_cuts(chain), 1.0).min() > _PLAIN)

    def _at_cuts(self, size: int, alike: Floats, same_camera: Floats | float) -> Floats:
        early = np.arange(1, size)
        late = size - early
        groups = np.minimum(early, late) > 1
        return appearance_ratios(self.curve, alike, early * late, same_camera, groups)

    def chains(self, a: Chain, b: Chain) -> Evidence | None:
        """For two chains being one person; None if that cannot be."""
        found = self.others(a, [b])
        return found[0][1] if found else None

    def others(
        self, a: Chain, others: Sequence[Chain], *, at_least: float = -math.inf
    ) -> list[tuple[Chain, Evidence]]:
        """For `a` and each of the others being one person.

        Those that can be, and whose looks say `at_least` so much.
        """
        found = []
        for b, ratio, alike in self._looks(a, others, at_least):
            appearance = _bounded(ratio, _MOST_OF_CHAINS)
            if appearance < at_least:
                continue
            members = sorted([*a.members, *b.members], key=lambda each: each.order)
            of_a = {each.tracklet_id for each in a.members}
            if _exclude_each_other(members, of_a):
                continue
            evidence = Evidence(
                appearance,
                _bounded(self.transit.joining(members, of_a), _MOST_APPEARANCE),
                self._face(a, b),
                alike,
                self.transit.joining_sides(members, of_a),
                self._passage(members, of_a),
            )
            found.append((b, evidence))
        return found

    def _looks(
        self, a: Chain, others: Sequence[Chain], at_least: float
    ) -> Iterator[tuple[Chain, float, float]]:
        """Of `a` and each other: the appearance alone, and the likeness it rests on.

        Not bounded. Those that say less than `at_least` may be left out.
        """
        if not others:
            return
        means, best = matched(a, others)
        alike = likeness(means, best)
        for at in self._worth(a, others, alike, at_least):
            b, is_of = others[at], float(alike[at])
            pairs, groups = len(a) * len(b), min(len(a), len(b)) > 1
            shared = on_one_camera(a, b)
            yield b, appearance_ratio(self.curve, is_of, pairs, shared, groups=groups), is_of

    def _worth(
        self, a: Chain, others: Sequence[Chain], alike: Floats, at_least: float
    ) -> Iterable[int]:
        """Which of the others may say `at_least` so much: where no pair is of one camera."""
        if at_least == -math.inf:
            return range(len(others))
        sizes = np.array([len(each.vectors) for each in others])
        groups = np.minimum(sizes, len(a)) > 1
        most = appearance_ratios(self.curve, alike, sizes * len(a), 0.0, groups)
        found: list[int] = np.flatnonzero(most >= at_least).tolist()
        return found

    def _passage(
        self, members: Sequence[Member | None], of_a: Collection[str] = ()
    ) -> Passage | None:
        """The walk that the link makes whose sides say most; of all, or from `of_a` to others."""
        best: Passage | None = None
        if not self.transit.tells_sides:
            return best
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
