"""Acts by people: committed, indexed, told, and known to what decides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reid_service.app.commands import SiteCommands
from reid_service.domain.events import HandoffEvent, IdentityChange, IdentityChangedEvent
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.acting import USER_ACTOR, acting, named_actor
from reid_service.ingest.queue import IngestQueue
from reid_service.ingest.tracklets import TrackletBook
from reid_service.pipeline.progress import Progress
from reid_service.pipeline.resolver import Resolver
from reid_service.pipeline.tracking import Tracking
from tests.unit.pipeline.site import Site, Walker, look
from tests.unit.pipeline.test_tracking import Studio


class Office:
    """Commands over a site whose resolver runs."""

    def __init__(self, folder: Path) -> None:
        self.pictures = folder / "pictures"
        self.site = Site(folder / "reid.db", pictures=self.pictures)
        self.resolver = Resolver(
            deciding=self.site.deciding,
            indexer=self.site.indexer,
            progress=Progress(),
            queue_size=16,
            order_wait_s=1.0,
            flush_every_s=3600.0,
        )
        self.book = TrackletBook(lost_after_s=180.0, recall=lambda _: None, is_gone=lambda _: False)
        self.tracking = Tracking(
            arrivals=IngestQueue(),
            book=self.book,
            pictures=Studio(),
            submit=self.resolver.submit,
            on_gap=lambda _: None,
            on_taken=lambda _instance, _failures: None,
            clock=self.site.clock,
            progress=Progress(),
            replays=False,
        )
        self.commands = SiteCommands(
            store=self.site.store,
            indexer=self.site.indexer,
            resolver=self.resolver,
            deciding=self.site.deciding,
            tracking=self.tracking,
            bus=self.site.bus,
            clock=self.site.clock,
            pictures=self.pictures,
        )

    def sighting(self, event_id: str, person: int, *, camera: str = "gate") -> str:
        """A decided sighting; its identity."""
        start_s = 1000.0 + 100.0 * len(self.site.live())
        walker = self.site.walker(event_id, camera=camera, start_s=start_s)
        walker.seen(start_s, look(person))
        walker.ends(start_s + 1.0)
        self.site.events.clear()
        return self.who(event_id)

    def who(self, event_id: str) -> str:
        identity_id = self.site.identity_of(event_id)
        assert identity_id is not None
        return identity_id

    def changes(self) -> list[tuple[IdentityChange, str, str | None]]:
        """What was told since the last sighting: change, identity, the other one."""
        return [
            (each.change, each.identity_id, each.other_identity_id)
            for each in self.site.events
            if isinstance(each, IdentityChangedEvent)
        ]

    def open_walker(self, event_id: str, person: int) -> Walker:
        walker = self.site.walker(event_id, start_s=5000.0)
        walker.seen(5000.0, look(person))
        self.site.events.clear()
        return walker


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path)
    made.resolver.start()
    yield made
    made.resolver.stop()
    made.site.store.close()


def test_one_identity_is_edited_by_any_of_its_ids(office: Office) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 1)
    crop = office.site.stored("a")
    assert crop is not None
    office.commands.merge(anna, [ben], dry_run=False)
    office.site.events.clear()
    with office.site.store.read() as session:
        [picture] = session.crops.of_tracklet("frigate:a")
    done = [
        office.commands.rename(ben, "Anna"),
        office.commands.set_hidden(ben, True),
        office.commands.set_exposed(ben, True),
        office.commands.set_feature_crop(ben, picture.id),
    ]
    assert {each.identity_id for each in done} == {anna}
    assert office.changes() == [(IdentityChange.UPDATED, anna, None)] * 4
    assert {
        e.identity_label for e in office.site.events if isinstance(e, IdentityChangedEvent)
    } == {"Anna"}
    with office.site.store.read() as session:
        identity = session.identities.resolve(anna)
        decisions = [session.history.get(each.decision_ids[0]).decision for each in done]
    assert (identity.name, identity.hidden, identity.exposed) == ("Anna", True, True)
    assert identity.feature_crop_id == picture.id
    assert {each.actor for each in decisions} == {USER_ACTOR}


def test_a_bad_picture_is_no_evidence_any_more(office: Office) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 1)
    before = office.site.deciding.weigh("frigate:a", "frigate:b")
    with office.site.store.read() as session:
        [picture] = session.crops.of_tracklet("frigate:a")
    [decision_id] = office.commands.call_bad(picture.id, True)
    assert office.changes() == [(IdentityChange.UPDATED, anna, None)]
    assert office.site.deciding.weigh("frigate:a", "frigate:b") is None
    assert office.site.live() == {anna, ben}
    office.commands.undo(decision_id)
    assert office.site.deciding.weigh("frigate:a", "frigate:b") == before


def test_a_merge_can_be_tried_first(office: Office) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 1)
    plan = office.commands.merge(anna, [ben], dry_run=True)
    assert (plan.identity_id, plan.decision_ids, plan.merged_ids) == (anna, (), (ben,))
    assert office.site.live() == {anna, ben}
    assert office.changes() == []


def test_merged_identities_are_one_for_all_that_follows(office: Office) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 1)
    walker = office.open_walker("c", 1)
    merged = office.commands.merge(anna, [ben], dry_run=False)
    assert merged.merged_ids == (ben,)
    assert office.changes() == [
        (IdentityChange.MERGED, ben, anna),
        (IdentityChange.UPDATED, anna, None),
    ]
    assert not office.site.indexer.verify()
    walker.ends(5001.0)
    assert office.who("c") == anna


def test_a_split_makes_another_person(office: Office) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 0, camera="door")
    assert anna == ben
    done = office.commands.split(anna, ["frigate:b"])
    assert office.who("b") == done.identity_id != anna
    assert office.changes() == [(IdentityChange.SPLIT, anna, done.identity_id)]
    assert not office.site.indexer.verify()


def test_a_split_of_an_id_that_was_merged_is_told_of_the_one_that_took_it_in(
    office: Office,
) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 1)
    office.commands.merge(anna, [ben], dry_run=False)
    office.site.events.clear()
    done = office.commands.split(ben, ["frigate:b"])
    assert office.changes() == [(IdentityChange.SPLIT, anna, done.identity_id)]


def test_a_sighting_is_given_to_somebody_and_stays_there(office: Office) -> None:
    anna = office.sighting("a", 0)
    walker = office.open_walker("b", 1)
    before = office.who("b")
    done = office.commands.assign("frigate:b", anna)
    assert done.identity_id == anna
    assert office.changes() == [(IdentityChange.REASSIGNED, anna, before)]
    walker.seen(5001.0, look(2), quality=1.0)
    walker.ends(5002.0)
    assert office.who("b") == anna
    assert office.site.told(HandoffEvent) == []


def test_a_sighting_of_somebody_new_leaves_the_others_even_if_it_was_the_first(
    office: Office,
) -> None:
    anna = office.sighting("a", 0)
    assert office.sighting("b", 0, camera="door") == anna
    done = office.commands.assign("frigate:a", None)
    assert office.who("a") == done.identity_id != anna
    assert office.who("b") == anna
    # Said again of somebody who is alone already, it only confirms.
    again = office.commands.assign("frigate:a", None)
    assert again.identity_id == done.identity_id


def test_whoever_is_forgotten_is_gone_with_pictures_and_index(office: Office) -> None:
    anna = office.sighting("a", 0)
    walker = office.open_walker("b", 0)
    assert office.who("b") == anna
    assert len(list(office.pictures.rglob("*.jpg"))) == 2
    done = office.commands.forget(anna)
    assert (done.identity_ids, done.sightings) == ((anna,), 2)
    assert list(office.pictures.rglob("*.jpg")) == []
    assert office.site.gallery.points == {}
    assert office.changes() == [(IdentityChange.FORGOTTEN, anna, None)]
    walker.ends(5001.0, look(0))
    assert office.site.live() == set()


def test_an_undo_tells_everybody_concerned(office: Office) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 1)
    merged = office.commands.merge(anna, [ben], dry_run=False)
    office.site.events.clear()
    office.commands.undo(merged.decision_ids[0])
    assert office.who("b") == ben
    assert office.site.live() == {anna, ben}
    told = {(change, identity) for change, identity, _ in office.changes()}
    assert told == {(IdentityChange.UPDATED, anna), (IdentityChange.UPDATED, ben)}
    with pytest.raises(Conflict):
        office.commands.undo(merged.decision_ids[0])


def test_what_cannot_be_done_is_the_callers_matter_and_leaves_nothing(office: Office) -> None:
    anna = office.sighting("a", 0)
    with pytest.raises(NotFound):
        office.commands.rename("nobody", "Anna")
    with pytest.raises(NotFound):
        office.commands.assign("nobody", anna)
    with pytest.raises(InvalidRequest):
        office.commands.split(anna, ["frigate:a"])
    with pytest.raises(InvalidRequest):
        office.commands.merge(anna, [anna], dry_run=False)
    assert office.changes() == []


def test_an_act_stands_although_the_index_is_away(office: Office) -> None:
    anna, ben = office.sighting("a", 0), office.sighting("b", 1)
    office.site.gallery.down = True
    office.commands.merge(anna, [ben], dry_run=False)
    assert office.who("b") == anna
    office.site.gallery.down = False
    assert not office.site.indexer.verify()


def test_an_act_is_recorded_under_the_name_of_who_asked(office: Office) -> None:
    anna = office.sighting("a", 1)
    with acting(named_actor("system")):
        [named] = office.commands.rename(anna, "Anna").decision_ids
    [hidden] = office.commands.set_hidden(anna, True).decision_ids
    with office.site.store.read() as session:
        actors = [session.history.get(each).decision.actor for each in (named, hidden)]
    assert actors == ["user:system", USER_ACTOR]
