"""HTTP to one Frigate: login, pace, retries, bounds, and one family of errors."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec
import requests
import urllib3
from requests.adapters import HTTPAdapter

from reid_service.errors import (
    FrigateDenied,
    FrigateError,
    FrigateNotFound,
    FrigateRefused,
    FrigateUnreachable,
    SettingsError,
)
from reid_service.ingest.downloads import Download
from reid_service.ingest.login import Login
from reid_service.ingest.pace import TokenBucket, back_off_s
from reid_service.settings import FrigateSettings

_LOG = logging.getLogger(__name__)

MAX_ANSWER_BYTES: Final = 20_000_000
_CHUNK_BYTES: Final = 1 << 16
_ATTEMPTS: Final = 3
_DOWNLOADS: Final = 4
"""Films that are fetched at once, beside everything else."""

_FREE_WITHIN_S: Final = 30.0
_BAD_RANGE: Final = 416
_HEADERS: Final = {**requests.utils.default_headers(), "Accept-Encoding": "identity"}
_OK: Final = range(200, 300)
_REDIRECT: Final = range(300, 400)
_UNAUTHORISED: Final = 401
_ASK_FOR_LOGIN: Final = (
    "Frigate asks for a login; set frigate.username and password, or use the internal port 5000"
)

Params = Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: bytes
    cookies: Mapping[str, str]
    location: str


class FrigateTransport:
    """Sends requests to one Frigate; safe to use from several threads.

    All threads share one connection pool, one login and one pace. Only GETs are repeated.
    `on_request` is told how each exchange ended: `ok` or the code of an error. Raises
    `SettingsError` for a URL that cannot be used.
    """

    def __init__(
        self,
        settings: FrigateSettings,
        *,
        max_concurrent: int = 4,
        burst: int = 20,
        max_answer_bytes: int = MAX_ANSWER_BYTES,
        on_request: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._base = _base_url(settings.url)
        self._timeout = (settings.connect_timeout_s, settings.read_timeout_s)
        self._verify: bool | str = settings.verify_tls
        if settings.verify_tls and settings.ca_file is not None:
            self._verify = str(settings.ca_file)
            if not settings.ca_file.is_file():
                msg = "frigate.ca_file does not exist; give the path of a PEM file"
                raise SettingsError(msg)
        if not settings.verify_tls and self._base.startswith("https"):
            # Said once here instead of at every request by the library.
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
            _LOG.warning("the certificate of Frigate %s is not checked", settings.name)
        self._credentials = _credentials(settings)
        self._login = Login(self._post_login) if self._credentials is not None else None
        self._bucket = TokenBucket(settings.requests_per_second, burst)
        self._slots = threading.BoundedSemaphore(max_concurrent)
        self._max_answer_bytes = max_answer_bytes
        self._on_request = on_request
        self._downloads = threading.BoundedSemaphore(_DOWNLOADS)
        connections = max_concurrent + _DOWNLOADS
        self._adapter = HTTPAdapter(pool_connections=1, pool_maxsize=connections)
        self._closing = threading.Event()

    def get(self, path: str, params: Params | None = None, *, fresh: bool = False) -> bytes:
        """GET `/api` + `path`; `fresh` goes past Frigate's cache of 5 s.

        Raises a `FrigateError`. Lost connections, time-outs and 5xx are tried again.
        """
        headers = {"X-Cache-Bypass": "1"} if fresh else {}
        for failures in range(1, _ATTEMPTS):
            try:
                return self._call("GET", path, params=params, headers=headers)
            except FrigateUnreachable:
                self._pause(back_off_s(failures))
        return self._call("GET", path, params=params, headers=headers)

    def send(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> bytes:
        """POST, PUT or DELETE once: whether a lost one was carried out nobody can tell.

        Raises a `FrigateError`.
        """
        return self._call(method, path, json=body)

    def download(
        self,
        path: str,
        params: Params | None = None,
        *,
        byte_range: str | None = None,
        absent: Collection[int] = (404,),
    ) -> Download:
        """GET something long bit by bit; whoever asks must close what is returned.

        `byte_range` is a `Range` header; one that cannot be met is as none. Statuses in `absent`,
        and an answer without a byte, mean that there is nothing. Raises a `FrigateError`.
        """
        if not self._downloads.acquire(timeout=_FREE_WITHIN_S):
            msg = "too many films of Frigate are being fetched; try again in a minute"
            raise FrigateUnreachable(msg)
        try:
            sent = {} if byte_range is None else {"Range": byte_range}
            response = self._opened(path, params=params, headers=sent)
            if response.status_code == _BAD_RANGE:
                response.close()
                response = self._opened(path, params=params)
            return self._begun(response, absent)
        except BaseException as error:
            self._downloads.release()
            self._on_request(error.code if isinstance(error, FrigateError) else "internal")
            raise

    def _opened(self, path: str, **how: Any) -> requests.Response:
        """An answer of which only the head was read."""
        used = self._login.header() if self._login else None
        response = self._head(path, used, **how)
        if self._login is None:
            return response
        if _status(response) == _UNAUTHORISED:
            response.close()
            self._login.renew(used)
            response = self._head(path, self._login.header(), **how)
        self._login.keep(_cookies(response))
        return response

    def _head(self, path: str, cookie: str | None, **how: Any) -> requests.Response:
        self._pause(self._bucket.reserve())
        with _translated():
            return self._sent("GET", path, cookie, **how)

    def _begun(self, response: requests.Response, absent: Collection[int]) -> Download:
        if _status(response) not in _OK:
            with _translated(), response:
                answer = _Answer(_status(response), self._read(response), {}, "")
            raise _missing() if answer.status in absent else _refusal(answer)
        try:
            download = Download(response, self._downloads.release, 6.0 * self._timeout[1])
            if not download.begins:
                raise _missing()
        except FrigateError:
            response.close()
            raise
        self._on_request("ok")
        return download

    def close(self) -> None:
        """Wake those who wait and close the connections."""
        self._closing.set()
        self._adapter.close()

    def _call(self, method: str, path: str, **how: Any) -> bytes:
        try:
            body = _checked(self._with_login(method, path, **how))
        except FrigateError as error:
            self._on_request(error.code)
            raise
        self._on_request("ok")
        return body

    def _with_login(self, method: str, path: str, **how: Any) -> _Answer:
        used = self._login.header() if self._login else None
        answer = self._exchange(method, path, used, **how)
        if self._login is None:
            return answer
        if answer.status == _UNAUTHORISED:
            self._login.renew(used)
            answer = self._exchange(method, path, self._login.header(), **how)
        self._login.keep(answer.cookies)
        return answer

    def _post_login(self) -> Mapping[str, str]:
        answer = self._exchange("POST", "/login", None, json=self._credentials)
        if answer.status >= 500:
            _checked(answer)
        return answer.cookies if answer.status in _OK else {}

    def _exchange(self, method: str, path: str, cookie: str | None, **how: Any) -> _Answer:
        with (
            _translated(),
            self._slot(),
            self._sent(method, path, cookie, **how) as response,
        ):
            return _Answer(
                _status(response),
                self._read(response),
                _cookies(response),
                response.headers.get("Location", ""),
            )

    @contextmanager
    def _slot(self) -> Iterator[None]:
        """Our turn in the pace, and one of the concurrent requests."""
        self._pause(self._bucket.reserve())
        with self._slots:
            yield

    def _sent(
        self,
        method: str,
        path: str,
        cookie: str | None,
        *,
        headers: Mapping[str, str] | None = None,
        params: Params | None = None,
        json: Mapping[str, Any] | None = None,
    ) -> requests.Response:
        # Without a session, whose work is what is not wanted here: it keeps cookies, follows
        # redirects, and takes proxies and logins from the environment. It costs as much again.
        request = requests.PreparedRequest()
        request.prepare_method(method)
        request.prepare_url(f"{self._base}/api{path}", params or None)
        request.prepare_headers({**_HEADERS, **(headers or {})})
        request.prepare_body(None, None, json)
        if cookie is not None:
            request.headers["Cookie"] = cookie
        return self._adapter.send(request, stream=True, timeout=self._timeout, verify=self._verify)

    def _read(self, response: requests.Response) -> bytes:
        body = bytearray()
        # A server that sends a byte at a time never runs into the time-out of a single read.
        deadline_s = time.monotonic() + 6.0 * self._timeout[1]
        for chunk in response.iter_content(_CHUNK_BYTES):
            body += chunk
            if len(body) > self._max_answer_bytes:
                msg = (
                    f"Frigate's answer is longer than {self._max_answer_bytes} bytes; ask for less"
                )
                raise FrigateRefused(msg)
            if time.monotonic() > deadline_s:
                msg = "Frigate answers too slowly; raise frigate.read_timeout_s"
                raise FrigateUnreachable(msg)
        return bytes(body)

    def _pause(self, seconds: float) -> None:
        if self._closing.is_set() or (seconds > 0.0 and self._closing.wait(seconds)):
            msg = "the service is stopping; Frigate is no longer asked"
            raise FrigateUnreachable(msg)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except requests.exceptions.SSLError:
        msg = "Frigate's certificate is not trusted; set frigate.ca_file or verify_tls: false"
        raise FrigateUnreachable(msg) from None
    except requests.RequestException as error:
        # The library's text may quote the URL.
        msg = f"Frigate does not answer ({type(error).__name__}); check frigate.url"
        raise FrigateUnreachable(msg) from None


def _cookies(response: requests.Response) -> dict[str, str]:
    return {name: value or "" for name, value in response.cookies.items()}


def _missing() -> FrigateNotFound:
    return FrigateNotFound("Frigate has no such event or picture; it may not have kept it")


def _base_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None:
        msg = "frigate.url must look like http://host:5000, without user name or password"
        raise SettingsError(msg)
    return url.rstrip("/").removesuffix("/api")


def _credentials(settings: FrigateSettings) -> dict[str, str] | None:
    if settings.username is None:
        return None
    password = settings.password.get_secret_value() if settings.password else ""
    return {"user": settings.username, "password": password}


def _status(response: requests.Response) -> int:
    """The status; a redirect to the login page is what nginx makes of a 401."""
    target = urlsplit(response.headers.get("Location", "")).path
    if response.status_code in _REDIRECT and target.rstrip("/").endswith("/login"):
        return _UNAUTHORISED
    return response.status_code


def _checked(answer: _Answer) -> bytes:
    if answer.status in _OK:
        return answer.body
    raise _refusal(answer)


def _refusal(answer: _Answer) -> FrigateError:
    match answer.status:
        case 401:
            return FrigateDenied(_ASK_FOR_LOGIN)
        case 403:
            msg = "Frigate does not allow this; give the user the role admin in Frigate"
            return FrigateDenied(msg)
        case 404:
            return _missing()
        case status if status == 429 or status >= 500:
            msg = f"Frigate is not ready (status {status}); see Frigate's log if this goes on"
            return FrigateUnreachable(msg)
        case status if status in _REDIRECT:
            msg = "Frigate's address redirects elsewhere; set frigate.url to the final address"
            return FrigateRefused(msg)
        case status:
            return FrigateRefused(f"Frigate refused the request ({status}): {_reason(answer.body)}")


def _reason(body: bytes) -> str:
    """Frigate's own words, made safe for a log."""
    try:
        said = msgspec.json.decode(body, type=dict[str, Any])
    except (ValueError, RecursionError):
        return "no reason given"
    words = said.get("message") or said.get("detail")
    if not isinstance(words, str):
        return "no reason given"
    return "".join(each for each in words[:200] if each.isprintable())
