"""What the identity engine costs, on sites that are made up: a part of scripts/bench.

Sightings of 30 days are stored; the engine holds those of the last 16 hours. More are stored
because more people come, or because they are kept for longer:

- *around the clock*: as many at night as by day. Everybody is seen twelve times, past six cameras.
- *twelve open hours*: all of a day's sightings are in twelve hours, so that half as many again are
  held and come twice as fast. A tenth of them are of staff, each of whom is seen a hundred times a
  day; the others are seen twelve times each.
- *kept for longer*: the first again, but as busy as with 100,000 stored. A million are 300 days.

With a million stored, the first has somebody new on some camera every 2.6 seconds, the second every
1.3 seconds: up to a dozen are in sight at once, and those of one camera are decided together.
Looks are alike by chance as often as the curve takes it: 1 % of pairs of different people reach a
cosine of 0.26. A tracklet is decided three times, as on the recordings: by its first crop, by its
second, and at its end, when what changed is looked at again. Learning is counted with the rest.
"""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from reid_service.associate.appearance import curve_of
from reid_service.associate.chain import Member
from reid_service.associate.engine import Engine
from reid_service.associate.policy import POLICIES, Band
from reid_service.associate.revising import MOST_AT_ONCE, Merge, Move, Reviser, Split
from reid_service.embed.embedder import Calibration
from reid_service.settings import MatchingSettings

STORED: Final = (100_000, 300_000, 1_000_000)
_DAYS: Final = 30
_SEEN: Final = 12
_CAMERAS: Final = 6
_SEEN_OF_STAFF: Final = 100
_LOOKS: Final = 80
"""In how many directions looks differ: 1 % of pairs reach a cosine of 2.33 / sqrt(80) = 0.26."""

_DIMENSION: Final = 256
_LEAST_TIMED: Final = 240
"""Tracklets that are timed at least, from one time of learning to another."""

_MOST_TIMED: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Site:
    """A day's sightings come in `open_s` seconds, `by_staff` is the share of the staff.

    One of which sightings are `kept_longer` has more of them stored without being busier.
    """

    name: str
    open_s: float
    by_staff: float
    kept_longer: bool = False

    def gap_s(self, stored: int) -> float:
        """Seconds of an open day from one sighting to the next."""
        return self.open_s * _DAYS / (STORED[0] if self.kept_longer else stored)


_SITES: Final = (
    _Site("around the clock", 86_400.0, 0.0),
    _Site("twelve open hours", 43_200.0, 0.1),
    _Site("kept for longer", 86_400.0, 0.0, kept_longer=True),
)


def cost() -> dict[str, float]:
    """CPU milliseconds of one tracklet in the engine, by site and sightings stored.

    Whether it grows faster than the logarithm shows where the milliseconds for each tenfold of
    what is stored become more.
    """
    figures = {}
    for site in _SITES:
        spent_ms = [_ms_a_tracklet(site, stored) for stored in STORED]
        for stored, each in zip(STORED, spent_ms, strict=True):
            figures[f"engine ms a tracklet, {site.name}, {stored:,} stored"] = each
        for at in range(1, len(STORED)):
            tenfolds = math.log10(STORED[at] / STORED[at - 1])
            name = f"engine ms more for each tenfold, {site.name}, up to {STORED[at]:,} stored"
            figures[name] = (spent_ms[at] - spent_ms[at - 1]) / tenfolds
    return figures


def _ms_a_tracklet(site: _Site, stored: int) -> float:
    matching = MatchingSettings()
    curve = curve_of(Calibration(same=0.39, new=0.26))
    engine = Engine(POLICIES[Band.CAREFUL], (curve, curve))
    reviser = Reviser(engine, window_s=matching.revised_s)
    remembered_s = matching.remembered_hours * 3600.0
    gap_s = site.gap_s(stored)
    held = round(min(remembered_s, site.open_s) / gap_s)
    everybody = list(_sightings(site, held + _MOST_TIMED, gap_s))
    engine.start(everybody[:held])
    engine.learn(everybody[held][0].start_s)
    engine.learn(everybody[held][0].start_s)
    # A full collection is due after a quarter more objects: that of what was just set up would be
    # charged to a few hundred tracklets, where thousands share it. Those that come later count.
    gc.collect()
    spent_s, ended = 0.0, 0
    for kind, at, now_s in _steps(everybody, held):
        member, _ = everybody[at]
        if kind != _END:
            member = replace(member, last_seen_s=now_s, is_open=True)
        company = [
            each
            for key in _beside(everybody, at, now_s)
            if (chain := engine.roster.holder(key)) is not None
            for each in chain.members
            if each.tracklet_id == key
        ]
        started_s = time.process_time()
        _decide(engine, member, company, firm=kind == _END)
        learns = kind == _END and engine.note_end()
        if learns:
            engine.forget_before(now_s - remembered_s)
            engine.learn(now_s)
        if kind == _END:
            ended += 1
            _revise(engine, reviser, now_s)
        spent_s += time.process_time() - started_s
        if learns and ended >= _LEAST_TIMED:
            return 1e3 * spent_s / ended
    raise AssertionError("learning is due after fewer tracklets than there are")


_FIRST, _SECOND, _END = range(3)


def _steps(everybody: list[tuple[Member, str]], held: int) -> list[tuple[int, int, float]]:
    """What happens to those after `held`, by time: kind, whose, when."""
    steps = []
    for at, (member, _) in enumerate(everybody[held:], start=held):
        steps.append((_FIRST, at, member.start_s + 1.0))
        steps.append((_SECOND, at, member.start_s + 3.0))
        steps.append((_END, at, member.last_seen_s))
    return sorted(steps, key=lambda step: step[2])


def _beside(everybody: list[tuple[Member, str]], at: int, now_s: float) -> list[str]:
    """Who else is in sight of the same camera at this moment."""
    here, _ = everybody[at]
    near = everybody[max(0, at - 60) : at + 60]
    return [
        each.tracklet_id
        for each, _ in near
        if each is not here and each.place == here.place and each.start_s < now_s < each.last_seen_s
    ]


def _decide(engine: Engine, member: Member, company: list[Member], *, firm: bool) -> None:
    together = {each.tracklet_id: each for each in (member, *company)}
    for each in reversed(engine.decide(member, company, firm=firm)):
        held = engine.roster.holder(each.tracklet_id)
        alone = held.identity_id if held is not None and len(held) == 1 else None
        identity = each.identity_id or alone or f"new of {each.tracklet_id}"
        engine.put(together[each.tracklet_id], identity)


def _revise(engine: Engine, reviser: Reviser, now_s: float) -> None:
    for number in range(MOST_AT_ONCE):
        revision = reviser.next(now_s)
        if revision is None:
            return
        leaving, identity = _carried_out(engine, revision, f"revised {now_s} {number}")
        for each in leaving:
            engine.put(each, identity)


def _carried_out(
    engine: Engine, revision: Merge | Split | Move, new: str
) -> tuple[list[Member], str]:
    """Who leaves, and for which identity."""
    if isinstance(revision, Merge):
        older, younger = sorted(revision.identity_ids)
        chain = engine.roster.chain(younger)
        return ([] if chain is None else list(chain.members)), older
    if isinstance(revision, Split):
        chain, ids, identity = engine.roster.chain(revision.identity_id), revision.tracklet_ids, new
    else:
        chain, ids = engine.roster.holder(revision.tracklet_id), (revision.tracklet_id,)
        identity = revision.identity_id or new
    members = [] if chain is None else chain.members
    return [each for each in members if each.tracklet_id in ids], identity


def _sightings(site: _Site, count: int, gap_s: float) -> Iterator[tuple[Member, str]]:
    """Sightings in order of time, with whom they are of."""
    random = np.random.default_rng(0)
    people, staff = round(count / _SEEN), max(1, round(count * site.by_staff / _SEEN_OF_STAFF))
    looks = random.normal(size=(staff + people, _LOOKS))
    walks: dict[int, int] = {}
    for index in range(count):
        # Four people walk at a time, each past four cameras, one after the other.
        lane, step = index % 4, index // 16
        who = staff + (4 * step + lane) % people
        if random.random() < site.by_staff:
            who = int(random.integers(staff))
        walks[who] = walks.get(who, int(random.integers(_CAMERAS))) + 1
        look = looks[who] + 0.8 * random.normal(size=_LOOKS)
        vector = np.zeros(_DIMENSION, np.float32)
        vector[:_LOOKS] = look / np.linalg.norm(look)
        start_s = index * gap_s + float(random.uniform(0.0, gap_s))
        place = f"camera_{walks[who] % _CAMERAS}"
        last_s = start_s + float(random.uniform(4.0, 14.0))
        yield Member(f"t{index:07d}", place, start_s, last_s, vector, vector), f"p{who:06d}"
