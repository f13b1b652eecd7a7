"""Who walked where, as a table for people."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

from reid_service.evaluation.mtmc import evaluate
from reid_service.evaluation.site_client import SiteClient
from reid_service.recordings.format import Recording

_WIDTH: Final = 100


def who_walked_where(client: SiteClient, recording: Recording) -> str:
    """One line a person: sightings, first and last time, and the cameras in order."""
    lines = [f"{'person':<12}{'seen':>5}  {'from':<9}{'to':<9} route"]
    for identity in client.pages("/api/identities"):
        route = client.get(f"/api/identities/{identity['id']}/route")
        lines.append(_line(identity, route["legs"]))
    sightings = list(client.pages("/api/sightings"))
    lines.append("")
    lines.append(_summary(sightings, recording))
    return "\n".join(lines)


def _line(identity: dict[str, Any], legs: list[dict[str, Any]]) -> str:
    if not legs:
        return f"{identity['label']:<12}{0:>5}"
    start, end = _clock(legs[0]["start_s"]), _clock(legs[-1]["end_s"])
    walked = " > ".join(leg["camera"] for leg in legs)
    if len(walked) > _WIDTH:
        walked = f"{walked[: _WIDTH - 3]}..."
    return f"{identity['label']:<12}{len(legs):>5}  {start:<9}{end:<9} {walked}"


def _summary(sightings: list[dict[str, Any]], recording: Recording) -> str:
    assigned = [(each["event_id"], each["identity_id"]) for each in sightings]
    if not recording.truth:
        return f"{len(sightings)} sightings"
    truth = {event_id: each.person for event_id, each in recording.truth.items()}
    report = evaluate(
        truth,
        [(event_id, identity) for event_id, identity in assigned if identity is not None],
        usable={event_id for event_id, _ in assigned},
    )
    return (
        f"{len(sightings)} sightings of {report.people} people became {report.identities} "
        f"identities (pairwise precision {report.precision:.2f}, recall {report.recall:.2f}, "
        f"IDF1 {report.idf1:.2f})."
    )


def _clock(time_s: float) -> str:
    return datetime.fromtimestamp(time_s, UTC).strftime("%H:%M:%S")
