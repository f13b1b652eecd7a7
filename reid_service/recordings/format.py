"""Reading and writing a recording: Frigate traffic in a folder.

    <name>/
      recording.json       what it is: Frigate's version, topic prefix, start, length, plan
      frigate_config.json  what GET /api/config answers
      mqtt.jsonl.gz        one message a line
      frames/<event id>/<frame time>.webp
      truth.json           optional: who each tracked object really is

The header is written last: a folder without it is no finished recording.
"""

from __future__ import annotations

import dataclasses
import gzip
import threading
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Annotated, Any, Final, TypeVar

import msgspec

from reid_service.errors import RecordingError
from reid_service.recordings.timeshift import shift_times

FORMAT: Final = 1
_HEADER: Final = "recording.json"
_CONFIG: Final = "frigate_config.json"
_MESSAGES: Final = "mqtt.jsonl.gz"
_FRAMES: Final = "frames"
_TRUTH: Final = "truth.json"
_FLUSH_EVERY: Final = 200

_Parsed = TypeVar("_Parsed")


class Message(msgspec.Struct, frozen=True):
    """One MQTT message; `t` is its arrival in epoch seconds."""

    t: float
    topic: str
    qos: Annotated[int, msgspec.Meta(ge=0, le=2)]
    retain: bool
    payload: str

    def shifted(self, seconds: int) -> Message:
        """The same message with all its times moved by whole `seconds`."""
        payload = shift_times(self.payload, seconds, near_s=self.t)
        return Message(self.t + seconds, self.topic, self.qos, self.retain, payload)


class PlanCamera(msgspec.Struct, frozen=True):
    """Where a camera stands on the plan (metres) and where it looks (degrees)."""

    x: float
    y: float
    heading_deg: float = 0.0


class PlanEdge(msgspec.Struct, frozen=True):
    """A way between two cameras and the usual walking time in seconds."""

    a: str
    b: str
    walk_s: float


class Plan(msgspec.Struct, frozen=True):
    """Floor plan; `size_m` is width and height in metres."""

    size_m: tuple[float, float]
    cameras: dict[str, PlanCamera] = {}
    edges: list[PlanEdge] = []


class Header(msgspec.Struct, frozen=True, omit_defaults=True):
    """recording.json; `start` in epoch seconds."""

    format: int
    name: str
    frigate_version: str
    topic_prefix: str
    start: float
    seconds: float
    source: str = ""
    licence: str = ""
    plan: Plan | None = None


class DetectConfig(msgspec.Struct, frozen=True):
    """Detect stream of a camera, in pixels and frames per second."""

    width: Annotated[int, msgspec.Meta(ge=1)]
    height: Annotated[int, msgspec.Meta(ge=1)]
    fps: float = 5


class SnapshotsConfig(msgspec.Struct, frozen=True):
    """Frigate's defaults: stored pictures have the box drawn in, a clean copy beside them."""

    enabled: bool = True
    clean_copy: bool = True
    bounding_box: bool = True


class CameraConfig(msgspec.Struct, frozen=True):
    """The parts of a camera's configuration that replaying needs."""

    detect: DetectConfig
    enabled: bool = True
    snapshots: SnapshotsConfig = SnapshotsConfig()
    zones: dict[str, Any] = {}


class FrigateConfig(msgspec.Struct, frozen=True):
    """The parts of Frigate's configuration that replaying needs."""

    cameras: dict[str, CameraConfig]
    version: str = ""


class TruePerson(msgspec.Struct, frozen=True):
    """Who a tracked object really is, and where it was seen."""

    person: str
    camera: str


_LINES = msgspec.json.Decoder(Message)


def frame_file_name(frame_time_s: float) -> str:
    """Name of the picture of a frame; frame times have microseconds.

    >>> frame_file_name(1789110048.96844)
    '1789110048.968440.webp'
    """
    return f"{frame_time_s:.6f}.webp"


def frigate_config_parts(config: Mapping[str, Any]) -> dict[str, Any]:
    """What a recording keeps of GET /api/config: no address, no password, no stream.

    The topic prefix, the version, and of each camera `enabled`, `detect`, `zones` and
    `snapshots`; `onvif` stays as an empty mapping because clients look for it.
    """
    kept = ("enabled", "detect", "zones", "snapshots")
    return {
        "version": config.get("version", ""),
        "mqtt": {"topic_prefix": config.get("mqtt", {}).get("topic_prefix", "frigate")},
        "cameras": {
            name: {key: camera[key] for key in kept if key in camera} | {"onvif": {}}
            for name, camera in config.get("cameras", {}).items()
        },
    }


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording on disk, opened for reading; `shift_s` moves all of it in time."""

    folder: Path
    header: Header
    config: FrigateConfig
    config_json: bytes
    truth: Mapping[str, TruePerson]
    shift_s: int = 0

    @classmethod
    def open(cls, folder: Path) -> Recording:
        """Read everything but messages and frames.

        Raises RecordingError naming the file that is missing or malformed.
        """
        header = _parse(folder / _HEADER, Header, "the folder is no finished recording")
        if header.format != FORMAT:
            msg = (
                f"{folder.name} has recording format {header.format}, this version reads "
                f"format {FORMAT}: update the service or record again."
            )
            raise RecordingError(msg)
        config = _parse(folder / _CONFIG, FrigateConfig, "Frigate's configuration belongs to it")
        _require(folder / _MESSAGES, "the MQTT messages belong to it")
        _require(folder / _FRAMES, "the pictures belong to it")
        truth: dict[str, TruePerson] = {}
        if (folder / _TRUTH).exists():
            truth = _parse(folder / _TRUTH, dict[str, TruePerson], "")
        return cls(folder, header, config, (folder / _CONFIG).read_bytes(), truth)

    def messages(self) -> Iterator[Message]:
        """All messages in order, read as they are needed.

        Raises RecordingError at a line that is no message or where the file is cut off.
        """
        number = 0
        try:
            with gzip.open(self.folder / _MESSAGES, "rb") as lines:
                for number, line in enumerate(lines, start=1):  # noqa: B007  the error names it
                    yield _LINES.decode(line).shifted(self.shift_s)
        except (EOFError, OSError, zlib.error, msgspec.DecodeError, UnicodeDecodeError) as error:
            msg = (
                f"{self.folder.name}/{_MESSAGES} is damaged at line {max(1, number)}: "
                f"copy the recording again or record again."
            )
            raise RecordingError(msg) from error

    def frame(self, event_id: str, frame_time_s: float) -> Path | None:
        """File of the clean picture of an object at a frame time, or None without one."""
        if not _is_file_name(event_id):
            return None
        original = shift_times(event_id, -self.shift_s, near_s=frame_time_s)
        path = self.folder / _FRAMES / original / frame_file_name(frame_time_s - self.shift_s)
        return path if path.is_file() else None

    def shifted(self, seconds: int) -> Recording:
        """This recording moved in time by whole `seconds`, event ids included."""
        start = self.header.start
        return dataclasses.replace(
            self,
            shift_s=self.shift_s + seconds,
            header=msgspec.structs.replace(self.header, start=start + seconds),
            truth={
                shift_times(event_id, seconds, near_s=start): person
                for event_id, person in self.truth.items()
            },
        )


class RecordingWriter:
    """Writes a recording: messages are appended, frames are files, the header comes at close.

    Any thread may call any method. `config` is written as given: strip it first
    (`frigate_config_parts`). Raises RecordingError when the folder already holds something.
    """

    def __init__(
        self,
        folder: Path,
        *,
        frigate_version: str,
        topic_prefix: str,
        config: Mapping[str, Any],
        name: str | None = None,
        source: str = "",
        licence: str = "",
        plan: Plan | None = None,
    ) -> None:
        if folder.exists() and any(folder.iterdir()):
            msg = f"{folder} is not empty: choose a new folder for the recording."
            raise RecordingError(msg)
        (folder / _FRAMES).mkdir(parents=True, exist_ok=True)
        _write(folder / _CONFIG, msgspec.json.format(msgspec.json.encode(config)))
        self.folder = folder
        self._header = Header(
            FORMAT,
            name or folder.name,
            frigate_version,
            topic_prefix,
            0.0,
            0.0,
            source,
            licence,
            plan,
        )
        self._lock = threading.Lock()
        self._lines = gzip.open(folder / _MESSAGES, "ab")  # noqa: SIM115  open until close()
        self._span: tuple[float, float] | None = None
        self._count = 0
        self._closed = False

    def __enter__(self) -> RecordingWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def write(self, message: Message) -> None:
        """Append one message."""
        with self._lock:
            self._lines.write(msgspec.json.encode(message) + b"\n")
            first = self._span[0] if self._span else message.t
            self._span = (first, message.t)
            self._count += 1
            if self._count % _FLUSH_EVERY == 0:
                self._lines.flush()

    def write_frame(self, event_id: str, frame_time_s: float, webp: bytes) -> None:
        """Store the clean picture of an object at a frame time.

        Raises RecordingError for an event id that cannot be the name of a folder.
        """
        if not _is_file_name(event_id):
            msg = f"{event_id!r} is no event id of Frigate: check the topic prefix."
            raise RecordingError(msg)
        folder = self.folder / _FRAMES / event_id
        folder.mkdir(exist_ok=True)
        _write(folder / frame_file_name(frame_time_s), webp)

    def write_truth(self, truth: Mapping[str, TruePerson]) -> None:
        """Store who each tracked object really is, by event id."""
        _write(self.folder / _TRUTH, msgspec.json.format(msgspec.json.encode(dict(truth))))

    def close(self, *, start_s: float | None = None, seconds: float | None = None) -> None:
        """Finish the recording; start and length are those of the messages unless given."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._lines.close()
        first, last = self._span or (0.0, 0.0)
        start = first if start_s is None else start_s
        length = last - start if seconds is None else seconds
        header = msgspec.structs.replace(self._header, start=start, seconds=length)
        _write(self.folder / _HEADER, msgspec.json.format(msgspec.json.encode(header)))


def _is_file_name(event_id: str) -> bool:
    """Event ids come from outside and become paths: none may leave its folder."""
    return event_id not in {"", ".", ".."} and not set(event_id) & set("/\\\0")


def _require(path: Path, why: str) -> None:
    if not path.exists():
        msg = f"{path.parent.name}/{path.name} is missing: {why}."
        raise RecordingError(msg)


def _parse(path: Path, kind: type[_Parsed], why: str) -> _Parsed:
    _require(path, why)
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, UnicodeDecodeError, msgspec.DecodeError) as error:
        msg = f"{path.parent.name}/{path.name} cannot be read: {error}."
        raise RecordingError(msg) from error


def _write(path: Path, content: bytes) -> None:
    """Replace a file so that a reader sees the old one or the whole new one."""
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(content)
    partial.replace(path)
