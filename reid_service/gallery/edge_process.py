"""The vector index's own process: `python -m reid_service.gallery.edge_process FD`.

Every call of the engine holds the interpreter lock, up to seconds while it optimises, so it gets
an interpreter of its own. The process serves one socket, inherited as file descriptor FD, and
lives as long as that socket: when the service ends, however it ends, this process flushes, closes
and exits. It imports as little as it can: its memory is the index's.
"""

from __future__ import annotations

import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec

from reid_service.errors import GalleryError, GalleryUnavailable
from reid_service.gallery.edge_index import EdgeIndex
from reid_service.gallery.edge_wire import (
    Answer,
    Clear,
    Count,
    Delete,
    Done,
    Failure,
    Flush,
    Open,
    Optimize,
    Request,
    Scroll,
    Search,
    Upsert,
    receive_frame,
    send_frame,
)
from reid_service.gallery.resident import FilePages

_FILE_BYTES: Final = 48_000_000
"""Of mapped files, with the program itself (15 MB): what a search needs is read again in time."""


class _Server:
    """Answers the requests of one service."""

    def __init__(self) -> None:
        self._index: EdgeIndex | None = None
        self._pages: FilePages | None = None
        self._handlers: dict[type, Callable[[Any], Answer]] = {Open: self._open}

    def answer(self, request: Request) -> Answer:
        """Carry out a request; failures become answers."""
        try:
            answer = self._handlers[type(request)](request)
            if self._pages is not None:
                self._pages.trim()
            return answer
        except GalleryError as error:
            return Failure(error.code, str(error))
        except ValueError as error:  # the engine's answer to an id that is no UUID
            return Failure(GalleryError.code, f"The vector index refused a request: {error}.")
        except Exception as error:  # noqa: BLE001  the engine raises bare Exception
            return Failure(GalleryUnavailable.code, f"The vector index failed: {error}.")

    def close(self) -> None:
        """Flush and free what was opened."""
        if self._index is not None:
            self._index.close()

    def _open(self, request: Open) -> Done:
        index = EdgeIndex(request)
        self._index = index
        self._pages = FilePages(Path(request.folder), most_bytes=_FILE_BYTES)
        self._handlers = {
            Upsert: index.upsert,
            Delete: index.delete,
            Search: index.search,
            Scroll: index.scroll,
            Count: index.count,
            Flush: index.flush,
            Optimize: index.optimize,
            Clear: index.clear,
        }
        return Done()


def serve(sock: socket.socket) -> None:
    """Answer requests until the other side is gone, then flush and close."""
    server = _Server()
    decoder = msgspec.msgpack.Decoder(Request)
    encoder = msgspec.msgpack.Encoder()
    try:
        while (message := receive_frame(sock)) is not None:
            send_frame(sock, encoder.encode(server.answer(decoder.decode(message))))
    except ConnectionError:
        pass  # the service died: the same as an orderly end
    finally:
        server.close()


def main() -> None:
    """Serve the inherited socket.

    Signals meant for the service reach this process too (a supervisor stops the whole group): it
    ignores them and leaves when the service lets go of the socket.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[1])) as sock:
        serve(sock)


if __name__ == "__main__":
    main()
