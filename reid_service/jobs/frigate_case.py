"""Has Frigate keep the recordings of all sightings: one export each, in a case since 0.18."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reid_service.errors import FrigateDenied, FrigateNotFound, FrigateRefused, NotFound
from reid_service.ingest.frigate import EXPORTS_AT_ONCE, ExportItem, FrigateClient
from reid_service.jobs.legs import EXPIRED, ExportWish, Leg
from reid_service.jobs.runner import Task

_PADDING_S: Final = 2.0
_NOT_ADMIN: Final = (
    "Exports in Frigate need a user with the role admin; give it to ours in Frigate."
)
_EXPIRED: Final = "Frigate has no recording of it any more."


def make_case(
    task: Task, wish: ExportWish, legs: Sequence[Leg], sources: Mapping[str, FrigateClient]
) -> dict[str, Any]:
    """Start the exports; the result for people. Raises `ReidError` and `Stopped`."""
    instances = dict.fromkeys(leg.tracklet.instance for leg in legs)
    for each in instances:
        if each in sources and not sources[each].profile().can_write:
            raise FrigateDenied(_NOT_ADMIN)
    cases: list[dict[str, str]] = []
    exports: list[dict[str, str]] = []
    left_out: list[dict[str, str]] = []
    for done, instance in enumerate(instances):
        task.report(done / len(instances))
        mine = [leg for leg in legs if leg.tracklet.instance == instance]
        client = sources.get(instance)
        case_id, ids = (
            (None, [None] * len(mine))
            if client is None
            else _export(task, client, _name(wish, mine), mine)
        )
        if case_id is not None:
            cases.append({"frigate_instance": instance, "case_id": case_id})
        for leg, export_id in zip(mine, ids, strict=True):
            if export_id is None:
                left_out.append({"sighting_id": leg.tracklet.id, "reason": _EXPIRED})
            else:
                exports.append(
                    {
                        "sighting_id": leg.tracklet.id,
                        "frigate_instance": instance,
                        "export_id": export_id,
                    }
                )
    if not exports:
        raise NotFound(EXPIRED)
    return {"cases": cases, "exports": exports, "legs": len(exports), "left_out": left_out}


def _export(
    task: Task, client: FrigateClient, name: str, legs: Sequence[Leg]
) -> tuple[str | None, list[str | None]]:
    items = [
        ExportItem(
            leg.tracklet.camera,
            leg.tracklet.start_s - _PADDING_S,
            leg.tracklet.last_seen_s + _PADDING_S,
            f"{name} {index}/{len(legs)} {leg.tracklet.camera}",
        )
        for index, leg in enumerate(legs, start=1)
    ]
    if client.version().has_cases:
        try:
            return _in_a_case(client, name, items)
        except (FrigateNotFound, FrigateRefused):
            pass  # early builds of 0.18 take them one by one only
    return None, [_alone(task, client, each) for each in items]


def _in_a_case(
    client: FrigateClient, name: str, items: Sequence[ExportItem]
) -> tuple[str | None, list[str | None]]:
    case_id: str | None = None
    ids: list[str | None] = []
    for first in range(0, len(items), EXPORTS_AT_ONCE):
        chunk = items[first : first + EXPORTS_AT_ONCE]
        found, more = client.export_case(name, chunk, case_id)
        case_id = case_id or found
        ids += more
    return case_id, ids


def _alone(task: Task, client: FrigateClient, item: ExportItem) -> str | None:
    task.check()
    try:
        export_id = client.export_clip(item.camera, item.start_s, item.end_s, item.name)
    except (FrigateNotFound, FrigateRefused):
        return None
    return export_id or ""


def _name(wish: ExportWish, legs: Sequence[Leg]) -> str:
    if wish.name:
        return wish.name
    if wish.pseudonymise or legs[0].identity is None:
        return f"Person {legs[0].number}"
    return legs[0].identity.label
