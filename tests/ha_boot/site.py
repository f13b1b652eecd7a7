"""A site to boot Home Assistant beside: the service, and people who are known to it."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from .home import Home, until

ROOT = Path(__file__).resolve().parents[2]
TRUTH = json.loads((ROOT / "demo/site/truth.json").read_text())
SERVICE_PYTHON = ROOT / ".venv/bin/python"
MOSQUITTO = shutil.which("mosquitto", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")

needs_a_site = [
    pytest.mark.skipif(MOSQUITTO is None, reason="mosquitto is not installed"),
    pytest.mark.skipif(not SERVICE_PYTHON.exists(), reason="run scripts/setup --dev first"),
]


def name_of(person: str) -> str:
    """The name that a person of the truth gets."""
    return person.replace("_", " ").title()


class Site:
    """The service with a replayed Frigate, in its own Python."""

    def __init__(self, process: asyncio.subprocess.Process, hello: dict[str, Any]) -> None:
        self._process = process
        self.url, self.token = str(hello["url"]), str(hello["token"])

    async def play(self, start_s: float, end_s: float | None) -> None:
        """Play a span of the recording as fast as it is settled."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"start_s": start_s, "end_s": end_s, "speed": 0}
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        await self._process.stdin.drain()
        assert await self._process.stdout.readline()

    async def api(self, session: aiohttp.ClientSession, method: str, path: str, body: Any) -> Any:
        """A call of its API."""
        headers = {"Authorization": f"Bearer {self.token}"}
        async with session.request(
            method, f"{self.url}{path}", headers=headers, json=body
        ) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()


@asynccontextmanager
async def running_site(folder: Path, broker_port: int) -> AsyncIterator[Site]:
    """From its start to its end."""
    process = await asyncio.create_subprocess_exec(
        str(SERVICE_PYTHON),
        "-m",
        "tests.ha_boot.stage",
        str(folder),
        str(broker_port),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        hello = await asyncio.wait_for(process.stdout.readline(), 120)
        yield Site(process, json.loads(hello))
    finally:
        process.stdin.close()
        await asyncio.wait_for(process.wait(), 60)


async def discovered(home: Home, broker_port: int) -> dict[str, Any]:
    """Home Assistant joins the broker and finds the service by itself."""
    await home.set_up(await home.begin("mqtt"), {"broker": "127.0.0.1", "port": broker_port})

    async def look() -> dict[str, Any] | None:
        flows = await home.command(type="config_entries/flow/progress")
        return next((each for each in flows if each["handler"] == "frigate_reid"), None)

    flow = await until("discovery", look)
    assert flow["context"]["source"] == "mqtt"
    step: dict[str, Any] = await home.api(
        "GET", f"/api/config/config_entries/flow/{flow['flow_id']}"
    )
    return step


async def everybody(home: Home, site: Site) -> list[dict[str, Any]]:
    """Identities."""
    page = await site.api(home.session, "GET", "/api/identities?limit=200", None)
    items: list[dict[str, Any]] = page["items"]
    return items


async def sightings_of(home: Home, site: Site) -> list[dict[str, Any]]:
    """All sightings so far."""
    page = await site.api(home.session, "GET", "/api/sightings?limit=200", None)
    items: list[dict[str, Any]] = page["items"]
    return items


async def expose_everybody(home: Home, site: Site) -> dict[str, str]:
    """Names are the true ones; identity ids by name."""
    sightings = await sightings_of(home, site)
    named = {}
    for identity in await everybody(home, site):
        mine = [each for each in sightings if each["identity_id"] == identity["id"]]
        votes = Counter(TRUTH[each["event_id"]]["person"] for each in mine)
        name = name_of(votes.most_common(1)[0][0])
        assert name not in named, f"{name} is two identities"
        body = {"name": name, "exposed": True}
        await site.api(home.session, "PATCH", f"/api/identities/{identity['id']}", body)
        named[name] = identity["id"]
    return named
