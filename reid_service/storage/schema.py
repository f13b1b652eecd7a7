"""Tables of the store, one definition for SQLite and PostgreSQL.

`migrations/` builds exactly these tables; a test compares the two. Times are epoch seconds.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Ids sort by code point on both engines, as they do in Python.
_Id = Text().with_variant(Text(collation="C"), "postgresql")
_Json = JSON(none_as_null=True)

identities = Table(
    "identities",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("created_s", Double, nullable=False),
    Column("name", Text),
    Column("hidden", Boolean, nullable=False, server_default=false()),
    Column("exposed", Boolean, nullable=False, server_default=false()),
    Column("feature_crop_id", _Id),
    Column("redirect_to", _Id, ForeignKey("identities.id"), index=True),
    # Identities that people said are somebody else; each pair is kept with one of the two.
    Column("distinct_from", _Json, nullable=False, server_default="[]"),
    # Identities of which people could not tell; likewise kept with one of the two.
    Column("unsure_of", _Json, nullable=False, server_default="[]"),
    # Other names that find somebody.
    Column("aliases", _Json, nullable=False, server_default="[]"),
    # Its creation was undone: the number stays taken, but nobody sees it.
    Column("retired", Boolean, nullable=False, server_default=false()),
)

# Who is told of when somebody is seen again; goes when that somebody goes.
watches = Table(
    "watches",
    metadata,
    Column("identity_id", _Id, ForeignKey("identities.id", ondelete="CASCADE"), primary_key=True),
    Column("since_s", Double, nullable=False),
    # Null for until somebody ends it.
    Column("until_s", Double),
)

tracklets = Table(
    "tracklets",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("instance", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    Column("camera", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("start_s", Double, nullable=False),
    Column("last_seen_s", Double, nullable=False),
    Column("sub_label", Text),
    Column("sub_label_score", Double),
    Column("face", Text),
    Column("face_score", Double),
    Column("zones", _Json, nullable=False),
    Column("path", _Json, nullable=False),  # [x, y, time_s] each
    Column("attributes", _Json),
    Column("identity_id", _Id, ForeignKey("identities.id")),
    Column("firm", Boolean, nullable=False, server_default=false()),
    # Somebody could not tell whether it is this identity.
    Column("doubted_as", _Id),
    Column("updated_s", Double, nullable=False),
    Index(None, "start_s", "id"),
    Index(None, "identity_id", "start_s", "id"),
    Index(None, "camera", "last_seen_s"),
    Index(None, "last_seen_s"),
    Index(None, "state"),
    Index(
        "ix_tracklets_doubted_as",
        "doubted_as",
        sqlite_where=text("doubted_as IS NOT NULL"),
        postgresql_where=text("doubted_as IS NOT NULL"),
    ),
)

crops = Table(
    "crops",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("tracklet_id", _Id, ForeignKey("tracklets.id", ondelete="CASCADE"), nullable=False),
    Column("frame_time_s", Double, nullable=False),
    Column("x_min", Double, nullable=False),
    Column("y_min", Double, nullable=False),
    Column("x_max", Double, nullable=False),
    Column("y_max", Double, nullable=False),
    Column("height", Double, nullable=False),
    Column("sharpness", Double, nullable=False),
    Column("completeness", Double, nullable=False),
    Column("aspect", Double, nullable=False),
    Column("visibility", Double, nullable=False),
    Column("score", Double, nullable=False),
    # Path of the picture inside the pictures folder; null once it is removed.
    Column("file", Text),
    # Somebody said that it shows the person badly: kept, but it speaks for nobody.
    Column("bad", Boolean, nullable=False, server_default=false()),
    Index(None, "tracklet_id", "score"),
    Index(None, "frame_time_s"),
)

embeddings = Table(
    "embeddings",
    metadata,
    Column("crop_id", _Id, ForeignKey("crops.id", ondelete="CASCADE"), primary_key=True),
    Column("model_id", Text, primary_key=True),
    Column("vector", LargeBinary, nullable=False),  # float16, little endian
)

# What others keep about a tracklet, by key; it goes when the tracklet goes.
notes = Table(
    "notes",
    metadata,
    Column("tracklet_id", _Id, ForeignKey("tracklets.id", ondelete="CASCADE"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", _Json),
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", _Id, nullable=False, unique=True),
    Column("at_s", Double, nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("outcome", Text),
    Column("reverses", _Id, index=True),
    Column("explanation", _Json, nullable=False),
    # It spoke of somebody who was forgotten since: it can no longer be taken back.
    Column("redacted", Boolean, nullable=False, server_default=false()),
    sqlite_autoincrement=True,
)

# Rows, not JSON in the decision: an undo asks who changed a field later, a history asks what
# concerned an identity, and retention removes what is said of deleted subjects.
changes = Table(
    "changes",
    metadata,
    Column(
        "decision_seq", Integer, ForeignKey("decisions.seq", ondelete="CASCADE"), primary_key=True
    ),
    Column("ordinal", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("subject_id", _Id, nullable=False),
    Column("field", Text, nullable=False),
    Column("before", _Json),
    Column("after", _Json),
    Index(None, "subject_id", "decision_seq"),
)

concerns = Table(
    "concerns",
    metadata,
    Column("identity_id", _Id, primary_key=True),
    Column(
        "decision_seq",
        Integer,
        ForeignKey("decisions.seq", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
)

# Points of the vector index that may differ from the store: the id of a crop or of an
# identity. One whose row is gone is deleted from the index.
outbox = Table(
    "outbox",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("subject_id", _Id, nullable=False),
    sqlite_autoincrement=True,
)

# Pictures whose rows are gone and whose files must follow, even after a crash in between.
removals = Table("removals", metadata, Column("file", Text, primary_key=True))

# Tracked objects that were deleted here. Frigate may still know them: they are not taken in
# again. The id itself is not kept, only what it can be recognised by.
gone = Table(
    "gone",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("instance", Text, nullable=False),
    Column("start_s", Double, nullable=False),
    Index(None, "start_s"),
)

# What takes long and is asked for by people. `request` says what is wanted, `checkpoint` how far
# it is, for after a restart.
jobs = Table(
    "jobs",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("progress", Double, nullable=False),
    Column("created_s", Double, nullable=False),
    Column("finished_s", Double),
    Column("message", Text),
    Column("attempts", Integer, nullable=False),
    Column("request", _Json, nullable=False),
    Column("checkpoint", _Json),
    Column("result", _Json),
    Index(None, "created_s", "id"),
)

# Searches across cameras. What they say of somebody goes when that somebody goes.
searches = Table(
    "searches",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("created_s", Double, nullable=False),
    Column("updated_s", Double, nullable=False),
    Column("state", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sighting_id", _Id, ForeignKey("tracklets.id", ondelete="CASCADE"), index=True),
    Column("identity_id", _Id, ForeignKey("identities.id", ondelete="CASCADE"), index=True),
    Column("crop_id", _Id, ForeignKey("crops.id", ondelete="SET NULL"), index=True),
    Column("camera", Text),
    Column("time_s", Double),
    Column("cameras", _Json),
    Column("from_s", Double, nullable=False),
    Column("until_s", Double, nullable=False),
    Column("refined", Integer, nullable=False, server_default="0"),
    Column("saved_as", _Id, ForeignKey("identities.id", ondelete="CASCADE"), index=True),
    Index(None, "updated_s", "id"),
)

# Ticks and crosses; `used` is the label that the last refinement knew of.
search_labels = Table(
    "search_labels",
    metadata,
    Column("search_id", _Id, ForeignKey("searches.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "sighting_id",
        _Id,
        ForeignKey("tracklets.id", ondelete="CASCADE"),
        primary_key=True,
        index=True,
    ),
    Column("label", Text),
    Column("used", Text),
    Column("is_new", Boolean, nullable=False, server_default=false()),
    # Where among the legs of the result somebody put it; dropped ones are no legs.
    Column("place", Integer),
    Column("dropped", Boolean, nullable=False, server_default=false()),
)

# How the person on a photo looks; the photo itself is not kept.
search_photos = Table(
    "search_photos",
    metadata,
    Column("search_id", _Id, ForeignKey("searches.id", ondelete="CASCADE"), primary_key=True),
    Column("model_id", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),  # float16, little endian
)

meta = Table(
    "meta",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", _Json),
)

floors = Table(
    "floors",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("level", Integer, nullable=False),
    Column("width", Double, nullable=False),
    Column("height", Double, nullable=False),
    # A file in the folder of plans; null without a picture.
    Column("picture", Text),
    Column("metres_per_unit", Double),
    Column("north_deg", Double),
)

placements = Table(
    "placements",
    metadata,
    Column("instance", _Id, primary_key=True),
    Column("camera", _Id, primary_key=True),
    Column("floor_id", _Id, ForeignKey("floors.id", ondelete="CASCADE"), nullable=False),
    Column("x", Double, nullable=False),
    Column("y", Double, nullable=False),
    Column("heading_deg", Double, nullable=False),
    Column("view_deg", Double, nullable=False),
    Column("range_units", Double, nullable=False),
    Index(None, "floor_id"),
)

# Points on the plan of the floor that the camera is placed on: they go when it leaves the floor.
calibrations = Table(
    "calibrations",
    metadata,
    Column("instance", _Id, primary_key=True),
    Column("camera", _Id, primary_key=True),
    Column("pairs", _Json, nullable=False),  # [image x, image y, plan x, plan y] each
    ForeignKeyConstraint(
        ["instance", "camera"],
        ["placements.instance", "placements.camera"],
        ondelete="CASCADE",
        name="fk_calibrations_placement",
    ),
)

edge_rules = Table(
    "edge_rules",
    metadata,
    Column("from_instance", _Id, primary_key=True),
    Column("from_camera", _Id, primary_key=True),
    Column("to_instance", _Id, primary_key=True),
    Column("to_camera", _Id, primary_key=True),
    Column("rule", Text, nullable=False),
)

# Doors and stairs from one floor to another.
passages = Table(
    "passages",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("from_floor", _Id, ForeignKey("floors.id", ondelete="CASCADE"), nullable=False),
    Column("from_x", Double, nullable=False),
    Column("from_y", Double, nullable=False),
    Column("to_floor", _Id, ForeignKey("floors.id", ondelete="CASCADE"), nullable=False),
    Column("to_x", Double, nullable=False),
    Column("to_y", Double, nullable=False),
    Index(None, "from_floor"),
    Index(None, "to_floor"),
)
