"""The tiny recording as fixtures."""

from __future__ import annotations

from pathlib import Path

import pytest

from reid_service.recordings.format import Recording
from reid_service.recordings.replayed_frigate import ReplayedFrigate
from tests.unit.recordings.tiny import write_tiny


@pytest.fixture
def recording(tmp_path: Path) -> Recording:
    return write_tiny(tmp_path / "tiny")


@pytest.fixture
def frigate(recording: Recording) -> ReplayedFrigate:
    return ReplayedFrigate(recording)
