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
from reid_service.associate import rates
from reid_service.associate.policy import POLICIES, Band
from reid_service.associate.rates import ENOUGH, rates_of
from reid_service.identities.answered import answered

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


class Thresholds(BaseModel):
    """What a band bears and when it asks, all but `questions_a_day` in [0, 1].

    `wrong_links`, `wrong_first_links` (while somebody is still in sight) and `wrong_merges` are the
    shares of what is decided that may be wrong. A doubt is asked about from the probability
    `ask_from` on.
    """

    model_config = ConfigDict(frozen=True)

    band: Band
    wrong_links: float
    wrong_first_links: float
    wrong_merges: float
    ask_from: float
    questions_a_day: int


class MatchingBands(BaseModel):
    """Every band, the most careful first."""

    model_config = ConfigDict(frozen=True)

    items: list[Thresholds]


@router.get("/matching/bands")
def get_matching_bands() -> MatchingBands:
    """The numbers behind each band."""
    return MatchingBands(
        items=[
            Thresholds(
                band=band,
                wrong_links=policy.rate,
                wrong_first_links=policy.provisional_rate,
                wrong_merges=policy.merge_rate,
                ask_from=policy.ask_from,
                questions_a_day=policy.questions_a_day,
            )
            for band, policy in POLICIES.items()
        ]
    )


class Share(BaseModel):
    """`count` of `of`; the true share lies in [`low`, `high`] with 95 % confidence."""

    model_config = ConfigDict(frozen=True)

    count: int
    of: int
    low: float
    high: float


class BandRates(BaseModel):
    """What a band would have done: null where there are not enough answers yet."""

    model_config = ConfigDict(frozen=True)

    band: Band
    wrong: Share | None
    missed: Share | None


class MatchingRates(BaseModel):
    """Measured on `answers` pairs that people judged; a share wants `enough` of them."""

    model_config = ConfigDict(frozen=True)

    answers: int
    same: int
    enough: int
    bands: list[BandRates]


@router.get("/matching/rates")
def get_matching_rates(context: Ctx) -> MatchingRates:
    """How often each band would have been wrong about what you answered."""
    with context.store.read() as session:
        found = answered(session)
    bands = []
    for band, policy in POLICIES.items():
        measured = rates_of(found, policy)
        wrong, missed = _share(measured.wrong), _share(measured.missed)
        bands.append(BandRates(band=band, wrong=wrong, missed=missed))
    same = sum(each.is_one for each in found)
    return MatchingRates(answers=len(found), same=same, enough=ENOUGH, bands=bands)


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


def _share(share: rates.Share) -> Share | None:
    if not share.is_enough:
        return None
    return Share(count=share.count, of=share.of, low=share.low, high=share.high)
