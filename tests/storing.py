"""A store on each engine, and what puts sightings and decisions into it.

A `conftest.py` lists the fixtures that its folder uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reid_service.domain.tracklet import Tracklet
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.storage.store import Session, Store
from tests.fakes import make_crop, make_tracklet


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/reid.db"
    value: str = request.getfixturevalue("postgresql_url")
    return value


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    opened = Store.open(url)
    yield opened
    opened.close()


def put_sighting(
    session: Session,
    event_id: str,
    *,
    camera: str = "gate",
    start_s: float = 100.0,
    direction: int = 0,
    crops: int = 1,
) -> Tracklet:
    """A closed tracklet with `crops` crops, one a second, with pictures."""
    tracklet = make_tracklet(event_id, camera=camera, start_s=start_s)
    session.tracklets.upsert(tracklet, now_s=start_s)
    for index in range(crops):
        crop = make_crop(tracklet, after_s=index + 1.0, direction=direction)
        session.crops.put(crop, f"{event_id}/{index}.jpg")
    return tracklet


def add_sighting(
    store: Store,
    event_id: str,
    *,
    camera: str = "gate",
    start_s: float = 100.0,
    direction: int = 0,
    crops: int = 1,
) -> Tracklet:
    """`put_sighting` in a transaction of its own."""
    with store.write() as session:
        return put_sighting(
            session, event_id, camera=camera, start_s=start_s, direction=direction, crops=crops
        )


def give_identity(
    store: Store, tracklet: Tracklet, identity_id: str | None = None, *, firm: bool = False
) -> str:
    """Assign a tracklet to an identity, or to a new one; returns its id."""
    act = Act("system", tracklet.start_s)
    with store.write() as session:
        if identity_id is not None:
            session.ledger.record(assign(session, act, tracklet.id, identity_id, firm=firm))
            return identity_id
        founding = found(session, act, tracklet.id, firm=firm)
        session.ledger.record(founding.decision)
        return founding.identity_id
