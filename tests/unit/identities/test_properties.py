"""Whatever is decided in whatever order: the ledger explains the state, and undo restores it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reid_service.domain.identity import SYSTEM_ACTOR, Decision
from reid_service.errors import Conflict, InvalidRequest, NotFound
from reid_service.identities.act import Act
from reid_service.identities.assigning import assign, found
from reid_service.identities.distinguishing import distinguish
from reid_service.identities.doubting import doubt_pair, doubt_sighting
from reid_service.identities.editing import expose, hide, rename, set_aliases, set_feature
from reid_service.identities.merging import plan_merge, split
from reid_service.identities.undoing import undo
from reid_service.storage.indexing import Indexer
from reid_service.storage.projection import replay
from reid_service.storage.schema import metadata
from reid_service.storage.store import Session, Store
from tests.fakes import MODEL, MemoryGallery, make_crop, make_tracklet
from tests.storing import put_sighting

TRACKLETS = 5

Step: TypeAlias = tuple[str, int, int, int]

STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("assign", "found", "merge", "split", "distinguish", "doubt", "doubt two"),
                *("rename", "alias", "hide", "expose", "feature", "undo"),
            ]
        ),
        st.integers(0, 7),
        st.integers(0, 7),
        st.integers(0, 7),
    ),
    max_size=14,
)


class _Rollback(Exception):
    """Ends a transaction without a trace."""


@contextmanager
def rolled_back(store: Store) -> Iterator[Session]:
    """A transaction that never happened."""
    with suppress(_Rollback), store.write() as session:
        yield session
        raise _Rollback


def tracklet_id(number: int) -> str:
    return make_tracklet(str(number % TRACKLETS)).id


def decide(session: Session, step: Step, known: list[str], decided: list[str]) -> Decision:
    """The decision of a step; its numbers choose among what there is."""
    kind, a, b, c = step
    # What people say binds, and what they take back too: both kinds of actors.
    act = Act("somebody" if (a + b) % 2 else SYSTEM_ACTOR, float(len(decided)))
    identity = known[a % len(known)] if known else "nobody"
    other = known[b % len(known)] if known else "nobody"
    makers: dict[str, Callable[[], Decision]] = {
        "assign": lambda: assign(session, act, tracklet_id(b), identity, firm=c > 3),
        "found": lambda: found(session, act, tracklet_id(b), firm=c > 3).decision,
        "merge": lambda: (
            plan_merge(
                session, act, [identity, other], primary_id=other if c > 5 else None
            ).decision
        ),
        "split": lambda: (
            split(session, act, identity, list({tracklet_id(b), tracklet_id(c)})).decision
        ),
        "distinguish": lambda: distinguish(session, act, identity, other),
        "doubt": lambda: doubt_sighting(session, act, tracklet_id(b), identity),
        "doubt two": lambda: doubt_pair(session, act, identity, other),
        "rename": lambda: rename(session, act, identity, [None, "A", "B"][b % 3]).decision,
        "alias": lambda: set_aliases(session, act, identity, ["C", "D", "A"][: b % 4]),
        "hide": lambda: hide(session, act, identity, hidden=b > 3),
        "expose": lambda: expose(session, act, identity, exposed=b > 3),
        "feature": lambda: set_feature(
            session, act, identity, make_crop(make_tracklet(str(b % TRACKLETS))).crop.id
        ),
        "undo": lambda: undo(session, act, decided[-1 - a % len(decided)] if decided else "none"),
    }
    return makers[kind]()


def walk(session: Session, steps: list[Step]) -> list[str]:
    """Carry out `steps`; refused ones leave nothing. Returns the ids of the decisions."""
    known: list[str] = []
    decided: list[str] = []
    for step in steps:
        before = session.ledger.state()
        try:
            with session.connection.begin_nested():
                decision = decide(session, step, known, decided)
                session.ledger.record(decision)
        except (Conflict, InvalidRequest, NotFound):
            assert session.ledger.state() == before
            continue
        decided.append(decision.id)
        known += [
            change.subject_id
            for change in decision.changes
            if change.field == "created" and change.subject_id not in known
        ]
    return decided


def check(session: Session) -> None:
    """The ledger explains the state, and nobody points at somebody who is not there."""
    assert replay(session.history.oldest_first()).touched() == session.ledger.state()
    live = {each.id for each in session.identities.live()}
    numbers = [each.number for each in session.identities.live()]
    assert len(set(numbers)) == len(numbers)
    for number in range(TRACKLETS):
        stored = session.tracklets.get(tracklet_id(number))
        assert stored.identity_id is None or stored.identity_id in live


def begin(session: Session) -> None:
    for number in range(TRACKLETS):
        put_sighting(session, str(number), start_s=10.0 * number, direction=number)


RELAXED = settings(
    max_examples=60,
    deadline=None,
    # The store is the same for every example, but each rolls back what it did.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@RELAXED
@given(steps=STEPS)
def test_the_ledger_explains_the_state(store: Store, steps: list[Step]) -> None:
    with rolled_back(store) as session:
        begin(session)
        walk(session, steps)
        check(session)


@RELAXED
@given(steps=STEPS)
def test_undoing_the_last_decision_restores_what_was_before(
    store: Store, steps: list[Step]
) -> None:
    with rolled_back(store) as session:
        begin(session)
        walk(session, steps[:-1])
        before = session.ledger.state()
        earlier = len(session.history.everything(limit=99).items)
        walk(session, steps[-1:])
        rows = session.history.everything(limit=99).items
        if len(rows) > earlier:
            after = session.ledger.state()
            first = undo(session, Act("x", 1.0), rows[0].id)
            session.ledger.record(first)
            assert session.ledger.state() == before
            session.ledger.record(undo(session, Act("x", 2.0), first.id))
            assert session.ledger.state() == after
        check(session)


@RELAXED
@given(steps=STEPS)
def test_undoing_everything_backwards_leads_to_nothing(store: Store, steps: list[Step]) -> None:
    with rolled_back(store) as session:
        begin(session)
        for decision_id in reversed(walk(session, steps)):
            if not session.history.is_undone(decision_id):
                session.ledger.record(undo(session, Act("x", 1.0), decision_id))
        assert session.ledger.state() == {}
        check(session)


@settings(RELAXED, max_examples=25)
@given(steps=STEPS)
def test_the_index_follows_every_decision(store: Store, steps: list[Step]) -> None:
    indexer = Indexer(store, MemoryGallery(), MODEL)
    with store.write() as session:
        for table in reversed(metadata.sorted_tables):
            session.connection.execute(table.delete())
        begin(session)
    for end in (len(steps) // 2, len(steps)):
        with store.write() as session:
            walk(session, steps[end // 2 : end])
        indexer.apply()
        assert not indexer.verify()
