"""Routes about what only a person can settle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query

from reid_service.api import bodies, schemas
from reid_service.api.context import Ctx
from reid_service.api.params import Id
from reid_service.api.views import identity_view
from reid_service.api.weighing import weighed
from reid_service.associate.revising import Question
from reid_service.storage.store import Session

router = APIRouter(prefix="/api/reviews", tags=["reviews"])


@router.get("/next")
def next_reviews(context: Ctx, count: Annotated[int, Query(ge=1, le=50)] = 5) -> schemas.Reviews:
    """Open questions, the one first whose answer settles most: doubt times sightings."""
    questions = context.doubts.questions()
    with context.store.read() as session:
        shown = [_review(session, each, questions) for each in questions[:count]]
    return schemas.Reviews(items=shown, open=len(questions))


@router.post("/{review_id}/answer")
def answer_review(
    context: Ctx, review_id: Id, request: bodies.AnswerRequest
) -> schemas.ReviewAnswered:
    """Same makes them one, different keeps them two for good, unsure is not asked again."""
    done = context.doubts.answer(review_id, request.answer)
    with context.store.read() as session:
        return schemas.ReviewAnswered(
            identity=identity_view(session, done.identity_id),
            decision_ids=list(done.decision_ids),
        )


def _review(session: Session, question: Question, others: Sequence[Question]) -> schemas.Review:
    first, second = question.identity_ids
    return schemas.Review(
        id=question.id,
        a=identity_view(session, first),
        b=identity_view(session, second),
        probability=question.probability,
        sightings=question.sightings,
        terms=weighed(question.evidence),
        group=sorted(_joined(question, others)),
    )


def _joined(question: Question, others: Sequence[Question]) -> set[str]:
    """Identities that hang together with this question's by open questions."""
    group = set(question.identity_ids)
    grown = True
    while grown:
        touching = [set(each.identity_ids) for each in others if group & set(each.identity_ids)]
        larger = group.union(*touching)
        grown, group = larger != group, larger
    return group
