from __future__ import annotations

from collections.abc import Callable

import pytest

from reid_service.domain.identity import Decision, DecisionKind
from reid_service.errors import InvalidRequest, NotFound
from reid_service.identities.act import Act
from reid_service.identities.editing import (
    MOST_ALIASES,
    expose,
    hide,
    rename,
    set_aliases,
    set_feature,
)
from reid_service.identities.undoing import undo
from reid_service.storage.store import Session, Store
from tests.fakes import make_crop
from tests.storing import add_sighting, give_identity


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Anna", "Anna"),
        ("  Anna \t Maria\n", "Anna Maria"),
        ("é" * 100, "é" * 100),
        ("   ", None),
        ("", None),
        (None, None),
    ],
)
def test_a_name_is_tidied_or_taken_away(store: Store, typed: str | None, kept: str | None) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        session.ledger.record(rename(session, Act("x", 1.0), identity_id, "Before").decision)
        renaming = rename(session, Act("x", 2.0), identity_id, typed)
        session.ledger.record(renaming.decision)
        assert session.identities.resolve(identity_id).name == kept
    assert renaming.namesakes == ()
    assert renaming.decision.kind is DecisionKind.RENAME


@pytest.mark.parametrize("name", ["x" * 101, "a\x00b", "a\u202eb"])
def test_a_name_that_nobody_could_read_is_refused(store: Store, name: str) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.read() as session, pytest.raises(InvalidRequest, match="100 printable"):
        rename(session, Act("x", 1.0), identity_id, name)


def test_namesakes_are_allowed_and_told(store: Store) -> None:
    first, second = (give_identity(store, add_sighting(store, name)) for name in "ab")
    with store.write() as session:
        session.ledger.record(rename(session, Act("x", 1.0), first, "Zoë").decision)
        renaming = rename(session, Act("x", 2.0), second, "ZOË")
        session.ledger.record(renaming.decision)
        assert [each.id for each in renaming.namesakes] == [first]
        assert rename(session, Act("x", 3.0), first, "Zoë Maria").namesakes == ()
        assert len(rename(session, Act("x", 3.0), first, "zoë").namesakes) == 1


def test_other_names_are_tidied_kept_once_and_taken_back(store: Store) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        session.ledger.record(rename(session, Act("x", 1.0), identity_id, "Anna").decision)
        given = [" Mum ", "ANNA", "", "mum", "Annie  Lou"]
        decision = set_aliases(session, Act("x", 2.0), identity_id, given)
        session.ledger.record(decision)
        assert decision.kind is DecisionKind.ALIAS
        assert session.identities.resolve(identity_id).aliases == ("Mum", "Annie Lou")
        later = set_aliases(session, Act("x", 3.0), identity_id, ["Mum"])
        session.ledger.record(later)
        session.ledger.record(undo(session, Act("x", 4.0), later.id))
        assert session.identities.resolve(identity_id).aliases == ("Mum", "Annie Lou")


@pytest.mark.parametrize(
    ("aliases", "words"),
    [(["x" * 101], "100 printable"), ([f"n{n}" for n in range(MOST_ALIASES + 1)], "20 other")],
)
def test_too_many_or_unreadable_other_names_are_refused(
    store: Store, aliases: list[str], words: str
) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.read() as session, pytest.raises(InvalidRequest, match=words):
        set_aliases(session, Act("x", 1.0), identity_id, aliases)


@pytest.mark.parametrize(
    ("field", "kind", "edit"),
    [
        ("hidden", DecisionKind.HIDE, lambda s, a, i, on: hide(s, a, i, hidden=on)),
        ("exposed", DecisionKind.EXPOSE, lambda s, a, i, on: expose(s, a, i, exposed=on)),
    ],
)
def test_hiding_and_exposing_are_switches(
    store: Store,
    field: str,
    kind: DecisionKind,
    edit: Callable[[Session, Act, str, bool], Decision],
) -> None:
    identity_id = give_identity(store, add_sighting(store, "a"))
    with store.write() as session:
        for number, on in enumerate([True, True, False]):
            act = Act("x", float(number))
            decision = edit(session, act, identity_id, on)
            session.ledger.record(decision)
            assert decision.kind is kind
            assert getattr(session.identities.resolve(identity_id), field) is on
        session.ledger.record(undo(session, Act("x", 9.0), act.id))
        assert getattr(session.identities.resolve(identity_id), field) is True


def test_a_picture_must_be_of_the_person_it_shows(store: Store) -> None:
    first, second = add_sighting(store, "a"), add_sighting(store, "b")
    mine, other = give_identity(store, first), give_identity(store, second)
    crop_id = make_crop(first).crop.id
    with store.write() as session:
        session.ledger.record(set_feature(session, Act("x", 1.0), mine, crop_id))
        assert session.identities.resolve(mine).feature_crop_id == crop_id
        for identity_id, wrong in ((other, crop_id), (mine, "nothing")):
            with pytest.raises(InvalidRequest, match="not of this person"):
                set_feature(session, Act("x", 2.0), identity_id, wrong)
        session.ledger.record(set_feature(session, Act("x", 3.0), mine, None))
        assert session.identities.resolve(mine).feature_crop_id is None


def test_nobody_is_edited_who_is_not_there(store: Store) -> None:
    with store.read() as session:
        for edit in (
            lambda: rename(session, Act("x", 1.0), "nobody", "Anna"),
            lambda: hide(session, Act("x", 1.0), "nobody", hidden=True),
            lambda: expose(session, Act("x", 1.0), "nobody", exposed=True),
            lambda: set_feature(session, Act("x", 1.0), "nobody", None),
        ):
            with pytest.raises(NotFound):
                edit()
