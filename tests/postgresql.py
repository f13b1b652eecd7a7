"""A private PostgreSQL for tests: own folder, own Unix socket, no port, gone afterwards.

Without the server's programs the tests use `POSTGRESQL_URL` (a server on which databases may be
made), and without that they skip.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError

_START_WITHIN_S = 60.0


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of a server's maintenance database."""
    programs = _programs()
    if programs is None:
        url = os.environ.get("POSTGRESQL_URL")
        if not url:
            pytest.skip("needs PostgreSQL: install postgresql, or set POSTGRESQL_URL")
        yield url
        return
    folder = Path(tempfile.mkdtemp(prefix="reid-pg-", dir="/tmp"))
    try:
        yield from _running(programs, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_database(postgresql_server: str) -> Iterator[str]:
    """URL of a database that this run of the tests made."""
    name = f"test_{uuid.uuid4().hex}"
    _execute(postgresql_server, f"CREATE DATABASE {name}")
    yield make_url(postgresql_server).set(database=name).render_as_string(hide_password=False)
    _execute(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def postgresql_url(postgresql_database: str) -> str:
    """URL of a database that is empty; one a test."""
    _execute(postgresql_database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    return postgresql_database


def _programs() -> Path | None:
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    found = installed[-1] if installed else Path(on_path).resolve() if on_path else None
    return found.parent if found is not None and (found.parent / "postgres").exists() else None


def _running(programs: Path, folder: Path) -> Iterator[str]:
    user = _other_user()
    if user is not None:
        shutil.chown(folder, user)
    data = folder / "data"
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"],
        check=True,
        capture_output=True,
        cwd=folder,
        user=user,
    )
    # Nothing here must survive a power cut, so nothing waits for the disk.
    options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *options],
            stdout=log,
            stderr=log,
            cwd=folder,
            user=user,
        )
    url = f"postgresql+psycopg://tester@/postgres?host={folder}"
    try:
        _wait_for(url, server)
        yield url
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=_START_WITHIN_S)


def _other_user() -> str | None:
    """PostgreSQL refuses to run as root."""
    if os.getuid() != 0:
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return next((name for name in ("postgres", "nobody") if name in names), None)


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_WITHIN_S
    while True:
        try:
            _execute(url, "SELECT 1")
        except OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _execute(url: str, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(statement))
    finally:
        engine.dispose()
