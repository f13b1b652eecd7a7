"""The runner-up of a link in doubt, and that there is none where nothing competes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reid_service.associate.branching import Branch, branches
from reid_service.associate.chain import Member
from reid_service.associate.engine import Engine
from reid_service.associate.movements import VISIT_GAP_S
from tests.unit.associate.people import HOUR_S, an_engine, between, look, seen, weighing

LEGS = ("a", "b", "c")


def person(engine: Engine) -> None:
    """x is the first person himself, on two cameras, one soon after the other."""
    for leg, place, start_s in (("a", "door", 0.0), ("b", "hall", 20.0)):
        engine.put(seen(leg, place, start_s, vector=look(alike=1.0)), "x")


def doubted(engine: Engine, total: float = 1.0) -> Member:
    """The third leg of x, about which the engine is not sure."""
    member = weighing(engine, seen("c", "yard", 40.0), "x", total)
    engine.put(member, "x")
    return member


def rival(engine: Engine, total: float = 1.0, start_s: float = 41.0) -> Member:
    """Somebody unknown on another camera, who may be x as well."""
    return weighing(engine, seen("r", "garage", start_s), "x", total)


@pytest.fixture
def engine() -> Engine:
    made = an_engine()
    person(made)
    return made


def found(engine: Engine) -> list[Branch]:
    return branches(engine, "x", LEGS)


def test_two_who_compete_are_a_leg_and_a_branch(engine: Engine) -> None:
    other = rival(engine)
    doubted(engine)
    engine.put(other, "y")
    [branch] = found(engine)
    assert (branch.after_id, branch.leg_id) == ("b", "c")
    assert (branch.tracklet_id, branch.identity_id) == ("r", "y")
    assert branch.probability == pytest.approx(branch.leg_probability, abs=0.1)
    assert 0.3 <= branch.probability < 0.5


def test_the_likelier_one_has_the_larger_share_and_both_leave_room_for_neither(
    engine: Engine,
) -> None:
    other = rival(engine, 0.5)
    doubted(engine, 1.0)
    engine.put(other, "y")
    [branch] = found(engine)
    assert branch.probability < branch.leg_probability
    assert branch.probability + branch.leg_probability < 1.0


def test_of_several_the_likeliest_is_the_branch(engine: Engine) -> None:
    weak = replace(rival(engine, 0.8, 44.0), tracklet_id="weak")
    strong = rival(engine, 1.6)
    doubted(engine)
    engine.put(weak, "z")
    engine.put(strong, "y")
    assert [each.tracklet_id for each in found(engine)] == ["r"]


def test_who_may_have_passed_both_has_no_branch(engine: Engine) -> None:
    other = replace(rival(engine, 4.0), start_s=70.0, last_seen_s=80.0)
    doubted(engine)
    engine.put(other, "y")
    assert found(engine) == []


def test_a_sure_link_has_no_branch(engine: Engine) -> None:
    other = rival(engine)
    engine.put(seen("c", "yard", 40.0, vector=look(alike=1.0)), "x")
    engine.put(other, "y")
    assert found(engine) == []


def test_who_is_far_behind_is_no_branch(engine: Engine) -> None:
    other = rival(engine, -2.0)
    doubted(engine, 1.5)
    engine.put(other, "y")
    assert found(engine) == []


def test_who_is_somebody_else_for_sure_is_no_branch(engine: Engine) -> None:
    other = replace(rival(engine), vector=between(0, 1, 0.75))
    doubted(engine)
    for number in range(3):
        start_s = 60.0 + 20.0 * number
        engine.put(seen(f"y{number}", "garage", start_s, vector=between(0, 1, 0.75)), "y")
    engine.put(other, "y")
    assert found(engine) == []


def test_what_people_said_is_not_doubted(engine: Engine) -> None:
    other = rival(engine)
    leg = doubted(engine)
    engine.put(other, "y")
    engine.put(replace(leg, pinned=True), "x")
    assert found(engine) == []
    engine.put(leg, "x")
    engine.put(replace(other, pinned=True), "y")
    assert found(engine) == []
    engine.put(other, "y")
    engine.distinct.add(frozenset(("x", "y")))
    assert found(engine) == []


def test_who_looks_different_is_not_even_weighed(engine: Engine) -> None:
    doubted(engine)
    engine.put(seen("r", "garage", 41.0, vector=-look(alike=1.0)), "y")
    assert found(engine) == []


@pytest.mark.parametrize("start_s", [-20.0, 31.0 + VISIT_GAP_S, HOUR_S])
def test_only_who_comes_within_a_visit_competes(engine: Engine, start_s: float) -> None:
    other = replace(rival(engine, 2.0), start_s=start_s, last_seen_s=start_s + 5.0)
    doubted(engine)
    engine.put(other, "y")
    assert found(engine) == []


def test_nothing_is_known_of_whom_the_engine_does_not_hold(engine: Engine) -> None:
    doubted(engine)
    assert branches(engine, "nobody", LEGS) == []
    assert branches(engine, "x", ["c"]) == []  # no link without a leg before it
    assert found(engine) == []  # nobody else is there
