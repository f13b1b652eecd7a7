"""Searches across cameras, with what people ticked and crossed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_Json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Add three tables."""
    op.create_table(
        "searches",
        sa.Column("id", _Id, nullable=False),
        sa.Column("created_s", sa.Double(), nullable=False),
        sa.Column("updated_s", sa.Double(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sighting_id", _Id, nullable=True),
        sa.Column("identity_id", _Id, nullable=True),
        sa.Column("crop_id", _Id, nullable=True),
        sa.Column("camera", sa.Text(), nullable=True),
        sa.Column("time_s", sa.Double(), nullable=True),
        sa.Column("cameras", _Json, nullable=True),
        sa.Column("from_s", sa.Double(), nullable=False),
        sa.Column("until_s", sa.Double(), nullable=False),
        sa.Column("refined", sa.Integer(), server_default="0", nullable=False),
        sa.Column("saved_as", _Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["sighting_id"],
            ["tracklets.id"],
            name=op.f("fk_searches_sighting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["identities.id"],
            name=op.f("fk_searches_identity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["crop_id"], ["crops.id"], name=op.f("fk_searches_crop_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["saved_as"],
            ["identities.id"],
            name=op.f("fk_searches_saved_as"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_searches")),
    )
    for column in ("sighting_id", "identity_id", "crop_id", "saved_as"):
        op.create_index(op.f(f"ix_searches_{column}"), "searches", [column])
    op.create_index(op.f("ix_searches_updated_s_id"), "searches", ["updated_s", "id"])
    op.create_table(
        "search_labels",
        sa.Column("search_id", _Id, nullable=False),
        sa.Column("sighting_id", _Id, nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("used", sa.Text(), nullable=True),
        sa.Column("is_new", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["search_id"],
            ["searches.id"],
            name=op.f("fk_search_labels_search_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sighting_id"],
            ["tracklets.id"],
            name=op.f("fk_search_labels_sighting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("search_id", "sighting_id", name=op.f("pk_search_labels")),
    )
    op.create_index(op.f("ix_search_labels_sighting_id"), "search_labels", ["sighting_id"])
    op.create_table(
        "search_photos",
        sa.Column("search_id", _Id, nullable=False),
        sa.Column("model_id", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["search_id"],
            ["searches.id"],
            name=op.f("fk_search_photos_search_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("search_id", name=op.f("pk_search_photos")),
    )
