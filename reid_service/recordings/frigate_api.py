"""Routes of a replayed Frigate: its HTTP API under its own rules, version by version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from reid_service.recordings import pictures
from reid_service.recordings.event_rows import EventQuery
from reid_service.recordings.films import film
from reid_service.recordings.frigate_login import COOKIE, Account, Sessions
from reid_service.recordings.pictures import Drawing
from reid_service.recordings.replayed_frigate import Picture, Refusal, ReplayedFrigate, refusal

Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]
_Body = TypeVar("_Body")

_MEDIA: Final = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
_PIECE: Final = 1 << 16
_FOR_A_YEAR: Final = "private, max-age=31536000"


class _Login(msgspec.Struct):
    user: str
    password: str


class _SubLabel(msgspec.Struct, rename="camel"):
    sub_label: Annotated[str, msgspec.Meta(max_length=100)]
    sub_label_score: Annotated[float, msgspec.Meta(gt=0, le=1)] | None = None
    camera: str | None = None


class _Description(msgspec.Struct):
    description: str | None


class _Export(msgspec.Struct):
    playback: Literal["realtime", "timelapse_25x"] = "realtime"
    source: Literal["recordings", "preview"] = "recordings"
    name: Annotated[str, msgspec.Meta(max_length=256)] | None = None
    image_path: str | None = None


class _BatchItem(msgspec.Struct):
    camera: str
    start_time: float
    end_time: float
    friendly_name: Annotated[str, msgspec.Meta(max_length=256)] | None = None


class _Batch(msgspec.Struct):
    items: Annotated[list[_BatchItem], msgspec.Meta(min_length=1, max_length=50)]
    export_case_id: Annotated[str, msgspec.Meta(max_length=30)] | None = None
    new_case_name: Annotated[str, msgspec.Meta(max_length=100)] | None = None


class FrigateApi:
    """The application of one replayed Frigate.

    `requests` counts by route, such as "GET /api/events/{event_id}". Without accounts it behaves
    as Frigate's internal port (everybody is admin), with accounts as the authenticated one.
    """

    def __init__(self, frigate: ReplayedFrigate, accounts: Sequence[Account] = ()) -> None:
        self.requests: Counter[str] = Counter()
        self.sessions = Sessions(accounts)
        self._frigate = frigate
        event, camera = "/api/events/{event_id}", "/api/{camera}/recordings/{time:float}"
        span = "/{camera}/start/{start:float}/end/{end:float}"
        self.application = Starlette(
            routes=[
                self._open("POST", "/api/login", self._log_in),
                self._read("/api/version", self._version),
                self._read("/api/config", self._config),
                self._read("/api/stats", self._stats),
                self._read("/api/profile", self._profile),
                self._read("/api/events", self._events),
                self._read("/api/event_ids", self._event_ids),
                self._read("/api/exports", self._exports),
                self._read(event, self._event),
                self._read(event + "/snapshot-clean.{extension}", self._clean),
                self._read(event + "/snapshot.jpg", self._snapshot),
                self._read(event + "/thumbnail.{extension}", self._thumbnail),
                self._read(event + "/clip.mp4", self._event_clip),
                self._read("/api" + span + "/clip.mp4", self._clip),
                self._read(camera + "/snapshot.{extension}", self._recorded_frame),
                self._write("POST", event + "/sub_label", self._set_sub_label),
                self._write("POST", event + "/description", self._set_description),
                self._write("POST", event + "/retain", self._set_retained),
                self._write("DELETE", event + "/retain", self._set_retained),
                self._write("POST", "/api/export" + span, self._export),
                self._write("POST", "/api/exports/batch", self._export_batch),
            ],
            exception_handlers={HTTPException: _detail, msgspec.ValidationError: _unprocessable},
        )

    # --- guards

    def _open(self, method: str, path: str, endpoint: Endpoint) -> Route:
        async def counted(request: Request) -> Response:
            self.requests[f"{method} {path}"] += 1
            return await endpoint(request)

        return Route(path, counted, methods=[method])

    def _read(self, path: str, endpoint: Endpoint) -> Route:
        async def authenticated(request: Request) -> Response:
            self._account(request)
            return await endpoint(request)

        return self._open("GET", path, authenticated)

    def _write(self, method: str, path: str, endpoint: Endpoint) -> Route:
        async def authorised(request: Request) -> Response:
            account = self._account(request)
            if "origin" in request.headers and "x-csrf-token" not in request.headers:
                raise HTTPException(401, "Missing X-CSRF-TOKEN header")
            if self._frigate.rules.roles and account.role != "admin":
                raise HTTPException(403, f"Role {account.role} not authorized. Required: ['admin']")
            return await endpoint(request)

        return self._open(method, path, authorised)

    def _account(self, request: Request) -> Account:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        bearer = token if scheme.lower() == "bearer" else None
        account = self.sessions.account(request.cookies.get(COOKIE) or bearer)
        if account is None:
            raise HTTPException(401, "Unauthorized")
        return account

    # --- the site

    async def _log_in(self, request: Request) -> Response:
        body = await _body(request, _Login)
        token = self.sessions.login(body.user, body.password)
        if token is None:
            return _json({"message": "Login failed"}, 401)
        answer = Response(b"")
        answer.set_cookie(COOKIE, token, httponly=True, samesite="lax")
        return answer

    async def _version(self, _: Request) -> Response:
        return Response(self._frigate.version, media_type="text/plain")

    async def _config(self, _: Request) -> Response:
        return Response(self._frigate.config_json, media_type="application/json")

    async def _stats(self, _: Request) -> Response:
        return Response(self._frigate.stats(), media_type="application/json")

    async def _profile(self, request: Request) -> Response:
        account = self._account(request)
        profile = {"username": account.user}
        return _json(profile | {"role": account.role} if self._frigate.rules.roles else profile)

    # --- events

    async def _events(self, request: Request) -> Response:
        try:
            query = EventQuery.parse(request.query_params)
        except ValueError as error:
            raise msgspec.ValidationError(str(error)) from error
        return _json(self._frigate.rows(query))

    async def _event(self, request: Request) -> Response:
        row = self._frigate.row(request.path_params["event_id"])
        return _json("Event not found", 404) if row is None else _json(row)

    async def _event_ids(self, request: Request) -> Response:
        wanted = [name for name in request.query_params.get("ids", "").split(",") if name]
        if not wanted:
            return _refused(refusal(400, "Valid list of ids must be sent"))
        rows = (self._frigate.row(event_id) for event_id in wanted)
        return _json([row for row in rows if row is not None])

    # --- pictures

    async def _clean(self, request: Request) -> Response:
        extension = request.path_params["extension"]
        if extension != self._frigate.rules.clean_extension:
            raise HTTPException(404)
        picture = self._frigate.clean_picture(
            request.path_params["event_id"], _frame_time_s(request)
        )
        if isinstance(picture, Refusal):
            return _refused(picture)
        data = picture.data
        if extension == "png":
            data = await run_in_threadpool(pictures.transcoded, data, "png")
        return _media(data, extension, {"Cache-Control": _FOR_A_YEAR})

    async def _snapshot(self, request: Request) -> Response:
        picture = self._frigate.any_picture(request.path_params["event_id"], _frame_time_s(request))
        if isinstance(picture, Refusal):
            return _refused(picture)
        drawing = self._drawing(request, picture)
        data = await run_in_threadpool(pictures.drawn, picture.data, picture.box, drawing)
        headers = {"Cache-Control": _FOR_A_YEAR if picture.ended else "no-store"}
        if self._frigate.rules.snapshot_fields:
            headers["X-Frame-Time"] = str(picture.frame_time_s)
        return _media(data, "jpg", headers)

    def _drawing(self, request: Request, picture: Picture) -> Drawing:
        """Up to 0.17 an ended event has one stored picture, with the box drawn in."""
        rules = self._frigate.rules
        if picture.ended and not rules.ended_as_asked:
            return Drawing(box=picture.box_drawn)
        unasked = rules.ended_as_asked and picture.box_drawn
        return Drawing(
            box=bool(_integer(request, "bbox", int(unasked))),
            crop=bool(_integer(request, "crop", 0)),
            height_px=_integer(request, "height", 0) or None,
            quality=_integer(request, "quality", 70),
        )

    async def _thumbnail(self, request: Request) -> Response:
        extension, rules = request.path_params["extension"], self._frigate.rules
        if extension not in _MEDIA or (extension != "jpg" and not rules.early_row):
            raise HTTPException(404)
        picture = self._frigate.thumbnail_picture(request.path_params["event_id"])
        if isinstance(picture, Refusal):
            return _refused(picture)
        written = "webp" if rules.webp_named_jpg and picture.ended else extension
        data = await run_in_threadpool(pictures.thumbnail, picture.data, picture.box, written)
        return _media(data, extension, {})

    async def _recorded_frame(self, request: Request) -> Response:
        camera, time_s = request.path_params["camera"], request.path_params["time"]
        extension, height_px = request.path_params["extension"], _integer(request, "height", 0)
        if extension not in {"jpg", "png"}:
            raise HTTPException(404)
        frame = self._frigate.recorded_frame(camera, time_s)
        if frame is None:
            return _refused(refusal(404, f"Recording not found at {time_s}"))

        def made() -> bytes:
            image = pictures.scaled_to(pictures.decode(frame), height_px or None)
            return pictures.encode(image, extension)

        return _media(await run_in_threadpool(made), extension, {})

    async def _event_clip(self, request: Request) -> Response:
        span = self._frigate.clip_span(request.path_params["event_id"])
        if span is None:
            return _refused(refusal(404, "Clip not available"))
        camera, start_s, end_s = span
        padding = _integer(request, "padding", 0)
        return await self._film(camera, start_s - padding, end_s + padding)

    async def _clip(self, request: Request) -> Response:
        path = request.path_params
        return await self._film(path["camera"], path["start"], path["end"])

    async def _film(self, camera: str, start_s: float, end_s: float) -> Response:
        """Frigate makes a film while it sends it: neither its length is known, nor a part had."""
        frames = self._frigate.recorded_frames(camera, start_s, end_s)
        if not frames:
            return _refused(refusal(400, "No recordings found for the specified time range"))
        data = await run_in_threadpool(film, frames, start_s, end_s)
        pieces = (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))
        return StreamingResponse(pieces, media_type="video/mp4")

    # --- writing

    async def _set_sub_label(self, request: Request) -> Response:
        body, event_id = await _body(request, _SubLabel), request.path_params["event_id"]
        refused = self._frigate.set_sub_label(event_id, body.sub_label, body.sub_label_score)
        return _done(refused, f"Event {event_id} sub label set to {body.sub_label or 'None'}")

    async def _set_description(self, request: Request) -> Response:
        body, event_id = await _body(request, _Description), request.path_params["event_id"]
        refused = self._frigate.set_description(event_id, body.description)
        return _done(refused, f"Event {event_id} description set to {body.description}")

    async def _set_retained(self, request: Request) -> Response:
        event_id, retained = request.path_params["event_id"], request.method == "POST"
        refused = self._frigate.set_retained(event_id, retained=retained)
        return _done(refused, f"Event {event_id} {'retained' if retained else 'un-retained'}")

    async def _exports(self, _: Request) -> Response:
        return _json(self._frigate.exports)

    async def _export(self, request: Request) -> Response:
        body, path = await _body(request, _Export), request.path_params
        wanted = msgspec.structs.asdict(body)
        export = self._frigate.export(path["camera"], path["start"], path["end"], wanted)
        if isinstance(export, Refusal):
            return _refused(export)
        status = self._frigate.rules.export_status
        answer = {"success": True, "message": "Starting export of recording."}
        queued = {"status": "queued"} if status == 202 else {}
        return _json(answer | {"export_id": export} | queued, status)

    async def _export_batch(self, request: Request) -> Response:
        if not self._frigate.rules.export_cases:
            raise HTTPException(404, "Not Found")
        body = await _body(request, _Batch)
        case_id, results = body.export_case_id, []
        for index, item in enumerate(body.items):
            wanted = {"name": item.friendly_name, "case": body.new_case_name or case_id}
            export = self._frigate.export(item.camera, item.start_time, item.end_time, wanted)
            failed = isinstance(export, Refusal)
            result = {"camera": item.camera, "success": not failed, "item_index": index}
            results.append(result | {"export_id": None if failed else export})
        ids = [each["export_id"] for each in results if each["export_id"]]
        if not ids:
            return _refused(refusal(400, "No exports could be queued: no recordings found."))
        answer = {"export_case_id": case_id or "case_1", "export_ids": ids, "results": results}
        return _json(answer, 202)


async def _body(request: Request, kind: type[_Body]) -> _Body:
    try:
        return msgspec.json.decode(await request.body() or b"{}", type=kind)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError as error:
        raise msgspec.ValidationError(str(error)) from error


def _frame_time_s(request: Request) -> float | None:
    """Which picture is meant, as our client says it; Frigate has no such parameter."""
    try:
        return float(request.query_params["frame_time"])
    except (KeyError, ValueError):
        return None


def _integer(request: Request, name: str, default: int) -> int:
    try:
        return int(request.query_params.get(name, default))
    except ValueError as error:
        msg = f"{name}: {error}"
        raise msgspec.ValidationError(msg) from error


def _json(content: Any, status: int = 200) -> Response:
    return Response(msgspec.json.encode(content), status, media_type="application/json")


def _media(data: bytes, extension: str, headers: dict[str, str]) -> Response:
    return Response(data, headers=headers, media_type=_MEDIA[extension])


def _refused(why: Refusal) -> Response:
    return _json(why.content, why.status)


def _done(refused: Refusal | None, message: str) -> Response:
    return _refused(refused) if refused else _json({"success": True, "message": message})


async def _detail(_: Request, error: Exception) -> Response:
    """FastAPI's shape of the errors that Frigate's own code does not make."""
    if not isinstance(error, HTTPException):
        raise error
    return _json({"detail": error.detail}, error.status_code)


async def _unprocessable(_: Request, error: Exception) -> Response:
    return _json({"detail": [{"loc": ["body"], "msg": str(error), "type": "value_error"}]}, 422)
