"""What actions and the card's commands answer: plain data, times as text in local time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from homeassistant.util import dt as dt_util

from .client.models import Expectation, Identity, Route, Sighting
from .client.work import Candidate, Job
from .state import PersonState
from .views import media_path

Sign = Callable[[str], str]


def local_time(seconds: float | None) -> str | None:
    """A time of the site as ISO 8601 with the offset of Home Assistant's zone."""
    if seconds is None:
        return None
    return dt_util.as_local(dt_util.utc_from_timestamp(seconds)).isoformat(timespec="seconds")


def unsigned(path: str) -> str:
    """Paths as they are: whoever asks has to log in."""
    return path


def route_answer(entry_id: str, name: str, route: Route, sign: Sign = unsigned) -> dict[str, Any]:
    """A route, each leg with its picture and clip."""
    legs = [
        {
            "sighting_id": leg.sighting_id,
            "event_id": leg.event_id,
            "frigate_instance": leg.frigate_instance,
            "camera": leg.camera,
            "start": local_time(leg.start_s),
            "end": local_time(leg.end_s),
            "start_s": leg.start_s,
            "end_s": leg.end_s,
            "seconds": round(leg.end_s - leg.start_s, 1),
            "certainty": leg.certainty,
            "picture": _picture(entry_id, leg.crop_id, sign),
            "clip": sign(media_path(entry_id, "clip", leg.sighting_id)),
        }
        for leg in route.legs
    ]
    return {
        "identity_id": route.identity_id,
        "name": name,
        "from": local_time(route.from_s),
        "to": local_time(route.to_s),
        "from_s": route.from_s,
        "to_s": route.to_s,
        "legs": legs,
        "gaps": [
            {
                "from_camera": gap.from_camera,
                "to_camera": gap.to_camera,
                "seconds": round(gap.seconds, 1),
            }
            for gap in route.gaps
        ],
    }


def expected_answer(identity: Identity, expected: Expectation) -> dict[str, Any]:
    """Which cameras are likely to see a person next."""
    return {
        "identity_id": identity.id,
        "name": identity.label,
        "last_camera": expected.last_camera,
        "in_sight": expected.in_sight,
        "away": expected.away,
        "cameras": [
            {
                "frigate_instance": each.frigate_instance,
                "camera": each.camera,
                "probability": each.probability,
                "from": local_time(each.from_s),
                "to": local_time(each.to_s),
                "walks": each.walks,
            }
            for each in expected.cameras
        ],
    }


def sighting_answer(entry_id: str, sighting: Sighting, sign: Sign = unsigned) -> dict[str, Any]:
    """One sighting."""
    return {
        "sighting_id": sighting.id,
        "event_id": sighting.event_id,
        "frigate_instance": sighting.frigate_instance,
        "camera": sighting.camera,
        "start": local_time(sighting.start_s),
        "end": local_time(sighting.last_seen_s),
        "zones": list(sighting.zones),
        "identity_id": sighting.identity_id,
        "name": sighting.identity_label,
        "picture": _picture(entry_id, sighting.crop_id, sign),
        "clip": sign(media_path(entry_id, "clip", sighting.id)),
    }


def candidate_answer(entry_id: str, candidate: Candidate) -> dict[str, Any]:
    """One candidate of a search."""
    return {
        **sighting_answer(entry_id, candidate.sighting),
        "likeness": round(candidate.likeness, 4),
        "probability": candidate.probability,
        "band": candidate.band,
        "offset_seconds": None if candidate.offset_s is None else round(candidate.offset_s, 1),
        "label": candidate.label,
    }


def whereabouts_answer(person: PersonState) -> dict[str, Any]:
    """Where an exposed person is."""
    return {
        "identity_id": person.identity_id,
        "name": person.name,
        "on_site": person.on_site,
        "camera": person.camera,
        "last_camera": person.last_camera,
        "last_seen": local_time(person.last_seen_s),
    }


def identity_answer(identity: Identity) -> dict[str, Any]:
    """A person after something was changed."""
    return {
        "identity_id": identity.id,
        "name": identity.label,
        "hidden": identity.hidden,
        "exposed": identity.exposed,
        "sightings": identity.sightings,
    }


def job_answer(entry_id: str, job: Job) -> dict[str, Any]:
    """A job, with the path of its file once it is done."""
    answer: dict[str, Any] = {
        "job_id": job.id,
        "state": job.state,
        "progress": job.progress,
        "result": dict(job.result) if job.result else None,
        "message": job.message,
    }
    if job.kind == "export":
        answer["file"] = media_path(entry_id, "export", job.id)
    return answer


def _picture(entry_id: str, crop_id: str | None, sign: Sign) -> str | None:
    return None if crop_id is None else sign(media_path(entry_id, "crop", crop_id))
