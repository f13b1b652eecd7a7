"""`frigate-reid doctor`: is everything there that the service needs?"""

from __future__ import annotations

import argparse
import shutil
import threading
from collections.abc import Sequence
from contextlib import closing
from typing import Final

from reid_service.app.site import (
    make_data_dir,
    open_site_embedder,
    open_site_gallery,
    open_site_store,
)
from reid_service.app.token import api_token
from reid_service.cli.options import Commands, add_settings_options, settings_of
from reid_service.diagnostics.doctor import Check, Diagnosis, Finding, as_text, examine
from reid_service.errors import GalleryUnavailable, ReidError
from reid_service.evaluation.site_client import SiteClient
from reid_service.ingest.frigate import FrigateClient
from reid_service.ingest.mqtt import MqttSource
from reid_service.settings import FrigateSettings, Settings
from reid_service.storage.indexing import Indexer

_BROKER_WAIT_S: Final = 5.0
_LEAST_FREE_MB: Final = 500.0
_BYTES_PER_MB: Final = 1_000_000


class _Unhealthy(ReidError):
    """A check's own finding."""

    code = "unhealthy"


def add_commands(commands: Commands) -> None:
    """Add `doctor`."""
    parser = commands.add_parser("doctor", help="check broker, Frigate, role, model, index, disk")
    add_settings_options(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every finding; exit code 1 when something is bad."""
    diagnoses = list(examine(checks_of(settings_of(options))))
    print(as_text(diagnoses))
    return 1 if any(each.finding is Finding.BAD for each in diagnoses) else 0


def checks_of(settings: Settings) -> Sequence[Check]:
    """The checks of a site, in the order in which data flows."""
    frigates = [
        check
        for each in settings.frigate
        for check in (
            Check(
                f"broker for {each.name}",
                lambda each=each: _broker(settings, each),  # type: ignore[misc]
                "Check mqtt.host, mqtt.port, user and password, and that the broker runs.",
            ),
            Check(
                f"Frigate {each.name}",
                lambda each=each: _frigate(settings, each),  # type: ignore[misc]
                "Check frigate.url; port 5000 needs no login, 8971 needs username and password.",
            ),
        )
    ]
    return (
        *frigates,
        Check(
            "model",
            lambda: _model(settings),
            "Choose another model with model.name, or give the path of its file.",
        ),
        Check(
            "index",
            lambda: _index(settings),
            "Stop the service if it runs, then run `frigate-reid rebuild-index`.",
        ),
        Check("disk", lambda: _disk(settings), "Free some space, or move data_dir."),
    )


def _broker(settings: Settings, frigate: FrigateSettings) -> Diagnosis:
    if not settings.mqtt.host:
        msg = "no broker is set."
        raise _Unhealthy(msg)
    connected = threading.Event()
    source = MqttSource(
        settings.mqtt,
        instance=frigate.name,
        prefix=frigate.topic_prefix,
        on_message=lambda _: None,
        on_connected=connected.set,
    )
    source.start()
    try:
        reached = connected.wait(_BROKER_WAIT_S)
        problem = source.state.problem
    finally:
        source.stop()
    if not reached:
        raise _Unhealthy(problem or "the broker does not answer.")
    address = f"{settings.mqtt.host}:{settings.mqtt.port}"
    return Diagnosis(f"broker for {frigate.name}", Finding.GOOD, f"connected to {address}.")


def _frigate(settings: Settings, frigate: FrigateSettings) -> Diagnosis:
    part = f"Frigate {frigate.name}"
    with closing(FrigateClient(frigate)) as client:
        version, config, profile = client.version(), client.config(), client.profile()
    words = f"version {version}, {len(config.cameras)} cameras."
    writes = settings.publish.write_sub_label or settings.publish.write_description
    if writes and not profile.can_write:
        return Diagnosis(
            part,
            Finding.WARNING,
            f"{words} The role {profile.role} may not write.",
            "Turn write-back off, or give a user with the role admin.",
        )
    return Diagnosis(part, Finding.GOOD, words)


def _model(settings: Settings) -> Diagnosis:
    with closing(open_site_embedder(settings)) as embedder:
        words = f"{embedder.model_id} on {embedder.runtime}."
    if settings.model.name == "descriptor" and settings.model.file is None:
        return Diagnosis(
            "model",
            Finding.WARNING,
            f"{words} It tells apart people in clearly different clothes only.",
            "See docs/models.md for networks that do better.",
        )
    return Diagnosis("model", Finding.GOOD, words)


def _index(settings: Settings) -> Diagnosis:
    running = _running(settings)
    if running is not None:
        return running
    try:
        with (
            closing(open_site_store(settings)) as store,
            closing(open_site_embedder(settings)) as embedder,
            closing(open_site_gallery(settings, embedder)) as gallery,
        ):
            indexer = Indexer(store, gallery, embedder.model_id)
            if indexer.needs_rebuild():
                return Diagnosis("index", Finding.GOOD, "it is built at the next start.")
            differences, points = indexer.verify(), gallery.count()
    except GalleryUnavailable as error:
        raise _Unhealthy(str(error)) from error
    if differences:
        msg = (
            f"it differs from the store: {len(differences.missing)} points are missing, "
            f"{len(differences.extra)} superfluous, {len(differences.wrong)} wrong."
        )
        raise _Unhealthy(msg)
    return Diagnosis("index", Finding.GOOD, f"{points} points, equal to the store.")


def _running(settings: Settings) -> Diagnosis | None:
    """What a running service says of its index: it lets nobody else look. None without one."""
    host = "127.0.0.1" if settings.api.host in ("", "0.0.0.0", "::") else settings.api.host  # noqa: S104 - compared
    make_data_dir(settings)
    given = settings.api.token
    token = api_token(settings.data_dir, given.get_secret_value() if given else None)
    with closing(SiteClient(f"http://{host}:{settings.api.port}", token)) as client:
        health = client.health()
    if health is None:
        return None
    gallery = health["gallery"]
    if not gallery["available"]:
        msg = "the running service cannot reach it."
        raise _Unhealthy(msg)
    words = f"{gallery['points']} points in the running service, {health['outbox']} on their way."
    return Diagnosis("index", Finding.GOOD, words)


def _disk(settings: Settings) -> Diagnosis:
    make_data_dir(settings)
    free_mb = shutil.disk_usage(settings.data_dir).free / _BYTES_PER_MB
    if free_mb < _LEAST_FREE_MB:
        msg = f"only {free_mb:.0f} MB are free in the data folder."
        raise _Unhealthy(msg)
    return Diagnosis("disk", Finding.GOOD, f"{free_mb / 1000:.1f} GB free in the data folder.")
