"""Questions that only a person can settle."""

from __future__ import annotations

import pytest

from reid_service.api.weighing import weighed
from reid_service.associate.asking import Question
from reid_service.associate.evidence import Evidence
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import Served

DOUBTFUL = Evidence(appearance=1.5, time_place=-0.5, face=0.0, likeness=0.4)


def _people(served: Served, names: str) -> list[str]:
    return [give_identity(served.store, add_sighting(served.store, name)) for name in names]


def _ask(served: Served, first: str, second: str) -> str:
    question = Question((first, second), 0.88, (1, 2), DOUBTFUL)
    served.doubts.asked.append(question)
    return question.id


def _kinds(served: Served) -> list[str]:
    return [each["kind"] for each in served.get("/api/decisions")["items"]]


def test_without_doubts_nothing_is_asked(empty: Served) -> None:
    assert empty.get("/api/reviews/next") == {"items": [], "open": 0}


def test_a_question_shows_the_two_and_what_speaks_for_them(served: Served) -> None:
    anna, ben = _people(served, "ab")
    question_id = _ask(served, anna, ben)
    answer = served.get("/api/reviews/next")
    [review] = answer["items"]
    assert answer["open"] == 1
    assert (review["id"], review["probability"], review["sightings"]) == (question_id, 0.88, 1)
    listed = {each["id"]: each for each in served.get("/api/identities")["items"]}
    assert (review["a"], review["b"]) == (listed[anna], listed[ben])
    assert review["terms"] == [each.model_dump() for each in weighed(DOUBTFUL)]
    assert review["group"] == [anna, ben]


def test_a_question_tells_where_the_two_come_closest_in_time(served: Served) -> None:
    seen = {
        event: add_sighting(served.store, event, camera=camera, start_s=start_s)
        for event, camera, start_s in (
            ("a1", "gate", 100.0),
            ("a2", "gate", 900.0),
            ("b1", "yard", 300.0),
            ("b2", "driveway", 958.0),
        )
    }
    anna, ben = (give_identity(served.store, seen[each]) for each in ("a1", "b1"))
    give_identity(served.store, seen["a2"], anna)
    give_identity(served.store, seen["b2"], ben)
    _ask(served, ben, anna)
    [review] = served.get("/api/reviews/next")["items"]
    assert review["nearest"] == {
        "from_sighting_id": seen["a2"].id,
        "from_instance": "frigate",
        "from_camera": "gate",
        "to_sighting_id": seen["b2"].id,
        "to_instance": "frigate",
        "to_camera": "driveway",
        "gap_s": seen["b2"].start_s - seen["a2"].last_seen_s,
    }


def test_the_most_worthwhile_ones_come_first_as_many_as_wanted(served: Served) -> None:
    people = _people(served, "abcdefg")
    asked = [_ask(served, people[0], other) for other in people[1:]]
    usual, few = served.get("/api/reviews/next"), served.get("/api/reviews/next", count=2)
    assert [each["id"] for each in usual["items"]] == asked[:5]
    assert [each["id"] for each in few["items"]] == asked[:2]
    assert usual["open"] == few["open"] == 6


def test_a_group_hangs_together_by_questions_also_by_those_not_shown(served: Served) -> None:
    a, b, c, d, e, f = _people(served, "abcdef")
    for pair in ((a, b), (e, f), (c, d), (b, c)):
        _ask(served, *pair)
    groups = [set(each["group"]) for each in served.get("/api/reviews/next", count=3)["items"]]
    assert groups == [{a, b, c, d}, {e, f}, {a, b, c, d}]


def test_who_was_forgotten_in_between_is_not_asked_about(served: Served) -> None:
    anna, ben, cleo = _people(served, "abc")
    _ask(served, anna, "11111111-1111-4111-8111-111111111111")
    kept = _ask(served, ben, cleo)
    [review] = served.get("/api/reviews/next", count=1)["items"]
    assert review["id"] == kept


def test_more_than_a_day_asks_is_to_be_had_for_the_asking(served: Served) -> None:
    people = _people(served, "abcd")
    asked = [_ask(served, people[0], other) for other in people[1:]]
    served.doubts.a_day = 1
    assert [each["id"] for each in served.get("/api/reviews/next")["items"]] == asked[:1]
    answer = served.get("/api/reviews/next", more="true")
    assert [each["id"] for each in answer["items"]] == asked
    assert answer["open"] == 3


def test_a_group_is_settled_by_one_answer(served: Served) -> None:
    anna, ben, cleo = _people(served, "abc")
    question_id = _ask(served, anna, ben)
    _ask(served, ben, cleo)
    body = {"answer": "same", "also": [cleo]}
    answer = served.send("POST", f"/api/reviews/{question_id}/answer", body)
    assert (answer["identity"]["id"], answer["identity"]["sightings"]) == (anna, 3)
    assert len(answer["decision_ids"]) == 1


def test_same_makes_them_one(served: Served) -> None:
    anna, ben = _people(served, "ab")
    question_id = _ask(served, anna, ben)
    answer = served.send("POST", f"/api/reviews/{question_id}/answer", {"answer": "same"})
    assert (answer["identity"]["id"], answer["identity"]["sightings"]) == (anna, 2)
    assert served.get(f"/api/identities/{ben}")["id"] == anna
    assert _kinds(served)[0] == "merge"
    assert served.get("/api/reviews/next")["open"] == 0


def test_different_keeps_them_two_and_can_be_undone(served: Served) -> None:
    anna, ben = _people(served, "ab")
    question_id = _ask(served, anna, ben)
    answer = served.send("POST", f"/api/reviews/{question_id}/answer", {"answer": "different"})
    assert answer["identity"]["id"] == anna
    assert _kinds(served)[0] == "distinguish"
    with served.store.read() as session:
        assert session.identities.resolve(anna).distinct_from == (ben,)
    [decision_id] = answer["decision_ids"]
    served.send("POST", f"/api/decisions/{decision_id}/undo")
    with served.store.read() as session:
        assert session.identities.told_apart() == []


def test_both_are_told_in_their_history_that_they_are_two(served: Served) -> None:
    anna, ben = _people(served, "ab")
    question_id = _ask(served, anna, ben)
    served.send("POST", f"/api/reviews/{question_id}/answer", {"answer": "different"})
    for each in (anna, ben):
        kinds = [one["kind"] for one in served.get(f"/api/identities/{each}/history")["items"]]
        assert kinds == ["distinguish", "assign"]


def test_unsure_moves_nobody_and_can_be_undone(served: Served) -> None:
    anna, ben = _people(served, "ab")
    question_id = _ask(served, anna, ben)
    answer = served.send("POST", f"/api/reviews/{question_id}/answer", {"answer": "unsure"})
    assert answer["identity"]["id"] == anna
    assert {each["id"] for each in served.get("/api/identities")["items"]} == {anna, ben}
    assert _kinds(served) == ["unsure", "assign", "assign"]
    [decision_id] = answer["decision_ids"]
    served.send("POST", f"/api/decisions/{decision_id}/undo")
    with served.store.read() as session:
        assert session.identities.unsure() == []


@pytest.mark.parametrize(
    "body",
    [{}, {"answer": "perhaps"}, {"answer": None}, {"answer": 1}, {"answer": "same", "also": 7}],
)
def test_an_answer_is_one_of_three(empty: Served, body: object) -> None:
    answer = empty.send("POST", "/api/reviews/any/answer", body, 422)
    assert answer["code"] == "invalid_request"


def test_a_question_that_is_settled_is_not_found(empty: Served) -> None:
    empty.send("POST", "/api/reviews/any/answer", {"answer": "same"}, 404)
