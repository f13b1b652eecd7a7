"""What the routes of privacy, backup and deletion take and answer."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from reid_service.api.privacy_ports import UpkeepKind


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PrivateCamera(_Answer):
    """A camera; nobody is taken in from it since `excluded_since_s`, null if they are."""

    camera: str
    frigate_instance: str
    excluded_since_s: float | None
    sightings: int


class Retention(_Answer):
    """Days after which things are deleted, as the settings say; null keeps them."""

    unnamed_days: float | None
    named_days: float | None
    pictures_days: float | None
    exports_days: float | None


class PrivateCameras(_Answer):
    """Every camera that is known, and how long things are kept."""

    items: list[PrivateCamera]
    retention: Retention


class ExclusionRequest(_Body):
    """Whether a camera is left out, and whether what is stored of it goes."""

    excluded: bool
    delete_stored: bool = False


class Excluded(_Answer):
    """The camera as it is now, and how many of its sightings were deleted."""

    camera: PrivateCamera
    deleted: int


class Backup(_Answer):
    """A backup that could be restored, and what is in it."""

    id: str
    created_s: float
    people: int
    named: int
    sightings: int
    pictures: int
    floors: int
    first_s: float | None
    last_s: float | None
    size_bytes: int


class RestoreRequest(_Body):
    """Everything that is kept now is lost."""

    confirm: Literal["replace everything"]


class EraseRequest(_Body):
    """There is no way back."""

    confirm: Literal["delete everything"]
    keep_plan: bool = False


class UpkeepBegun(_Answer):
    """The service starts anew and answers again in some seconds."""

    kind: UpkeepKind


class UpkeepOutcome(_Answer):
    """How the last deletion or restore went; `message` says why it failed."""

    kind: UpkeepKind
    at_s: float
    actor: str
    done: bool
    message: str | None


class UpkeepState(_Answer):
    """`last` is null until something was deleted or restored."""

    last: UpkeepOutcome | None
