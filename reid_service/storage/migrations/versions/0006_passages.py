"""Doors and stairs that join floors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table; nothing joins yet."""
    op.create_table(
        "passages",
        sa.Column("id", _Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_floor", _Id, nullable=False),
        sa.Column("from_x", sa.Double(), nullable=False),
        sa.Column("from_y", sa.Double(), nullable=False),
        sa.Column("to_floor", _Id, nullable=False),
        sa.Column("to_x", sa.Double(), nullable=False),
        sa.Column("to_y", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_floor"],
            ["floors.id"],
            name=op.f("fk_passages_from_floor"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["to_floor"],
            ["floors.id"],
            name=op.f("fk_passages_to_floor"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passages")),
    )
    op.create_index(op.f("ix_passages_from_floor"), "passages", ["from_floor"])
    op.create_index(op.f("ix_passages_to_floor"), "passages", ["to_floor"])
