"""What the engine doubts, as a test states it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from reid_service.api.ports import Answer, Commands, Done
from reid_service.associate.asking import Question
from reid_service.associate.branching import Branch
from reid_service.associate.evidence import Evidence
from reid_service.errors import NotFound


@dataclass
class StatedDoubts:
    """Open questions and an evidence as a test states them; answers become commands.

    `fails` is raised instead of weighing.
    """

    commands: Commands
    asked: list[Question] = field(default_factory=list)
    evidence: Evidence | None = None
    weighed: list[tuple[str, str]] = field(default_factory=list)
    branching: list[Branch] = field(default_factory=list)
    branched: list[str] = field(default_factory=list)
    fails: Exception | None = None
    a_day: int = 9

    def questions(self, *, more: bool = False) -> list[Question]:
        """Those of the test."""
        return self.asked[: None if more else self.a_day]

    def answer(self, question_id: str, answer: Answer, also: Sequence[str] = ()) -> Done:
        """Merge, tell apart, or leave open."""
        question = next((each for each in self.asked if each.id == question_id), None)
        if question is None:
            msg = "This question is not open any more."
            raise NotFound(msg)
        self.asked.remove(question)
        first, second = question.identity_ids
        if answer is Answer.SAME:
            merged = self.commands.merge(first, [second, *also], dry_run=False)
            return Done(merged.identity_id, merged.decision_ids)
        if answer is Answer.DIFFERENT:
            return self.commands.distinguish(first, second)
        return self.commands.doubt_pair(first, second)

    def leave_open(self, sighting_id: str, identity_id: str) -> Done:
        """Of whoever has it."""
        return self.commands.doubt_sighting(sighting_id, identity_id)

    def weigh(self, sighting_id: str, other_id: str) -> Evidence | None:
        """What the test says, whoever the two are."""
        self.weighed.append((sighting_id, other_id))
        if self.fails is not None:
            raise self.fails
        return self.evidence

    def branches(self, identity_id: str, leg_ids: Collection[str]) -> list[Branch]:
        """Those of the test that are of these legs."""
        self.branched.append(identity_id)
        return [each for each in self.branching if each.leg_id in leg_ids]
