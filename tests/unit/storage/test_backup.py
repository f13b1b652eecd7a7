from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Select, Table, select

from reid_service.domain.crop import Embedding
from reid_service.domain.floorplan import CameraKey, EdgeRule, Placement, Point, PointPair
from reid_service.domain.search import Mark, Marked, Search, Seed, SeedKind
from reid_service.errors import Conflict, StoreError
from reid_service.identities.act import Act
from reid_service.identities.editing import rename
from reid_service.identities.merging import plan_merge
from reid_service.storage.backup import back_up, restore
from reid_service.storage.database import alembic_config
from reid_service.storage.indexing import Indexer
from reid_service.storage.records import SightingFilter
from reid_service.storage.schema import metadata
from reid_service.storage.store import Session, Store
from tests.fakes import MODEL, MemoryGallery
from tests.storing import add_sighting, give_identity

HEAD = ScriptDirectory.from_config(alembic_config()).get_current_head()


def fill(store: Store, pictures: Path) -> None:
    """Two sightings whose older identity leads to the younger one, and their pictures."""
    ids = [give_identity(store, add_sighting(store, name, crops=2)) for name in ("a", "b")]
    with store.write() as session:
        session.ledger.record(rename(session, Act("anna", 1.5), ids[1], "Zoë").decision)
        session.ledger.record(plan_merge(session, Act("anna", 2.5, {"s": 0.1}), ids).decision)
        session.meta.put("floors", [1, {"a": None}])
        add_plan(session)
        session.searches.put(Search("s", 1.0, 2.0, Seed(SeedKind.PHOTO), 0.0, 9.0))
        session.searches.put_photo("s", Embedding(MODEL, np.eye(8, dtype=np.float32)[0]))
        session.searches.put_marks("s", [Marked("frigate:a", Mark.TICK)])
    for name in ("a", "b"):
        (pictures / name).mkdir(parents=True)
        for number in range(2):
            (pictures / name / f"{number}.jpg").write_bytes(f"{name}{number}".encode())
    Indexer(store, MemoryGallery(), MODEL).rebuild()


def add_plan(session: Session) -> None:
    """A floor with a picture, a calibrated camera on it, and a rule."""
    floor = replace(session.plan.add_floor("Ground", 0), picture="ground-1.svg")
    session.plan.put_floor(floor)
    gate, hall = CameraKey("frigate", "gate"), CameraKey("frigate", "hall")
    session.plan.place(Placement(gate, floor.id, 1.5, 2.5, 90.0, 60.0, 8.0))
    session.plan.put_pairs(gate, [PointPair(Point(0.5, 0.25), Point(1.0, 2.0))])
    session.plan.set_rule((gate, hall), EdgeRule.FORBIDDEN)


def contents(store: Store) -> dict[str, list[object]]:
    with store.read() as session:
        return {
            table.name: [tuple(row) for row in session.connection.execute(_ordered(table))]
            for table in metadata.sorted_tables
            if table.name not in ("outbox", "removals", "meta")
        }


def _newest() -> str | None:
    return ScriptDirectory.from_config(alembic_config()).get_current_head()


def _ordered(table: Table) -> Select[Any]:
    return select(table).order_by(*table.primary_key.columns)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A backup of a filled SQLite store."""
    store = Store.open(f"sqlite:///{tmp_path}/source.db")
    fill(store, tmp_path / "source")
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "ground-1.svg").write_bytes(b"<svg/>")
    (tmp_path / "plans" / "ground-0.svg").write_bytes(b"of no floor")
    target = tmp_path / "backup.zip"
    back_up(store, tmp_path / "source", target, plans=tmp_path / "plans", now_s=9.0)
    store.close()
    return target


def test_a_backup_restores_into_either_engine(archive: Path, url: str, tmp_path: Path) -> None:
    pictures = tmp_path / "restored"
    manifest = restore(archive, url, pictures, plans=tmp_path / "restored plans")
    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    assert (manifest.created_s, manifest.revision) == (9.0, head)
    source = Store.open(f"sqlite:///{tmp_path}/source.db")
    restored = Store.open(url)
    assert contents(restored) == contents(source)
    assert files(pictures) == files(tmp_path / "source")
    assert files(tmp_path / "restored plans") == {"ground-1.svg": b"<svg/>"}
    with restored.read() as session:
        assert session.meta.get("floors") == [1, {"a": None}]
    source.close()
    # The index is another's now, and the ledger goes on where it was.
    gallery = MemoryGallery()
    indexer = Indexer(restored, gallery, MODEL)
    assert indexer.needs_rebuild()
    indexer.rebuild()
    assert len(gallery.points) == 5
    identity_id = give_identity(restored, add_sighting(restored, "c"))
    with restored.read() as session:
        assert session.identities.resolve(identity_id).number == 3
        assert session.history.everything(limit=1).items[0].actor == "system"
    restored.close()


def test_each_engine_can_be_backed_up_and_restored_over_itself(url: str, tmp_path: Path) -> None:
    store, pictures = Store.open(url), tmp_path / "pictures"
    fill(store, pictures)
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "ground-1.svg").write_bytes(b"<svg/>")
    before, pictures_before = contents(store), files(pictures)
    back_up(store, pictures, tmp_path / "backup.zip", plans=plans, now_s=9.0)
    give_identity(store, add_sighting(store, "later"))
    (pictures / "later").mkdir()
    (pictures / "later" / "0.jpg").write_bytes(b"later")
    (pictures / "a" / "0.jpg").unlink()
    (pictures / "notes.txt").write_bytes(b"not ours")
    (plans / "ground-1.svg").rename(plans / "ground-2.svg")
    (plans / "notes.txt").write_bytes(b"not ours")
    with pytest.raises(StoreError, match="Another Frigate Re-ID"):
        restore(tmp_path / "backup.zip", url, pictures, plans=plans, replace=True)
    store.close()
    with pytest.raises(Conflict, match="already holds data"):
        restore(tmp_path / "backup.zip", url, pictures, plans=plans)
    restore(tmp_path / "backup.zip", url, pictures, plans=plans, replace=True)
    store = Store.open(url)
    assert contents(store) == before
    assert files(pictures) == pictures_before | {"notes.txt": b"not ours"}
    assert files(plans) == {"ground-1.svg": b"<svg/>", "notes.txt": b"not ours"}
    store.close()


def test_an_empty_store_can_be_backed_up(store: Store, tmp_path: Path) -> None:
    back_up(store, tmp_path, tmp_path / "backup.zip", plans=tmp_path / "plans", now_s=0.0)
    restore(
        tmp_path / "backup.zip",
        f"sqlite:///{tmp_path}/other.db",
        tmp_path / "pictures",
        plans=tmp_path / "restored plans",
    )


def test_a_picture_that_is_gone_is_left_out(store: Store, tmp_path: Path) -> None:
    add_sighting(store, "a")
    manifest = back_up(
        store, tmp_path / "none", tmp_path / "backup.zip", plans=tmp_path / "plans", now_s=0.0
    )
    assert not [name for name in manifest.files if name.startswith("pictures/")]


def test_a_backup_is_for_its_owner_only_and_leaves_nothing_half_written(
    store: Store, tmp_path: Path
) -> None:
    target = tmp_path / "backup.zip"
    back_up(store, tmp_path, target, plans=tmp_path / "plans", now_s=0.0)
    assert target.stat().st_mode & 0o077 == 0
    with pytest.raises(StoreError, match="could not be written"):
        back_up(
            store,
            tmp_path,
            tmp_path / "no folder" / "backup.zip",
            plans=tmp_path / "plans",
            now_s=0.0,
        )
    assert [path.name for path in tmp_path.glob("*.part")] == []


def _flip_a_byte(data: dict[str, bytes]) -> None:
    data["pictures/a/0.jpg"] = b"A0"


def _cut_a_table(data: dict[str, bytes]) -> None:
    data["tables/identities.jsonl"] = data["tables/identities.jsonl"][:-5]


def _lose_a_picture(data: dict[str, bytes]) -> None:
    del data["pictures/b/1.jpg"]


def _lose_the_manifest(data: dict[str, bytes]) -> None:
    del data["manifest.json"]


def _break_the_manifest(data: dict[str, bytes]) -> None:
    data["manifest.json"] = b"{}"


def _be_newer(data: dict[str, bytes]) -> None:
    manifest = msgspec.json.decode(data["manifest.json"])
    data["manifest.json"] = msgspec.json.encode(manifest | {"format": 99})


def _climb_out(data: dict[str, bytes]) -> None:
    manifest = msgspec.json.decode(data["manifest.json"])
    manifest["files"]["pictures/../../evil.jpg"] = manifest["files"]["pictures/a/0.jpg"]
    data["pictures/../../evil.jpg"] = data["pictures/a/0.jpg"]
    data["manifest.json"] = msgspec.json.encode(manifest)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (_flip_a_byte, "damaged at pictures/a/0.jpg"),
        (_cut_a_table, "damaged at tables/identities.jsonl"),
        (_lose_a_picture, "damaged at pictures/b/1.jpg"),
        (_lose_the_manifest, "not a backup"),
        (_break_the_manifest, "not a backup"),
        (_be_newer, "newer version"),
        (_climb_out, "damaged at pictures/../../evil.jpg"),
    ],
)
def test_a_damaged_backup_is_refused_before_anything_is_touched(
    archive: Path, tmp_path: Path, damage: Callable[[dict[str, bytes]], None], sentence: str
) -> None:
    with zipfile.ZipFile(archive) as source:
        data = {name: source.read(name) for name in source.namelist()}
    damage(data)
    with zipfile.ZipFile(tmp_path / "damaged.zip", "w") as target:
        for name, content in data.items():
            target.writestr(name, content)
    with pytest.raises(StoreError, match=sentence):
        restore(
            tmp_path / "damaged.zip",
            f"sqlite:///{tmp_path}/target.db",
            tmp_path / "target",
            plans=tmp_path / "restored plans",
        )
    assert not (tmp_path / "target").exists()
    assert not (tmp_path / "target.db").exists()


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "backup.zip").write_bytes(b"no archive")
    for name in ("backup.zip", "missing.zip"):
        with pytest.raises(StoreError, match="cannot be read"):
            restore(
                tmp_path / name,
                f"sqlite:///{tmp_path}/target.db",
                tmp_path,
                plans=tmp_path / "restored plans",
            )


def test_a_restore_that_fails_half_way_leaves_the_old_store(
    archive: Path, url: str, tmp_path: Path
) -> None:
    store, pictures = Store.open(url), tmp_path / "pictures"
    add_sighting(store, "old")
    before = contents(store)
    store.close()
    pictures.write_bytes(b"a file where the folder should be")
    with pytest.raises((OSError, StoreError)):
        restore(archive, url, pictures, plans=tmp_path / "restored plans", replace=True)
    store = Store.open(url)
    assert contents(store) == before
    with store.read() as session:
        assert len(session.tracklets.sightings(SightingFilter(), limit=9).items) == 1
    store.close()
