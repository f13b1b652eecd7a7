"""`frigate-reid record` and `replay`: real traffic into a folder, and out of it again."""

from __future__ import annotations

import argparse
import signal
import threading
from contextlib import ExitStack, closing
from pathlib import Path

from reid_service.cli.options import (
    Commands,
    add_settings_options,
    broker_address,
    settings_of,
)
from reid_service.cli.signals import handling
from reid_service.errors import SettingsError
from reid_service.evaluation.site_client import SiteClient
from reid_service.ingest.frigate import FrigateClient
from reid_service.recordings.broker import DemoBroker
from reid_service.recordings.broker_clients import PahoPublisher, PahoSubscriber
from reid_service.recordings.format import Recording
from reid_service.recordings.frigate_server import FrigateServer
from reid_service.recordings.player import Player
from reid_service.recordings.recorder import start_recording
from reid_service.recordings.replayed_frigate import ReplayedFrigate


def add_commands(commands: Commands) -> None:
    """Add both."""
    record = commands.add_parser("record", help="write a live site's traffic to a folder")
    record.add_argument("folder", type=Path)
    record.add_argument("--seconds", type=float, help="end by itself after this time")
    record.add_argument("--redact", action="store_true", help="neutral names, blurred places")
    record.add_argument("--epoch", type=int, help="with --redact: move it to this epoch second")
    add_settings_options(record)
    record.set_defaults(run=_record)

    replay = commands.add_parser("replay", help="play a recording as Frigate would")
    replay.add_argument("folder", type=Path)
    replay.add_argument(
        "--speed",
        type=float,
        default=1.0,
        help="times real time; 0 is as fast as the service drains (give --service)",
    )
    replay.add_argument("--mqtt", metavar="HOST[:PORT]", help="publish here; else an own broker")
    replay.add_argument("--http-port", type=int, default=0, help="port of the replayed Frigate")
    replay.add_argument("--service", metavar="URL", help="address of the service that listens")
    replay.add_argument("--token", default="", help="the API token of that service")
    replay.add_argument("--loop", action="store_true", help="begin again at the end")
    replay.set_defaults(run=_replay)


def _record(options: argparse.Namespace) -> int:
    settings = settings_of(options)
    mqtt = settings.mqtt
    if not mqtt.host:
        msg = "recording needs the broker: give --mqtt HOST"
        raise SettingsError(msg)
    frigate = settings.frigate[0]
    with (
        closing(FrigateClient(frigate)) as client,
        closing(
            start_recording(
                options.folder,
                config=client.raw_config(),
                fetch=client.clean_image,
                redact=options.redact,
                epoch_s=options.epoch,
            )
        ) as recorder,
        PahoSubscriber(
            mqtt.host,
            mqtt.port,
            topics=recorder.topics,
            on_message=recorder.on_message,
            username=mqtt.username,
            password=mqtt.password.get_secret_value() if mqtt.password else None,
        ),
    ):
        _until_interrupted(options.seconds)
        counts = recorder.counts
    print(f"{options.folder}: {counts.messages} messages, {counts.pictures} pictures")
    return 0


def _replay(options: argparse.Namespace) -> int:
    recording = Recording.open(options.folder)
    frigate = ReplayedFrigate(recording, writes_path=options.folder.with_suffix(".writes.jsonl"))
    stop = threading.Event()
    with ExitStack() as stack:
        server = stack.enter_context(FrigateServer(frigate, port=options.http_port))
        host, port = _broker(options.mqtt, stack)
        publisher = stack.enter_context(PahoPublisher(host, port))
        settled = None
        if options.service:
            client = stack.enter_context(closing(SiteClient(options.service, options.token)))
            settled = client.messages_settled
        print(f"Frigate: {server.url}  broker: {host}:{port}", flush=True)
        player = Player(
            recording,
            publisher,
            frigate,
            speed=options.speed,
            settled=settled,
            loops=None if options.loop else 1,
            stop=stop,
        )
        player.announce()
        report = player.run()
    print(f"{report.published} messages played")
    return 0


def _broker(address: str | None, stack: ExitStack) -> tuple[str, int]:
    if address is None:
        broker = stack.enter_context(DemoBroker())
        return broker.host, broker.port
    host, port = broker_address(address)
    return host, 1883 if port is None else port


def _until_interrupted(seconds: float | None) -> None:
    ended = threading.Event()
    with handling(lambda *_: ended.set(), signal.SIGTERM, signal.SIGINT):
        ended.wait(seconds)
