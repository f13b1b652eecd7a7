"""What the engine is told of the store, at the start and later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reid_service.domain.tracklet import PathPoint
from reid_service.errors import NotFound
from reid_service.identities.act import Act
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge
from tests.storing import add_sighting
from tests.unit.pipeline.site import REMEMBERED_S, Site, look

WALK_S = 20.0


def walk(site: Site, number: int, at_s: float) -> None:
    """Somebody new goes from the door to the gate."""
    for camera, start_s in (("door", at_s), ("gate", at_s + WALK_S)):
        walker = site.walker(f"{camera}{number}", camera=camera, start_s=start_s)
        walker.ends(start_s + 2.0, look(number % 8))


def moves(site: Site) -> float:
    """From the door to the gate, as learned and let go of."""
    return site.judge._engine.past.moves["frigate/door"]["frigate/gate"]


def whose(site: Site) -> dict[str, str | None]:
    """Everybody's identity."""
    with site.store.read() as session:
        found = session.tracklets.overlapping(0.0, 1e9)
    return {each.tracklet.event_id: each.identity_id for each in found}


def test_a_restart_decides_like_one_that_never_stopped(tmp_path: Path) -> None:
    decided = []
    for restarts in (False, True):
        site = Site(tmp_path / f"{restarts}.db")
        for number in range(6):
            walk(site, number, 1000.0 + 400.0 * number)
            if restarts:
                site.restart()
        walk(site, 2, 9000.0)
        walker = site.walker("x", camera="yard", start_s=9100.0)
        walker.seen(9100.0, look(3))
        if restarts:
            site.restart()
        walker.ends(9105.0, look(3))
        decided.append((whose(site), [type(each) for each in site.events]))
        site.store.close()
    assert decided[0] == decided[1]


def test_how_people_move_is_kept_over_a_restart_though_its_sightings_are_not(site: Site) -> None:
    for number in range(4):
        walk(site, number, 1000.0 + 400.0 * number)
    late_s = 3000.0 + REMEMBERED_S
    for number in range(70):
        site.known(f"late{number}", number % 8, at_s=late_s + 300.0 * number)
    before = moves(site)
    assert before > 1.0
    until_s = site.judge._engine.past_until_s
    site.restart()
    site.deciding.questions()  # reads the store
    assert moves(site) == pytest.approx(before, rel=0.2)
    assert site.judge._engine.past_until_s >= until_s  # type: ignore[operator]  # it was learned
    assert site.judge._engine.weigher.transit.transit_time("frigate/door", "frigate/gate")[0] > 2.8


def test_what_was_not_learned_before_a_restart_is_learned_with_it(site: Site) -> None:
    walk(site, 0, 1000.0)
    site.known("later", 5, at_s=1200.0 + REMEMBERED_S)  # learned: the first walk is let go of
    walk(site, 1, 2000.0 + REMEMBERED_S)
    site.known("last", 6, at_s=3000.0 + 2 * REMEMBERED_S)
    before = moves(site)
    site.restart()
    site.deciding.questions()
    assert moves(site) >= before
    assert all(
        each.last_seen_s >= 3000.0 + REMEMBERED_S
        for chain in site.judge._engine.roster
        for each in chain.members
    )


def test_who_people_told_apart_is_known_by_where_they_lead(site: Site) -> None:
    ids = [site.known(f"{person}", person, at_s=100.0 * (person + 1)) for person in range(4)]
    with site.store.write() as session:
        act = Act("user", 1000.0)
        session.ledger.record(distinguish(session, act, ids[0], ids[1]))
        merge = plan_merge(session, Act("user", 1001.0), [ids[2]], primary_id=ids[1])
        # Told apart already, and one person all the same: said later, it holds.
        session.ledger.record(merge.decision)
        last = plan_merge(session, Act("user", 1002.0), [ids[1]], primary_id=ids[3])
        session.ledger.record(last.decision)
    site.deciding.refresh()
    site.deciding.questions()
    assert site.judge.are_distinct(ids[0], ids[3])
    assert site.judge.are_distinct(ids[3], ids[0])
    assert not site.judge.are_distinct(ids[0], ids[1])  # nobody is called that any more


def test_two_told_apart_and_merged_by_a_person_are_one_and_no_pair(site: Site) -> None:
    first, second = site.known("a", 0), site.known("b", 1, at_s=200.0)
    with site.store.write() as session:
        session.ledger.record(distinguish(session, Act("user", 1000.0), first, second))
        plan = plan_merge(session, Act("user", 1001.0), [second], primary_id=first)
        session.ledger.record(plan.decision)
    site.deciding.refresh()
    site.deciding.questions()
    assert site.judge._engine.distinct == set()


def test_who_was_told_from_somebody_forgotten_is_told_from_nobody(site: Site) -> None:
    first, second = site.known("a", 0), site.known("b", 1, at_s=200.0)
    with site.store.write() as session:
        session.ledger.record(distinguish(session, Act("user", 1000.0), first, second))
        forget(session, second)
    site.deciding.refresh()
    site.deciding.questions()
    assert site.judge._engine.distinct == set()


def test_two_sightings_alone_are_weighed(site: Site) -> None:
    for event_id, person, at_s in (("a", 0, 100.0), ("b", 0, 200.0), ("c", 1, 300.0)):
        site.known(event_id, person, at_s=at_s)
    same = site.deciding.weigh("frigate:a", "frigate:b")
    other = site.deciding.weigh("frigate:a", "frigate:c")
    assert same is not None
    assert other is not None
    assert same.appearance > 5.0
    assert other.appearance < 0.0


def test_what_cannot_be_weighed_is_not(site: Site) -> None:
    site.known("a", 0, at_s=100.0)
    site.known("beside", 1, at_s=100.5)
    add_sighting(site.store, "unseen", start_s=200.0, crops=0)
    assert site.deciding.weigh("frigate:a", "frigate:unseen") is None
    assert site.deciding.weigh("frigate:a", "frigate:beside") is None  # one camera saw both
    with pytest.raises(NotFound):
        site.deciding.weigh("frigate:a", "frigate:nobody")


def test_where_somebody_came_and_went_is_known_before_and_after_a_restart(site: Site) -> None:
    path = (PathPoint(0.1, 0.5, 100.0), PathPoint(0.5, 0.9, 102.0))
    walker = site.walker("a", start_s=100.0)
    walker.seen(101.0, look(0))
    walker.tracklet = replace(walker.tracklet, path=path)
    walker.ends(103.0, look(0))
    for _ in range(2):
        [held] = [each for chain in site.judge._engine.roster for each in chain.members]
        assert (held.enters, held.leaves) == ("left", "bottom")
        site.deciding.refresh()
        site.deciding.questions()


def test_who_looks_as_somebody_of_another_day_is_asked_about_and_not_decided(site: Site) -> None:
    first = site.known("a", 0, at_s=100.0)
    walk(site, 3, 100.0 + REMEMBERED_S)
    again = site.known("b", 0, at_s=100.0 + 2 * REMEMBERED_S)
    assert again != first
    [question] = site.deciding.questions()
    assert question.identity_ids == (first, again)
    assert site.resolved(again) == again
    with site.store.write() as session:
        session.ledger.record(distinguish(session, Act("user", 1e6), first, again))
    site.deciding.refresh()
    assert site.deciding.questions() == []


def test_somebody_of_another_day_who_is_seen_again_is_no_question(site: Site) -> None:
    first = site.known("a", 0, at_s=100.0)
    walk(site, 3, 100.0 + REMEMBERED_S)
    again = site.known("b", 0, at_s=100.0 + 2 * REMEMBERED_S)
    with site.store.write() as session:
        plan = plan_merge(session, Act("user", 1e6), [again], primary_id=first)
        session.ledger.record(plan.decision)
    site.deciding.refresh()
    assert site.deciding.questions() == []
