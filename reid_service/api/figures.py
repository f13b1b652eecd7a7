"""Routes to figures: visits, how well cameras serve, and what to attach to a report."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from reid_service.api.bodies import Text
from reid_service.api.context import Ctx
from reid_service.api.counting import (
    Rating,
    begin_s,
    figures,
    last_days,
    stays_since,
    suitability,
)

router = APIRouter(prefix="/api", tags=["figures"])

_MOST_DAYS: Final = 90
_WEEK: Final = 7
_DAY_S: Final = 86_400.0


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


class Day(_Answer):
    """One day in the service's time zone; visits belong to the day on which they began."""

    date: date
    visits: int
    sightings: int
    dwell_s: float


class CameraFigures(_Answer):
    """One camera over all days."""

    camera: str
    sightings: int
    dwell_s: float


class Statistics(_Answer):
    """`people_seen` have a name, `unknown_seen` have none."""

    days: list[Day]
    cameras: list[CameraFigures]
    last_camera: str | None
    people_seen: int
    unknown_seen: int


class SuitableCamera(_Answer):
    """`median_height_px` is null where no picture is usable, or the frame's size not known.

    `colour_share` in [0, 1] is that of the sightings in colour, null where nobody can say.
    """

    camera: str
    frigate_instance: str
    tracklets: int
    usable_crops: int
    median_height_px: float | None
    colour_share: float | None
    rating: Rating
    reason: str
    advice: str


class Suitability(_Answer):
    """Every camera that saw somebody, by name."""

    items: list[SuitableCamera]


class Diagnostics(_Answer):
    """Everything that helps to find a fault, and nothing that tells of people or places."""

    version: str
    python: str
    platform: str
    health: dict[str, Any]
    settings: dict[str, Any]
    counts: dict[str, int]


@router.get("/statistics")
def get_statistics(
    context: Ctx,
    *,
    identity_id: Annotated[Text | None, Query()] = None,
    days: Annotated[int, Query(ge=1, le=_MOST_DAYS)] = _WEEK,
) -> Statistics:
    """Visits of the last days: of one person, or of all who are not hidden."""
    shown = last_days(context.clock.now_s(), days, context.zone)
    # A visit that began the evening before is none of this morning.
    from_s = begin_s(shown[0], context.zone) - _DAY_S
    with context.store.read() as session:
        owner = None if identity_id is None else session.identities.resolve(identity_id).id
        stays = stays_since(session, from_s, owner)
    found = figures(stays, shown, context.reappearance_after_s, context.zone)
    return Statistics(
        days=[
            Day(date=day, visits=of.visits, sightings=of.sightings, dwell_s=round(of.dwell_s, 3))
            for day, of in found.days.items()
        ],
        cameras=[
            CameraFigures(camera=name, sightings=of.sightings, dwell_s=round(of.dwell_s, 3))
            for name, of in sorted(found.cameras.items())
        ],
        last_camera=found.last_camera,
        people_seen=found.named,
        unknown_seen=found.unknown,
    )


@router.get("/suitability")
def get_suitability(context: Ctx) -> Suitability:
    """How well each camera served in the last 24 hours, and how to make it better."""
    with context.store.read() as session:
        found = suitability(session, context.clock.now_s(), context.frame_size)
    return Suitability(
        items=[
            SuitableCamera(
                camera=each.camera,
                frigate_instance=each.instance,
                tracklets=each.tracklets,
                usable_crops=each.usable_crops,
                median_height_px=each.median_height_px,
                colour_share=each.colour_share,
                rating=each.rating,
                reason=each.reason,
                advice=each.advice,
            )
            for each in found
        ]
    )


@router.get("/diagnostics")
def get_diagnostics(context: Ctx) -> Diagnostics:
    """What to attach to a report of a fault."""
    return Diagnostics(**context.diagnose())
