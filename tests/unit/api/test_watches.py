"""Being told when somebody is seen again, over the API."""

from __future__ import annotations

from reid_service.storage.watches import Watch
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import NOW_S, Served


def test_a_wish_is_made_listed_and_ended(served: Served) -> None:
    somebody = give_identity(served.store, add_sighting(served.store, "a"))
    path = f"/api/identities/{somebody}/watch"
    wish = served.send("PUT", path, {"until_s": NOW_S + 60.0})
    assert wish == {
        "identity_id": somebody,
        "identity_label": "Person 1",
        "since_s": NOW_S,
        "until_s": NOW_S + 60.0,
    }
    assert served.get("/api/watches") == {"items": [wish], "ended": []}
    assert served.send("DELETE", path) == {"identity_id": somebody}
    assert served.get("/api/watches") == {"items": [], "ended": []}


def test_a_wish_that_is_over_is_told_as_such(served: Served) -> None:
    somebody = give_identity(served.store, add_sighting(served.store, "a"))
    with served.store.write() as session:
        session.watches.put(Watch(somebody, NOW_S - 90.0, NOW_S - 30.0))
    answer = served.get("/api/watches")
    assert answer["items"] == []
    assert [(e["identity_id"], e["until_s"]) for e in answer["ended"]] == [(somebody, NOW_S - 30.0)]
