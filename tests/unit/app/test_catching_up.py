"""What was missed is asked for until all of it is committed, whatever comes in between."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from reid_service.app.frigates import Frigate
from reid_service.app.pipeline import Pipeline
from reid_service.app.site import open_site_embedder, store_url
from reid_service.bus import Bus
from reid_service.clock import TrafficClock
from reid_service.diagnostics.metrics import Metrics
from reid_service.embed.embedder import Embedder
from reid_service.ingest.payloads import parse_event
from reid_service.ingest.queue import Arrival
from reid_service.ingest.resync import OVERLAP_S
from reid_service.pipeline import resyncing
from reid_service.settings import Settings, load_settings
from reid_service.storage.indexing import Indexer
from reid_service.storage.store import Store
from tests import frigate_messages
from tests.fakes import MemoryGallery
from tests.storing import add_sighting
from tests.unit.ingest.clients import client_of
from tests.unit.ingest.fake_frigate import FakeFrigate, Reply, Request, as_json, serving
from tests.unit.pipeline.waiting import until

KNOWN_S = 1_789_110_000.0
MISSED_S = KNOWN_S + 2 * OVERLAP_S
NEWER_S = MISSED_S + 2 * OVERLAP_S
MISSED = f"{MISSED_S}-missed"
NEWER = f"{NEWER_S}-livesx"


class Life:
    """One run of the pipeline over a store, from its start to its death."""

    def __init__(
        self, settings: Settings, embedder: Embedder, store: Store, frigate: Frigate, now_s: float
    ) -> None:
        clock = TrafficClock()
        clock.observe(now_s)
        self._store = store
        self.pipeline = Pipeline(
            settings=settings,
            store=store,
            embedder=embedder,
            indexer=Indexer(store, MemoryGallery(embedder.model_id), embedder.model_id),
            frigates={"frigate": frigate},
            bus=Bus(),
            metrics=Metrics(),
            clock=clock,
        )
        self._goes_on = threading.Event()
        self.pipeline.start()

    def connect(self) -> None:
        """The broker lets us in."""
        self.pipeline.resyncing.request("frigate")

    def hear(self) -> None:
        """Frigate tells of somebody new, and the beginning is committed."""
        content = parse_event(
            frigate_messages.event(
                "new", id=NEWER, start_time=NEWER_S, frame_time=NEWER_S, has_snapshot=False
            )
        )
        assert content is not None
        self.pipeline.arrivals.put(Arrival("frigate", content, time.monotonic()))
        until(lambda: NEWER in self.committed())

    def catches_up(self, times: int = 1) -> None:
        """Wait until Frigate was asked, and all that it told is with the resolver."""
        until(lambda: self.pipeline.resyncing.count >= times and not self.pipeline.tracking.noticed)

    def settles(self) -> None:
        """Wait until everything is committed."""
        until(lambda: not self.pipeline.resolver.backlog)

    def commits_no_more(self) -> None:
        """Stand still, as good as dead for the store."""
        stands = threading.Event()

        def stand() -> None:
            stands.set()
            self._goes_on.wait()

        threading.Thread(target=self.pipeline.resolver.call, args=(stand,), daemon=True).start()
        until(stands.is_set)

    def committed(self) -> set[str]:
        """Event ids in the store."""
        with self._store.read() as session:
            found = (session.tracklets.find(f"frigate:{each}") for each in (MISSED, NEWER))
            return {each.tracklet.event_id for each in found if each is not None}

    def close(self) -> None:
        """End what is left of it."""
        self._goes_on.set()
        self.pipeline.stop()


class House:
    """A store and a Frigate that outlive every run."""

    def __init__(
        self,
        settings: Settings,
        embedder: Embedder,
        store: Store,
        fake: FakeFrigate,
        stack: ExitStack,
    ) -> None:
        self.fake = fake
        self.store = store
        self._settings = settings
        self._embedder = embedder
        client = stack.enter_context(client_of(fake))
        self._frigate = Frigate(settings.frigate[0], client)

    def missed(self) -> None:
        """Somebody came and went unheard."""
        self.fake.rows.append(
            frigate_messages.row(
                id=MISSED, start_time=MISSED_S, end_time=MISSED_S + 9.0, has_snapshot=False
            )
        )

    def asked_after_s(self) -> float:
        """From when on Frigate was asked the last time."""
        return [
            float(each.params["after"])
            for each in self.fake.asked("/events")
            if "after" in each.params
        ][-1]

    @contextmanager
    def life(self, now_s: float = NEWER_S) -> Iterator[Life]:
        """Start the pipeline."""
        with closing(
            Life(self._settings, self._embedder, self.store, self._frigate, now_s)
        ) as life:
            yield life


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    monkeypatch.setattr(resyncing, "back_off_s", lambda _failures: 0.02)
    monkeypatch.setattr(resyncing, "_LOOK_EVERY_S", 0.02)
    settings = load_settings(arguments={"data_dir": tmp_path}, options_file=tmp_path / "none")
    with (
        ExitStack() as stack,
        closing(open_site_embedder(settings)) as embedder,
        closing(Store.open(store_url(settings))) as store,
        serving(FakeFrigate()) as fake,
    ):
        yield House(settings, embedder, store, fake, stack)


def test_what_a_killed_service_had_not_committed_is_asked_for_again(house: House) -> None:
    add_sighting(house.store, "known", start_s=KNOWN_S)
    house.missed()
    answers = threading.Event()

    def late(_: Request) -> Reply:
        answers.wait()
        return as_json(house.fake.rows)

    house.fake.routes["/events"] = late
    with house.life() as killed:
        killed.connect()
        killed.hear()
        killed.commits_no_more()
        answers.set()
        killed.catches_up()
        assert killed.committed() == {NEWER}
        del house.fake.routes["/events"]
        with house.life() as next_life:
            next_life.connect()
            next_life.catches_up()
            next_life.settles()
            assert next_life.committed() == {MISSED, NEWER}


def test_somebody_new_who_is_stored_before_frigate_is_asked_hides_nobody(house: House) -> None:
    add_sighting(house.store, "known", start_s=KNOWN_S)
    house.missed()
    with house.life() as life:
        life.hear()
        life.connect()
        life.catches_up()
        life.settles()
        assert life.committed() == {MISSED, NEWER}


def test_an_end_while_frigate_does_not_answer_leaves_the_question_to_the_next_start(
    house: House,
) -> None:
    add_sighting(house.store, "known", start_s=KNOWN_S)
    house.missed()
    house.fake.on("/events", Reply(503))
    with house.life() as life:
        life.connect()
        life.hear()
    del house.fake.routes["/events"]
    with house.life() as life:
        life.connect()
        life.catches_up()
        life.settles()
        assert life.committed() == {MISSED, NEWER}


def test_nobody_was_heard_yet_and_the_first_start_is_remembered(house: House) -> None:
    with house.life(KNOWN_S):
        pass
    house.missed()
    with house.life() as life:
        life.hear()
        life.connect()
        life.catches_up()
        life.settles()
        assert life.committed() == {MISSED, NEWER}


def test_once_all_is_committed_frigate_is_not_asked_for_old_days_again(house: House) -> None:
    add_sighting(house.store, "known", start_s=KNOWN_S)
    house.missed()
    with house.life() as life:
        life.connect()
        life.hear()
        life.catches_up()
        assert house.asked_after_s() == KNOWN_S - OVERLAP_S
        until(lambda: life.pipeline.known.since_s("frigate") == NEWER_S)
        life.connect()
        life.catches_up(2)
        assert house.asked_after_s() == NEWER_S - OVERLAP_S
    with house.life() as life:
        life.connect()
        life.catches_up()
        assert house.asked_after_s() == NEWER_S - OVERLAP_S


def test_a_time_to_come_does_not_keep_frigate_from_being_asked(house: House) -> None:
    with house.life(NEWER_S + OVERLAP_S):
        pass
    with house.life(NEWER_S) as life:
        life.connect()
        life.catches_up()
        assert house.asked_after_s() == NEWER_S - OVERLAP_S
