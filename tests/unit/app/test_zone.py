"""The machine's time zone has a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from reid_service.app.zone import local_zone


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A link as Linux has it."""
    target = tmp_path / "zoneinfo" / "Europe" / "Berlin"
    target.parent.mkdir(parents=True)
    target.touch()
    link = tmp_path / "localtime"
    link.symlink_to(target)
    return link


def test_the_environment_goes_before_the_machine(database: Path) -> None:
    assert str(local_zone({"TZ": ":America/New_York"}, database)) == "America/New_York"


def test_the_machine_names_its_zone_by_a_link(database: Path) -> None:
    assert str(local_zone({}, database)) == "Europe/Berlin"


def test_a_name_that_means_nothing_is_passed_over(database: Path) -> None:
    assert str(local_zone({"TZ": "CET-1CEST,M3.5.0"}, database)) == "Europe/Berlin"


def test_a_machine_without_a_link_has_no_name(tmp_path: Path) -> None:
    assert local_zone({}, tmp_path / "none") is None
