"""The floor plan: floors, cameras on them, point pairs, and rules for the ways between."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_Json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Add the tables; nothing is placed yet."""
    op.create_table(
        "floors",
        sa.Column("id", _Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("width", sa.Double(), nullable=False),
        sa.Column("height", sa.Double(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=True),
        sa.Column("metres_per_unit", sa.Double(), nullable=True),
        sa.Column("north_deg", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_floors")),
    )
    op.create_table(
        "placements",
        sa.Column("instance", _Id, nullable=False),
        sa.Column("camera", _Id, nullable=False),
        sa.Column("floor_id", _Id, nullable=False),
        sa.Column("x", sa.Double(), nullable=False),
        sa.Column("y", sa.Double(), nullable=False),
        sa.Column("heading_deg", sa.Double(), nullable=False),
        sa.Column("view_deg", sa.Double(), nullable=False),
        sa.Column("range_units", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["floor_id"],
            ["floors.id"],
            name=op.f("fk_placements_floor_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("instance", "camera", name=op.f("pk_placements")),
    )
    op.create_index(op.f("ix_placements_floor_id"), "placements", ["floor_id"], unique=False)
    op.create_table(
        "calibrations",
        sa.Column("instance", _Id, nullable=False),
        sa.Column("camera", _Id, nullable=False),
        sa.Column("pairs", _Json, nullable=False),
        sa.ForeignKeyConstraint(
            ["instance", "camera"],
            ["placements.instance", "placements.camera"],
            name=op.f("fk_calibrations_placement"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("instance", "camera", name=op.f("pk_calibrations")),
    )
    op.create_table(
        "edge_rules",
        sa.Column("from_instance", _Id, nullable=False),
        sa.Column("from_camera", _Id, nullable=False),
        sa.Column("to_instance", _Id, nullable=False),
        sa.Column("to_camera", _Id, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(
            "from_instance",
            "from_camera",
            "to_instance",
            "to_camera",
            name=op.f("pk_edge_rules"),
        ),
    )
