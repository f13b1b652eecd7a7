"""The parts that every route reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from fastapi import Depends
from starlette.requests import HTTPConnection

from reid_service.api.counting import FrameSizeOf
from reid_service.api.hub import Hub
from reid_service.api.media_ports import Media
from reid_service.api.ports import Commands, Doubts, Health, ServiceInfo, Ways
from reid_service.api.privacy_ports import Privacy, Upkeep
from reid_service.api.tuning_ports import Tuning
from reid_service.clock import Clock
from reid_service.diagnostics.metrics import Metrics
from reid_service.embed.embedder import Calibration
from reid_service.jobs.runner import JobRunner
from reid_service.search.searching import Searching
from reid_service.storage.plan_pictures import PlanPictures
from reid_service.storage.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Ready parts.

    `thresholds` gives what association uses for a warmth in [0, 1), see `domain/centring.py`.
    `zone` is where a day begins, None for the machine's own time zone.
    """

    store: Store
    model_id: str
    thresholds: Callable[[float], Calibration]
    commands: Commands
    doubts: Doubts
    ways: Ways
    plan_pictures: PlanPictures
    media: Media
    jobs: JobRunner
    tuning: Tuning
    privacy: Privacy
    upkeep: Upkeep
    frame_size: FrameSizeOf
    diagnose: Callable[[], dict[str, Any]]
    reappearance_after_s: float
    searching: Searching
    health: Health
    hub: Hub
    metrics: Metrics
    pictures_dir: Path
    info: ServiceInfo
    clock: Clock
    zone: tzinfo | None = None


async def _context_of(connection: HTTPConnection) -> Context:
    # A coroutine, for a plain function would cost a change of thread at every request.
    context: Context = connection.app.state.context
    return context


Ctx: TypeAlias = Annotated[Context, Depends(_context_of)]
