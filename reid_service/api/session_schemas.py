"""What `GET /api/session` answers."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Session(BaseModel):
    """How the client came in, and the zone in which the site's times are to be shown.

    `user` is the name in Home Assistant, null where it is not known. `time_zone` is an IANA
    name, null where the machine has none.
    """

    model_config = ConfigDict(frozen=True)

    needs_token: bool
    user: str | None
    time_zone: str | None
