"""Looks whether a file is a backup that could be restored, before anything is touched."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import func, select

from reid_service.errors import InvalidRequest, StoreError
from reid_service.storage.backup import read_manifest, restore
from reid_service.storage.database import Database, alembic_config
from reid_service.storage.schema import crops, floors, identities, tracklets

_SPARE_BYTES: Final = 64 * 1024 * 1024
_DAMAGED: Final = "This file is no backup of Frigate Re-ID, or it is damaged. Choose another one."


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds; `created_s` and the span of the sightings are epoch seconds."""

    created_s: float
    people: int
    named: int
    sightings: int
    pictures: int
    floors: int
    first_s: float | None
    last_s: float | None
    size_bytes: int


def contents_of(source: Path) -> BackupContents:
    """Restore a backup on the side, and count what is there.

    Whatever would fail later fails here. Raises `InvalidRequest` with what is wrong with it,
    `StoreError` when the disk is too small.
    """
    try:
        manifest = read_manifest(source)
        ScriptDirectory.from_config(alembic_config()).get_revision(manifest.revision)
    except StoreError as error:
        raise InvalidRequest(str(error)) from error
    except CommandError as error:
        msg = "The backup was made by a newer version of Frigate Re-ID. Install that version first."
        raise InvalidRequest(msg) from error
    needed = sum(each.size for each in manifest.files.values()) + _SPARE_BYTES
    if shutil.disk_usage(source.parent).free < needed:
        msg = f"The backup needs {needed // 2**20} MB of free disk. Make room, then try again."
        raise StoreError(msg)
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        aside = Path(folder)
        url = f"sqlite:///{aside.resolve() / 'check.db'}"
        try:
            restore(source, url, aside / "pictures", plans=aside / "plans")
            return _counted(url, manifest.created_s, source)
        except InvalidRequest:
            raise
        except Exception as error:
            # Rows may be wrong in any way: a file from elsewhere proves nothing.
            raise InvalidRequest(_DAMAGED) from error


def _counted(url: str, created_s: float, source: Path) -> BackupContents:
    live = identities.c.redirect_to.is_(None) & identities.c.retired.is_(False)
    database = Database(url)
    try:
        with database.read() as connection:
            span = connection.execute(
                select(func.min(tracklets.c.start_s), func.max(tracklets.c.last_seen_s))
            ).one()
            people, named, sightings, pictures, drawn = (
                connection.scalar(query) or 0
                for query in (
                    select(func.count()).select_from(identities).where(live),
                    select(func.count(identities.c.name)).where(live),
                    select(func.count()).select_from(tracklets),
                    select(func.count(crops.c.file)),
                    select(func.count()).select_from(floors),
                )
            )
    finally:
        database.close()
    return BackupContents(
        created_s=created_s,
        people=people,
        named=named,
        sightings=sightings,
        pictures=pictures,
        floors=drawn,
        first_s=span[0],
        last_s=span[1],
        size_bytes=source.stat().st_size,
    )
