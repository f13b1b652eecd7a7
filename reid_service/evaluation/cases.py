"""From a recording to cases: crops cut as the pipeline cuts them, without a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reid_service.associate.sides import sides_of
from reid_service.domain.boxes import FractionBox
from reid_service.domain.crop import Image, Vector
from reid_service.domain.tracklet import Tracklet
from reid_service.embed.embedder import Embedder
from reid_service.evaluation.simulation import Case, Shot
from reid_service.ingest.crops import CropRules, CutCrop, cut_crop
from reid_service.ingest.frames import open_frame
from reid_service.ingest.payloads import PayloadRejected, parse_event
from reid_service.ingest.tracklets import PictureWanted, TrackletBook
from reid_service.recordings.format import Recording
from reid_service.settings import CropSettings

_INSTANCE: Final = "frigate"
_BATCH: Final = 8
_MOST: Final = 8
_LOST_AFTER_S: Final = 180.0


@dataclass(slots=True, eq=False)
class _Seen:
    """A tracked object and its usable crops: frame time, quality, picture."""

    tracklet: Tracklet
    crops: dict[float, tuple[float, Image]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class CutRecording:
    """What a recording shows of known people, not yet embedded."""

    seen: tuple[_Seen, ...]
    people: Mapping[str, str]

    def cases(self, embedder: Embedder) -> list[Case]:
        """One case for every tracked object with a usable crop, in order of time."""
        keys = [(each, time_s) for each in self.seen for time_s in sorted(each.crops)[:_MOST]]
        vectors: list[Vector] = []
        for start in range(0, len(keys), _BATCH):
            pictures = [each.crops[at][1] for each, at in keys[start : start + _BATCH]]
            vectors.extend(embedder.embed(pictures))
        shots: dict[str, list[Shot]] = {}
        for (each, time_s), vector in zip(keys, vectors, strict=True):
            shot = Shot(time_s, each.crops[time_s][0], vector)
            shots.setdefault(each.tracklet.event_id, []).append(shot)
        cases = [
            Case(
                event_id=each.tracklet.event_id,
                camera=each.tracklet.camera_key,
                start_s=each.tracklet.start_s,
                last_seen_s=each.tracklet.last_seen_s,
                shots=tuple(shots[each.tracklet.event_id]),
                person=self.people[each.tracklet.event_id],
                enters=enters,
                leaves=leaves,
            )
            for each in self.seen
            for enters, leaves in [sides_of(each.tracklet.path, is_open=False)]
            if each.crops
        ]
        return sorted(cases, key=lambda each: (each.start_s, each.event_id))


def cut_recording(recording: Recording, settings: CropSettings) -> CutRecording:
    """Follow the messages and cut a crop wherever the pipeline would. Raises `RecordingError`."""
    book = TrackletBook(lost_after_s=_LOST_AFTER_S, recall=lambda _: None, is_gone=lambda _: False)
    rules = CropRules(
        padding=settings.padding,
        min_height_px=settings.min_height_px,
        min_quality=settings.min_quality,
    )
    seen: dict[str, _Seen] = {}
    for message in recording.messages():
        if not message.topic.endswith("/events"):
            continue
        try:
            event = parse_event(message.payload.encode())
        except PayloadRejected:
            continue
        update = None if event is None else book.apply(_INSTANCE, event, message.t)
        if update is None or update.tracklet.event_id not in recording.truth:
            continue
        known = seen.setdefault(update.tracklet.id, _Seen(update.tracklet))
        known.tracklet = update.tracklet
        if update.picture is not None:
            cut = _cut(recording, update.tracklet, update.picture, rules)
            if cut is not None:
                known.crops[update.picture.frame_time_s] = (cut.quality.score, cut.image)
    people = {event_id: each.person for event_id, each in recording.truth.items()}
    return CutRecording(tuple(seen.values()), people)


def _cut(
    recording: Recording, tracklet: Tracklet, wanted: PictureWanted, rules: CropRules
) -> CutCrop | None:
    file = recording.frame(tracklet.event_id, wanted.frame_time_s)
    frame = None if file is None else open_frame(file.read_bytes())
    if frame is None:
        return None
    box = wanted.box.to_pixels(frame.size) if isinstance(wanted.box, FractionBox) else wanted.box
    cut = cut_crop(frame, box, wanted.others, rules)
    return cut if isinstance(cut, CutCrop) else None
