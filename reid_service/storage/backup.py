"""Backup and restore in one file, the same for SQLite and PostgreSQL.

A zip archive: `manifest.json`, one JSON line a row in `tables/NAME.jsonl` (bytes as base64),
the pictures under `pictures/`, and those of floors under `plans/`. A backup of one engine restores
into the other, and one of an older version is brought up to date on its way in.
"""

from __future__ import annotations

import base64
import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

import msgspec
from sqlalchemy import (
    JSON,
    Connection,
    LargeBinary,
    MetaData,
    Table,
    func,
    insert,
    select,
    text,
    update,
)

from reid_service.errors import Conflict, StoreError
from reid_service.storage.database import Database, migrate, revision_of
from reid_service.storage.plan_pictures import remove_stray_plans
from reid_service.storage.schema import (
    crops,
    decisions,
    floors,
    identities,
    metadata,
    outbox,
    removals,
)
from reid_service.storage.sql import chunks, upsert
from reid_service.storage.store import Store

FORMAT: Final = 1
"""Layout of the archive; raised when an older program could not read it."""

_MANIFEST: Final = "manifest.json"
_SKIPPED: Final = frozenset({outbox.name, removals.name})  # work in progress, made anew
_BLOCK: Final = 1 << 20
_MOST_MANIFEST_BYTES: Final = 1 << 28
"""A line for each picture: of a million or two."""

# A damaged archive fails in as many ways as there are bytes.
_UNREADABLE: Final = (
    KeyError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    msgspec.MsgspecError,
    UnicodeDecodeError,
)


class ArchivedFile(msgspec.Struct, frozen=True):
    """One file of the archive."""

    sha256: str
    size: int


class Manifest(msgspec.Struct, frozen=True):
    """What the archive holds; `revision` is that of the schema."""

    format: int
    revision: str
    created_s: float
    files: dict[str, ArchivedFile]


def back_up(store: Store, pictures: Path, target: Path, *, plans: Path, now_s: float) -> Manifest:
    """Write everything of one moment to `target`, which is replaced only when all is there.

    `pictures` and `plans` are the folders of crops and of floors.
    A picture that is deleted while the backup runs is left out. Raises `StoreError`.
    """
    partial = target.with_name(f"{target.name}.part")
    try:
        manifest = _write_archive(store, pictures, plans, partial, now_s)
        partial.replace(target)
    except OSError as error:
        msg = f"The backup could not be written ({error.strerror}). Check the disk and the folder."
        raise StoreError(msg) from error
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def restore(
    source: Path, url: str, pictures: Path, *, plans: Path, replace: bool = False
) -> Manifest:
    """Make the database at `url` and the pictures what `source` holds.

    Every digest is checked before anything is touched. The rows change in one transaction;
    pictures are put in place before it ends and superfluous ones removed after. The vector index
    must be rebuilt (`Indexer.needs_rebuild` then says so). Raises `Conflict` if the target holds
    data and `replace` is false, `StoreError` if the archive is damaged or of a newer version, or
    a service uses the database.
    """
    with _opened(source) as archive:
        manifest = _verified(archive)
        database = Database(url)
        try:
            with database.write() as connection:
                if not replace and not _is_empty(connection):
                    msg = (
                        "The target already holds data. Choose an empty one, or say that it may "
                        "be replaced."
                    )
                    raise Conflict(msg)
                old_files = connection.scalars(select(crops.c.file)).all()
                _load(connection, archive, manifest)
                doomed = [{"file": file} for file in old_files if file is not None]
                upsert(connection, removals, doomed, keep=True)
                _extract(archive, manifest, "pictures/", pictures)
                _extract(archive, manifest, "plans/", plans)
            store = Store(database)
            store.remove_pictures(pictures)
            remove_stray_plans(store, plans)
        finally:
            database.close()
    return manifest


def read_manifest(source: Path) -> Manifest:
    """What an archive says it holds, after every digest was checked. Raises `StoreError`."""
    with _opened(source) as archive:
        return _verified(archive)


def _write_archive(
    store: Store, pictures: Path, plans: Path, partial: Path, now_s: float
) -> Manifest:
    files: dict[str, ArchivedFile] = {}
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with (
        os.fdopen(descriptor, "wb") as raw,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
        store.read() as session,
    ):
        revision = revision_of(session.connection)
        for table in metadata.sorted_tables:
            if table.name not in _SKIPPED:
                name = f"tables/{table.name}.jsonl"
                files[name] = _add(archive, name, _lines(session.connection, table))
        shown = [("pictures", pictures, crops.c.file), ("plans", plans, floors.c.picture)]
        for kind, folder, column in shown:
            for file in session.connection.scalars(select(column)).all():
                path = folder / file if file is not None else None
                if path is not None and path.is_file():
                    name = f"{kind}/{file}"
                    files[name] = _add(archive, name, _blocks(path), zipfile.ZIP_STORED)
        manifest = Manifest(FORMAT, revision or "", now_s, files)
        archive.writestr(_MANIFEST, msgspec.json.encode(manifest))
        archive.close()
        raw.flush()
        os.fsync(raw.fileno())
    return manifest


def _lines(connection: Connection, table: Table) -> Iterator[bytes]:
    query = select(table).order_by(*table.primary_key.columns)
    with connection.execution_options(yield_per=1000).execute(query) as rows:
        for row in rows:
            yield msgspec.json.encode(dict(row._mapping)) + b"\n"  # noqa: SLF001 - public by docs


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _add(
    archive: zipfile.ZipFile, name: str, blocks: Iterator[bytes], compression: int | None = None
) -> ArchivedFile:
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED if compression is None else compression
    digest, size = hashlib.sha256(), 0
    with archive.open(info, "w", force_zip64=True) as file:
        for block in blocks:
            file.write(block)
            digest.update(block)
            size += len(block)
    return ArchivedFile(digest.hexdigest(), size)


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(source)
    except (OSError, zipfile.BadZipFile) as error:
        msg = "The backup cannot be read. Check that the file is there and complete."
        raise StoreError(msg) from error
    with archive:
        yield archive


def _verified(archive: zipfile.ZipFile) -> Manifest:
    try:
        too_large = archive.getinfo(_MANIFEST).file_size > _MOST_MANIFEST_BYTES
        text = b"" if too_large else archive.read(_MANIFEST)
        manifest = msgspec.json.decode(text, type=Manifest)
    except _UNREADABLE as error:
        msg = "This file is not a backup of Frigate Re-ID, or it is damaged. Choose another one."
        raise StoreError(msg) from error
    if manifest.format > FORMAT:
        msg = "The backup was made by a newer version of Frigate Re-ID. Install that version first."
        raise StoreError(msg)
    for name, expected in manifest.files.items():
        if not _is_safe(name) or not _is_intact(archive, name, expected):
            msg = f"The backup is damaged at {name}. Nothing was changed; choose another one."
            raise StoreError(msg)
    return manifest


def _is_safe(name: str) -> bool:
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts
    return inside and len(path.parts) > 1 and path.parts[0] in ("tables", "pictures", "plans")


def _is_intact(archive: zipfile.ZipFile, name: str, expected: ArchivedFile) -> bool:
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(name) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                size += len(block)
                if size > expected.size:
                    return False
    except _UNREADABLE:
        return False
    return ArchivedFile(digest.hexdigest(), size) == expected


def _is_empty(connection: Connection) -> bool:
    return not any(
        connection.execute(select(table).limit(1)).first()
        for table in metadata.sorted_tables
        if table.name != "meta"
    )


def _load(connection: Connection, archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Build the schema of the backup's version, fill it, then bring it up to date."""
    existing = MetaData()
    existing.reflect(connection)
    existing.drop_all(connection)
    migrate(connection, manifest.revision)
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        name = f"tables/{table.name}.jsonl"
        if name in manifest.files:
            with archive.open(name) as lines:
                _fill(connection, table, lines)
    migrate(connection)
    _continue_numbering(connection)
    # The index knows nothing of these rows: see `Indexer.needs_rebuild`.
    connection.execute(text("DELETE FROM meta WHERE key = 'indexed_model'"))


def _fill(connection: Connection, table: Table, lines: IO[bytes]) -> None:
    binary = [column.name for column in table.columns if isinstance(column.type, LargeBinary)]
    for column in table.columns:
        if isinstance(column.type, JSON):
            column.type.none_as_null = True
    redirects: list[tuple[str, str]] = []
    for batch in chunks(lines):
        rows: list[dict[str, Any]] = []
        for line in batch:
            row = msgspec.json.decode(line, type=dict[str, Any])
            row |= {name: base64.b64decode(row[name]) for name in binary}
            # A redirect may lead to a row that comes later.
            if table.name == identities.name and row["redirect_to"] is not None:
                redirects.append((row["id"], row["redirect_to"]))
                row["redirect_to"] = None
            rows.append(row)
        connection.execute(insert(table), rows)
    for identity_id, target in redirects:
        connection.execute(
            update(table).where(table.c.id == identity_id).values(redirect_to=target)
        )


def _continue_numbering(connection: Connection) -> None:
    """PostgreSQL's counters do not follow rows that bring their own numbers."""
    if connection.dialect.name == "postgresql":
        column = decisions.c.seq
        highest = connection.scalar(select(func.max(column)))
        if highest is not None:
            sequence = func.pg_get_serial_sequence(decisions.name, column.name)
            connection.execute(select(func.setval(sequence, highest)))


def _extract(archive: zipfile.ZipFile, manifest: Manifest, kind: str, folder: Path) -> None:
    """Additions only: should the transaction fail, the old rows still find their pictures."""
    for name in manifest.files:
        if not name.startswith(kind):
            continue
        path = folder / name.removeprefix(kind)
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.part")
        with archive.open(name) as source, partial.open("wb") as target:
            while block := source.read(_BLOCK):
                target.write(block)
        partial.replace(path)
