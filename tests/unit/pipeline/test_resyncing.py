"""Asking Frigate until it answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator

import pytest

from reid_service.errors import FrigateNotFound, FrigateUnreachable, StoreError
from reid_service.ingest.payloads import EventRow
from reid_service.ingest.resync import CatchUp
from reid_service.pipeline import resyncing
from reid_service.pipeline.resyncing import Resyncing
from tests.unit.pipeline.waiting import until


class Frigate:
    """Fails as often as it is told, then answers."""

    def __init__(self, failures: list[Exception] | None = None) -> None:
        self.failures = failures or []
        self.asked = 0
        self.wanted: list[str] = []
        self.away = False

    def events(
        self,
        *,
        after_s: float | None = None,
        in_progress: bool | None = None,
        has_snapshot: bool | None = None,
    ) -> Iterator[EventRow]:
        if in_progress:
            self.asked += 1
            if self.away:
                msg = "no connection"
                raise FrigateUnreachable(msg)
            if self.failures:
                raise self.failures.pop(0)
        return iter(())

    def event(self, event_id: str, *, fresh: bool = False) -> EventRow:
        self.wanted.append(event_id)
        raise FrigateNotFound(event_id)


class Follower:
    """Notes what it is given; `held` delays its answers."""

    def __init__(self) -> None:
        self.missed: list[CatchUp] = []
        self.held = threading.Event()
        self.held.set()

    def catch_up(self, missed: CatchUp) -> None:
        self.missed.append(missed)

    def open_event_ids(self, instance: str) -> list[str]:
        self.held.wait(20.0)
        return [f"open on {instance}"]


class Known:
    """Counts how often it was told to move on, and for whom."""

    def __init__(self) -> None:
        self.looks = 0
        self.whole: list[str] = []
        self.failures: list[Exception] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def since_s(self, _instance: str) -> float:
        return 5.0

    def follow(self, instances: Collection[str], is_whole: Callable[[str], bool]) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.meanwhile()
        self.whole = [each for each in instances if is_whole(each)]
        self.looks += 1


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resyncing, "back_off_s", lambda _failures: 0.02)
    monkeypatch.setattr(resyncing, "_LOOK_EVERY_S", 0.01)


def started(
    sources: dict[str, Frigate],
    follower: Follower,
    known: Known | None = None,
    is_settled: Callable[[], bool] = lambda: True,
) -> Resyncing:
    made = Resyncing(
        sources=sources, follower=follower, known=known or Known(), is_settled=is_settled
    )
    made.start()
    return made


def test_each_frigate_is_asked_once_for_each_request() -> None:
    sources, follower = {"a": Frigate(), "b": Frigate()}, Follower()
    made = started(sources, follower)
    assert not made.is_done
    made.request(None)
    until(lambda: made.is_done)
    assert [each.instance for each in follower.missed] == ["a", "b"]
    assert sources["a"].wanted == ["open on a"]
    made.request("b")
    until(lambda: made.count == 3)
    made.stop()
    assert (sources["a"].asked, sources["b"].asked) == (1, 2)


@pytest.mark.parametrize(
    "error",
    [FrigateUnreachable("no connection"), StoreError("away"), TimeoutError(), RuntimeError("?")],
)
def test_whatever_fails_is_repeated_and_not_done_before(error: Exception) -> None:
    source, follower = Frigate([error, error]), Follower()
    made = started({"a": source}, follower)
    made.request("a")
    until(lambda: source.asked >= 2)
    assert follower.missed == [] or made.is_done
    until(lambda: made.is_done)
    made.stop()
    assert (source.asked, len(follower.missed)) == (3, 1)


def test_one_frigate_that_is_away_does_not_keep_the_others_waiting() -> None:
    sources, follower = {"a": Frigate(), "b": Frigate()}, Follower()
    sources["a"].away = True
    made = started(sources, follower)
    made.request(None)
    until(lambda: sources["a"].asked >= 2 and follower.missed)
    assert [each.instance for each in follower.missed] == ["b"]
    assert not made.is_done
    sources["a"].away = False
    until(lambda: made.is_done)
    made.stop()


def test_what_was_done_once_stays_done_while_a_later_try_fails() -> None:
    source, follower = Frigate(), Follower()
    made = started({"a": source}, follower)
    made.request("a")
    until(lambda: made.is_done)
    source.away = True
    made.request("a")
    until(lambda: source.asked >= 3)
    assert made.is_done
    made.stop()


def test_a_gap_while_frigate_is_being_asked_is_asked_about_again() -> None:
    source, follower = Frigate([FrigateUnreachable("no connection")]), Follower()
    follower.held.clear()
    made = started({"a": source}, follower)
    made.request("a")
    until(lambda: not made._due_s)
    made.request("a")
    assert not made.is_done
    follower.held.set()
    until(lambda: made.is_done)
    made.stop()
    assert source.asked == 2


def test_stopping_does_not_wait_for_the_next_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resyncing, "back_off_s", lambda _failures: 3600.0)
    source = Frigate()
    source.away = True
    made = started({"a": source}, Follower())
    made.request("a")
    until(lambda: made._failures)
    made.stop()
    assert source.asked == 1


def test_what_is_known_moves_on_where_frigate_was_caught_up_with_and_nothing_failed() -> None:
    sources, known = {"a": Frigate(), "b": Frigate(), "never": Frigate()}, Known()
    sources["b"].away = True
    made = started(sources, Follower(), known)
    made.request("a")
    made.request("b")
    until(lambda: known.whole == ["a"] and sources["b"].asked >= 2)
    sources["b"].away = False
    until(lambda: known.whole == ["a", "b"])
    made.stop()


def test_what_is_known_stays_while_something_is_not_committed() -> None:
    settled, asked = threading.Event(), threading.Semaphore(0)

    def is_settled() -> bool:
        asked.release()
        return settled.is_set()

    known = Known()
    made = started({"a": Frigate()}, Follower(), known, is_settled)
    made.request("a")
    until(lambda: made.is_done)
    for _ in range(3):
        assert asked.acquire(timeout=20.0)
    assert known.looks == 0
    settled.set()
    until(lambda: known.whole == ["a"])
    made.stop()


def test_a_gap_that_begins_while_the_store_is_read_keeps_what_is_known_where_it_is() -> None:
    known, source = Known(), Frigate()
    made = started({"a": source}, Follower(), known)
    made.request("a")
    until(lambda: known.whole == ["a"])
    source.away = True
    looks: list[list[str]] = []

    def gap() -> None:
        looks.append(known.whole)
        made.request("a")

    known.meanwhile = gap
    until(lambda: len(looks) >= 2)
    made.stop()
    assert looks[1] == []


@pytest.mark.parametrize("error", [StoreError("away"), RuntimeError("?")])
def test_a_store_that_is_away_does_not_end_the_looking(error: Exception) -> None:
    known = Known()
    known.failures = [error, error]
    made = started({"a": Frigate()}, Follower(), known)
    made.request("a")
    until(lambda: known.whole == ["a"])
    made.stop()


def test_what_could_not_be_taken_is_asked_for_again_and_is_not_known_until_it_is() -> None:
    sources, follower, known = {"a": Frigate(), "b": Frigate()}, Follower(), Known()
    made = started(sources, follower, known)
    made.request(None)
    until(lambda: known.whole == ["a", "b"])
    made.note_taken("a", 1)
    until(lambda: sources["a"].asked == 2 and known.whole == ["b"])
    assert made.is_done
    made.note_taken("a", 0)
    until(lambda: known.whole == ["a", "b"])
    made.stop()
    assert sources["b"].asked == 1


def test_frigate_is_not_asked_for_ever_for_what_cannot_be_taken() -> None:
    sources, follower, known = {"a": Frigate()}, Follower(), Known()
    made = started(sources, follower, known)
    made.request("a")
    until(lambda: made.count == 1)
    for tries in range(1, 7):
        made.note_taken("a", 2)
        until(lambda tries=tries: made.count == 1 + min(tries, 3))  # type: ignore[misc]
    looks = known.looks
    until(lambda: known.looks > looks + 3)
    assert (made.count, known.whole) == (4, [])
    # After the next gap it is asked for once more.
    made.request("a")
    until(lambda: made.count == 5)
    assert known.whole == []
    made.stop()


def test_a_request_that_waits_already_is_not_put_off_by_what_could_not_be_taken() -> None:
    sources, follower = {"a": Frigate()}, Follower()
    made = started(sources, follower)
    follower.held.clear()
    made.request("a")
    until(lambda: sources["a"].asked == 0 and not made.is_done)
    made.request("a")
    made.note_taken("a", 1)
    assert not made.is_done
    follower.held.set()
    until(lambda: made.is_done)
    made.stop()
