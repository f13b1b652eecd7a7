"""The floor plan in the store, on each engine, and its pictures beside it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from reid_service.domain.floorplan import CameraKey, EdgeRule, Floor, Placement, Point, PointPair
from reid_service.errors import NotFound
from reid_service.storage.plan_pictures import PlanPictures
from reid_service.storage.store import Store

GATE, HALL, YARD = (CameraKey("frigate", name) for name in ("gate", "hall", "yard"))
PAIRS = [
    PointPair(Point(0.25, 0.5), Point(10.0, 20.0)),
    PointPair(Point(0.75, 1.0), Point(30.0, 40.0)),
]


def placed(camera: CameraKey, floor: Floor, x: float = 100.0, y: float = 200.0) -> Placement:
    return Placement(camera, floor.id, x, y, 90.0, 60.0, 50.0)


def test_floors_are_told_from_the_lowest_up(store: Store) -> None:
    with store.write() as session:
        for name, level in (("Attic", 2), ("Ground", 0), ("Cellar", -1), ("Annexe", 0)):
            session.plan.add_floor(name, level)
    with store.read() as session:
        floors = session.plan.floors()
        assert [each.name for each in floors] == ["Cellar", "Annexe", "Ground", "Attic"]
        assert session.plan.floor(floors[0].id) == floors[0]
        assert (floors[0].width, floors[0].height) == (1000.0, 1000.0)


def test_a_floor_can_be_changed(store: Store) -> None:
    with store.write() as session:
        floor = session.plan.add_floor("Ground", 0)
        changed = replace(floor, name="Garden", north_deg=12.5, metres_per_unit=0.02)
        session.plan.put_floor(changed)
        assert session.plan.floors() == [changed]


def test_a_floor_that_is_not_there_is_not_found(store: Store) -> None:
    with store.write() as session:
        for act in (session.plan.floor, session.plan.remove_floor):
            with pytest.raises(NotFound):
                act("none")
        with pytest.raises(NotFound):
            session.plan.place(placed(GATE, Floor("none", "None")))


def test_a_camera_is_placed_moved_and_taken_away(store: Store) -> None:
    with store.write() as session:
        floor = session.plan.add_floor("Ground", 0)
        assert session.plan.placement(GATE) is None
        session.plan.place(placed(GATE, floor))
        session.plan.place(placed(HALL, floor))
        moved = placed(GATE, floor, x=7.0)
        session.plan.place(moved)
        assert session.plan.placements() == [moved, placed(HALL, floor)]
        session.plan.take_away(GATE)
        session.plan.take_away(GATE)
        assert session.plan.placements() == [placed(HALL, floor)]


def test_cameras_of_two_frigates_may_have_one_name(store: Store) -> None:
    other = CameraKey("barn", "gate")
    with store.write() as session:
        floor = session.plan.add_floor("Ground", 0)
        session.plan.place(placed(GATE, floor))
        session.plan.place(placed(other, floor, x=5.0))
        session.plan.take_away(GATE)
        assert [each.camera for each in session.plan.placements()] == [other]


def test_pairs_stay_while_a_camera_moves_on_its_floor_and_go_when_it_leaves(store: Store) -> None:
    with store.write() as session:
        ground, attic = session.plan.add_floor("Ground", 0), session.plan.add_floor("Attic", 1)
        session.plan.place(placed(GATE, ground))
        session.plan.put_pairs(GATE, PAIRS)
        session.plan.place(placed(GATE, ground, x=5.0))
        assert session.plan.pairs(GATE) == PAIRS
        session.plan.place(placed(GATE, attic))
        assert session.plan.pairs(GATE) == []


def test_pairs_go_with_the_placement_and_with_the_floor(store: Store) -> None:
    with store.write() as session:
        floor = session.plan.add_floor("Ground", 0)
        for camera in (GATE, HALL):
            session.plan.place(placed(camera, floor))
            session.plan.put_pairs(camera, PAIRS)
        session.plan.take_away(GATE)
        assert (session.plan.pairs(GATE), session.plan.pairs(HALL)) == ([], PAIRS)
        assert session.plan.remove_floor(floor.id) == floor
        assert session.plan.pairs(HALL) == []
        assert session.plan.placements() == []


def test_pairs_can_be_removed_alone(store: Store) -> None:
    with store.write() as session:
        floor = session.plan.add_floor("Ground", 0)
        session.plan.place(placed(GATE, floor))
        session.plan.put_pairs(GATE, PAIRS)
        session.plan.remove_pairs(GATE)
        session.plan.remove_pairs(GATE)
        assert session.plan.pairs(GATE) == []
        assert session.plan.placement(GATE) == placed(GATE, floor)


def test_on_a_floor_of_another_size_everything_stays_where_it_is_drawn(store: Store) -> None:
    with store.write() as session:
        ground, attic = session.plan.add_floor("Ground", 0), session.plan.add_floor("Attic", 1)
        session.plan.put_floor(replace(ground, metres_per_unit=0.06))
        session.plan.place(placed(GATE, ground))
        session.plan.place(placed(HALL, ground))
        session.plan.place(placed(YARD, attic))
        session.plan.put_pairs(GATE, PAIRS)
        floor = session.plan.floor(ground.id)
        floor = session.plan.resize_floor(floor, 4000.0, 1000.0)
        assert session.plan.floor(ground.id) == floor
        assert (floor.width, floor.height, floor.metres_per_unit) == (4000.0, 1000.0, 0.03)
        moved = replace(placed(GATE, floor, x=400.0, y=200.0), range_units=100.0)
        assert session.plan.placement(GATE) == moved
        assert session.plan.placement(YARD) == placed(YARD, attic)
        assert [each.plan for each in session.plan.pairs(GATE)] == [
            Point(40.0, 20.0),
            Point(120.0, 40.0),
        ]
        assert session.plan.resize_floor(attic, 1.0, 1.0).metres_per_unit is None


def test_a_rule_is_set_changed_and_cleared(store: Store) -> None:
    with store.write() as session:
        session.plan.set_rule((GATE, HALL), EdgeRule.FORBIDDEN)
        session.plan.set_rule((HALL, GATE), EdgeRule.FORCED)
        assert session.plan.rules() == {
            (GATE, HALL): EdgeRule.FORBIDDEN,
            (HALL, GATE): EdgeRule.FORCED,
        }
        session.plan.set_rule((GATE, HALL), EdgeRule.FORCED)
        session.plan.set_rule((HALL, GATE), None)
        session.plan.set_rule((HALL, GATE), None)
        assert session.plan.rules() == {(GATE, HALL): EdgeRule.FORCED}


@pytest.mark.parametrize("rule", [EdgeRule.FORBIDDEN, EdgeRule.FORCED, None])
def test_views_overlap_in_both_directions_or_in_none(store: Store, rule: EdgeRule | None) -> None:
    with store.write() as session:
        session.plan.set_rule((GATE, HALL), EdgeRule.OVERLAP)
        assert session.plan.rules() == {
            (GATE, HALL): EdgeRule.OVERLAP,
            (HALL, GATE): EdgeRule.OVERLAP,
        }
        session.plan.set_rule((HALL, GATE), rule)
        assert session.plan.rules() == ({(HALL, GATE): rule} if rule else {})


@pytest.fixture
def pictures(store: Store, tmp_path: Path) -> PlanPictures:
    return PlanPictures(store, tmp_path / "plans")


def _give_picture(pictures: PlanPictures, store: Store, floor: Floor, data: bytes) -> str:
    with pictures.change() as session:
        name = pictures.write(floor.id, data, ".png")
        session.plan.put_floor(replace(floor, picture=name))
    return name


def _floor(store: Store) -> Floor:
    with store.write() as session:
        return session.plan.add_floor("Ground", 0)


def test_a_picture_replaces_the_one_before(
    pictures: PlanPictures, store: Store, tmp_path: Path
) -> None:
    floor = _floor(store)
    first = _give_picture(pictures, store, floor, b"first")
    second = _give_picture(pictures, store, floor, b"second")
    assert first != second
    assert [each.name for each in (tmp_path / "plans").iterdir()] == [second]
    assert pictures.read(second) == b"second"
    with pytest.raises(NotFound, match="Upload it again"):
        pictures.read(first)


def test_pictures_are_for_the_service_alone(
    pictures: PlanPictures, store: Store, tmp_path: Path
) -> None:
    _give_picture(pictures, store, _floor(store), b"plan")
    assert (tmp_path / "plans").stat().st_mode & 0o077 == 0


def test_a_picture_goes_with_its_floor(
    pictures: PlanPictures, store: Store, tmp_path: Path
) -> None:
    floor = _floor(store)
    _give_picture(pictures, store, floor, b"plan")
    with pictures.change() as session:
        session.plan.remove_floor(floor.id)
    assert list((tmp_path / "plans").iterdir()) == []


def test_what_a_crash_left_is_removed_and_what_is_not_ours_stays(
    pictures: PlanPictures, store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("old.png", "half.webp.part", "lost.svg", "notes.txt"):
        (folder / name).write_bytes(b"x")
    (folder / "a folder").mkdir()
    name = _give_picture(pictures, store, _floor(store), b"plan")
    assert {each.name for each in folder.iterdir()} == {name, "notes.txt", "a folder"}


def test_a_change_that_fails_keeps_the_old_picture(pictures: PlanPictures, store: Store) -> None:
    floor = _floor(store)
    old = _give_picture(pictures, store, floor, b"old")

    def fail() -> None:
        with pictures.change() as session:
            pictures.write(floor.id, b"new", ".png")
            session.plan.floor("none")

    with pytest.raises(NotFound):
        fail()
    assert pictures.read(old) == b"old"


@pytest.mark.parametrize("name", ["../reid.db", "/etc/hostname", "a/../../reid.db", "..", ""])
def test_nothing_outside_the_folder_is_read(
    pictures: PlanPictures, tmp_path: Path, name: str
) -> None:
    (tmp_path / "plans").mkdir()
    with pytest.raises(NotFound):
        pictures.read(name)


def test_changes_from_several_threads_take_turns(
    pictures: PlanPictures, store: Store, tmp_path: Path
) -> None:
    floors = [_floor(store) for _ in range(4)]
    threads = [
        threading.Thread(target=_give_picture, args=(pictures, store, floor, floor.id.encode()))
        for floor in floors
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    with store.read() as session:
        named = {each.picture for each in session.plan.floors()}
    assert {each.name for each in (tmp_path / "plans").iterdir()} == named
    assert len(named) == 4
