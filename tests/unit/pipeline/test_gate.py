"""Nobody is taken in during a pause, nor later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from reid_service.ingest.payloads import MessageKind
from reid_service.ingest.resync import CatchUp
from reid_service.ingest.tracklets import Step
from tests.unit.pipeline.test_tracking import MESSAGE, ROW, Line


@dataclass
class Gate:
    """Closed as told; a pause lasted from 1100 to 1200."""

    paused: bool = False

    def is_paused(self) -> bool:
        """As told."""
        return self.paused

    def was_paused(self, time_s: float) -> bool:
        """Within the pause."""
        return 1100.0 <= time_s <= 1200.0


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
