"""Other names of a person, under which they are found."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add a column."""
    op.add_column(
        "identities", sa.Column("aliases", sa.JSON(), server_default="[]", nullable=False)
    )
