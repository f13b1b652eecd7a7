"""IDF1 equals its definition: the best of all one-to-one matches."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given

from reid_service.evaluation.idf1 import IdScores, id_scores
from tests.unit.evaluation.labels import GROUPING


def by_definition(truth: dict[str, int], found: dict[str, int]) -> IdScores:
    judged = found.keys() & truth.keys()
    people = sorted(set(truth.values()))
    # With a blank for each person, every person may also stay without an identity.
    identities = [*sorted({found[item] for item in judged}), *[None] * len(people)]
    best = max(
        sum(match.get(truth[item]) == found[item] for item in judged)
        for chosen in set(permutations(identities, len(people)))
        for match in [dict(zip(people, chosen, strict=True))]
    )
    return IdScores(best, len(judged), len(truth))


@given(GROUPING, GROUPING)
def test_scores_equal_the_best_of_all_matches(truth: dict[str, int], found: dict[str, int]) -> None:
    assert id_scores(truth, found) == by_definition(truth, found)


@given(GROUPING)
def test_names_of_identities_do_not_matter(truth: dict[str, int]) -> None:
    named = {item: f"Person {label}" for item, label in truth.items()}
    assert id_scores(truth, named).idf1 == 1.0


@given(GROUPING, GROUPING)
def test_the_measure_is_symmetric_where_all_are_judged(
    truth: dict[str, int], found: dict[str, int]
) -> None:
    both = truth.keys() & found.keys()
    one = {item: truth[item] for item in both}
    other = {item: found[item] for item in both}
    assert id_scores(one, other) == id_scores(other, one)


@pytest.mark.parametrize("truth", [{}, {"a": 1}])
def test_nothing_and_one_tracked_object_are_perfect(truth: dict[str, int]) -> None:
    assert id_scores(truth, truth).idf1 == 1.0


def test_finding_nothing_scores_nothing() -> None:
    assert id_scores({"a": 1}, {}).idf1 == 0.0


def test_a_person_in_two_identities_counts_the_larger_one() -> None:
    scores = id_scores(dict.fromkeys("abc", 1), {"a": "x", "b": "x", "c": "y"})
    assert scores.true_positives == 2
    assert scores.idf1 == pytest.approx(2 / 3)


def test_the_best_match_is_not_always_the_largest_cell() -> None:
    truth = {**dict.fromkeys("abc", 1), **dict.fromkeys("de", 1), **dict.fromkeys("fg", 2)}
    found = {**dict.fromkeys("abc", "x"), **dict.fromkeys("de", "y"), **dict.fromkeys("fg", "x")}
    # x-1 alone gives 3; y-1 and x-2 together give 4.
    assert id_scores(truth, found).true_positives == 4


def test_memory_does_not_grow_with_people_times_identities() -> None:
    # A dense matrix of these would take 80 GB.
    truth = {f"event-{number}": number for number in range(100_000)}
    assert id_scores(truth, truth).idf1 == 1.0
