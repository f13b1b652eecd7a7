"""Questions: what they are worth, and which go together."""

from __future__ import annotations

import pytest

from reid_service.associate.asking import Question, group_of
from reid_service.associate.evidence import Evidence


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
