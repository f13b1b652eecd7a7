"""A site for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.pipeline.site import Site


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """An empty one, with pictures on disk."""
    made = Site(tmp_path / "reid.db", pictures=tmp_path / "pictures")
    yield made
    made.store.close()
