from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, insert, inspect, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from reid_service.domain.tracklet import TrackletState
from reid_service.errors import SettingsError, StoreError
from reid_service.storage.database import Database, alembic_config, migrate
from reid_service.storage.failures import translated
from reid_service.storage.projection import replay
from reid_service.storage.schema import metadata
from reid_service.storage.store import Session, Store
from tests.fakes import make_tracklet


def test_the_migrated_schema_is_the_one_that_the_code_uses(url: str) -> None:
    database = Database(url)
    with database.write() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_a_store_of_the_first_version_is_brought_up_to_date_with_its_rows(url: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        migrate(connection, "0001")
        first = MetaData()
        first.reflect(connection)
        connection.execute(
            insert(first.tables["identities"]),
            {"id": "i", "number": 7, "created_s": 1.5, "name": "Zoë", "hidden": True},
        )
        connection.execute(
            insert(first.tables["tracklets"]),
            {
                "id": "t",
                "instance": "frigate",
                "event_id": "e",
                "camera": "gate",
                "state": "closed",
                "start_s": 1.0,
                "last_seen_s": 2.0,
                "zones": ["door"],
                "path": [],
                "identity_id": "i",
                "updated_s": 2.0,
            },
        )
    engine.dispose()
    store = Store.open(url)
    with store.read() as session:
        revision = MigrationContext.configure(session.connection).get_current_revision()
        assert revision == ScriptDirectory.from_config(alembic_config()).get_current_head()
        identity = session.identities.resolve("i")
        assert (identity.name, identity.number, identity.hidden) == ("Zoë", 7, True)
        stored = session.tracklets.get("t")
        assert (stored.identity_id, stored.firm) == ("i", False)
        assert stored.tracklet.zones == ("door",)
    store.close()


def test_a_store_of_a_newer_version_is_refused_and_left_alone(url: str) -> None:
    database = Database(url)
    with database.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(StoreError, match="newer version"):
        Database(url)
    with pytest.raises(StoreError, match="newer version"):  # and the lock was given back
        Database(url)


def test_a_second_service_is_kept_out_until_the_first_one_ends(url: str) -> None:
    first = Database(url)
    with pytest.raises(StoreError, match="Another Frigate Re-ID service"):
        Database(url)
    first.close()
    first.close()
    Database(url).close()


def test_a_reader_may_look_while_the_service_runs_but_not_write(url: str) -> None:
    store = Store.open(url)
    tracklet = make_tracklet(state=TrackletState.OPEN)
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=0.0)
    beside = Store.open(url, writable=False)
    with beside.read() as session:
        assert [each.tracklet for each in session.tracklets.open()] == [tracklet]
    with pytest.raises(StoreError, match="reading only"), beside.write():
        pass
    beside.close()
    store.close()


def test_a_commit_survives_a_sudden_end(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/reid.db"
    store = Store.open(url)
    with store.write() as session:
        session.tracklets.upsert(make_tracklet(), now_s=0.0)
    # What a crash leaves: the files as they are, without anything being closed.
    left = tmp_path / "left"
    left.mkdir()
    for file in tmp_path.glob("reid.db*"):
        (left / file.name).write_bytes(file.read_bytes())
    store.close()
    after = Store.open(f"sqlite:///{left}/reid.db")
    with after.read() as session:
        assert session.tracklets.find(make_tracklet().id) is not None
    after.close()


_WRITER = """
import sys
from reid_service.storage.store import Store
from tests.storing import add_sighting, give_identity

store = Store.open(sys.argv[1])
for number in range(100_000):
    give_identity(store, add_sighting(store, f"{number}-a", start_s=float(number)))
    print(number, flush=True)
"""


def test_a_killed_service_lost_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/reid.db"
    arguments = [sys.executable, "-c", _WRITER, url]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        acknowledged = [int(line) for line in islice(writer.stdout, 40)]
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]
    store = Store.open(url)
    with store.read() as session:
        stored = session.tracklets.overlapping(0.0, 1e9)
        decided = [each for each in stored if each.identity_id is not None]
        assert len(decided) >= len(acknowledged)
        assert len(stored) <= len(decided) + 1  # at most the one it was at
        assert len(session.identities.live()) == len(decided)
        assert replay(session.history.oldest_first()).touched() == session.ledger.state()
    store.close()


def test_any_thread_may_read_and_write(store: Store) -> None:
    def work(worker: int) -> None:
        for number in range(10):
            tracklet = make_tracklet(f"{worker}-{number}", state=TrackletState.OPEN)
            with store.write() as session:
                session.tracklets.upsert(tracklet, now_s=0.0)
            with store.read() as session:
                assert session.tracklets.get(tracklet.id).tracklet == tracklet

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    with store.read() as session:
        assert len(session.tracklets.open()) == 40


def test_sqlite_is_set_to_lose_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/reid.db")
    with database.write() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    database.close()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


@pytest.mark.parametrize(
    "url", ["", "reid.db", "mysql://u:secret@host/x", "sqlite://", "sqlite+aiosqlite:///x.db", "::"]
)
def test_a_url_that_is_not_understood_is_a_settings_error_without_the_secret(url: str) -> None:
    with pytest.raises(SettingsError, match="not understood") as caught:
        Database(url)
    assert "secret" not in str(caught.value)


def test_an_unreachable_postgresql_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be reached") as caught:
        Database(f"postgresql://u:secret@/x?host={tmp_path}")
    assert "secret" not in str(caught.value)


def test_a_missing_database_or_login_in_postgresql_is_told(postgresql_url: str) -> None:
    base, _, query = postgresql_url.partition("?")
    address = base.rpartition("/")[0]
    with pytest.raises(StoreError, match="does not exist"):
        Database(f"{address}/no_such_database?{query}")
    with pytest.raises(StoreError, match="login"):
        Database(f"{base.replace('tester@', 'nobody_known@')}?{query}")


def test_a_store_goes_on_after_postgresql_dropped_its_connections(postgresql_url: str) -> None:
    store = Store.open(postgresql_url)
    engine = create_engine(postgresql_url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
    engine.dispose()
    with store.write() as session:
        session.tracklets.upsert(make_tracklet(), now_s=0.0)
    with pytest.raises(StoreError, match="Another Frigate Re-ID"):  # the lock was taken again
        Store.open(postgresql_url)
    store.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder exists"):
        Database(f"sqlite:///{tmp_path}/missing/reid.db")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(f"sqlite:///{tmp_path}/missing/reid.db", writable=False).read().__enter__()


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "reid.db").write_bytes(b"no database at all, but long enough for a header" * 9)
    with pytest.raises(StoreError, match="Restore a backup"):
        Database(f"sqlite:///{tmp_path}/reid.db")


def test_a_file_that_another_program_holds_is_told(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/reid.db")
    with database.write() as connection:  # there is but one writing connection
        connection.exec_driver_sql("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(tmp_path / "reid.db")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="Another program"), database.write():
        pass
    other.close()
    database.close()


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/reid.db")
    with store.write() as session:
        pages = session.connection.exec_driver_sql("PRAGMA page_count").scalar()
        session.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="Free some space"), store.write() as session:
        _write_many(session)
    with store.read() as session:
        assert session.tracklets.overlapping(0.0, 1e9) == []
    store.close()


def test_a_failed_upgrade_leaves_no_table_behind(url: str) -> None:
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        # The last table of the upgrade is there already, so it fails at its end.
        connection.execute(text("CREATE TABLE embeddings (x INTEGER)"))
    with pytest.raises(StoreError):
        Database(url)
    assert inspect(engine).get_table_names() == ["embeddings"]
    engine.dispose()


def _write_many(session: Session) -> None:
    for number in range(1000):
        session.tracklets.upsert(make_tracklet(f"{number}-a"), now_s=0.0)


class _Refusal(Exception):
    """What a driver raises, as far as it matters here."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("details with Anna's name")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("sqlstate", "sentence"),
    [
        ("53100", "Free some space"),
        ("53200", "out of resources"),
        ("57P03", "starting or stopping"),
        ("25006", "primary server"),
        ("XX000", "Please report"),
    ],
)
def test_what_postgresql_reports_becomes_one_plain_sentence(sqlstate: str, sentence: str) -> None:
    with pytest.raises(StoreError, match=sentence) as caught, translated():
        raise OperationalError("INSERT", {}, _Refusal(sqlstate))
    assert "Anna" not in str(caught.value)


def test_an_error_without_a_code_or_without_a_cause_is_told_too() -> None:
    for error in (DBAPIError("INSERT", {}, ValueError("Anna")), ArgumentError("Anna")):
        with pytest.raises(StoreError, match="Please report") as caught, translated():
            raise error
        assert "Anna" not in str(caught.value)


def test_without_its_driver_postgresql_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(SettingsError, match=r"frigate-reid with the extra \[postgresql\]"):
        Database("postgresql://u@host/x")


def test_an_error_of_our_own_use_is_told_too(store: Store) -> None:
    with pytest.raises(StoreError, match="Please report"), store.read() as session:
        session.connection.execute(select(text("1")).where(text("no_such_column = 1")))
