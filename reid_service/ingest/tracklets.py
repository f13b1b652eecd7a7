"""Life cycle of tracklets: what Frigate's messages and rows mean for each tracked object.

Pure state, no I/O: one thread owns a book and feeds it in order of arrival.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from reid_service.domain.boxes import FractionBox, PixelBox
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.tracklet import SubLabel, Tracklet, TrackletState, tracklet_id
from reid_service.ingest.payloads import (
    EventRow,
    MessageKind,
    ObjectUpdate,
    TrackedObjectMessage,
)

_REMEMBERED_ENDED = 4096
_SAME_MOMENT_S = 1.0

FACE_SCORE = 0.9
"""From here on Frigate gives the name itself, unless told otherwise (`recognition_threshold`)."""


class Step(StrEnum):
    """What happened to a tracklet."""

    OPENED = "opened"
    UPDATED = "updated"
    RECOGNISED = "recognised"  # a face got a name
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class PictureWanted:
    """A snapshot to fetch: `box` belongs to the frame at `frame_time_s` and to no other.

    `recorded` wants that frame of the recording instead, which shows more of the same moment.
    """

    frame_time_s: float
    box: PixelBox | FractionBox
    others: tuple[PixelBox, ...] = ()
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class TrackletUpdate:
    """The tracklet after a message, and the picture to fetch for it, if any.

    `stale_frame_s` names an earlier picture of which we now know that Frigate had replaced it
    before we fetched it: its crop was cut with another frame's box. `last_picture` is the one
    that an ended tracklet keeps, fetched or not.
    """

    tracklet: Tracklet
    step: Step
    picture: PictureWanted | None
    stale_frame_s: float | None = None
    last_picture: PictureWanted | None = None


@dataclass(slots=True)
class _Open:
    tracklet: Tracklet
    box: PixelBox | None = None
    pictured_s: float | None = None
    last_picture: PictureWanted | None = None
    fetched_at_s: float | None = None


class TrackletBook:
    """All open tracklets, and the ids of those that ended recently.

    `recall` answers with what the store knows of a tracklet that is not in the book, `is_gone`
    whether it was deleted there: then it is over, whatever Frigate still has of it. `lacks_crop`
    tells whether nothing shows a stored one.
    """

    def __init__(
        self,
        *,
        lost_after_s: float,
        recall: Callable[[str], Tracklet | None],
        is_gone: Callable[[str], bool],
        lacks_crop: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._lost_after_s = lost_after_s
        self._recall = recall
        self._is_gone = is_gone
        self._lacks_crop = lacks_crop
        self._open: dict[str, _Open] = {}
        self._ended: OrderedDict[str, None] = OrderedDict()
        self._heard_s: dict[str, float] = {}

    def restore(self, open_tracklets: Iterable[Tracklet], now_s: float) -> None:
        """Take up tracklets that were open when the service stopped."""
        for tracklet in open_tracklets:
            self._open[tracklet.id] = _Open(tracklet)
            self._heard_s[tracklet.id] = now_s

    @property
    def open_count(self) -> int:
        """Number of open tracklets."""
        return len(self._open)

    def holds(self, tracklet: str) -> bool:
        """Whether a tracklet is open."""
        return tracklet in self._open

    def open_ids(self, instance: str) -> list[tuple[str, str]]:
        """(tracklet id, event id) of every open tracklet of one Frigate."""
        return [
            (each.tracklet.id, each.tracklet.event_id)
            for each in self._open.values()
            if each.tracklet.instance == instance
        ]

    def open_on(self, camera: CameraKey) -> list[str]:
        """Ids of the open tracklets of one camera."""
        return [key for key, each in self._open.items() if each.tracklet.camera_key == camera]

    def apply(
        self, instance: str, message: TrackedObjectMessage, now_s: float
    ) -> TrackletUpdate | None:
        """Fold one MQTT message in; None if it tells nothing new.

        Frigate may have sent the beginning while we were away: an update or an end of an
        unknown object opens it.
        """
        key = tracklet_id(instance, message.event_id)
        opened = key not in self._open
        if self._has_ended(key):
            return None
        known = self._open.get(key) or self._begin(_from_message(instance, message))
        self._heard_s[key] = now_s
        known.tracklet = _advanced(known.tracklet, message)
        known.box = message.box or known.box
        closing = message.kind is MessageKind.END
        pictured_s, fetched_at_s = known.pictured_s, known.fetched_at_s
        picture = self._picture_for(known, message)
        known.last_picture = picture or known.last_picture
        stale = None
        if picture is not None and fetched_at_s is not None:
            stale = pictured_s if picture.frame_time_s <= fetched_at_s else None
        if closing:
            self._end(key)
            known.tracklet = replace(known.tracklet, state=TrackletState.CLOSED)
        return TrackletUpdate(
            known.tracklet,
            _step(opened, closing),
            picture,
            stale,
            known.last_picture if closing else None,
        )

    def recognise(self, instance: str, message: ObjectUpdate) -> TrackletUpdate | None:
        """Fold in the result of Frigate's face recognition; None if it tells nothing new.

        Every attempt is reported. Below the score at which Frigate itself gives the name, and of
        objects that are not open, nothing is taken; a name that cannot be printed is none.
        """
        known = self._open.get(tracklet_id(instance, message.event_id))
        name, score = " ".join((message.text or "").split()), message.score or 0.0
        if known is None or not (name and name.isprintable()) or score < FACE_SCORE:
            return None
        before = known.tracklet.face
        if before is not None and (before.score or 0.0) >= score:
            return None
        known.tracklet = replace(known.tracklet, face=SubLabel(name, score))
        return TrackletUpdate(known.tracklet, Step.RECOGNISED, None)

    def apply_row(self, instance: str, row: EventRow, now_s: float) -> TrackletUpdate | None:
        """Fold in what Frigate's HTTP API knows of an event; None if it tells nothing new."""
        key = tracklet_id(instance, row.event_id)
        opened = key not in self._open
        if self._has_ended(key):
            return None
        known = self._open.get(key) or self._begin(_from_row(instance, row))
        self._heard_s[key] = now_s
        closing = row.end_time_s is not None
        known.tracklet = replace(
            known.tracklet,
            last_seen_s=max(known.tracklet.last_seen_s, _row_last_seen(row)),
            sub_label=row.sub_label or known.tracklet.sub_label,
            path=row.path if len(row.path) > len(known.tracklet.path) else known.tracklet.path,
        )
        picture = self._picture_for_row(known, row)
        if closing:
            self._end(key)
            known.tracklet = replace(known.tracklet, state=TrackletState.CLOSED)
        elif not opened and picture is None:
            return None
        return TrackletUpdate(known.tracklet, _step(opened, closing), picture)

    def overdue(self, instance: str, row: EventRow) -> TrackletUpdate | None:
        """The picture of a stored tracklet that ended before one came; None if none is due.

        Asked for once: by this book if not by one before it.
        """
        key = tracklet_id(instance, row.event_id)
        if key in self._open or key in self._ended or row.box is None or not row.has_snapshot:
            return None
        stored = self._recall(key)
        if stored is None or stored.state is not TrackletState.CLOSED:
            return None
        self._remember(key)
        if not self._lacks_crop(key):
            return None
        picture = self._picture_for_row(_Open(stored), row)
        return TrackletUpdate(stored, Step.UPDATED, picture)

    def picture_failed(self, tracklet: str, frame_time_s: float) -> None:
        """The picture could not be had: ask for it again with the next message.

        Where none will come, with the next row of an event that is over.
        """
        known = self._open.get(tracklet)
        if known is None:
            self._ended.pop(tracklet, None)
        elif known.pictured_s == frame_time_s:
            known.pictured_s = None
            known.fetched_at_s = None

    def picture_fetched(self, tracklet: str, frame_time_s: float, at_s: float) -> None:
        """The picture arrived at `at_s`, by the clock that Frigate's frame times use.

        A live picture is always Frigate's newest. When a later message shows a snapshot that
        was taken before `at_s`, what we got may have been that one already.
        """
        known = self._open.get(tracklet)
        if known is not None and known.pictured_s == frame_time_s:
            known.fetched_at_s = at_s

    def hear(self, tracklet: str, now_s: float) -> None:
        """Frigate says that it still tracks this object; unknown ones are no matter."""
        if tracklet in self._open:
            self._heard_s[tracklet] = now_s

    def drop(self, tracklet_ids: Iterable[str]) -> None:
        """These were deleted: what Frigate still tells of them is not wanted."""
        for key in tracklet_ids:
            if key in self._open:
                self._end(key)
            else:
                self._remember(key)

    def forget(self, tracklet: str) -> None:
        """What was told of it got no further: what is told next begins it anew."""
        self._open.pop(tracklet, None)
        self._heard_s.pop(tracklet, None)
        self._ended.pop(tracklet, None)

    def lose(self, tracklet: str) -> TrackletUpdate | None:
        """Give up a tracklet that never got its end; None if it is not open.

        It is not remembered as ended: should Frigate go on with it, it opens again.
        """
        known = self._open.pop(tracklet, None)
        self._heard_s.pop(tracklet, None)
        if known is None:
            return None
        lost = replace(known.tracklet, state=TrackletState.LOST)
        return TrackletUpdate(lost, Step.CLOSED, None)

    def lost(self, now_s: float) -> list[str]:
        """Open tracklets of which nothing was heard for `lost_after_s` seconds.

        Frigate repeats itself at least once a minute, even for a person who stands still.
        """
        return [key for key, heard in self._heard_s.items() if now_s - heard > self._lost_after_s]

    def _picture_for(self, known: _Open, message: TrackedObjectMessage) -> PictureWanted | None:
        snapshot = message.snapshot
        # Without has_snapshot Frigate keeps no picture yet: a person who has not moved.
        if snapshot is None or not message.has_snapshot:
            return None
        if known.pictured_s is not None and snapshot.frame_time_s <= known.pictured_s:
            return None
        known.pictured_s = snapshot.frame_time_s
        known.fetched_at_s = None
        return PictureWanted(
            snapshot.frame_time_s,
            snapshot.box,
            self._others(known.tracklet, snapshot.frame_time_s),
        )

    def _picture_for_row(self, known: _Open, row: EventRow) -> PictureWanted | None:
        if row.box is None or not row.has_snapshot:
            return None
        frame_time_s = row.snapshot_frame_time_s
        if frame_time_s is None:
            # Up to 0.17 a row does not say when its picture was taken: any moment of the
            # tracklet names it well enough, and near-equal crops are not kept twice.
            frame_time_s = known.tracklet.start_s if row.end_time_s is None else _row_last_seen(row)
        if known.pictured_s is not None and frame_time_s <= known.pictured_s:
            return None
        known.pictured_s = frame_time_s
        known.fetched_at_s = None
        return PictureWanted(frame_time_s, row.box)

    def _others(self, tracklet: Tracklet, frame_time_s: float) -> tuple[PixelBox, ...]:
        """Where other people stood on the same camera at that moment, as far as we know."""
        return tuple(
            each.box
            for each in self._open.values()
            if each.box is not None
            and each.tracklet.id != tracklet.id
            and each.tracklet.camera == tracklet.camera
            and each.tracklet.instance == tracklet.instance
            and abs(each.tracklet.last_seen_s - frame_time_s) <= _SAME_MOMENT_S
        )

    def _has_ended(self, key: str) -> bool:
        """Whether the tracklet is over for good; what the store has of others is taken up.

        A lost tracklet is not over: Frigate may go on with it after a long silence.
        """
        if key in self._open:
            return False
        if key in self._ended:
            return True
        stored = self._recall(key)
        if stored is None and not self._is_gone(key):
            return False
        if stored is None or stored.state is TrackletState.CLOSED:
            self._remember(key)
            return True
        self._begin(replace(stored, state=TrackletState.OPEN))
        return False

    def _begin(self, tracklet: Tracklet) -> _Open:
        known = self._open[tracklet.id] = _Open(tracklet)
        return known

    def _end(self, key: str) -> None:
        del self._open[key]
        self._heard_s.pop(key, None)
        self._remember(key)

    def _remember(self, key: str) -> None:
        self._ended[key] = None
        self._ended.move_to_end(key)
        while len(self._ended) > _REMEMBERED_ENDED:
            self._ended.popitem(last=False)


def _step(opened: bool, closing: bool) -> Step:
    if closing:
        return Step.CLOSED
    return Step.OPENED if opened else Step.UPDATED


def _from_message(instance: str, message: TrackedObjectMessage) -> Tracklet:
    return Tracklet(
        id=tracklet_id(instance, message.event_id),
        instance=instance,
        event_id=message.event_id,
        camera=message.camera,
        state=TrackletState.OPEN,
        start_s=message.start_time_s,
        last_seen_s=message.frame_time_s,
    )


def _from_row(instance: str, row: EventRow) -> Tracklet:
    return Tracklet(
        id=tracklet_id(instance, row.event_id),
        instance=instance,
        event_id=row.event_id,
        camera=row.camera,
        state=TrackletState.OPEN,
        start_s=row.start_time_s,
        last_seen_s=_row_last_seen(row),
        zones=row.zones,
    )


def _row_last_seen(row: EventRow) -> float:
    """Last frame with the person; `end_time` is some seconds later, so the path is better."""
    if row.path:
        return max(row.start_time_s, row.path[-1].time_s)
    return row.end_time_s if row.end_time_s is not None else row.start_time_s


def _advanced(tracklet: Tracklet, message: TrackedObjectMessage) -> Tracklet:
    return replace(
        tracklet,
        last_seen_s=max(tracklet.last_seen_s, message.frame_time_s),
        sub_label=message.sub_label,
        zones=message.entered_zones or tracklet.zones,
        path=message.path or tracklet.path,
    )
