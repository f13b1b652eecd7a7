"""From raw messages to parsed ones in the queue; every message is counted once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from reid_service.ingest.mqtt import RawMessage, Topic
from reid_service.ingest.payloads import (
    PayloadRejected,
    RejectReason,
    parse_availability,
    parse_camera_activity,
    parse_event,
    parse_object_update,
)
from reid_service.ingest.queue import Arrival, Content, IngestQueue
from reid_service.ingest.rare_log import RareLog

_LOG = logging.getLogger(__name__)

_PARSERS: Final[dict[Topic, Callable[[bytes], Content | None]]] = {
    Topic.EVENTS: parse_event,
    Topic.TRACKED_OBJECT_UPDATE: parse_object_update,
    Topic.AVAILABLE: parse_availability,
    Topic.CAMERA_ACTIVITY: parse_camera_activity,
}
"""Of `stats` only the arrival matters: it shows that Frigate lives."""


class Intake:
    """The message callback of every source.

    `on_received` is told the topic of each message, `on_rejected` the reason of each that
    contradicts Frigate's contract. Safe to call from several sources' threads.
    """

    def __init__(
        self,
        queue: IngestQueue,
        *,
        on_received: Callable[[Topic], object],
        on_rejected: Callable[[RejectReason], object],
    ) -> None:
        self._queue = queue
        self._on_received = on_received
        self._on_rejected = on_rejected
        self._rare = RareLog(_LOG)

    def take(self, raw: RawMessage) -> bool:
        """Parse one message and queue it; False if it is malformed or not of our business.

        What the queue then drops or refuses is in its own counts.
        """
        self._on_received(raw.topic)
        parse = _PARSERS.get(raw.topic)
        if parse is None:
            return False
        try:
            content = parse(raw.payload)
        except PayloadRejected as error:
            self._on_rejected(error.reason)
            self._rare.warning(
                (raw.instance, raw.topic, error.reason),
                "message of %s on %s rejected: %s",
                raw.instance,
                raw.topic,
                error,
            )
            return False
        if content is None:
            return False
        self._queue.put(Arrival(raw.instance, content, raw.arrived_s))
        return True
