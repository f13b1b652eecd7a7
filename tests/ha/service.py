"""A small service that speaks the real protocol: a model, REST, and the WebSocket.

Tests change the model and push events; the integration connects as it would to the real one.
"""

from __future__ import annotations

import asyncio
import itertools
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from .answers import Answers, failure, healthy

TOKEN = "a-token-for-tests"
NOW_S = 1_789_110_120.0
INSTANCE_ID = "5f6c2f0e-6d1b-4f0a-9f53-3a4b7d9f2c11"

TOPICS = {"identities", "sightings", "health", "reviews", "jobs", "plan", "searches"}
OLD_TOPICS = {"identities", "sightings", "health"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class FakeService(Answers):
    """The state of a site, and a server for it. `calls` are the writes that came in."""

    now_s: float
    schema_version: int = 1
    min_schema_version: int = 1
    version: str = "0.1.0"
    instance: str = "main"
    instance_id: str = INSTANCE_ID
    capabilities: list[str] = field(default_factory=list)
    topics: set[str] = field(default_factory=lambda: set(TOPICS))
    token: str = TOKEN
    identities: dict[str, dict[str, Any]] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    sightings: dict[str, dict[str, Any]] = field(default_factory=dict)
    questions: list[dict[str, Any]] = field(default_factory=list)
    matching: dict[str, Any] = field(default_factory=lambda: {"band": "careful", "paused": False})
    health: dict[str, Any] = field(default_factory=dict)
    plan: dict[str, Any] = field(default_factory=dict)
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    suitability: list[dict[str, Any]] = field(default_factory=list)
    lacks: set[str] = field(default_factory=set)
    failures: dict[str, web.Response] = field(default_factory=dict)
    calls: list[tuple[str, str, Any]] = field(default_factory=list)
    reads: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.health = self.health or healthy(self.version)
        self.plan = self.plan or {"floors": [], "placements": [], "cameras": [], "edges": []}
        self.sockets: list[web.WebSocketResponse] = []
        self._numbers = itertools.count(1)
        self._runner: web.AppRunner | None = None
        self.port = 0

    # The model

    def add_identity(self, identity_id: str, **fields: Any) -> dict[str, Any]:
        """Somebody, unnamed unless told otherwise."""
        number = next(self._numbers)
        name = fields.get("name")
        self.identities[identity_id] = {
            "id": identity_id,
            "number": number,
            "label": name or f"Person {number}",
            "name": None,
            "aliases": [],
            "hidden": False,
            "exposed": False,
            "created_s": self.now_s - 86_400,
            "sightings": 1,
            "first_seen_s": self.now_s - 86_400,
            "last_seen_s": self.now_s - 3_600,
            "last_camera": "gate",
            "on_site": False,
            "crop_id": f"crop-{identity_id}",
            "feature_crop_id": None,
            "attributes": {"upper": None, "lower": None},
            "words": "",
            **fields,
        }
        return self.identities[identity_id]

    def add_sighting(self, sighting_id: str, identity_id: str | None, **fields: Any) -> None:
        """A sighting; closed unless told otherwise."""
        label = self.identities[identity_id]["label"] if identity_id else None
        self.sightings[sighting_id] = {
            "id": sighting_id,
            "frigate_instance": "frigate",
            "event_id": sighting_id.partition(":")[2],
            "camera": "gate",
            "state": "closed",
            "start_s": self.now_s - 3_610,
            "last_seen_s": self.now_s - 3_600,
            "firm": True,
            "identity_id": identity_id,
            "identity_label": label,
            "sub_label": None,
            "zones": [],
            "crop_id": f"crop-{sighting_id}",
            "attributes": {"upper": None, "lower": None},
            "words": "",
            "motion": {"dwell_s": 10.0, "direction": "none", "speed": None},
            **fields,
        }

    # Events

    async def push(self, topic: str, event: str, data: dict[str, Any]) -> None:
        """Send an event to everybody who listens."""
        message = {"type": "event", "topic": topic, "event": event, "data": data}
        for socket in list(self.sockets):
            await socket.send_json(message)

    async def see(
        self,
        identity_id: str,
        camera: str,
        *,
        number: int = 1,
        phase: str = "provisional",
        **fields: Any,
    ) -> str:
        """A sighting of somebody on a camera begins, goes on, or ends; its id."""
        identity = self.identities[identity_id]
        sighting_id = f"frigate:{identity_id}-{camera}-{number}"
        start_s = fields.pop("start_s", self.now_s)
        last_seen_s = fields.pop("last_seen_s", self.now_s + 2.0)
        state = "closed" if phase == "firm" else "open"
        self.add_sighting(
            sighting_id,
            identity_id,
            camera=camera,
            state=state,
            start_s=start_s,
            last_seen_s=last_seen_s,
        )
        identity.update(last_camera=camera, last_seen_s=last_seen_s, on_site=state == "open")
        data = {
            "schema_version": 1,
            "phase": phase,
            "tracklet_id": sighting_id,
            "frigate_instance": "frigate",
            "event_id": sighting_id.partition(":")[2],
            "camera": camera,
            "identity_id": identity_id,
            "identity_label": identity["label"],
            "named": identity["name"] is not None,
            "start_s": start_s,
            "last_seen_s": last_seen_s,
            "outcome": "accept" if identity["name"] else "new",
            "similarity": 0.8125 if identity["name"] else None,
            "crop_id": f"crop-{sighting_id}",
            **fields,
        }
        await self.push("sightings", "sighting", data)
        return sighting_id

    async def hand_off(self, identity_id: str, from_camera: str, to_camera: str) -> None:
        """Somebody walked from one camera to another."""
        await self.push(
            "sightings",
            "handoff",
            {
                "schema_version": 1,
                "identity_id": identity_id,
                "identity_label": self.identities[identity_id]["label"],
                "tracklet_id": f"frigate:{identity_id}-{to_camera}-1",
                "event_id": f"{identity_id}-{to_camera}-1",
                "from_camera": from_camera,
                "to_camera": to_camera,
                "gap_s": 6.25,
                "at_s": self.now_s,
            },
        )

    async def reappear(
        self, identity_id: str, camera: str, away_s: float, *, number: int = 1, **fields: Any
    ) -> None:
        """Somebody is back; an older service says nothing of `watched`."""
        await self.push(
            "sightings",
            "reappearance",
            {
                "schema_version": 1,
                "identity_id": identity_id,
                "identity_label": self.identities[identity_id]["label"],
                "tracklet_id": f"frigate:{identity_id}-{camera}-{number}",
                "event_id": f"{identity_id}-{camera}-{number}",
                "camera": camera,
                "previous_camera": "driveway",
                "away_s": away_s,
                "at_s": self.now_s,
                **fields,
            },
        )

    async def changed(
        self,
        change: str,
        identity_id: str,
        other: str | None = None,
        moved: list[str] | None = None,
    ) -> None:
        """Tell that somebody changed."""
        await self.push(
            "identities",
            "identity_changed",
            {
                "schema_version": 1,
                "change": change,
                "identity_id": identity_id,
                "identity_label": "",
                "other_identity_id": other,
                "tracklet_ids": moved or [],
                "decision_id": "0d9c7a58-4f5e-4c5e-8a63-1f0d2b7c9e44",
                "at_s": self.now_s,
            },
        )

    async def change(self, identity_id: str, **fields: Any) -> None:
        """Somebody edits a person in the service."""
        identity = self.identities[identity_id]
        identity.update(fields)
        identity["label"] = identity["name"] or f"Person {identity['number']}"
        await self.changed("updated", identity_id)

    async def merge(self, gone: str, into: str) -> None:
        """Somebody makes two people one."""
        self.redirects[gone] = into
        del self.identities[gone]
        moved = []
        for sighting in self.sightings.values():
            if sighting["identity_id"] == gone:
                sighting["identity_id"] = into
                sighting["identity_label"] = self.identities[into]["label"]
                moved.append(sighting["id"])
        await self.changed("merged", gone, into, moved)
        await self.changed("updated", into)

    async def forget(self, identity_id: str) -> None:
        """Somebody deletes a person."""
        del self.identities[identity_id]
        gone = [k for k, v in self.sightings.items() if v["identity_id"] == identity_id]
        for sighting_id in gone:
            del self.sightings[sighting_id]
        await self.changed("forgotten", identity_id)

    # The server

    async def start(self) -> None:
        """Listen on this machine; again on the same port after `stop`."""
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/api/ws", self._websocket)
        app.router.add_route("*", "/{path:.*}", self._rest)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        assert self._runner.addresses
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Be away."""
        await self.hang_up()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def hang_up(self) -> None:
        """Close all WebSocket connections, as a restart does."""
        for socket in list(self.sockets):
            await socket.close(code=1012)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def listeners(self) -> int:
        """How many listen to events."""
        return len(self.sockets)

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return failure(401, "unauthorized", "The token is missing or wrong.")
        return await handler(request)

    async def _websocket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json(
            {
                "type": "hello",
                "schema_version": self.schema_version,
                "min_schema_version": self.min_schema_version,
                "service_version": self.version,
                "instance": self.instance,
            }
        )
        granted: set[str] = set()
        try:
            async for message in socket:
                if message.type is not WSMsgType.TEXT:
                    break
                command = message.json()
                unknown = set(command["topics"]) - self.topics
                if unknown:
                    answer = {"type": "error", "id": command["id"], "code": "invalid_request"}
                    await socket.send_json({**answer, "message": "Not understood."})
                    continue
                granted |= set(command["topics"])
                answer = {"type": "result", "id": command["id"], "topics": sorted(granted)}
                await socket.send_json(answer)
                if socket not in self.sockets:
                    self.sockets.append(socket)
        finally:
            if socket in self.sockets:
                self.sockets.remove(socket)
        return socket

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        self.reads.append(path)
        if path in self.failures:
            return self.failures[path]
        if any(path.startswith(each) for each in self.lacks):
            return failure(404, "not_found", "There is no such address.")
        body = await request.json() if request.can_read_body else None
        if request.method != "GET":
            self.calls.append((request.method, path, body))
        for method, pattern, answer in self.routes():
            found = re.fullmatch(pattern, path)
            if found and method == request.method:
                given = answer(request, body, *found.groups())
                return given if isinstance(given, web.StreamResponse) else web.json_response(given)
        return failure(404, "not_found", "There is no such address.")


async def until(condition: Callable[[], Any], *, timeout_s: float = 5.0) -> None:
    """Wait for something that another task brings about."""
    async with asyncio.timeout(timeout_s):
        # The condition is in another task's hands, and no event tells of it.
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.005)
