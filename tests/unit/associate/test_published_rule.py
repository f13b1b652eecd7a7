"""The published rule, and what it may never do."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reid_service.associate.associator import Candidate, Query
from reid_service.associate.published_rule import PublishedRule
from reid_service.domain.identity import Outcome
from reid_service.domain.tracklet import Tracklet, TrackletState
from reid_service.embed.embedder import Calibration

RULE = PublishedRule(lambda warmth: Calibration(same=0.7 - warmth, new=0.5 - warmth))


def query(name: str, *candidates: Candidate) -> Query:
    tracklet = Tracklet(
        id=name,
        instance="frigate",
        event_id=name,
        camera="gate",
        state=TrackletState.OPEN,
        start_s=0.0,
        last_seen_s=1.0,
    )
    return Query(tracklet, np.ones(1, np.float32), candidates)


def test_the_nearest_identity_above_the_threshold_is_accepted() -> None:
    [assignment] = RULE.assign([query("t", Candidate("a", 0.71), Candidate("b", 0.9))], warmth=0.0)

    assert assignment.outcome is Outcome.ACCEPT
    assert assignment.identity_id == "b"
    assert assignment.similarity == 0.9


def test_nobody_alike_founds_a_new_identity() -> None:
    [assignment] = RULE.assign([query("t", Candidate("a", 0.49))], warmth=0.0)

    assert assignment.outcome is Outcome.NEW
    assert assignment.identity_id is None
    assert assignment.similarity == 0.49


def test_an_empty_gallery_founds_a_new_identity() -> None:
    [assignment] = RULE.assign([query("t")], warmth=0.0)

    assert assignment.outcome is Outcome.NEW
    assert assignment.similarity is None


def test_between_the_thresholds_it_stays_apart_and_asks() -> None:
    [assignment] = RULE.assign([query("t", Candidate("a", 0.6))], warmth=0.0)

    assert assignment.outcome is Outcome.ASK
    assert assignment.identity_id is None
    assert assignment.explanation["asks"] == "a"


def test_two_people_seen_together_are_never_the_same_identity() -> None:
    first, second = RULE.assign(
        [query("t1", Candidate("a", 0.95)), query("t2", Candidate("a", 0.9))], warmth=0.0
    )

    assert first.identity_id == "a"
    assert second.outcome is Outcome.NEW


def test_together_the_best_sum_wins_over_the_first_come() -> None:
    first, second = RULE.assign(
        [
            query("t1", Candidate("a", 0.90), Candidate("b", 0.88)),
            query("t2", Candidate("a", 0.89), Candidate("b", 0.70)),
        ],
        warmth=0.0,
    )

    assert (first.identity_id, second.identity_id) == ("b", "a")


def test_an_excluded_candidate_is_explained_but_never_taken() -> None:
    [assignment] = RULE.assign(
        [query("t", Candidate("a", 0.99, excluded="is on this camera now"))], warmth=0.0
    )

    assert assignment.outcome is Outcome.NEW
    assert assignment.explanation["candidates"][0]["excluded"] == "is on this camera now"


def test_centred_vectors_have_thresholds_of_their_own() -> None:
    [assignment] = RULE.assign([query("t", Candidate("a", 0.6))], warmth=0.2)

    assert assignment.identity_id == "a"


candidate_lists = st.lists(
    st.builds(
        Candidate,
        identity_id=st.sampled_from("abcdef"),
        similarity=st.floats(-1, 1),
        excluded=st.sampled_from([None, None, "elsewhere"]),
    ),
    max_size=6,
    unique_by=lambda each: each.identity_id,
)


@given(st.lists(candidate_lists, max_size=6))
def test_whatever_the_candidates_no_identity_is_given_twice(groups: list[list[Candidate]]) -> None:
    queries = [query(f"t{i}", *each) for i, each in enumerate(groups)]

    assignments = RULE.assign(queries, warmth=0.0)

    given_out = [each.identity_id for each in assignments if each.identity_id]
    assert len(given_out) == len(set(given_out))
    assert [each.tracklet_id for each in assignments] == [q.tracklet.id for q in queries]
    for each, candidates in zip(assignments, groups, strict=True):
        if each.outcome is Outcome.ACCEPT:
            match = next(c for c in candidates if c.identity_id == each.identity_id)
            assert match.similarity >= 0.7
            assert match.excluded is None
        else:
            assert each.identity_id is None
