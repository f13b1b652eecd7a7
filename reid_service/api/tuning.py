"""Settings that are changed while the service runs, and how many questions are open."""

from __future__ import annotations

import asyncio
import logging
from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from reid_service.api.context import Context, Ctx
from reid_service.api.frames import Topic
from reid_service.api.tuning_ports import TuningState
from reid_service.associate.policy import Band

_LOG = logging.getLogger(__name__)

router = APIRouter(prefix="/api/settings", tags=["settings"])

_LOOK_EVERY_S: Final = 1.0


class Matching(BaseModel):
    """How daring links are made, and whether anybody new is taken in."""

    model_config = ConfigDict(frozen=True)

    band: Band
    paused: bool


class MatchingPatch(BaseModel):
    """Only what is given changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    band: Annotated[Band, Field(strict=False)] | None = None
    paused: bool | None = None


@router.get("/matching")
def get_matching(context: Ctx) -> Matching:
    """As it is now."""
    return _view(context.tuning.state())


@router.patch("/matching")
def change_matching(context: Ctx, request: MatchingPatch) -> Matching:
    """Change it at once and for good; it beats the settings file."""
    return _view(context.tuning.change(band=request.band, paused=request.paused))


async def tell_reviews(context: Context) -> None:
    """Tell subscribers of `reviews` when another number of questions is open; never ends."""
    told: int | None = None
    seen = -1
    while True:
        await asyncio.sleep(_LOOK_EVERY_S)
        # Nothing was written: nothing can have changed.
        if not context.hub.is_wanted(Topic.REVIEWS) or context.store.commits == seen:
            continue
        seen = context.store.commits
        try:
            count = len(await asyncio.to_thread(context.doubts.questions))
        except Exception:  # noqa: BLE001 - the next look may work again
            _LOG.exception("the open questions could not be counted")
            continue
        if count != told:
            told = count
            context.hub.announce(Topic.REVIEWS, "reviews", {"open": count})


def _view(state: TuningState) -> Matching:
    return Matching(band=state.band, paused=state.paused)
