"""Messages in, steps out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace

import pytest

from reid_service.clock import TrafficClock
from reid_service.domain.boxes import FractionBox, PixelBox
from reid_service.domain.crop import CropRejection
from reid_service.domain.tracklet import SubLabel, Tracklet, TrackletState
from reid_service.errors import StoreError
from reid_service.ingest.payloads import (
    Availability,
    EventRow,
    LiveObject,
    MessageKind,
    ObjectUpdate,
    Snapshot,
    TrackedObjectMessage,
    UpdateKind,
)
from reid_service.ingest.queue import HARD_BOUND, Arrival, Content, IngestQueue
from reid_service.ingest.resync import CatchUp
from reid_service.ingest.tracklets import PictureWanted, Step, TrackletBook
from reid_service.pipeline.pictures import NotPictured, PictureResult
from reid_service.pipeline.progress import Progress
from reid_service.pipeline.tracking import Tracking, Work
from tests.unit.pipeline.site import Site, Walker, look
from tests.unit.pipeline.waiting import until

LOST_AFTER_S = 180.0
BOX = PixelBox(100, 50, 140, 150)
MESSAGE = TrackedObjectMessage(
    kind=MessageKind.NEW,
    event_id="a",
    camera="gate",
    label="person",
    frame_time_s=1000.5,
    start_time_s=1000.0,
    end_time_s=None,
    false_positive=False,
    box=BOX,
    snapshot=Snapshot(1000.5, BOX, 0.8, 4000),
    sub_label=None,
    current_zones=(),
    entered_zones=(),
    path=(),
    stationary=False,
    active=True,
    has_snapshot=True,
    has_clip=True,
    top_score=0.8,
    position_changes=1,
    max_severity=None,
)
ROW = EventRow(
    event_id="missed",
    camera="gate",
    label="person",
    tracked=True,
    start_time_s=900.0,
    end_time_s=930.0,
    has_snapshot=True,
    has_clip=True,
    retained=False,
    zones=(),
    box=FractionBox(0.1, 0.1, 0.2, 0.6),
    score=0.8,
    top_score=0.9,
    snapshot_frame_time_s=910.0,
    sub_label=None,
    description=None,
    path=(),
    max_severity=None,
)


class Studio:
    """Takes orders for pictures, and delivers when told."""

    def __init__(self) -> None:
        self.orders: list[tuple[PictureWanted, Future[PictureResult]]] = []
        self.refused: set[str] = set()

    def request(self, tracklet: Tracklet, wanted: PictureWanted) -> Future[PictureResult]:
        if tracklet.event_id in self.refused:
            raise RuntimeError(tracklet.event_id)
        ordered: Future[PictureResult] = Future()
        self.orders.append((wanted, ordered))
        return ordered


class Line:
    """A tracking thread with its neighbours."""

    def __init__(
        self,
        *,
        replays: bool = False,
        capacity: int = 100,
        recorded: tuple[str, ...] = (),
        clock: TrafficClock | None = None,
    ) -> None:
        self.arrivals = IngestQueue(capacity, put_wait_s=0.01)
        self.clock = clock or TrafficClock()
        self.clock.observe(1000.0)
        self.studio = Studio()
        self.works: list[Work] = []
        self.gaps: list[str | None] = []
        self.taken: list[tuple[str, int]] = []
        self.unreadable: set[str] = set()
        self.progress = Progress()
        self.remembered: dict[str, Tracklet] = {}
        self.store_is_away = False
        self.tracking = Tracking(
            arrivals=self.arrivals,
            book=TrackletBook(
                lost_after_s=LOST_AFTER_S,
                recall=self._recall,
                is_gone=lambda _: False,
                lacks_crop=lambda key: key in self.remembered,
            ),
            pictures=self.studio,
            submit=self.works.append,
            on_gap=self.gaps.append,
            on_taken=lambda instance, failures: self.taken.append((instance, failures)),
            clock=self.clock,
            progress=self.progress,
            replays=replays,
            recorded=recorded,
            recorded_after_s=0.0,
        )

    def _recall(self, key: str) -> Tracklet | None:
        if self.store_is_away:
            msg = "The database is away."
            raise StoreError(msg)
        if key in self.unreadable:
            raise RuntimeError(key)
        return self.remembered.get(key)

    def say(self, content: Content) -> None:
        self.arrivals.put(Arrival("frigate", content, time.monotonic()))

    def steps(self) -> list[Step]:
        return [each.update.step for each in self.works]

    def settles(self) -> None:
        """Wait until everything said so far was taken."""
        until(lambda: len(self.arrivals) == 0)
        self.tracking.open_event_ids("frigate")


@pytest.fixture
def line() -> Iterator[Line]:
    made = Line()
    made.tracking.start()
    yield made
    made.arrivals.close()
    made.tracking.stop()


def test_messages_become_steps_in_their_order(line: Line) -> None:
    line.say(MESSAGE)
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1002.0))
    line.say(replace(MESSAGE, kind=MessageKind.END, frame_time_s=1003.0, end_time_s=1008.0))
    until(lambda: len(line.works) == 3)
    assert line.steps() == [Step.OPENED, Step.UPDATED, Step.CLOSED]
    opened, updated, closed = line.works
    assert opened.picture is line.studio.orders[0][1]
    assert updated.picture is None  # the same snapshot as before
    assert closed.update.tracklet.last_seen_s == 1003.0
    assert all(each.counted for each in line.works)
    assert opened.arrived_s <= opened.asked_s
    assert line.clock.now_s() == 1008.0
    assert line.tracking.open_count == 0
    assert line.progress.settled == 0  # that is the resolver's to say


def test_a_message_that_tells_nothing_is_settled_at_once(line: Line) -> None:
    end = replace(MESSAGE, kind=MessageKind.END, end_time_s=1008.0)
    line.say(MESSAGE)
    line.say(end)
    line.say(end)
    until(lambda: line.progress.settled == 1)
    assert line.steps() == [Step.OPENED, Step.CLOSED]


@pytest.mark.parametrize("kept", [True, False])
def test_an_end_of_which_frigate_kept_no_picture_says_so(line: Line, kept: bool) -> None:
    seen = replace(MESSAGE, snapshot=None, has_snapshot=kept)
    line.say(seen)
    line.say(replace(seen, kind=MessageKind.END, frame_time_s=1003.0, end_time_s=1008.0))
    until(lambda: len(line.works) == 2)
    began, ended = line.works
    assert began.picture is None
    if kept:
        assert ended.picture is None
    else:
        assert ended.picture is not None
        assert ended.picture.result() == NotPictured(CropRejection.NO_PICTURE)
    assert line.studio.orders == []


def test_a_silent_tracklet_is_lost_and_a_late_message_opens_it_again(line: Line) -> None:
    line.say(MESSAGE)
    until(lambda: line.steps() == [Step.OPENED])
    line.clock.observe(1000.5 + LOST_AFTER_S + 1.0)
    until(lambda: line.steps() == [Step.OPENED, Step.CLOSED])
    lost = line.works[-1]
    assert lost.update.tracklet.state is TrackletState.LOST
    assert not lost.counted
    line.remembered[lost.update.tracklet.id] = lost.update.tracklet
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1200.0))
    until(lambda: len(line.works) == 3)
    assert line.works[-1].update.step is Step.OPENED
    assert line.works[-1].update.tracklet.state is TrackletState.OPEN
    assert line.works[-1].update.tracklet.start_s == 1000.0


def test_a_replay_gives_somebody_up_between_the_same_two_messages() -> None:
    later_s = 1000.0 + LOST_AFTER_S + 5.0
    line = Line(replays=True)
    line.say(MESSAGE)
    for number in range(3):
        at_s = later_s + number / 10
        line.say(replace(MESSAGE, event_id=f"2-{number}", start_time_s=at_s, frame_time_s=at_s))
    line.tracking.start()
    until(lambda: len(line.works) == 5)
    line.arrivals.close()
    line.tracking.stop()
    assert line.steps() == [Step.OPENED, Step.OPENED, Step.CLOSED, Step.OPENED, Step.OPENED]
    assert line.works[2].update.tracklet.state is TrackletState.LOST


def test_somebody_who_stands_still_is_not_lost_while_frigate_names_them(line: Line) -> None:
    line.say(MESSAGE)
    line.say(replace(MESSAGE, event_id="b"))
    line.settles()
    line.clock.observe(1000.5 + LOST_AFTER_S - 1.0)
    line.say((LiveObject("gate", "a", stationary=True), LiveObject("gate", "x", stationary=False)))
    line.settles()
    line.clock.observe(1000.5 + LOST_AFTER_S + 1.0)
    until(lambda: len(line.works) == 3)
    assert line.works[-1].update.tracklet.event_id == "b"
    assert line.tracking.open_event_ids("frigate") == ["a"]
    assert line.tracking.open_event_ids("other") == []


def test_a_recognised_face_is_a_step_that_is_no_message_of_its_own(line: Line) -> None:
    face = ObjectUpdate(
        kind=UpdateKind.FACE,
        event_id="a",
        camera="gate",
        time_s=1001.0,
        text="Anna",
        score=0.95,
        model=None,
    )
    line.say(MESSAGE)
    line.say(replace(face, event_id="nobody"))
    line.say(replace(face, score=0.5))
    line.say(replace(face, kind=UpdateKind.DESCRIPTION))
    line.say(face)
    until(lambda: len(line.works) == 2)
    assert line.steps() == [Step.OPENED, Step.RECOGNISED]
    recognised = line.works[1]
    assert recognised.update.tracklet.face == SubLabel("Anna", 0.95)
    assert (recognised.picture, recognised.counted) == (None, False)
    line.settles()
    assert line.progress.settled == 0


def test_frigate_coming_online_asks_for_a_resync(line: Line) -> None:
    line.say(Availability.OFFLINE)
    line.say(Availability.ONLINE)
    until(lambda: line.gaps)
    assert line.gaps == ["frigate"]


def test_an_overflow_of_the_queue_asks_for_a_resync_of_everybody() -> None:
    line = Line(capacity=1)
    for number in range(HARD_BOUND + 1):
        line.say(replace(MESSAGE, event_id=f"{number}"))
    line.tracking.start()
    until(lambda: line.gaps)
    assert line.gaps == [None]
    line.arrivals.close()
    line.tracking.stop()


def test_rows_of_a_resync_are_folded_in_and_are_no_messages(line: Line) -> None:
    line.tracking.catch_up(CatchUp("frigate", (ROW, ROW)))
    until(lambda: line.works)
    line.settles()
    [work] = line.works
    assert (work.update.step, work.counted) == (Step.CLOSED, False)
    assert work.update.tracklet.event_id == "missed"
    assert line.studio.orders[0][0].frame_time_s == 910.0


@pytest.mark.parametrize(
    ("reason", "asks_again"),
    [
        (CropRejection.NO_PICTURE, True),
        (CropRejection.NOT_EMBEDDED, True),
        (CropRejection.BLURRED, False),
    ],
)
def test_a_picture_that_could_not_be_had_is_asked_for_again(
    line: Line, reason: CropRejection, asks_again: bool
) -> None:
    line.say(MESSAGE)
    until(lambda: line.studio.orders)
    line.studio.orders[0][1].set_result(NotPictured(reason))
    line.settles()
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1002.0))
    until(lambda: len(line.works) == 2)
    assert len(line.studio.orders) == (2 if asks_again else 1)


@pytest.mark.parametrize("replays", [False, True])
def test_a_picture_that_frigate_had_replaced_is_named(replays: bool, site: Site) -> None:
    line = Line(replays=replays)
    line.tracking.start()
    line.say(MESSAGE)
    until(lambda: line.studio.orders)
    pictured = Walker(site, "a", "gate", 1000.0).pictured(1004.0, look(0))
    line.studio.orders[0][1].set_result(pictured)  # fetched at 1004, after the next snapshot
    line.settles()
    newer = Snapshot(1002.0, BOX, 0.9, 4000)
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1003.0, snapshot=newer))
    until(lambda: len(line.works) == 2)
    assert line.works[1].update.stale_frame_s == (None if replays else 1000.5)
    line.arrivals.close()
    line.tracking.stop()


def test_what_the_store_could_not_answer_is_asked_of_frigate_and_is_settled(line: Line) -> None:
    line.store_is_away = True
    line.say(MESSAGE)
    until(lambda: line.gaps == ["frigate"])
    assert line.progress.settled == 1
    line.store_is_away = False
    line.say(MESSAGE)
    until(lambda: line.steps() == [Step.OPENED])


def test_rows_that_the_store_could_not_take_are_asked_for_again(line: Line) -> None:
    line.store_is_away = True
    line.tracking.catch_up(CatchUp("frigate", (ROW,)))
    until(lambda: line.gaps == ["frigate"])
    assert line.works == []


def rows(*event_ids: str) -> CatchUp:
    return CatchUp("frigate", tuple(replace(ROW, event_id=each) for each in event_ids))


@pytest.mark.parametrize("fails_late", [False, True])
def test_a_row_that_cannot_be_taken_leaves_the_others_and_is_taken_another_time(
    line: Line, caplog: pytest.LogCaptureFixture, fails_late: bool
) -> None:
    failing = line.studio.refused if fails_late else line.unreadable
    failing |= {"b", "frigate:b"}
    line.tracking.catch_up(rows("a", "b", "c"))
    until(lambda: line.taken)
    assert line.taken == [("frigate", 1)]
    assert [each.update.tracklet.event_id for each in line.works] == ["a", "c"]
    assert "event b of frigate could not be taken" in caplog.text
    failing.clear()
    line.tracking.catch_up(rows("a", "b", "c"))
    until(lambda: len(line.taken) == 2)
    assert line.taken[1] == ("frigate", 0)
    assert [each.update.tracklet.event_id for each in line.works] == ["a", "c", "b"]
    assert line.gaps == []


def test_a_message_that_cannot_be_taken_is_settled_and_asked_for_another_time(line: Line) -> None:
    line.unreadable.add("frigate:a")
    line.say(MESSAGE)
    line.say(replace(MESSAGE, event_id="b"))
    until(lambda: line.works)
    assert line.taken == [("frigate", 1)]
    assert line.progress.settled == 1
    assert [each.update.tracklet.event_id for each in line.works] == ["b"]
    line.unreadable.clear()
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1002.0))
    until(lambda: len(line.works) == 2)
    assert line.steps() == [Step.OPENED, Step.OPENED]


def test_rows_that_wait_for_the_store_are_not_called_taken(line: Line) -> None:
    line.store_is_away = True
    line.tracking.catch_up(rows("a", "b"))
    until(lambda: line.gaps == ["frigate"])
    line.settles()
    assert line.taken == []


def test_a_row_brings_a_late_picture_to_a_tracklet_that_ended_without_one(line: Line) -> None:
    line.tracking.catch_up(rows("a"))
    until(lambda: line.works)
    line.remembered["frigate:b"] = replace(
        line.works[0].update.tracklet, id="frigate:b", event_id="b"
    )
    line.tracking.catch_up(rows("a", "b"))
    line.tracking.catch_up(rows("a", "b"))
    line.settles()
    [_, late] = line.works
    assert (late.late, late.counted, late.picture) == (True, False, line.studio.orders[1][1])
    assert late.update.tracklet == line.remembered["frigate:b"]
    assert len(line.studio.orders) == 2


def test_a_deleted_tracklet_does_not_go_on(line: Line) -> None:
    line.say(MESSAGE)
    until(lambda: line.works)
    line.tracking.drop(["frigate:a", "frigate:b"])
    line.settles()
    line.say(replace(MESSAGE, kind=MessageKind.UPDATE, frame_time_s=1002.0))
    line.say(replace(MESSAGE, event_id="b"))
    until(lambda: line.progress.settled == 2)
    assert line.steps() == [Step.OPENED]
    assert line.tracking.open_count == 0


@pytest.mark.parametrize("recorded", [(), ("frigate",), ("other",)])
def test_after_its_end_the_recording_is_asked_for_a_better_picture_where_wanted(
    recorded: tuple[str, ...],
) -> None:
    line = Line(recorded=recorded)
    line.tracking.start()
    line.say(MESSAGE)
    line.say(replace(MESSAGE, kind=MessageKind.END, frame_time_s=1003.0, end_time_s=1008.0))
    until(lambda: len(line.works) >= 2)
    line.tracking._swept_s -= 1.0
    line.settles()
    line.tracking._swept_s -= 1.0
    line.settles()
    if recorded == ("frigate",):
        until(lambda: len(line.works) == 3)
        wanted, ordered = line.studio.orders[-1]
        assert wanted == replace(line.studio.orders[0][0], recorded=True)
        work = line.works[-1]
        assert (work.late, work.counted, work.picture) == (True, False, ordered)
    else:
        assert len(line.works) == 2
    line.arrivals.close()
    line.tracking.stop()


def test_a_step_that_fails_does_not_end_the_thread(
    line: Line, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(tuple[EventRow, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[EventRow]:
            raise RuntimeError

    line.tracking.catch_up(CatchUp("frigate", Broken()))
    line.say(MESSAGE)
    until(lambda: line.works)
    assert "a step of tracking failed" in caplog.text
