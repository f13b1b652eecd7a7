"""Rescans: oldest first, giving way, resumed, and repeated when Frigate is away."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from reid_service.clock import TrafficClock
from reid_service.errors import FrigateUnreachable, InvalidRequest, NotFound
from reid_service.ingest.payloads import EventRow
from reid_service.jobs import rescans
from reid_service.jobs.rescans import Rescans, RescanWish
from reid_service.jobs.runner import Stopped, Task
from reid_service.storage.jobs import JobKind, JobState, StoredJob

HOUR_S = 3600.0


def _row(start_s: float, *, end_s: float | None = None, camera: str = "gate") -> EventRow:
    return EventRow(
        event_id=f"{start_s}-{camera}",
        camera=camera,
        label="person",
        tracked=True,
        start_time_s=start_s,
        end_time_s=start_s + 10.0 if end_s is None else end_s,
        has_snapshot=True,
        has_clip=True,
        retained=False,
        zones=(),
        box=None,
        score=None,
        top_score=None,
        snapshot_frame_time_s=None,
        sub_label=None,
        description=None,
        path=(),
        max_severity=None,
    )


@dataclass
class History:
    """Frigate's events; answers only after so many failures."""

    rows: list[EventRow]
    failures: int = 0
    asked: list[tuple[float, float]] = field(default_factory=list)

    def events(
        self,
        *,
        after_s: float | None = None,
        before_s: float | None = None,
        has_snapshot: bool | None = None,
        cameras: Sequence[str] = (),
    ) -> Iterator[EventRow]:
        """Newest first, with exclusive bounds, as Frigate does."""
        assert after_s is not None
        assert before_s is not None
        assert has_snapshot
        if self.failures:
            self.failures -= 1
            raise FrigateUnreachable("away")
        self.asked.append((after_s, before_s))
        for each in sorted(self.rows, key=lambda row: -row.start_time_s):
            wanted = not cameras or each.camera in cameras
            if wanted and after_s < each.start_time_s < before_s:
                yield each


@dataclass
class Past:
    """Notes what is taken in."""

    known: set[str] = field(default_factory=set)
    taken: list[float] = field(default_factory=list)
    stretches: list[float] = field(default_factory=list)
    finished: int = 0
    busy_looks: int = 0
    on_take: Callable[[], None] = lambda: None

    @property
    def is_busy(self) -> bool:
        """For a few looks."""
        self.busy_looks -= 1
        return self.busy_looks >= 0

    def begin(self, until_s: float) -> None:
        """Noted."""
        self.stretches.append(until_s)

    def finish(self) -> None:
        """Counted."""
        self.finished += 1

    def knows(self, _instance: str, event_id: str) -> bool:
        """Whether it was taken."""
        return event_id in self.known

    def take(self, _instance: str, row: EventRow, *, check: Callable[[], None]) -> bool:
        """Noted; rows of the attic have no usable picture."""
        check()
        self.on_take()
        self.known.add(row.event_id)
        self.taken.append(row.start_time_s)
        return row.camera != "attic"


def _rescans(history: History, past: Past, **how: Any) -> Rescans:
    clock = TrafficClock()
    clock.observe(10 * HOUR_S)
    given = {"is_paused": lambda: False, "was_paused": lambda _: False} | how
    return Rescans(
        sources={"frigate": history},
        requests_per_second={"frigate": 1e6},
        past=past,
        clock=clock,
        **given,
    )


@dataclass
class Noted:
    """A task that keeps what was reported."""

    folder: Path
    jobs: list[StoredJob] = field(default_factory=list)

    def task(self, checkpoint: dict[str, Any] | None = None, **wish: Any) -> Task:
        """A task of the whole day unless told otherwise."""
        request = RescanWish(0.0, 10 * HOUR_S, ("frigate",)).to_json() | wish
        job = StoredJob(
            "id", JobKind.RESCAN, JobState.RUNNING, 0.0, 0.0, request, checkpoint=checkpoint
        )
        return Task(job, self.folder, self._note)

    def _note(self, job: StoredJob) -> bool:
        self.jobs.append(job)
        return True


@pytest.fixture
def noted(tmp_path: Path) -> Noted:
    return Noted(tmp_path)


def test_events_come_oldest_first_hour_by_hour(noted: Noted) -> None:
    past = Past({"7300.0-gate"})
    rows = [_row(at_s) for at_s in (7300.0, 100.0, 50.0, HOUR_S, 30_000.0)]
    history = History([*rows, _row(60.0, camera="attic")])
    result = _rescans(history, past)(noted.task())
    assert result == {"events": 6, "known": 1, "taken": 4, "unusable": 1}
    assert past.taken == [50.0, 60.0, 100.0, HOUR_S, 30_000.0]
    assert past.stretches == [HOUR_S, 2 * HOUR_S, 9 * HOUR_S]
    assert past.finished == 3
    assert [each.progress for each in noted.jobs][-1] == 1.0


def test_a_dry_run_only_counts(noted: Noted) -> None:
    past = Past()
    result = _rescans(History([_row(50.0), _row(60.0)]), past)(noted.task(dry_run=True))
    assert result == {"events": 2, "known": 0, "estimate_s": 0.3}
    assert past.taken == past.stretches == []


def test_what_goes_on_or_just_ended_is_left_to_the_present(noted: Noted) -> None:
    just = _row(9.9 * HOUR_S, end_s=10 * HOUR_S - 30.0)
    going = EventRow(**{n: getattr(just, n) for n in just.__slots__} | {"end_time_s": None})
    assert _rescans(History([just, going]), Past())(noted.task())["events"] == 0


def test_who_came_in_a_pause_is_left_out(noted: Noted) -> None:
    past = Past()
    rows = History([_row(50.0), _row(150.0)])
    _rescans(rows, past, was_paused=lambda at_s: at_s > 100.0)(noted.task())
    assert past.taken == [50.0]


def test_who_came_to_a_camera_that_was_left_out_is_too(noted: Noted) -> None:
    past = Past()
    rows = History([_row(50.0), _row(60.0, camera="yard"), _row(150.0, camera="yard")])
    _rescans(
        rows,
        past,
        was_excluded=lambda camera, at_s: camera.camera == "yard" and at_s > 100.0,
    )(noted.task())
    assert past.taken == [50.0, 60.0]


def test_only_the_cameras_that_were_asked_for(noted: Noted) -> None:
    past = Past()
    rows = History([_row(50.0), _row(60.0, camera="yard")])
    _rescans(rows, past)(noted.task(cameras=("yard",)))
    assert past.taken == [60.0]


def test_the_present_goes_first(noted: Noted) -> None:
    past = Past(busy_looks=3)
    _rescans(History([_row(50.0)]), past)(noted.task())
    assert past.taken == [50.0]
    assert past.busy_looks < 0


def test_a_rescan_goes_on_where_it_was(noted: Noted) -> None:
    rows = [_row(50.0), _row(HOUR_S + 50.0), _row(HOUR_S + 60.0), _row(5 * HOUR_S)]
    task = noted.task()
    past = Past()
    past.on_take = lambda: task.end() if len(past.taken) == 2 else None
    with pytest.raises(Stopped):
        _rescans(History(rows), past)(task)
    checkpoint = noted.jobs[-1].checkpoint
    assert checkpoint is not None
    assert checkpoint["next_s"] == HOUR_S
    past.on_take = lambda: None
    history = History(rows)
    _rescans(history, past)(noted.task(dict(checkpoint)))
    assert history.asked[0][1] == 2 * HOUR_S
    assert past.taken == [each.start_time_s for each in rows]


def test_a_frigate_that_is_away_is_waited_for(
    noted: Noted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rescans, "_RETRY_S", 0.01)
    past = Past()
    _rescans(History([_row(50.0)], failures=3), past)(noted.task())
    assert past.taken == [50.0]
    with pytest.raises(FrigateUnreachable):
        _rescans(History([], failures=99), past)(noted.task())


def test_a_pause_is_waited_for_and_can_be_cancelled(noted: Noted) -> None:
    task = noted.task()
    threading.Timer(0.05, task.end).start()
    past = Past()
    with pytest.raises(Stopped):
        _rescans(History([_row(50.0)]), past, is_paused=lambda: True)(task)
    assert past.taken == []


def test_a_frigate_that_went_is_told(noted: Noted) -> None:
    with pytest.raises(NotFound, match="no longer in the settings"):
        _rescans(History([]), Past())(noted.task(instances=("barn",)))


def test_spans_that_cannot_be_are_refused() -> None:
    for first_s, last_s in ((5.0, 5.0), (-1.0, 5.0), (0.0, 61 * 86_400.0)):
        with pytest.raises(InvalidRequest):
            RescanWish(first_s, last_s, ())
