"""A file that is no backup is found out before anything is touched."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reid_service.errors import InvalidRequest
from reid_service.storage.backup import back_up
from reid_service.storage.checking import contents_of
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A backup of two sightings of one person."""
    store = Store.open(f"sqlite:///{tmp_path}/source.db")
    first = add_sighting(store, "a", crops=2, start_s=100.0)
    anna = give_identity(store, first)
    give_identity(store, add_sighting(store, "b", start_s=200.0), anna)
    target = tmp_path / "backup.zip"
    back_up(store, tmp_path / "pictures", target, plans=tmp_path / "plans", now_s=9.0)
    store.close()
    return target


def rewritten(archive: Path, change: Callable[[str, bytes], bytes]) -> None:
    """The same archive with other contents, and digests that fit them or not."""
    with zipfile.ZipFile(archive) as source:
        files = {name: change(name, source.read(name)) for name in source.namelist()}
    with zipfile.ZipFile(archive, "w") as target:
        for name, data in files.items():
            target.writestr(name, data)


def test_a_backup_says_what_is_in_it_and_leaves_nothing_behind(
    archive: Path, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    found = contents_of(archive)
    assert (found.created_s, found.people, found.named, found.sightings) == (9.0, 1, 0, 2)
    assert (found.first_s, found.last_s) == (100.0, 210.0)
    assert found.size_bytes == archive.stat().st_size
    assert set(tmp_path.iterdir()) == before


def _newer(name: str, data: bytes) -> bytes:
    if name != "manifest.json":
        return data
    return json.dumps(json.loads(data) | {"revision": "9999"}).encode()


def _other_rows(name: str, data: bytes) -> bytes:
    return data.replace(b"gate", b"door") if name.startswith("tables/") else data


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_newer, "newer version"),
        (_other_rows, "damaged at tables/"),
        (lambda name, data: b"{}" if name == "manifest.json" else data, "not a backup"),
    ],
)
def test_what_does_not_fit_is_said(
    archive: Path, change: Callable[[str, bytes], bytes], words: str
) -> None:
    rewritten(archive, change)
    with pytest.raises(InvalidRequest, match=words):
        contents_of(archive)


def test_rows_that_contradict_the_schema_are_found_although_digests_fit(archive: Path) -> None:
    with zipfile.ZipFile(archive) as source:
        files = {name: source.read(name) for name in source.namelist()}
    manifest = json.loads(files["manifest.json"])
    bad = b'{"id": "only an id"}\n'
    files["tables/tracklets.jsonl"] = bad
    manifest["files"]["tables/tracklets.jsonl"] = {
        "sha256": hashlib.sha256(bad).hexdigest(),
        "size": len(bad),
    }
    files["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(archive, "w") as target:
        for name, data in files.items():
            target.writestr(name, data)
    with pytest.raises(InvalidRequest, match="no backup"):
        contents_of(archive)


@pytest.mark.parametrize("cut", [0, 10, 200, -40])
def test_a_part_of_a_backup_is_none(archive: Path, cut: int) -> None:
    whole = archive.read_bytes()
    archive.write_bytes(whole[:cut])
    with pytest.raises(InvalidRequest):
        contents_of(archive)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_byte_does_no_harm(archive: Path, share: float) -> None:
    whole = bytearray(archive.read_bytes())
    at = int(share * len(whole))
    whole[at] ^= 0xFF
    archive.write_bytes(bytes(whole))
    before = bytes(whole)
    try:
        assert contents_of(archive).sightings == 2  # beside what is read
    except InvalidRequest:
        assert archive.read_bytes() == before
