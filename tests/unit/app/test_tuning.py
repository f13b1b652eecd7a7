"""The band and the pause outlive the service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reid_service.app.tuning import SiteTuning
from reid_service.associate.policy import Band
from reid_service.clock import TrafficClock
from reid_service.storage.store import Store


class Desk:
    """Makes the settings anew, as a restart does."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.clock = TrafficClock()
        self.clock.observe(100.0)
        self.chosen: list[Band] = []

    def tuning(self, band: Band = Band.CAREFUL) -> SiteTuning:
        return SiteTuning(
            store=self.store, clock=self.clock, band=band, choose_band=self.chosen.append
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with closing(Store.open(f"sqlite:///{tmp_path}/reid.db")) as store:
        yield Desk(store)


def test_a_band_that_was_chosen_beats_the_file(desk: Desk) -> None:
    tuning = desk.tuning()
    assert tuning.change(band=Band.EAGER, paused=None).band is Band.EAGER
    assert tuning.change(band=Band.EAGER, paused=None).band is Band.EAGER
    assert desk.chosen == [Band.EAGER]
    assert desk.tuning(Band.BALANCED).band is Band.EAGER


def test_the_file_holds_until_somebody_chose(desk: Desk) -> None:
    assert desk.tuning(Band.BALANCED).band is Band.BALANCED


def test_a_pause_goes_on_after_a_restart_and_is_remembered(desk: Desk) -> None:
    tuning = desk.tuning()
    assert not tuning.is_paused()
    tuning.change(band=None, paused=True)
    desk.clock.observe(150.0)
    again = desk.tuning()
    assert again.is_paused()
    assert [again.was_paused(at_s) for at_s in (99.0, 100.0, 500.0)] == [False, True, True]
    desk.clock.observe(200.0)
    assert not again.change(band=None, paused=False).paused
    for each in (again, desk.tuning()):
        assert not each.is_paused()
        assert [each.was_paused(at_s) for at_s in (99.0, 100.0, 200.0, 201.0)] == [
            False,
            True,
            True,
            False,
        ]


def test_pausing_twice_is_pausing_once(desk: Desk) -> None:
    tuning = desk.tuning()
    tuning.change(band=None, paused=True)
    desk.clock.observe(150.0)
    tuning.change(band=None, paused=True)
    desk.clock.observe(160.0)
    tuning.change(band=None, paused=False)
    tuning.change(band=None, paused=False)
    assert tuning.was_paused(120.0)
    assert not tuning.was_paused(161.0)
