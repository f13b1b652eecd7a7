"""A running API for each test, or one for all that write nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reid_service.storage.store import Store
from tests.postgresql import postgresql_database, postgresql_server, postgresql_url
from tests.storing import url
from tests.unit.api.serving import Served, serving

__all__ = ["postgresql_database", "postgresql_server", "postgresql_url", "url"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(f"sqlite:///{tmp_path}/reid.db")
    yield opened
    opened.close()


@pytest.fixture
def either_store(url: str) -> Iterator[Store]:
    """An empty store, on each engine."""
    opened = Store.open(url)
    yield opened
    opened.close()


@pytest.fixture
def served(store: Store, tmp_path: Path) -> Iterator[Served]:
    """An API over the store."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    with serving(store, pictures) as running:
        yield running


@pytest.fixture(scope="session")
def one_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """An API over a store that stays empty."""
    folder = tmp_path_factory.mktemp("api")
    store = Store.open(f"sqlite:///{folder}/reid.db")
    with serving(store, folder) as running:
        yield running
    store.close()


@pytest.fixture
def empty(one_for_all: Served) -> Iterator[Served]:
    """The API over an empty store, as if nobody had asked it before."""
    yield one_for_all
    one_for_all.commands.fails = None
    one_for_all.commands.calls.clear()
    one_for_all.doubts.fails = None
    one_for_all.doubts.weighed.clear()
