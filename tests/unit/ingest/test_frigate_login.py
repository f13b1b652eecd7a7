"""Logging in to Frigate, and which addresses and certificates are accepted."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from reid_service.errors import (
    FrigateDenied,
    FrigateUnreachable,
    SettingsError,
)
from reid_service.ingest.frigate import FrigateClient
from reid_service.ingest.versions import FrigateVersion
from reid_service.settings import FrigateSettings
from tests.brokers import make_certificate
from tests.frigate_messages import EVENT_ID
from tests.unit.ingest.clients import client_of
from tests.unit.ingest.fake_frigate import FakeFrigate, Reply, Request, as_json, serving

EVENT = f"/events/{EVENT_ID}"
USER = ("reid", "a long secret")


def login(password: str = USER[1]) -> dict[str, Any]:
    return {"username": USER[0], "password": SecretStr(password)}


@pytest.fixture
def guarded() -> Iterator[FakeFrigate]:
    with serving(FakeFrigate(user=USER)) as fake:
        yield fake


def test_a_login_is_made_when_frigate_asks_for_it_and_kept(guarded: FakeFrigate) -> None:
    with client_of(guarded, **login()) as client:
        client.version()
        client.version()
    assert guarded.logins == 1


def test_no_login_is_made_where_none_is_asked_for(frigate: FakeFrigate) -> None:
    with client_of(frigate, **login()) as client:
        client.version()
    assert frigate.logins == 0


def test_a_renewed_cookie_is_used_from_then_on(guarded: FakeFrigate) -> None:
    renewal = {"Set-Cookie": "frigate_token=renewed; HttpOnly; Path=/; Secure"}
    guarded.on("/config", Reply(200, b'{"cameras":{}}', renewal))
    with client_of(guarded, **login()) as client:
        client.config()
        guarded.cookie = "renewed"
        client.version()
    assert guarded.logins == 1


def test_an_expired_cookie_leads_to_one_new_login(guarded: FakeFrigate) -> None:
    with client_of(guarded, **login()) as client:
        client.version()
        guarded.cookie = "another secret since a restart"
        client.version()
    assert guarded.logins == 2


def test_many_threads_log_in_once(guarded: FakeFrigate) -> None:
    guarded.on(f"{EVENT}/thumbnail.jpg", Reply(200, b"picture"))
    with client_of(guarded, **login()) as client, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: client.thumbnail(EVENT_ID), range(40)))
    assert found == [b"picture"] * 40
    assert guarded.logins == 1


def test_writes_survive_an_expired_cookie(guarded: FakeFrigate) -> None:
    guarded.on(f"{EVENT}/retain", as_json({"success": True}))
    with client_of(guarded, **login()) as client:
        client.version()
        guarded.cookie = None
        client.retain(EVENT_ID, keep=True)
    assert guarded.logins == 2


def test_a_wrong_password_is_said_and_not_tried_again_at_once(
    guarded: FakeFrigate, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), client_of(guarded, **login("mistyped")) as client:
        with pytest.raises(FrigateDenied, match=r"check frigate\.username and password$"):
            client.version()
        with pytest.raises(FrigateDenied, match=r"next attempt in \d+ s") as caught:
            client.version()
    assert guarded.logins == 1
    assert "mistyped" not in caplog.text + str(caught.value)


def test_a_login_that_fails_for_a_moment_is_not_a_wrong_password(guarded: FakeFrigate) -> None:
    failures = [Reply(502)]
    answer = guarded.answer

    def failing(request: Request) -> Reply:
        return failures.pop() if request.path == "/login" and failures else answer(request)

    guarded.answer = failing  # type: ignore[method-assign]  # one failure before the real thing
    with client_of(guarded, **login()) as client:
        client.version()
    assert guarded.logins == 1


# TLS and addresses


def test_a_self_signed_certificate_is_accepted_as_authority_or_on_request(tmp_path: Path) -> None:
    cert, key = make_certificate(tmp_path)
    with serving(FakeFrigate(), (cert, key)) as frigate:
        with (
            client_of(frigate) as client,
            pytest.raises(FrigateUnreachable, match=r"frigate\.ca_file or verify_tls"),
        ):
            client.version()
        with client_of(frigate, ca_file=cert) as client:
            assert client.version() == FrigateVersion(0, 17)
        with client_of(frigate, verify_tls=False) as client:
            assert client.version() == FrigateVersion(0, 17)


@pytest.mark.parametrize("url", ["frigate:5000", "ftp://a", "http://", "http://u:p@host:5000"])
def test_an_unusable_address_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(SettingsError, match=r"frigate\.url must look like") as caught:
        FrigateClient(FrigateSettings(url=url))
    assert "u:p" not in str(caught.value)


def test_a_missing_authority_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ca_file does not exist"):
        FrigateClient(FrigateSettings(ca_file=tmp_path / "none.pem"))


@pytest.mark.parametrize("ending", ["", "/", "/api", "/api/"])
def test_the_address_may_end_as_people_write_it(frigate: FakeFrigate, ending: str) -> None:
    with client_of(frigate, url=frigate.url + ending) as client:
        client.version()
    assert frigate.requests[0].path == "/version"
