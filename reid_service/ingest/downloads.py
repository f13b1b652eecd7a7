"""Something long that Frigate sends, passed on without holding it in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Final

import requests
import urllib3

from reid_service.errors import FrigateUnreachable

_CHUNK_BYTES: Final = 1 << 16
_PASSED_ON: Final = ("Content-Length", "Content-Range", "Accept-Ranges")
_LOST = "Frigate broke off in the middle of a film; try again"
_SLOW = "Frigate stopped sending in the middle of a film; try again"


class Download:
    """The body of one answer, to be read once; close it in any case.

    `status` is 200, or 206 when a part was asked for and given; `headers` say which. A client
    that reads slowly is waited for; a Frigate that sends nothing for `patience_s` is not.
    """

    def __init__(
        self, response: requests.Response, on_close: Callable[[], object], patience_s: float
    ) -> None:
        self.status = response.status_code
        self.headers = {
            name: response.headers[name] for name in _PASSED_ON if name in response.headers
        }
        self._response = response
        self._on_close: Callable[[], object] | None = on_close
        self._patience_s = patience_s
        self._chunks = response.iter_content(_CHUNK_BYTES)
        self._first = self._next()

    @property
    def begins(self) -> bool:
        """Whether there is at least one byte."""
        return bool(self._first)

    def chunks(self) -> Iterator[bytes]:
        """The body, at most 64 KiB at a time; closes itself at its end. Raises `FrigateError`."""
        try:
            chunk, self._first = self._first, b""
            while chunk:
                yield chunk
                chunk = self._next()
        finally:
            self.close()

    def close(self) -> None:
        """Hang up; harmless when called twice."""
        done, self._on_close = self._on_close, None
        self._response.close()
        if done is not None:
            done()

    def __enter__(self) -> Download:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _next(self) -> bytes:
        asked_s = time.monotonic()
        try:
            chunk = next(self._chunks, b"")
        except (requests.RequestException, urllib3.exceptions.HTTPError):
            raise FrigateUnreachable(_LOST) from None
        if time.monotonic() - asked_s > self._patience_s:
            raise FrigateUnreachable(_SLOW)
        return chunk
