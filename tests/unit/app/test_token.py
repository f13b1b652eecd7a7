from __future__ import annotations

from pathlib import Path

import pytest

from reid_service.app.token import FILE_NAME, api_token


def test_a_given_token_is_used_and_not_written(tmp_path: Path) -> None:
    assert api_token(tmp_path, "given") == "given"
    assert list(tmp_path.iterdir()) == []


def test_a_token_is_made_once_for_this_user_alone(tmp_path: Path) -> None:
    token = api_token(tmp_path, None)
    assert len(token) >= 32
    assert api_token(tmp_path, None) == token
    [file] = tmp_path.iterdir()
    assert file.name == FILE_NAME
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("left", [FILE_NAME, f"{FILE_NAME}.part"])
def test_what_a_crash_left_empty_is_no_token(tmp_path: Path, left: str) -> None:
    (tmp_path / left).touch()
    token = api_token(tmp_path, None)
    assert token
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]
