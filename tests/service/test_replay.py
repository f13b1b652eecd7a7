"""The whole way: recorded traffic through a real broker and HTTP server to the API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reid_service.app.stage import Stage
from reid_service.recordings.format import Recording

pytestmark = pytest.mark.service


def played(recording: Recording, folder: Path, broker_port: int) -> list[dict[str, Any]]:
    """Sightings as the API shows them after a replay."""
    with Stage(recording, folder, broker_port=broker_port) as stage:
        stage.start_service()
        report = stage.play()
        assert report.unfetched_pictures == 0
        assert report.stalled_windows == 0
        sightings = list(stage.client.pages("/api/sightings"))
        assert stage.stop_service() == 0
    return sightings


def partition(sightings: list[dict[str, Any]]) -> set[frozenset[str]]:
    """Groups of event ids that are one identity."""
    groups: dict[str, set[str]] = {}
    for each in sightings:
        groups.setdefault(each["identity_id"], set()).add(each["event_id"])
    return {frozenset(each) for each in groups.values()}


def test_every_person_event_becomes_a_sighting_of_one_identity_the_same_twice(
    demo_site: Recording, tmp_path: Path, broker_port: int
) -> None:
    first = played(demo_site, tmp_path / "first", broker_port)
    second = played(demo_site, tmp_path / "second", broker_port)

    events = [each["event_id"] for each in first]
    assert sorted(events) == sorted(demo_site.truth)
    assert all(each["identity_id"] for each in first)
    assert all(each["firm"] for each in first)
    assert partition(first) == partition(second)


def test_a_second_start_knows_what_the_first_one_saw(
    demo_site: Recording, tmp_path: Path, broker_port: int
) -> None:
    with Stage(demo_site, tmp_path, broker_port=broker_port) as stage:
        stage.start_service()
        stage.play(end_s=300)
        before = list(stage.client.pages("/api/sightings"))
        stage.stop_service()

        stage.start_service()
        stage.play(end_s=300)
        after = list(stage.client.pages("/api/sightings"))

    assert before
    assert after == before
