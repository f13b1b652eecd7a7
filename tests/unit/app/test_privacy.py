"""Cameras are left out, and what is stored of them goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reid_service.app.exclusions import Exclusions, joined
from reid_service.app.gate import SiteGate
from reid_service.app.privacy import SitePrivacy
from reid_service.app.tuning import SiteTuning
from reid_service.associate.policy import Band
from reid_service.clock import TrafficClock
from reid_service.domain.events import IdentityChange
from reid_service.domain.floorplan import CameraKey
from reid_service.errors import NotFound
from reid_service.settings import RetentionSettings
from reid_service.storage.store import Store
from tests.unit.app.test_commands import Office

GATE, DOOR = CameraKey("frigate", "gate"), CameraKey("frigate", "door")


class Desk:
    """An office whose cameras can be left out."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder)
        self.deleted = 0
        site = self.office.site
        self.exclusions = Exclusions(store=site.store, clock=site.clock)
        self.privacy = SitePrivacy(
            store=site.store,
            exclusions=self.exclusions,
            frigates={},
            resolver=self.office.resolver,
            deciding=site.deciding,
            tracking=self.office.tracking,
            indexer=site.indexer,
            bus=site.bus,
            clock=site.clock,
            pictures=self.office.pictures,
            days=RetentionSettings(unnamed_days=3.0),
            on_deleted=self._note,
        )

    def _note(self) -> None:
        self.deleted += 1

    def stored(self) -> dict[str, int]:
        return {each.camera.camera: each.sightings for each in self.privacy.cameras()}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.office.resolver.start()
    made.office.tracking.start()
    yield made
    made.office.tracking.stop()
    made.office.resolver.stop()
    made.office.site.store.close()


def test_what_is_stored_of_a_camera_goes_with_its_pictures_and_strangers(desk: Desk) -> None:
    office = desk.office
    anna = office.sighting("a", 0, camera="gate")
    office.commands.rename(anna, "Anna")
    stranger = office.sighting("b", 1, camera="gate")
    other = office.sighting("c", 2, camera="door")
    files = set(office.pictures.rglob("*.jpg"))
    assert desk.stored() == {"door": 1, "gate": 2}

    office.site.events.clear()
    assert desk.privacy.delete_stored(GATE) == 2
    assert desk.stored() == {"door": 1}
    left = set(office.pictures.rglob("*.jpg"))
    assert left < files
    with office.site.store.read() as session:
        assert {each.id for each in session.identities.live()} == {anna, other}
        assert session.tracklets.is_gone("frigate:a")
    told = {(change, identity) for change, identity, _ in office.changes()}
    assert (IdentityChange.FORGOTTEN, stranger) in told
    assert (IdentityChange.UPDATED, anna) in told
    assert not office.site.indexer.verify()
    assert desk.deleted == 1
    assert desk.privacy.delete_stored(GATE) == 0
    assert desk.deleted == 1


def test_an_exclusion_is_kept_and_its_time_remembered(desk: Desk) -> None:
    desk.office.sighting("a", 0, camera="gate")
    desk.privacy.exclude(GATE)
    desk.privacy.exclude(GATE)
    again = Exclusions(store=desk.office.site.store, clock=desk.office.site.clock)
    [span] = again.current()
    assert (span.camera, span.until_s) == (GATE, None)
    assert again.was_excluded(GATE, span.since_s + 5.0)
    assert not again.was_excluded(GATE, span.since_s - 5.0)
    assert not again.is_excluded(DOOR)
    desk.privacy.include(GATE)
    assert not desk.exclusions.is_excluded(GATE)
    assert desk.exclusions.was_excluded(GATE, span.since_s)
    [shown] = desk.privacy.cameras()
    assert (shown.camera, shown.since_s, shown.sightings) == (GATE, None, 1)


def test_a_camera_that_nobody_knows_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.privacy.exclude(DOOR)


def test_the_gate_knows_pauses_and_exclusions(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/reid.db")
    clock = TrafficClock()
    clock.observe(100.0)
    tuning = SiteTuning(store=store, clock=clock, band=Band.CAREFUL, choose_band=lambda _: None)
    exclusions = Exclusions(store=store, clock=clock)
    gate = SiteGate(tuning, exclusions)
    assert not gate.is_paused()
    exclusions.exclude(GATE)
    tuning.change(band=None, paused=True)
    assert (gate.is_paused(), gate.was_paused(100.0)) == (True, True)
    assert (gate.is_excluded(GATE), gate.is_excluded(DOOR)) == (True, False)
    assert (gate.was_excluded(GATE, 101.0), gate.was_excluded(GATE, 99.0)) == (True, False)
    store.close()


def test_exclusions_of_two_stores_hold_together() -> None:
    mine, theirs = ["frigate", "gate", 1.0, None], ["frigate", "door", 2.0, 3.0]
    assert joined([mine], [mine, theirs]) == [mine, theirs]
