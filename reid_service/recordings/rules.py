"""What differs between Frigate's versions, as one table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reid_service.errors import RecordingError


@dataclass(frozen=True, slots=True)
class FrigateRules:
    """Behaviour of one Frigate minor version (0.15 to 0.18).

    `clean_extension` is the one name of snapshot-clean that exists. `ended_as_asked`: whether
    snapshot.jpg of an ended event honours its parameters. `early_row`: the database row of an
    object exists from its first message on, not from the second. `live_sub_label`: whether a
    sub label can be written before there is a row. `cleared_sub_label`: what stays after
    clearing. `roles`: whether writing needs the role admin. `webp_named_jpg`: thumbnail.jpg of
    an ended event is a WEBP file. `path_data` and `snapshot_fields`: what rows carry.
    `export_cases`: whether several exports can be put into a case.
    """

    clean_extension: str
    ended_as_asked: bool
    early_row: bool
    live_sub_label: bool
    cleared_sub_label: str | None
    roles: bool
    webp_named_jpg: bool
    path_data: bool
    snapshot_fields: bool
    clean_copy_optional: bool
    export_status: int
    export_cases: bool

    @classmethod
    def of(cls, version: str) -> FrigateRules:
        """Rules of a version such as `0.17.2-0123abc`.

        Raises RecordingError when the text is no version.

        >>> FrigateRules.of("0.16.4").clean_extension
        'png'
        """
        match = re.match(r"(\d+)\.(\d+)", version)
        if match is None:
            msg = f"{version!r} is no version of Frigate: mend frigate_version in recording.json."
            raise RecordingError(msg)
        number = (int(match[1]), int(match[2]))
        since_16, since_17, since_18 = (number >= (0, minor) for minor in (16, 17, 18))
        return cls(
            clean_extension="webp" if since_17 else "png",
            ended_as_asked=since_18,
            early_row=since_16,
            live_sub_label=since_16,
            cleared_sub_label=None if since_16 else "",
            roles=since_16,
            webp_named_jpg=since_16 and not since_17,
            path_data=since_16,
            snapshot_fields=since_18,
            clean_copy_optional=not since_18,
            export_status=202 if since_18 else 200,
            export_cases=since_18,
        )
