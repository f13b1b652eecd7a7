"""`frigate-reid evaluate`: play a recording with known people and score the identities."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from reid_service.app.stage import Stage
from reid_service.associate.policy import Band
from reid_service.cli.options import Commands, model_setting
from reid_service.embed.catalog import DEFAULT
from reid_service.errors import RecordingError
from reid_service.evaluation.mtmc import Performance, Report, evaluate
from reid_service.evaluation.site_client import SiteClient
from reid_service.recordings.format import Recording

_LATENCY: Final = "frigate_reid_message_to_provisional_seconds"


def add_commands(commands: Commands) -> None:
    """Add `evaluate`."""
    parser = commands.add_parser("evaluate", help="score the identities against known people")
    parser.add_argument("recording", type=Path)
    parser.add_argument("--model", default=DEFAULT, metavar="NAME|FILE")
    parser.add_argument("--band", choices=[each.value for each in Band], default="careful")
    parser.add_argument("--data-dir", type=Path, help="keep the service's data here")
    parser.add_argument("--broker-port", type=int, help="use the broker on this port")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Play as fast as the service drains, then score what its API shows."""
    recording = Recording.open(options.recording)
    if not recording.truth:
        msg = f"{options.recording} has no truth.json: nobody knows who its people are."
        raise RecordingError(msg)
    settings: dict[str, Any] = {"model": model_setting(options.model)}
    settings["matching"] = {"band": options.band}
    with ExitStack() as stack:
        data_dir = options.data_dir or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stage = stack.enter_context(
            Stage(recording, data_dir, settings=settings, broker_port=options.broker_port)
        )
        stage.start_service()
        report = score(stage.client, recording, stage.play().seconds)
    print(report.as_text())
    if options.json is not None:
        options.json.write_text(json.dumps(asdict(report), indent=2) + "\n", "utf-8")
    return 0


def score(client: SiteClient, recording: Recording, seconds: float) -> Report:
    """What the API shows against the truth; `seconds` is how long the recording took."""
    truth = {event_id: each.person for event_id, each in recording.truth.items()}
    sightings = list(client.pages("/api/sightings"))
    return evaluate(
        truth,
        [(each["event_id"], each["identity_id"]) for each in sightings if each["identity_id"]],
        usable={each["event_id"] for each in sightings},
        first=_first(client, sightings),
        performance=Performance(
            decision_latency_p50_s=client.quantile(_LATENCY, 0.5),
            decision_latency_p95_s=client.quantile(_LATENCY, 0.95),
            tracked_objects_per_s=len(truth) / seconds,
        ),
    )


def _first(client: SiteClient, sightings: Iterable[dict[str, Any]]) -> dict[str, str]:
    """The identity that each event id got first, as the ledger has it."""
    found = {}
    for each in sightings:
        decisions = client.get(f"/api/sightings/{each['id']}")["decisions"]
        changes = (
            change
            for decision in reversed(decisions)
            for change in decision["changes"]
            if (change["subject_id"], change["field"]) == (each["id"], "identity_id")
        )
        change = next(changes, None)
        if change is not None:
            found[each["event_id"]] = change["before"] or change["after"]
    return found
