"""One HTTP request to the service, and what its answer means."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from yarl import URL

from .errors import CannotConnect, InvalidToken, refusal

_TIMEOUT: Final = ClientTimeout(total=30)
# A clip may take as long as it lasts; silence may not.
_STREAM_TIMEOUT: Final = ClientTimeout(total=None, sock_connect=10, sock_read=60)
_SILENT: Final = "Frigate Re-ID does not answer at {url}."

Query = Mapping[str, Any]


def service_url(text: str) -> URL:
    """The base address in `text`, without a trailing slash. Raises `ValueError`."""
    url = URL(text.strip().rstrip("/"))
    if url.scheme not in ("http", "https") or not url.host:
        msg = "The address must begin with http:// or https:// and name a machine."
        raise ValueError(msg)
    return url.with_query(None).with_fragment(None)


class Rest:
    """Sends requests with the token; raises the errors of `errors`."""

    def __init__(self, session: ClientSession, url: URL, token: str) -> None:
        self._session = session
        self.url = url
        self.headers = {"Authorization": f"Bearer {token}"}

    async def json(
        self, method: str, path: str, *, query: Query | None = None, body: Any = None
    ) -> Any:
        """The decoded answer."""
        async with self._answer(method, path, query, _TIMEOUT, json=body) as answer:
            return await _decoded(answer)

    async def read(self, path: str, query: Query | None = None) -> tuple[bytes, str]:
        """A file and its media type."""
        async with self._answer("GET", path, query, _TIMEOUT) as answer:
            return await answer.read(), answer.content_type

    async def text(self, path: str) -> str:
        """The answer as text."""
        async with self._answer("GET", path, None, _TIMEOUT) as answer:
            return await answer.text()

    @asynccontextmanager
    async def stream(
        self, path: str, *, headers: Mapping[str, str], query: Query | None = None
    ) -> AsyncIterator[ClientResponse]:
        """The answer while it comes in; `headers` are passed on."""
        async with self._answer("GET", path, query, _STREAM_TIMEOUT, headers=headers) as answer:
            yield answer

    @asynccontextmanager
    async def _answer(
        self,
        method: str,
        path: str,
        query: Query | None,
        limits: ClientTimeout,
        *,
        headers: Mapping[str, str] | None = None,
        **content: Any,
    ) -> AsyncIterator[ClientResponse]:
        url = self.url.joinpath(path, encoded=True)
        if content.get("json", ...) is None:
            del content["json"]
        try:
            async with self._session.request(
                method,
                url.update_query(_parameters(query)),
                headers={**self.headers, **(headers or {})},
                timeout=limits,
                allow_redirects=False,
                **content,
            ) as answer:
                await _check(answer)
                yield answer
        except (ClientError, TimeoutError) as error:
            raise CannotConnect(_SILENT.format(url=self.url)) from error


def _parameters(query: Query | None) -> list[tuple[str, str]]:
    """Lists repeat their key; None is left out."""
    pairs: list[tuple[str, str]] = []
    for key, value in (query or {}).items():
        values = value if isinstance(value, (list, tuple)) else [value]
        pairs += [(key, _text(each)) for each in values if each is not None]
    return pairs


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


async def _check(answer: ClientResponse) -> None:
    if answer.status == 401:
        msg = "Frigate Re-ID refuses the token."
        raise InvalidToken(msg)
    if answer.status < 300:
        return
    if answer.status < 400:
        msg = f"The address {answer.url.origin()} leads elsewhere: it is not Frigate Re-ID."
        raise CannotConnect(msg)
    try:
        failure = await answer.json(content_type=None)
        code, message = str(failure["code"]), str(failure["message"])
    except (ValueError, TypeError, KeyError):
        code, message = "unknown", f"Frigate Re-ID answered with the status {answer.status}."
    raise refusal(answer.status, code, message)


async def _decoded(answer: ClientResponse) -> Any:
    try:
        return await answer.json(content_type=None)
    except ValueError as error:
        msg = f"What answers at {answer.url.origin()} is not Frigate Re-ID."
        raise CannotConnect(msg) from error
