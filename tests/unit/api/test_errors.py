"""Every failure has one shape, and tells no secrets."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from reid_service.api.guard import MAX_BODY_BYTES, Guard
from reid_service.errors import (
    Conflict,
    FrigateDenied,
    GalleryUnavailable,
    InvalidRequest,
    ModelError,
    NotFound,
    ReidError,
    StoreError,
)
from tests.unit.api.serving import Served


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotFound("There is no such person."), 404, "not_found"),
        (Conflict("Somebody was quicker."), 409, "conflict"),
        (InvalidRequest("That cannot be."), 422, "invalid_request"),
        (FrigateDenied("Frigate refuses."), 502, "frigate_denied"),
        (GalleryUnavailable("The index is away."), 503, "gallery_unavailable"),
        (StoreError("The disk is full."), 503, "store"),
        (ModelError("The model is broken."), 500, "model"),
    ],
)
def test_an_error_keeps_its_code_and_its_sentence(
    empty: Served, error: ReidError, status: int, code: str
) -> None:
    empty.commands.fails = error
    answer = empty.send("DELETE", "/api/identities/x", status=status)
    assert answer == {"code": code, "message": str(error)}


def test_an_unexpected_error_is_logged_and_not_told(
    empty: Served, caplog: pytest.LogCaptureFixture
) -> None:
    empty.commands.fails = ValueError("the secret recipe")
    response = empty.client.delete("/api/identities/x")
    assert response.status_code == 500
    assert response.json()["code"] == "internal"
    assert "recipe" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "the secret recipe" in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/nothing", 404, "not_found"),
        ("GET", "/api/identities/", 404, "not_found"),
        ("PUT", "/api/identities", 405, "method_not_allowed"),
        ("GET", "/api/identities/nobody", 404, "not_found"),
        ("GET", "/api/identities/nobody/route", 404, "not_found"),
        ("GET", "/api/identities/nobody/expected", 404, "not_found"),
        ("GET", "/api/identities/nobody/sightings", 404, "not_found"),
        ("GET", "/api/identities/nobody/templates", 404, "not_found"),
        ("GET", "/api/identities/nobody/history", 404, "not_found"),
        ("GET", "/api/sightings/none", 404, "not_found"),
        ("GET", "/api/sightings?identity=nobody", 404, "not_found"),
        ("GET", "/api/crops/none.jpg", 404, "not_found"),
        ("POST", "/api/decisions/none/undo", 404, "not_found"),
        ("GET", "/api/reviews/next?count=0", 422, "invalid_request"),
        ("GET", "/api/reviews/next?count=51", 422, "invalid_request"),
        ("GET", "/api/identities?limit=0", 422, "invalid_request"),
        ("GET", "/api/identities?limit=201", 422, "invalid_request"),
        ("GET", "/api/identities?state=sleeping", 422, "invalid_request"),
        ("GET", "/api/identities?day=yesterday", 422, "invalid_request"),
        ("GET", "/api/identities?day=9999-12-31", 422, "invalid_request"),
        ("GET", "/api/identities?cursor=x", 422, "invalid_request"),
        ("GET", "/api/identities?cursor=%C3%A9", 422, "invalid_request"),
        ("GET", "/api/sightings?cursor=W10", 422, "invalid_request"),
        ("GET", "/api/decisions?cursor=x", 422, "invalid_request"),
        ("GET", "/api/sightings?from=nan", 422, "invalid_request"),
        ("GET", "/api/sightings?from=2&to=1", 422, "invalid_request"),
        ("GET", "/api/sightings?identity=a&unassigned=true", 422, "invalid_request"),
        ("GET", "/api/sightings?event_id=a&camera=gate", 422, "invalid_request"),
        ("GET", "/api/identities/x%00y", 422, "invalid_request"),
        ("GET", f"/api/identities/{'x' * 201}", 422, "invalid_request"),
    ],
)
def test_a_bad_request_is_answered_with_a_sentence(
    empty: Served, method: str, path: str, status: int, code: str
) -> None:
    answer = empty.send(method, path, status=status)
    assert answer["code"] == code
    assert answer["message"].endswith(".")


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"null",
        b'{"name": 5}',
        b'{"hidden": "yes"}',
        b'{"colour": "red"}',
        b'{"name": "' + b"x" * 101 + b'"}',
        b'{"feature_crop_id": ""}',
        b'{"name": "\\ud800"}',
        b"{}",
        b'{"name": "\xff"}',
        b"[" * 100_000,
    ],
)
def test_a_body_that_does_not_fit_is_refused_before_anything_happens(
    empty: Served, body: bytes
) -> None:
    response = empty.client.patch(
        "/api/identities/x", content=body, headers={"Content-Type": "application/json"}
    )
    assert response.status_code == 422
    assert response.json()["code"] == "invalid_request"
    assert empty.commands.calls == []


def test_what_was_sent_is_not_repeated(empty: Served) -> None:
    answer = empty.send("PATCH", "/api/identities/x", {"name": ["Anna"]}, 422)
    assert answer["message"] == "body.name: Input should be a valid string."


def test_a_large_body_is_refused(empty: Served) -> None:
    body = {"sightings": ["x" * (MAX_BODY_BYTES + 1)]}
    answer = empty.send("POST", "/api/identities/x/split", body, 413)
    assert answer["code"] == "too_large"


def test_a_body_without_a_length_is_refused(empty: Served) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"{}"

    response = empty.client.patch("/api/identities/x", content=chunks())
    assert (response.status_code, response.json()["code"]) == (411, "length_required")


@pytest.mark.parametrize("path", ["/health", "/api/info", "/api/nothing", "/api/metrics"])
def test_every_answer_has_the_security_headers(empty: Served, path: str) -> None:
    headers = empty.client.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers
    assert "server" not in headers


def test_an_answer_that_breaks_off_is_not_answered_twice() -> None:
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        msg = "half way"
        raise ValueError(msg)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
    with pytest.raises(ValueError, match="half way"):
        asyncio.run(Guard(app)(scope, receive, send))
    assert [each["status"] for each in sent] == [200]
