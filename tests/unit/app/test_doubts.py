"""What the engine doubts is asked, and the answers of people hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from reid_service.api.ports import Answer
from reid_service.app.doubts import SiteDoubts
from reid_service.associate.asking import DAY_S, Question
from reid_service.domain.crop import Vector
from reid_service.domain.identity import SYSTEM_ACTOR, DecisionKind
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.acting import acting
from reid_service.identities.doubting import is_doubted, pairs_left_open
from tests.unit.app.test_commands import Office
from tests.unit.associate.people import look, seen, weighing
from tests.unit.pipeline.site import DIMENSION


def shown(like: float, person: int = 1) -> Vector:
    """Somebody who looks a little like the first person."""
    vector = np.zeros(DIMENSION, np.float32)
    vector[0], vector[person] = like, (1.0 - like**2) ** 0.5
    return vector


class Desk:
    """The doubts of a site that has seen two who may be one."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder)
        self.site = self.office.site
        self.doubts = SiteDoubts(
            store=self.site.store,
            resolver=self.office.resolver,
            deciding=self.site.deciding,
            commands=self.office.commands,
            clock=self.site.clock,
            a_day=lambda: 2,
        )
        self.first = self.site.known("a", 0)
        self.passes("b", 1000.0, 0.2)
        self.second = self.office.who("b")

    def passes(self, event_id: str, at_s: float, like: float, person: int = 1) -> None:
        walker = self.site.walker(event_id, start_s=at_s)
        walker.ends(at_s + 1.0, shown(like, person))

    def somebody_else_passes(self, event_id: str, at_s: float) -> None:
        """The engine looks again at all the others."""
        self.site.known(event_id, 6, at_s=at_s)

    def question(self) -> Question:
        [found] = self.doubts.questions()
        return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.office.resolver.start()
    yield made
    made.office.resolver.stop()
    made.site.store.close()


def test_two_who_may_be_one_are_asked_about(desk: Desk) -> None:
    question = desk.question()
    assert set(question.identity_ids) == {desk.first, desk.second}
    assert 0.3 <= question.probability < 0.99


@pytest.mark.parametrize("answer", list(Answer))
def test_what_was_answered_never_comes_back(desk: Desk, answer: Answer) -> None:
    question = desk.question()
    done = desk.doubts.answer(question.id, answer)
    assert done.identity_id in question.identity_ids
    assert desk.doubts.questions() == []
    with pytest.raises(NotFound, match="not open any more"):
        desk.doubts.answer(question.id, answer)
    desk.somebody_else_passes("x", 2000.0)
    desk.site.restart()
    desk.somebody_else_passes("y", 3000.0)
    assert question.id not in [each.id for each in desk.doubts.questions()]


def test_the_same_are_merged_into_the_older_one(desk: Desk) -> None:
    done = desk.doubts.answer(desk.question().id, Answer.SAME)
    assert done.identity_id == desk.first
    assert desk.site.resolved(desk.second) == desk.first
    assert len(done.decision_ids) == 1


def test_of_the_same_the_named_one_stays(desk: Desk) -> None:
    desk.office.commands.rename(desk.second, "Anna")
    desk.somebody_else_passes("x", 2000.0)
    done = desk.doubts.answer(desk.question().id, Answer.SAME)
    assert done.identity_id == desk.second
    assert desk.site.resolved(desk.first) == desk.second


def test_the_different_are_told_apart_until_that_is_undone(desk: Desk) -> None:
    done = desk.doubts.answer(desk.question().id, Answer.DIFFERENT)
    assert desk.site.live() >= {desk.first, desk.second}
    desk.doubts.questions()
    assert desk.site.judge.are_distinct(desk.first, desk.second)
    desk.office.commands.undo(done.decision_ids[0])
    desk.doubts.questions()
    assert not desk.site.judge.are_distinct(desk.first, desk.second)


def test_the_unsure_are_left_as_they_are_and_asked_again_once_that_is_undone(desk: Desk) -> None:
    question = desk.question()
    done = desk.doubts.answer(question.id, Answer.UNSURE)
    assert desk.site.live() == {desk.first, desk.second}
    assert not desk.site.judge.are_distinct(desk.first, desk.second)

    [decision_id] = done.decision_ids
    assert desk.doubts.questions() == []
    desk.office.commands.undo(decision_id)
    assert desk.question() == question


def test_what_earlier_versions_left_open_is_not_asked_again(desk: Desk) -> None:
    with desk.site.store.write() as session:
        session.meta.put("questions_set_aside", [desk.question().id])
    assert desk.doubts.questions() == []


def test_unsure_teaches_nothing(desk: Desk) -> None:
    desk.doubts.answer(desk.question().id, Answer.UNSURE)
    desk.doubts.questions()
    assert desk.site.judge._engine.answers == []
    with desk.site.store.read() as session:
        assert session.meta.get("odds_by_decision", []) == []


def test_a_sighting_of_its_person_is_doubted_where_it_is(desk: Desk) -> None:
    question = desk.question()
    done = desk.doubts.leave_open("frigate:a", desk.first)
    assert (done.identity_id, len(done.decision_ids)) == (desk.first, 1)
    assert desk.office.who("a") == desk.first
    assert desk.question() == question  # that was about somebody else


def test_a_sighting_that_went_to_somebody_asked_about_answers_that_question(desk: Desk) -> None:
    desk.doubts.leave_open("frigate:b", desk.first)
    assert desk.doubts.questions() == []
    with desk.site.store.read() as session:
        [newest] = session.history.everything(limit=1).items
        assert newest.kind is DecisionKind.UNSURE
        assert pairs_left_open(session) == {frozenset((desk.first, desk.second))}
        assert not is_doubted(session, session.tracklets.get("frigate:b"))
        # An answer counts for the day, whichever way it was given.
        assert len(session.meta.get("questions_answered_s")) == 1


def test_a_sighting_of_somebody_whom_nobody_asks_about_is_refused(desk: Desk) -> None:
    desk.doubts.answer(desk.question().id, Answer.DIFFERENT)
    with pytest.raises(Conflict, match="somebody else"):
        desk.doubts.leave_open("frigate:b", desk.first)
    with pytest.raises(NotFound):
        desk.doubts.leave_open("frigate:nobody", desk.first)


def test_a_doubted_sighting_that_the_service_splits_off_is_not_asked_about(desk: Desk) -> None:
    question = desk.question()
    desk.office.commands.assign("frigate:b", desk.first)
    desk.doubts.leave_open("frigate:b", desk.first)
    with acting(SYSTEM_ACTOR):
        founded = desk.office.commands.split(desk.first, ["frigate:b"]).identity_id
    desk.somebody_else_passes("x", 2000.0)
    asked = desk.site.deciding.questions()
    assert {frozenset(each.identity_ids) for each in asked} == {frozenset((desk.first, founded))}
    assert desk.doubts.questions() == []
    assert question.id not in [each.id for each in asked]


def test_two_sightings_are_weighed_on_the_thread_that_decides(desk: Desk) -> None:
    evidence = desk.doubts.weigh("frigate:a", "frigate:b")
    assert evidence is not None
    assert evidence.likeness == pytest.approx(0.2, abs=0.01)
    with pytest.raises(NotFound):
        desk.doubts.weigh("frigate:a", "frigate:nobody")


@pytest.mark.parametrize(("answer", "moves_zero"), [(Answer.SAME, -1), (Answer.DIFFERENT, 1)])
def test_answers_train_the_curve_and_still_do_after_a_restart(
    desk: Desk, answer: Answer, moves_zero: int
) -> None:
    engine = desk.site.judge._engine
    before = engine.weigher.curve.zero
    desk.doubts.answer(desk.question().id, answer)
    desk.doubts.questions()
    [seen] = engine.answers
    assert seen.is_one is (answer is Answer.SAME)
    desk.site.restart()
    desk.site.deciding.questions()  # reads the store
    engine = desk.site.judge._engine
    assert engine.answers == [seen]
    assert (engine.weigher.curve.zero - before) * moves_zero > 0.0


@pytest.mark.parametrize("answer", [Answer.SAME, Answer.DIFFERENT])
def test_an_answer_that_is_taken_back_teaches_nothing_until_it_is_given_again(
    desk: Desk, answer: Answer
) -> None:
    done = desk.doubts.answer(desk.question().id, answer)
    engine = desk.site.judge._engine
    desk.doubts.questions()
    [seen] = engine.answers
    undone = desk.office.commands.undo(done.decision_ids[0])
    desk.doubts.questions()
    assert engine.answers == []
    desk.office.commands.undo(undone)
    desk.doubts.questions()
    assert engine.answers == [seen]


def test_an_answer_about_somebody_who_is_not_held_any_more_teaches_nothing(desk: Desk) -> None:
    question = desk.question()
    desk.office.commands.forget(desk.second)
    first, second = question.identity_ids
    assert desk.site.deciding.said(first, [second], is_one=True) == []
    assert desk.site.deciding.said(second, [first], is_one=True) == []


def test_what_is_doubted_is_asked_at_once_after_a_restart(desk: Desk) -> None:
    question = desk.question()
    desk.site.restart()
    assert desk.site.deciding.questions() == [question]


def test_a_day_asks_so_much_and_no_more(desk: Desk) -> None:
    for number in range(3):
        desk.passes(f"like{number}", 2000.0 + 1000.0 * number, 0.23, 2 + number)

    def asked(*, more: bool = False) -> list[str]:
        return [each.id for each in desk.doubts.questions(more=more)]

    everything = asked(more=True)
    assert len(everything) > 2
    assert asked() == everything[:2]
    desk.doubts.answer(everything[0], Answer.UNSURE)
    assert asked() == everything[1:2]
    # Whoever wants to answer more may.
    desk.doubts.answer(everything[2], Answer.UNSURE)
    assert desk.doubts.questions() == []
    desk.site.clock.observe(desk.site.clock.now_s() + DAY_S + 1.0)
    assert desk.doubts.questions()


def test_one_answer_settles_a_group(desk: Desk) -> None:
    desk.passes("c", 2000.0, 0.2, 2)
    third = desk.office.who("c")
    question = desk.doubts.questions()[0]
    [also] = {desk.first, desk.second, third} - set(question.identity_ids)
    done = desk.doubts.answer(question.id, Answer.SAME, [also])
    assert len(done.decision_ids) == 1
    assert {desk.site.resolved(e) for e in (desk.first, desk.second, third)} == {desk.first}
    desk.doubts.questions()
    assert len(desk.site.judge._engine.answers) == 2


@pytest.mark.parametrize(
    ("answer", "also"), [(Answer.SAME, "somebody else"), (Answer.DIFFERENT, "first")]
)
def test_only_people_of_the_group_can_be_the_same_as_well(
    desk: Desk, answer: Answer, also: str
) -> None:
    who = desk.first if also == "first" else also
    with pytest.raises(InvalidRequest, match="group"):
        desk.doubts.answer(desk.question().id, answer, [who])


def test_a_route_is_told_where_its_doubted_link_may_be_wrong(desk: Desk) -> None:
    engine = desk.site.judge._engine
    engine.roster.replace([])
    for leg, place, start_s in (("a", "door", 0.0), ("b", "hall", 20.0)):
        engine.put(seen(leg, place, start_s, vector=look(alike=1.0)), "x")
    rival = weighing(engine, seen("r", "garage", 41.0), "x", 1.0)
    engine.put(weighing(engine, seen("c", "yard", 40.0), "x", 1.0), "x")
    engine.put(rival, "y")
    [branch] = desk.doubts.branches("x", ("a", "b", "c"))
    assert (branch.after_id, branch.leg_id, branch.tracklet_id) == ("b", "c", "r")
    assert desk.doubts.branches("y", ("r",)) == []
