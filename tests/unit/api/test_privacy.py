"""Leaving cameras out, backup, restore and deletion over the API."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.storing import add_sighting, give_identity
from tests.unit.api.serving import NOW_S, Served
from tests.unit.pipeline.waiting import until

ZIP = {"Content-Type": "application/zip"}


def test_a_camera_is_left_out_and_taken_in_again(served: Served) -> None:
    before = served.get("/api/settings/privacy")["items"]
    assert before == [
        {
            "camera": "gate",
            "frigate_instance": "frigate",
            "excluded_since_s": None,
            "sightings": 7,
        }
    ]
    assert served.get("/api/settings/privacy")["retention"] == {
        "unnamed_days": 3.0,
        "named_days": None,
        "pictures_days": 7.0,
        "exports_days": 1.0,
    }
    path = "/api/cameras/gate/exclusion"
    done = served.send("PUT", path, {"excluded": True, "delete_stored": True})
    assert (done["camera"]["excluded_since_s"], done["deleted"]) == (NOW_S, 7)
    done = served.send("PUT", path, {"excluded": False})
    assert (done["camera"]["excluded_since_s"], done["deleted"]) == (None, 0)
    served.send("PUT", "/api/cameras/nowhere/exclusion", {"excluded": True}, status=404)


def test_a_backup_is_downloaded_checked_and_restored_at_the_next_start(served: Served) -> None:
    give_identity(served.store, add_sighting(served.store, "a"))
    answer = served.client.get("/api/backup")
    assert answer.headers["content-type"] == "application/zip"
    assert "frigate-reid-1970-01-01.zip" in answer.headers["content-disposition"]
    folder = served.pictures_dir.parent / "upkeep"
    until(lambda: not list(folder.glob("backup-*")))

    sent = served.client.post("/api/backups", content=answer.content, headers=ZIP)
    found = sent.json()
    assert (found["sightings"], found["people"], found["named"]) == (1, 1, 0)
    restore = f"/api/backups/{found['id']}/restore"
    served.send("POST", restore, {"confirm": "yes"}, status=422)
    assert served.restarts == []
    begun = served.send("POST", restore, {"confirm": "replace everything"})
    assert begun == {"kind": "restore"}
    until(lambda: served.restarts == [1])


def test_a_file_that_is_no_backup_is_refused(served: Served, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("manifest.json", "{}")
    for content in (b"", b"no archive", bad.read_bytes()):
        answer = served.client.post("/api/backups", content=content, headers=ZIP)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")
    assert list((served.pictures_dir.parent / "upkeep").glob("upload-*")) == []


def test_everything_is_deleted_for_who_means_it(served: Served) -> None:
    served.send("POST", "/api/erase", {"confirm": "Delete everything"}, status=422)
    assert served.restarts == []
    begun = served.send("POST", "/api/erase", {"confirm": "delete everything"})
    assert begun == {"kind": "erase"}
    until(lambda: served.restarts == [1])
    assert served.get("/api/upkeep") == {"last": None}
