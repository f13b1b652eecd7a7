"""One Frigate as the service sees it: client, configuration, right to write."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from reid_service.domain.boxes import FrameSize
from reid_service.errors import FrigateError
from reid_service.ingest.frigate import FrigateClient
from reid_service.ingest.frigate_config import FrigateConfig
from reid_service.settings import FrigateSettings

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FrigateState:
    """What was found out about a Frigate the last time it answered, and the last problem."""

    reachable: bool = False
    version: str | None = None
    can_write: bool | None = None
    problem: str | None = None


class Frigate:
    """A Frigate server; `probe` refreshes what is known of it."""

    def __init__(self, settings: FrigateSettings, client: FrigateClient) -> None:
        self.name = settings.name
        self.client = client
        self._config: FrigateConfig | None = None
        self._state = FrigateState()
        self._lock = threading.Lock()

    @property
    def state(self) -> FrigateState:
        """The last findings."""
        with self._lock:
            return self._state

    def has_camera(self, camera: str) -> bool:
        """Whether the configuration has such a camera, once it could be read."""
        return self._config is not None and camera in self._config.cameras

    def frame_size(self, camera: str) -> FrameSize | None:
        """Detect size of a camera, once the configuration could be read."""
        config = self._config
        return None if config is None else config.frame_size(camera)

    def cameras(self) -> list[str]:
        """Names of its cameras, once the configuration could be read."""
        config = self._config
        return [] if config is None else sorted(config.cameras)

    def probe(self) -> FrigateState:
        """Ask for version, configuration and role; never raises."""
        try:
            version = self.client.version()
            self._config = self.client.config()
            profile = self.client.profile()
            state = FrigateState(True, str(version), profile.can_write)
        except FrigateError as error:
            state = FrigateState(problem=str(error))
            _LOG.warning("Frigate %s: %s", self.name, error)
        with self._lock:
            self._state = state
        return state


def browser_urls(frigates: Iterable[FrigateSettings]) -> dict[str, str]:
    """Addresses by name at which browsers find Frigate, where one is set; without a last slash."""
    return {each.name: each.public_url.rstrip("/") for each in frigates if each.public_url}
