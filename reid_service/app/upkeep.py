"""Backup, restore and deletion of everything, asked for in the app.

The last two are done while the service rests: it stops, they are carried out, it starts anew, so
that no part of it holds what is no longer so. What is asked for is noted in a file first; should
the machine stop in between, the next start goes on with it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from reid_service.api.privacy_ports import Outcome, UpkeepKind
from reid_service.app.exclusions import EXCLUSIONS, joined
from reid_service.app.publishing import INSTANCE_ID
from reid_service.app.site import (
    exports_folder,
    index_folder,
    make_data_dir,
    pictures_folder,
    plans_folder,
    store_url,
)
from reid_service.app.tuning import KEPT as TUNING
from reid_service.errors import Conflict, InvalidRequest, NotFound, ReidError
from reid_service.identities.acting import current_actor
from reid_service.settings import Settings
from reid_service.storage.backup import back_up, restore
from reid_service.storage.checking import BackupContents, contents_of
from reid_service.storage.erasure import erase, keep_over
from reid_service.storage.store import Store

_LOG = logging.getLogger(__name__)

_FOLDER: Final = "upkeep"
_WISH: Final = "wish.json"
_OUTCOME: Final = "outcome.json"
_STALE_S: Final = 3600.0
_UNEXPECTED: Final = "Something unexpected failed. The log of the service has the details."


class _Wish(msgspec.Struct, frozen=True):
    """What is to be done before the next start."""

    kind: UpkeepKind
    actor: str
    keep_plan: bool = False
    upload_id: str = ""


class SiteUpkeep:
    """Takes wishes of the running service; `restart` has it start anew, None if it cannot."""

    def __init__(
        self, settings: Settings, store: Store, *, restart: Callable[[], object] | None
    ) -> None:
        self._settings = settings
        self._store = store
        self._restart = restart
        self._folder = _folder(settings)

    def last(self) -> Outcome | None:
        """How the last one went."""
        try:
            return msgspec.json.decode((self._folder / _OUTCOME).read_bytes(), type=Outcome)
        except (OSError, msgspec.MsgspecError):
            return None

    def back_up(self) -> Path:
        """A new file with everything; the caller removes it."""
        self._make_folder()
        _remove_older(self._folder, time.time() - _STALE_S)
        target = self._folder / f"backup-{uuid.uuid4()}.zip"
        settings = self._settings
        back_up(
            self._store,
            pictures_folder(settings),
            target,
            plans=plans_folder(settings),
            now_s=time.time(),
        )
        return target

    def new_upload(self) -> Path:
        """Where to write an upload, in place of any before."""
        self._make_folder()
        for each in self._folder.glob("upload-*"):
            each.unlink(missing_ok=True)
        return self._folder / f"upload-{uuid.uuid4()}.zip"

    def check(self, upload: Path) -> tuple[str, BackupContents]:
        """Look whether a backup could be restored; what to call it, and what is in it."""
        try:
            contents = contents_of(upload)
        except BaseException:
            upload.unlink(missing_ok=True)
            raise
        return upload.stem.removeprefix("upload-"), contents

    def restore(self, upload_id: str) -> None:
        """Have a checked backup restored when the service starts anew."""
        if not _upload(self._folder, upload_id).is_file():
            msg = "That backup is not here any more. Upload it again."
            raise NotFound(msg)
        self._wish(_Wish(UpkeepKind.RESTORE, current_actor(), upload_id=upload_id))

    def erase(self, *, keep_plan: bool) -> None:
        """Have everything deleted when the service starts anew."""
        self._wish(_Wish(UpkeepKind.ERASE, current_actor(), keep_plan=keep_plan))

    def begin(self) -> None:
        """Start anew now."""
        if self._restart is not None:
            self._restart()

    def _wish(self, wish: _Wish) -> None:
        if self._restart is None:
            msg = "This service cannot start itself anew. Stop it and use the command line."
            raise Conflict(msg)
        self._make_folder()
        _write(self._folder / _WISH, wish)

    def _make_folder(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def carry_out(settings: Settings) -> Outcome | None:
    """Do what was asked for, before a service starts; how it went, None if there was nothing.

    A restore that fails has changed nothing. A deletion is repeated until it succeeds. Raises
    `ReidError` for one that did not.
    """
    make_data_dir(settings)
    folder = _folder(settings)
    try:
        wish = msgspec.json.decode((folder / _WISH).read_bytes(), type=_Wish)
    except (OSError, msgspec.MsgspecError):
        return None
    message = None
    if wish.kind is UpkeepKind.ERASE:
        _erase(settings, keep_plan=wish.keep_plan)
    else:
        message = _restored(settings, _upload(folder, wish.upload_id))
    outcome = Outcome(wish.kind, time.time(), wish.actor, message is None, message)
    _LOG.warning("%s: %s", wish.kind, message or "done")
    _write(folder / _OUTCOME, outcome)
    _remove_older(folder, float("inf"))
    (folder / _WISH).unlink()
    return outcome


def _erase(settings: Settings, *, keep_plan: bool) -> None:
    erase(store_url(settings), kept_keys={INSTANCE_ID, EXCLUSIONS, *TUNING}, keep_plan=keep_plan)
    folders = [pictures_folder(settings), exports_folder(settings), index_folder(settings)]
    if not keep_plan:
        folders.append(plans_folder(settings))
    for each in folders:
        if each.exists():
            shutil.rmtree(each)
    # Emptied, not removed: somebody is writing there.
    for log in (settings.data_dir / "logs").glob("*"):
        os.truncate(log, 0)


def _restored(settings: Settings, upload: Path) -> str | None:
    """Why it could not be restored, None if it was."""
    url = store_url(settings)
    try:
        excluded = _excluded(url)
        pictures, plans = pictures_folder(settings), plans_folder(settings)
        restore(upload, url, pictures, plans=plans, replace=True)
        # Who is left out now stays it, whatever held when the backup was made.
        keep_over(url, {EXCLUSIONS: joined(_excluded(url), excluded)})
    except ReidError as error:
        _LOG.exception("a backup could not be restored")
        return str(error)
    except Exception:  # noqa: BLE001 - the service has to start with what it had
        _LOG.exception("a backup could not be restored")
        return _UNEXPECTED
    return None


def _excluded(url: str) -> list[list[object]]:
    with contextlib.closing(Store.open(url)) as store, store.read() as session:
        found: list[list[object]] = session.meta.get(EXCLUSIONS, [])
    return found


def _folder(settings: Settings) -> Path:
    return settings.data_dir / _FOLDER


def _upload(folder: Path, upload_id: str) -> Path:
    try:
        return folder / f"upload-{uuid.UUID(upload_id)}.zip"
    except ValueError as error:
        msg = "This is not the id of an upload. Upload the backup again."
        raise InvalidRequest(msg) from error


def _write(path: Path, value: object) -> None:
    """All of it or nothing, whatever happens meanwhile."""
    draft = path.with_suffix(".new")
    with draft.open("wb") as file:
        file.write(msgspec.json.encode(value))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _remove_older(folder: Path, before_s: float) -> None:
    for each in (*folder.glob("backup-*"), *folder.glob("upload-*")):
        with contextlib.suppress(FileNotFoundError):
            if each.stat().st_mtime < before_s:
                each.unlink()
