"""Nobody gets in without the token."""

from __future__ import annotations

import httpx
import pytest
from fastapi import FastAPI

from reid_service.api.auth import BearerToken
from reid_service.errors import SettingsError
from tests.unit.api.serving import TOKEN, Served

WRONG = (
    None,
    "",
    "Bearer",
    "Bearer wrong",
    f"Bearer {TOKEN}x",
    f"Bearer {TOKEN[:-1]}",
    f"Basic {TOKEN}",
    TOKEN,
    "Bearer \xe9",
)


def _anonymous(empty: Served) -> httpx.Client:
    return httpx.Client(base_url=empty.client.base_url, timeout=30.0)


@pytest.mark.parametrize("header", WRONG)
def test_whoever_lacks_the_token_is_refused(empty: Served, header: str | None) -> None:
    headers = {} if header is None else {b"Authorization": header.encode("latin-1")}
    with _anonymous(empty) as client:
        response = client.get("/api/info", headers=headers)
    assert response.status_code == 401
    assert response.json()["code"] == "unauthorized"
    assert response.headers["www-authenticate"] == "Bearer"


def test_the_scheme_is_known_in_any_case(empty: Served) -> None:
    with _anonymous(empty) as client:
        response = client.get("/api/info", headers={"Authorization": f"bearer {TOKEN}"})
    assert response.status_code == 200


def test_every_operation_but_the_liveness_needs_the_token(empty: Served) -> None:
    document = empty.get("/api/openapi.json")
    open_to_all = []
    with _anonymous(empty) as client:
        for path, methods in document["paths"].items():
            for method, operation in methods.items():
                status = client.request(method, path).status_code
                assert status in {200, 401}
                assert (status == 401) == bool(operation.get("security")), path
                if status == 200:
                    open_to_all.append(path)
    assert open_to_all == ["/health"]


def test_the_liveness_says_nothing_but_ok(empty: Served) -> None:
    with _anonymous(empty) as client:
        response = client.get("/health")
    assert response.json() == {"status": "ok"}


@pytest.mark.parametrize("path", ["/api/openapi.json", "/docs", "/api/nothing", "/health/", "/x"])
def test_what_exists_is_no_business_of_strangers(empty: Served, path: str) -> None:
    with _anonymous(empty) as client:
        assert client.get(path).status_code == 401


def test_a_malformed_body_of_a_stranger_is_not_looked_at(empty: Served) -> None:
    with _anonymous(empty) as client:
        response = client.patch("/api/identities/x", content=b"{")
    assert response.status_code == 401


def test_an_empty_token_is_no_token() -> None:
    with pytest.raises(SettingsError, match="empty"):
        BearerToken(FastAPI(), "")
