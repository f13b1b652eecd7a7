"""Backup, restore and deletion of everything, as the app asks for them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from reid_service.api.privacy_ports import UpkeepKind
from reid_service.app.exclusions import EXCLUSIONS
from reid_service.app.site import open_site_store
from reid_service.app.upkeep import SiteUpkeep, carry_out
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.acting import acting, named_actor
from reid_service.settings import Settings
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity


class Office:
    """A data folder, and what the running service does with it."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(data_dir=folder)
        self.restarts = 0
        for each in ("pictures/ab", "plans", "exports", "gallery/model", "logs"):
            (folder / each).mkdir(parents=True)
            (folder / each / "file").write_bytes(b"of Anna")
        with self.opened() as store:
            give_identity(store, add_sighting(store, "a"))
            with store.write() as session:
                session.meta.put(EXCLUSIONS, [["frigate", "gate", 1.0, None]])

    def opened(self) -> closing[Store]:
        return closing(open_site_store(self.settings))

    def upkeep(self, store: Store) -> SiteUpkeep:
        return SiteUpkeep(self.settings, store, restart=self._restart)

    def backed_up(self) -> bytes:
        with self.opened() as store:
            path = self.upkeep(store).back_up()
        data = path.read_bytes()
        path.unlink()
        return data

    def sightings(self) -> int:
        with self.opened() as store, store.read() as session:
            return len(session.tracklets.get_all(["frigate:a", "frigate:b"]))

    def files(self) -> set[str]:
        folder = self.settings.data_dir
        return {
            str(path.relative_to(folder))
            for path in folder.rglob("*")
            if path.is_file() and b"Anna" in path.read_bytes()
        }

    def _restart(self) -> None:
        self.restarts += 1


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "data")


def test_nothing_is_done_where_nothing_was_asked_for(office: Office) -> None:
    assert carry_out(office.settings) is None
    assert office.sightings() == 1


def test_everything_goes_from_disk_and_the_exclusion_stays(office: Office) -> None:
    with office.opened() as store, acting(named_actor("Anna Berg")):
        office.upkeep(store).erase(keep_plan=False)
    assert office.sightings() == 1
    outcome = carry_out(office.settings)
    assert outcome is not None
    assert (outcome.kind, outcome.done) == (UpkeepKind.ERASE, True)
    assert office.sightings() == 0
    # Who asked for it is all that is said of anybody.
    assert office.files() == {"upkeep/outcome.json"}
    with office.opened() as store:
        last = office.upkeep(store).last()
        assert last is not None
        assert last.actor == "user:Anna Berg"
        with store.read() as session:
            assert session.meta.get(EXCLUSIONS) == [["frigate", "gate", 1.0, None]]
    assert carry_out(office.settings) is None


def test_the_plan_stays_if_it_is_wanted(office: Office) -> None:
    with office.opened() as store:
        office.upkeep(store).erase(keep_plan=True)
    carry_out(office.settings)
    assert office.files() == {"plans/file"}


def test_a_backup_comes_back_and_who_was_excluded_since_stays_it(office: Office) -> None:
    data = office.backed_up()
    with office.opened() as store:
        add_sighting(store, "b")
        with store.write() as session:
            session.meta.put(EXCLUSIONS, [["frigate", "door", 5.0, None]])
        upkeep = office.upkeep(store)
        path = upkeep.new_upload()
        path.write_bytes(data)
        upload_id, contents = upkeep.check(path)
        assert (contents.sightings, contents.people) == (1, 1)
        upkeep.restore(upload_id)
        upkeep.begin()
    assert (office.restarts, office.sightings()) == (1, 2)
    outcome = carry_out(office.settings)
    assert outcome is not None
    assert (outcome.kind, outcome.done, outcome.actor) == (UpkeepKind.RESTORE, True, "user")
    assert office.sightings() == 1
    with office.opened() as store, store.read() as session:
        excluded = session.meta.get(EXCLUSIONS)
    assert excluded == [["frigate", "gate", 1.0, None], ["frigate", "door", 5.0, None]]
    assert not path.exists()


def test_a_restore_that_fails_changes_nothing_and_says_why(office: Office) -> None:
    data = office.backed_up()
    with office.opened() as store:
        upkeep = office.upkeep(store)
        path = upkeep.new_upload()
        path.write_bytes(data)
        upload_id, _ = upkeep.check(path)
        upkeep.restore(upload_id)
    path.write_bytes(data[: len(data) // 2])
    outcome = carry_out(office.settings)
    assert outcome is not None
    assert not outcome.done
    assert "cannot be read" in str(outcome.message)
    assert office.sightings() == 1
    assert carry_out(office.settings) is None


def test_a_bad_file_is_refused_and_removed(office: Office) -> None:
    with office.opened() as store:
        upkeep = office.upkeep(store)
        path = upkeep.new_upload()
        path.write_bytes(b"PK nonsense")
        with pytest.raises(InvalidRequest):
            upkeep.check(path)
        assert not path.exists()
        with pytest.raises(NotFound):
            upkeep.restore(path.stem.removeprefix("upload-"))
        with pytest.raises(InvalidRequest):
            upkeep.restore("../../etc/passwd")


def test_only_the_last_upload_is_kept(office: Office) -> None:
    with office.opened() as store:
        upkeep = office.upkeep(store)
        first = upkeep.new_upload()
        first.write_bytes(b"one")
        upkeep.new_upload()
        assert not first.exists()


def test_a_service_that_cannot_start_anew_takes_no_wish(office: Office) -> None:
    with office.opened() as store:
        upkeep = SiteUpkeep(office.settings, store, restart=None)
        upkeep.begin()
        with pytest.raises(Conflict):
            upkeep.erase(keep_plan=False)
    assert carry_out(office.settings) is None
