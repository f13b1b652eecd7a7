"""The API's bearer token: given, or made once and kept in the data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FILE_NAME = "api-token"


def api_token(data_dir: Path, given: str | None) -> str:
    """The token to use; a new one is readable by this user alone. Raises `OSError`."""
    if given:
        return given
    path = data_dir / FILE_NAME
    kept = path.read_text("ascii").strip() if path.is_file() else ""
    if kept:
        return kept
    token = secrets.token_urlsafe(32)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(token + "\n")
    part.replace(path)  # whole or not at all: a crash must not leave an empty token
    return token
