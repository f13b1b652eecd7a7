"""Reading a running service."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, ClassVar

import pytest

from reid_service.evaluation.site_client import SiteClient


class _Answers(BaseHTTPRequestHandler):
    bodies: ClassVar[dict[str, list[bytes]]] = {}
    tokens: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        self.tokens.append(self.headers.get("Authorization"))
        waiting = self.bodies[self.path.partition("?")[0]]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(waiting.pop(0))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def client() -> Iterator[SiteClient]:
    server = HTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    client = SiteClient(f"http://127.0.0.1:{server.server_port}", "secret")
    yield client
    client.close()
    server.shutdown()
    thread.join()
    server.server_close()


def answer(path: str, *bodies: Any) -> None:
    _Answers.bodies[path] = [
        each if isinstance(each, bytes) else json.dumps(each).encode() for each in bodies
    ]


def test_while_the_service_is_silent_the_last_number_stands(client: SiteClient) -> None:
    answer("/api/health", {"messages_settled": 7}, b"starting", {"messages_settled": 9})

    assert [client.messages_settled() for _ in range(3)] == [7, 7, 9]


def test_the_token_goes_along(client: SiteClient) -> None:
    answer("/api/info", {})

    client.get("/api/info")

    assert _Answers.tokens[-1] == "Bearer secret"


def test_pages_are_followed_to_the_end(client: SiteClient) -> None:
    answer(
        "/api/sightings",
        {"items": [{"id": 1}, {"id": 2}], "cursor": "next"},
        {"items": [{"id": 3}], "cursor": None},
    )

    assert [each["id"] for each in client.pages("/api/sightings")] == [1, 2, 3]


def test_a_wait_ends_when_the_condition_holds_or_the_time_is_up(client: SiteClient) -> None:
    answer("/api/health", {"ready": False}, {"ready": True})

    assert client.wait_until_ready(10.0)
    assert not client.wait(lambda _: True, 0.0)


METRICS = b"""# TYPE latency histogram
latency_bucket{le="0.1"} 5
latency_bucket{le="0.2"} 10
latency_bucket{le="+Inf"} 10
latency_sum 1
latency_count 10
"""


@pytest.mark.parametrize(("share", "value"), [(0.25, 0.05), (0.5, 0.1), (0.75, 0.15), (1.0, 0.2)])
def test_a_quantile_is_linear_within_its_bucket(
    client: SiteClient, share: float, value: float
) -> None:
    answer("/api/metrics", METRICS)

    assert client.quantile("latency", share) == pytest.approx(value)


def test_a_metric_without_data_has_no_quantile(client: SiteClient) -> None:
    answer("/api/metrics", METRICS)

    assert client.quantile("other", 0.5) is None
