"""What the routes of standing wishes take and answer."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class WatchRequest(BaseModel):
    """Until when; null for until somebody ends it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    until_s: Annotated[float, Field(strict=False, ge=0.0, allow_inf_nan=False)] | None = None


class Watch(BaseModel):
    """Somebody wants to be told when this person is seen again."""

    model_config = ConfigDict(frozen=True)

    identity_id: str
    identity_label: str
    since_s: float
    until_s: float | None


class Watches(BaseModel):
    """Every one that is not over, the newest first; `ended` were over within the last week."""

    model_config = ConfigDict(frozen=True)

    items: list[Watch]
    ended: list[Watch]


class WatchEnded(BaseModel):
    """Nobody is told of this person any more."""

    model_config = ConfigDict(frozen=True)

    identity_id: str
