"""The script of the demo site: who walks where and when."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import numpy as np
import pytest

from synthetic import site
from synthetic.cameras import CAMERAS
from synthetic.cast import CAST
from synthetic.site import Trip, Visit


@pytest.fixture(scope="module")
def visits() -> list[Visit]:
    return site.visits(site.TRIPS, np.random.default_rng(20))


def _by_person(visits: list[Visit]) -> dict[str, list[Visit]]:
    found: defaultdict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        found[visit.person].append(visit)
    return found


def test_everybody_of_the_cast_walks(visits: list[Visit]) -> None:
    assert set(_by_person(visits)) == {role.label for role in CAST}


def test_nobody_is_in_two_places_at_once(visits: list[Visit]) -> None:
    for walks in _by_person(visits).values():
        for first, second in pairwise(walks):
            assert first.end_s < second.start_s


def test_all_walks_end_before_the_recording_does(visits: list[Visit]) -> None:
    assert min(visit.start_s for visit in visits) > site.START_S
    # Frigate needs five seconds more to let go.
    assert max(visit.end_s for visit in visits) + 6 < site.START_S + site.SECONDS


def test_the_time_between_cameras_is_about_that_of_the_plan(visits: list[Visit]) -> None:
    expected = {frozenset((edge.a, edge.b)): edge.walk_s for edge in site.EDGES}
    for walks in _by_person(visits).values():
        for first, second in pairwise(walks):
            gap = second.start_s - first.end_s
            walk_s = expected.get(frozenset((first.camera, second.camera)))
            if walk_s is not None and gap < 60:
                assert 0.5 * walk_s < gap < 2.0 * walk_s


def test_the_same_seed_makes_the_same_walks(visits: list[Visit]) -> None:
    again = site.visits(site.TRIPS, np.random.default_rng(20))
    assert [(v.person, v.camera, v.start_s) for v in again] == [
        (v.person, v.camera, v.start_s) for v in visits
    ]


def test_the_plan_holds_every_camera_and_edges_between_them() -> None:
    plan = site.plan()
    assert set(plan.cameras) == set(CAMERAS)
    for camera in plan.cameras.values():
        assert 0 <= camera.x <= plan.size_m[0]
        assert 0 <= camera.y <= plan.size_m[1]
    for edge in plan.edges:
        assert {edge.a, edge.b} <= set(CAMERAS)


def test_a_walker_moves_and_somebody_who_pauses_stands() -> None:
    trip = Trip("person_01", 10, "street driveway entrance house", {"driveway": 4})
    walk = site.visits([trip], np.random.default_rng(1))[0]
    pause_begins = walk.start_s + walk.pause_at_m / walk.speed_m_s
    before, during = walk.stance(pause_begins - 0.5), walk.stance(pause_begins + 2.0)
    assert before is not None
    assert before.walked_m is not None
    assert during is not None
    assert during.walked_m is None
    later = walk.stance(pause_begins + 3.0)
    assert later is not None
    assert (later.x, later.y) == (during.x, during.y)


def test_before_and_after_a_walk_there_is_nobody(visits: list[Visit]) -> None:
    walk = visits[0]
    assert walk.stance(walk.start_s - 0.01) is None
    assert walk.stance(walk.end_s + 0.01) is None


def test_a_walk_goes_at_its_speed() -> None:
    walk = site.visits([Trip("person_03", 10, "street driveway garden")], np.random.default_rng(1))[
        0
    ]
    first, second = walk.stance(walk.start_s + 1.0), walk.stance(walk.start_s + 2.0)
    assert first is not None
    assert second is not None
    step = np.hypot(second.x - first.x, second.y - first.y)
    assert step == pytest.approx(walk.speed_m_s, rel=0.1)


def test_a_walker_faces_where_the_walk_goes() -> None:
    walk = site.visits(
        [Trip("person_01", 10, "driveway entrance house")], np.random.default_rng(1)
    )[0]
    stance = walk.stance(walk.start_s + 1.0)
    assert stance is not None
    # To the right of the picture: a body at yaw 0 faces the camera (-y), a left turn is positive.
    assert stance.yaw == pytest.approx(np.pi / 2, abs=0.3)


def test_people_who_meet_keep_apart() -> None:
    coming, going = (
        site.visits([Trip("person_01", 10, way)], np.random.default_rng(1))[0]
        for way in ("street driveway entrance", "entrance driveway street")
    )
    middle = coming.path[len(coming.path) // 2]
    assert np.hypot(*(going.path - middle).T).min() > 0.4


def test_smoothing_keeps_the_ends_and_cuts_the_corner() -> None:
    path, along = site.smoothed(((0.0, 0.0), (4.0, 0.0), (4.0, 4.0)))
    assert path[0] == pytest.approx((0.0, 0.0), abs=0.5)
    assert path[-1] == pytest.approx((4.0, 4.0), abs=0.5)
    assert np.hypot(*(path - np.array([4.0, 0.0])).T).min() > 0.1
    assert np.all(np.diff(along) >= 0)
