"""What the identity engine doubts, and the answers of people."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from reid_service.api.ports import Answer, Commands, Done
from reid_service.associate.asking import DAY_S, Question, group_of
from reid_service.associate.branching import Branch
from reid_service.associate.evidence import Evidence
from reid_service.clock import Clock
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.answered import keep_odds
from reid_service.identities.doubting import pairs_left_open
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.resolver import Resolver
from reid_service.storage.store import Session, Store

_SET_ASIDE: Final = "questions_set_aside"
"""Ids of those that earlier versions left open without a word in the ledger."""

_ANSWERED: Final = "questions_answered_s"


class SiteDoubts:
    """Asks the engine on the resolver's thread, which owns it.

    As many questions as `a_day` says are asked within 24 hours, those that are answered included.
    """

    def __init__(
        self,
        *,
        store: Store,
        resolver: Resolver,
        deciding: Deciding,
        commands: Commands,
        clock: Clock,
        a_day: Callable[[], int],
    ) -> None:
        self._store = store
        self._resolver = resolver
        self._deciding = deciding
        self._commands = commands
        self._clock = clock
        self._a_day = a_day

    def questions(self, *, more: bool = False) -> list[Question]:
        """Open questions that nobody left open, the one first whose answer settles most.

        As many as the day has left; all with `more`.
        """
        with self._store.read() as session:
            aside = set(session.meta.get(_SET_ASIDE, []))
            left_open = pairs_left_open(session)
            answered = len(self._answered(session))
        found = self._resolver.call(self._deciding.questions)
        standing = [
            each
            for each in found
            if each.id not in aside and frozenset(each.identity_ids) not in left_open
        ]
        return standing if more else standing[: max(0, self._a_day() - answered)]

    def answer(self, question_id: str, answer: Answer, also: Sequence[str] = ()) -> Done:
        """Merge, tell apart, or leave open; also one that was asked before the day was over."""
        questions = self.questions(more=True)
        question = next((e for e in questions if e.id == question_id), None)
        if question is None:
            msg = "This question is not open any more. Look at the next one."
            raise NotFound(msg)
        if also and not (answer is Answer.SAME and set(also) <= set(group_of(question, questions))):
            msg = "Only people of the question's group can be the same as well. Leave others out."
            raise InvalidRequest(msg)
        done = self._carry_out(question, answer, also)
        settled = () if answer is Answer.UNSURE else done.decision_ids
        asked = dict.fromkeys(settled, question)
        self._resolver.call(lambda: self._note(asked))
        return done

    def leave_open(self, sighting_id: str, identity_id: str) -> Done:
        """Nobody can tell whether the sighting is this person: nothing moves."""
        with self._store.read() as session:
            identity = session.identities.resolve(identity_id)
            whose = session.tracklets.get(sighting_id).identity_id
        if whose == identity.id:
            return self._commands.doubt_sighting(sighting_id, identity.id)
        pair = {whose, identity.id}
        question = next((e for e in self.questions(more=True) if set(e.identity_ids) == pair), None)
        if question is None:
            msg = "This sighting is of somebody else by now. Look again."
            raise Conflict(msg)
        return self.answer(question.id, Answer.UNSURE)

    def weigh(self, sighting_id: str, other_id: str) -> Evidence | None:
        """What speaks for two sightings alone being one person."""
        return self._resolver.call(lambda: self._deciding.weigh(sighting_id, other_id))

    def branches(self, identity_id: str, leg_ids: Collection[str]) -> list[Branch]:
        """Where the route with these legs may have gone on otherwise."""
        return self._resolver.call(lambda: self._deciding.branches(identity_id, leg_ids))

    def _carry_out(self, question: Question, answer: Answer, also: Sequence[str]) -> Done:
        first, second = question.identity_ids
        if answer is Answer.UNSURE:
            return self._commands.doubt_pair(first, second)
        is_one = answer is Answer.SAME
        others = [*dict.fromkeys(e for e in (second, *also) if e != first)]
        said = self._resolver.call(lambda: self._deciding.said(first, others, is_one=is_one))
        if is_one:
            merged = self._commands.merge(None, [first, *others], dry_run=False)
            done = Done(merged.identity_id, merged.decision_ids)
        else:
            done = self._commands.distinguish(first, second)
        [decision_id] = done.decision_ids
        self._resolver.call(lambda: self._deciding.keep_answer(said, decision_id))
        return done

    def _note(self, asked: Mapping[str, Question]) -> None:
        with self._store.write() as session:
            for decision_id, question in asked.items():
                keep_odds(session, decision_id, question.probability)
            answered = [*self._answered(session), self._clock.now_s()]
            session.meta.put(_ANSWERED, answered)

    def _answered(self, session: Session) -> list[float]:
        """When questions were answered within the last day."""
        since_s = self._clock.now_s() - DAY_S
        return [each for each in session.meta.get(_ANSWERED, []) if each > since_s]
