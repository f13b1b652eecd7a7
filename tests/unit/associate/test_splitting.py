"""Where an identity is split that holds two people."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from reid_service.associate.chain import Chain, Member
from reid_service.associate.evidence import Evidence, Weigher
from reid_service.associate.revising import Split
from tests.unit.associate.people import HOUR_S, PLACES, Site, look, no_name, seen, weighing

NOW_S = 2 * HOUR_S
THREE_STRANGERS = [("a", 0.0, 0), ("b", 2000.0, 1), ("c", 2060.0, 2)]


@pytest.fixture
def site() -> Site:
    return Site()


def walker(
    tracklet_id: str, place: str, start_s: float, person: int = 0, *, alike: float = 0.6
) -> Member:
    """Somebody on a shot of his own."""
    shot = sum(tracklet_id.encode()) % 56
    return seen(tracklet_id, place, start_s, vector=look(person, shot, alike=alike))


def two_visits(*, pinned: str = "") -> list[Member]:
    """Two people, one after the other."""
    return [
        replace(walker(name, place, start_s, person), pinned=name in pinned)
        for name, place, start_s, person in [
            ("a", "door", 0.0, 0),
            ("b", "hall", 25.0, 0),
            ("c", "yard", 50.0, 0),
            ("d", "door", 2000.0, 1),
            ("e", "hall", 2025.0, 1),
            ("f", "yard", 2050.0, 1),
        ]
    ]


def round_walk(person: int, count: int, start_s: float) -> list[Member]:
    """Somebody who passes all cameras in turn, on ever new shots."""
    return [
        seen(
            f"{person}-{n}",
            PLACES[n % len(PLACES)],
            start_s + 25.0 * n,
            vector=look(person, 20 * person + n),
        )
        for n in range(count)
    ]


class Counting(Weigher):
    """Remembers which pairs of chains were weighed in full."""

    def __init__(self, weigher: Weigher) -> None:
        super().__init__(weigher.curve, weigher.transit, no_name)
        self.weighed: list[tuple[Chain, Chain]] = []

    def chains(self, a: Chain, b: Chain) -> Evidence | None:
        self.weighed.append((a, b))
        return super().chains(a, b)


@pytest.mark.parametrize(("pinned", "leaving"), [("", "def"), ("ab", "def"), ("e", "abc")])
def test_two_people_in_one_are_split_where_they_have_least_to_do_with_each_other(
    site: Site, pinned: str, leaving: str
) -> None:
    site.hold("x", *two_visits(pinned=pinned))
    split = site.reviser.next(NOW_S)
    assert isinstance(split, Split)
    assert (split.identity_id, split.tracklet_ids) == ("x", tuple(leaving))
    assert split.evidence.total < -4.0
    assert split.explanation() == {
        "rule": "evidence",
        "similarity": round(split.evidence.likeness, 4),
        **split.evidence.to_json(),
    }
    site.revise(NOW_S)
    assert site.groups() == [{"a", "b", "c"}, {"d", "e", "f"}]


def test_the_worst_link_is_split_first() -> None:
    site = Site(window_s=60.0)  # too long ago for moves
    site.hold("x", *(walker(name, "door", at_s, person) for name, at_s, person in THREE_STRANGERS))
    split = site.reviser.next(NOW_S)
    assert isinstance(split, Split)
    assert split.tracklet_ids == ("b", "c")
    site.revise(NOW_S)
    assert site.groups() == [{"a"}, {"b"}, {"c"}]


def test_of_many_cuts_only_the_three_where_looks_differ_most_are_weighed_in_full() -> None:
    site = Site(window_s=60.0)
    # Doubtful throughout: every cut speaks a little against, none enough to split.
    doubtful = [
        replace(each, vector=look(0, n, alike=0.26 + 0.002 * n))
        for n, each in enumerate(round_walk(0, 9, 0.0))
    ]
    site.hold("x", *doubtful)
    [chain] = site.engine.roster
    site.engine.weigher = counting = Counting(site.engine.weigher)
    assert site.reviser.next(NOW_S) is None
    cuts = counting.cuts(chain)
    assert max(cuts) < 0.0
    worst = sorted(range(len(cuts)), key=lambda each: cuts[each])[:3]
    assert [len(early) - 1 for early, _ in counting.weighed] == worst


def test_in_a_long_chain_the_place_to_split_is_found() -> None:
    site = Site(window_s=60.0)
    first, second = round_walk(0, 20, 0.0), round_walk(1, 20, 4000.0)
    site.hold("x", *first, *second)
    split = site.reviser.next(NOW_S)
    assert isinstance(split, Split)
    assert split.tracklet_ids == tuple(each.tracklet_id for each in second)


def test_where_two_were_in_sight_at_once_the_next_worst_cut_is_split() -> None:
    site = Site(window_s=60.0)
    people = [round_walk(0, 4, 0.0), round_walk(1, 5, 1000.0), round_walk(2, 3, 2000.0)]
    last = people[0][-1]
    people[1][0] = replace(people[1][0], place=last.place, start_s=last.last_seen_s)
    site.hold("x", *itertools.chain.from_iterable(people))
    [chain] = site.engine.roster
    cuts = site.engine.weigher.cuts(chain)
    assert int(cuts.argmin()) + 1 == 4
    assert site.engine.weigher.chains(Chain("", people[0]), Chain("", people[1])) is None
    split = site.reviser.next(NOW_S)
    assert isinstance(split, Split)
    assert split.tracklet_ids == tuple(each.tracklet_id for each in people[2])


def test_between_two_that_a_person_vouched_for_nothing_is_split(site: Site) -> None:
    site.hold("x", *two_visits(pinned="cd"))
    site.revise(NOW_S)
    assert any({"c", "d"} <= group for group in site.groups())


def test_a_long_absence_alone_splits_nobody(site: Site) -> None:
    site.hold("x", *(replace(each, vector=look(alike=1.0)) for each in two_visits()))
    assert site.reviser.next(NOW_S) is None


def test_time_and_place_alone_split_nobody() -> None:
    site = Site(window_s=60.0)
    here = walker("a", "door", 0.0, alike=1.0)
    at_once = walker("b", "hall", here.last_seen_s + 1e-4)  # nobody walks that fast
    site.hold("x", here)
    against = site.engine.weigher.transit.ratio(here, at_once, None)
    assert against < -8.0
    site.hold("x", weighing(site.engine, at_once, "x", against + 1.0))
    assert site.reviser.next(NOW_S) is None
    site.hold("x", replace(at_once, vector=look(1)))
    assert isinstance(site.reviser.next(NOW_S), Split)


def test_somebody_who_is_one_for_a_while_yet_is_not_split(site: Site) -> None:
    # In sight beside each other: to be moved when the one in sight has gone.
    site.hold("x", walker("a", "door", 0.0), replace(walker("b", "door", 5.0, 1), is_open=True))
    site.hold("x", replace(walker("a", "door", 0.0), is_open=True))
    assert site.reviser.next(NOW_S) is None


@pytest.mark.parametrize("name", ["Ann", None])
def test_whom_a_face_says_the_name_of_is_not_split_off_however_unlike(name: str | None) -> None:
    # Its name counts where it is placed: without it here it would leave and come back for ever.
    site = Site(window_s=60.0)
    site.hold("known", walker("a", "door", 0.0, alike=1.0))
    least = weighing(site.engine, walker("b", "hall", 25.0), "known", -6.0)
    site.hold("known", replace(least, face="Ann"))
    if name is not None:
        site.engine.names["known"] = name
    assert isinstance(site.reviser.next(NOW_S), Split) is (name is None)
