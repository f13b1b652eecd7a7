"""Routes about the service itself."""

from __future__ import annotations

from fastapi import APIRouter, Response

from reid_service.api import schemas
from reid_service.api.context import Ctx
from reid_service.api.ports import HealthReport
from reid_service.diagnostics.metrics import CONTENT_TYPE
from reid_service.publish.wire import SCHEMA_VERSION
from reid_service.storage.centring import load_centring

router = APIRouter(prefix="/api", tags=["system"])
public = APIRouter(tags=["system"])


@public.get("/health")
async def get_liveness() -> schemas.Alive:
    """For a watchdog: the service answers. Needs no token and says nothing else."""
    return schemas.Alive()


@router.get("/info")
def get_info(context: Ctx) -> schemas.Info:
    """What a client must know first: versions, model, what is turned on."""
    info = context.info
    with context.store.read() as session:
        calibration = context.thresholds(load_centring(session, context.model_id).warmth)
    return schemas.Info(
        schema_version=SCHEMA_VERSION,
        min_schema_version=schemas.MIN_SCHEMA_VERSION,
        service_version=info.version,
        instance=info.instance,
        instance_id=info.instance_id,
        capabilities=list(info.capabilities),
        frigate_instances=list(info.frigate_instances),
        frigate_urls=dict(info.frigate_urls),
        model=schemas.Model(id=context.model_id, same=calibration.same, new=calibration.new),
        now_s=context.clock.now_s(),
    )


@router.get("/health")
def get_health(context: Ctx) -> HealthReport:
    """How every part is; the status of the answer is 200 even when something is wrong."""
    return context.health.report()


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {}}, "description": "Prometheus' text format."}},
)
def get_metrics(context: Ctx) -> Response:
    """Counters, gauges and histograms."""
    return Response(context.metrics.exposition(), media_type=CONTENT_TYPE)
