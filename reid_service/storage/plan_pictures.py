"""Pictures of floors as files, named by floor and content.

A file is written before the row that names it, and files without a row are removed after it: a
crash in between leaves at most a file too many, which the next change removes.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from reid_service.errors import NotFound
from reid_service.storage.store import Session, Store

_OURS: Final = frozenset({".png", ".webp", ".svg", ".part"})


class PlanPictures:
    """The folder of plans, for any thread; changes to it take turns."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._changing = threading.Lock()

    @contextmanager
    def change(self) -> Iterator[Session]:
        """A writing transaction in which `write` may be called; superfluous files go after it.

        Raises `StoreError`, `OSError`.
        """
        with self._changing:
            with self._store.write() as session:
                yield session
            remove_stray_plans(self._store, self._folder)

    def write(self, floor_id: str, data: bytes, suffix: str) -> str:
        """Write a picture, whole or not at all; its name, for the row. Raises `OSError`."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        name = f"{floor_id}-{hashlib.sha256(data).hexdigest()[:16]}{suffix}"
        path = self._folder / name
        part = path.with_name(f"{name}.part")
        part.write_bytes(data)
        part.replace(path)
        return name

    def read(self, file: str) -> bytes:
        """A picture by its name. Raises `NotFound`, also for one outside the folder."""
        path = (self._folder / file).resolve()
        msg = "The picture of this floor is gone. Upload it again."
        if not path.is_relative_to(self._folder.resolve()):
            raise NotFound(msg)
        try:
            return path.read_bytes()
        except OSError:
            raise NotFound(msg) from None


def remove_stray_plans(store: Store, folder: Path) -> None:
    """Delete the files in `folder` that no floor has. Raises `StoreError`, `OSError`."""
    with store.read() as session:
        wanted = {floor.picture for floor in session.plan.floors()}
    for path in folder.glob("*"):
        if path.suffix in _OURS and path.name not in wanted:
            path.unlink(missing_ok=True)
