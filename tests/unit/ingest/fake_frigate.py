"""As much of Frigate's HTTP API as the client uses, on loopback, by version."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Reply:
    """What the fake answers."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0.0


@dataclass(frozen=True)
class Request:
    """What the fake was asked."""

    method: str
    path: str
    params: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


Handler = Callable[[Request], Reply]


def as_json(value: Any, status: int = 200) -> Reply:
    return Reply(status, json.dumps(value).encode(), {"Content-Type": "application/json"})


# A missing event is a JSON string with status 404, not an object.
NO_EVENT = as_json("Event not found", 404)


@dataclass
class FakeFrigate:
    """Routes by path below `/api`; a user makes every request want the newest cookie."""

    version: str = "0.17.2-0123abc"
    user: tuple[str, str] | None = None
    routes: dict[str, Handler] = field(default_factory=dict)
    rows: list[dict[str, Any]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    url: str = ""
    cookie: str | None = None
    logins: int = 0

    def on(self, path: str, *replies: Reply) -> None:
        """Answer `path` with these in turn, the last one for ever."""
        left = list(replies)
        self.routes[path] = lambda _: left.pop(0) if len(left) > 1 else left[0]

    def asked(self, path: str) -> list[Request]:
        """Requests of one path, in order of arrival."""
        return [each for each in self.requests if each.path == path]

    def answer(self, request: Request) -> Reply:
        """The reply to one request."""
        self.requests.append(request)
        if request.path == "/login":
            return self._log_in(request)
        if self.user is not None and not self._knows(request):
            return Reply(401)
        if request.path in self.routes:
            return self.routes[request.path](request)
        match request.path:
            case "/version":
                return Reply(200, self.version.encode())
            case "/events":
                return as_json(self._listed(request.params))
        return NO_EVENT

    def _knows(self, request: Request) -> bool:
        cookies = request.headers.get("Cookie", "").split("; ")
        return self.cookie is not None and f"frigate_token={self.cookie}" in cookies

    def _log_in(self, request: Request) -> Reply:
        self.logins += 1
        if self.user != (request.json["user"], request.json["password"]):
            return as_json({"message": "Login failed"}, 401)
        self.cookie = f"jwt-{self.logins}"
        value = f"frigate_token={self.cookie}; HttpOnly; Path=/; SameSite=lax"
        return Reply(200, b"", {"Set-Cookie": value})

    def _listed(self, params: dict[str, str]) -> list[dict[str, Any]]:
        """Newest first; both bounds exclude, as in Frigate."""
        before, after = float(params.get("before", "inf")), float(params.get("after", "-inf"))
        found = [each for each in self.rows if after < each["start_time"] < before]
        if "in_progress" in params:
            wanted = params["in_progress"] == "1"
            found = [each for each in found if (each["end_time"] is None) == wanted]
        found.sort(key=lambda each: float(each["start_time"]), reverse=True)
        return found[: int(params.get("limit", 100))]


@contextmanager
def serving(
    frigate: FakeFrigate, certificate: tuple[Path, Path] | None = None, *, port: int = 0
) -> Iterator[FakeFrigate]:
    """Serve on loopback, on a free port unless one is given, while the block runs."""

    class _Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            request = Request(
                self.command,
                parts.path.removeprefix("/api"),
                {name: values[-1] for name, values in parse_qs(parts.query).items()},
                dict(self.headers.items()),
                self.rfile.read(length),
            )
            reply = frigate.answer(request)
            time.sleep(reply.delay_s)
            try:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)
            except OSError:
                self.close_connection = True

        do_GET = do_POST = do_DELETE = _serve  # noqa: N815 - the names that http.server calls

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its own name
            pass

    class _Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            pass  # a client that refuses our certificate

    with _Server(("127.0.0.1", port), _Handler) as server:
        scheme = "http"
        if certificate is not None:
            scheme = "https"
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            # The handshake belongs into the thread of the request, not into the accepting one.
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        frigate.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield frigate
        finally:
            server.shutdown()
            thread.join()
