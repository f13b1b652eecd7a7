"""A whole site on this machine: broker, replayed Frigate, and the service as a process.

The demo, the evaluation, the benchmark and the service tests play recordings on it.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import yaml

from reid_service.app.token import api_token
from reid_service.errors import RecordingError
from reid_service.evaluation.site_client import SiteClient
from reid_service.recordings.broker import DemoBroker
from reid_service.recordings.broker_clients import PahoPublisher
from reid_service.recordings.format import Recording
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.player import Player, Progress, ReplayReport
from reid_service.recordings.replayed_frigate import ReplayedFrigate

_HOST: Final = "127.0.0.1"
_READY_TIMEOUT_S: Final = 180.0
_LOOK_EVERY_S: Final = 1.0
_STOP_TIMEOUT_S: Final = 10.0
_CATCH_UP_TIMEOUT_S: Final = 10.0
_DELIVERY_TIMEOUT_S: Final = 10.0
"""A service that was started anew meanwhile counts from zero, and is not waited for longer."""


def free_port() -> int:
    """A port of this machine that nobody listens on at this moment."""
    with socket.create_server((_HOST, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


class Stage:
    """Use as a context: everything is started on entering and stopped on leaving.

    `settings` are added to those that join the parts. The service lives in the recording's
    time. Its process is started by `start_service`, and may be killed and started again.
    """

    def __init__(
        self,
        recording: Recording,
        data_dir: Path,
        *,
        settings: Mapping[str, Any] | None = None,
        broker_port: int | None = None,
        quiet: bool = True,
    ) -> None:
        self.recording = recording
        self.data_dir = data_dir
        self._settings = dict(settings or {})
        self._quiet = quiet
        self._broker = DemoBroker() if broker_port is None else None
        self.broker_port = broker_port or 0
        self.frigate = ReplayedFrigate(recording, writes_path=data_dir / "writes.jsonl")
        self.server = FrigateServer(self.frigate)
        self.api_port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Stage:
        self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._broker is not None:
            self._broker.start()
            self.broker_port = self._broker.port
        self.server.start()
        self.client = SiteClient(self.url, api_token(self.data_dir, None))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop_service()
        self.client.close()
        self.server.stop()
        if self._broker is not None:
            self._broker.stop()

    @property
    def url(self) -> str:
        """Address of the service's API."""
        return f"http://{_HOST}:{self.api_port}"

    def start_service(self) -> None:
        """Start the process and wait until it listens. Raises `RecordingError`."""
        file = self.data_dir / "stage.yaml"
        file.write_text(yaml.safe_dump(self._joined()), "utf-8")
        self.process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "reid_service", "serve", "--config", str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if self._quiet else None,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
        deadline = time.monotonic() + _READY_TIMEOUT_S
        ready = False
        while not ready and self.process.poll() is None and time.monotonic() < deadline:
            ready = self.client.wait_until_ready(_LOOK_EVERY_S)
        if not ready:
            self.kill_service()
            msg = f"The service did not start; see the logs in {self.data_dir / 'logs'}."
            raise RecordingError(msg)

    def stop_service(self) -> int | None:
        """Stop it as an operating system does; its exit code, None if it did not run."""
        if self.process is None:
            return None
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(_STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.kill_service()
            raise
        self.process = None
        return code

    def kill_service(self) -> None:
        """Kill it at this instant (SIGKILL)."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def play(
        self,
        *,
        speed: float = 0.0,
        start_s: float = 0.0,
        end_s: float | None = None,
        window: int = 128,
        on_progress: Callable[[Progress], None] | None = None,
        on_publish: Callable[[str, str], None] | None = None,
    ) -> ReplayReport:
        """Play the recording to its end, and wait until everything is settled.

        `on_publish` hears topic and payload of each message just before it is published.
        """
        with PahoPublisher(_HOST, self.broker_port) as publisher:

            def publish(topic: str, payload: str, qos: int, retain: bool) -> None:
                if on_publish is not None:
                    on_publish(topic, payload)
                publisher(topic, payload, qos, retain)

            player = Player(
                self.recording,
                publish,
                self.frigate,
                speed=speed,
                settled=self.client.messages_settled,
                window=window,
                keeps_pictures=True,
                start_s=start_s,
                end_s=end_s,
                on_progress=on_progress,
            )
            caught_up, heard = self._counted("catch_ups"), self._counted("messages_received")
            player.announce()
            self.client.wait(lambda health: health["catch_ups"] > caught_up, _CATCH_UP_TIMEOUT_S)
            began_s = time.monotonic()
            report = player.run()
        # What the broker still has is not yet received, and so would count as settled.
        self.client.wait(
            lambda health: health["messages_received"] - heard >= report.events,
            _DELIVERY_TIMEOUT_S,
        )
        self.client.wait_until_settled(_READY_TIMEOUT_S)
        report.seconds = time.monotonic() - began_s
        return report

    def _counted(self, what: str) -> int:
        health = self.client.health()
        return int(health[what]) if health else 0

    def _joined(self) -> dict[str, Any]:
        header = self.recording.header
        return {
            "clock": "traffic",
            **self._settings,
            "data_dir": str(self.data_dir),
            "mqtt": {"host": _HOST, "port": self.broker_port},
            "frigate": [
                {
                    "url": self.server.url,
                    "topic_prefix": header.topic_prefix,
                    "requests_per_second": 10_000,
                }
            ],
            "api": {"host": _HOST, "port": self.api_port},
        }
