"""Pairwise scores equal their definition, pair by pair."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from reid_service.evaluation.pairs import PairScores, pair_scores
from tests.unit.evaluation.labels import GROUPING


def by_definition(truth: dict[str, int], found: dict[str, int]) -> PairScores:
    true = {(a, b) for a, b in combinations(sorted(truth), 2) if truth[a] == truth[b]}
    judged = sorted(found.keys() & truth.keys())
    claimed = {(a, b) for a, b in combinations(judged, 2) if found[a] == found[b]}
    return PairScores(len(true & claimed), len(claimed), len(true))


@given(GROUPING, GROUPING)
def test_scores_equal_those_of_all_pairs(truth: dict[str, int], found: dict[str, int]) -> None:
    assert pair_scores(truth, found) == by_definition(truth, found)


@given(GROUPING)
def test_names_of_identities_do_not_matter(truth: dict[str, int]) -> None:
    scores = pair_scores(truth, {item: f"Person {label}" for item, label in truth.items()})
    assert (scores.precision, scores.recall, scores.f1) == (1.0, 1.0, 1.0)


@given(GROUPING, GROUPING)
def test_f1_lies_between_precision_and_recall(truth: dict[str, int], found: dict[str, int]) -> None:
    scores = pair_scores(truth, found)
    if scores.claimed and scores.true:
        low, high = sorted((scores.precision, scores.recall))
        assert low <= scores.f1 + 1e-12
        assert scores.f1 <= high + 1e-12


@pytest.mark.parametrize("truth", [{}, {"a": 1}, {"a": 1, "b": 2}])
def test_nothing_to_find_and_nothing_claimed_is_perfect(truth: dict[str, int]) -> None:
    scores = pair_scores(truth, truth)
    assert (scores.precision, scores.recall, scores.f1) == (1.0, 1.0, 1.0)


def test_finding_nothing_costs_recall_and_not_precision() -> None:
    scores = pair_scores({"a": 1, "b": 1}, {})
    assert (scores.precision, scores.recall, scores.f1) == (1.0, 0.0, 0.0)


def test_one_identity_for_everybody_costs_precision_and_not_recall() -> None:
    scores = pair_scores({"a": 1, "b": 1, "c": 2, "d": 2}, dict.fromkeys("abcd", "x"))
    assert (scores.precision, scores.recall) == (2 / 6, 1.0)


def test_what_is_not_in_the_truth_is_left_out() -> None:
    assert pair_scores({"a": 1}, {"a": "x", "ghost": "x"}).claimed == 0


def test_pairs_are_never_listed() -> None:
    truth = {f"event-{number}": number % 10 for number in range(200_000)}
    assert pair_scores(truth, truth).true == 10 * (20_000 * 19_999 // 2)
