"""The one thread that decides: order, patience, failures, commands, and its end."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from reid_service.domain.crop import CropRejection
from reid_service.domain.events import SightingEvent
from reid_service.domain.tracklet import TrackletState
from reid_service.errors import Conflict, StoreError
from reid_service.ingest.tracklets import TrackletUpdate
from reid_service.pipeline import resolver as module
from reid_service.pipeline.pictures import NotPictured, PictureResult
from reid_service.pipeline.progress import Progress
from reid_service.pipeline.resolver import Resolver
from reid_service.pipeline.tracking import Work
from reid_service.storage.centring import load_centring
from tests.fakes import MODEL
from tests.storing import add_sighting
from tests.unit.pipeline.site import Site, look
from tests.unit.pipeline.waiting import until

LONG_S = 3600.0


@pytest.fixture(autouse=True)
def no_time_to_lose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_STORE_RETRY_S", 0.01)
    monkeypatch.setattr(module, "_POLL_S", 0.01)


class Desk:
    """A resolver over a site."""

    def __init__(
        self,
        site: Site,
        *,
        order_wait_s: float = LONG_S,
        flush_every_s: float = LONG_S,
        command_wait_s: float = 20.0,
        queue_size: int = 16,
    ) -> None:
        self.progress = Progress()
        self.resolver = Resolver(
            deciding=site.deciding,
            indexer=site.indexer,
            progress=self.progress,
            queue_size=queue_size,
            order_wait_s=order_wait_s,
            flush_every_s=flush_every_s,
            command_wait_s=command_wait_s,
        )

    def submit(
        self,
        update: TrackletUpdate,
        picture: Future[PictureResult] | PictureResult | None = None,
        *,
        counted: bool = True,
        asked_ago_s: float = 0.0,
    ) -> None:
        if picture is not None and not isinstance(picture, Future):
            done: Future[PictureResult] = Future()
            done.set_result(picture)
            picture = done
        now_s = time.monotonic()
        self.resolver.submit(Work(update, picture, now_s, now_s - asked_ago_s, counted))

    def settles(self, count: int) -> None:
        until(lambda: self.progress.settled == count)


@pytest.fixture
def desk(site: Site) -> Iterator[Desk]:
    made = Desk(site)
    made.resolver.start()
    yield made
    made.resolver.stop()


class Awaited(Future[PictureResult]):
    """A picture that tells when it is waited for."""

    def __init__(self) -> None:
        super().__init__()
        self.is_awaited = threading.Event()

    def result(self, timeout: float | None = None) -> PictureResult:
        """As ever, and somebody waits."""
        self.is_awaited.set()
        return super().result(timeout)


def test_steps_are_taken_in_their_order_and_reach_the_index(site: Site, desk: Desk) -> None:
    walker = site.walker("a")
    desk.submit(walker.update(1000.0), walker.pictured(1000.0, look(0)))
    desk.submit(walker.update(1001.0, end=True), counted=False)
    until(lambda: site.phases("a") == ["provisional", "firm"])
    desk.settles(1)
    until(lambda: site.gallery.count() == 2)


def test_steps_that_wait_share_one_commit_and_are_decided_as_one_by_one(site: Site) -> None:
    desk = Desk(site)
    walkers = [site.walker(f"{number}", camera=f"{number}") for number in range(3)]
    for walker in walkers:
        desk.submit(walker.update(1000.0), walker.pictured(1000.0, look(0)))
    before = site.store.commits
    desk.resolver.start()
    desk.settles(3)
    assert site.store.commits == before + 1
    assert len(site.live()) == 1  # each knew of those before it
    desk.resolver.stop()


def test_a_step_waits_for_its_picture_and_those_after_it_too(site: Site, desk: Desk) -> None:
    first, second = site.walker("a"), site.walker("b", camera="door")
    slow: Future[PictureResult] = Future()
    desk.submit(first.update(1000.0), slow)
    desk.submit(second.update(1001.0), second.pictured(1001.0, look(0)))
    desk.resolver.call(lambda: None)  # the thread runs, and is patient
    assert desk.progress.settled == 0
    slow.set_result(first.pictured(1000.0, look(0)))
    desk.settles(2)
    told = [each for each in site.events if isinstance(each, SightingEvent)]
    assert [each.event_id for each in told] == ["a", "b"]


def test_a_picture_that_is_too_slow_comes_in_late_also_after_the_end(site: Site) -> None:
    desk = Desk(site, order_wait_s=0.05)
    desk.resolver.start()
    walker = site.walker("a")
    slow: Future[PictureResult] = Future()
    desk.submit(walker.update(1000.0), slow)
    desk.settles(1)
    assert site.stored("a") is not None
    desk.submit(walker.update(1005.0, end=True))
    desk.settles(2)
    slow.set_result(walker.pictured(1000.0, look(0)))
    until(lambda: site.identity_of("a"))
    desk.resolver.stop()
    stored = site.stored("a")
    assert stored is not None
    assert (stored.tracklet.state, stored.firm) == (TrackletState.CLOSED, True)


def test_patience_counts_from_when_the_picture_was_asked_for(site: Site, desk: Desk) -> None:
    walkers = [site.walker(f"{number}", camera=f"{number}") for number in range(5)]
    never: Future[PictureResult] = Future()
    for walker in walkers:
        # The first one used the patience up, while these waited behind it.
        desk.submit(walker.update(1000.0), never, asked_ago_s=LONG_S + 1.0)
    desk.settles(5)
    assert all(site.stored(f"{number}") for number in range(5))


def test_a_picture_for_a_sighting_that_is_over_holds_up_nobody(site: Site, desk: Desk) -> None:
    walker, other = site.walker("a"), site.walker("b", camera="door")
    desk.submit(walker.update(1000.0, end=True))
    recorded: Future[PictureResult] = Future()
    now_s = time.monotonic()
    work = Work(walker.update(1000.0), recorded, now_s, now_s, counted=False, late=True)
    desk.resolver.submit(work)
    desk.submit(other.update(1001.0), other.pictured(1001.0, look(1)))
    desk.settles(2)
    recorded.set_result(walker.pictured(1000.0, look(0)))
    until(lambda: site.phases("a") == ["firm"])
    stored = site.stored("a")
    assert stored is not None
    assert stored.tracklet.state is TrackletState.CLOSED


def test_a_store_that_fails_is_tried_again_until_it_works(site: Site, desk: Desk) -> None:
    walker = site.walker("a")
    site.store.fail_commits = 3
    desk.submit(walker.update(1000.0, end=True), walker.pictured(1000.0, look(0)))
    desk.settles(1)
    assert site.phases("a") == ["firm"]
    assert site.store.fail_commits == 0


def test_while_the_store_fails_commands_are_answered(site: Site, desk: Desk) -> None:
    walker = site.walker("a")
    site.store.fail_commits = 1_000_000
    desk.submit(walker.update(1000.0), walker.pictured(1000.0, look(0)))

    def act() -> None:
        with site.store.write():
            pass

    with pytest.raises(StoreError):
        desk.resolver.call(act)
    site.store.fail_commits = 0
    desk.settles(1)
    assert site.phases("a") == ["provisional"]


def test_a_crop_that_cannot_be_handled_costs_the_crop_alone(
    site: Site, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, look(0))
    broken = walker.pictured(1001.0, look(0)[:3])  # of another length than the first
    desk.submit(walker.update(1001.0, end=True), broken)
    desk.settles(1)
    stored = site.stored("a")
    assert stored is not None
    assert (stored.firm, site.crops_of("a")) == (True, 1)
    assert "a step of the resolver failed" in caplog.text


def test_while_the_index_is_away_steps_are_decided_and_it_catches_up_when_it_is_back(
    site: Site,
) -> None:
    add_sighting(site.store, "late", start_s=900.0)
    site.restart()
    desk = Desk(site, flush_every_s=0.02)
    site.gallery.down = True
    desk.resolver.start()
    walker = site.walker("a")
    desk.submit(walker.update(1000.0, end=True), walker.pictured(1000.0, look(0)))
    desk.settles(1)
    assert site.phases("a") == ["firm"]
    until(lambda: site.phases("late") == ["firm"])  # what was left when the service stopped
    site.gallery.down = False
    until(lambda: site.gallery.flushes)
    desk.resolver.stop()
    assert not site.indexer.verify()


@pytest.mark.parametrize("error", [StoreError("away"), RuntimeError("?")])
def test_what_fails_between_two_steps_does_not_end_the_thread(
    site: Site, error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    calls = []

    def failing() -> int:
        calls.append(1)
        raise error

    site.indexer.apply = failing  # type: ignore[method-assign]
    desk = Desk(site, flush_every_s=0.01)
    desk.resolver.start()
    until(lambda: len(calls) > 2)
    assert desk.resolver.call(lambda: 7) == 7
    desk.resolver.stop()
    assert caplog.records


def test_the_cameras_are_learned_at_the_end_of_sightings(site: Site, desk: Desk) -> None:
    for index in range(4):
        walker = site.walker(f"{index}", camera="door", start_s=1000.0 + 20.0 * index)
        at_s = 1000.0 + 20.0 * index
        desk.submit(walker.update(at_s, end=True), walker.pictured(at_s, look(index)))
    desk.settles(4)
    with site.store.read() as session:
        assert load_centring(session, MODEL).warmth > 0.0


def test_a_command_runs_between_two_steps_and_its_error_is_the_callers(
    site: Site, desk: Desk
) -> None:
    names: list[str] = []

    def act() -> str:
        names.append(threading.current_thread().name)
        return "done"

    def refuse() -> None:
        msg = "somebody else decided"
        raise Conflict(msg)

    assert desk.resolver.call(act) == "done"
    assert names == ["resolver"]
    with pytest.raises(Conflict, match="somebody else"):
        desk.resolver.call(refuse)


def test_a_command_does_not_wait_for_a_slow_picture(site: Site, desk: Desk) -> None:
    never: Future[PictureResult] = Future()
    desk.submit(site.walker("a").update(1000.0), never)
    assert desk.resolver.call(lambda: 1) == 1
    never.set_result(NotPictured(CropRejection.NO_PICTURE))
    desk.settles(1)


def test_a_command_that_could_not_begin_in_time_never_does(site: Site) -> None:
    desk = Desk(site, command_wait_s=0.01)
    ran: list[int] = []
    with pytest.raises(StoreError, match="too busy"):
        desk.resolver.call(lambda: ran.append(1))
    desk.resolver.start()
    desk.resolver.stop()
    assert ran == []


def test_a_command_that_has_begun_is_waited_for(site: Site) -> None:
    desk = Desk(site, command_wait_s=1.0)
    begun, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        go_on.wait(20.0)
        return "done"

    desk.resolver.start()
    answers: list[str] = []
    caller = threading.Thread(target=lambda: answers.append(desk.resolver.call(slow)))
    caller.start()
    assert begun.wait(20.0)
    caller.join(1.2)  # longer than the wait for its beginning
    assert caller.is_alive()
    go_on.set()
    caller.join(20.0)
    desk.resolver.stop()
    assert answers == ["done"]


def test_a_command_wakes_a_resolver_whose_queue_is_full(site: Site) -> None:
    desk = Desk(site, queue_size=2)
    for number in range(2):
        desk.submit(site.walker(f"{number}").update(1000.0))
    answers: list[int] = []
    caller = threading.Thread(target=lambda: answers.append(desk.resolver.call(lambda: 1)))
    caller.start()
    desk.resolver.start()
    caller.join(20.0)
    assert answers == [1]
    desk.settles(2)
    desk.resolver.stop()


def test_it_ends_although_its_queue_is_full_and_a_picture_never_comes(site: Site) -> None:
    desk = Desk(site, queue_size=2)
    never = Awaited()
    walker = site.walker("a")
    desk.resolver.start()
    desk.submit(walker.update(1000.0), never)
    assert never.is_awaited.wait(20.0)
    for _ in range(2):
        desk.submit(walker.update(1001.0))
    assert desk.resolver.backlog == 3  # with the one at hand
    feeding = threading.Thread(target=lambda: desk.submit(walker.update(1002.0)))
    feeding.start()  # waits, because the queue is full
    stopping = threading.Thread(target=desk.resolver.stop)
    stopping.start()
    for each in (stopping, feeding):
        each.join(20.0)
        assert not each.is_alive()


def test_it_ends_while_the_store_is_away(site: Site) -> None:
    desk = Desk(site)
    walker = site.walker("a")
    site.store.fail_commits = 1_000_000
    desk.resolver.start()
    desk.submit(walker.update(1000.0), walker.pictured(1000.0, look(0)))
    until(lambda: site.store.fail_commits < 1_000_000 - 2)
    stopping = threading.Thread(target=desk.resolver.stop)
    stopping.start()
    stopping.join(20.0)
    assert not stopping.is_alive()


def test_a_step_counts_as_waiting_until_it_is_committed(site: Site) -> None:
    desk = Desk(site)
    picture = Awaited()
    walker = site.walker("a")
    desk.resolver.start()
    # Nobody counts its message, for it came from a resync: only the backlog tells of it.
    desk.submit(walker.update(1000.0), picture)
    assert picture.is_awaited.wait(20.0)
    assert desk.resolver.backlog == 1
    picture.set_result(walker.pictured(1000.0, look(0)))
    until(lambda: desk.resolver.backlog == 0)
    assert site.stored("a") is not None
    desk.resolver.stop()
