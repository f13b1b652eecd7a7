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

TOKEN = "a-token-for-tests"
INSTANCE_ID = "5f6c2f0e-6d1b-4f0a-9f53-3a4b7d9f2c11"
JPEG = b"\xff\xd8\xff\xe0 a picture \xff\xd9"
CLIP = bytes(range(256)) * 16

TOPICS = {"identities", "sightings", "health", "reviews", "jobs", "plan", "searches"}
OLD_TOPICS = {"identities", "sightings", "health"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def failure(status: int, code: str, message: str = "It cannot be done.") -> web.Response:
    """How the service fails."""
    return web.json_response({"code": code, "message": message}, status=status)


@dataclass
class FakeService:
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

    def __post_init__(self) -> None:
        self.health = self.health or healthy(self.version)
        self.plan = self.plan or {"floors": [], "placements": [], "cameras": [], "edges": []}
        self._sockets: list[web.WebSocketResponse] = []
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
        for socket in list(self._sockets):
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
        self, identity_id: str, camera: str, away_s: float, *, number: int = 1
    ) -> None:
        """Somebody is back."""
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
        for socket in list(self._sockets):
            await socket.close(code=1012)

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def listeners(self) -> int:
        """How many listen to events."""
        return len(self._sockets)

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
                if socket not in self._sockets:
                    self._sockets.append(socket)
        finally:
            if socket in self._sockets:
                self._sockets.remove(socket)
        return socket

    async def _rest(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        if path in self.failures:
            return self.failures[path]
        if any(path.startswith(each) for each in self.lacks):
            return failure(404, "not_found", "There is no such address.")
        body = await request.json() if request.can_read_body else None
        if request.method != "GET":
            self.calls.append((request.method, path, body))
        for method, pattern, answer in self._routes():
            found = re.fullmatch(pattern, path)
            if found and method == request.method:
                given = answer(request, body, *found.groups())
                return given if isinstance(given, web.StreamResponse) else web.json_response(given)
        return failure(404, "not_found", "There is no such address.")

    def _routes(self) -> list[tuple[str, str, Callable[..., Any]]]:
        one = "([^/]+)"
        return [
            ("GET", "/api/info", self._info),
            ("GET", "/api/health", lambda *_: self.health),
            ("GET", "/api/metrics", self._metrics),
            ("GET", "/api/identities", self._list_identities),
            ("GET", f"/api/identities/{one}", self._get_identity),
            ("PATCH", f"/api/identities/{one}", self._patch_identity),
            ("DELETE", f"/api/identities/{one}", self._delete_identity),
            ("POST", f"/api/identities/{one}/merge", self._written),
            ("POST", f"/api/identities/{one}/split", self._written),
            ("GET", f"/api/identities/{one}/route", self._route),
            ("GET", f"/api/identities/{one}/sightings", self._sightings_of),
            ("GET", "/api/sightings", self._list_sightings),
            ("POST", f"/api/sightings/{one}/assign", self._assign),
            ("GET", f"/api/sightings/{one}/clip.mp4", self._clip),
            ("GET", f"/api/crops/{one}.jpg", self._crop),
            ("GET", "/api/cameras", self._cameras),
            ("GET", "/api/reviews/next", self._reviews),
            ("POST", f"/api/reviews/{one}/answer", self._answer_review),
            ("GET", "/api/suitability", lambda *_: {"items": self.suitability}),
            ("GET", "/api/plan", lambda *_: self.plan),
            ("GET", "/api/plan/trail", lambda *_: {"items": []}),
            ("GET", "/api/settings/matching", lambda *_: self.matching),
            ("PATCH", "/api/settings/matching", self._patch_matching),
            ("POST", "/api/searches", self._search),
            ("GET", f"/api/searches/{one}/candidates", self._candidates),
            ("GET", f"/api/searches/{one}/route", lambda r, b, key: self._route(r, b, None)),
            ("POST", "/api/exports", lambda r, b: self._job("export", b)),
            ("POST", "/api/rescans", lambda r, b: self._job("rescan", b)),
            ("GET", f"/api/jobs/{one}", lambda r, b, key: self.jobs[key]),
            ("GET", f"/api/floors/{one}/picture", self._crop),
        ]

    def _info(self, *_: Any) -> dict[str, Any]:
        return {
            "schema_version": self.schema_version,
            "min_schema_version": self.min_schema_version,
            "service_version": self.version,
            "instance": self.instance,
            "instance_id": self.instance_id,
            "capabilities": self.capabilities,
            "frigate_instances": ["frigate"],
            "model": {"id": "frigate-reid-s1", "same": 0.7, "new": 0.5},
            "now_s": self.now_s,
        }

    def _metrics(self, *_: Any) -> web.Response:
        name = "frigate_reid_embed_crop_seconds"
        return web.Response(text=f"{name}_sum 0.5\n{name}_count 50.0\n")

    def _list_identities(self, request: web.Request, _: Any) -> dict[str, Any]:
        state = request.query.get("state", "visible")
        wanted = {
            "visible": lambda each: not each["hidden"],
            "named": lambda each: not each["hidden"] and each["name"],
            "unnamed": lambda each: not each["hidden"] and not each["name"],
            "hidden": lambda each: each["hidden"],
            "all": lambda each: True,
        }[state]
        found = [each for each in self.identities.values() if wanted(each)]
        return {"items": found, "cursor": None}

    def _find(self, identity_id: str) -> dict[str, Any] | None:
        return self.identities.get(self.redirects.get(identity_id, identity_id))

    def _get_identity(self, _: web.Request, body: Any, key: str) -> Any:
        found = self._find(key)
        return found or failure(404, "not_found", "There is no such person.")

    def _patch_identity(self, request: web.Request, body: Any, key: str) -> Any:
        found = self._find(key)
        if found is None:
            return failure(404, "not_found", "There is no such person.")
        found.update(body)
        found["label"] = found["name"] or f"Person {found['number']}"
        return {"identity": found, "decision_ids": ["d1"], "namesakes": []}

    def _delete_identity(self, _: web.Request, body: Any, key: str) -> Any:
        if key not in self.identities:
            return failure(404, "not_found", "There is no such person.")
        del self.identities[key]
        return {"identity_ids": [key], "sightings": 3}

    def _written(self, _: web.Request, body: Any, key: str) -> Any:
        found = self._find(key)
        if found is None:
            return failure(404, "not_found", "There is no such person.")
        return {"identity": found, "decision_ids": ["d1"]}

    def _route(self, request: web.Request, body: Any, key: str | None) -> Any:
        if key is not None and self._find(key) is None:
            return failure(404, "not_found", "There is no such person.")
        mine = sorted(
            (each for each in self.sightings.values() if key in (None, each["identity_id"])),
            key=lambda each: each["start_s"],
        )
        legs = [
            {
                "sighting_id": each["id"],
                "event_id": each["event_id"],
                "frigate_instance": each["frigate_instance"],
                "camera": each["camera"],
                "start_s": each["start_s"],
                "end_s": each["last_seen_s"],
                "firm": each["firm"],
                "crop_id": each["crop_id"],
            }
            for each in mine
        ]
        gaps = [
            {
                "from_camera": a["camera"],
                "to_camera": b["camera"],
                "seconds": b["start_s"] - a["end_s"],
            }
            for a, b in itertools.pairwise(legs)
        ]
        return {
            "identity_id": key,
            "from_s": float(request.query.get("from", self.now_s - 86_400)),
            "to_s": float(request.query.get("to", self.now_s)),
            "legs": legs,
            "gaps": gaps,
        }

    def _sightings_of(self, request: web.Request, body: Any, key: str) -> dict[str, Any]:
        mine = [each for each in self.sightings.values() if each["identity_id"] == key]
        mine.sort(key=lambda each: each["start_s"], reverse=True)
        limit = int(request.query.get("limit", 50))
        return {"items": mine[:limit], "cursor": None}

    def _list_sightings(self, request: web.Request, _: Any) -> dict[str, Any]:
        event_id = request.query.get("event_id")
        found = [each for each in self.sightings.values() if event_id in (None, each["event_id"])]
        found.sort(key=lambda each: each["start_s"], reverse=True)
        return {"items": found, "cursor": None}

    def _assign(self, request: web.Request, body: Any, key: str) -> Any:
        if key not in self.sightings:
            return failure(404, "not_found", "There is no such sighting.")
        identity = self._find(body["identity_id"] or next(iter(self.identities)))
        return {"identity": identity, "decision_ids": ["d1"], "sighting": self.sightings[key]}

    def _clip(self, request: web.Request, body: Any, key: str) -> web.Response:
        if key not in self.sightings:
            return failure(404, "not_found", "The footage expired.")
        asked = request.http_range
        if asked.start is None:
            return web.Response(body=CLIP, content_type="video/mp4")
        part = CLIP[asked.start : asked.stop]
        span = f"bytes {asked.start}-{asked.start + len(part) - 1}/{len(CLIP)}"
        headers = {"Content-Range": span, "Accept-Ranges": "bytes"}
        return web.Response(status=206, body=part, headers=headers, content_type="video/mp4")

    def _crop(self, request: web.Request, body: Any, key: str) -> web.Response:
        if key == "expired":
            return failure(404, "not_found", "The picture expired.")
        return web.Response(body=JPEG, content_type="image/jpeg")

    def _cameras(self, *_: Any) -> dict[str, Any]:
        names = sorted({each["camera"] for each in self.sightings.values()})
        return {
            "items": [
                {
                    "name": each,
                    "frigate_instance": "frigate",
                    "tracklets": 1,
                    "last_seen_s": self.now_s,
                    "on_site": 0,
                }
                for each in names
            ]
        }

    def _reviews(self, request: web.Request, _: Any) -> dict[str, Any]:
        count = int(request.query.get("count", 5))
        return {"items": self.questions[:count], "open": len(self.questions)}

    def _answer_review(self, request: web.Request, body: Any, key: str) -> Any:
        found = [each for each in self.questions if each["id"] == key]
        if not found:
            return failure(404, "not_found", "The question is not open any more.")
        self.questions.remove(found[0])
        return {"identity": found[0]["a"], "decision_ids": ["d1"]}

    def ask(self, review_id: str, a: str, b: str) -> None:
        """The service is in doubt about two people."""
        self.questions.append(
            {
                "id": review_id,
                "a": self.identities[a],
                "b": self.identities[b],
                "probability": 0.7941,
                "sightings": 1,
                "terms": [],
                "group": [a, b],
            }
        )

    def _patch_matching(self, request: web.Request, body: Any) -> dict[str, Any]:
        self.matching.update(body)
        return self.matching

    def _search(self, request: web.Request, body: Any) -> Any:
        if body.get("event_id") == "nobody":
            return failure(404, "not_found", "There is no sighting of this event.")
        return {
            "id": "search-1",
            "created_s": self.now_s,
            "updated_s": self.now_s,
            "state": "open",
            "seed": {"kind": "sighting", "sighting_id": body.get("sighting_id")},
            "cameras": body.get("cameras"),
            "from_s": self.now_s - 120,
            "to_s": self.now_s + 120,
            "ticked": 0,
            "crossed": 0,
            "refined": 0,
            "identity_id": None,
        }

    def _candidates(self, request: web.Request, body: Any, key: str) -> dict[str, Any]:
        items = [
            {
                "sighting": each,
                "likeness": 0.8125,
                "band": "likely",
                "offset_s": 48.0,
                "label": None,
                "is_new": False,
                "probability": 0.9,
                "on_plan": False,
            }
            for each in self.sightings.values()
        ]
        return {"items": items[: int(request.query["limit"])], "total": len(items)}

    def _job(self, kind: str, order: Any) -> dict[str, Any]:
        job_id = f"job-{len(self.jobs) + 1}"
        self.jobs[job_id] = {
            "id": job_id,
            "kind": kind,
            "state": "waiting",
            "progress": 0.0,
            "created_s": self.now_s,
            "finished_s": None,
            "message": None,
            "result": None,
        }
        return self.jobs[job_id]


def healthy(version: str) -> dict[str, Any]:
    """A service without problems."""
    return {
        "status": "ok",
        "ready": True,
        "messages_received": 120,
        "messages_settled": 118,
        "queue": 2,
        "backlog": 1,
        "open_tracklets": 3,
        "outbox": 0,
        "catch_ups": 1,
        "mqtt": [
            {
                "instance": "frigate",
                "connected": True,
                "last_message_age_s": 0.5,
                "problem": None,
            }
        ],
        "frigate": [
            {
                "instance": "frigate",
                "reachable": True,
                "version": "0.17.2",
                "can_write": None,
                "problem": None,
            }
        ],
        "model": {"id": "frigate-reid-s1", "runtime": "onnxruntime 1.31", "dimension": 512},
        "gallery": {"kind": "edge", "available": True, "points": 42},
        "store": {"kind": "sqlite"},
        "version": version,
        "uptime_s": 61.5,
        "rss_bytes": 180_000_000,
    }


async def until(condition: Callable[[], Any], *, timeout_s: float = 10.0) -> None:
    """Wait for something that another task brings about."""
    async with asyncio.timeout(timeout_s):
        # The condition is in another task's hands, and no event tells of it.
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.005)
