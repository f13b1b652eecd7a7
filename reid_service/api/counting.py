"""Visits and their length, and how well each camera serves: queries and sums."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from itertools import groupby
from typing import Final, TypeAlias

from sqlalchemy import func, select

from reid_service.attributes.garments import AT_EDGE
from reid_service.domain.boxes import FrameSize
from reid_service.storage.schema import crops, identities, tracklets
from reid_service.storage.store import Session

_T = tracklets.c
_I = identities.c

_DAY_S: Final = 86_400.0
_POOR_PX: Final = 64.0
_GOOD_PX: Final = 110.0
_POOR_SHARE: Final = 0.3
_GOOD_SHARE: Final = 0.7
_FEW: Final = 5


@dataclass(frozen=True, slots=True)
class Stay:
    """One sighting of somebody."""

    identity_id: str
    is_named: bool
    camera: str
    start_s: float
    end_s: float


@dataclass(slots=True)
class DayFigures:
    """One day: visits that began on it, sightings, and seconds in sight."""

    visits: int = 0
    sightings: int = 0
    dwell_s: float = 0.0


@dataclass(slots=True)
class Figures:
    """Days oldest first, cameras by name; people with a name, and without."""

    days: dict[date, DayFigures]
    cameras: dict[str, DayFigures] = field(default_factory=dict)
    last_camera: str | None = None
    named: int = 0
    unknown: int = 0


def stays_since(session: Session, from_s: float, identity_id: str | None) -> list[Stay]:
    """Sightings of somebody who is not hidden, or of one person, last seen since then; by start."""
    query = (
        select(_T.identity_id, _I.name, _T.camera, _T.start_s, _T.last_seen_s)
        .join(identities, _I.id == _T.identity_id)
        .where(_T.last_seen_s >= from_s)
        .order_by(_T.start_s, _T.id)
    )
    who = ~_I.hidden if identity_id is None else _T.identity_id == identity_id
    return [
        Stay(row.identity_id, row.name is not None, row.camera, row.start_s, row.last_seen_s)
        for row in session.connection.execute(query.where(who))
    ]


def figures(
    stays: Sequence[Stay], days: Sequence[date], gap_s: float, zone: tzinfo | None
) -> Figures:
    """Sum stays up, which are in order of their start.

    A visit is a row of stays of one person with less than `gap_s` between them. Time in sight of
    two cameras at once counts once for the day, and for each camera.
    """
    found = Figures({each: DayFigures() for each in days})
    within = [each for each in stays if _day(each.start_s, zone) in found.days]
    for each in within:
        found.days[_day(each.start_s, zone)].sightings += 1
        camera = found.cameras.setdefault(each.camera, DayFigures())
        camera.sightings += 1
        camera.dwell_s += each.end_s - each.start_s
    for own in _by_person(stays):
        _count_visits(found, own, gap_s, zone)
    last = max(within, key=lambda each: each.end_s, default=None)
    found.last_camera = None if last is None else last.camera
    found.named = len({each.identity_id for each in within if each.is_named})
    found.unknown = len({each.identity_id for each in within if not each.is_named})
    return found


def _by_person(stays: Sequence[Stay]) -> Iterable[list[Stay]]:
    ordered = sorted(stays, key=lambda each: (each.identity_id, each.start_s))
    for _, own in groupby(ordered, key=lambda each: each.identity_id):
        yield list(own)


def _count_visits(found: Figures, own: Iterable[Stay], gap_s: float, zone: tzinfo | None) -> None:
    until_s = float("-inf")
    for each in own:
        day = found.days.get(_day(each.start_s, zone))
        if day is not None:
            day.visits += each.start_s - until_s >= gap_s
            day.dwell_s += max(0.0, each.end_s - max(each.start_s, until_s))
        until_s = max(until_s, each.end_s)


def last_days(now_s: float, count: int, zone: tzinfo | None) -> list[date]:
    """So many days, today last."""
    today = _day(now_s, zone)
    return [today - timedelta(days=back) for back in range(count - 1, -1, -1)]


def begin_s(day: date, zone: tzinfo | None) -> float:
    """Epoch seconds of the midnight with which a day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()


def _day(time_s: float, zone: tzinfo | None) -> date:
    return datetime.fromtimestamp(time_s, zone).date()


class Rating(StrEnum):
    """How well a camera serves to tell people apart."""

    GOOD = "good"
    LIMITED = "limited"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class Suited:
    """A camera within a day; `median_height_px` is that of the people in its usable pictures.

    `colour_share` in [0, 1] is that of the sightings in colour: at night most cameras have none.
    """

    camera: str
    instance: str
    tracklets: int
    usable_crops: int
    median_height_px: float | None
    colour_share: float | None
    rating: Rating
    reason: str
    advice: str


@dataclass(slots=True)
class _Pictured:
    """A sighting's usable pictures: the people's heights as shares of the frame's."""

    shares: list[float] = field(default_factory=list)
    has_head: bool = False
    has_colour: bool = False


FrameSizeOf: TypeAlias = Callable[[str, str], FrameSize | None]
"""(instance, camera) to the size of the frames in which people are detected."""


def suitability(session: Session, now_s: float, frame_size: FrameSizeOf) -> list[Suited]:
    """Every camera that ever saw somebody, by name, with its last 24 hours."""
    cameras = session.connection.execute(
        select(_T.instance, _T.camera).distinct().order_by(_T.camera, _T.instance)
    ).all()
    since_s = now_s - _DAY_S
    counts = {
        (row.instance, row.camera): row.seen
        for row in session.connection.execute(
            select(_T.instance, _T.camera, func.count().label("seen"))
            .where(_T.last_seen_s >= since_s)
            .group_by(_T.instance, _T.camera)
        )
    }
    pictured: dict[tuple[str, str], dict[str, _Pictured]] = {}
    query = (
        select(_T.instance, _T.camera, _T.id, _T.attributes, crops.c.y_min, crops.c.y_max)
        .join(tracklets, _T.id == crops.c.tracklet_id)
        .where(_T.last_seen_s >= since_s)
    )
    for row in session.connection.execute(query):
        of_camera = pictured.setdefault((row.instance, row.camera), {})
        has_colour = bool(row.attributes and row.attributes["upper"])
        sighting = of_camera.setdefault(row.id, _Pictured(has_colour=has_colour))
        sighting.shares.append(row.y_max - row.y_min)
        sighting.has_head |= row.y_min > AT_EDGE
    return [
        _suited(
            row.instance,
            row.camera,
            counts.get((row.instance, row.camera), 0),
            list(pictured.get((row.instance, row.camera), {}).values()),
            frame_size(row.instance, row.camera),
        )
        for row in cameras
    ]


def _suited(
    instance: str,
    camera: str,
    count: int,
    sightings: Sequence[_Pictured],
    size: FrameSize | None,
) -> Suited:
    found = [share for each in sightings for share in each.shares]
    height_px = None
    if found and size is not None:
        height_px = round(statistics.median(found) * size.height, 1)
    # Of whoever is cut off above no colours are told, whatever the light.
    told = [each.has_colour for each in sightings if each.has_head]
    colour = round(sum(told) / len(told), 3) if told else None
    seen = len(sightings) / count if count else 0.0
    rating, reason, advice = _rated(count, seen, height_px)
    return Suited(camera, instance, count, len(found), height_px, colour, rating, reason, advice)


def _rated(count: int, share: float, height_px: float | None) -> tuple[Rating, str, str]:
    """`share` is that of the sightings with a usable picture; the worst that is true is said.

    The heights are rules of thumb.
    """
    higher = "Raise the resolution of Frigate's detect stream, or bring the camera nearer."
    known_px = _GOOD_PX if height_px is None else height_px
    verdicts = (
        (
            count == 0,
            Rating.LIMITED,
            "Nobody was seen in the last 24 hours.",
            "Walk past the camera, then look again.",
        ),
        (
            share < _POOR_SHARE,
            Rating.POOR,
            "Most people have no usable picture: too small, cut off, or too blurred.",
            f"Turn snapshots on in Frigate, with clean copies. {higher}",
        ),
        (known_px < _POOR_PX, Rating.POOR, "People are very small in the picture.", higher),
        (known_px < _GOOD_PX, Rating.LIMITED, "People are small in the picture.", higher),
        (
            share < _GOOD_SHARE,
            Rating.LIMITED,
            "Some people have no usable picture.",
            "Look whether people are cut off by the frame, or stand in the dark.",
        ),
        (
            count < _FEW,
            Rating.LIMITED,
            "Few people were seen in the last 24 hours.",
            "Nothing to do: look again when more were seen.",
        ),
        (True, Rating.GOOD, "People are large and sharp enough.", "Nothing to do."),
    )
    return next((rating, reason, advice) for holds, rating, reason, advice in verdicts if holds)
