"""Whom somebody wants to be told of when they are seen again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add a table."""
    op.create_table(
        "watches",
        sa.Column("identity_id", _ID, nullable=False),
        sa.Column("since_s", sa.Double(), nullable=False),
        sa.Column("until_s", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("identity_id", name=op.f("pk_watches")),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["identities.id"],
            name=op.f("fk_watches_identity_id"),
            ondelete="CASCADE",
        ),
    )
