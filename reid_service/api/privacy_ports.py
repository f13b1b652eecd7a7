"""What the API needs to leave cameras out, and to keep, bring back or delete everything."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from reid_service.domain.floorplan import CameraKey
from reid_service.storage.checking import BackupContents


@dataclass(frozen=True, slots=True)
class CameraPrivacy:
    """A camera: excluded since when (None if it is not), and how much is stored of it."""

    camera: CameraKey
    since_s: float | None
    sightings: int


@dataclass(frozen=True, slots=True)
class RetentionDays:
    """After how many days things are deleted; None keeps them."""

    unnamed_days: float | None
    named_days: float | None
    pictures_days: float | None
    exports_days: float | None


class Privacy(Protocol):
    """Cameras whose people are not taken in. All raise `StoreError`."""

    def retention(self) -> RetentionDays:
        """How long things are kept, as the settings say."""
        ...

    def cameras(self) -> list[CameraPrivacy]:
        """Every camera that is configured, excluded, or known from sightings."""
        ...

    def exclude(self, camera: CameraKey) -> None:
        """Take nobody in from a camera any more. Raises `NotFound`."""
        ...

    def include(self, camera: CameraKey) -> None:
        """Take its people in again. Raises `NotFound`."""
        ...

    def delete_stored(self, camera: CameraKey) -> int:
        """Delete what is stored of a camera; returns how many sightings went."""
        ...


class UpkeepKind(StrEnum):
    """What is done while the service rests."""

    ERASE = "erase"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went, by whom it was asked for; `message` says why it failed."""

    kind: UpkeepKind
    at_s: float
    actor: str
    done: bool
    message: str | None = None


class Upkeep(Protocol):
    """Acts on everything that is kept."""

    def last(self) -> Outcome | None:
        """How the last one went."""
        ...

    def back_up(self) -> Path:
        """A new file with everything; the caller removes it. Raises `StoreError`."""
        ...

    def new_upload(self) -> Path:
        """Where to write an upload, in place of any before."""
        ...

    def check(self, upload: Path) -> tuple[str, BackupContents]:
        """Look whether a backup could be restored; what to call it, and what is in it.

        Raises `InvalidRequest`, and then removes it.
        """
        ...

    def restore(self, upload_id: str) -> None:
        """Have a checked backup restored when the service starts anew. Raises `NotFound`."""
        ...

    def erase(self, *, keep_plan: bool) -> None:
        """Have everything deleted when the service starts anew."""
        ...

    def begin(self) -> None:
        """Start anew now. What was asked for is done in between."""
        ...
