"""Runs migrations over the connection that `storage.database` hands in."""

from __future__ import annotations

from alembic import context

from reid_service.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter most things in place: Alembic then copies the table.
    render_as_batch=True,
    # Both engines can roll back DDL, so a failed upgrade leaves the old schema.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
