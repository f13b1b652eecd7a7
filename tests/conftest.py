"""Fixtures that every level of tests shares."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

# How long an example takes is the machine's business: no test may fail for being slow.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

SHARED_DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Recordings, payloads, models and crops that the project may not contain."""
    if not SHARED_DATA.is_dir():
        pytest.skip(
            "needs the development data (payloads, recordings, models) in ../shared/data, "
            "which is not part of the project"
        )
    return SHARED_DATA
