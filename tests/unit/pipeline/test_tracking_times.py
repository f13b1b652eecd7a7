"""Whoever comes from a time that cannot be is not taken in, and wrong clocks are told of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reid_service.clock import TrafficClock
from reid_service.ingest.resync import CatchUp
from tests.unit.pipeline.test_tracking import MESSAGE, ROW, Line
from tests.unit.pipeline.waiting import until

YEAR_S = 366 * 86_400.0
NOW_S = 30.0 * YEAR_S


class OwnClock(TrafficClock):
    """As the machine's: what Frigate says does not move it."""

    def now_s(self) -> float:
        return NOW_S


@pytest.fixture
def sober() -> Iterator[Line]:
    """A line with a clock of its own."""
    made = Line(clock=OwnClock())
    made.tracking.start()
    yield made
    made.arrivals.close()
    made.tracking.stop()


@pytest.mark.parametrize(
    ("start_s", "last_s"),
    [
        (1.0, NOW_S),  # it began in 1970 and was set meanwhile
        (1.0, 30.0),  # or was not
    ],
)
def test_who_comes_from_another_time_is_not_taken_in(
    sober: Line, caplog: pytest.LogCaptureFixture, start_s: float, last_s: float
) -> None:
    odd = replace(MESSAGE, event_id="odd", start_time_s=start_s, frame_time_s=last_s)
    fine = replace(MESSAGE, event_id="fine", start_time_s=NOW_S - 5.0, frame_time_s=NOW_S)
    sober.say(odd)
    sober.say(fine)
    until(lambda: sober.works)
    row = replace(ROW, event_id="row", start_time_s=start_s, end_time_s=last_s)
    sober.tracking.catch_up(CatchUp("frigate", (row,)))
    until(lambda: sober.taken)
    sober.settles()
    assert [each.update.tracklet.event_id for each in sober.works] == ["fine"]
    assert sober.taken == [("frigate", 0)]
    assert sober.progress.settled == 1
    assert "set the clocks" in caplog.text


@pytest.mark.parametrize(
    "start_s",
    [
        NOW_S + 7200.0,  # the clock of Frigate's machine is ahead
        NOW_S + YEAR_S,
        NOW_S - 3.0 * YEAR_S,  # or somebody plays what was recorded long ago
    ],
)
def test_a_frigate_that_lives_in_a_time_of_its_own_is_followed(
    sober: Line, caplog: pytest.LogCaptureFixture, start_s: float
) -> None:
    sober.say(replace(MESSAGE, start_time_s=start_s, frame_time_s=start_s + 1.0))
    until(lambda: sober.works)
    assert ("set the clocks" in caplog.text) is (start_s > NOW_S)


def test_a_clock_that_is_a_little_off_and_somebody_who_stays_long_are_taken_in(
    sober: Line, caplog: pytest.LogCaptureFixture
) -> None:
    ahead = replace(MESSAGE, start_time_s=NOW_S + 60.0, frame_time_s=NOW_S + 61.0)
    stays = replace(MESSAGE, event_id="b", start_time_s=NOW_S - 86_400.0, frame_time_s=NOW_S)
    sober.say(ahead)
    sober.say(stays)
    until(lambda: len(sober.works) == 2)
    assert not caplog.records


def test_a_replay_lives_in_the_time_of_its_messages() -> None:
    line = Line(replays=True)
    line.clock.observe(NOW_S)
    line.tracking.start()
    line.say(MESSAGE)
    until(lambda: line.works)
    line.arrivals.close()
    line.tracking.stop()
