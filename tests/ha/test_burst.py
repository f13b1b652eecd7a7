"""What a burst of events costs Home Assistant: measured and printed, by `scripts/bench ha`."""

from __future__ import annotations

import asyncio
import json
import statistics
import threading
import time
from collections.abc import Iterator

import pytest
from homeassistant.core import HomeAssistant
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.frigate_reid.const import DOMAIN

from .service import INSTANCE_ID, NOW_S, TOKEN, FakeService, until

PEOPLE, STRANGERS, CAMERAS, EVENTS = 10, 20, 8, 1000
TICK_S = 0.001


class _Neighbour:
    """A service in a thread of its own: its work is not Home Assistant's."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.service = FakeService(now_s=NOW_S)
        for number in range(PEOPLE):
            self.service.add_identity(f"known-{number}", name=f"Known {number}", exposed=True)
        for number in range(STRANGERS):
            self.service.add_identity(f"stranger-{number}")
        self._thread = threading.Thread(target=self.loop.run_forever)

    def start(self) -> None:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.service.start(), self.loop).result(10)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self.service.stop(), self.loop).result(20)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(10)
        self.loop.close()

    def burst(self) -> None:
        """A second of events; written before, so that only sending takes time."""
        texts = [self._event(number) for number in range(EVENTS)]

        async def send() -> None:
            for start in range(0, EVENTS, 50):
                for text in texts[start : start + 50]:
                    await self.service.sockets[0].send_str(text)
                await asyncio.sleep(0.05)

        asyncio.run_coroutine_threadsafe(send(), self.loop)

    def _event(self, number: int) -> str:
        identities = list(self.service.identities.values())
        identity = identities[number % len(identities)]
        camera = f"camera-{number // len(identities) % CAMERAS}"
        at_s = NOW_S + number / 1000
        data = {
            "schema_version": 1,
            "phase": "firm" if number % 7 == 6 else "updated",
            "tracklet_id": f"frigate:{identity['id']}-{camera}",
            "frigate_instance": "frigate",
            "event_id": f"{identity['id']}-{camera}",
            "camera": camera,
            "identity_id": identity["id"],
            "identity_label": identity["label"],
            "named": identity["name"] is not None,
            "start_s": at_s,
            "last_seen_s": at_s,
            "outcome": "accept",
            "similarity": 0.8,
            "crop_id": f"crop-{number}",
        }
        return json.dumps(
            {"type": "event", "topic": "sightings", "event": "sighting", "data": data}
        )


@pytest.fixture
def neighbour(socket_enabled: None) -> Iterator[_Neighbour]:
    """A service beside."""
    found = _Neighbour()
    found.start()
    yield found
    found.stop()


@pytest.mark.bench
async def test_a_burst(hass: HomeAssistant, neighbour: _Neighbour) -> None:
    entry = MockConfigEntry(
        domain=DOMAIN,
        unique_id=INSTANCE_ID,
        data={"url": neighbour.service.url, "token": TOKEN},
    )
    entry.add_to_hass(hass)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await until(lambda: "plan" in entry.runtime_data.topics)
    await hass.async_block_till_done(wait_background_tasks=False)
    for when, burst in (("quiet", False), ("burst", True)):
        cpu_s = time.process_time()
        if burst:
            neighbour.burst()
        lags_ms = await _lags_ms(1.5)
        print(
            f"\n{when}: event loop late by {max(lags_ms):.1f} ms at most, "
            f"{statistics.quantiles(lags_ms, n=100)[98]:.1f} ms (99 %), "
            f"{time.process_time() - cpu_s:.2f} s of processor"
        )
    assert entry.runtime_data.data.people["known-0"].on_site
    assert await hass.config_entries.async_unload(entry.entry_id)


async def _lags_ms(seconds: float) -> list[float]:
    """How much later than asked for the loop woke up, again and again."""
    found = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        await asyncio.sleep(TICK_S)
        found.append(1000 * (time.perf_counter() - start - TICK_S))
    return found
