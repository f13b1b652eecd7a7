"""Nobody is taken in during a pause, nor later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from reid_service.domain.floorplan import CameraKey
from reid_service.ingest.payloads import MessageKind
from reid_service.ingest.resync import CatchUp
from reid_service.ingest.tracklets import Step
from tests.unit.pipeline.test_tracking import MESSAGE, ROW, Line

GATE = CameraKey("frigate", "gate")


@dataclass
class Gate:
    """Closed as told; a pause lasted from 1100 to 1200."""

    paused: bool = False
    excluded: set[CameraKey] = field(default_factory=set)

    def is_paused(self) -> bool:
        """As told."""
        return self.paused

    def was_paused(self, time_s: float) -> bool:
        """Within the pause."""
        return 1100.0 <= time_s <= 1200.0

    def is_excluded(self, camera: CameraKey) -> bool:
        """As told."""
        return camera in self.excluded

    def was_excluded(self, camera: CameraKey, time_s: float) -> bool:
        """The gate was, from 1400 to 1500."""
        return camera == GATE and 1400.0 <= time_s <= 1500.0


@pytest.fixture
def gate() -> Gate:
    return Gate()


@pytest.fixture
def line(gate: Gate) -> Iterator[Line]:
    made = Line(recorded=("frigate",))
    made.tracking._gate = gate
    made.tracking.start()
    yield made
    made.arrivals.close()
    made.tracking.stop()


def test_nobody_new_is_taken_in_while_it_is_paused(line: Line, gate: Gate) -> None:
    gate.paused = True
    line.say(MESSAGE)
    line.tracking.catch_up(CatchUp("frigate", (ROW,)))
    line.settles()
    assert line.works == []
    assert line.studio.orders == []
    assert line.progress.settled == 1


def test_who_is_known_goes_on_without_pictures_and_ends(line: Line, gate: Gate) -> None:
    line.say(MESSAGE)
    line.settles()
    gate.paused = True
    later = replace(MESSAGE.snapshot, frame_time_s=1003.0) if MESSAGE.snapshot else None
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1003.0, snapshot=later))
    line.say(replace(MESSAGE, kind=MessageKind.END, frame_time_s=1004.0, end_time_s=1009.0))
    line.settles()
    assert line.steps() == [Step.OPENED, Step.UPDATED, Step.CLOSED]
    assert len(line.studio.orders) == 1


def test_who_came_in_a_pause_is_not_taken_in_when_it_is_over(line: Line) -> None:
    during = replace(MESSAGE, kind=MessageKind.UPDATE, start_time_s=1150.0, frame_time_s=1300.0)
    line.say(during)
    missed = (replace(ROW, start_time_s=1150.0), replace(ROW, event_id="b", start_time_s=1250.0))
    line.tracking.catch_up(CatchUp("frigate", missed))
    line.settles()
    assert [each.update.tracklet.event_id for each in line.works] == ["b"]


def test_who_is_in_sight_of_a_camera_that_is_excluded_is_given_up(line: Line, gate: Gate) -> None:
    line.say(MESSAGE)
    line.say(replace(MESSAGE, event_id="elsewhere", camera="door"))
    line.settles()
    gate.excluded.add(GATE)
    line.tracking.leave(GATE)
    line.settles()
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1003.0))
    line.say(replace(MESSAGE, event_id="new", start_time_s=1004.0, frame_time_s=1005.0))
    line.say(replace(MESSAGE, event_id="door", camera="door"))
    line.tracking.catch_up(CatchUp("frigate", (replace(ROW, camera="gate"),)))
    line.settles()
    assert [(each.update.tracklet.event_id, each.update.step) for each in line.works] == [
        ("a", Step.OPENED),
        ("elsewhere", Step.OPENED),
        ("a", Step.CLOSED),
        ("door", Step.OPENED),
    ]
    assert len(line.studio.orders) == 3


def test_who_came_to_an_excluded_camera_is_not_taken_in_later(line: Line) -> None:
    during = replace(MESSAGE, start_time_s=1450.0, frame_time_s=1600.0)
    line.say(during)
    line.say(replace(during, event_id="door", camera="door"))
    rows = (replace(ROW, camera="gate", start_time_s=1450.0),)
    line.tracking.catch_up(CatchUp("frigate", rows))
    line.settles()
    assert [each.update.tracklet.event_id for each in line.works] == ["door"]
