"""Rules over sightings of known people, without a service."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reid_service.associate.policy import Band
from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.embed.embedder import Calibration
from reid_service.evaluation.rules import EngineRule, PublishedRule
from reid_service.evaluation.simulation import Case, Rule, Shot, simulate, thinned

RAW, CENTRED = Calibration(same=0.51, new=0.39), Calibration(same=0.39, new=0.26)
CAMERAS = [CameraKey("frigate", each) for each in ("gate", "drive", "door")]
_WALK_S = 12.0


def _look(person: int, random: np.random.Generator, alike: float) -> Vector:
    """A unit vector whose cosine with others of the person is about `alike`."""
    own = np.random.default_rng(person).normal(size=64)
    noise = random.normal(size=64)
    mixed = np.sqrt(alike) * own / np.linalg.norm(own)
    mixed += np.sqrt(1.0 - alike) * noise / np.linalg.norm(noise)
    return np.asarray(mixed / np.linalg.norm(mixed), np.float32)


def _walks(people: int, visits: int, alike: float = 0.6) -> list[Case]:
    """Everybody walks past three cameras, again and again, one after the other."""
    random = np.random.default_rng(7)
    cases = []
    for visit in range(people * visits):
        person, start_s = visit % people, 1000.0 + 300.0 * visit
        for step, camera in enumerate(CAMERAS):
            seen_s = start_s + step * (5.0 + _WALK_S)
            shots = tuple(
                Shot(seen_s + after_s, 0.8, _look(person, random, alike)) for after_s in (1.0, 3.0)
            )
            event_id = f"{visit:03d}-{step}"
            cases.append(Case(event_id, camera, seen_s, seen_s + 5.0, shots, f"person {person}"))
    return cases


def _engine(band: Band = Band.CAREFUL) -> Rule:
    return EngineRule((RAW, CENTRED), band)


def _published() -> Rule:
    return PublishedRule(lambda warmth: CENTRED if warmth > 0.5 else RAW)


@pytest.mark.parametrize("make", [_engine, _published])
def test_people_who_look_unlike_are_told_apart_by_every_rule(make: type[Rule]) -> None:
    scores = simulate(_walks(people=6, visits=3, alike=0.95), make())
    assert (scores.precision, scores.recall, scores.idf1) == (1.0, 1.0, 1.0)
    assert (scores.identities, scores.people, scores.misplaced) == (6, 6, 0)


def test_the_engine_beats_the_baseline_where_looks_are_doubtful() -> None:
    cases = _walks(people=12, visits=4, alike=0.42)
    engine, published = simulate(cases, _engine()), simulate(cases, _published())
    assert engine.f1 > published.f1
    assert engine.precision >= published.precision


def test_true_answers_never_make_it_worse() -> None:
    scores = simulate(_walks(people=12, visits=4, alike=0.4), _engine())
    assert scores.answered_f1 >= scores.f1
    assert scores.questions_right <= scores.questions


def test_the_same_is_decided_again() -> None:
    cases = _walks(people=8, visits=3, alike=0.45)
    assert simulate(cases, _engine()).f1 == simulate(cases, _engine()).f1


def test_a_draw_leaves_some_out_and_keeps_the_order() -> None:
    cases = _walks(people=10, visits=4)
    drawn = thinned(cases, seed=3)
    assert 0.7 < len(drawn) / len(cases) < 0.97
    assert drawn == [each for each in cases if each in drawn]
    assert [e.event_id for e in thinned(cases, 3)] == [e.event_id for e in drawn]
    assert [e.event_id for e in thinned(cases, 4)] != [e.event_id for e in drawn]


def test_people_of_two_days_become_one_by_answers_alone() -> None:
    day = _walks(people=4, visits=3, alike=0.9)
    later_s = 86400.0
    next_day = [
        replace(
            each,
            event_id=f"next {each.event_id}",
            start_s=each.start_s + later_s,
            last_seen_s=each.last_seen_s + later_s,
            shots=tuple(replace(shot, time_s=shot.time_s + later_s) for shot in each.shots),
        )
        for each in day
    ]
    asked_nothing = simulate([*day, *next_day], _engine(), answers=0)
    strangers = asked_nothing.identities - asked_nothing.people
    assert strangers > 0
    assert asked_nothing.questions == asked_nothing.questions_right == strangers
    answered = simulate([*day, *next_day], _engine(), answers=9)
    assert (answered.answers, answered.answered_f1) == (strangers, 1.0)
    assert asked_nothing.answered_f1 == asked_nothing.f1 == answered.f1 < 1.0


def test_the_different_are_not_asked_about_again() -> None:
    rule = _engine()
    simulate(_walks(people=12, visits=4, alike=0.3), rule, answers=0)
    group = rule.questions()[0]
    rule.answer(group, [group[0]])
    assert set(group[:2]) not in [set(each[:2]) for each in rule.questions()]


def test_the_baseline_learns_nothing_from_answers() -> None:
    rule = _published()
    simulate(_walks(people=2, visits=2), rule)
    before = dict(rule.identities())
    rule.answer(["000001", "000002"], ["000001", "000002"])
    assert rule.identities() == before
