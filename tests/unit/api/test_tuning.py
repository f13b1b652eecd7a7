"""Settings over the API, and the topics `reviews` and `jobs`."""

from __future__ import annotations

from reid_service.associate.asking import Question
from reid_service.associate.evidence import Evidence
from reid_service.associate.policy import POLICIES, Band
from tests.storing import add_sighting, give_identity
from tests.unit.api.listening import ask, connected, next_message
from tests.unit.api.serving import Served


def test_band_and_pause_are_changed_one_by_one(served: Served) -> None:
    path = "/api/settings/matching"
    assert served.get(path) == {"band": "careful", "paused": False}
    assert served.send("PATCH", path, {"paused": True}) == {"band": "careful", "paused": True}
    assert served.send("PATCH", path, {"band": "eager"}) == {"band": "eager", "paused": True}
    assert served.send("PATCH", path, {}) == {"band": "eager", "paused": True}
    for wrong in ({"band": "wild"}, {"paused": 1}, {"speed": 3}):
        assert served.send("PATCH", path, wrong, 422)["code"] == "invalid_request"


def test_the_numbers_of_every_band_are_those_it_is_matched_by(served: Served) -> None:
    items = served.get("/api/settings/matching/bands")["items"]
    assert [each["band"] for each in items] == ["careful", "balanced", "eager"]
    for told in items:
        policy = POLICIES[Band(told["band"])]
        assert not policy.accepts(1.0 - told["wrong_links"] - 1e-9, firm=True)
        assert policy.accepts(1.0 - told["wrong_links"], firm=True)
        assert policy.accepts(1.0 - told["wrong_first_links"], firm=False)
        assert policy.merges(1.0 - told["wrong_merges"])
        assert policy.asks(told["ask_from"])
        assert told["questions_a_day"] == policy.questions_a_day


def test_another_number_of_open_questions_is_told(served: Served) -> None:
    with connected(served) as client:
        ask(client, id=1, type="subscribe", topics=["reviews"])
        event = {"type": "event", "topic": "reviews", "event": "reviews"}
        assert next_message(client) == {**event, "data": {"open": 0}}
        first = give_identity(served.store, add_sighting(served.store, "a"))
        other = give_identity(served.store, add_sighting(served.store, "b", start_s=300.0))
        doubt = Question((first, other), 0.8, (1, 1), Evidence(1.0, 0.0, 0.0, 0.5))
        served.doubts.asked.append(doubt)
        add_sighting(served.store, "c", start_s=600.0)
        assert next_message(client) == {**event, "data": {"open": 1}}
        served.send("POST", f"/api/reviews/{doubt.id}/answer", {"answer": "different"})
        assert next_message(client) == {**event, "data": {"open": 0}}


def test_every_step_of_a_job_is_told(served: Served) -> None:
    add_sighting(served.store, "a", start_s=900.0)
    with connected(served) as client:
        ask(client, id=1, type="subscribe", topics=["jobs"])
        request = {"sighting_ids": ["frigate:a"], "format": "json"}
        begun = served.send("POST", "/api/exports", request)
        told = [next_message(client) for _ in range(3)]
    assert {(each["topic"], each["event"]) for each in told} == {("jobs", "job")}
    assert told[0]["data"] == begun
    assert [each["data"]["state"] for each in told] == ["waiting", "running", "done"]
