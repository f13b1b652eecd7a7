"""The store under test, on both engines."""

from __future__ import annotations

from tests.postgresql import postgresql_database, postgresql_server, postgresql_url
from tests.storing import store, url

__all__ = ["postgresql_database", "postgresql_server", "postgresql_url", "store", "url"]
