"""The ways between cameras: what the identity engine learned, and what people say of them."""

from __future__ import annotations

from collections.abc import Mapping

from reid_service.app.frigates import Frigate
from reid_service.associate.edges import Edge
from reid_service.associate.expecting import Outlook
from reid_service.domain.floorplan import CameraKey, EdgeRule
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.resolver import Resolver
from reid_service.storage.store import Store


class SiteWays:
    """Asks the engine on the resolver's thread, which owns it."""

    def __init__(
        self,
        *,
        store: Store,
        resolver: Resolver,
        deciding: Deciding,
        frigates: Mapping[str, Frigate],
    ) -> None:
        self._store = store
        self._resolver = resolver
        self._deciding = deciding
        self._frigates = frigates

    def cameras(self) -> list[CameraKey]:
        """Every camera that a Frigate is configured with, as far as they answered."""
        return [
            CameraKey(name, camera)
            for name, frigate in self._frigates.items()
            for camera in frigate.cameras()
        ]

    def edges(self) -> list[Edge]:
        """What was learned of ways, with those that people said something of."""
        return self._resolver.call(self._deciding.edges)

    def outlook(self, identity_id: str) -> Outlook | None:
        """Where somebody is expected next; None if they were not seen lately."""
        return self._resolver.call(lambda: self._deciding.outlook(identity_id))

    def set_rule(self, here: CameraKey, there: CameraKey, rule: EdgeRule | None) -> None:
        """Say something of a way, or nothing any more; decided with from now on."""

        def act() -> None:
            with self._store.write() as session:
                session.plan.set_rule((here, there), rule)
            self._deciding.refresh()

        self._resolver.call(act)
