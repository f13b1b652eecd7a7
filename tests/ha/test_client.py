"""The client by itself: addresses, pauses, and answers that make no sense."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from custom_components.frigate_reid.client import CannotConnect, NotFound, ReidClient
from custom_components.frigate_reid.client.backoff import Backoff
from custom_components.frigate_reid.client.rest import service_url

from .service import TOKEN, FakeService


@pytest.fixture
async def session(socket_enabled: None) -> AsyncIterator[aiohttp.ClientSession]:
    """A session as Home Assistant would lend."""
    async with aiohttp.ClientSession() as found:
        yield found


@pytest.fixture
async def bare(socket_enabled: None) -> AsyncIterator[FakeService]:
    """A service without a Home Assistant."""
    fake = FakeService(now_s=0.0)
    await fake.start()
    yield fake
    await fake.stop()


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("http://reid.lan:8674", "http://reid.lan:8674"),
        (" https://reid.lan/behind/a/proxy/ ", "https://reid.lan/behind/a/proxy"),
        ("http://reid.lan?x=1#y", "http://reid.lan"),
    ],
)
def test_an_address_is_taken_as_people_write_it(text: str, url: str) -> None:
    assert str(service_url(text)).rstrip("/") == url


def test_pauses_double_up_to_a_bound_and_begin_again() -> None:
    pauses = Backoff(draw=lambda: 0.5, first_s=1.0, most_s=4.0)
    assert [pauses.next_s() for _ in range(4)] == [0.75, 1.5, 3.0, 3.0]
    pauses.reset()
    assert pauses.next_s() == 0.75


@pytest.mark.parametrize(
    "answer",
    [
        web.Response(text="<html>"),
        web.json_response([]),
        web.json_response({"schema_version": 1}),
        web.Response(status=302, headers={"Location": "/login"}),
    ],
    ids=["no json", "a list", "half of it", "a login"],
)
async def test_something_else_that_answers_is_not_the_service(
    session: aiohttp.ClientSession, bare: FakeService, answer: web.Response
) -> None:
    bare.failures["/api/info"] = answer
    with pytest.raises(CannotConnect):
        await ReidClient(session, bare.url, TOKEN).info()


async def test_a_failure_without_a_shape_is_a_failure(
    session: aiohttp.ClientSession, bare: FakeService
) -> None:
    bare.failures["/api/info"] = web.Response(status=404, text="no json")
    with pytest.raises(NotFound, match="status 404"):
        await ReidClient(session, bare.url, TOKEN).info()


async def test_a_list_has_more_than_one_page(
    session: aiohttp.ClientSession, bare: FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(5):
        bare.add_identity(f"id-{number}")

    def page(request: web.Request, _: object) -> dict[str, object]:
        start = int(request.query.get("cursor", 0))
        items = list(bare.identities.values())[start : start + 2]
        return {"items": items, "cursor": str(start + 2) if start < 4 else None}

    monkeypatch.setattr(bare, "_list_identities", page)
    found = await ReidClient(session, bare.url, TOKEN).identities("all")
    assert [each.id for each in found] == [f"id-{number}" for number in range(5)]


async def test_before_the_first_picture_there_is_no_time(
    session: aiohttp.ClientSession, bare: FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = ReidClient(session, bare.url, TOKEN)
    assert await client.embed_ms() == 10.0
    monkeypatch.setattr(bare, "_metrics", lambda *_: web.Response(text=""))
    assert await client.embed_ms() is None


@pytest.mark.parametrize("greeting", ["no json", "[]", '{"type": "hello"}'])
async def test_a_socket_that_greets_otherwise_is_not_the_service(
    session: aiohttp.ClientSession, socket_enabled: None, greeting: str
) -> None:
    async def greet(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_str(greeting)
        await socket.close()
        return socket

    app = web.Application()
    app.router.add_get("/api/ws", greet)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        with pytest.raises(CannotConnect):
            async with ReidClient(session, url, TOKEN).stream():
                pass
        with pytest.raises(CannotConnect):
            async with ReidClient(session, f"{url}/elsewhere", TOKEN).stream():
                pass
    finally:
        await runner.cleanup()


async def test_a_subscription_that_is_never_answered_is_a_lost_connection(
    session: aiohttp.ClientSession, bare: FakeService
) -> None:
    async with ReidClient(session, bare.url, TOKEN).stream() as stream:
        assert await stream.subscribe(["identities"])
        await bare.hang_up()
        with pytest.raises(CannotConnect):
            await stream.subscribe(["sightings"])


async def test_events_before_an_answer_are_kept(
    session: aiohttp.ClientSession, bare: FakeService
) -> None:
    bare.add_identity("anna", name="Anna")
    async with ReidClient(session, bare.url, TOKEN).stream() as stream:
        await stream.subscribe(["identities"])
        await bare.changed("updated", "anna")
        await bare.push("plan", "plan_changed", {})
        await stream.subscribe(["reviews"])
        await bare.hang_up()
        kinds = [type(each).__name__ async for each in stream.events()]
    assert kinds == ["IdentityChanged", "PlanChanged"]
