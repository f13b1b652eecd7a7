"""What the detector of the generator sees."""

from __future__ import annotations

import dataclasses

import numpy as np

from synthetic.cameras import CAMERAS, DRIVEWAY
from synthetic.frigate_traffic import inside
from synthetic.geometry import Floats
from synthetic.observing import facts_of, frame_times, tracks
from synthetic.site import START_S, Stance, Trip, Visit, visits


def _post(_label: str, stance: Stance) -> Floats:
    """A post of the size of a person: no body model is needed to test boxes."""
    corners = [
        (stance.x + dx, stance.y + dy, z)
        for dx in (-0.25, 0.25)
        for dy in (-0.2, 0.2)
        for z in (0.0, 1.75)
    ]
    return np.array(corners)


def _walks(*trips: Trip) -> list[Visit]:
    found = visits(trips, np.random.default_rng(3))
    return [visit for visit in found if visit.camera == "driveway"]


def _times() -> Floats:
    return frame_times(60.0, np.random.default_rng(4))


def test_frames_come_in_order_and_keep_their_six_decimals() -> None:
    times = _times()
    assert np.all(np.diff(times) > 0.1)
    assert times[0] >= START_S
    for time_s in times:
        assert f"{time_s:.6f}" == repr(float(time_s))


def test_a_walker_is_one_track_whose_boxes_are_in_the_frame() -> None:
    walks = _walks(Trip("person_01", 5, "street driveway entrance"))
    (track,) = tracks(DRIVEWAY, walks, _times(), _post, np.random.default_rng(5))
    assert len(track.detections) > 15
    for seen in track.detections:
        x_min, y_min, x_max, y_max = seen.box
        assert 0 <= x_min < x_max <= 639
        assert 0 <= y_min < y_max <= 359
        assert 0.5 <= seen.score <= 0.96


def test_somebody_hidden_by_another_is_not_seen() -> None:
    far = _walks(Trip("person_01", 5, "street driveway entrance"))[0]
    # A little towards the camera, which stands at the origin: always in front of the other.
    near = dataclasses.replace(far, person="person_02", path=far.path * 0.98)
    found = tracks(DRIVEWAY, [far, near], _times(), _post, np.random.default_rng(5))
    assert {track.visit.person for track in found} == {"person_02"}


def test_a_long_gap_makes_two_tracks() -> None:
    walks = _walks(Trip("person_01", 5, "street driveway entrance", {"driveway": 10}))
    times = _times()
    middle = walks[0].start_s + walks[0].pause_at_m / walks[0].speed_m_s
    dark = times[(times < middle) | (times > middle + 7.0)]
    found = tracks(DRIVEWAY, walks, dark, _post, np.random.default_rng(5))
    assert len(found) == 2


def test_somebody_too_far_away_is_not_seen() -> None:
    walks = _walks(Trip("person_01", 5, "street driveway entrance"))
    distant = dataclasses.replace(walks[0], path=walks[0].path + np.array([0.0, 40.0]))
    assert tracks(DRIVEWAY, [distant], _times(), _post, np.random.default_rng(5)) == []


def test_a_zone_on_the_ground_becomes_a_zone_of_the_picture() -> None:
    facts = facts_of(DRIVEWAY)
    (polygon,) = facts.zones.values()
    assert all(0.0 <= value <= 1.0 for corner in polygon for value in corner)
    foot = DRIVEWAY.view.project(np.array([[0.0, 7.0, 0.0]]))[0][0]
    assert inside((foot[0] / facts.width, foot[1] / facts.height), polygon)
    assert facts_of(CAMERAS["garden"]).zones == {}
