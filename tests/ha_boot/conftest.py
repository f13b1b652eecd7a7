"""A real broker for each test."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from .home import free_port
from .site import MOSQUITTO


@pytest.fixture
def broker_port(tmp_path: Path) -> Iterator[int]:
    """A real broker."""
    assert MOSQUITTO is not None
    port = free_port()
    config = tmp_path / "mosquitto.conf"
    config.write_text(f"listener {port} 127.0.0.1\nallow_anonymous true\n")
    with (tmp_path / "mosquitto.log").open("wb") as log:
        broker = subprocess.Popen([MOSQUITTO, "-c", str(config)], stdout=log, stderr=log)
    yield port
    broker.terminate()
    broker.wait(10)
