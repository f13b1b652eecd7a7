"""Routes about searches for one person across cameras."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool

from reid_service.api import schemas
from reid_service.api import searches_schemas as wire
from reid_service.api.bodies import Text
from reid_service.api.context import Context, Ctx
from reid_service.api.frames import Topic
from reid_service.api.params import PAGE, Cursor, Id, Limit, check_span, chosen
from reid_service.api.views import identity_view, pictured, route_view, sighting_views
from reid_service.domain import search as domain
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.search import Mark, SearchState
from reid_service.routes.builder import RouteSighting, build_route
from reid_service.search.candidates import Candidate
from reid_service.search.frames import FrameStep, people_in_frame
from reid_service.search.samples import identity_of
from reid_service.search.searching import Span, confirmed_legs_of, legs_of
from reid_service.search.seeds import AROUND_S, Asked
from reid_service.storage.store import Session

router = APIRouter(prefix="/api", tags=["searches"])

_From = Annotated[float | None, Query(allow_inf_nan=False)]
_Cameras = Annotated[
    list[Text] | None, Query(description="Repeat it for several cameras; all without it.")
]

_PHOTO: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            f"image/{kind}": {"schema": {"type": "string", "format": "binary"}}
            for kind in ("jpeg", "png", "webp")
        },
    }
}


class Order(StrEnum):
    """How the best candidates are listed."""

    LIKENESS = "likeness"
    TIME = "time"


@router.post("/searches")
def begin_search(context: Ctx, request: wire.SearchRequest) -> wire.Search:
    """Look for somebody: two minutes around the seed on every camera, unless told otherwise."""
    asked = Asked(
        request.sighting_id,
        request.event_id,
        request.frigate_instance,
        request.crop_id,
        request.identity_id,
        request.camera,
        request.time_s,
    )
    around_s = AROUND_S if request.window_s is None else request.window_s
    span = Span(chosen(request.cameras), request.from_s, request.to_s, around_s)
    return _changed(context, context.searching.begin(asked, span))


@router.post("/searches/photo", openapi_extra=_PHOTO)
async def begin_search_with_photo(
    context: Ctx,
    request: Request,
    *,
    cameras: _Cameras = None,
    from_s: _From = None,
    to_s: _From = None,
) -> wire.Search:
    """Look for the person on a picture, which is not kept: in the last day by default."""
    check_span(from_s, to_s)
    span = Span(chosen(cameras), from_s, to_s)
    data = await request.body()
    return await run_in_threadpool(
        lambda: _changed(context, context.searching.begin_with_photo(data, span))
    )


@router.get("/searches")
def list_searches(
    context: Ctx,
    *,
    state: SearchState | None = None,
    cursor: Cursor = None,
    limit: Limit = PAGE,
) -> wire.SearchPage:
    """Searches, changed last first."""
    with context.store.read() as session:
        page = session.searches.page(state, limit=limit, cursor=cursor)
        return wire.SearchPage(items=_views(session, page.items), cursor=page.cursor)


@router.get("/searches/{search_id}")
def get_search(context: Ctx, search_id: Id) -> wire.Search:
    """One search, as it was left: on this device or on another one."""
    with context.store.read() as session:
        [view] = _views(session, [session.searches.get(search_id)])
    return view


@router.patch("/searches/{search_id}")
def patch_search(context: Ctx, search_id: Id, patch: wire.SearchPatch) -> wire.Search:
    """Look on other cameras, or at another time."""
    given = patch.model_fields_set

    def change(now: domain.Search) -> tuple[frozenset[str] | None, float, float]:
        return (
            chosen(patch.cameras) if "cameras" in given else now.cameras,
            now.from_s if patch.from_s is None else patch.from_s,
            now.until_s if patch.to_s is None else patch.to_s,
        )

    context.searching.move(search_id, change)
    return _changed(context, search_id)


@router.delete("/searches/{search_id}")
def delete_search(context: Ctx, search_id: Id) -> wire.SearchRemoved:
    """Delete a search with its ticks and crosses; what it decided stays."""
    context.searching.remove(search_id)
    context.hub.announce(Topic.SEARCHES, "search_changed", {"search_id": search_id})
    return wire.SearchRemoved(id=search_id)


@router.get("/searches/{search_id}/candidates")
def list_candidates(
    context: Ctx, search_id: Id, *, order: Order = Order.LIKENESS, limit: Limit = PAGE
) -> wire.Candidates:
    """The most likely candidates by what the last refinement knew."""
    ranking = context.searching.candidates(search_id, limit)
    items = list(ranking.items)
    if order is Order.TIME:
        items.sort(key=lambda each: (each.stored.tracklet.start_s, each.stored.tracklet.id))
    with context.store.read() as session:
        seed = session.searches.get(search_id).seed
        return wire.Candidates(
            items=_candidates(context, session, seed, items), total=ranking.total
        )


@router.post("/searches/{search_id}/labels")
def label_candidates(context: Ctx, search_id: Id, request: wire.LabelsRequest) -> wire.Search:
    """Tick, cross, leave open, or take that back; what is said last of a sighting holds."""
    context.searching.label(
        search_id,
        ticks=request.ticks,
        crosses=request.crosses,
        clear=request.clear,
        unsure=request.unsure,
    )
    return _changed(context, search_id)


@router.put("/searches/{search_id}/legs")
def arrange_legs(context: Ctx, search_id: Id, request: wire.LegsRequest) -> wire.Search:
    """What the result shows and exports, in which order; it says nothing of anybody."""
    context.searching.arrange(search_id, request.legs)
    return _changed(context, search_id)


@router.post("/searches/{search_id}/refine")
def refine_search(context: Ctx, search_id: Id, limit: Limit = PAGE) -> wire.Refined:
    """Look again with the ticked as samples, too, and away from the crossed."""
    ranking, newcomers = context.searching.refine(search_id, limit)
    context.hub.announce(Topic.SEARCHES, "search_changed", {"search_id": search_id})
    with context.store.read() as session:
        seed = session.searches.get(search_id).seed
        items = _candidates(context, session, seed, ranking.items)
    return wire.Refined(items=items, total=ranking.total, newcomers=newcomers)


@router.get("/searches/{search_id}/route")
def get_route_of_search(context: Ctx, search_id: Id) -> schemas.Route:
    """Where the person walked, by the sighting it started from and those that are ticked.

    In the order that somebody gave the legs, without those that were dropped. Those of which
    somebody could not tell are legs too, and `unsure`.
    """
    with context.store.read() as session:
        search = session.searches.get(search_id)
        order = legs_of(session, search_id)
        confirmed = set(confirmed_legs_of(session, search_id))
        stored = session.tracklets.get_all(order)
        best = session.crops.best_of_tracklets(each.tracklet.id for each in stored)
        whom = search.saved_as or identity_of(session, search) or ""
    sightings = [
        RouteSighting(
            each.tracklet,
            each.firm and each.tracklet.id in confirmed,
            pictured(best.get(each.tracklet.id)),
        )
        for each in stored
    ]
    from_s = min((each.tracklet.start_s for each in stored), default=search.from_s)
    to_s = max((each.tracklet.last_seen_s for each in stored), default=search.until_s)
    return route_view(
        build_route(whom, sightings, order=order),
        min(from_s, search.from_s),
        max(to_s, search.until_s),
    )


@router.post("/searches/{search_id}/finish")
def finish_search(context: Ctx, search_id: Id, request: wire.FinishRequest) -> wire.SearchFinished:
    """The ticked sightings become one person, the crossed ones are told apart from them."""
    done = context.searching.finish(search_id, request.identity_id, request.name)
    search = _changed(context, search_id)
    with context.store.read() as session:
        return wire.SearchFinished(
            search=search,
            identity=identity_view(session, done.identity_id),
            decision_ids=list(done.decision_ids),
        )


@router.get("/frames/people")
def get_people_in_frame(
    context: Ctx,
    camera: Annotated[Text, Query()],
    time_s: Annotated[float, Query(allow_inf_nan=False)],
    direction: FrameStep = FrameStep.AT,
    frigate_instance: Annotated[Text | None, Query()] = None,
) -> wire.FramePeople:
    """Who is in sight of a camera at a time, or in the next or previous frame with people."""
    with context.store.read() as session:
        frame = people_in_frame(session, camera, time_s, direction, frigate_instance)
        whose = session.identities.get_all(
            each.stored.identity_id for each in frame.people if each.stored.identity_id
        )
    people = []
    for each in frame.people:
        owner = whose.get(each.stored.identity_id or "")
        box = each.box
        people.append(
            wire.PersonInFrame(
                sighting_id=each.stored.tracklet.id,
                identity_id=each.stored.identity_id,
                label=None if owner is None else owner.label,
                box=schemas.Box(x_min=box.x_min, y_min=box.y_min, x_max=box.x_max, y_max=box.y_max),
                crop_id=pictured(each.crop),
            )
        )
    return wire.FramePeople(camera=frame.camera, time_s=frame.time_s, people=people)


def _changed(context: Context, search_id: str) -> wire.Search:
    """The search as it is now; other devices hear that it changed."""
    context.hub.announce(Topic.SEARCHES, "search_changed", {"search_id": search_id})
    with context.store.read() as session:
        [view] = _views(session, [session.searches.get(search_id)])
    return view


def _views(session: Session, searches: Sequence[domain.Search]) -> list[wire.Search]:
    counts = session.searches.counts(each.id for each in searches)
    arranged = session.searches.arranged(each.id for each in searches)
    views = []
    for each in searches:
        seed, marked = each.seed, counts.get(each.id, {})
        legs = arranged.get(each.id, [])
        saved_as = None if each.saved_as is None else session.identities.resolve(each.saved_as).id
        views.append(
            wire.Search(
                id=each.id,
                created_s=each.created_s,
                updated_s=each.updated_s,
                state=each.state,
                seed=wire.Seed(
                    kind=seed.kind,
                    sighting_id=seed.sighting_id,
                    identity_id=identity_of(session, each),
                    crop_id=seed.crop_id,
                    camera=seed.camera,
                    time_s=seed.time_s,
                ),
                cameras=None if each.cameras is None else sorted(each.cameras),
                from_s=each.from_s,
                to_s=each.until_s,
                ticked=marked.get(Mark.TICK, 0),
                crossed=marked.get(Mark.CROSS, 0),
                refined=each.refined,
                arranged=any(leg.place is not None for leg in legs),
                unsure=[leg.sighting_id for leg in legs if leg.mark is Mark.UNSURE],
                dropped=[leg.sighting_id for leg in legs if leg.dropped],
                identity_id=saved_as,
            )
        )
    return views


def _candidates(
    context: Context, session: Session, seed: domain.Seed, found: Sequence[Candidate]
) -> list[wire.Candidate]:
    placed = {each.camera for each in session.plan.placements()}
    sightings = sighting_views(session, [each.stored for each in found])
    return [
        wire.Candidate(
            sighting=view,
            likeness=each.likeness,
            band=each.band,
            offset_s=None if seed.time_s is None else view.start_s - seed.time_s,
            label=each.mark,
            is_new=each.is_new,
            probability=each.probability,
            on_plan=CameraKey(view.frigate_instance, view.camera) in placed,
        )
        for each, view in zip(found, sightings, strict=True)
    ]
