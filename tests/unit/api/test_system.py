"""The service speaks of itself."""

from __future__ import annotations

from tests.fakes import MODEL
from tests.unit.api.serving import NOW_S, Served


def test_info_tells_versions_model_and_what_is_turned_on(empty: Served) -> None:
    assert empty.get("/api/info") == {
        "schema_version": 1,
        "min_schema_version": 1,
        "service_version": "0.1.0",
        "instance": "main",
        "instance_id": "5f6c2f0e-6d1b-4f0a-9f53-3a4b7d9f2c11",
        "capabilities": ["write_sub_label"],
        "frigate_instances": ["frigate"],
        "frigate_urls": {},
        "model": {"id": MODEL, "same": 0.7, "new": 0.5},
        "now_s": NOW_S,
    }


def test_health_tells_how_every_part_is(empty: Served) -> None:
    report = empty.get("/api/health")
    assert (report["status"], report["ready"]) == ("ok", True)
    assert report["mqtt"][0]["instance"] == "frigate"
    assert report["model"]["ms_per_crop"] == 6.25
    assert report["gallery"] == {"kind": "edge", "available": True, "points": 42}


def test_metrics_are_in_the_format_of_prometheus(empty: Served) -> None:
    response = empty.client.get("/api/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=")
    assert "frigate_reid_api_clients 0.0" in response.text


def test_openapi_is_served_and_every_operation_is_typed(empty: Served) -> None:
    document = empty.get("/api/openapi.json")
    untyped = [
        f"{method} {path}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for content in operation["responses"]["200"].get("content", {}).values()
        if not path.endswith((".jpg", ".mp4", "/metrics", "/picture", "/backup"))
        and "$ref" not in content["schema"]
    ]
    assert untyped == []
    assert "HTTPValidationError" not in document["components"]["schemas"]
