"""What time and place speak for."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reid_service.associate.chain import Chain, Member
from reid_service.associate.movements import VISIT_GAP_S, GapSums, Movements
from reid_service.associate.transit import Transit
from tests.unit.associate.people import HOUR_S, PLACES, members, seen

WALKS_S = {("door", "hall"): 12.0, ("hall", "door"): 12.0, ("hall", "yard"): 40.0}


def after(gap_s: float, place: str = "hall") -> Member:
    """Somebody seen that long after `DOOR` was last seen."""
    return seen("b", place, DOOR.last_seen_s + gap_s)


DOOR = seen("a", "door", 0.0, 10.0)


def walked(times: int, gap_s: float, here: str = "door", there: str = "hall") -> Movements:
    """So many people went from one place to the other, and home."""
    movements = Movements()
    chains = [
        Chain(
            str(index),
            [
                seen(f"{index}a", here, start_s := index * 600.0, start_s + 10.0),
                seen(f"{index}b", there, start_s + 10.0 + gap_s),
            ],
        )
        for index in range(times)
    ]
    movements.watch(chains, from_s=0.0, until_s=times * 600.0)
    return movements


def mass(transit: Transit, before: Member, there: str) -> float:
    """The density integrated over the time until somebody is next seen at `there` in a visit."""
    width = 0.05
    logs = np.arange(math.log(1e-3), math.log(VISIT_GAP_S), width)
    later = (math.exp(each) for each in logs)
    walks = math.fsum(
        transit.link_rate(before, seen("z", there, before.last_seen_s + gap_s)) * gap_s * width
        for gap_s in later
    )
    in_sight_s = before.last_seen_s - before.start_s
    return walks + transit.link_rate(before, seen("z", there, before.start_s)) * in_sight_s


def log_rate(transit: Transit, before: Member, later: Member) -> float:
    """Of the density of a link; nothing is impossible."""
    return math.log(max(transit.link_rate(before, later), 1e-12))


def log_density(transit: Transit, chain: Sequence[Member]) -> float:
    """Of a whole chain, link by link; nothing of nobody."""
    if not chain:
        return 0.0
    links = [log_rate(transit, before, later) for before, later in itertools.pairwise(chain)]
    return math.log(transit.new_rate(chain[0].place)) + math.fsum(links)


def site_of(people: list[list[Member]]) -> Movements:
    movements = Movements(places=set(PLACES))
    chains = [Chain(str(index), each) for index, each in enumerate(people)]
    movements.watch(chains, from_s=0.0, until_s=2 * HOUR_S)
    return movements


@pytest.mark.parametrize("walks_s", [None, WALKS_S])
def test_over_all_places_and_the_time_of_a_visit_the_density_is_of_those_who_stay(
    walks_s: dict[tuple[str, str], float] | None,
) -> None:
    transit = Transit(Movements(places=set(PLACES)), walks_s)
    # About a third leave, and some of those are back already.
    assert 0.55 < math.fsum(mass(transit, DOOR, each) for each in PLACES) < 0.8


def test_where_everybody_walks_on_nearly_all_of_the_density_is_there() -> None:
    assert 0.85 < mass(Transit(walked(200, 20.0)), DOOR, "hall") < 1.05


@settings(max_examples=30)
@given(st.lists(members(), max_size=3))
def test_nobody_is_expected_twice(people: list[list[Member]]) -> None:
    movements = site_of(people)
    movements.overlaps.clear()
    transit = Transit(movements)
    assert math.fsum(mass(transit, DOOR, each) for each in PLACES) < 1.1


def known(people: float, returns: float) -> Movements:
    """So many people in ten hours, and how often one of them came back."""
    movements = Movements(hours=10.0, people=people, places=set(PLACES))
    for place in PLACES:
        movements.starts[place] = people / len(PLACES)
        movements.returns[place] = returns / len(PLACES)
    return movements


@pytest.mark.parametrize(
    ("people", "returns", "odds"),
    [
        (0.0, 0.0, 1.0),  # nothing was seen yet
        (98.0, 98.0, 1.0),
        (98.0, 198.0, 2.0),
        (98.0, 0.0, 0.5),  # nobody was recognised yet
        (98.0, 9000.0, 4.0),
    ],
)
def test_all_who_left_come_back_as_often_as_they_did(
    people: float, returns: float, odds: float
) -> None:
    transit = Transit(known(people, returns))
    days_later = [after(1e7, each) for each in PLACES]
    rate = math.fsum(transit.link_rate(DOOR, each) for each in days_later)
    newcomers = math.fsum(transit.new_rate(each) for each in PLACES)
    # One more than were counted: so many share in it that he himself is among them.
    assert rate * (people + 1.0) == pytest.approx(odds * newcomers)


def test_everybody_who_left_is_as_likely_to_come_back() -> None:
    transit = Transit(known(20.0, 10.0))
    yesterday, long_ago = seen("a", "hall", 9e6, 9e6 + 10.0), seen("b", "yard", 0.0, 900.0)
    back = seen("c", "door", 1e7)
    assert transit.link_rate(yesterday, back) == pytest.approx(transit.link_rate(long_ago, back))


@pytest.mark.parametrize("gap_s", [0.1, 5.0, 60.0, 180.0, 900.0])
def test_nobody_comes_back_before_there_was_time_to_leave(gap_s: float) -> None:
    # All but the returns is alike in both.
    often, seldom = Transit(known(20.0, 900.0)), Transit(known(20.0, 0.0))

    def more(later_s: float) -> float:
        later = after(later_s)
        return often.link_rate(DOOR, later) - seldom.link_rate(DOOR, later)

    share = 1.0 - math.exp(-gap_s / VISIT_GAP_S)
    assert more(gap_s) == pytest.approx(share * more(1e7), rel=1e-6)


@given(st.lists(members(), max_size=4))
def test_strangers_come_in_at_the_places_as_often_as_they_came(people: list[list[Member]]) -> None:
    movements = site_of(people)
    rate = math.fsum(Transit(movements).new_rate(each) for each in PLACES)
    assert rate * HOUR_S == pytest.approx((len(people) + 2.0) / 2.5)


def test_a_place_where_strangers_appear_has_more_of_them() -> None:
    transit = Transit(walked(20, 20.0))
    assert transit.new_rate("door") > transit.new_rate("hall") > 0.0


def test_somebody_without_neighbours_says_nothing() -> None:
    assert Transit(Movements()).ratio(None, DOOR, None) == 0.0


@given(st.lists(members(), max_size=2), members(least=3, most=3))
def test_a_link_is_worth_what_it_adds_to_the_chain(
    people: list[list[Member]], three: list[Member]
) -> None:
    transit = Transit(site_of(people), WALKS_S)
    before, between, later = sorted(three, key=lambda each: each.order)

    def gain(*chain: Member, added: Member) -> float:
        rest = [each for each in chain if each is not added]
        ratio = log_density(transit, chain) - log_density(transit, rest)
        return max(-12.0, min(12.0, ratio - log_density(transit, [added])))

    assert transit.ratio(before, between, None) == pytest.approx(
        gain(before, between, added=between), abs=1e-9
    )
    assert transit.ratio(None, before, between) == pytest.approx(
        gain(before, between, added=before), abs=1e-9
    )
    assert transit.ratio(before, between, later) == pytest.approx(
        gain(before, between, later, added=between), abs=1e-9
    )


@given(st.lists(members(), max_size=2), members(), st.data())
def test_that_two_chains_are_one_is_worth_what_it_adds(
    people: list[list[Member]], both: list[Member], data: st.DataObject
) -> None:
    transit = Transit(site_of(people), WALKS_S)
    both.sort(key=lambda each: each.order)
    is_first = data.draw(st.lists(st.booleans(), min_size=len(both), max_size=len(both)))
    one = [each for each, is_his in zip(both, is_first, strict=True) if is_his]
    other = [each for each, is_his in zip(both, is_first, strict=True) if not is_his]
    gain = log_density(transit, both) - log_density(transit, one) - log_density(transit, other)
    for chain in (one, other):  # whichever is called the first
        ids = {each.tracklet_id for each in chain}
        assert transit.joining(both, ids) == pytest.approx(gain, abs=1e-9)


@given(members(least=3, most=3), st.booleans(), st.booleans())
def test_time_and_place_alone_make_nobody_certain(
    three: list[Member], has_before: bool, has_after: bool
) -> None:
    before, between, later = sorted(three, key=lambda each: each.order)
    ratio = Transit(walked(50, 5.0)).ratio(
        before if has_before else None, between, later if has_after else None
    )
    assert -12.0 <= ratio <= 12.0


def test_the_usual_walk_speaks_for_and_an_unusual_one_against() -> None:
    transit = Transit(walked(50, 20.0))
    assert transit.ratio(DOOR, after(20.0), None) > 2.0
    assert transit.ratio(DOOR, after(1.0), None) < transit.ratio(DOOR, after(20.0), None)
    assert transit.ratio(DOOR, after(900.0), None) < 0.0


def test_where_nobody_is_seen_next_to_nobody_is_expected() -> None:
    movements = walked(50, 20.0)
    movements.places.add("yard")
    transit = Transit(movements)
    assert transit.link_rate(DOOR, after(20.0, "yard")) < transit.link_rate(DOOR, after(20.0)) / 9


def test_nobody_leaves_a_camera_while_he_is_in_its_sight() -> None:
    transit = Transit(Movements(places=set(PLACES)))
    assert transit.link_rate(DOOR, after(0.0, "door")) == 0.0
    assert transit.ratio(DOOR, after(-5.0, "door"), None) == -12.0


def test_views_that_were_seen_to_overlap_make_two_at_once_likely() -> None:
    known = Movements(places=set(PLACES))
    known.overlaps["door", "hall"] = 20.0
    strange = Transit(Movements(places=set(PLACES)))
    assert Transit(known).link_rate(DOOR, after(-5.0)) > 10 * strange.link_rate(DOOR, after(-5.0))
    # Not for the way back: that is another pair.
    back = seen("c", "hall", 0.0, 10.0), seen("d", "door", 5.0)
    assert Transit(known).link_rate(*back) == strange.link_rate(*back)


def test_of_views_that_nobody_knows_few_are_thought_to_overlap() -> None:
    transit = Transit(Movements(places=set(PLACES)))
    rates = [transit.link_rate(DOOR, after(-5.0, each)) for each in PLACES]
    assert 0.0 < math.fsum(rates) * 10.0 < 0.05  # he was in sight for 10 s


def test_a_glimpse_overlaps_no_denser_than_five_seconds() -> None:
    transit = Transit(Movements(places=set(PLACES)))
    glimpse, moment = seen("a", "door", 0.0, 0.1), seen("a", "door", 0.0, 5.0)
    assert transit.link_rate(glimpse, seen("b", "hall", 0.0)) == transit.link_rate(
        moment, seen("b", "hall", 0.0)
    )


def test_transit_times_are_learned() -> None:
    few, many = Transit(walked(2, 60.0)), Transit(walked(200, 60.0))
    unknown = Transit(Movements()).transit_time("door", "hall")
    assert unknown[0] == pytest.approx(math.log(15.0))
    assert unknown[0] < few.transit_time("door", "hall")[0] < math.log(60.0)
    assert many.transit_time("door", "hall")[0] == pytest.approx(math.log(60.0), abs=0.05)
    assert many.transit_time("door", "hall")[1] < few.transit_time("door", "hall")[1]
    assert many.transit_time("door", "hall") == many.transit_time("door", "hall")


def test_the_spread_is_that_of_what_was_seen() -> None:
    sums = GapSums()
    for index in range(200):
        sums.add(60.0 * math.exp(0.5 if index % 2 else -0.5), 1.0)
    transit = Transit(Movements(gaps={("door", "hall"): sums}))
    assert transit.transit_time("door", "hall")[1] == pytest.approx(0.5, abs=0.02)


def test_what_contradicts_the_prior_widens_the_spread() -> None:
    usual, unusual = Transit(walked(3, 15.0)), Transit(walked(3, 150.0))
    assert unusual.transit_time("door", "hall")[1] > 1.2 * usual.transit_time("door", "hall")[1]


def test_a_transit_time_that_has_faded_away_is_unknown_again() -> None:
    movements = Movements(gaps={("door", "hall"): GapSums()})
    assert Transit(movements).transit_time("door", "hall") == Transit(Movements()).transit_time(
        "door", "hall"
    )


def test_a_plan_makes_times_sharper() -> None:
    planned = Transit(Movements(), WALKS_S)
    log_s, spread = planned.transit_time("door", "hall")
    assert log_s == pytest.approx(math.log(12.0))
    assert spread < planned.transit_time("garage", "hall")[1]
    assert planned.transit_time("yard", "hall")[0] == pytest.approx(math.log(15.0))


def test_what_is_seen_overrules_the_plan() -> None:
    log_s, _ = Transit(walked(200, 60.0), WALKS_S).transit_time("door", "hall")
    assert log_s == pytest.approx(math.log(60.0), abs=0.05)


def test_people_walk_where_the_plan_joins_cameras() -> None:
    transit = Transit(Movements(places=set(PLACES)), WALKS_S)
    along, across = after(12.0), after(12.0, "garage")
    assert transit.link_rate(DOOR, along) > 5 * transit.link_rate(DOOR, across) > 0.0
    # From a camera that the plan does not join to any, every other is as likely.
    garage = seen("a", "garage", 0.0, 10.0)
    assert transit.link_rate(garage, after(15.0)) == pytest.approx(
        transit.link_rate(garage, after(15.0, "yard"))
    )


def test_after_hours_a_return_is_likelier_than_a_walk() -> None:
    movements = walked(20, 20.0)
    movements.returns["door"] = 15.0
    transit = Transit(movements)
    hall = seen("a", "hall", 0.0, 10.0)
    back, on = after(HOUR_S, "door"), after(HOUR_S, "hall")
    assert transit.link_rate(hall, back) > transit.link_rate(hall, on)
    assert transit.ratio(hall, back, None) > Transit(walked(20, 20.0)).ratio(hall, back, None)
