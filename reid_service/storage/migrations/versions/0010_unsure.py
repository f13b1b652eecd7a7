"""Of whom people could not tell whether they are one person."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add two columns, and an index of the few rows that have the second."""
    op.add_column(
        "identities", sa.Column("unsure_of", sa.JSON(), server_default="[]", nullable=False)
    )
    op.add_column("tracklets", sa.Column("doubted_as", _ID, nullable=True))
    few = sa.text("doubted_as IS NOT NULL")
    op.create_index(
        op.f("ix_tracklets_doubted_as"),
        "tracklets",
        ["doubted_as"],
        sqlite_where=few,
        postgresql_where=few,
    )
