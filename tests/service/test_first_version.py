"""An update from the first version keeps everything: its database, served by today's service."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from sqlalchemy import JSON, Boolean, Connection, MetaData, Table, create_engine, text

from reid_service.app.service import Service
from reid_service.evaluation.site_client import SiteClient
from reid_service.settings import load_settings
from reid_service.storage.database import migrate
from tests.postgresql import postgresql_database, postgresql_server, postgresql_url
from tests.storing import url

__all__ = ["postgresql_database", "postgresql_server", "postgresql_url", "url"]

pytestmark = pytest.mark.service

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures/first_version"
TOLD: dict[str, Any] = json.loads((FIXTURE / "told.json").read_text("utf-8"))


def _restored(file: Path) -> sqlite3.Connection:
    """The database as the first version left it."""
    database = sqlite3.connect(file)
    database.executescript((FIXTURE / "database.sql").read_text("utf-8"))
    database.row_factory = sqlite3.Row
    return database


def _copy(old: sqlite3.Connection, new: Connection) -> None:
    """The same rows in another engine, in tables of the first version."""
    migrate(new, "0001")
    tables = MetaData()
    tables.reflect(new)
    for table in tables.sorted_tables:
        rows = [_row(table, each) for each in old.execute(f'SELECT * FROM "{table.name}"')]
        new.execute(table.delete())
        if rows:
            new.execute(table.insert(), rows)
        if "seq" in table.columns:
            counted = f"pg_get_serial_sequence('{table.name}', 'seq')"
            new.execute(
                text(f"SELECT setval({counted}, (SELECT max(seq) FROM {table.name}))")
                if rows
                else text("SELECT 1")
            )


def _row(table: Table, row: sqlite3.Row) -> dict[str, Any]:
    values = {}
    for column in table.columns:
        value = row[column.name]
        if isinstance(value, str) and isinstance(column.type, JSON):
            value = json.loads(value)
        elif value is not None and isinstance(column.type, Boolean):
            value = bool(value)
        values[column.name] = value
    return values


@pytest.fixture
def first(url: str, tmp_path: Path) -> str:
    """URL of a database of the first version."""
    if url.startswith("sqlite"):
        _restored(Path(url.removeprefix("sqlite:///"))).close()
        return url
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    old = _restored(tmp_path / "old.db")
    with engine.begin() as connection:
        _copy(old, connection)
    engine.dispose()
    old.close()
    return url


@pytest.fixture
def today(first: str, tmp_path: Path) -> Iterator[SiteClient]:
    """Today's service over that database, without broker and Frigate."""
    settings = load_settings(
        arguments={
            "data_dir": tmp_path / "data",
            "store": {} if first.startswith("sqlite") else {"url": first},
            # The recording is older than what is kept.
            "retention": {"unnamed_days": 36500, "named_days": 36500},
            "model": {"name": "descriptor"},
            "api": {"port": 0},
        },
        options_file=tmp_path / "none.json",
    )
    if first.startswith("sqlite"):
        (tmp_path / "data").mkdir()
        Path(first.removeprefix("sqlite:///")).rename(tmp_path / "data/frigate-reid.db")
    service = Service(settings)
    service.start()
    client = SiteClient(f"http://127.0.0.1:{service.api_port}", service.token)
    try:
        yield client
    finally:
        client.close()
        service.stop()


def _by_id(items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in items}


def _same(told: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Fields that say something else than the first version said; new fields may be there."""
    return [f"{told['id']}: {name}" for name, value in told.items() if now.get(name) != value]


def _all(client: SiteClient, path: str, **params: Any) -> dict[str, dict[str, Any]]:
    return _by_id(list(client.pages(path, **params)))


def test_the_fixture_holds_what_people_decided() -> None:
    kinds = {each["kind"] for each in TOLD["decisions"]}
    assert kinds == {"assign", "rename", "expose", "hide", "merge", "split", "undo"}
    assert {each["name"] for each in TOLD["identities"]} == {None, "Anna", "Ben"}
    assert len(TOLD["sightings"]) == 25


def test_an_update_keeps_all_and_people_can_go_on_correcting(today: SiteClient) -> None:
    found = {
        "identities": _all(today, "/api/identities", state="all"),
        "sightings": _all(today, "/api/sightings"),
        "decisions": _all(today, "/api/decisions"),
    }
    for kind, now in found.items():
        told = _by_id(TOLD[kind])
        assert set(now) == set(told), kind
        wrong = [field for key in told for field in _same(told[key], now[key])]
        assert wrong == [], kind

    ((merged, stays),) = TOLD["merged"].items()
    assert today.get(f"/api/identities/{merged}")["id"] == stays
    with pytest.raises(requests.HTTPError, match="404"):
        today.get(f"/api/identities/{TOLD['forgotten']}")

    # The index is no part of what is kept: it was built from it.
    assert today.wait(lambda health: health["gallery"]["points"] > len(TOLD["sightings"]), 20.0)

    merge = next(each for each in TOLD["decisions"] if each["kind"] == "merge")
    answer = today._session.post(f"{today._base_url}/api/decisions/{merge['id']}/undo", timeout=10)
    assert answer.ok, answer.text
    assert today.get(f"/api/identities/{merged}")["id"] == merged
