"""Whatever the order of steps, and wherever the service is stopped in between."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.domain.crop import Vector
from reid_service.domain.identity import SYSTEM_ACTOR
from reid_service.storage.projection import replay
from tests.unit.pipeline.site import DIMENSION, Site, Walker

CAMERAS = ("gate", "gate", "gate", "door")


@dataclass(frozen=True)
class Act:
    """One step: of whom, after how long, with which look; `away` is the index."""

    who: int
    after_s: float
    seed: int | None
    quality: float
    away: bool
    stale: bool

    def look(self) -> Vector | None:
        """Half of the looks are near one of three people, half are anything."""
        if self.seed is None:
            return None
        chance = np.random.default_rng(self.seed)
        vector = chance.normal(size=DIMENSION).astype(np.float32)
        if self.seed % 2:
            vector = 0.3 * vector + np.eye(DIMENSION, dtype=np.float32)[self.seed % 3] * 1.5
        return np.asarray(vector / np.linalg.norm(vector), np.float32)


acts = st.builds(
    Act,
    who=st.integers(0, len(CAMERAS) - 1),
    after_s=st.floats(0.0, 5.0).map(lambda value: round(value, 2)),
    seed=st.none() | st.integers(0, 50),
    quality=st.sampled_from([0.3, 0.6, 0.9]),
    away=st.booleans(),
    stale=st.booleans(),
)


def play(site: Site, story: list[Act], restart_at: int | None) -> None:
    """Take the steps, end everybody, and take what waited."""
    walkers: dict[int, Walker] = {}
    pictured_s: dict[int, float] = {}
    at_s = 1000.0
    for index, act in enumerate(story):
        if index == restart_at:
            site.restart()
        at_s += act.after_s
        site.gallery.down = act.away
        if act.who not in walkers:
            walkers[act.who] = site.walker(f"{act.who}", camera=CAMERAS[act.who], start_s=at_s)
        stale_s = pictured_s.pop(act.who, None) if act.stale else None
        look = act.look()
        if look is not None:
            pictured_s[act.who] = at_s
        walkers[act.who].seen(at_s, look, quality=act.quality, stale_s=stale_s)
    for who in sorted(walkers, reverse=True):
        walkers[who].ends(at_s + who)
    if restart_at is not None and restart_at >= len(story):
        site.restart()
    site.gallery.down = False
    site.deciding.decide_waiting()


def check(site: Site) -> set[str]:
    """What must hold whatever happened; ids of the tracklets that have an identity."""
    with site.store.read() as session:
        stored = session.tracklets.overlapping(0.0, 1e9)
        crops = {each.tracklet.id: session.crops.of_tracklet(each.tracklet.id) for each in stored}
        live = {each.id for each in session.identities.live()}
        ledger = list(session.history.oldest_first())
        assert replay(ledger).touched() == session.ledger.state()
    assert {each.actor for each in ledger} <= {SYSTEM_ACTOR}
    assert {each.identity_id for each in stored if each.identity_id is not None} == live
    for each in stored:
        if crops[each.tracklet.id]:
            assert each.identity_id is not None
            assert each.firm
    for one, other in combinations(stored, 2):
        if one.tracklet.camera == other.tracklet.camera and one.tracklet.overlaps(other.tracklet):
            assert one.identity_id is None or one.identity_id != other.identity_id
    assert not site.indexer.verify()
    return {each.tracklet.id for each in stored if each.identity_id is not None}


@settings(max_examples=40, deadline=None)
@given(story=st.lists(acts, min_size=1, max_size=16), data=st.data())
def test_any_order_with_a_restart_anywhere_gives_everybody_one_identity(
    story: list[Act], data: st.DataObject
) -> None:
    restart_at = data.draw(st.integers(0, len(story)))
    with tempfile.TemporaryDirectory() as folder:
        decided = []
        for name, at in (("straight", None), ("restarted", restart_at)):
            site = Site(Path(folder) / f"{name}.db")
            try:
                play(site, story, at)
                decided.append(check(site))
            finally:
                site.store.close()
        assert decided[0] == decided[1]
