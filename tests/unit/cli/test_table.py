"""The table of who walked where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reid_service.cli.table import who_walked_where
from reid_service.evaluation.site_client import SiteClient
from reid_service.recordings.format import Recording, TruePerson
from tests.unit.recordings.tiny import write_tiny


class Api(SiteClient):
    """Answers from what it was given."""

    def __init__(self, routes: dict[str, list[dict[str, Any]]], sightings: list[str]) -> None:
        super().__init__("http://127.0.0.1:1", "token")
        self._routes = routes
        self._sightings = sightings

    def get(self, path: str, **params: Any) -> Any:
        return {"legs": self._routes[path.split("/")[3]]}

    def pages(self, path: str, **params: Any) -> Iterator[dict[str, Any]]:
        if path == "/api/identities":
            yield from ({"id": each, "label": each.title()} for each in self._routes)
        else:
            yield from ({"event_id": each, "identity_id": "anna"} for each in self._sightings)


def leg(camera: str, start_s: float) -> dict[str, Any]:
    return {"camera": camera, "start_s": start_s, "end_s": start_s + 5.0}


@pytest.fixture
def tiny(tmp_path: Path) -> Recording:
    return write_tiny(tmp_path / "tiny")


def test_each_person_has_a_line_with_times_and_cameras(tiny: Recording) -> None:
    routes = {
        "anna": [leg("gate", 3600.0), leg("door", 3610.0)],
        "ben": [],
        "cleo": [leg("a camera with a long name", 10.0 * number) for number in range(9)],
    }
    api = Api(routes, [])
    lines = who_walked_where(api, replace(tiny, truth={})).splitlines()
    api.close()
    assert lines[1] == "Anna            2  01:00:00 01:00:15  gate > door"
    assert lines[2].split() == ["Ben", "0"]
    assert lines[3].endswith("...")
    assert lines[-1] == "0 sightings"


def test_where_people_are_known_the_identities_are_scored(tiny: Recording) -> None:
    known = replace(tiny, truth={each: TruePerson("anna", "gate") for each in ("1", "2")})
    api = Api({"anna": []}, ["1", "2"])
    said = who_walked_where(api, known).splitlines()[-1]
    api.close()
    assert said.startswith("2 sightings of 1 people became 1 identities")
    assert "precision 1.00, recall 1.00" in said
