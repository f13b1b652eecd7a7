"""The store: transactions over everything that is known."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from reid_service.storage.crops import Crops
from reid_service.storage.database import Database
from reid_service.storage.history import History
from reid_service.storage.identities import Identities
from reid_service.storage.jobs import Jobs
from reid_service.storage.ledger import Ledger
from reid_service.storage.meta import Meta
from reid_service.storage.outbox import Outbox
from reid_service.storage.passages import Passages
from reid_service.storage.pictures import Removals, old_pictures, remove_picture
from reid_service.storage.plan import Plan
from reid_service.storage.searches import Searches
from reid_service.storage.sql import chunks
from reid_service.storage.tracklets import Tracklets
from reid_service.storage.watches import Watches


class Session:
    """One transaction; not used after it. Writing in a reading one raises `StoreError`."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.meta = Meta(connection)
        self.outbox = Outbox(connection)
        self.tracklets = Tracklets(connection)
        self.crops = Crops(connection, self.outbox)
        self.identities = Identities(connection, self.meta)
        self.ledger = Ledger(connection, self.outbox, self.identities)
        self.history = History(connection)
        self.removals = Removals(connection)
        self.plan = Plan(connection)
        self.passages = Passages(connection)
        self.jobs = Jobs(connection)
        self.searches = Searches(connection)
        self.watches = Watches(connection)


class Store:
    """The one source of truth, for any thread.

    Reads see one moment and never wait for a write. Writes take turns; a thread must not
    begin one inside another.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._writing = threading.Lock()
        self._commits = 0

    @classmethod
    def open(cls, url: str, *, writable: bool = True) -> Store:
        """Open by URL: `sqlite:////path/to/file.db` or `postgresql://user@host/database`.

        The schema is brought up to date. Raises `StoreError` when the database cannot be
        used or another service uses it, `SettingsError` when the URL is not understood. With
        `writable=False` the store only reads, beside a running service.
        """
        return cls(Database(url, writable=writable))

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A view of one moment. Raises `StoreError`."""
        with self._database.read() as connection:
            yield Session(connection)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction: committed when the block ends, undone when it raises.

        Nothing of it is seen elsewhere before. Raises `StoreError`.
        """
        with self._writing:
            with self._database.write() as connection:
                session = Session(connection)
                yield session
                session.outbox.flush()
            self._commits += 1

    @property
    def commits(self) -> int:
        """Transactions written since it was opened: while it stands, nothing has changed."""
        return self._commits

    def remove_pictures(self, folder: Path) -> int:
        """Delete the picture files whose rows are gone; returns how many. Raises `OSError`."""
        removed = 0
        while True:
            # Within the transaction, so that no crop takes a file back meanwhile.
            with self.write() as session:
                files = session.removals.pending()
                if not files:
                    return removed
                in_use = session.removals.in_use(files)
                for file in files:
                    if file not in in_use:
                        remove_picture(folder, file)
                        removed += 1
                session.removals.settle(files)

    def remove_orphans(self, folder: Path, *, before_s: float) -> int:
        """Delete picture files that no crop has; returns how many. Raises `OSError`.

        A crash between writing a picture and the commit leaves one. Files changed after
        `before_s`, epoch seconds, may belong to a commit that is still to come.
        """
        removed = 0
        for chunk in chunks(old_pictures(folder, before_s)):
            with self.write() as session:
                for file in set(chunk) - session.removals.in_use(chunk):
                    remove_picture(folder, file)
                    removed += 1
        return removed

    def close(self) -> None:
        """Close every connection and let another service in."""
        self._database.close()
