"""Acts by people: recorded on the resolver's thread, between two steps of the pipeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from reid_service.api.ports import Done, Forgotten, Merged
from reid_service.bus import Bus
from reid_service.clock import Clock
from reid_service.domain.events import IdentityChange
from reid_service.domain.identity import Decision
from reid_service.errors import GalleryUnavailable, StoreError
from reid_service.identities.act import Act
from reid_service.identities.acting import current_actor
from reid_service.identities.assigning import assign, found
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.doubting import doubt_pair, doubt_sighting
from reid_service.identities.editing import (
    call_bad,
    expose,
    hide,
    rename,
    set_aliases,
    set_feature,
)
from reid_service.identities.forgetting import forget
from reid_service.identities.merging import plan_merge, split
from reid_service.identities.undoing import undo
from reid_service.pipeline.announcing import identity_changed
from reid_service.pipeline.deciding import Deciding
from reid_service.pipeline.resolver import Resolver
from reid_service.pipeline.tracking import Tracking
from reid_service.storage.indexing import Indexer
from reid_service.storage.store import Session, Store

T = TypeVar("T")


class SiteCommands:
    """Carries out what the API asks for."""

    def __init__(
        self,
        *,
        store: Store,
        indexer: Indexer,
        resolver: Resolver,
        deciding: Deciding,
        tracking: Tracking,
        bus: Bus,
        clock: Clock,
        pictures: Path,
    ) -> None:
        self._store = store
        self._indexer = indexer
        self._resolver = resolver
        self._deciding = deciding
        self._tracking = tracking
        self._bus = bus
        self._clock = clock
        self._pictures = pictures

    def rename(self, identity_id: str, name: str | None) -> Done:
        """Give a name, or take it away (None)."""
        return self._edit(
            identity_id, lambda session, act: rename(session, act, identity_id, name).decision
        )

    def set_aliases(self, identity_id: str, aliases: Sequence[str]) -> Done:
        """Say under which other names an identity is found."""
        return self._edit(
            identity_id, lambda session, act: set_aliases(session, act, identity_id, aliases)
        )

    def set_hidden(self, identity_id: str, hidden: bool) -> Done:
        """Hide an identity from lists, or show it again."""
        return self._edit(
            identity_id, lambda session, act: hide(session, act, identity_id, hidden=hidden)
        )

    def set_exposed(self, identity_id: str, exposed: bool) -> Done:
        """Show an identity in Home Assistant, or no longer."""
        return self._edit(
            identity_id, lambda session, act: expose(session, act, identity_id, exposed=exposed)
        )

    def set_feature_crop(self, identity_id: str, crop_id: str | None) -> Done:
        """Choose the picture that shows an identity, or leave it to quality (None)."""
        return self._edit(
            identity_id, lambda session, act: set_feature(session, act, identity_id, crop_id)
        )

    def call_bad(self, crop_id: str, bad: bool) -> tuple[str, ...]:
        """A picture shows the person badly, or does not; the decisions to undo."""

        def act(session: Session) -> tuple[str | None, Decision]:
            decision = call_bad(session, self._act(), crop_id, bad=bad)
            session.ledger.record(decision)
            crop = session.crops.find(crop_id)
            shown = None if crop is None else session.tracklets.find(crop.tracklet_id)
            return None if shown is None else shown.identity_id, decision

        identity_id, decision = self._carry_out(act)
        if identity_id is not None:
            self._tell(IdentityChange.UPDATED, identity_id, decision)
        return (decision.id,)

    def merge(self, primary_id: str | None, other_ids: Sequence[str], *, dry_run: bool) -> Merged:
        """`other_ids` are `primary_id`; with `dry_run` only tell what would happen."""
        if dry_run:
            with self._store.read() as session:
                plan = plan_merge(session, self._act(), other_ids, primary_id=primary_id)
            merged = tuple(each.id for each in plan.merged)
            return Merged(plan.primary.id, (), merged, plan.overlaps)

        def act(session: Session) -> tuple[Merged, Decision]:
            plan = plan_merge(session, self._act(), other_ids, primary_id=primary_id)
            session.ledger.record(plan.decision)
            merged = tuple(each.id for each in plan.merged)
            done = Merged(plan.primary.id, (plan.decision.id,), merged, plan.overlaps)
            return done, plan.decision

        done, decision = self._carry_out(act)
        for each in done.merged_ids:
            self._tell(IdentityChange.MERGED, each, decision, other=done.identity_id)
        self._tell(IdentityChange.UPDATED, done.identity_id, decision)
        return done

    def split(self, identity_id: str, tracklet_ids: Sequence[str]) -> Done:
        """These sightings are another, new identity, whose id is returned."""

        def act(session: Session) -> tuple[tuple[Done, str], Decision]:
            left = session.identities.resolve(identity_id).id
            founding = split(session, self._act(), left, tracklet_ids)
            session.ledger.record(founding.decision)
            return (Done(founding.identity_id, (founding.decision.id,)), left), founding.decision

        (done, left), decision = self._carry_out(act)
        self._tell(IdentityChange.SPLIT, left, decision, other=done.identity_id)
        return done

    def distinguish(self, identity_id: str, other_id: str) -> Done:
        """These two are two people: the service never makes them one."""
        return self._edit(
            identity_id, lambda session, act: distinguish(session, act, identity_id, other_id)
        )

    def doubt_pair(self, identity_id: str, other_id: str) -> Done:
        """Nobody can tell whether these two are one: they stay two."""
        return self._edit(
            identity_id, lambda session, act: doubt_pair(session, act, identity_id, other_id)
        )

    def doubt_sighting(self, tracklet_id: str, identity_id: str) -> Done:
        """Nobody can tell whether this sighting is the person whose it is: it stays there."""
        return self._edit(
            identity_id, lambda session, act: doubt_sighting(session, act, tracklet_id, identity_id)
        )

    def assign(self, tracklet_id: str, identity_id: str | None) -> Done:
        """This sighting is that identity, or somebody new (None)."""

        def act(session: Session) -> tuple[tuple[Done, str | None], Decision]:
            stored = session.tracklets.get(tracklet_id)
            firm = stored.firm
            if identity_id is None:
                founding = found(session, self._act(), tracklet_id, firm=firm, anew=True)
                decision, target = founding.decision, founding.identity_id
            else:
                decision = assign(session, self._act(), tracklet_id, identity_id, firm=firm)
                target = session.identities.resolve(identity_id).id
            session.ledger.record(decision)
            return (Done(target, (decision.id,)), stored.identity_id), decision

        (done, before), decision = self._carry_out(act)
        self._tell(IdentityChange.REASSIGNED, done.identity_id, decision, other=before)
        return done

    def forget(self, identity_id: str) -> Forgotten:
        """Delete an identity with all that is known of it; cannot be undone."""

        def act() -> Forgotten:
            with self._store.write() as session:
                forgotten = forget(session, identity_id)
            self._deciding.drop(forgotten.tracklet_ids)
            self._tracking.drop(forgotten.tracklet_ids)
            with suppress(StoreError):  # the deletion stands; the next learning follows it
                self._deciding.learn(always=True)
            self._follow_up()
            return Forgotten(forgotten.identity_ids, forgotten.deleted.tracklets)

        done = self._resolver.call(act)
        self._store.remove_pictures(self._pictures)
        for each in done.identity_ids:
            self._tell(IdentityChange.FORGOTTEN, each, None)
        return done

    def undo(self, decision_id: str) -> str:
        """Take a decision back; returns the id of the decision that does so."""

        def act(session: Session) -> tuple[str, Decision]:
            decision = undo(session, self._act(), decision_id)
            session.ledger.record(decision)
            return decision.id, decision

        done, decision = self._carry_out(act)
        for each in sorted(decision.identities):
            self._tell(IdentityChange.UPDATED, each, decision)
        return done

    def _edit(self, identity_id: str, decide: Callable[[Session, Act], Decision]) -> Done:
        def act(session: Session) -> tuple[Done, Decision]:
            target = session.identities.resolve(identity_id).id
            decision = decide(session, self._act())
            session.ledger.record(decision)
            return Done(target, (decision.id,)), decision

        done, decision = self._carry_out(act)
        self._tell(IdentityChange.UPDATED, done.identity_id, decision)
        return done

    def _carry_out(self, act: Callable[[Session], tuple[T, Decision]]) -> tuple[T, Decision]:
        """One transaction between two steps; then index and open sightings follow."""

        def run() -> tuple[T, Decision]:
            with self._store.write() as session:
                result = act(session)
            self._follow_up()
            return result

        return self._resolver.call(run)

    def _follow_up(self) -> None:
        self._deciding.refresh()
        try:
            self._indexer.apply()
            self._indexer.settle()
        except (GalleryUnavailable, StoreError):
            return  # the act stands; the index catches up

    def _act(self) -> Act:
        return Act(current_actor(), self._clock.now_s())

    def _tell(
        self,
        change: IdentityChange,
        identity_id: str,
        decision: Decision | None,
        *,
        other: str | None = None,
    ) -> None:
        with self._store.read() as session:
            event = identity_changed(
                session,
                change,
                identity_id,
                decision,
                at_s=self._clock.now_s(),
                other_id=other,
            )
        self._bus.publish(event)
