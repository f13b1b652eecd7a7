"""Frigate's versions are compared by number."""

from __future__ import annotations

import pytest

from reid_service.ingest.versions import FrigateVersion


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.17.2-0123abc", FrigateVersion(0, 17)),
        ("0.18.0-beta1\n", FrigateVersion(0, 18)),
        ("v0.15.2", FrigateVersion(0, 15)),
        ("1.0.0", FrigateVersion(1, 0)),
    ],
)
def test_a_version_is_read(text: str, expected: FrigateVersion) -> None:
    assert FrigateVersion.parse(text) == expected


@pytest.mark.parametrize("text", ["", "dev", "<html>", "0.", "0.99999999"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no version"):
        FrigateVersion.parse(text)


@pytest.mark.parametrize(
    ("minor", "extension", "obeys", "needs_row", "path"),
    [
        (15, "png", False, True, False),
        (16, "png", False, False, True),
        (17, "webp", False, False, True),
        (18, "webp", True, False, True),
    ],
)
def test_the_switches_follow_the_contract(
    minor: int, extension: str, obeys: bool, needs_row: bool, path: bool
) -> None:
    version = FrigateVersion(0, minor)
    assert str(version) == f"0.{minor}"
    assert version.clean_image_extension == extension
    assert version.ended_snapshot_obeys_parameters is obeys
    assert version.sub_label_needs_row is needs_row
    assert version.has_path is path
    assert version.has_roles is not needs_row
