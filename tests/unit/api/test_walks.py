"""The walk test over the API."""

from __future__ import annotations

from reid_service.associate.edges import Edge
from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import NOW_S, Served


def test_a_walk_is_timed_beside_what_was_learned(served: Served) -> None:
    assert served.get("/api/walk-test") == {
        "started_s": None,
        "ended_s": None,
        "people": 0,
        "legs": [],
        "steps": [],
    }
    add_sighting(served.store, "before", start_s=NOW_S - 500.0)
    begun = served.send("POST", "/api/walk-test")
    assert (begun["started_s"], begun["ended_s"], begun["legs"]) == (NOW_S, None, [])
    # The clock stands still: in sight at that very moment.
    anna = give_identity(
        served.store, add_sighting(served.store, "a", camera="gate", start_s=NOW_S - 8.0)
    )
    again = add_sighting(served.store, "b", camera="gate", start_s=NOW_S - 4.0)
    give_identity(served.store, again, anna)
    give_identity(served.store, add_sighting(served.store, "c", camera="door", start_s=NOW_S))
    served.ways.known.append(Edge(("frigate/gate", "frigate/door"), 4.0, 0.0, (1.0, 2.0, 3.0)))
    done = served.send("POST", "/api/walk-test/stop")
    assert done["ended_s"] == NOW_S
    assert [each["camera"] for each in done["legs"]] == ["gate", "gate", "door"]
    assert done["people"] == 2
    [step] = done["steps"]
    assert (step["learned"]["from_camera"], step["learned"]["to_camera"]) == ("gate", "door")
    assert (step["learned"]["count"], step["learned"]["p50_s"]) == (4, 2.0)
    assert step["walked_s"] == -6.0
    served.send("POST", "/api/walk-test/stop", status=409)
