"""A served fake Frigate and a client of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reid_service.ingest.frigate import FrigateClient
from tests.unit.ingest.clients import client_of
from tests.unit.ingest.fake_frigate import FakeFrigate, serving


@pytest.fixture
def frigate() -> Iterator[FakeFrigate]:
    with serving(FakeFrigate()) as fake:
        yield fake


@pytest.fixture
def client(frigate: FakeFrigate) -> Iterator[FrigateClient]:
    with client_of(frigate) as one:
        yield one
