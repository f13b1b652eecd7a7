"""Folds the service's answers and events into presence and episodes. Pure, as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from .client.events import (
    Event,
    HandoffEvent,
    HealthEvent,
    IdentityChanged,
    QuestionsChanged,
    ReappearanceEvent,
    SightingEvent,
)
from .client.models import Health, Identity, Info, Question, Questions, Sighting
from .episodes import Episodes
from .occurrences import Kind, Occurrence
from .presence import Site, Track
from .state import PersonState, SiteState, SlowFacts

# Long enough for any day, however the clocks change.
_STRANGERS_KEPT_S: Final = 2 * 86_400.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the service must be asked about: whom, the sightings that go on, its own questions."""

    identities: frozenset[str]
    sightings: bool
    questions: bool


class Observer:
    """One service as its integration sees it."""

    info: Info
    health: Health

    def __init__(self, *, away_after_s: float, hold_s: float) -> None:
        self.site = Site(away_after_s=away_after_s)
        self._episodes = Episodes(hold_s=hold_s)
        self._questions_open: int | None = None
        self._questions_known: set[str] | None = None
        self._ask_sightings = False
        self._ask_questions = False
        self._last_problem: str | None = None

    # Everything at once

    def load(
        self,
        *,
        info: Info,
        health: Health,
        people: Iterable[Identity],
        strangers: Iterable[Identity],
        sightings: Iterable[Sighting],
        owners: Mapping[str, Identity],
        pictures: Mapping[str, str],
        now: float,
        quietly: bool,
    ) -> list[Occurrence]:
        """Take over everything; `quietly` at the start, when nothing is news."""
        self.set_info(info, now)
        self._set_health(health)
        people = list(people)
        self.site.keep_only({each.id for each in people})
        for each in (*people, *owners.values()):
            self.site.describe(each)
        for stranger in strangers:
            if stranger.last_seen_s is not None:
                self.site.unknown_seen.setdefault(stranger.id, stranger.last_seen_s)
        happened = self.site.reconcile(sightings, owners, now)
        self._set_pictures(pictures)
        self._follow_up(happened)
        for track in self.site.tracks.values():
            if track.is_unknown:
                for event in track.open.values():
                    self._episodes.seen(event, now, quietly=quietly)
        return [] if quietly else happened

    # Events

    def take(self, event: Event, now: float) -> list[Occurrence]:
        """What an event means."""
        match event:
            case SightingEvent():
                return self._sighting(event, now)
            case HandoffEvent():
                return self.site.handoff(event)
            case ReappearanceEvent():
                self._episodes.back(event)
                return self.site.reappearance(event)
            case IdentityChanged():
                self._identity_changed(event)
            case HealthEvent():
                self._set_health(event.health)
            case QuestionsChanged():
                self._questions_open = event.open
                self._ask_questions = True
            case _:
                pass
        return []

    def _sighting(self, event: SightingEvent, now: float) -> list[Occurrence]:
        happened = self.site.sighting(event, now)
        track = self.site.tracks.get(event.identity_id)
        if track is not None and track.on_site and track.is_unknown:
            self._episodes.seen(event, now)
        else:
            self._episodes.end(event.identity_id)
        self._follow_up(happened)
        return happened

    def _identity_changed(self, event: IdentityChanged) -> None:
        if event.change == "created":
            return  # a sighting follows
        if event.change == "forgotten":
            self.site.forget(event.identity_id)
            self._episodes.end(event.identity_id)
            return
        self.site.stale.add(event.identity_id)
        if event.other_identity_id is not None:
            self.site.stale.add(event.other_identity_id)
        if event.sighting_ids or event.change == "merged":
            self._ask_sightings = True

    def _follow_up(self, happened: Iterable[Occurrence]) -> None:
        """Episodes end with the visit, and with a visit that never was."""
        for each in happened:
            if each.kind is Kind.LEFT:
                self._episodes.left(each.identity_id)
        for identity_id in self.site.stale:
            if identity_id not in self.site.tracks:
                self._episodes.end(identity_id)

    # Questions to the service

    @property
    def has_questions(self) -> bool:
        """Whether the service must be asked something."""
        return bool(self.site.stale) or self._ask_sightings or self._ask_questions

    def take_questions(self) -> Wanted:
        """What to ask now; afterwards nothing is open."""
        wanted = Wanted(frozenset(self.site.stale), self._ask_sightings, self._ask_questions)
        self.site.stale.clear()
        self._ask_sightings = self._ask_questions = False
        return wanted

    def put_back(self, wanted: Wanted) -> None:
        """It could not be asked: it is open still."""
        self.site.stale |= wanted.identities
        self._ask_sightings |= wanted.sightings
        self._ask_questions |= wanted.questions

    def answered(
        self,
        people: Mapping[str, Identity | None],
        sightings: Iterable[Sighting] | None,
        owners: Mapping[str, Identity],
        pictures: Mapping[str, str],
        now: float,
    ) -> list[Occurrence]:
        """Take over the answers; None for somebody who is no more."""
        for asked_id, identity in people.items():
            if identity is None:
                self.site.forget(asked_id)
                self._episodes.end(asked_id)
                continue
            self.site.describe(identity)
            if identity.id != asked_id:
                self._merged(asked_id, identity)
            elif identity.name is not None or identity.hidden:
                self._episodes.end(asked_id)
        happened: list[Occurrence] = []
        if sightings is not None:
            for each in owners.values():
                self.site.describe(each)
            happened = self.site.reconcile(sightings, owners, now)
        self._set_pictures(pictures)
        self._follow_up(happened)
        return happened

    def _merged(self, asked_id: str, into: Identity) -> None:
        self.site.forget(asked_id)
        if into.name is not None or into.hidden:
            self._episodes.end(asked_id)
        else:
            self._episodes.became(asked_id, into.id, into.label)

    def questions(self, found: Questions | None, at_s: float) -> list[Occurrence]:
        """What the service asks people; the first time nothing of it is news."""
        if found is None:
            return []
        known = self._questions_known
        self._questions_known = {each.id for each in found.items} | (known or set())
        if known is None:
            return []
        return [_asked(each, at_s) for each in found.items if each.id not in known]

    def has_picture(self, identity_id: str) -> bool:
        """Whether the latest picture of a person is known."""
        track = self.site.tracks.get(identity_id)
        return track is not None and track.crop_id is not None

    def _set_pictures(self, pictures: Mapping[str, str]) -> None:
        for identity_id, crop_id in pictures.items():
            track = self.site.tracks.get(identity_id)
            if track is not None and track.crop_id is None:
                track.crop_id = crop_id

    # Time

    def next_due(self) -> float | None:
        """When something is due at the earliest."""
        times = [self.site.next_due(), self._episodes.next_due()]
        return min((each for each in times if each is not None), default=None)

    def due(self, now: float) -> list[Occurrence]:
        """Visits that are over."""
        happened = self.site.due(now)
        self._follow_up(happened)
        return happened

    def due_episodes(self, now: float) -> list[str]:
        """Unknown people to be asked about and then told of."""
        return [each.identity_id for each in self._episodes.due(now)]

    def end_episode(self, identity_id: str) -> None:
        """Nobody is to be told of."""
        self._episodes.end(identity_id)

    def resolve(
        self, asked_id: str, identity: Identity, questions: Questions | None, now: float
    ) -> list[Occurrence]:
        """What is to be told, now that the service said who it is."""
        self.site.describe(identity)
        if identity.name is not None or identity.hidden:
            self._episodes.end(asked_id)
            return []
        if identity.id != asked_id:
            self._merged(asked_id, identity)
        return self.tell_episode(identity.id, questions, now)

    def tell_episode(
        self, identity_id: str, questions: Questions | None, now: float
    ) -> list[Occurrence]:
        """Tell of an unknown person, with the question about them if there is one."""
        track = self.site.tracks.get(identity_id)
        told = self._episodes.tell(identity_id, now, on_site=track is not None and track.on_site)
        return [] if told is None else [with_question(told, questions)]

    # The picture of it all

    def state(self, before: SiteState | None, slow: SlowFacts, midnight_s: float) -> SiteState:
        """The site now; people of whom nothing changed are the same objects as `before`."""
        old = before.people if before is not None else {}
        tracks = self.site.tracks.values()
        shown = [_person(each, old.get(each.identity_id)) for each in tracks if each.is_person]
        here = [each for each in tracks if each.on_site and not each.hidden]
        if self._questions_open is not None:
            slow = replace(slow, questions_open=self._questions_open)
        return SiteState(
            info=self.info,
            health=self.health,
            people={each.identity_id: each for each in shown},
            others_on_site=sum(each.named and not each.is_person for each in here),
            unknown=tuple(_person(each, None) for each in here if each.is_unknown),
            unknown_today=sum(at_s >= midnight_s for at_s in self.site.unknown_seen.values()),
            slow=slow,
            last_problem=self._last_problem,
        )

    def set_info(self, info: Info, now: float) -> None:
        """Take over what the service is, and the site's time."""
        self.info = info
        self.site.set_clock(info.now_s, now)
        self.site.forget_strangers(info.now_s - _STRANGERS_KEPT_S)

    def _set_health(self, health: Health) -> None:
        self.health = health
        if health.problems:
            self._last_problem = health.problems[0]


def with_question(told: Occurrence, questions: Questions | None) -> Occurrence:
    """The same with the open question about the person, if there is one."""
    for each in questions.items if questions else ():
        other = {each.a.id: each.b, each.b.id: each.a}.get(told.identity_id)
        if other is not None:
            return replace(
                told,
                review_id=each.id,
                other_identity_id=other.id,
                other_label=other.label,
                other_crop_id=other.crop_id,
                probability=each.probability,
            )
    return told


def _asked(question: Question, at_s: float) -> Occurrence:
    a, b = question.a, question.b
    return Occurrence(
        kind=Kind.QUESTION,
        identity_id=a.id,
        label=a.label,
        named=a.name is not None,
        camera=b.last_camera,
        at_s=at_s,
        crop_id=a.crop_id,
        review_id=question.id,
        other_identity_id=b.id,
        other_label=b.label,
        other_crop_id=b.crop_id,
        probability=question.probability,
    )


def _person(track: Track, before: PersonState | None) -> PersonState:
    now = PersonState(
        identity_id=track.identity_id,
        name=track.name or track.label,
        camera=track.camera,
        last_camera=track.last_camera,
        last_seen_s=track.last_seen_s,
        on_site=track.on_site,
        crop_id=track.crop_id,
    )
    return before if before is not None and now == before else now
