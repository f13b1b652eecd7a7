"""Who is where: sightings become visits. Pure: no clock, no I/O, no Home Assistant.

A visit begins with the first sighting of somebody who was away, and ends once nobody has seen
them for `away_after_s`. Two clocks are at work. The site's is that of the cameras' pictures: it
tells how long somebody was away. The observer's (`now`, any that only goes forward) tells when
silence has lasted long enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .client.events import HandoffEvent, ReappearanceEvent, SightingEvent
from .client.models import Identity, Sighting
from .occurrences import Kind, Occurrence

_REMEMBERED_REAPPEARANCES = 256


@dataclass(slots=True)
class Track:
    """What is known of one identity; `open` are the sightings that go on, oldest first."""

    identity_id: str
    label: str
    name: str | None = None
    named: bool = False
    hidden: bool = False
    exposed: bool = False
    on_site: bool = False
    open: dict[str, SightingEvent] = field(default_factory=dict)
    visit: set[str] = field(default_factory=set)
    quiet_since: float | None = None
    last_seen_s: float | None = None
    last_camera: str | None = None
    crop_id: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether Home Assistant shows them: named and exposed by the user."""
        return self.exposed and not self.hidden and self.name is not None

    @property
    def is_unknown(self) -> bool:
        """Whether they count as unknown."""
        return not self.named and not self.hidden

    @property
    def camera(self) -> str | None:
        """The camera in whose sight they came last, None when in nobody's."""
        if not self.open:
            return None
        return max(self.open.values(), key=lambda each: each.start_s).camera

    def describe(self, identity: Identity) -> None:
        """Take over what the service says of them."""
        self.label, self.name = identity.label, identity.name
        self.named = identity.name is not None
        self.hidden, self.exposed = identity.hidden, identity.exposed
        if not self.open:
            self.last_seen_s, self.last_camera = identity.last_seen_s, identity.last_camera

    def note(self, event: SightingEvent) -> None:
        """Take over what a sighting shows, unless a later one is known."""
        self.label, self.named = event.label, event.named
        if self.last_seen_s is not None and event.last_seen_s < self.last_seen_s:
            return
        self.last_seen_s, self.last_camera = event.last_seen_s, event.camera
        self.crop_id = event.crop_id or self.crop_id


class Site:
    """Everybody who is on site, and every person whom Home Assistant shows.

    `stale` collects the ids of those whom the service must be asked about: what is known of
    them was taken back.
    """

    def __init__(self, *, away_after_s: float) -> None:
        self._away_after_s = away_after_s
        self._owners: dict[str, str] = {}
        self._told: dict[tuple[str, str], None] = {}
        self._ahead_s = 0.0
        self._hidden: set[str] = set()
        self.tracks: dict[str, Track] = {}
        self.unknown_seen: dict[str, float] = {}
        self.stale: set[str] = set()

    def site_now_s(self, now: float) -> float:
        """The site's time, as far as it is known."""
        return now + self._ahead_s

    def set_clock(self, site_now_s: float, now: float) -> None:
        """The service says that the site's time is `site_now_s` at `now`."""
        self._ahead_s = site_now_s - now

    # Facts from the service

    def describe(self, identity: Identity) -> None:
        """What the service says of somebody; those who matter to nobody are not kept."""
        (self._hidden.add if identity.hidden else self._hidden.discard)(identity.id)
        if identity.hidden or identity.name is not None:
            self.unknown_seen.pop(identity.id, None)
        track = self.tracks.get(identity.id)
        if track is None:
            if not identity.exposed:
                return
            track = self._new_track(identity.id, identity.label)
        track.describe(identity)
        self._drop_if_idle(track)

    def forget(self, identity_id: str) -> None:
        """Somebody is no more, by deletion or because others took them in."""
        track = self.tracks.pop(identity_id, None)
        self.unknown_seen.pop(identity_id, None)
        for sighting_id in track.visit if track else ():
            self._owners.pop(sighting_id, None)

    def forget_strangers(self, before_s: float) -> None:
        """Those who were seen before belong to another day."""
        for identity_id, seen_s in list(self.unknown_seen.items()):
            if seen_s < before_s:
                del self.unknown_seen[identity_id]

    def keep_only(self, identity_ids: set[str]) -> None:
        """Forget those shown persons who are not among `identity_ids`, unless they are on site."""
        for track in [each for each in self.tracks.values() if each.exposed]:
            if track.identity_id not in identity_ids:
                track.exposed = False
                if not track.on_site:
                    self.forget(track.identity_id)

    def reconcile(
        self, sightings: Iterable[Sighting], people: Mapping[str, Identity], now: float
    ) -> list[Occurrence]:
        """Make `sightings` those that go on, so that nothing missed meanwhile is lost.

        `people` are those whose sightings they are.
        """
        given = {each.id: each for each in sightings if each.identity_id in people}
        happened: list[Occurrence] = []
        for track in list(self.tracks.values()):
            for sighting_id, event in list(track.open.items()):
                known = given.get(sighting_id)
                if known is None:
                    self._close(track, event, now)
                elif known.identity_id != track.identity_id:
                    self._withdraw(track, sighting_id, now)
        for each in given.values():
            if self._owners.get(each.id) != each.identity_id:
                happened += self.sighting(_as_event(each, people[each.identity_id or ""]), now)
        return happened

    # Events

    def sighting(self, event: SightingEvent, now: float) -> list[Occurrence]:
        """Somebody is, or was, on a camera."""
        if event.last_seen_s > self.site_now_s(now):
            self.set_clock(event.last_seen_s, now)
        owner = self._owners.get(event.sighting_id)
        if owner is not None and owner != event.identity_id:
            if owner in self.tracks:
                self._withdraw(self.tracks[owner], event.sighting_id, now)
            self._owners.pop(event.sighting_id, None)
        track = self.tracks.get(event.identity_id)
        if track is None:
            track = self._new_track(event.identity_id, event.label)
        if self._is_history(track, event, now):
            track.note(event)
            self._drop_if_idle(track)
            return []
        happened = self._visit(track, event)
        track.note(event)
        self._owners[event.sighting_id] = event.identity_id
        track.visit.add(event.sighting_id)
        if event.phase == "firm":
            self._close(track, event, now)
        else:
            track.open[event.sighting_id] = event
            track.quiet_since = None
        if track.is_unknown:
            self.unknown_seen[event.identity_id] = event.last_seen_s
        else:
            self.unknown_seen.pop(event.identity_id, None)
        return happened

    def handoff(self, event: HandoffEvent) -> list[Occurrence]:
        """Somebody walked from one camera to another."""
        track = self.tracks.get(event.identity_id)
        kinds = [Kind.HANDOFF]
        if track is not None and track.is_person:
            kinds.append(Kind.MOVED)
        named, crop_id = _shown_as(track)
        return [Occurrence.of_handoff(k, event, named=named, crop_id=crop_id) for k in kinds]

    def reappearance(self, event: ReappearanceEvent) -> list[Occurrence]:
        """Somebody is back; each sighting of a person is told once."""
        key = (event.identity_id, event.sighting_id)
        if key in self._told:
            return []
        self._told[key] = None
        if len(self._told) > _REMEMBERED_REAPPEARANCES:
            del self._told[next(iter(self._told))]
        named, crop_id = _shown_as(self.tracks.get(event.identity_id))
        return [Occurrence.of_reappearance(event, named=named, crop_id=crop_id)]

    # Time

    def due(self, now: float) -> list[Occurrence]:
        """Whose visit is over."""
        happened = []
        for track in list(self.tracks.values()):
            quiet = track.quiet_since
            if track.on_site and quiet is not None and now >= quiet + self._away_after_s:
                happened.append(self._leave(track))
                self._drop_if_idle(track)
        return happened

    def next_due(self) -> float | None:
        """When `due` has something to say at the earliest."""
        quiet = [
            each.quiet_since
            for each in self.tracks.values()
            if each.on_site and each.quiet_since is not None
        ]
        return min(quiet) + self._away_after_s if quiet else None

    # Inside

    def _is_history(self, track: Track, event: SightingEvent, now: float) -> bool:
        """Whether a sighting is one that the service only learned of now, and long over."""
        if event.phase != "firm" or event.sighting_id in track.visit:
            return False
        return self.site_now_s(now) - event.last_seen_s > self._away_after_s

    def _visit(self, track: Track, event: SightingEvent) -> list[Occurrence]:
        happened = []
        last_s, last_camera = track.last_seen_s, track.last_camera
        away_s = None if last_s is None else event.start_s - last_s
        if track.on_site and not track.open and (away_s or 0.0) > self._away_after_s:
            happened.append(self._leave(track))
        if not track.on_site:
            track.on_site = True
            happened.append(
                Occurrence.of_sighting(
                    Kind.ARRIVED, event, previous_camera=last_camera, away_s=away_s
                )
            )
        return happened

    def _leave(self, track: Track) -> Occurrence:
        for sighting_id in track.visit:
            self._owners.pop(sighting_id, None)
        track.visit.clear()
        track.on_site, track.quiet_since = False, None
        return Occurrence(
            kind=Kind.LEFT,
            identity_id=track.identity_id,
            label=track.label,
            named=track.named,
            camera=track.last_camera,
            at_s=track.last_seen_s or 0.0,
            crop_id=track.crop_id,
        )

    def _close(self, track: Track, event: SightingEvent, now: float) -> None:
        track.open.pop(event.sighting_id, None)
        if not track.open and track.quiet_since is None:
            track.quiet_since = now

    def _withdraw(self, track: Track, sighting_id: str, now: float) -> None:
        """A sighting was somebody else's: a visit that rests on it alone never was."""
        track.open.pop(sighting_id, None)
        track.visit.discard(sighting_id)
        self._owners.pop(sighting_id, None)
        self.stale.add(track.identity_id)
        if not track.visit:
            track.on_site, track.quiet_since = False, None
            self.unknown_seen.pop(track.identity_id, None)
            self._drop_if_idle(track)
        elif not track.open and track.quiet_since is None:
            track.quiet_since = now

    def _drop_if_idle(self, track: Track) -> None:
        if not track.exposed and not track.on_site:
            self.tracks.pop(track.identity_id, None)

    def _new_track(self, identity_id: str, label: str) -> Track:
        track = Track(identity_id, label, hidden=identity_id in self._hidden)
        self.tracks[identity_id] = track
        return track


def _shown_as(track: Track | None) -> tuple[bool, str | None]:
    """Whether somebody has a name, and their latest picture."""
    return (False, None) if track is None else (track.named, track.crop_id)


def _as_event(sighting: Sighting, identity: Identity) -> SightingEvent:
    return SightingEvent(
        phase="updated",
        sighting_id=sighting.id,
        frigate_instance=sighting.frigate_instance,
        event_id=sighting.event_id,
        camera=sighting.camera,
        identity_id=identity.id,
        label=identity.label,
        named=identity.name is not None,
        start_s=sighting.start_s,
        last_seen_s=sighting.last_seen_s,
        outcome="accept",
        similarity=None,
        crop_id=sighting.crop_id,
    )
