"""The whole way: cameras' messages, the service, and a Home Assistant that acts on them."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from .home import Home, free_port, until

ROOT = Path(__file__).resolve().parents[2]
TRUTH = json.loads((ROOT / "demo/site/truth.json").read_text())
SERVICE_PYTHON = ROOT / ".venv/bin/python"
MOSQUITTO = shutil.which("mosquitto", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")

BACK = "somebody_is_back"
# The first part makes people known; who of them is back in the second is what is looked at.
HALF_S = 600.0
REAPPEARANCE_S = 300.0

pytestmark = [
    pytest.mark.skipif(MOSQUITTO is None, reason="mosquitto is not installed"),
    pytest.mark.skipif(not SERVICE_PYTHON.exists(), reason="run scripts/setup --dev first"),
]


@pytest.fixture
def broker_port(tmp_path: Path) -> Iterator[int]:
    """A real broker."""
    assert MOSQUITTO is not None
    port = free_port()
    config = tmp_path / "mosquitto.conf"
    config.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\n")
    with (tmp_path / "mosquitto.log").open("wb") as log:
        broker = subprocess.Popen([MOSQUITTO, "-c", str(config)], stdout=log, stderr=log)
    yield port
    broker.terminate()
    broker.wait(10)


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
async def _site(folder: Path, broker_port: int) -> AsyncIterator[Site]:
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


async def _discovered(home: Home, broker_port: int) -> dict[str, Any]:
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


async def _everybody(home: Home, site: Site) -> list[dict[str, Any]]:
    page = await site.api(home.session, "GET", "/api/identities?limit=200", None)
    items: list[dict[str, Any]] = page["items"]
    return items


async def _sightings(home: Home, site: Site) -> list[dict[str, Any]]:
    page = await site.api(home.session, "GET", "/api/sightings?limit=200", None)
    items: list[dict[str, Any]] = page["items"]
    return items


async def _expose_everybody(home: Home, site: Site) -> dict[str, str]:
    """Names are the true ones; identity ids by name."""
    sightings = await _sightings(home, site)
    named = {}
    for identity in await _everybody(home, site):
        mine = [each for each in sightings if each["identity_id"] == identity["id"]]
        votes = Counter(TRUTH[each["event_id"]]["person"] for each in mine)
        name = votes.most_common(1)[0][0].replace("_", " ").title()
        assert name not in named, f"{name} is two identities"
        body = {"name": name, "exposed": True}
        await site.api(home.session, "PATCH", f"/api/identities/{identity['id']}", body)
        named[name] = identity["id"]
    return named


def _true_reappearances(sightings: list[dict[str, Any]], names: set[str]) -> set[str]:
    """Frigate's events with which a known person came back in the second part, by the truth."""
    by_person: dict[str, list[dict[str, Any]]] = {}
    for each in sorted(sightings, key=lambda each: each["start_s"]):
        by_person.setdefault(TRUTH[each["event_id"]]["person"], []).append(each)
    found = set()
    start_s = json.loads((ROOT / "demo/site/recording.json").read_text())["start"] + HALF_S
    for person, mine in by_person.items():
        if person.replace("_", " ").title() not in names:
            continue
        seen_until = mine[0]["last_seen_s"]
        for each in mine[1:]:
            if each["start_s"] >= start_s and each["start_s"] - seen_until >= REAPPEARANCE_S:
                found.add(each["event_id"])
            seen_until = max(seen_until, each["last_seen_s"])
    return found


async def test_a_whole_site(tmp_path: Path, broker_port: int) -> None:
    components = ROOT / "custom_components"
    async with (
        _site(tmp_path / "service", broker_port) as site,
        Home(tmp_path, components).running() as home,
    ):
        flow = await _discovered(home, broker_port)
        before_mb = home.memory_mb()
        entry = await home.set_up(flow, {"url": site.url, "token": site.token})
        assert entry["state"] == "loaded"
        await site.play(0.0, HALF_S)
        people = await _expose_everybody(home, site)
        assert len(people) >= 5
        await _all_are_devices(home, people)
        fired = await _second_part(home, site)
        await _check_reappearances(home, site, people, fired)
        await _check_actions(home, site, people)
        await _check_editor(home)
        await _check_log(home)
        added_mb = home.memory_mb() - before_mb
        print(f"\nHome Assistant grew by {added_mb:.1f} MB with the entry and {len(people)} people")


async def _all_are_devices(home: Home, people: dict[str, str]) -> None:
    async def look() -> bool:
        devices = await home.command(type="config/device_registry/list")
        return set(people) <= {each["name"] for each in devices}

    await until("devices of people", look)


async def _second_part(home: Home, site: Site) -> list[dict[str, Any]]:
    """Play it while an automation counts who is back; what it fired."""
    await home.api(
        "POST",
        "/api/config/automation/config/back",
        {
            "alias": "Back",
            "mode": "queued",
            "max": 100,
            "triggers": [{"trigger": "frigate_reid.person_reappeared", "options": {"minutes": 5}}],
            "conditions": [],
            "actions": [
                {
                    "event": BACK,
                    "event_data": {
                        "event_id": "{{ trigger.event_id }}",
                        "name": "{{ trigger.name }}",
                        "camera": "{{ trigger.camera }}",
                        "away_seconds": "{{ trigger.away_seconds }}",
                    },
                }
            ],
        },
    )

    async def is_on() -> bool:
        return await home.state("automation.back") == "on"

    await until("the automation", is_on)
    fired: list[dict[str, Any]] = []
    async with home.socket() as socket:
        await socket.send_json(
            {"id": 1, "type": "subscribe_events", "event_type": "somebody_is_back"}
        )
        assert (await socket.receive_json())["success"]
        cpu_s = home.cpu_s()
        await site.play(HALF_S, None)
        # Whatever is still on its way comes before the answer to this.
        await asyncio.sleep(3)
        print(
            f"\nHome Assistant used {home.cpu_s() - cpu_s:.2f} s of processor for the second part"
        )
        await socket.send_json({"id": 2, "type": "ping"})
        while (message := await socket.receive_json())["type"] != "pong":
            fired.append(message["event"]["data"])
    return fired


async def _check_reappearances(
    home: Home, site: Site, people: dict[str, str], fired: list[dict[str, Any]]
) -> None:
    truth = _true_reappearances(await _sightings(home, site), set(people))
    counts = Counter(each["event_id"] for each in fired)
    print(f"{len(truth)} re-appearances by the truth, {len(fired)} triggers: {dict(counts)}")
    assert truth
    assert set(counts.values()) == {1}
    assert set(counts) == truth
    assert all(each["away_seconds"] >= REAPPEARANCE_S for each in fired)


async def _check_actions(home: Home, site: Site, people: dict[str, str]) -> None:
    sightings = await _sightings(home, site)
    name, identity_id = next(iter(sorted(people.items())))
    mine = {each["id"] for each in sightings if each["identity_id"] == identity_id}
    entity = f"sensor.{name.lower().replace(' ', '_')}_seen_by"
    assert await home.state(entity) == "not_seen"
    route = await home.act("frigate_reid.get_route", person=entity, hours=24)
    assert route["name"] == name
    assert {each["sighting_id"] for each in route["legs"]} == mine
    where = await home.act("frigate_reid.whereabouts", person=name)
    assert where["people"][0]["last_camera"] == route["legs"][-1]["camera"]
    await _check_search(home, site, route["legs"], mine)


async def _check_search(home: Home, site: Site, legs: list[dict[str, Any]], mine: set[str]) -> None:
    """The service's search, as soon as it has one: the contract's call, the person's legs."""
    paths = (await site.api(home.session, "GET", "/api/openapi.json", None))["paths"]
    if "/api/searches" not in paths:
        print("The service has no search yet: the action was not tried against it.")
        return
    found = await home.act(
        "frigate_reid.search", event_id=legs[-1]["event_id"], window="00:30:00", limit=100
    )
    seed = legs[-1]["sighting_id"]
    ranked = [each["sighting_id"] for each in found["candidates"] if each["sighting_id"] != seed]
    expected = mine - {seed}
    assert expected <= set(ranked)
    # The person's own sightings come before everybody else's.
    assert set(ranked[: len(expected)]) == expected


async def _check_editor(home: Home) -> None:
    """The automation editor is told of every trigger and condition."""
    for kind, least in (("trigger", 6), ("condition", 2)):
        async with home.socket() as socket:
            await socket.send_json({"id": 1, "type": f"{kind}_platforms/subscribe"})
            ours: set[str] = set()
            async with asyncio.timeout(30):
                while len(ours) < least:
                    message = await socket.receive_json()
                    described = message.get("event") or {}
                    ours |= {each for each in described if each.startswith("frigate_reid.")}
        assert len(ours) == least


async def _check_log(home: Home) -> None:
    ours = [
        line
        for line in home.log.splitlines()
        if "frigate_reid" in line
        and (" ERROR " in line or " WARNING " in line)
        and "has not been tested by Home Assistant" not in line
    ]
    assert ours == []


def test_this_runs_on_home_assistants_python() -> None:
    assert sys.version_info >= (3, 14)
