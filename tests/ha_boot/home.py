"""A real Home Assistant on this machine, set up over its own API as a person would."""

from __future__ import annotations

import asyncio
import json
import socket
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

import aiohttp
from awesomeversion import AwesomeVersion
from homeassistant.const import __version__

USERNAME: Final = "owner"
PASSWORD: Final = "only-for-this-test"
_START_TIMEOUT_S: Final = 180.0
_WAIT_S: Final = 60.0

_CONFIGURATION: Final = """\
homeassistant:
  name: Site
  latitude: 52.37
  longitude: 4.89
  elevation: 2
  unit_system: metric
  time_zone: Europe/Amsterdam
  currency: EUR
  country: NL
config:
system_health:
media_source:
automation: !include automations.yaml
logger:
  default: warning
  logs:
    custom_components.frigate_reid: debug
"""

_OLD_HTTP: Final = """\
http:
  server_host: 127.0.0.1
  server_port: {port}
"""


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


async def until(what: str, look: Callable[[], Awaitable[Any]], timeout_s: float = _WAIT_S) -> Any:
    """Wait for something that another process brings about; what was found."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if found := await look():
            return found
        await asyncio.sleep(0.1)
    msg = f"waited in vain for {what}"
    raise AssertionError(msg)


class Home:
    """One Home Assistant; use `running`."""

    def __init__(self, folder: Path, components: Path) -> None:
        self.config = folder / "config"
        self.log_file = folder / "home.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process: asyncio.subprocess.Process | None = None
        self.session: aiohttp.ClientSession
        self._components = components
        self._token = ""
        self._last_id = 0

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Home]:
        """From its start to its end."""
        self._write_config()
        with self.log_file.open("wb") as log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "homeassistant",
                "-c",
                str(self.config),
                "--skip-pip",
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        async with aiohttp.ClientSession() as self.session:
            try:
                await until("Home Assistant", self._answers, _START_TIMEOUT_S)
                await self._onboard()
                await until("a start to the end", self._is_running, _START_TIMEOUT_S)
                yield self
            finally:
                await self._stop()

    @property
    def log(self) -> str:
        """Everything it printed."""
        return self.log_file.read_text(errors="replace")

    async def api(self, method: str, path: str, body: Any = None) -> Any:
        """A call of its REST API."""
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        async with self.session.request(
            method, f"{self.url}{path}", headers=headers, json=body
        ) as answer:
            text = await answer.text()
            assert answer.status < 300, f"{method} {path}: {answer.status} {text[:500]}"
            return json.loads(text) if text else None

    async def state(self, entity_id: str) -> str | None:
        """The state of an entity."""
        with suppress(AssertionError):
            return str((await self.api("GET", f"/api/states/{entity_id}"))["state"])
        return None

    async def act(self, action: str, **data: Any) -> Any:
        """Call an action and return its response."""
        path = f"/api/services/{action.replace('.', '/')}?return_response"
        return (await self.api("POST", path, data))["service_response"]

    @asynccontextmanager
    async def socket(self) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
        """A logged-in WebSocket."""
        async with self.session.ws_connect(f"{self.url}/api/websocket", max_msg_size=0) as found:
            await found.receive_json()
            await found.send_json({"type": "auth", "access_token": self._token})
            assert (await found.receive_json())["type"] == "auth_ok"
            yield found

    async def command(self, **message: Any) -> Any:
        """A WebSocket command's result."""
        async with self.socket() as found:
            self._last_id += 1
            await found.send_json({"id": self._last_id, **message})
            while True:
                answer = await found.receive_json()
                if answer.get("id") == self._last_id and answer["type"] == "result":
                    assert answer["success"], answer
                    return answer["result"]

    async def set_up(self, flow: dict[str, Any], *answers: dict[str, Any]) -> dict[str, Any]:
        """Walk a config flow to its entry."""
        step = flow
        for answer in answers:
            _fill(step.get("data_schema") or [], answer)
            path = f"/api/config/config_entries/flow/{step['flow_id']}"
            step = await self.api("POST", path, answer)
        assert step["type"] == "create_entry", step
        result: dict[str, Any] = step["result"]
        return result

    async def begin(self, domain: str) -> dict[str, Any]:
        """Begin a config flow."""
        step: dict[str, Any] = await self.api(
            "POST", "/api/config/config_entries/flow", {"handler": domain}
        )
        return step

    def cpu_s(self) -> float:
        """Seconds of processor time it used so far."""
        assert self.process is not None
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def memory_mb(self) -> float:
        """Its resident memory in MB."""
        assert self.process is not None
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    async def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.returncode is None, self.log[-4000:]
        with suppress(aiohttp.ClientError, OSError):
            async with self.session.get(f"{self.url}/api/onboarding") as answer:
                return answer.status == 200
        return False

    async def _is_running(self) -> bool:
        return bool((await self.api("GET", "/api/config"))["state"] == "RUNNING")

    async def _onboard(self) -> None:
        client = f"{self.url}/"
        user = {"name": "Owner", "username": USERNAME, "password": PASSWORD, "language": "en"}
        made = await self.api("POST", "/api/onboarding/users", {**user, "client_id": client})
        form = {"grant_type": "authorization_code", "code": made["auth_code"], "client_id": client}
        async with self.session.post(f"{self.url}/auth/token", data=form) as answer:
            self._token = (await answer.json())["access_token"]
        await self.api("POST", "/api/onboarding/analytics", {})
        back = f"{self.url}/?auth_callback=1"
        body = {"client_id": client, "redirect_uri": back}
        await self.api("POST", "/api/onboarding/integration", body)

    async def _stop(self) -> None:
        assert self.process is not None
        if self.process.returncode is None:
            self.process.terminate()
            try:
                await asyncio.wait_for(self.process.wait(), 60)
            except TimeoutError:
                self.process.kill()
                await self.process.wait()

    def _write_config(self) -> None:
        storage = self.config / ".storage"
        storage.mkdir(parents=True)
        configuration = _CONFIGURATION
        if AwesomeVersion(__version__) < "2026.7.0":
            configuration += _OLD_HTTP.format(port=self.port)
        else:
            # Addresses live here since mid-2026: in YAML they would be on trial, and taken back.
            _store(storage, "http", 1, {"server_host": ["127.0.0.1"], "server_port": self.port})
        # This step would set up weather and radio from the internet: it counts as done.
        _store(storage, "onboarding", 4, {"done": ["core_config"]})
        (self.config / "automations.yaml").write_text("[]\n")
        (self.config / "configuration.yaml").write_text(configuration)
        (self.config / "custom_components").symlink_to(self._components)


def _store(folder: Path, key: str, version: int, data: Any) -> None:
    content = {"version": version, "minor_version": 1, "key": key, "data": data}
    (folder / key).write_text(json.dumps(content))


def _fill(schema: list[dict[str, Any]], answer: dict[str, Any]) -> None:
    """Leave the rest of a form as the page would show it."""
    for field in schema:
        if field.get("type") == "expandable":
            _fill(field.get("schema") or [], answer.setdefault(field["name"], {}))
        elif field.get("required") and field["name"] not in answer:
            shown = field.get("default", (field.get("description") or {}).get("suggested_value"))
            selector = field.get("selector") or {}
            if shown is None and "boolean" in selector:
                shown = False
            elif shown is None and "select" in selector:
                first = selector["select"]["options"][0]
                shown = first["value"] if isinstance(first, dict) else first
            if shown is not None:
                answer[field["name"]] = shown
