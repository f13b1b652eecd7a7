"""The demo site, and brokers, for tests that run the whole service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reid_service.recordings.format import Recording
from tests.brokers import Broker
from tests.service.installed import build_wheel, given, install

DEMO_SITE = Path(__file__).resolve().parents[2] / "demo" / "site"


@pytest.fixture(scope="session")
def demo_site() -> Recording:
    """The recording that ships with the project."""
    return Recording.open(DEMO_SITE)


@pytest.fixture
def broker_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A real broker: mosquitto where it is installed, else the one in pure Python."""
    with Broker(tmp_path_factory.mktemp("broker")) as broker:
        yield broker.port


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the images install."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment with the wheel."""
    return given() or install(wheel, tmp_path_factory.mktemp("installed"))
