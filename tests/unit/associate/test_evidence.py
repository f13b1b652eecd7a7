"""Looks, time and place, and names of faces."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from reid_service.associate.appearance import appearance_ratio, likeness
from reid_service.associate.chain import Chain, Member
from reid_service.associate.comparing import compared
from reid_service.associate.evidence import Evidence, Weigher
from reid_service.associate.movements import Movements
from reid_service.associate.transit import Transit
from tests.unit.associate.people import CURVE, PLACES, look, members, no_name, seen


def weigher(**names: str) -> Weigher:
    return Weigher(CURVE, Transit(Movements(places=set(PLACES))), names.get)


def looks(a: Chain, b: Chain) -> float:
    """The appearance alone, not bounded."""
    mean, best, shared = compared(a, b)
    groups = min(len(a), len(b)) > 1
    return appearance_ratio(CURVE, likeness(mean, best), len(a) * len(b), shared, groups=groups)


def halves(people: list[Member], data: st.DataObject) -> tuple[Chain, Chain]:
    cut = data.draw(st.integers(1, len(people) - 1))
    return Chain("a", people[:cut]), Chain("b", people[cut:])


def test_the_terms_add_up() -> None:
    assert Evidence(1.0, -2.0, 8.0, likeness=0.5).total == 7.0


def test_an_explanation_is_rounded() -> None:
    assert Evidence(1.2345, -0.001, 8.0, likeness=0.5, sides=0.501).to_json() == {
        "appearance": 1.23,
        "time_place": -0.0,
        "sides": 0.5,
        "face": 8.0,
        "total": 9.73,
    }


@given(members(least=2), st.data())
def test_of_two_chains_it_matters_not_which_is_first(
    people: list[Member], data: st.DataObject
) -> None:
    a, b = halves(people, data)
    one, other = weigher(b="Ann").chains(a, b), weigher(b="Ann").chains(b, a)
    assert (one is None) is (other is None)
    # Cosines are sums in single precision, and 28 times as much in the sum of the evidence.
    assert looks(a, b) == pytest.approx(looks(b, a), abs=1e-3)
    if one is not None and other is not None:
        assert one.appearance == pytest.approx(other.appearance, abs=1e-3)
        assert one.time_place == pytest.approx(other.time_place, abs=1e-9)
        assert one.face == other.face
        assert one.likeness == pytest.approx(other.likeness, abs=1e-5)


@given(members(least=2), st.data())
def test_two_chains_cannot_be_one_where_two_were_in_sight_at_once(
    people: list[Member], data: st.DataObject
) -> None:
    a, b = halves(people, data)
    beside = any(a.excludes(each) for each in b.members)
    assert (weigher().chains(a, b) is None) is beside


def test_somebody_still_in_sight_is_beside_all_who_come_to_that_camera() -> None:
    here = Chain("a", [seen("here", "door", 0.0, is_open=True)])
    assert weigher().chains(here, Chain("b", [seen("later", "door", 1000.0)])) is None
    assert weigher().chains(here, Chain("b", [seen("later", "hall", 1000.0)])) is not None


def test_somebody_who_stays_long_is_beside_all_who_come_meanwhile() -> None:
    stays = seen("stays", "door", 0.0, 1000.0)
    passing = [seen(f"p{each}", "hall", 100.0 * each) for each in range(1, 9)]
    beside = seen("beside", "door", 900.0)
    assert weigher().chains(Chain("a", [stays]), Chain("b", [*passing, beside])) is None


@given(members(least=2), st.data())
def test_evidence_is_bounded(people: list[Member], data: st.DataObject) -> None:
    a, b = halves(people, data)
    for evidence in (weigher().chains(a, b), weigher().member(people[0], Chain("b", people[1:]))):
        if evidence is not None:
            assert abs(evidence.appearance) <= 30.0
            assert abs(evidence.time_place) <= 12.0
            assert evidence.face in {-8.0, 0.0, 8.0}
            assert -1.0 <= evidence.likeness <= 1.0 + 1e-6


def test_one_tracklet_never_says_more_than_twelve() -> None:
    person = look(alike=1.0)
    crowd = Chain("x", [seen(f"{n}", "hall", 100.0 * n, vector=person) for n in range(9)])
    evidence = weigher().member(seen("new", start_s=2000.0, vector=person), crowd)
    assert evidence is not None
    assert evidence.appearance == 12.0


def test_nobody_is_he_who_stands_beside_him() -> None:
    assert weigher().member(seen("a"), Chain("x", [seen("b", start_s=5.0)])) is None


def test_a_tracklet_is_weighed_as_a_chain_of_one_would_be() -> None:
    known = Chain("x", [seen("a", vector=look(0, 1)), seen("b", "hall", 30.0, vector=look(0, 2))])
    newcomer = seen("c", "yard", 60.0, vector=look(0, 3, alike=0.15))
    alone = weigher().member(newcomer, known)
    chained = weigher().chains(Chain("y", [newcomer]), known)
    assert alone is not None
    assert chained is not None
    assert alone.total == pytest.approx(chained.total, rel=1e-5)
    assert alone.likeness == pytest.approx(0.3)


def test_half_of_what_looks_say_is_the_best_pair() -> None:
    front, back = seen("a", vector=look(0, alike=1.0)), seen("b", "hall", 30.0, vector=look(1))
    again = seen("c", "yard", 60.0, vector=look(0, alike=1.0))
    known, newcomer = Chain("x", [front, back]), Chain("y", [again])
    for evidence in (weigher().member(again, known), weigher().chains(known, newcomer)):
        assert evidence is not None
        assert evidence.likeness == pytest.approx(0.75)  # of 1 and 0


@given(members(least=2), st.sampled_from([{}, {"x": "Ann"}]))
def test_who_is_in_it_already_is_weighed_against_the_others(
    people: list[Member], names: dict[str, str]
) -> None:
    whole, weighs = Chain("x", people), weigher(**names)
    for each in people:
        rest = Chain("x", [other for other in people if other is not each])
        inside, outside = weighs.member(each, whole), weighs.member(each, rest)
        assert (inside is None) is (outside is None)
        if inside is not None and outside is not None:
            assert inside.appearance == pytest.approx(outside.appearance, abs=1e-3)
            assert inside.time_place == outside.time_place
            assert inside.face == outside.face
            assert inside.likeness == pytest.approx(outside.likeness, abs=1e-5)


def test_ones_own_face_does_not_speak_for_one() -> None:
    own = seen("b", "hall", 60.0, face="Ann")
    nameless = Chain("x", [seen("a"), own])
    bens = Chain("x", [own, seen("a", start_s=90.0, face="Ben")])
    for chain, expected in ((nameless, 0.0), (bens, -8.0)):
        evidence = weigher().member(own, chain)
        assert evidence is not None
        assert evidence.face == expected


def test_who_changed_since_is_weighed_as_he_is_now() -> None:
    stays, was = seen("a", vector=look(0, alike=1.0)), seen("b", "hall", 60.0, vector=look(1))
    now = replace(was, vector=look(0, alike=1.0))
    evidence = weigher().member(now, Chain("x", [stays, was]))
    assert evidence is not None
    assert evidence.likeness == pytest.approx(1.0)


@given(members(least=2))
def test_every_cut_has_the_looks_of_its_two_parts(people: list[Member]) -> None:
    chain = Chain("x", people)
    wanted = [
        looks(Chain("", chain.members[:cut]), Chain("", chain.members[cut:]))
        for cut in range(1, len(chain))
    ]
    assert weigher().cuts(chain).tolist() == pytest.approx(wanted, abs=1e-3)


@given(members(least=2), st.floats(-0.3, 0.2))
def test_of_who_is_plainly_one_person_no_cut_speaks_against(
    people: list[Member], zero: float
) -> None:
    chain, weighs = Chain("x", people), weigher()
    weighs.curve = replace(CURVE, zero=zero)
    event(f"plain: {weighs.is_whole(chain)}")
    assert not weighs.is_whole(chain) or min(weighs.cuts(chain)) > 0.0


def test_one_person_on_many_cameras_is_plainly_one() -> None:
    same = [seen(f"{n}", PLACES[n % 4], 60.0 * n, vector=look(0, n)) for n in range(8)]
    other = seen("z", "door", 900.0, vector=look(1, 20))
    assert weigher().is_whole(Chain("x", same))
    assert not weigher().is_whole(Chain("x", [*same, other]))


@given(members(least=3), st.data(), st.sampled_from([-11.0, -6.0, 0.0, 6.0]))
def test_who_says_too_little_is_left_out_and_nobody_else(
    people: list[Member], data: st.DataObject, least: float
) -> None:
    first, second = sorted(data.draw(st.permutations(range(1, len(people))))[:2])
    a, b, c = people[:first], people[first:second], people[second:]
    chain, others = Chain("a", a), [Chain("b", b), Chain("c", c)]
    weighs = weigher(b="Ann", c="Ben")
    wanted = [each for each in weighs.others(chain, others) if each[1].appearance >= least]
    assert weighs.others(chain, others, at_least=least) == wanted
    alone = [e for e in weighs.among(a[0], others) if e[1].appearance + e[1].face >= least]
    assert weighs.among(a[0], others, at_least=least) == alone


def test_of_cuts_that_are_all_beyond_doubt_the_worst_is_known() -> None:
    other = -look(0, alike=1.0)
    first, second = (
        [seen(f"{name}{n}", "hall", start_s + 60.0 * n, vector=vector) for n in range(8)]
        for name, start_s, vector in (("a", 0.0, look(0, alike=1.0)), ("b", 1e4, other))
    )
    cuts = weigher().cuts(Chain("x", [*first, *second])).tolist()
    assert min(cuts) == cuts[7] < -30.0
    assert sorted(cuts)[1] > cuts[7]


def test_one_camera_demands_more_likeness_than_two() -> None:
    known = Chain("x", [seen("a", "door", vector=look(0, 1, alike=0.3))])
    here, there = (
        weigher().member(seen("b", place, 60.0, vector=look(0, 2, alike=0.3)), known)
        for place in ("door", "hall")
    )
    assert here is not None
    assert there is not None
    assert here.appearance < there.appearance


@pytest.mark.parametrize(
    ("mine", "theirs", "name", "expected"),
    [
        ("Ann", "ann", None, 8.0),
        ("Ann", "Ben", None, -8.0),
        ("Ann", None, None, 0.0),
        (None, "Ann", None, 0.0),
        ("Ann", None, "ANN", 8.0),
        ("Ann", None, "Ben", -8.0),
        ("Ann", "Ann", "Ben", 8.0),  # a name that was given may be a nickname
    ],
)
def test_names_of_faces_join_and_keep_apart(
    mine: str | None, theirs: str | None, name: str | None, expected: float
) -> None:
    known = Chain("x", [seen("a", face=theirs)])
    weighs = weigher() if name is None else weigher(x=name)
    evidence = weighs.member(seen("b", "hall", 60.0, face=mine), known)
    assert evidence is not None
    assert evidence.face == expected


def test_the_face_that_was_seen_most_is_the_one() -> None:
    faces = ["Ben", "Ann", "Ann"]
    known = Chain("x", [seen(f"{n}", start_s=60.0 * n, face=each) for n, each in enumerate(faces)])
    evidence = weigher().member(seen("b", "hall", 600.0, face="Ann"), known)
    assert evidence is not None
    assert evidence.face == 8.0


def test_without_names_faces_say_nothing() -> None:
    weighs = Weigher(CURVE, Transit(Movements()), no_name)
    evidence = weighs.chains(Chain("a", [seen("a")]), Chain("b", [seen("b", "hall", 60.0)]))
    assert evidence is not None
    assert evidence.face == 0.0
