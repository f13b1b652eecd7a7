"""A client of the fake Frigate, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reid_service.ingest.frigate import FrigateClient
from reid_service.settings import FrigateSettings
from tests.unit.ingest.fake_frigate import FakeFrigate


@contextmanager
def client_of(frigate: FakeFrigate, **settings: Any) -> Iterator[FrigateClient]:
    """A client of a served fake; `settings` differ from the defaults."""
    given: dict[str, Any] = {"url": frigate.url, "requests_per_second": 1000.0} | settings
    client = FrigateClient(FrigateSettings(**given))
    try:
        yield client
    finally:
        client.close()
