"""What the service does not push, asked for once a minute."""

from __future__ import annotations

from collections.abc import Awaitable

from .client import NotAvailable, NotFound, ReidClient
from .client.work import Plan, Suitability
from .const import QUESTIONS_READ
from .state import SlowFacts


async def read_slow_facts(client: ReidClient, before: SlowFacts) -> SlowFacts:
    """All of them; what an older service cannot tell stays unknown."""
    questions = await or_none(client.questions(QUESTIONS_READ))
    plan: Plan | None = await or_none(client.plan())
    suitability: list[Suitability] = await or_none(client.suitability()) or []
    return SlowFacts(
        questions=questions,
        questions_open=None if questions is None else questions.open,
        matching=await or_none(client.matching()),
        embed_ms=await client.embed_ms(),
        cameras=tuple(await or_none(client.cameras()) or before.cameras),
        suitability={each.camera: each for each in suitability},
        plan_cameras=None if plan is None else plan.cameras,
        plan_placed=None if plan is None else plan.placed,
    )


async def or_none[T](call: Awaitable[T]) -> T | None:
    """The answer, None when the service cannot give it."""
    try:
        return await call
    except (NotFound, NotAvailable):
        return None
