"""The whole way: cameras' messages, the service, and a Home Assistant that acts on them."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from .home import Home, until
from .site import (
    ROOT,
    TRUTH,
    Site,
    discovered,
    expose_everybody,
    name_of,
    needs_a_site,
    running_site,
    sightings_of,
)

BACK = "somebody_is_back"
# The first part makes people known; who of them is back in the second is what is looked at.
HALF_S = 600.0
REAPPEARANCE_S = 300.0

pytestmark = needs_a_site


def _true_reappearances(sightings: list[dict[str, Any]], names: set[str]) -> set[str]:
    """Frigate's events with which a known person came back in the second part, by the truth."""
    by_person: dict[str, list[dict[str, Any]]] = {}
    for each in sorted(sightings, key=lambda each: each["start_s"]):
        by_person.setdefault(TRUTH[each["event_id"]]["person"], []).append(each)
    found = set()
    start_s = json.loads((ROOT / "demo/site/recording.json").read_text())["start"] + HALF_S
    for person, mine in by_person.items():
        if name_of(person) not in names:
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
        running_site(tmp_path / "service", broker_port) as site,
        Home(tmp_path, components).running() as home,
    ):
        flow = await discovered(home, broker_port)
        before_mb = home.memory_mb()
        entry = await home.set_up(flow, {"url": site.url, "token": site.token})
        assert entry["state"] == "loaded"
        await site.play(0.0, HALF_S)
        people = await expose_everybody(home, site)
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
    truth = _true_reappearances(await sightings_of(home, site), set(people))
    counts = Counter(each["event_id"] for each in fired)
    print(f"{len(truth)} re-appearances by the truth, {len(fired)} triggers: {dict(counts)}")
    assert truth
    assert set(counts.values()) == {1}
    assert set(counts) == truth
    assert all(each["away_seconds"] >= REAPPEARANCE_S for each in fired)


async def _check_actions(home: Home, site: Site, people: dict[str, str]) -> None:
    sightings = await sightings_of(home, site)
    name, identity_id = next(iter(sorted(people.items())))
    mine = {each["id"] for each in sightings if each["identity_id"] == identity_id}
    entity = f"sensor.{name.lower().replace(' ', '_')}_seen_by"
    assert await home.state(entity) == "not_seen"
    route = await home.act("frigate_reid.get_route", person=entity, hours=24)
    assert route["name"] == name
    assert {each["sighting_id"] for each in route["legs"]} == mine
    where = await home.act("frigate_reid.whereabouts", person=name)
    assert where["people"][0]["last_camera"] == route["legs"][-1]["camera"]
    await _check_search(home, route["legs"], mine)


async def _check_search(home: Home, legs: list[dict[str, Any]], mine: set[str]) -> None:
    """The person's own sightings come before everybody else's."""
    found = await home.act(
        "frigate_reid.search", event_id=legs[-1]["event_id"], window="00:30:00", limit=100
    )
    seed = legs[-1]["sighting_id"]
    ranked = [each["sighting_id"] for each in found["candidates"] if each["sighting_id"] != seed]
    expected = mine - {seed}
    assert expected <= set(ranked)
    assert set(ranked[: len(expected)]) == expected


async def _check_editor(home: Home) -> None:
    """The automation editor is told of every trigger and condition."""
    for kind, least in (("trigger", 7), ("condition", 2)):
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
