"""When names are written to Frigate, how often it is tried, and when it is given up."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from reid_service.bus import Bus
from reid_service.diagnostics.metrics import Metrics
from reid_service.domain.events import IdentityChange, IdentityChangedEvent, Phase, SightingEvent
from reid_service.domain.tracklet import SubLabel
from reid_service.errors import FrigateNotFound, FrigateRefused, FrigateUnreachable, StoreError
from reid_service.publish.labels import LabelWriter, Slot
from reid_service.publish.write_back import Result, WriteBack
from tests.unit.publish import examples
from tests.unit.publish.frigate_fake import FrigateFake, MemoryFake, Row, SightingsFake
from tests.unit.publish.line import wait_until

DOWN = FrigateUnreachable("Frigate does not answer")


class House:
    """A service that writes back; `close` ends its thread."""

    def __init__(self, queue_size: int = 100) -> None:
        self.frigate = FrigateFake()
        self.sightings = SightingsFake(names={"i1": "Neighbour", "i2": "Visitor"})
        self.metrics = Metrics()
        self.bus = Bus()
        writer = LabelWriter(self.frigate, MemoryFake(), frozenset(Slot))
        self.write_back = WriteBack(
            writers={"frigate": writer},
            sightings=self.sightings,
            metrics=self.metrics,
            queue_size=queue_size,
            retry_s=0.001,
            retry_max_s=0.01,
        )

    def sight(self, event_id: str, identity_id: str = "i1", row: Row | None = None) -> None:
        """A sighting is decided."""
        if event_id not in self.frigate.rows and row is not None:
            self.frigate.rows[event_id] = row
        self.sightings.identities[f"frigate:{event_id}"] = identity_id
        self.bus.publish(self.event(event_id, identity_id))

    def event(self, event_id: str, identity_id: str = "i1") -> SightingEvent:
        return replace(
            examples.SIGHTING,
            tracklet_id=f"frigate:{event_id}",
            event_id=event_id,
            identity_id=identity_id,
            named=identity_id in self.sightings.names,
        )

    def change(
        self, change: IdentityChange, identity_id: str, *moved: str, other: str | None = None
    ) -> None:
        self.bus.publish(IdentityChangedEvent(change, identity_id, "", other, moved, None, 0.0))

    def count(self, result: Result) -> float:
        value = self.metrics.registry.get_sample_value(
            "frigate_reid_write_backs_total", {"result": result}
        )
        return value or 0.0

    def label(self, event_id: str) -> str | None:
        sub_label = self.frigate.rows[event_id].sub_label
        return sub_label.text if sub_label else None

    def wait_for(self, result: Result, times: int = 1) -> None:
        wait_until(lambda: self.count(result) >= times)


@pytest.fixture
def house() -> Iterator[House]:
    house = House()
    house.write_back.start(house.bus)
    yield house
    house.write_back.stop()


def test_a_firm_sighting_of_somebody_named_is_written(house: House) -> None:
    house.sight("e1", row=Row())
    house.wait_for(Result.WRITTEN)
    assert house.frigate.rows["e1"] == Row(
        SubLabel("Neighbour", 0.8125), "[frigate-reid] Recognised as Neighbour."
    )


def test_early_opinions_and_the_unnamed_are_not_written(house: House) -> None:
    house.frigate.rows["e1"] = Row()
    for phase in (Phase.PROVISIONAL, Phase.UPDATED):
        house.bus.publish(replace(house.event("e1"), phase=phase))
    house.sight("e1", identity_id="unnamed")
    house.sight("e2", row=Row())
    house.wait_for(Result.WRITTEN)
    assert house.frigate.rows["e1"] == Row()
    assert house.count(Result.WRITTEN) == 1


def test_an_outage_is_waited_for(house: House) -> None:
    house.frigate.errors = [DOWN] * 6
    house.sight("e1", row=Row())
    house.wait_for(Result.WRITTEN)
    assert house.label("e1") == "Neighbour"


def test_a_long_outage_is_given_up_and_told(house: House, caplog: pytest.LogCaptureFixture) -> None:
    house.frigate.errors = [DOWN] * 1000
    house.sight("e1", row=Row())
    house.wait_for(Result.UNREACHABLE)
    wait_until(lambda: "gave up" in caplog.text)
    assert "Neighbour" not in caplog.text


def test_a_row_that_comes_late_is_waited_for(house: House) -> None:
    house.frigate.errors = [FrigateNotFound("Frigate has no such event")] * 3
    house.sight("e1", row=Row())
    house.wait_for(Result.WRITTEN)


def test_a_row_that_never_comes_is_given_up(house: House) -> None:
    house.sight("e1")
    house.wait_for(Result.NOT_FOUND)


def test_an_object_that_never_ends_is_given_up_unwritten(house: House) -> None:
    house.sight("e1", row=Row(end_time_s=None))
    house.wait_for(Result.NOT_ENDED)
    assert house.frigate.rows["e1"] == Row(end_time_s=None)


def test_a_write_that_is_not_kept_is_repeated_and_given_up(house: House) -> None:
    house.frigate.forgetful = True
    house.sight("e1", row=Row())
    house.wait_for(Result.NOT_KEPT)
    assert house.frigate.requests.count("event") == 4


def test_a_refusal_is_not_repeated(house: House) -> None:
    house.frigate.errors = [FrigateRefused("bad request")]
    house.sight("e1", row=Row())
    house.wait_for(Result.REFUSED)
    assert house.frigate.requests == ["event"]


def test_somebody_elses_sub_label_is_counted(house: House) -> None:
    house.sight("e1", row=Row(SubLabel("dhl", 0.9)))
    house.wait_for(Result.FOREIGN)
    assert house.label("e1") == "dhl"


def test_a_viewer_is_told_once_and_then_left_alone(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.frigate.read_only = True
    with caplog.at_level(logging.ERROR):
        for number in range(3):
            house.sight(f"e{number}", row=Row())
        house.wait_for(Result.DENIED, 3)
    (record,) = caplog.records
    assert "role admin" in record.getMessage()
    assert house.frigate.requests == ["event", "write"]


def test_a_rename_corrects_every_sighting_that_we_wrote(house: House) -> None:
    for number in range(3):
        house.sight(f"e{number}", row=Row())
    house.wait_for(Result.WRITTEN, 3)
    house.sightings.identities["frigate:old"] = "i1"
    house.sightings.names["i1"] = "Postman"
    house.change(IdentityChange.UPDATED, "i1")
    house.wait_for(Result.WRITTEN, 6)
    assert {house.label(f"e{number}") for number in range(3)} == {"Postman"}
    assert house.count(Result.NOT_FOUND) == 0


def test_a_change_that_keeps_the_name_asks_frigate_nothing(house: House) -> None:
    house.sight("e1", row=Row())
    house.wait_for(Result.WRITTEN)
    before = len(house.frigate.requests)
    house.change(IdentityChange.UPDATED, "i1")
    house.sight("e2", "i2", row=Row())
    house.wait_for(Result.WRITTEN, 2)
    assert len(house.frigate.requests) - before == 4


def test_a_merge_corrects_the_names_of_the_one_that_was_taken_in(house: House) -> None:
    house.sight("e1", "i1", row=Row())
    house.wait_for(Result.WRITTEN)
    house.sightings.identities["frigate:e1"] = "i2"
    house.change(IdentityChange.MERGED, "i1", other="i2")
    house.wait_for(Result.WRITTEN, 2)
    assert house.label("e1") == "Visitor"


def test_a_reassigned_sighting_gets_its_new_name(house: House) -> None:
    house.sight("e1", "i1", row=Row())
    house.sight("e2", "i1", row=Row())
    house.wait_for(Result.WRITTEN, 2)
    house.sightings.identities["frigate:e1"] = "unnamed"
    house.change(IdentityChange.REASSIGNED, "i1", "frigate:e1", other="unnamed")
    house.wait_for(Result.WRITTEN, 3)
    assert house.frigate.rows["e1"] == Row(None, "")
    assert house.label("e2") == "Neighbour"


def test_a_sighting_decided_anew_as_unnamed_loses_our_name(house: House) -> None:
    house.sight("e1", "i1", row=Row())
    house.wait_for(Result.WRITTEN)
    house.sight("e1", "unnamed")
    house.wait_for(Result.WRITTEN, 2)
    assert house.label("e1") is None


def test_a_full_queue_gives_up_the_oldest() -> None:
    house = House(queue_size=2)
    for number in range(5):
        house.frigate.rows[f"e{number}"] = Row()
        house.sightings.identities[f"frigate:e{number}"] = "i1"
        house.write_back.take(house.event(f"e{number}"))
    assert house.count(Result.QUEUE_FULL) == 3
    house.write_back.start(house.bus)
    house.wait_for(Result.WRITTEN, 2)
    house.write_back.stop()
    assert [house.label(f"e{number}") for number in range(5)] == [None] * 3 + ["Neighbour"] * 2


def test_one_tracked_object_waits_once_however_often_it_is_told() -> None:
    house = House(queue_size=2)
    house.frigate.rows["e1"] = Row()
    house.sightings.identities["frigate:e1"] = "i1"
    for _ in range(5):
        house.write_back.take(house.event("e1"))
    house.write_back.start(house.bus)
    house.wait_for(Result.WRITTEN)
    house.write_back.stop()
    assert house.count(Result.QUEUE_FULL) == 0
    assert house.count(Result.WRITTEN) == 1


def test_a_frigate_that_is_not_set_up_is_not_written_to(house: House) -> None:
    house.bus.publish(replace(house.event("e1"), tracklet_id="other:e1", instance="other"))
    house.wait_for(Result.DENIED)
    assert house.frigate.requests == []


def test_trouble_of_the_store_does_not_end_the_thread(house: House) -> None:
    class Broken(SightingsFake):
        def of_identity(self, identity_id: str) -> list[str]:
            raise StoreError("the database is locked")

    house.write_back._sightings = Broken(house.sightings.identities, house.sightings.names)
    house.change(IdentityChange.UPDATED, "i1")
    house.wait_for(Result.FAILED)
    house.sight("e1", row=Row())
    house.wait_for(Result.WRITTEN)


def test_a_stop_does_not_wait_for_what_is_left() -> None:
    house = House()
    house.frigate.errors = [DOWN] * 1000
    house.write_back.start(house.bus)
    house.sight("e1", row=Row())
    house.write_back.stop()
    assert "write-back" not in {thread.name for thread in threading.enumerate()}
    house.sight("e2", row=Row())
    assert house.label("e2") is None
