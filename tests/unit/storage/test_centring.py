"""What is learned of cameras, and kept."""

from __future__ import annotations

import base64
from typing import Any

import numpy as np
import pytest
from sqlalchemy import MetaData, create_engine

from reid_service.domain.crop import Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.tracklet import Tracklet
from reid_service.storage.centring import centring_is_due, learn_centring, load_centring
from reid_service.storage.database import migrate
from reid_service.storage.store import Store
from tests.fakes import MODEL, make_crop, make_tracklet
from tests.storing import give_identity

GATE, BARN_GATE, DOOR = (
    CameraKey("frigate", "gate"),
    CameraKey("barn", "gate"),
    CameraKey("frigate", "door"),
)


def seen(store: Store, number: int, camera: CameraKey, direction: int) -> Tracklet:
    """Somebody new in the light of a camera."""
    tracklet = make_tracklet(
        f"{number}", instance=camera.instance, camera=camera.camera, start_s=100.0 * number
    )
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=0.0)
        session.crops.put(make_crop(tracklet, direction=direction), None)
    give_identity(store, tracklet, firm=True)
    return tracklet


def test_before_anything_is_learned_nothing_is_subtracted(store: Store) -> None:
    with store.read() as session:
        centring = load_centring(session, MODEL)
    assert (centring.learned_from, centring.warmth, centring.site) == (0, 0.0, None)


def test_cameras_of_two_frigates_that_are_called_alike_learn_their_own_light(
    store: Store,
) -> None:
    for number in range(8):
        seen(store, number, (GATE, BARN_GATE)[number % 2], number % 2)
    with store.write() as session:
        centring = learn_centring(session, MODEL)
    assert set(centring.centres) == {GATE, BARN_GATE}
    assert int(np.argmax(centring.centres[GATE])) == 0
    assert int(np.argmax(centring.centres[BARN_GATE])) == 1


def test_what_was_learned_is_read_to_the_last_bit(store: Store) -> None:
    for number in range(9):
        seen(store, number, (GATE, BARN_GATE, DOOR)[number % 3], number % 4)
    with store.write() as session:
        learned = learn_centring(session, MODEL)
    with store.read() as session:
        kept = load_centring(session, MODEL)
    assert (kept.learned_from, kept.warmth) == (learned.learned_from, learned.warmth) == (9, 9 / 17)
    assert list(kept.centres) == list(learned.centres)
    np.testing.assert_array_equal(kept.site, learned.site)
    for camera, centre in learned.centres.items():
        np.testing.assert_array_equal(kept.centres[camera], centre)


def _text(vector: Vector) -> str:
    return base64.b64encode(vector.astype("<f4").tobytes()).decode()


def _written_by_name(url: str, instances: list[str]) -> None:
    """A database as it was when a mean was kept by the camera's name alone."""
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    row: dict[str, Any] = {"camera": "gate", "state": "closed", "start_s": 1.0, "last_seen_s": 2.0}
    row |= {"event_id": "e", "zones": [], "path": [], "updated_s": 2.0}
    means = {"gate": _text(np.eye(8, dtype=np.float32)[0]), "door": _text(np.ones(8, np.float32))}
    learned = {
        "learned_from": 40,
        "warmth": 0.8,
        "site": _text(np.zeros(8, np.float32)),
        "centres": means,
    }
    with engine.begin() as connection:
        migrate(connection, "0010")
        old = MetaData()
        old.reflect(connection)
        for each in instances:
            connection.execute(
                old.tables["tracklets"].insert(), row | {"id": f"{each}:e", "instance": each}
            )
        connection.execute(
            old.tables["meta"].insert(), {"key": f"centring/{MODEL}", "value": learned}
        )
    engine.dispose()


def test_a_mean_kept_by_name_alone_is_that_of_the_only_frigates_camera(url: str) -> None:
    _written_by_name(url, ["frigate"])
    store = Store.open(url)
    with store.read() as session:
        centring = load_centring(session, MODEL)
    store.close()
    assert set(centring.centres) == {GATE, DOOR}
    np.testing.assert_array_equal(centring.centres[GATE], np.eye(8)[0])
    np.testing.assert_array_equal(centring.centres[DOOR], np.ones(8))
    assert (centring.learned_from, centring.warmth) == (40, 0.8)
    assert not centring_is_due(45, centring)


def test_of_several_frigates_each_camera_called_so_has_it_until_all_is_learned_anew(
    url: str,
) -> None:
    _written_by_name(url, ["frigate", "barn"])
    store = Store.open(url)
    with store.read() as session:
        centring = load_centring(session, MODEL)
    store.close()
    np.testing.assert_array_equal(centring.centres[GATE], centring.centres[BARN_GATE])
    assert (centring.site is not None, centring.warmth) == (True, 0.8)
    assert centring_is_due(45, centring)


@pytest.mark.parametrize(("decided", "due"), [(3, False), (4, True)])
def test_the_first_few_decisions_teach_nothing(store: Store, decided: int, due: bool) -> None:
    with store.read() as session:
        assert centring_is_due(decided, load_centring(session, MODEL)) is due
