"""The report joins all scores of one run."""

from __future__ import annotations

import json

from reid_service.evaluation.mtmc import Performance, Report, evaluate

TRUTH = {"a": "walker", "b": "walker", "c": "visitor", "d": "visitor"}


def report() -> Report:
    return evaluate(
        TRUTH,
        [("a", "x"), ("b", "x"), ("c", "x"), ("ghost", "y")],
        usable=["a", "b", "c", "ghost"],
        performance=Performance(0.5, 2.25, 40.0),
    )


def test_scores_and_counts_are_those_of_the_truth() -> None:
    result = report()
    assert (result.precision, result.recall) == (1 / 3, 0.5)
    assert result.f1 == 0.4
    assert result.idf1 == 4 / 7
    assert (result.people, result.identities) == (2, 1)
    assert (result.tracked_objects, result.usable, result.identified) == (4, 3, 3)
    assert result.duplicates == ()


def test_an_event_id_with_two_identities_is_a_duplicate() -> None:
    result = evaluate(TRUTH, [("a", "x"), ("a", "x"), ("b", "x"), ("b", "y")], usable=[])
    assert result.duplicates == ("b",)
    assert result.identities == 2


def test_nothing_at_all_can_be_reported() -> None:
    result = evaluate({}, [], usable=[])
    assert (result.precision, result.recall, result.f1, result.idf1) == (1.0, 1.0, 1.0, 1.0)
    assert "decision latency p95   not measured" in result.as_text()


def test_the_table_has_one_figure_a_line() -> None:
    assert report().as_text().splitlines() == [
        "pairwise precision     0.3333",
        "pairwise recall        0.5000",
        "pairwise F1            0.4000",
        "IDF1                   0.5714",
        "people                 2",
        "identities             1",
        "tracked objects        4",
        "  with a usable crop   3",
        "  with an identity     3",
        "  with two identities  0",
        "decision latency p50   0.500 s",
        "decision latency p95   2.250 s",
        "throughput             40.000 tracked objects/s",
    ]


def test_json_holds_every_field() -> None:
    result = report()
    content = json.loads(result.as_json())
    assert set(content) == set(Report.__slots__)
    assert content["performance"]["decision_latency_p95_s"] == 2.25
