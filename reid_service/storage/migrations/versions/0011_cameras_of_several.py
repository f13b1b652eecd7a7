"""What was learned of a camera by its name alone becomes that of each Frigate's camera.

Cameras of several Frigates that are called alike shared one mean. All of them keep it, so what the
index holds stays comparable; but then it counts as learned from nothing, so that it is learned anew
at the next decision. With one Frigate nothing else changes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_META = sa.table("meta", sa.column("key", sa.Text()), sa.column("value", sa.JSON()))
_TRACKLETS = sa.table("tracklets", sa.column("instance", sa.Text()))


def upgrade() -> None:
    """Put the Frigate before the camera's name, wherever people were seen."""
    connection = op.get_bind()
    instances = connection.scalars(sa.select(_TRACKLETS.c.instance).distinct()).all()
    learned = sa.select(_META).where(_META.c.key.startswith("centring/"))
    for key, value in connection.execute(learned).all():
        centres = {
            f"{instance}/{camera}": mean
            for camera, mean in value["centres"].items()
            for instance in instances
        }
        changed = {**value, "centres": centres}
        if len(instances) > 1:
            changed["learned_from"] = 0
        connection.execute(sa.update(_META).where(_META.c.key == key).values(value=changed))
