"""Builds what does jobs, and tells the outside of them."""

from __future__ import annotations

from collections.abc import Mapping

from reid_service.api.frames import Topic
from reid_service.api.hub import Hub
from reid_service.api.jobs_schemas import job_view
from reid_service.app.exclusions import Exclusions
from reid_service.app.frigates import Frigate
from reid_service.app.pipeline import Pipeline
from reid_service.app.site import exports_folder, pictures_folder
from reid_service.app.tuning import SiteTuning
from reid_service.bus import Bus
from reid_service.clock import Clock
from reid_service.domain.events import DomainEvent, IdentityChange, IdentityChangedEvent
from reid_service.jobs.exports import Exports
from reid_service.jobs.rescans import Rescans
from reid_service.jobs.runner import JobRunner
from reid_service.settings import Settings
from reid_service.storage.jobs import JobKind, StoredJob
from reid_service.storage.store import Store


def site_jobs(
    *,
    settings: Settings,
    store: Store,
    frigates: Mapping[str, Frigate],
    pipeline: Pipeline,
    tuning: SiteTuning,
    exclusions: Exclusions,
    clock: Clock,
    bus: Bus,
    hub: Hub,
) -> JobRunner:
    """Exports and rescans of this site."""
    sources = {name: each.client for name, each in frigates.items()}

    def tell(job: StoredJob) -> None:
        hub.announce(Topic.JOBS, "job", job_view(job).model_dump(mode="json"))

    runner = JobRunner(
        store=store,
        folder=exports_folder(settings),
        clock=clock,
        works={
            JobKind.EXPORT: Exports(
                store=store, sources=sources, pictures=pictures_folder(settings)
            ),
            JobKind.RESCAN: Rescans(
                sources=sources,
                requests_per_second={e.name: e.requests_per_second for e in settings.frigate},
                past=pipeline.past,
                clock=clock,
                is_paused=tuning.is_paused,
                was_paused=tuning.was_paused,
                was_excluded=lambda camera, time_s: (
                    exclusions.is_excluded(camera) or exclusions.was_excluded(camera, time_s)
                ),
            ),
        },
        on_change=tell,
    )

    def heed(event: DomainEvent) -> None:
        if isinstance(event, IdentityChangedEvent) and event.change is IdentityChange.FORGOTTEN:
            runner.note_forgotten()

    bus.subscribe(heed)
    return runner
