"""What the service asks of Frigate over HTTP, each question one method."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

import msgspec

from reid_service.errors import FrigateNotFound, FrigateRefused
from reid_service.ingest.downloads import Download
from reid_service.ingest.frigate_config import FrigateConfig, parse_config
from reid_service.ingest.payloads import PERSON, EventRow, PayloadRejected, parse_row
from reid_service.ingest.rare_log import RareLog
from reid_service.ingest.transport import FrigateTransport, Params
from reid_service.ingest.versions import FrigateVersion
from reid_service.settings import FrigateSettings

_LOG = logging.getLogger(__name__)

SUB_LABEL_MAX: Final = 100
EXPORTS_AT_ONCE: Final = 50
_EXPORT_NAME_MAX: Final = 256
_CASE_NAME_MAX: Final = 100
_PAGE: Final = 100
_ADMIN: Final = "admin"
_NO_CLIP: Final = (400, 404)
"""Frigate says 400 to a span of which it has no recording."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Who we are to Frigate; `role` is None before 0.16, which knows no roles."""

    username: str
    role: str | None

    @property
    def can_write(self) -> bool:
        """Whether sub labels, descriptions and exports are ours to write."""
        return self.role is None or self.role == _ADMIN


class _WireProfile(msgspec.Struct):
    username: str = ""
    role: str | None = None


class _WireExport(msgspec.Struct):
    export_id: str | None = None


@dataclass(frozen=True, slots=True)
class ExportItem:
    """A stretch of a camera's recording that Frigate is to keep; epoch seconds."""

    camera: str
    start_s: float
    end_s: float
    name: str


class _WireResult(msgspec.Struct):
    item_index: int
    export_id: str | None = None


class _WireBatch(msgspec.Struct):
    export_case_id: str | None = None
    results: list[_WireResult] = []


class FrigateClient:
    """One Frigate; safe to use from several threads. Every method raises `FrigateError`s.

    Ids and camera names are quoted. `version()` is asked again after each reconnect, because
    an update of Frigate changes where its clean pictures are.
    """

    def __init__(
        self,
        settings: FrigateSettings,
        *,
        max_concurrent: int = 4,
        on_request: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._http = FrigateTransport(
            settings, max_concurrent=max_concurrent, on_request=on_request
        )
        self._version: FrigateVersion | None = None
        self._rare = RareLog(_LOG)

    def close(self) -> None:
        """Wake those who wait and close the connections."""
        self._http.close()

    def version(self) -> FrigateVersion:
        """Ask which Frigate this is, and remember it."""
        try:
            self._version = FrigateVersion.parse(self._http.get("/version")[:64].decode("ascii"))
        except ValueError:
            msg = "what answers is not Frigate; check frigate.url"
            raise FrigateRefused(msg) from None
        return self._version

    def config(self) -> FrigateConfig:
        """Frigate's configuration: cameras, frame sizes, zones."""
        try:
            return parse_config(self._http.get("/config", fresh=True))
        except PayloadRejected as error:
            raise FrigateRefused(f"Frigate's configuration cannot be read ({error})") from None

    def raw_config(self) -> dict[str, Any]:
        """Frigate's configuration as it is, for a recording."""
        try:
            sent = msgspec.json.decode(self._http.get("/config", fresh=True), type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError):
            msg = "Frigate's configuration cannot be read; check frigate.url"
            raise FrigateRefused(msg) from None
        return sent

    def profile(self) -> Profile:
        """Our user and role, so that a missing right is said at the start."""
        try:
            sent = msgspec.json.decode(self._http.get("/profile", fresh=True), type=_WireProfile)
        except (msgspec.DecodeError, UnicodeDecodeError):
            msg = "Frigate's profile cannot be read; check frigate.url"
            raise FrigateRefused(msg) from None
        return Profile(sent.username, sent.role)

    def events(
        self,
        *,
        after_s: float | None = None,
        before_s: float | None = None,
        in_progress: bool | None = None,
        has_snapshot: bool | None = None,
        cameras: Sequence[str] = (),
        limit: int = 10_000,
    ) -> Iterator[EventRow]:
        """Persons that started between two times (exclusive), newest first, at most `limit`.

        Frigate pages by start time alone: the next page begins at the last one's time, and rows
        of that very time that were given already are skipped. Unreadable rows are skipped too.
        """
        params: dict[str, str | int | float] = {"labels": PERSON, "include_thumbnails": 0}
        if after_s is not None:
            params["after"] = repr(after_s)
        for name, flag in (("in_progress", in_progress), ("has_snapshot", has_snapshot)):
            if flag is not None:
                params[name] = int(flag)
        if cameras:
            params["cameras"] = ",".join(cameras)
        given = 0
        for row in self._pages(params, before_s):
            if given >= limit:
                return
            if row.is_person:
                given += 1
                yield row

    def event(self, event_id: str, *, fresh: bool = False) -> EventRow:
        """One event; `fresh` after a write, past Frigate's cache of 5 s."""
        body = self._http.get(_event_path(event_id), fresh=fresh)
        try:
            return parse_row(body)
        except PayloadRejected as error:
            raise FrigateRefused(f"Frigate's event cannot be read ({error})") from None

    def clean_image(self, event_id: str, frame_time_s: float | None = None) -> bytes:
        """The full frame of the event's picture without anything drawn in (PNG, WEBP or JPEG).

        Falls back on `snapshot.jpg` where that is clean: while the event lives, and since 0.18.
        Frigate gives its present one; `frame_time_s` says which is meant, so that nothing in
        between takes it for the one before (up to 0.17 it says that it holds for a year).
        """
        meant: Params = {} if frame_time_s is None else {"frame_time": frame_time_s}
        version = self._version or self.version()
        extension = version.clean_image_extension
        try:
            return self._http.get(_event_path(event_id, f"snapshot-clean.{extension}"), meant)
        except FrigateNotFound:
            image = self._http.get(
                _event_path(event_id, "snapshot.jpg"),
                {"bbox": 0, "timestamp": 0, "crop": 0, "quality": 95, **meant},
            )
            # Asked afterwards: an event that ends in between gives the picture with its box.
            if version.ended_snapshot_obeys_parameters or self._lives(event_id):
                return image
            raise

    def recording_frame(self, camera: str, time_s: float, height: int | None = None) -> bytes:
        """One frame of the record stream as PNG; some seconds late, so ask after the end."""
        params: Params = {} if height is None else {"height": height}
        return self._http.get(
            f"/{quote(camera, safe='')}/recordings/{time_s:.6f}/snapshot.png", params
        )

    def clip(
        self, camera: str, start_s: float, end_s: float, *, byte_range: str | None = None
    ) -> Download:
        """The recording of a camera between two times as MP4, some seconds late.

        Raises `FrigateNotFound` where nothing is recorded, whatever status says so.
        """
        path = f"/{quote(camera, safe='')}/start/{start_s:.3f}/end/{end_s:.3f}/clip.mp4"
        return self._http.download(path, byte_range=byte_range, absent=_NO_CLIP)

    def event_clip(self, event_id: str, *, byte_range: str | None = None) -> Download:
        """The clip of an event as Frigate cuts it. Raises `FrigateNotFound`."""
        path = _event_path(event_id, "clip.mp4")
        return self._http.download(path, byte_range=byte_range, absent=_NO_CLIP)

    def thumbnail(self, event_id: str) -> bytes:
        """A square crop, 175 px high; JPEG or WEBP whatever its name says."""
        return self._http.get(_event_path(event_id, "thumbnail.jpg"))

    def set_sub_label(self, event_id: str, text: str, score: float | None = None) -> None:
        """Write the sub label (cut to 100 characters), empty to clear it; `score` in (0, 1].

        Carried out with a delay since 0.16, and refused as not found before an event is in the
        database of 0.15.
        """
        body: dict[str, str | float] = {"subLabel": text[:SUB_LABEL_MAX]}
        if score is not None and 0.0 < score <= 1.0:
            body["subLabelScore"] = score
        self._http.send("POST", _event_path(event_id, "sub_label"), body)

    def set_description(self, event_id: str, text: str) -> None:
        """Replace the description. Frigate loses it when the event has not ended: verify."""
        self._http.send("POST", _event_path(event_id, "description"), {"description": text})

    def retain(self, event_id: str, *, keep: bool) -> None:
        """Keep row, picture and clip beyond Frigate's retention, or no longer."""
        self._http.send("POST" if keep else "DELETE", _event_path(event_id, "retain"))

    def export_clip(self, camera: str, start_s: float, end_s: float, name: str) -> str | None:
        """Have Frigate keep a clip of the recordings; the export's id where Frigate says it."""
        body = {"playback": "realtime", "source": "recordings", "name": name[:_EXPORT_NAME_MAX]}
        path = f"/export/{quote(camera, safe='')}/start/{start_s:.3f}/end/{end_s:.3f}"
        answer = self._http.send("POST", path, body)
        try:
            return msgspec.json.decode(answer, type=_WireExport).export_id
        except (msgspec.DecodeError, UnicodeDecodeError):
            return None

    def export_case(
        self, name: str, items: Sequence[ExportItem], case_id: str | None = None
    ) -> tuple[str | None, list[str | None]]:
        """Have Frigate keep several clips in one case (since 0.18), a new one without `case_id`.

        Returns the case and, item by item, the export or None where nothing is recorded. At most
        `EXPORTS_AT_ONCE` items.
        """
        body: dict[str, Any] = {
            "items": [
                {
                    "camera": each.camera,
                    "start_time": each.start_s,
                    "end_time": each.end_s,
                    "friendly_name": each.name[:_EXPORT_NAME_MAX],
                }
                for each in items
            ]
        }
        case = {"new_case_name": name[:_CASE_NAME_MAX]}
        body |= case if case_id is None else {"export_case_id": case_id}
        try:
            answer = msgspec.json.decode(
                self._http.send("POST", "/exports/batch", body), type=_WireBatch
            )
        except (msgspec.DecodeError, UnicodeDecodeError):
            msg = "Frigate's answer to an export cannot be read; update Frigate"
            raise FrigateRefused(msg) from None
        by_index = {each.item_index: each.export_id for each in answer.results}
        return answer.export_case_id, [by_index.get(index) for index in range(len(items))]

    def _lives(self, event_id: str) -> bool:
        try:
            return self.event(event_id, fresh=True).end_time_s is None
        except FrigateNotFound:
            # Not in the database yet; a picture it has all the same, so it is being tracked.
            return True

    def _pages(
        self, params: dict[str, str | int | float], before_s: float | None
    ) -> Iterator[EventRow]:
        at_edge: set[str] = set()
        while True:
            if before_s is not None:
                params["before"] = repr(before_s)
            rows, full = self._page({**params, "limit": _PAGE + len(at_edge)})
            yield from (row for row in rows if row.event_id not in at_edge)
            if not full or not rows:
                return
            edge_s = rows[-1].start_time_s
            if before_s is not None and edge_s >= before_s:
                return  # what answers does not obey the bound, and would go on for ever
            at_edge = {row.event_id for row in rows if row.start_time_s == edge_s}
            before_s = math.nextafter(edge_s, math.inf)

    def _page(self, params: Params) -> tuple[list[EventRow], bool]:
        body = self._http.get("/events", params, fresh=True)
        try:
            sent = msgspec.json.decode(body, type=list[msgspec.Raw])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            msg = "Frigate's list of events cannot be read; check frigate.url"
            raise FrigateRefused(msg) from None
        rows = []
        for each in sent:
            try:
                rows.append(parse_row(memoryview(each)))
            except PayloadRejected as error:
                self._rare.warning(error.reason, "an event of Frigate is skipped (%s)", error)
        return rows, len(sent) >= int(params["limit"])


def _event_path(event_id: str, what: str = "") -> str:
    path = f"/events/{quote(event_id, safe='')}"
    return f"{path}/{what}" if what else path
