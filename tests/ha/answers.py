"""What the small service answers over REST, from its model."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from aiohttp import web

JPEG = b"\xff\xd8\xff\xe0 a picture \xff\xd9"
CLIP = bytes(range(256)) * 16


def failure(status: int, code: str, message: str = "It cannot be done.") -> web.Response:
    """How the service fails."""
    return web.json_response({"code": code, "message": message}, status=status)


class Answers:
    """The routes; `FakeService` has the model."""

    now_s: float
    schema_version: int
    min_schema_version: int
    version: str
    instance: str
    instance_id: str
    capabilities: list[str]
    identities: dict[str, dict[str, Any]]
    redirects: dict[str, str]
    sightings: dict[str, dict[str, Any]]
    questions: list[dict[str, Any]]
    matching: dict[str, Any]
    health: dict[str, Any]
    plan: dict[str, Any]
    jobs: dict[str, dict[str, Any]]
    suitability: list[dict[str, Any]]

    def routes(self) -> list[tuple[str, str, Callable[..., Any]]]:
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
            ("GET", f"/api/identities/{one}/expected", self._expected),
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
            ("POST", "/api/exports", lambda r, b: self._job("export", b)),
            ("POST", "/api/rescans", lambda r, b: self._job("rescan", b)),
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

    def _expected(self, request: web.Request, body: Any, key: str) -> Any:
        mine = [each for each in self.sightings.values() if each["identity_id"] == key]
        if not mine:
            return {"identity_id": key, "last": None, "away": 1.0, "cameras": []}
        last = max(mine, key=lambda each: each["last_seen_s"])
        return {
            "identity_id": key,
            "last": {
                "sighting_id": last["id"],
                "frigate_instance": last["frigate_instance"],
                "camera": last["camera"],
                "last_seen_s": last["last_seen_s"],
                "in_sight": last["state"] == "open",
            },
            "away": 0.25,
            "cameras": [
                {
                    "frigate_instance": last["frigate_instance"],
                    "camera": "yard",
                    "probability": 0.6,
                    "from_s": last["last_seen_s"] + 5.0,
                    "to_s": last["last_seen_s"] + 20.0,
                    "walks": 12.5,
                }
            ],
        }

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
                "certainty": "likely" if each["firm"] else "unsure",
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
