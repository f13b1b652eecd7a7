from __future__ import annotations

import pytest

from reid_service.domain.tracklet import founded_identity_id
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.act import Act
from reid_service.identities.editing import rename, set_aliases, set_feature
from reid_service.identities.merging import plan_merge, split
from reid_service.identities.undoing import undo
from reid_service.storage.store import Store
from tests.fakes import make_crop
from tests.storing import add_sighting, give_identity


def name_it(store: Store, identity_id: str, name: str) -> None:
    with store.write() as session:
        session.ledger.record(rename(session, Act("anna", 1.0), identity_id, name).decision)


@pytest.mark.parametrize(
    ("names", "chosen", "primary", "name"),
    [
        ((None, None, None), None, 0, None),  # the oldest
        ((None, None, "Ben"), None, 2, "Ben"),  # the named one, though the youngest
        ((None, "Ben", "Zoë"), None, 1, "Ben"),  # the older of two named ones
        ((None, None, None), 2, 2, None),  # whoever is chosen
        (("Ben", None, "Zoë"), 1, 1, "Ben"),  # and takes a name if there is one
        (("Ben", "Zoë", None), 1, 1, "Zoë"),  # but keeps their own
    ],
)
def test_the_named_then_the_older_one_stays(
    store: Store,
    names: tuple[str | None, ...],
    chosen: int | None,
    primary: int,
    name: str | None,
) -> None:
    tracklets = [add_sighting(store, event_id) for event_id in "abc"]
    ids = [give_identity(store, tracklet) for tracklet in tracklets]
    for identity_id, each in zip(ids, names, strict=True):
        if each is not None:
            name_it(store, identity_id, each)
    act = Act("anna", 2.0)
    with store.write() as session:
        before = session.ledger.state()
        plan = plan_merge(
            session, act, reversed(ids), primary_id=None if chosen is None else ids[chosen]
        )
        assert session.ledger.state() == before  # a plan changes nothing
        session.ledger.record(plan.decision)
    assert plan.primary.id == ids[primary]
    assert {each.id for each in plan.merged} == set(ids) - {ids[primary]}
    with store.write() as session:
        for identity_id, tracklet in zip(ids, tracklets, strict=True):
            assert session.identities.resolve(identity_id).id == ids[primary]
            assert session.identities.resolve(identity_id).name == name
            assert session.tracklets.get(tracklet.id).identity_id == ids[primary]
        assert [each.id for each in session.identities.live()] == [ids[primary]]
        session.ledger.record(undo(session, Act("anna", 3.0), act.id))
        assert session.ledger.state() == before


def test_merging_a_merged_one_follows_it_and_one_person_alone_is_refused(store: Store) -> None:
    ids = [give_identity(store, add_sighting(store, name)) for name in "abc"]
    with store.write() as session:
        session.ledger.record(plan_merge(session, Act("anna", 1.0), ids[:2]).decision)
        for same in ([ids[0]], ids[:2]):
            with pytest.raises(InvalidRequest, match="one person already"):
                plan_merge(session, Act("anna", 2.0), same)
        with pytest.raises(NotFound):
            plan_merge(session, Act("anna", 2.0), [ids[0], "nobody"])
        plan = plan_merge(session, Act("anna", 2.0), [ids[1], ids[2]])
        assert (plan.primary.id, [each.id for each in plan.merged]) == (ids[0], [ids[2]])


def test_a_merge_tells_who_would_have_been_in_two_places(store: Store) -> None:
    mine = [
        add_sighting(store, "m1", start_s=0.0),
        add_sighting(store, "m2", start_s=100.0, camera="door"),
    ]
    theirs = [
        add_sighting(store, "t1", start_s=4.0),  # the same camera
        add_sighting(store, "t2", start_s=110.0),  # another camera, one instant in common
        add_sighting(store, "t3", start_s=200.0),
    ]
    first, second = give_identity(store, mine[0]), give_identity(store, theirs[0])
    give_identity(store, mine[1], first)
    for tracklet in theirs[1:]:
        give_identity(store, tracklet, second)
    with store.read() as session:
        plan = plan_merge(session, Act("anna", 1.0), [first, second])
    told = [
        (each.first.event_id, each.second.event_id, each.from_s, each.until_s, each.same_camera)
        for each in plan.overlaps
    ]
    assert told == [("m1", "t1", 4.0, 10.0, True), ("m2", "t2", 110.0, 110.0, False)]


def test_sightings_of_one_person_may_overlap_without_a_word(store: Store) -> None:
    first, second = add_sighting(store, "a"), add_sighting(store, "b")
    mine = give_identity(store, first)
    give_identity(store, second, mine)
    other = give_identity(store, add_sighting(store, "c", start_s=500.0))
    with store.read() as session:
        assert plan_merge(session, Act("anna", 1.0), [mine, other]).overlaps == ()


def test_a_split_makes_a_new_person_of_the_chosen_sightings(store: Store) -> None:
    first, second, third = (
        add_sighting(store, name, start_s=start_s)
        for name, start_s in (("a", 0.0), ("b", 20.0), ("c", 40.0))
    )
    old = give_identity(store, first)
    give_identity(store, second, old)
    give_identity(store, third, old, firm=True)
    name_it(store, old, "Ben")
    act = Act("anna", 2.0)
    with store.write() as session:
        before = session.ledger.state()
        splitting = split(session, act, old, [third.id, second.id])
        session.ledger.record(splitting.decision)
    new = splitting.identity_id
    assert new == founded_identity_id(second.id)  # the earliest of them founds
    with store.write() as session:
        assert [each.tracklet.id for each in session.tracklets.of_identity(new)] == [
            second.id,
            third.id,
        ]
        assert [each.tracklet.id for each in session.tracklets.of_identity(old)] == [first.id]
        assert session.tracklets.get(third.id).firm
        assert session.identities.resolve(new).label == "Person 2"
        assert session.identities.resolve(old).name == "Ben"
        session.ledger.record(undo(session, Act("anna", 3.0), act.id))
        assert session.ledger.state() == before


@pytest.mark.parametrize(("actor", "kept_apart"), [("anna", True), ("system", False)])
def test_whoever_a_person_split_stays_two(store: Store, actor: str, kept_apart: bool) -> None:
    first, second = add_sighting(store, "a"), add_sighting(store, "b")
    old = give_identity(store, first)
    give_identity(store, second, old)
    with store.write() as session:
        before = session.ledger.state()
        splitting = split(session, Act(actor, 2.0), old, [second.id])
        session.ledger.record(splitting.decision)
        new = session.identities.resolve(splitting.identity_id)
        assert new.distinct_from == ((old,) if kept_apart else ())
        session.ledger.record(undo(session, Act("anna", 3.0), splitting.decision.id))
        assert session.ledger.state() == before


def test_the_founder_can_be_split_off_too(store: Store) -> None:
    founder, other = add_sighting(store, "a"), add_sighting(store, "b")
    old = give_identity(store, founder)
    give_identity(store, other, old)
    with store.write() as session:
        splitting = split(session, Act("anna", 2.0), old, [founder.id])
        session.ledger.record(splitting.decision)
    assert splitting.identity_id == founded_identity_id(f"{founder.id}#2")


@pytest.mark.parametrize("moved", ["a", "b"])
def test_the_chosen_picture_goes_with_its_sighting(store: Store, moved: str) -> None:
    tracklets = {name: add_sighting(store, name) for name in "ab"}
    old = give_identity(store, tracklets["a"])
    give_identity(store, tracklets["b"], old)
    feature = make_crop(tracklets["b"]).crop.id
    with store.write() as session:
        session.ledger.record(set_feature(session, Act("anna", 1.0), old, feature))
        splitting = split(session, Act("anna", 2.0), old, [tracklets[moved].id])
        session.ledger.record(splitting.decision)
    with store.read() as session:
        new = session.identities.resolve(splitting.identity_id)
        features = (session.identities.resolve(old).feature_crop_id, new.feature_crop_id)
    assert features == ((None, feature) if moved == "b" else (feature, None))


def test_a_split_must_leave_somebody_and_take_only_theirs(store: Store) -> None:
    first, second, other = (add_sighting(store, name) for name in "abc")
    identity_id = give_identity(store, first)
    give_identity(store, second, identity_id)
    give_identity(store, other)
    with store.write() as session:
        for wrong in ([], [other.id], [first.id, other.id], ["nobody"]):
            with pytest.raises(InvalidRequest, match="Not all of these"):
                split(session, Act("anna", 1.0), identity_id, wrong)
        with pytest.raises(InvalidRequest, match="Leave at least one"):
            split(session, Act("anna", 1.0), identity_id, [first.id, second.id])


def test_a_merge_is_undone_after_the_one_that_came_later(store: Store) -> None:
    ids = [give_identity(store, add_sighting(store, name)) for name in "abc"]
    acts = [Act("anna", 1.0), Act("ben", 2.0)]
    with store.write() as session:
        start = session.ledger.state()
        plan = plan_merge(session, acts[0], ids[1:], primary_id=ids[1])
        session.ledger.record(plan.decision)
        session.ledger.record(plan_merge(session, acts[1], ids[:2]).decision)
        with pytest.raises(Conflict, match="merge by ben on 1970-01-01 00:00 UTC"):
            undo(session, Act("anna", 3.0), acts[0].id)
        session.ledger.record(undo(session, Act("anna", 3.0), acts[1].id))
        session.ledger.record(undo(session, Act("anna", 4.0), acts[0].id))
        assert session.ledger.state() == start


def test_whoever_took_others_in_is_found_by_their_names_until_that_is_undone(store: Store) -> None:
    ids = [give_identity(store, add_sighting(store, name)) for name in "abc"]
    with store.write() as session:
        for identity_id, name in zip(ids, ("Anna", "Annie", None), strict=True):
            session.ledger.record(rename(session, Act("x", 1.0), identity_id, name).decision)
        session.ledger.record(set_aliases(session, Act("x", 2.0), ids[0], ["Mum"]))
        session.ledger.record(set_aliases(session, Act("x", 2.0), ids[2], ["mum", "anna", "Red"]))
        plan = plan_merge(session, Act("anna", 3.0), ids, primary_id=ids[0])
        session.ledger.record(plan.decision)
        assert session.identities.resolve(ids[0]).aliases == ("Mum", "Annie", "Red")
        session.ledger.record(undo(session, Act("anna", 4.0), plan.decision.id))
        aliases = [session.identities.resolve(each).aliases for each in ids]
    assert aliases == [("Mum",), (), ("mum", "anna", "Red")]
