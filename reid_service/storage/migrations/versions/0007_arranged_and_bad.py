"""Legs of a search that somebody put in order or dropped; pictures that somebody called bad."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add three columns."""
    op.add_column("search_labels", sa.Column("place", sa.Integer(), nullable=True))
    for table, name in (("search_labels", "dropped"), ("crops", "bad")):
        op.add_column(
            table, sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)
        )
