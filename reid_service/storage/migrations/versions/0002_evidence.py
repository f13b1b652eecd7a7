"""What the identity engine weighs beside looks: faces, clothes, and who is not whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_Json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Add columns; what is there has no faces, no attributes and no distinct people."""
    op.add_column(
        "identities",
        sa.Column("distinct_from", _Json, server_default="[]", nullable=False),
    )
    op.add_column("tracklets", sa.Column("face", sa.Text(), nullable=True))
    op.add_column("tracklets", sa.Column("face_score", sa.Double(), nullable=True))
    op.add_column("tracklets", sa.Column("attributes", _Json, nullable=True))
