"""Real MQTT brokers for tests: mosquitto where it is installed, amqtt (pure Python) otherwise."""

from __future__ import annotations

import importlib.util
import shutil
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final

import pytest

_AMQTT: Final = """
import asyncio, sys
from amqtt.broker import Broker
async def main():
    broker = Broker({
        "listeners": {"default": {"type": "tcp", "bind": "127.0.0.1:" + sys.argv[1]}},
        "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
    })
    await broker.start()
    await asyncio.Event().wait()
asyncio.run(main())
"""
_START_WAIT_S: Final = 20.0


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def installed_brokers() -> list[str]:
    """Kinds that can be started here."""
    kinds = ["mosquitto"] if shutil.which("mosquitto") else []
    return kinds + (["amqtt"] if importlib.util.find_spec("amqtt") else [])


def make_certificate(folder: Path, name: str = "localhost") -> tuple[Path, Path]:
    """A self-signed certificate for `name` and 127.0.0.1, and its key, as PEM files."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the openssl command to make a certificate")
    cert, key = folder / f"{name}.crt", folder / f"{name}.key"
    command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name},IP:127.0.0.1"]
    command += ["-keyout", str(key), "-out", str(cert)]
    subprocess.run(command, check=True, capture_output=True)
    return cert, key


@dataclass
class Broker:
    """A broker in a process of its own; use it in a `with` block."""

    folder: Path
    kind: str = field(default_factory=lambda: (installed_brokers() or ["none"])[0])
    port: int = field(default_factory=free_port)
    login: tuple[str, str] | None = None
    certificate: tuple[Path, Path] | None = None
    _process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Broker:
        if self.kind == "none":
            pytest.skip("needs mosquitto or the optional package amqtt")
        if self.kind == "amqtt" and (self.login or self.certificate):
            pytest.skip("needs mosquitto for passwords and TLS")
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def start(self) -> None:
        """Start, and wait until it listens."""
        command = self._mosquitto() if self.kind == "mosquitto" else self._amqtt()
        with (self.folder / "broker.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline_s = time.monotonic() + _START_WAIT_S
        while time.monotonic() < deadline_s:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1.0).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        msg = f"{self.kind} did not start: {(self.folder / 'broker.log').read_text()}"
        raise RuntimeError(msg)

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _mosquitto(self) -> list[str]:
        lines = [f"listener {self.port} 127.0.0.1", "user root", "persistence false"]
        if self.login is None:
            lines.append("allow_anonymous true")
        else:
            passwords = self.folder / "passwords"
            command = ["mosquitto_passwd", "-b", "-c", str(passwords), *self.login]
            subprocess.run(command, check=True, capture_output=True)
            lines += ["allow_anonymous false", f"password_file {passwords}"]
        if self.certificate is not None:
            lines += [f"certfile {self.certificate[0]}", f"keyfile {self.certificate[1]}"]
        config = self.folder / "mosquitto.conf"
        config.write_text("\n".join(lines) + "\n")
        return ["mosquitto", "-c", str(config)]

    def _amqtt(self) -> list[str]:
        return [sys.executable, "-c", _AMQTT, str(self.port)]
