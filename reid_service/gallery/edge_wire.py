"""Frames between the service and its vector index process: msgpack behind a length.

A frame is a 4-byte big-endian length and one message. Each request gets one answer. Nothing here
imports numpy: the index process stays small without it, so vectors travel as raw float32 in the
machine's order.
"""

from __future__ import annotations

import socket
import struct
from typing import Final, TypeAlias

import msgspec

from reid_service.errors import GalleryError, GalleryUnavailable, ModelMismatch

_LENGTH: Final = struct.Struct(">I")
_CHUNK_BYTES: Final = 1 << 20

Fields: TypeAlias = dict[str, str | float]
"""A payload as the engine keeps it: absent fields are left out."""


class _Message(msgspec.Struct, tag=True, array_like=True, gc=False):
    """Base of all messages; the class name tells them apart on the wire."""


class WirePoint(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A point; `vector` is raw float32, 4 bytes a dimension."""

    id: str
    vector: bytes
    fields: Fields


class Where(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A search filter; None means any, an empty list means none."""

    kind: str
    cameras: list[str] | None
    identities: list[str] | None
    exclude_identities: list[str]
    from_s: float | None
    until_s: float | None


class Open(_Message):
    """The first request: which folder, whose vectors, and how long to wait for its lock."""

    folder: str
    model_id: str
    dimension: int
    lock_wait_s: float


class Upsert(_Message):
    """Insert or replace points by id."""

    points: list[WirePoint]


class Delete(_Message):
    """Delete points by id."""

    ids: list[str]


class Search(_Message):
    """The `limit` nearest points, in the engine's order."""

    vector: bytes
    where: Where
    limit: int


class Scroll(_Message):
    """One page of points, from `after` on (None starts)."""

    after: str | None
    limit: int


class Count(_Message):
    """How many points there are."""


class Flush(_Message):
    """Write everything through to the disk."""


class Optimize(_Message):
    """Build quantised segments and drop deleted points."""


class Clear(_Message):
    """Delete every point and its file."""


Request: TypeAlias = Open | Upsert | Delete | Search | Scroll | Count | Flush | Optimize | Clear


class Done(_Message):
    """The request was carried out."""


class Total(_Message):
    """Answer to `Count`."""

    points: int


class Found(_Message):
    """Answer to `Search`: id, cosine, payload."""

    hits: list[tuple[str, float, Fields]]


class Page(_Message):
    """Answer to `Scroll`; `after` starts the next page, None ends."""

    points: list[tuple[str, Fields]]
    after: str | None


class Failure(_Message):
    """The request failed; `code` is that of the error class to raise."""

    code: str
    text: str


Answer: TypeAlias = Done | Total | Found | Page | Failure


def send_frame(sock: socket.socket, message: bytes) -> None:
    """Send one frame. Raises `OSError` when the other side is gone."""
    sock.sendall(_LENGTH.pack(len(message)) + message)


def receive_frame(sock: socket.socket) -> bytes | None:
    """The next message, or None when the other side has closed between two frames.

    Raises `OSError` when the connection breaks, also in the middle of a frame.
    """
    header = _receive(sock, _LENGTH.size)
    if not header:
        return None
    (length,) = _LENGTH.unpack(_whole(header, _LENGTH.size))
    return _whole(_receive(sock, length), length)


def _receive(sock: socket.socket, length: int) -> bytes:
    """`length` bytes, or what came before the end of the stream."""
    received = bytearray()
    while len(received) < length:
        part = sock.recv(min(_CHUNK_BYTES, length - len(received)))
        if not part:
            break
        received += part
    return bytes(received)


def _whole(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ConnectionError("the connection to the vector index ended within a message")
    return data


def error_of(failure: Failure) -> GalleryError:
    """The error that a failure stands for.

    >>> error_of(Failure("model_mismatch", "No."))
    ModelMismatch('No.')
    """
    kinds: tuple[type[GalleryError], ...] = (GalleryError, GalleryUnavailable, ModelMismatch)
    (kind,) = [kind for kind in kinds if kind.code == failure.code]
    return kind(failure.text)
