"""Questions: what they are worth, and which go together."""

from __future__ import annotations

import pytest

from reid_service.associate.asking import Question, across_days, group_of, worthwhile
from reid_service.associate.chain import Chain
from reid_service.associate.engine import Engine
from reid_service.associate.evidence import Evidence
from tests.unit.associate.people import HOUR_S, an_engine, look, seen

TODAY_S = 30 * HOUR_S


def asked(
    first: str, second: str, probability: float = 0.8, sizes: tuple[int, int] = (1, 1)
) -> Question:
    return Question((first, second), probability, sizes, Evidence(1.0, 0.0, 0.0, 0.4))


def test_a_question_has_one_id_whichever_comes_first() -> None:
    assert asked("a", "b").id == asked("b", "a").id != asked("a", "c").id


def test_it_is_worth_the_pairs_that_it_may_join() -> None:
    question = asked("a", "b", 0.5, (4, 3))
    assert question.worth == pytest.approx(6.0)
    assert question.sightings == 3


def test_a_group_grows_by_the_likeliest() -> None:
    first = asked("a", "b", 0.5)
    others = [first, asked("b", "c", 0.4), asked("a", "d", 0.9), asked("d", "e", 0.6)]
    others.append(asked("x", "y", 0.99))
    assert group_of(first, others) == ["a", "b", "d", "e", "c"]
    assert group_of(first, []) == ["a", "b"]


def test_a_group_is_small_enough_to_look_at() -> None:
    first = asked("a", "b")
    others = [asked("a", f"o{number}", 0.9 - 0.01 * number) for number in range(20)]
    assert group_of(first, others) == ["a", "b", "o0", "o1", "o2", "o3", "o4", "o5"]


def test_what_joins_most_is_asked_first() -> None:
    small, large = asked("a", "b", 0.9, (1, 1)), asked("c", "d", 0.4, (2, 5))
    assert worthwhile([small, large]) == [large, small]


def yesterday(identity_id: str, person: int) -> Chain:
    shots = (seen(f"{identity_id}{n}", "door", 600.0 * n, vector=look(person, n)) for n in range(3))
    return Chain(identity_id, shots)


def today(*people: int) -> Engine:
    engine = an_engine()
    for person in people:
        for n in range(3):
            vector = look(person, 10 + 3 * person + n)
            start_s = TODAY_S + 3600.0 * person + 600.0 * n
            engine.put(seen(f"now{person}{n}", "hall", start_s, vector=vector), f"now{person}")
    return engine


def test_who_looks_as_somebody_did_yesterday_is_asked_about() -> None:
    [question] = across_days(today(0, 1), [yesterday("old0", 0), yesterday("old2", 2)])
    assert question.identity_ids == ("old0", "now0")
    assert question.sizes == (3, 3)
    assert question.probability >= 0.3
    assert across_days(today(0, 1), []) == []


def test_of_several_alike_the_likeliest_is_asked_about_and_is_doubted_more() -> None:
    first, twin = yesterday("old0", 0), yesterday("twin", 0)
    [alone] = across_days(today(0), [first])
    both = across_days(today(0), [first, twin])
    assert all(each.identity_ids[1] == "now0" for each in both)
    assert len(both) <= 1
    assert all(each.probability < alone.probability for each in both)


def test_nobody_is_asked_about_those_who_were_told_apart_or_both_have_names() -> None:
    engine = today(0)
    engine.distinct.add(frozenset(("old0", "now0")))
    assert across_days(engine, [yesterday("old0", 0)]) == []
    engine.distinct.clear()
    engine.names.update({"now0": "Ann", "old0": "Ben"})
    assert across_days(engine, [yesterday("old0", 0)]) == []
    del engine.names["now0"]
    assert across_days(engine, [yesterday("old0", 0)])


def test_who_was_in_sight_beside_cannot_be_asked_about() -> None:
    beside = Chain("old0", [seen("x", "hall", TODAY_S, vector=look(0, 1))])
    assert across_days(today(0), [beside]) == []
