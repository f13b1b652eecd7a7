"""The floor plan from the store and the engine to the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reid_service.api import plan_schemas as schemas
from reid_service.api.passages_schemas import passage_views
from reid_service.api.schemas import Term
from reid_service.associate.edges import Edge
from reid_service.domain.floorplan import (
    CameraKey,
    EdgeRule,
    Floor,
    Placement,
    Point,
    PointPair,
)
from reid_service.domain.tracklet import Tracklet
from reid_service.routes.layout import suggested
from reid_service.routes.projection import Projection, fit
from reid_service.routes.trail import trail
from reid_service.storage.plan import Way
from reid_service.storage.store import Session

_UNSEEN_WALK_S: Final = 15.0
_SIDE_BY_SIDE_S: Final = 1.0

_RULE_WORDS: Final = {
    EdgeRule.FORBIDDEN: "Somebody said that nobody gets from {0} to {1} unseen by others.",
    EdgeRule.FORCED: "Somebody said that there is a way from {0} to {1}.",
    EdgeRule.OVERLAP: "Somebody said that {0} and {1} see the same place.",
}


def floor_view(floor: Floor) -> schemas.Floor:
    """One floor."""
    return schemas.Floor(
        id=floor.id,
        name=floor.name,
        level=floor.level,
        width=floor.width,
        height=floor.height,
        has_picture=floor.picture is not None,
        metres_per_unit=floor.metres_per_unit,
        north_deg=floor.north_deg,
    )


def placement_view(placed: Placement) -> schemas.Placement:
    """One placement."""
    return schemas.Placement(
        camera=placed.camera.camera,
        frigate_instance=placed.camera.instance,
        floor_id=placed.floor_id,
        x=placed.x,
        y=placed.y,
        heading_deg=placed.heading_deg,
        view_deg=placed.view_deg,
        range_units=placed.range_units,
    )


def calibration_view(
    camera: CameraKey, pairs: Sequence[PointPair], floor: Floor
) -> schemas.Calibration:
    """Point pairs on a floor, and how well they agree."""
    found = fit(pairs, floor.metres_per_unit)
    return schemas.Calibration(
        camera=camera.camera,
        frigate_instance=camera.instance,
        pairs=[
            schemas.Pair(
                image=schemas.ImagePoint(x=each.image.x, y=each.image.y),
                plan=schemas.PlanPoint(x=each.plan.x, y=each.plan.y),
            )
            for each in pairs
        ],
        residual_units=found.residual_units,
        residual_m=found.residual_m,
        problems=[schemas.Problem(code=e.code, message=e.message) for e in found.problems],
        usable=found.usable,
    )


def pairs_of(request: schemas.CalibrationRequest) -> list[PointPair]:
    """What was marked."""
    return [
        PointPair(Point(each.image.x, each.image.y), Point(each.plan.x, each.plan.y))
        for each in request.pairs
    ]


def edge_views(edges: Iterable[Edge], rules: dict[Way, EdgeRule]) -> list[schemas.Edge]:
    """Ways as learned, and those that people said something of since."""
    learned = {way_of(each): each for each in edges}
    ways = sorted({*learned, *rules})
    return [edge_view(way, learned.get(way), rules.get(way)) for way in ways]


def edge_view(way: Way, edge: Edge | None, rule: EdgeRule | None) -> schemas.Edge:
    """One way."""
    here, there = way
    p5_s, p50_s, p95_s = (edge and edge.times_s) or (None, None, None)
    return schemas.Edge(
        from_camera=here.camera,
        from_instance=here.instance,
        to_camera=there.camera,
        to_instance=there.instance,
        count=0 if edge is None else round(edge.count),
        overlaps=0 if edge is None else round(edge.overlaps),
        p5_s=p5_s,
        p50_s=p50_s,
        p95_s=p95_s,
        rule=schemas.Rule.LEARNED if rule is None else schemas.Rule(rule.value),
    )


def plan_view(
    session: Session, cameras: Iterable[CameraKey], edges: Sequence[Edge]
) -> schemas.Plan:
    """Everything to draw the plan; `cameras` are those that are known beside the placed ones."""
    floors = {each.id: each for each in session.plan.floors()}
    placed = {each.camera: each for each in session.plan.placements()}
    rules = session.plan.rules()
    calibrated = _projections(session, placed, floors)
    known = sorted({*cameras, *placed})
    guesses = suggested(known, _walks(edges, rules))
    shown = {key: placement_view(each) for key, each in placed.items()}
    return schemas.Plan(
        floors=[floor_view(each) for each in floors.values()],
        placements=list(shown.values()),
        cameras=[
            schemas.PlanCamera(
                name=key.camera,
                frigate_instance=key.instance,
                placement=shown.get(key),
                calibrated=key in calibrated,
                suggested=None
                if key in placed
                else schemas.UnitPoint(x=guesses[key].x, y=guesses[key].y),
            )
            for key in known
        ],
        passages=passage_views(session.passages.all()),
        edges=edge_views(edges, rules),
    )


def trail_view(session: Session, sighting_ids: Sequence[str]) -> schemas.Trail:
    """Those of the sightings that are there, on the plan."""
    floors = {each.id: each for each in session.plan.floors()}
    placed = {each.camera: each for each in session.plan.placements()}
    ids = list(dict.fromkeys(sighting_ids))
    found = {each.tracklet.id: each.tracklet for each in session.tracklets.get_all(ids)}
    tracklets = [found[each] for each in ids if each in found]
    keys = {each.camera_key for each in tracklets}
    here = {key: each for key, each in placed.items() if key in keys}
    projections = _projections(session, here, floors)
    items = []
    for each in tracklets:
        key = each.camera_key
        items.append(_path_view(each, placed.get(key), projections.get(key), floors))
    return schemas.Trail(items=items)


def _path_view(
    tracklet: Tracklet,
    placed: Placement | None,
    projection: Projection | None,
    floors: dict[str, Floor],
) -> schemas.TrailPath:
    if placed is None:
        return schemas.TrailPath(
            sighting_id=tracklet.id, floor_id=None, calibrated=False, points=[]
        )
    walked = trail(tracklet.path, projection, floors[placed.floor_id]) if projection else []
    points = [schemas.TrailPoint(x=each.x, y=each.y, time_s=each.time_s) for each in walked]
    own = schemas.TrailPoint(x=placed.x, y=placed.y, time_s=tracklet.start_s)
    return schemas.TrailPath(
        sighting_id=tracklet.id,
        floor_id=placed.floor_id,
        calibrated=bool(points),
        points=points or [own],
    )


def rule_terms(session: Session, a: Tracklet, b: Tracklet) -> list[Term]:
    """What somebody said of the way from the earlier of two sightings to the later one."""
    first, second = sorted((a, b), key=lambda each: each.start_s)
    way = first.camera_key, second.camera_key
    rule = session.plan.rules().get(way)
    if rule is None:
        return []
    words = _RULE_WORDS[rule].format(first.camera, second.camera)
    return [Term(name="rule", value=rule.value, words=words)]


def _projections(
    session: Session, placed: Mapping[CameraKey, Placement], floors: Mapping[str, Floor]
) -> dict[CameraKey, Projection]:
    """Those of the placed cameras whose point pairs are usable."""
    pairs = session.plan.all_pairs()
    found = {}
    for key, placement in placed.items():
        fitted = fit(pairs.get(key, []), floors[placement.floor_id].metres_per_unit)
        if fitted.projection is not None and fitted.usable:
            found[key] = fitted.projection
    return found


def _walks(edges: Iterable[Edge], rules: dict[Way, EdgeRule]) -> dict[Way, float]:
    """Seconds between cameras, for a drawing."""
    walks = {way_of(each): each.times_s[1] for each in edges if each.times_s is not None}
    for way, rule in rules.items():
        if rule is EdgeRule.FORBIDDEN:
            walks.pop(way, None)
        elif rule is EdgeRule.OVERLAP:
            walks[way] = _SIDE_BY_SIDE_S
        else:
            walks.setdefault(way, _UNSEEN_WALK_S)
    return walks


def way_of(edge: Edge) -> Way:
    """From which camera to which an edge leads."""
    here, there = edge.way
    return CameraKey.of_place(here), CameraKey.of_place(there)
