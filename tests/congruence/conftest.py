"""Every test of this folder runs over each back end: same calls, same answers."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.congruence.backends import (
    Backend,
    ClientBackend,
    EdgeBackend,
    InMemoryClient,
    server_backend,
)

SERVER_URL = os.environ.get("QDRANT_URL")


@pytest.fixture(scope="module", params=["edge", "in-memory", *(["server"] if SERVER_URL else [])])
def backend(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Backend]:
    """One back end at a time; a real server only where QDRANT_URL names one."""
    made: Backend
    if request.param == "edge":
        made = EdgeBackend(tmp_path_factory.mktemp("galleries"))
    elif request.param == "in-memory":
        made = ClientBackend(InMemoryClient)
    else:
        assert SERVER_URL is not None
        made = server_backend(SERVER_URL, os.environ.get("QDRANT_API_KEY"))
    yield made
    made.close()
