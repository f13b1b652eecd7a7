"""Exports and rescans over the API."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import NOW_S, Served

_PATIENCE_S = 30.0


def _until(served: Served, job_id: str, *states: str) -> dict[str, Any]:
    until_s = time.monotonic() + _PATIENCE_S
    while True:
        job: dict[str, Any] = served.get(f"/api/jobs/{job_id}")
        if job["state"] in states or time.monotonic() > until_s:
            assert job["state"] in states, job
            return job
        time.sleep(0.02)


def test_an_export_becomes_a_file(served: Served) -> None:
    sighting = add_sighting(served.store, "a", start_s=900.0)
    somebody = give_identity(served.store, sighting)
    request = {"identity_id": somebody, "format": "json", "name": "for the police"}
    begun = served.send("POST", "/api/exports", request)
    assert (begun["kind"], begun["created_s"], begun["result"]) == ("export", NOW_S, None)
    job = _until(served, begun["id"], "done")
    assert (job["progress"], job["finished_s"], job["result"]["legs"]) == (1.0, NOW_S, 1)
    response = served.client.get(f"/api/exports/{job['id']}/file")
    assert response.headers["content-type"] == "application/json"
    assert response.headers["content-disposition"] == 'attachment; filename="export.json"'
    assert response.json()["name"] == "for the police"
    assert [each["sighting_id"] for each in response.json()["legs"]] == [sighting.id]
    part = served.client.get(f"/api/exports/{job['id']}/file", headers={"Range": "bytes=0-3"})
    assert (part.status_code, len(part.content)) == (206, 4)

    assert served.send("DELETE", f"/api/jobs/{job['id']}")["state"] == "done"
    assert served.get(f"/api/exports/{job['id']}/file", 404)["code"] == "not_found"
    assert served.get("/api/jobs")["items"] == []


@pytest.mark.parametrize(
    ("request_body", "status"),
    [
        ({}, 422),
        ({"identity_id": "x", "sighting_ids": ["frigate:a"]}, 422),
        ({"identity_id": "nobody"}, 404),
        ({"sighting_ids": ["frigate:nowhere"]}, 404),
        ({"sighting_ids": []}, 422),
        ({"search_id": "nothing"}, 404),
        ({"sighting_ids": ["frigate:a"], "format": "avi"}, 422),
        ({"sighting_ids": ["frigate:a"], "format": "json", "blur_others": True}, 422),
        ({"sighting_ids": ["frigate:a"], "format": "frigate_case", "pseudonymise": True}, 422),
    ],
)
def test_an_export_that_makes_no_sense_is_refused(
    served: Served, request_body: dict[str, Any], status: int
) -> None:
    add_sighting(served.store, "a", start_s=900.0)
    served.send("POST", "/api/exports", request_body, status)
    assert served.get("/api/jobs")["items"] == []


def test_a_span_without_sightings_is_told(served: Served) -> None:
    somebody = give_identity(served.store, add_sighting(served.store, "a", start_s=900.0))
    request = {"identity_id": somebody, "from_s": 1.0, "to_s": 2.0}
    assert "Nobody was seen" in served.send("POST", "/api/exports", request, 422)["message"]
    request = {"identity_id": somebody, "from_s": 2.0, "to_s": 1.0}
    assert "Exchange" in served.send("POST", "/api/exports", request, 422)["message"]


def test_a_search_is_exported_by_what_was_confirmed(served: Served) -> None:
    add_sighting(served.store, "a", start_s=900.0)
    search = served.send("POST", "/api/searches", {"sighting_id": "frigate:a"})
    begun = served.send("POST", "/api/exports", {"search_id": search["id"], "format": "picture"})
    job = _until(served, begun["id"], "done")
    assert served.client.get(f"/api/exports/{job['id']}/file").content[:2] == b"\xff\xd8"


def test_the_legs_of_a_search_are_exported_in_their_order(served: Served) -> None:
    for name, start_s in (("a", 900.0), ("b", 950.0), ("c", 980.0), ("d", 990.0)):
        add_sighting(served.store, name, start_s=start_s)
    search = served.send("POST", "/api/searches", {"sighting_id": "frigate:a"})
    labels = {"ticks": ["frigate:b", "frigate:c"], "unsure": ["frigate:d"]}
    served.send("POST", f"/api/searches/{search['id']}/labels", labels)
    # Of whom nobody is sure is shown, but does not leave the house.
    legs = {"legs": ["frigate:c", "frigate:d", "frigate:a"]}
    served.send("PUT", f"/api/searches/{search['id']}/legs", legs)
    begun = served.send("POST", "/api/exports", {"search_id": search["id"], "format": "json"})
    job = _until(served, begun["id"], "done")
    route = served.client.get(f"/api/exports/{job['id']}/file").json()
    assert [leg["event_id"] for leg in route["legs"]] == ["c", "a"]
    request = {"sighting_ids": ["frigate:c", "frigate:a"], "format": "json"}
    job = _until(served, served.send("POST", "/api/exports", request)["id"], "done")
    route = served.client.get(f"/api/exports/{job['id']}/file").json()
    assert [leg["event_id"] for leg in route["legs"]] == ["a", "c"]


def test_a_film_of_footage_that_is_gone_says_so(served: Served) -> None:
    add_sighting(served.store, "a", start_s=900.0)
    begun = served.send("POST", "/api/exports", {"sighting_ids": ["frigate:a"]})
    job = _until(served, begun["id"], "failed")
    assert job["message"] == "Frigate has no recording of any of these sightings any more."
    assert served.get(f"/api/exports/{job['id']}/file", 404)["code"] == "not_found"


def test_a_rescan_is_planned_run_and_cancelled(served: Served) -> None:
    span = {"from_s": 0.0, "to_s": 500.0}
    planned = served.send("POST", "/api/rescans", {**span, "dry_run": True})
    found = _until(served, planned["id"], "done")["result"]
    assert found == {"events": 3, "known": 1, "estimate_s": 0.4}
    begun = served.send("POST", "/api/rescans", {**span, "cameras": ["gate"]})
    _until(served, begun["id"], "running")
    assert served.send("DELETE", f"/api/jobs/{begun['id']}")["state"] == "cancelled"
    job = served.get(f"/api/jobs/{begun['id']}")
    assert (job["state"], job["finished_s"]) == ("cancelled", NOW_S)


def test_a_rescan_of_what_cannot_be_is_refused(served: Served) -> None:
    for span in ({"from_s": 5.0, "to_s": 4.0}, {"from_s": NOW_S + 1.0, "to_s": NOW_S + 2.0}):
        assert served.send("POST", "/api/rescans", span, 422)["code"] == "invalid_request"
    other = {"from_s": 0.0, "to_s": 5.0, "frigate_instance": "barn"}
    assert "no such Frigate" in served.send("POST", "/api/rescans", other, 404)["message"]


def test_jobs_are_listed_newest_first_by_kind(served: Served) -> None:
    add_sighting(served.store, "a", start_s=900.0)
    export = {"sighting_ids": ["frigate:a"], "format": "json"}
    ids = [served.send("POST", "/api/exports", export)["id"] for _ in range(3)]
    plan = {"from_s": 0.0, "to_s": 5.0, "dry_run": True}
    rescan = served.send("POST", "/api/rescans", plan)["id"]
    first = served.get("/api/jobs", kind="export", limit=2)
    second = served.get("/api/jobs", kind="export", limit=2, cursor=first["cursor"])
    listed = [each["id"] for each in first["items"] + second["items"]]
    assert listed == ids[::-1]
    assert [each["id"] for each in served.get("/api/jobs", kind="rescan")["items"]] == [rescan]
    assert served.get("/api/jobs/none", 404)["code"] == "not_found"
    assert served.send("DELETE", "/api/jobs/none", status=404)["code"] == "not_found"
