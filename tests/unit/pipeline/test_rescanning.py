"""What is past is taken in beside the present."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace

import pytest

from reid_service.associate.engine import Engine
from reid_service.associate.policy import POLICIES, Band
from reid_service.associate.revising import Reviser
from reid_service.domain.crop import CropRejection, EmbeddedCrop, Embedding
from reid_service.domain.events import IdentityChange, IdentityChangedEvent
from reid_service.domain.tracklet import Tracklet
from reid_service.ingest.payloads import EventRow
from reid_service.ingest.tracklets import PictureWanted
from reid_service.pipeline.announcing import Announcer
from reid_service.pipeline.crop_keeper import CropKeeper
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.pictures import NotPictured, Pictured, PictureResult
from reid_service.pipeline.progress import Progress
from reid_service.pipeline.rescanning import Past, PastJudge, QuietBus
from reid_service.pipeline.resolver import Resolver
from reid_service.storage.deletion import delete_tracklets
from tests.fakes import MODEL, make_crop
from tests.unit.pipeline.site import CURVE, REMEMBERED_S, WINDOW_S, Site, look
from tests.unit.pipeline.test_tracking import ROW

DAY_S = 86_400.0
NOW_S = 10 * DAY_S


@dataclass
class Album:
    """Pictures by event id: who is seen."""

    people: dict[str, int] = field(default_factory=dict)

    def request(self, tracklet: Tracklet, _wanted: PictureWanted) -> Future[PictureResult]:
        """At once."""
        answer: Future[PictureResult] = Future()
        person = self.people.get(tracklet.event_id)
        if person is None:
            answer.set_result(NotPictured(CropRejection.NO_PICTURE))
        else:
            crop = EmbeddedCrop(make_crop(tracklet).crop, Embedding(MODEL, look(person)))
            answer.set_result(Pictured(crop, NOW_S))
        return answer


class Archive:
    """A past beside a site's present."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.album = Album()
        self.refreshed = 0
        engine = Engine(POLICIES[Band.CAREFUL], (CURVE, CURVE))
        reviser = Reviser(engine, window_s=WINDOW_S)
        judge = PastJudge(engine, reviser, MODEL, remembered_s=REMEMBERED_S)
        quiet = QuietBus(site.bus, on_rearranged=self._refresh)
        self.resolver = Resolver(
            deciding=site.deciding,
            indexer=site.indexer,
            progress=Progress(),
            queue_size=16,
            order_wait_s=1.0,
            flush_every_s=60.0,
        )
        self.past = Past(
            store=site.store,
            deciding=Deciding(
                store=site.store,
                judge=judge,
                announcer=Announcer(quiet, reappearance_after_s=300.0),
                crops=CropKeeper(files=None, metrics=site.metrics, limit=8),
                metrics=site.metrics,
                clock=site.clock,
                model_id=MODEL,
            ),
            judge=judge,
            present=site.deciding,
            resolver=self.resolver,
            pictures=self.album,
        )

    def _refresh(self) -> None:
        self.refreshed += 1
        self.site.deciding.refresh()

    def takes(self, event_id: str, person: int | None, at_s: float, camera: str = "gate") -> bool:
        """Take an event of so many seconds in."""
        if person is not None:
            self.album.people[event_id] = person
        row: EventRow = replace(
            ROW, event_id=event_id, camera=camera, start_time_s=at_s, end_time_s=at_s + 15.0
        )
        return self.past.take("frigate", row, check=lambda: None)


@pytest.fixture
def archive(site: Site) -> Iterator[Archive]:
    made = Archive(site)
    made.resolver.start()
    yield made
    made.resolver.stop()


def test_the_past_is_decided_by_what_was_known_then(site: Site, archive: Archive) -> None:
    then = site.known("old", 1, at_s=7 * DAY_S)
    today = site.known("new", 2, at_s=NOW_S - 600.0)
    site.events.clear()
    archive.past.begin(7 * DAY_S + 3600.0)
    assert archive.takes("a", 1, 7 * DAY_S + 60.0)
    assert archive.takes("b", 2, 7 * DAY_S + 120.0)
    assert archive.takes("c", 2, 7 * DAY_S + 200.0, camera="yard")
    assert site.identity_of("a") == then
    # The same coat on another day proves nothing.
    assert site.identity_of("b") not in (None, then, today)
    assert site.identity_of("c") == site.identity_of("b")
    stored = site.stored("a")
    assert stored is not None
    assert stored.firm


def test_nobody_is_told_that_somebody_came(site: Site, archive: Archive) -> None:
    archive.past.begin(7 * DAY_S + 3600.0)
    archive.takes("a", 1, 7 * DAY_S + 60.0)
    archive.takes("b", 1, 7 * DAY_S + 120.0, camera="yard")
    [told] = site.events
    assert isinstance(told, IdentityChangedEvent)
    assert told.change is IdentityChange.CREATED


def test_the_present_learns_nothing_and_goes_on(site: Site, archive: Archive) -> None:
    anna = site.known("today", 1, at_s=NOW_S - 600.0)
    walker = site.walker("now", start_s=NOW_S)
    walker.seen(NOW_S, look(1))
    with site.store.read() as session:
        learned = session.meta.get("movements")
    archive.past.begin(7 * DAY_S + 3600.0)
    for index in range(6):
        archive.takes(f"p{index}", index % 3, 7 * DAY_S + 60.0 * index)
    archive.past.finish()
    with site.store.read() as session:
        assert session.meta.get("movements") == learned
    walker.ends(NOW_S + 5.0, look(1))
    assert site.identity_of("now") == anna
    assert archive.refreshed == 0


def test_what_is_known_or_was_deleted_is_not_taken_again(site: Site, archive: Archive) -> None:
    archive.past.begin(7 * DAY_S + 3600.0)
    assert archive.takes("a", 1, 7 * DAY_S)
    assert archive.past.knows("frigate", "a")
    assert not archive.takes("a", 1, 7 * DAY_S)
    with site.store.write() as session:
        delete_tracklets(session, ["frigate:a"])
    assert archive.past.knows("frigate", "a")
    assert not archive.takes("a", 1, 7 * DAY_S)
    assert site.stored("a") is None


def test_without_a_usable_picture_nothing_is_kept(site: Site, archive: Archive) -> None:
    archive.past.begin(7 * DAY_S + 3600.0)
    assert not archive.takes("a", None, 7 * DAY_S)
    assert site.stored("a") is None
    assert not archive.past.knows("frigate", "a")


def test_a_wait_for_a_picture_can_be_ended(archive: Archive) -> None:
    def ended() -> None:
        raise TimeoutError

    class Never:
        def request(self, _tracklet: Tracklet, _wanted: PictureWanted) -> Future[PictureResult]:
            return Future()

    archive.past._pictures = Never()
    with pytest.raises(TimeoutError):
        archive.past.take("frigate", ROW, check=ended)


def test_moves_between_identities_reach_the_present(site: Site, archive: Archive) -> None:
    quiet = QuietBus(site.bus, on_rearranged=archive._refresh)
    for change in (IdentityChange.CREATED, IdentityChange.MERGED, IdentityChange.REASSIGNED):
        quiet.publish(IdentityChangedEvent(change, "x", "Person 1", None, (), None, time.time()))
    assert archive.refreshed == 2
    assert len(site.events) == 3
