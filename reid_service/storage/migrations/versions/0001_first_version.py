"""The first version of the store."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_Id = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_Json = sa.JSON(none_as_null=True)


def upgrade() -> None:
    """Build every table."""
    op.create_table(
        "decisions",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", _Id, nullable=False),
        sa.Column("at_s", sa.Double(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("reverses", _Id, nullable=True),
        sa.Column("explanation", _Json, nullable=False),
        sa.Column("redacted", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_decisions")),
        sa.UniqueConstraint("id", name=op.f("uq_decisions_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_decisions_reverses"), "decisions", ["reverses"], unique=False)
    op.create_table(
        "identities",
        sa.Column("id", _Id, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("created_s", sa.Double(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("hidden", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("exposed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("feature_crop_id", _Id, nullable=True),
        sa.Column("redirect_to", _Id, nullable=True),
        sa.Column("retired", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["redirect_to"], ["identities.id"], name=op.f("fk_identities_redirect_to")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identities")),
        sa.UniqueConstraint("number", name=op.f("uq_identities_number")),
    )
    op.create_index(op.f("ix_identities_redirect_to"), "identities", ["redirect_to"], unique=False)
    op.create_table(
        "meta",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", _Json, nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "outbox",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", _Id, nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_outbox")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "removals",
        sa.Column("file", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("file", name=op.f("pk_removals")),
    )
    op.create_table(
        "changes",
        sa.Column("decision_seq", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("subject_id", _Id, nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", _Json, nullable=True),
        sa.Column("after", _Json, nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_seq"],
            ["decisions.seq"],
            name=op.f("fk_changes_decision_seq"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("decision_seq", "ordinal", name=op.f("pk_changes")),
    )
    op.create_index(
        op.f("ix_changes_subject_id_decision_seq"),
        "changes",
        ["subject_id", "decision_seq"],
        unique=False,
    )
    op.create_table(
        "concerns",
        sa.Column("identity_id", _Id, nullable=False),
        sa.Column("decision_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_seq"],
            ["decisions.seq"],
            name=op.f("fk_concerns_decision_seq"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("identity_id", "decision_seq", name=op.f("pk_concerns")),
    )
    op.create_index(op.f("ix_concerns_decision_seq"), "concerns", ["decision_seq"], unique=False)
    op.create_table(
        "tracklets",
        sa.Column("id", _Id, nullable=False),
        sa.Column("instance", sa.Text(), nullable=False),
        sa.Column("event_id", sa.Text(), nullable=False),
        sa.Column("camera", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=False),
        sa.Column("last_seen_s", sa.Double(), nullable=False),
        sa.Column("sub_label", sa.Text(), nullable=True),
        sa.Column("sub_label_score", sa.Double(), nullable=True),
        sa.Column("zones", _Json, nullable=False),
        sa.Column("path", _Json, nullable=False),
        sa.Column("identity_id", _Id, nullable=True),
        sa.Column("firm", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("updated_s", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["identities.id"], name=op.f("fk_tracklets_identity_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tracklets")),
    )
    op.create_index(
        op.f("ix_tracklets_camera_last_seen_s"),
        "tracklets",
        ["camera", "last_seen_s"],
        unique=False,
    )
    op.create_index(
        op.f("ix_tracklets_identity_id_start_s_id"),
        "tracklets",
        ["identity_id", "start_s", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_tracklets_last_seen_s"), "tracklets", ["last_seen_s"], unique=False)
    op.create_index(op.f("ix_tracklets_start_s_id"), "tracklets", ["start_s", "id"], unique=False)
    op.create_index(op.f("ix_tracklets_state"), "tracklets", ["state"], unique=False)
    op.create_table(
        "crops",
        sa.Column("id", _Id, nullable=False),
        sa.Column("tracklet_id", _Id, nullable=False),
        sa.Column("frame_time_s", sa.Double(), nullable=False),
        sa.Column("x_min", sa.Double(), nullable=False),
        sa.Column("y_min", sa.Double(), nullable=False),
        sa.Column("x_max", sa.Double(), nullable=False),
        sa.Column("y_max", sa.Double(), nullable=False),
        sa.Column("height", sa.Double(), nullable=False),
        sa.Column("sharpness", sa.Double(), nullable=False),
        sa.Column("completeness", sa.Double(), nullable=False),
        sa.Column("aspect", sa.Double(), nullable=False),
        sa.Column("visibility", sa.Double(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("file", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["tracklet_id"], ["tracklets.id"], name=op.f("fk_crops_tracklet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crops")),
    )
    op.create_index(op.f("ix_crops_frame_time_s"), "crops", ["frame_time_s"], unique=False)
    op.create_index(
        op.f("ix_crops_tracklet_id_score"), "crops", ["tracklet_id", "score"], unique=False
    )
    op.create_table(
        "embeddings",
        sa.Column("crop_id", _Id, nullable=False),
        sa.Column("model_id", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["crop_id"], ["crops.id"], name=op.f("fk_embeddings_crop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("crop_id", "model_id", name=op.f("pk_embeddings")),
    )
    op.create_table(
        "gone",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("instance", sa.Text(), nullable=False),
        sa.Column("start_s", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_gone")),
    )
    op.create_index(op.f("ix_gone_start_s"), "gone", ["start_s"])
    op.create_table(
        "notes",
        sa.Column("tracklet_id", _Id, nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", _Json, nullable=True),
        sa.ForeignKeyConstraint(
            ["tracklet_id"],
            ["tracklets.id"],
            name=op.f("fk_notes_tracklet_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tracklet_id", "key", name=op.f("pk_notes")),
    )
