"""Where somebody is expected next."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from reid_service.api.context import Ctx
from reid_service.api.params import Id
from reid_service.domain.floorplan import CameraKey

router = APIRouter(prefix="/api/identities", tags=["identities"])


class ExpectedCamera(BaseModel):
    """Seen next by this camera; `walks` is how many were seen to go there, 0 makes it a guess."""

    model_config = ConfigDict(frozen=True)

    frigate_instance: str
    camera: str
    probability: float
    from_s: float
    to_s: float
    walks: float


class LastSight(BaseModel):
    """Where a person is, or was last."""

    model_config = ConfigDict(frozen=True)

    sighting_id: str
    frigate_instance: str
    camera: str
    last_seen_s: float
    in_sight: bool


class Expectation(BaseModel):
    """The likeliest cameras first; `away` is how likely no camera sees the person this visit."""

    model_config = ConfigDict(frozen=True)

    identity_id: str
    last: LastSight | None
    away: float
    cameras: list[ExpectedCamera]


@router.get("/{identity_id}/expected")
def get_expected(context: Ctx, identity_id: Id) -> Expectation:
    """Which cameras are likely to see a person next, and when."""
    with context.store.read() as session:
        identity = session.identities.resolve(identity_id)
    outlook = context.ways.outlook(identity.id)
    if outlook is None:
        return Expectation(identity_id=identity.id, last=None, away=1.0, cameras=[])
    last = CameraKey.of_place(outlook.before.place)
    cameras = []
    for each in outlook.places:
        key = CameraKey.of_place(each.place)
        cameras.append(
            ExpectedCamera(
                frigate_instance=key.instance,
                camera=key.camera,
                probability=round(each.probability, 3),
                from_s=round(each.from_s, 1),
                to_s=round(each.to_s, 1),
                walks=round(each.walks, 1),
            )
        )
    return Expectation(
        identity_id=identity.id,
        last=LastSight(
            sighting_id=outlook.before.tracklet_id,
            frigate_instance=last.instance,
            camera=last.camera,
            last_seen_s=outlook.before.last_seen_s,
            in_sight=outlook.before.is_open,
        ),
        away=round(outlook.away, 3),
        cameras=cameras,
    )
