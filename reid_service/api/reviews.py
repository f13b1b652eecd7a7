"""Routes about what only a person can settle."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query

from reid_service.api import bodies, schemas
from reid_service.api.context import Ctx
from reid_service.api.meeting import meeting_of
from reid_service.api.params import Id
from reid_service.api.views import identity_view
from reid_service.api.weighing import weighed
from reid_service.associate.asking import Question, group_of
from reid_service.errors import NotFound
from reid_service.storage.store import Session

router = APIRouter(prefix="/api/reviews", tags=["reviews"])


@router.get("/next")
def next_reviews(
    context: Ctx, count: Annotated[int, Query(ge=1, le=50)] = 5, more: bool = False
) -> schemas.Reviews:
    """Questions of the day, the one first whose answer settles most; all open ones with `more`."""
    questions = context.doubts.questions(more=more)
    with context.store.read() as session:
        views = (_review(session, each, questions) for each in questions)
        shown = list(islice((each for each in views if each is not None), count))
    return schemas.Reviews(items=shown, open=len(questions))


@router.post("/{review_id}/answer")
def answer_review(
    context: Ctx, review_id: Id, request: bodies.AnswerRequest
) -> schemas.ReviewAnswered:
    """Same makes them one, different keeps them two for good, unsure leaves them as they are."""
    done = context.doubts.answer(review_id, request.answer, request.also)
    with context.store.read() as session:
        return schemas.ReviewAnswered(
            identity=identity_view(session, done.identity_id),
            decision_ids=list(done.decision_ids),
        )


def _review(
    session: Session, question: Question, others: Sequence[Question]
) -> schemas.Review | None:
    """None where one of the two was forgotten since the question was found."""
    first, second = question.identity_ids
    try:
        a, b = identity_view(session, first), identity_view(session, second)
    except NotFound:
        return None
    return schemas.Review(
        id=question.id,
        a=a,
        b=b,
        probability=question.probability,
        sightings=question.sightings,
        terms=weighed(question.evidence),
        group=group_of(question, others),
        nearest=meeting_of(session, (a.id, b.id)),
    )
