"""What the identity engine doubts, and the answers of people."""

from __future__ import annotations

from typing import Final

from reid_service.api.ports import Answer, Commands, Done
from reid_service.associate.evidence import Evidence
from reid_service.associate.revising import Question
from reid_service.errors import NotFound
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.resolver import Resolver
from reid_service.storage.store import Store

_SET_ASIDE: Final = "questions_set_aside"
_MOST_SET_ASIDE: Final = 2000


class SiteDoubts:
    """Asks the engine on the resolver's thread, which owns it."""

    def __init__(
        self, *, store: Store, resolver: Resolver, deciding: Deciding, commands: Commands
    ) -> None:
        self._store = store
        self._resolver = resolver
        self._deciding = deciding
        self._commands = commands

    def questions(self) -> list[Question]:
        """Open questions that nobody set aside, the one first whose answer settles most."""
        with self._store.read() as session:
            aside = set(session.meta.get(_SET_ASIDE, []))
        found = self._resolver.call(self._deciding.questions)
        return [each for each in found if each.id not in aside]

    def answer(self, question_id: str, answer: Answer) -> Done:
        """Merge, tell apart, or set aside."""
        question = next((e for e in self.questions() if e.id == question_id), None)
        if question is None:
            msg = "This question is not open any more. Look at the next one."
            raise NotFound(msg)
        first, second = question.identity_ids
        if answer is not Answer.UNSURE:
            is_one = answer is Answer.SAME
            self._resolver.call(lambda: self._deciding.learn_answer(question, is_one=is_one))
        if answer is Answer.SAME:
            merged = self._commands.merge(None, [first, second], dry_run=False)
            return Done(merged.identity_id, merged.decision_ids)
        if answer is Answer.DIFFERENT:
            return self._commands.distinguish(first, second)
        self._resolver.call(lambda: self._set_aside(question_id))
        return Done(first, ())

    def weigh(self, sighting_id: str, other_id: str) -> Evidence | None:
        """What speaks for two sightings alone being one person."""
        return self._resolver.call(lambda: self._deciding.weigh(sighting_id, other_id))

    def _set_aside(self, question_id: str) -> None:
        with self._store.write() as session:
            aside = [*session.meta.get(_SET_ASIDE, []), question_id]
            session.meta.put(_SET_ASIDE, aside[-_MOST_SET_ASIDE:])
