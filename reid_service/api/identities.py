"""Routes about people."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Annotated

from fastapi import APIRouter, Query

from reid_service.api import bodies, schemas
from reid_service.api.bodies import Text
from reid_service.api.branches import branch_views
from reid_service.api.context import Ctx
from reid_service.api.listing import PeopleFilter, Sort, State, list_people
from reid_service.api.params import (
    PAGE,
    Cameras,
    Cursor,
    From,
    Id,
    Limit,
    To,
    check_span,
    chosen,
)
from reid_service.api.ports import Commands
from reid_service.api.templates import standing_for
from reid_service.api.views import (
    decision_views,
    identity_view,
    identity_views,
    overlap_view,
    pictured,
    route_view,
    sighting_views,
)
from reid_service.errors import InvalidRequest
from reid_service.identities.doubting import is_doubted
from reid_service.routes.builder import RouteSighting, build_route
from reid_service.storage.recent import trails_of
from reid_service.storage.records import SightingFilter

router = APIRouter(prefix="/api/identities", tags=["identities"])

_DAY_S = 86_400.0
_FIRST_DAY = date(1970, 1, 2)
_LAST_DAY = date(9999, 1, 1)


@router.get("")
def list_identities(
    context: Ctx,
    *,
    state: State = State.VISIBLE,
    cameras: Cameras = None,
    day: Annotated[date | None, Query(ge=_FIRST_DAY, lt=_LAST_DAY)] = None,
    q: Annotated[Text | None, Query(description="Part of a name or alias.")] = None,
    sort: Sort = Sort.LAST_SEEN,
    cursor: Cursor = None,
    limit: Limit = PAGE,
) -> schemas.IdentityPage:
    """People, last seen first unless told otherwise; merged ones are left out.

    A cursor goes on in the order in which its list began. `camera` and `day` (YYYY-MM-DD in the
    service's time zone) keep those who were seen there and then.
    """
    from_s, until_s = _span_of(day, context.zone)
    where = PeopleFilter(state, chosen(cameras), from_s, until_s, q)
    with context.store.read() as session:
        page = list_people(session, where, limit=limit, cursor=cursor, sort=sort)
        return schemas.IdentityPage(items=identity_views(session, page.items), cursor=page.cursor)


@router.get("/{identity_id}")
def get_identity(context: Ctx, identity_id: Id) -> schemas.IdentityFound:
    """One person; the id of somebody merged answers with the one who took them in."""
    with context.store.read() as session:
        view = identity_view(session, identity_id)
    asked = None if view.id == identity_id else identity_id
    return schemas.IdentityFound(**dict(view), redirected_from=asked)


@router.patch("/{identity_id}")
def patch_identity(
    context: Ctx, identity_id: Id, patch: bodies.IdentityPatch
) -> schemas.IdentityPatched:
    """Change picture, name, aliases, hidden, exposed: one decision each, in this order.

    When one fails, those before it stand.
    """
    decision_ids = _changed(context.commands, identity_id, patch)
    with context.store.read() as session:
        view = identity_view(session, identity_id)
        same = session.identities.named(view.name) if patch.name and view.name else []
        return schemas.IdentityPatched(
            identity=view,
            decision_ids=decision_ids,
            namesakes=identity_views(session, [each for each in same if each.id != view.id]),
        )


@router.delete("/{identity_id}")
def forget_identity(context: Ctx, identity_id: Id) -> schemas.Forgotten:
    """Delete a person with all sightings, pictures and names; this cannot be undone."""
    forgotten = context.commands.forget(identity_id)
    return schemas.Forgotten(
        identity_ids=list(forgotten.identity_ids), sightings=forgotten.sightings
    )


@router.post("/{identity_id}/merge")
def merge_identities(
    context: Ctx, identity_id: Id, request: bodies.MergeRequest
) -> schemas.MergeAnswer:
    """`others` are this person, who keeps id, name and picture; their ids lead here.

    `overlaps` are pairs of sightings at one time that speak against it.
    """
    merged = context.commands.merge(identity_id, request.others, dry_run=request.dry_run)
    with context.store.read() as session:
        return schemas.MergeAnswer(
            identity=identity_view(session, merged.identity_id),
            decision_ids=list(merged.decision_ids),
            dry_run=request.dry_run,
            merged_ids=list(merged.merged_ids),
            overlaps=[overlap_view(each) for each in merged.overlaps],
        )


@router.post("/{identity_id}/split")
def split_identity(
    context: Ctx, identity_id: Id, request: bodies.SplitRequest
) -> schemas.IdentityWritten:
    """These sightings are another, new person, who is returned."""
    done = context.commands.split(identity_id, request.sightings)
    with context.store.read() as session:
        return schemas.IdentityWritten(
            identity=identity_view(session, done.identity_id),
            decision_ids=list(done.decision_ids),
        )


@router.get("/{identity_id}/route")
def get_route(
    context: Ctx,
    identity_id: Id,
    *,
    from_s: From = None,
    to_s: To = None,
    branches: Annotated[bool, Query(description="Where a doubted link may be wrong.")] = False,
) -> schemas.Route:
    """Where a person walked in [from, to): the last 24 hours unless told otherwise."""
    check_span(from_s, to_s)
    until_s = context.clock.now_s() if to_s is None else to_s
    since_s = until_s - _DAY_S if from_s is None else from_s
    with context.store.read() as session:
        identity = session.identities.resolve(identity_id)
        stored = session.tracklets.of_identity(identity.id, from_s=since_s, until_s=until_s)
        ids = [each.tracklet.id for each in stored]
        best = session.crops.best_of_tracklets(ids)
        trails = trails_of(session, ids)
        doubted = {each.tracklet.id for each in stored if is_doubted(session, each)}
    route = build_route(
        identity.id,
        (
            RouteSighting(
                each.tracklet,
                each.firm,
                pictured(best.get(each.tracklet.id)),
                by_hand=trails[each.tracklet.id].by_hand,
                doubted=each.tracklet.id in doubted,
            )
            for each in stored
        ),
    )
    view = route_view(route, since_s, until_s)
    if not branches or len(ids) < 2:
        return view
    found = context.doubts.branches(identity.id, frozenset(ids))
    with context.store.read() as session:
        return view.model_copy(update={"branches": branch_views(session, found)})


@router.get("/{identity_id}/sightings")
def list_sightings_of_identity(
    context: Ctx,
    identity_id: Id,
    *,
    cameras: Cameras = None,
    from_s: From = None,
    to_s: To = None,
    cursor: Cursor = None,
    limit: Limit = PAGE,
) -> schemas.SightingPage:
    """Sightings of a person that began in [from, to), newest first."""
    check_span(from_s, to_s)
    with context.store.read() as session:
        identity = session.identities.resolve(identity_id)
        where = SightingFilter(identity.id, chosen(cameras), from_s, to_s)
        page = session.tracklets.sightings(where, limit=limit, cursor=cursor)
        return schemas.SightingPage(items=sighting_views(session, page.items), cursor=page.cursor)


@router.get("/{identity_id}/templates")
def get_templates(
    context: Ctx, identity_id: Id, limit: Annotated[int, Query(ge=1, le=32)] = 12
) -> schemas.Templates:
    """Pictures that stand for a person and differ most, from the newest sightings."""
    with context.store.read() as session:
        identity = session.identities.resolve(identity_id)
        crops = standing_for(session, identity.id, context.model_id, limit)
    return schemas.Templates(identity_id=identity.id, model_id=context.model_id, crops=crops)


@router.get("/{identity_id}/history")
def get_history(
    context: Ctx, identity_id: Id, cursor: Cursor = None, limit: Limit = PAGE
) -> schemas.DecisionPage:
    """Every decision about a person or those merged into them, newest first."""
    with context.store.read() as session:
        identity = session.identities.resolve(identity_id)
        page = session.history.of_identity(identity.id, limit=limit, cursor=cursor)
        return schemas.DecisionPage(items=decision_views(session, page.items), cursor=page.cursor)


def _changed(commands: Commands, identity_id: str, patch: bodies.IdentityPatch) -> list[str]:
    given = patch.model_fields_set
    done = []
    # First what may be refused.
    if "feature_crop_id" in given:
        done.append(commands.set_feature_crop(identity_id, patch.feature_crop_id))
    if "name" in given:
        done.append(commands.rename(identity_id, patch.name))
    if patch.aliases is not None:
        done.append(commands.set_aliases(identity_id, patch.aliases))
    if patch.hidden is not None:
        done.append(commands.set_hidden(identity_id, patch.hidden))
    if patch.exposed is not None:
        done.append(commands.set_exposed(identity_id, patch.exposed))
    if not done:
        msg = "Nothing is to change. Give a name, aliases, hidden, exposed or feature_crop_id."
        raise InvalidRequest(msg)
    return [decision_id for each in done for decision_id in each.decision_ids]


def _span_of(day: date | None, zone: tzinfo | None) -> tuple[float | None, float | None]:
    """A day of 23 to 25 hours, as the time zone has it."""
    if day is None:
        return None, None
    return _midnight(day, zone), _midnight(day + timedelta(days=1), zone)


def _midnight(day: date, zone: tzinfo | None) -> float:
    return datetime.combine(day, time.min, zone).timestamp()
