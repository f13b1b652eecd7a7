"""Bounds on everything that Frigate sends: each number, text and list is untrusted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NoReturn, TypeVar

import msgspec

from reid_service.domain.boxes import FractionBox, PixelBox
from reid_service.domain.tracklet import PathPoint, SubLabel
from reid_service.ingest.wire import Corners, WirePath, WireSubLabel

MAX_BYTES: Final = 1 << 20
"""Longest message or row that is decoded; real ones have 2 to 60 kB."""

MAX_PATH_POINTS: Final = 1000
"""Newest points of a path that are kept: over an hour of walking on one camera."""

MAX_ZONES: Final = 100
MAX_TEXT: Final = 256
_MAX_EPOCH_S: Final = 1e11
_MAX_PIXEL: Final = 65_536.0
_MAX_COUNT: Final = 1_000_000_000

_EVENT_ID: Final = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?-[a-z0-9]{1,22}")
_CAMERA: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")

T = TypeVar("T")


class RejectReason(StrEnum):
    """Why a message was not taken; each is counted in the metrics."""

    NOT_JSON = "not_json"
    WRONG_SHAPE = "wrong_shape"  # a field is missing or of another type
    BAD_NUMBER = "bad_number"  # not finite, negative, or out of any sensible range
    BAD_BOX = "bad_box"  # inverted, or far outside any frame
    BAD_ID = "bad_id"  # event id or camera that may not go into a path or URL
    TOO_LARGE = "too_large"
    WRONG_ORDER = "wrong_order"  # ends or is seen before it starts


class PayloadRejected(ValueError):
    """A message that contradicts Frigate's contract; `detail` names the place, not the content."""

    def __init__(self, reason: RejectReason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def reject(reason: RejectReason, detail: str) -> NoReturn:
    """Raise `PayloadRejected` without the chain: the decoder's text may quote the content."""
    raise PayloadRejected(reason, detail) from None


def decoded(decoder: msgspec.json.Decoder[T], payload: bytes, limit: int = MAX_BYTES) -> T:
    """Decode typed JSON. Raises `PayloadRejected` and nothing else."""
    if len(payload) > limit:
        reject(RejectReason.TOO_LARGE, f"{len(payload)} bytes")
    try:
        return decoder.decode(payload)
    except msgspec.ValidationError as error:
        if "out of range" in str(error):
            reject(RejectReason.BAD_NUMBER, "a number too large for its type")
        reject(RejectReason.WRONG_SHAPE, _place(error))
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Python's encoder writes numbers that JSON does not have.
        if b"NaN" in payload or b"Infinity" in payload:
            reject(RejectReason.BAD_NUMBER, "a number that is not finite")
        reject(RejectReason.NOT_JSON, f"{len(payload)} bytes")
    except RecursionError:
        reject(RejectReason.WRONG_SHAPE, "nested too deeply")


def _place(error: msgspec.ValidationError) -> str:
    """Path of the offending field; its own text could quote keys of the message."""
    _, _, place = str(error).rpartition(" - at ")
    return place[:80] if place.startswith("`$") else "the whole message"


def event_id(text: str) -> str:
    """An id that is safe in paths, URLs and logs."""
    if _EVENT_ID.fullmatch(text) is None:
        reject(RejectReason.BAD_ID, "event id")
    return text


def camera(text: str) -> str:
    """A camera's name: Frigate's own pattern, safe in paths, URLs and topics."""
    if _CAMERA.fullmatch(text) is None:
        reject(RejectReason.BAD_ID, "camera")
    return text


def epoch(value: float, name: str) -> float:
    """Epoch seconds after 1970 and before the year 5000."""
    if not 0.0 < value < _MAX_EPOCH_S:
        reject(RejectReason.BAD_NUMBER, name)
    return value


def score(value: float, name: str) -> float:
    """A score in [0, 1]."""
    if not 0.0 <= value <= 1.0:
        reject(RejectReason.BAD_NUMBER, name)
    return value


def count(value: int, name: str) -> int:
    """A number of things, at least 0."""
    if not 0 <= value <= _MAX_COUNT:
        reject(RejectReason.BAD_NUMBER, name)
    return value


def text(value: str, name: str) -> str:
    """Text of at most `MAX_TEXT` characters, without control characters."""
    if len(value) > MAX_TEXT:
        reject(RejectReason.TOO_LARGE, name)
    if not value.isprintable():
        # PostgreSQL takes no NUL, and logs and pages take no line breaks.
        value = "".join(each for each in value if each.isprintable())
    return value.strip()


def zones(names: Sequence[str], name: str) -> tuple[str, ...]:
    """At most `MAX_ZONES` names."""
    return tuple(text(each, name) for each in names[:MAX_ZONES])


def pixel_box(corners: Corners, name: str) -> PixelBox:
    """x_min, y_min, x_max, y_max in pixels; may be empty or partly outside the frame."""
    x_min, y_min, x_max, y_max = corners
    if not (
        -_MAX_PIXEL <= x_min <= x_max <= _MAX_PIXEL and -_MAX_PIXEL <= y_min <= y_max <= _MAX_PIXEL
    ):
        reject(RejectReason.BAD_BOX, name)
    return PixelBox(round(x_min), round(y_min), round(x_max), round(y_max))


def fraction_box(box: Corners, name: str) -> FractionBox:
    """From x, y, width, height as fractions (HTTP) to corners, clipped to [0, 1].

    >>> fraction_box((0.25, 0.5, 0.5, 0.75), "box")
    FractionBox(x_min=0.25, y_min=0.5, x_max=0.75, y_max=1.0)
    """
    x, y, width, height = box
    if not (-1.0 <= x <= 2.0 and -1.0 <= y <= 2.0 and 0.0 <= width <= 2.0 and 0.0 <= height <= 2.0):
        reject(RejectReason.BAD_BOX, name)
    return FractionBox(_unit(x), _unit(y), _unit(x + width), _unit(y + height))


def path(points: WirePath) -> tuple[PathPoint, ...]:
    """The newest `MAX_PATH_POINTS`; feet beyond the frame's edge are put on it."""
    newest = points[-MAX_PATH_POINTS:]
    for (x, y), time_s in newest:
        if not (0.0 <= x <= 1.0 and 0.0 <= y <= 1.0 and 0.0 < time_s < _MAX_EPOCH_S):
            return tuple(
                PathPoint(_unit(x), _unit(y), epoch(time_s, "path_data"))
                for (x, y), time_s in newest
            )
    return tuple([PathPoint(x, y, time_s) for (x, y), time_s in newest])


def sub_label(sent: WireSubLabel, separate_score: float | None = None) -> SubLabel | None:
    """Every form that Frigate has for a label set, set without a score, or cleared.

    >>> sub_label(("nicole", None))
    SubLabel(text='nicole', score=None)
    >>> sub_label((None, None)) is None and sub_label("") is None
    True
    """
    if sent is None:
        return None
    name, given = (sent, separate_score) if isinstance(sent, str) else sent
    cleaned = text(name, "sub_label") if name else ""
    if not cleaned:
        return None
    return SubLabel(cleaned, None if given is None else score(given, "sub_label score"))


def _unit(value: float) -> float:
    return min(max(value, 0.0), 1.0)
