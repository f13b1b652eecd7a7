"""Builds what speaks to the outside by MQTT and to Frigate: events, and write-back if wanted."""

from __future__ import annotations

import socket
import uuid
from collections.abc import Mapping

from reid_service import __version__
from reid_service.app.frigates import Frigate
from reid_service.app.labels import StoredLabels, StoredSightings
from reid_service.bus import Bus
from reid_service.diagnostics.metrics import Metrics
from reid_service.publish.labels import LabelWriter, Slot
from reid_service.publish.mqtt_out import MqttPublisher
from reid_service.publish.wire import ConfigMessage
from reid_service.publish.write_back import WriteBack
from reid_service.settings import MqttSettings, PublishSettings, Settings
from reid_service.storage.store import Store

INSTANCE_ID = "instance_id"


def instance_id(store: Store) -> str:
    """A UUID that stays the same for the life of the store."""
    with store.write() as session:
        known = session.meta.get(INSTANCE_ID)
        if known is None:
            known = str(uuid.uuid4())
            session.meta.put(INSTANCE_ID, known)
    return str(known)


class Publishing:
    """MQTT events, and write-back to Frigate where it is turned on."""

    def __init__(
        self,
        *,
        settings: Settings,
        store: Store,
        frigates: Mapping[str, Frigate],
        bus: Bus,
        metrics: Metrics,
        instance: str,
        api_url: str,
    ) -> None:
        self._bus = bus
        self._mqtt = None
        if settings.mqtt.host:
            config = ConfigMessage(
                version=__version__,
                instance=settings.publish.instance,
                instance_id=instance,
                api_url=api_url,
            )
            self._mqtt = MqttPublisher(
                mqtt=settings.mqtt, prefix=settings.publish.prefix, config=config, metrics=metrics
            )
        self._write_back = None
        slots = _slots(settings.publish)
        if slots:
            memory = StoredLabels(store)
            self._write_back = WriteBack(
                writers={
                    name: LabelWriter(each.client, memory, slots) for name, each in frigates.items()
                },
                sightings=StoredSightings(store),
                metrics=metrics,
            )

    def start(self) -> None:
        """Begin to listen on the bus."""
        if self._mqtt is not None:
            self._mqtt.start(self._bus)
        if self._write_back is not None:
            self._write_back.start(self._bus)

    def stop(self) -> None:
        """Send what waits, say goodbye, and end."""
        if self._write_back is not None:
            self._write_back.stop(timeout_s=2.0)
        if self._mqtt is not None:
            self._mqtt.stop(timeout_s=1.5)


def announced_url(settings: Settings, port: int) -> str:
    """Address of the API for others: as set, else as this machine reaches the broker.

    A listener on loopback is announced as such: nobody else can reach it.
    """
    if settings.api.public_url:
        return settings.api.public_url.rstrip("/")
    host = settings.api.host
    if host in ("0.0.0.0", "::", ""):  # noqa: S104 - compared, not bound
        host = _own_address(settings.mqtt)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _own_address(mqtt: MqttSettings) -> str:
    """The address from which this machine would speak to the broker; nothing is sent."""
    try:
        kind, _, _, _, address = socket.getaddrinfo(mqtt.host, mqtt.port, type=socket.SOCK_DGRAM)[0]
        with socket.socket(kind, socket.SOCK_DGRAM) as probe:
            probe.connect(address)
            own: str = probe.getsockname()[0]
    except OSError:
        return socket.gethostname()
    return own


def _slots(settings: PublishSettings) -> frozenset[Slot]:
    wanted = {
        Slot.SUB_LABEL: settings.write_sub_label,
        Slot.DESCRIPTION: settings.write_description,
    }
    return frozenset(slot for slot, on in wanted.items() if on)
