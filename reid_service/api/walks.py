"""Routes about the walk test: somebody walks through the site, and sees how long the ways take."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from reid_service.api.context import Context, Ctx
from reid_service.api.plan_schemas import Edge
from reid_service.api.plan_views import edge_view, way_of
from reid_service.errors import Conflict
from reid_service.storage.records import StoredTracklet
from reid_service.storage.store import Session

router = APIRouter(prefix="/api/walk-test", tags=["plan"])

_KEY: Final = "walk_test"
_LONGEST_S: Final = 3600.0
"""Whoever forgets to stop does not have the whole day counted."""


class WalkLeg(BaseModel):
    """The walker in sight of a camera."""

    model_config = ConfigDict(frozen=True)

    sighting_id: str
    identity_id: str | None
    camera: str
    frigate_instance: str
    start_s: float
    end_s: float


class WalkStep(BaseModel):
    """From one camera to the next: `walked_s` out of sight, below 0 while both saw the walker.

    `learned` is what is known of the way from everybody.
    """

    model_config = ConfigDict(frozen=True)

    walked_s: float
    learned: Edge


class WalkTest(BaseModel):
    """The last walk; `people` are how many the service took the walker for."""

    model_config = ConfigDict(frozen=True)

    started_s: float | None
    ended_s: float | None
    people: int
    legs: list[WalkLeg]
    steps: list[WalkStep]


@router.get("")
def get_walk_test(context: Ctx) -> WalkTest:
    """The walk under way, or the last one, beside what was learned of its ways."""
    with context.store.read() as session:
        started_s, ended_s = _span(session)
        found = [] if started_s is None else _seen(session, context, started_s, ended_s)
        rules = session.plan.rules()
    edges = {way_of(each): each for each in context.ways.edges()} if found else {}
    steps = []
    for before, after in pairwise(found):
        here, there = before.tracklet.camera_key, after.tracklet.camera_key
        if here != there:
            way = (here, there)
            steps.append(
                WalkStep(
                    walked_s=round(after.tracklet.start_s - before.tracklet.last_seen_s, 3),
                    learned=edge_view(way, edges.get(way), rules.get(way)),
                )
            )
    people = {each.identity_id for each in found if each.identity_id is not None}
    return WalkTest(
        started_s=started_s,
        ended_s=ended_s,
        people=len(people),
        legs=[_leg(each) for each in found],
        steps=steps,
    )


@router.post("")
def start_walk_test(context: Ctx) -> WalkTest:
    """Begin to time a walk; the last one is forgotten."""
    with context.store.write() as session:
        session.meta.put(_KEY, [context.clock.now_s(), None])
    return get_walk_test(context)


@router.post("/stop")
def stop_walk_test(context: Ctx) -> WalkTest:
    """End the walk; it stays to be looked at."""
    with context.store.write() as session:
        started_s, ended_s = _span(session)
        if started_s is None or ended_s is not None:
            msg = "No walk is under way. Start one first."
            raise Conflict(msg)
        session.meta.put(_KEY, [started_s, context.clock.now_s()])
    return get_walk_test(context)


def _span(session: Session) -> tuple[float | None, float | None]:
    kept: Any = session.meta.get(_KEY)
    return (None, None) if kept is None else (kept[0], kept[1])


def _seen(
    session: Session, context: Context, started_s: float, ended_s: float | None
) -> Sequence[StoredTracklet]:
    """Everybody in that time, by when they came: the walker is alone, as the page asks for."""
    until_s = context.clock.now_s() if ended_s is None else ended_s
    return session.tracklets.overlapping(started_s, min(until_s, started_s + _LONGEST_S))


def _leg(stored: StoredTracklet) -> WalkLeg:
    tracklet = stored.tracklet
    return WalkLeg(
        sighting_id=tracklet.id,
        identity_id=stored.identity_id,
        camera=tracklet.camera,
        frigate_instance=tracklet.instance,
        start_s=tracklet.start_s,
        end_s=tracklet.last_seen_s,
    )
