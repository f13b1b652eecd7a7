"""Between the store and the identity engine: what the engine is told, and what it concludes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from reid_service.associate.asking import Question, across_days, worthwhile
from reid_service.associate.assignment import Assignment
from reid_service.associate.branching import Branch, branches
from reid_service.associate.calibrating import Observation
from reid_service.associate.chain import Chain, Member
from reid_service.associate.edges import Edge, EdgeRules
from reid_service.associate.engine import Engine
from reid_service.associate.evidence import Evidence
from reid_service.associate.expecting import Outlook, outlook
from reid_service.associate.movements import Movements
from reid_service.associate.revising import Merge, Move, Reviser, Split
from reid_service.associate.sides import sides_of
from reid_service.associate.transit import Transit
from reid_service.domain.centring import Centring
from reid_service.domain.floorplan import CameraKey
from reid_service.pipeline.sightings import OpenSighting, load_sighting
from reid_service.storage.recent import RecentSighting, recent_sightings, seen_most
from reid_service.storage.store import Session
from reid_service.storage.templates import PooledSighting, newest_sightings

_KEY: Final = "movements"
_ANSWERS: Final = "answers_by_decision"
_MOST_ANSWERS: Final = 500
_EARLIER_S: Final = 7 * 86400.0
_MOST_EARLIER: Final = 100
"""Whom of earlier days somebody is asked about: of a week, and the most important."""


class Judge:
    """The engine with the sightings of the last `remembered_s` seconds.

    Nothing is changed in the store here. What is held equals what was committed, or is loaded
    anew.
    """

    def __init__(
        self, engine: Engine, reviser: Reviser, model_id: str, *, remembered_s: float
    ) -> None:
        self._engine = engine
        self._reviser = reviser
        self._model_id = model_id
        self._remembered_s = remembered_s
        self._centring = Centring()
        self._earlier: list[Chain] | None = None

    def load(
        self, session: Session, centring: Centring, now_s: float, *, until_s: float | None = None
    ) -> None:
        """Hold what the store says of the last hours, with `until_s` of nothing later."""
        self._centring = centring
        since_s = now_s - self._remembered_s
        stored = session.meta.get(_KEY)
        # What was not yet learned for good is counted before it is let go.
        from_s = since_s if stored is None else min(since_s, stored["until_s"])
        recent = recent_sightings(session, from_s, self._model_id, until_s=until_s)
        self._engine.start(
            ((self._known(each), each.identity_id) for each in recent),
            past=None if stored is None else Movements.from_json(stored["past"]),
            past_until_s=None if stored is None else stored["until_s"],
        )
        self._engine.forget_before(since_s)
        rules = session.plan.rules()
        self._engine.rules = EdgeRules({(a.place, b.place): each for (a, b), each in rules.items()})
        self.recentre(centring)
        self.learn_people(session)
        answers = session.meta.get(_ANSWERS, [])
        undone = session.history.undone(each["decision_id"] for each in answers)
        self._engine.answers = [
            Observation.from_answer(each["says"])
            for each in answers
            if each["decision_id"] not in undone
        ]
        self._engine.learn(now_s)
        self._engine.touch_all()
        self._reviser.forget()
        self._earlier = None

    def learn_people(self, session: Session) -> None:
        """Names, and who people said is not whom."""
        live = session.identities.live()
        self._engine.names.clear()
        self._engine.names.update({e.id: e.name for e in live if e.name is not None})
        known = {each.id: each for each in live}
        pairs = set()
        for each in session.identities.told_apart():
            first = session.identities.resolve(each.id).id
            for other in each.distinct_from:
                found = session.identities.find(other)
                if found is not None:
                    pairs.add(frozenset((first, session.identities.resolve(other).id)))
        self._engine.distinct = {each for each in pairs if len(each) == 2 and each <= known.keys()}

    def led_on(self, session: Session, identity_ids: Iterable[str]) -> None:
        """These lead to others now: what people said of them holds there."""
        gone = set(identity_ids)
        if gone & self._engine.names.keys() or any(gone & e for e in self._engine.distinct):
            self.learn_people(session)

    def said(self, first_id: str, other_ids: Iterable[str], *, is_one: bool) -> list[Observation]:
        """What a person teaches who says whether others are one person with the first.

        Nothing where one of two is not held any more.
        """
        first = self._engine.roster.chain(first_id)
        others = (self._engine.roster.chain(each) for each in other_ids)
        return [
            Observation.of_answer(first, other, is_one=is_one)
            for other in others
            if first is not None and other is not None
        ]

    def keep_answer(self, session: Session, said: Iterable[Observation], decision_id: str) -> None:
        """The curve is fitted to what was said, for as long as the decision stands."""
        stored = session.meta.get(_ANSWERS, [])
        stored += [{"says": each.to_json(), "decision_id": decision_id} for each in said]
        session.meta.put(_ANSWERS, stored[-_MOST_ANSWERS:])

    def are_distinct(self, identity_id: str, other_id: str) -> bool:
        """Whether people said that these two are two."""
        return frozenset((identity_id, other_id)) in self._engine.distinct

    def weigh(self, session: Session, tracklet_id: str, other_id: str) -> Evidence | None:
        """What speaks for two tracklets alone being one person.

        None where looks are not kept, or one camera saw both at once. Raises `NotFound`.
        """
        sightings = []
        for key in (tracklet_id, other_id):
            stored = session.tracklets.get(key)
            sightings.append(load_sighting(session, stored.tracklet, stored, self._model_id))
        if not all(each.shots for each in sightings):
            return None
        first, second = (Chain("", [self._member(each)]) for each in sightings)
        return self._engine.weigher.chains(first, second)

    def branches(self, identity_id: str, leg_ids: Collection[str]) -> list[Branch]:
        """Where the route with these legs may have gone on otherwise."""
        return branches(self._engine, identity_id, leg_ids)

    def recentre(self, centring: Centring) -> None:
        """Embeddings are centred anew."""
        self._centring = centring
        self._earlier = None
        self._engine.recentre(
            lambda m: centring.apply(CameraKey.of_place(m.place), m.raw), centring.warmth
        )

    def decide(self, sighting: OpenSighting, company: Sequence[OpenSighting]) -> list[Assignment]:
        """Who it is, and who those beside it are if that moves them."""
        return self._engine.decide(
            self._member(sighting),
            [self._member(each) for each in company],
            firm=sighting.is_over,
        )

    def put(self, sighting: OpenSighting) -> None:
        """It has this identity now, or other looks."""
        if sighting.identity_id is None or not sighting.shots:
            self._engine.drop(sighting.tracklet.id)
        else:
            self._engine.put(self._member(sighting), sighting.identity_id)

    def drop(self, tracklet_ids: Iterable[str]) -> None:
        """These were deleted."""
        for each in tracklet_ids:
            self._engine.drop(each)

    def closed(self, session: Session, now_s: float) -> None:
        """A tracklet was decided for good: now and then it is time to learn how people move."""
        if not self._engine.note_end():
            return
        if self._engine.forget_before(now_s - self._remembered_s):
            past = self._engine.past.to_json()
            session.meta.put(_KEY, {"past": past, "until_s": self._engine.past_until_s})
            self._earlier = None
        self._engine.learn(now_s)

    def transit(self) -> Transit:
        """What is known of the ways between cameras by now; callable from any thread."""
        return self._engine.weigher.transit

    def edges(self) -> list[Edge]:
        """What is known of the ways between cameras."""
        return self.transit().edges()

    def outlook(self, identity_id: str, now_s: float) -> Outlook | None:
        """Where somebody is expected next; None if they were not seen lately."""
        chain = self._engine.roster.chain(identity_id)
        if chain is None:
            return None
        last = max(chain.members, key=lambda each: (each.is_open, each.last_seen_s))
        return outlook(self._engine.weigher.transit, last, now_s)

    def revision(self, now_s: float) -> Merge | Split | Move | None:
        """The next revision that is due; to be committed and told with `moved`."""
        return self._reviser.next(now_s)

    def questions(self, session: Session, now_s: float) -> list[Question]:
        """What only a person can settle, the most worthwhile first; also about earlier days."""
        if self._earlier is None:
            self._earlier = self._seen_earlier(session, now_s)
        asked = [*self._reviser.questions(), *across_days(self._engine, self._earlier)]
        return worthwhile(asked)

    def members(self, identity_id: str) -> list[Member]:
        """Of an identity, those that are held."""
        chain: Chain | None = self._engine.roster.chain(identity_id)
        return [] if chain is None else list(chain.members)

    def moved(self, members: Iterable[Member], identity_id: str) -> None:
        """It is committed that these are of this identity."""
        for each in members:
            self._engine.put(each, identity_id)

    def _seen_earlier(self, session: Session, now_s: float) -> list[Chain]:
        """People of the last days who are not held any more, as far as one can ask about them."""
        held = [each.identity_id for each in self._engine.roster]
        since_s = now_s - self._remembered_s
        ids = seen_most(session, now_s - _EARLIER_S, since_s, without=held, limit=_MOST_EARLIER)
        found = newest_sightings(session, ids, self._model_id)
        return [
            Chain(key, [self._pooled(each) for each in sightings])
            for key, sightings in found.items()
        ]

    def _pooled(self, earlier: PooledSighting) -> Member:
        return Member(
            tracklet_id=earlier.tracklet_id,
            place=earlier.camera.place,
            start_s=earlier.start_s,
            last_seen_s=earlier.newest_s,
            vector=self._centring.apply(earlier.camera, earlier.vector),
            raw=earlier.vector,
        )

    def _member(self, sighting: OpenSighting) -> Member:
        tracklet, raw = sighting.tracklet, sighting.pooled
        enters, leaves = sides_of(tracklet.path, is_open=not sighting.is_over)
        return Member(
            tracklet_id=tracklet.id,
            place=tracklet.camera_key.place,
            start_s=tracklet.start_s,
            last_seen_s=tracklet.last_seen_s,
            vector=self._centring.apply(tracklet.camera_key, raw),
            raw=raw,
            face=None if tracklet.face is None else tracklet.face.text,
            pinned=sighting.by_hand,
            is_open=not sighting.is_over,
            enters=enters,
            leaves=leaves,
        )

    def _known(self, recent: RecentSighting) -> Member:
        enters, leaves = sides_of(recent.path, is_open=recent.is_open)
        return Member(
            tracklet_id=recent.tracklet_id,
            place=CameraKey(recent.instance, recent.camera).place,
            start_s=recent.start_s,
            last_seen_s=recent.last_seen_s,
            vector=recent.vector,
            raw=recent.vector,
            face=recent.face,
            pinned=recent.vouched,
            is_open=recent.is_open,
            enters=enters,
            leaves=leaves,
        )
