"""Queues between the bus and the clients."""

from __future__ import annotations

import asyncio

from reid_service.api.frames import Topic
from reid_service.api.hub import Client, Hub
from reid_service.bus import Bus
from tests.unit.api.listening import renamed


def test_a_full_queue_says_so_and_keeps_what_is_in_it() -> None:
    async def fill() -> tuple[bool, bool, list[str]]:
        client = Client(2)
        client.put("1")
        client.put("2")
        before = client.fell_behind.is_set()
        client.put("3")
        return before, client.fell_behind.is_set(), [await client.get(), await client.get()]

    assert asyncio.run(fill()) == (False, True, ["1", "2"])


def test_an_event_before_the_start_or_after_the_stop_goes_nowhere() -> None:
    bus = Bus()
    hub = Hub(bus)
    bus.publish(renamed("too early"))

    async def one() -> tuple[str, int]:
        hub.start(asyncio.get_running_loop())
        bus.publish(renamed("nobody is there"))
        client = hub.join()
        client.topics.add(Topic.IDENTITIES)
        bus.publish(renamed("Anna"))
        message = await client.get()
        hub.stop()
        bus.publish(renamed("too late"))
        await asyncio.sleep(0)
        return message, client._queue.qsize()

    message, left = asyncio.run(one())
    assert '"identity_label":"Anna"' in message
    assert left == 0


def test_an_event_for_a_closed_loop_is_let_go() -> None:
    bus = Bus()
    hub = Hub(bus)

    async def begin() -> None:
        hub.join().topics.add(Topic.IDENTITIES)
        hub.start(asyncio.get_running_loop())

    asyncio.run(begin())
    hub._on_event(renamed("nobody hears"))
