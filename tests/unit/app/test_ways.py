"""What is said of ways reaches the engine, and what it learned comes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import pytest

from reid_service.app.frigates import Frigate
from reid_service.app.ways import SiteWays
from reid_service.domain.floorplan import CameraKey, EdgeRule
from tests.unit.app.test_commands import Office
from tests.unit.pipeline.site import look

DOOR, GATE = CameraKey("frigate", "door"), CameraKey("frigate", "gate")


class Listed:
    """A Frigate that is asked for its cameras alone."""

    def __init__(self, *cameras: str) -> None:
        self._cameras = list(cameras)

    def cameras(self) -> list[str]:
        return self._cameras


class Crossing:
    """A site on which people walk from the door to the gate."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder)
        self.site = self.office.site
        frigates = {"frigate": Listed("door", "gate"), "barn": Listed()}
        self.ways = SiteWays(
            store=self.site.store,
            resolver=self.office.resolver,
            deciding=self.site.deciding,
            frigates=cast("Mapping[str, Frigate]", frigates),
        )
        for person in range(4):
            self.walks(person, 1000.0 + 600.0 * person)

    def walks(self, person: int, at_s: float) -> None:
        for camera, later_s in (("door", 0.0), ("gate", 20.0)):
            walker = self.site.walker(f"{person}-{camera}", camera=camera, start_s=at_s + later_s)
            walker.ends(at_s + later_s + 5.0, look(person))


@pytest.fixture
def crossing(tmp_path: Path) -> Iterator[Crossing]:
    made = Crossing(tmp_path)
    made.office.resolver.start()
    yield made
    made.office.resolver.stop()
    made.site.store.close()


def test_the_cameras_are_those_that_each_frigate_has(crossing: Crossing) -> None:
    assert crossing.ways.cameras() == [DOOR, GATE]


def test_ways_that_people_took_are_known_also_after_a_restart(crossing: Crossing) -> None:
    [edge] = [e for e in crossing.ways.edges() if e.way == (DOOR.place, GATE.place)]
    assert edge.count >= 3.0  # as of the last learning
    assert edge.times_s is not None
    assert 10.0 < edge.times_s[1] < 20.0  # drawn to what is usual while few were seen
    crossing.site.restart()
    crossing.ways._deciding = crossing.site.deciding
    assert edge.way in [each.way for each in crossing.ways.edges()]


def test_what_is_said_of_a_way_is_weighed_from_now_on(crossing: Crossing) -> None:
    def time_place() -> float:
        evidence = crossing.site.deciding.weigh("frigate:0-door", "frigate:0-gate")
        assert evidence is not None
        return evidence.time_place

    assert time_place() > 0.0
    crossing.ways.set_rule(DOOR, GATE, EdgeRule.FORBIDDEN)
    assert time_place() == -12.0
    with crossing.site.store.read() as session:
        assert session.plan.rules() == {(DOOR, GATE): EdgeRule.FORBIDDEN}
    crossing.ways.set_rule(DOOR, GATE, None)
    assert time_place() > 0.0


def test_a_way_that_is_only_spoken_of_is_there_too(crossing: Crossing) -> None:
    crossing.ways.set_rule(GATE, DOOR, EdgeRule.FORCED)
    edges = {each.way: each for each in crossing.ways.edges()}
    assert edges[GATE.place, DOOR.place].times_s is None


def test_whoever_is_at_the_door_is_expected_at_the_gate(crossing: Crossing) -> None:
    walker = crossing.site.walker("9-door", camera="door", start_s=5000.0)
    walker.seen(5001.0, look(1))
    identity_id = crossing.site.identity_of("9-door")
    assert identity_id is not None
    outlook = crossing.ways.outlook(identity_id)
    assert outlook is not None
    assert outlook.before.place == DOOR.place
    assert outlook.places[0].place == GATE.place
    assert outlook.places[0].walks > 2.0
    assert crossing.ways.outlook("nobody") is None
