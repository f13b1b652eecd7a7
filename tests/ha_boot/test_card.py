"""The card in a real Home Assistant and a real browser, against the known truth of a recording."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from .home import PASSWORD, USERNAME, Home
from .site import ROOT, TRUTH, discovered, expose_everybody, name_of, needs_a_site, running_site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NODE = shutil.which("node")
SCRIPT = ROOT / "frontend/card/e2e/home.mjs"
HALF_S = 600.0
HOUSE_ZONE = ZoneInfo("Europe/Amsterdam")
# A browser and a Home Assistant that start at once on a small machine.
PATIENCE_S = 180.0

pytestmark = [
    *needs_a_site,
    pytest.mark.skipif(CHROMIUM is None or NODE is None, reason="needs Node and Chromium"),
    pytest.mark.skipif(
        not (ROOT / "frontend/node_modules/playwright-core").exists(),
        reason="scripts/test-frontend installs the browser's driver",
    ),
]


class Browser:
    """Somebody who sits before the dashboard."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def __call__(self, order: str, **given: Any) -> Any:
        """Do something; what was seen."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": order, **given}).encode() + b"\n")
        await self._process.stdin.drain()
        line = await asyncio.wait_for(self._process.stdout.readline(), PATIENCE_S)
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return answer["result"]


@asynccontextmanager
async def _browser(home: Home) -> AsyncIterator[Browser]:
    assert NODE is not None
    process = await asyncio.create_subprocess_exec(
        NODE,
        str(SCRIPT),
        home.url,
        USERNAME,
        PASSWORD,
        env={**os.environ, "CHROMIUM": str(CHROMIUM)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Browser(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await asyncio.wait_for(process.wait(), 30)


async def _dashboard(home: Home, path: str, cards: list[dict[str, Any]]) -> None:
    await home.command(
        type="lovelace/dashboards/create",
        url_path=path,
        title="Walks",
        mode="storage",
        show_in_sidebar=True,
        require_admin=False,
    )
    view = {"title": "Walks", "type": "sections", "sections": [{"type": "grid", "cards": cards}]}
    await home.command(type="lovelace/config/save", url_path=path, config={"views": [view]})


def _walk(person: str, until_s: float | None) -> list[tuple[str, str]]:
    """Camera and time of day of each leg that the truth knows."""
    start_s = json.loads((ROOT / "demo/site/recording.json").read_text())["start"]
    # Frigate's ids begin with the time at which they began.
    mine = [
        (float(event_id.partition("-")[0]), each["camera"])
        for event_id, each in TRUTH.items()
        if each["person"] == person
    ]
    return [
        (camera, datetime.fromtimestamp(int(at_s), HOUSE_ZONE).strftime("%H:%M:%S"))
        for at_s, camera in sorted(mine)
        if until_s is None or at_s - start_s < until_s
    ]


def _drawn(legs: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(each["camera"].replace(" ", "_"), each["time"]) for each in legs]


async def test_a_route_is_what_the_truth_says(tmp_path: Path, broker_port: int) -> None:
    async with (
        running_site(tmp_path / "service", broker_port) as site,
        Home(tmp_path, ROOT / "custom_components").running() as home,
        _browser(home) as browser,
    ):
        flow = await discovered(home, broker_port)
        await home.set_up(flow, {"url": site.url, "token": site.token})
        await site.play(0.0, HALF_S)
        people = await expose_everybody(home, site)
        person = next(
            each
            for each in sorted({t["person"] for t in TRUTH.values()})
            if name_of(each) in people
        )
        sensor = f"sensor.{name_of(person).lower().replace(' ', '_')}_seen_by"
        card = {"type": "custom:frigate-reid-route-card", "people": [sensor], "show": {"legs": 9}}
        await _dashboard(home, "walks-route", [card])
        await _dashboard(home, "walks-empty", [])

        assert await browser("login")
        seen = await browser("open", path="/walks-route/0")
        assert _drawn(seen) == _walk(person, HALF_S)
        assert {each["words"].split(" · ")[0] for each in seen} == {"likely"}

        await site.play(HALF_S, None)
        whole = _walk(person, None)
        assert len(whole) > len(seen)
        assert _drawn(await browser("wait", count=len(whole))) == whole

        assert await browser("clip") > 1.0
        assert "sightings" in await browser("search")
        for name, size in (("card-home", (1280, 1100)), ("card-home-phone", (390, 844))):
            for scheme in ("light", "dark"):
                shape = {"width": size[0], "height": size[1], "scheme": scheme}
                assert await browser("shoot", name=f"{name}-{scheme}", **shape)
        picked = await browser("pick", path="/walks-empty/0")
        assert "Frigate Re-ID route" in picked["shown"]
        assert picked["fields"] >= 5
        assert picked["edited"] is True
        saved = await home.command(type="lovelace/config", url_path="walks-empty")
        assert sensor in json.dumps(saved)
        assert await browser("problems") == []
