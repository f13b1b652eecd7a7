"""What is written to one tracked object of Frigate, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.tracklet import SubLabel
from reid_service.errors import FrigateUnreachable
from reid_service.publish.labels import (
    MARK,
    LabelWriter,
    Slot,
    Step,
    Wish,
    has_line,
    sub_label_text,
    with_line,
)
from tests.unit.publish.frigate_fake import FrigateFake, MemoryFake, Row

BOTH = frozenset(Slot)
LINE = f"{MARK} Recognised as Neighbour."
TEXT = st.text(alphabet=st.characters(exclude_characters="["), max_size=40)


def wish(name: str | None, *, first: bool = True, similarity: float | None = 0.75) -> Wish:
    return Wish("frigate:e", "e", name, first, similarity)


class House:
    """A writer and its surroundings."""

    def __init__(self, row: Row, slots: frozenset[Slot] = BOTH) -> None:
        self.frigate = FrigateFake({"e": row})
        self.memory = MemoryFake()
        self.writer = LabelWriter(self.frigate, self.memory, slots)

    @property
    def row(self) -> Row:
        return self.frigate.rows["e"]

    @property
    def sub_label(self) -> str | None:
        return self.row.sub_label.text if self.row.sub_label else None


def test_both_slots_are_written_and_the_next_pass_verifies() -> None:
    house = House(Row())
    assert house.writer.make_right(wish("Neighbour")) is Step.WROTE
    assert house.writer.make_right(wish("Neighbour")) is Step.RIGHT
    assert house.row == Row(SubLabel("Neighbour", 0.75), LINE)


@pytest.mark.parametrize("slot", Slot)
def test_only_what_is_turned_on_is_written(slot: Slot) -> None:
    house = House(Row(), frozenset({slot}))
    house.writer.make_right(wish("Neighbour"))
    assert (house.sub_label is not None) == (slot is Slot.SUB_LABEL)
    assert (house.row.description is not None) == (slot is Slot.DESCRIPTION)


def test_nothing_is_written_before_the_end() -> None:
    house = House(Row(end_time_s=None))
    assert house.writer.make_right(wish("Neighbour")) is Step.NOT_ENDED
    assert house.frigate.requests == ["event"]


def test_somebody_elses_sub_label_stays() -> None:
    house = House(Row(SubLabel("dhl", 0.9)), frozenset({Slot.SUB_LABEL}))
    assert house.writer.make_right(wish("Neighbour")) is Step.FOREIGN
    assert house.sub_label == "dhl"


def test_beside_somebody_elses_sub_label_our_line_is_written() -> None:
    house = House(Row(SubLabel("dhl", 0.9)))
    assert house.writer.make_right(wish("Neighbour")) is Step.WROTE
    assert house.writer.make_right(wish("Neighbour")) is Step.FOREIGN
    assert house.row == Row(SubLabel("dhl", 0.9), LINE)


def test_a_rename_corrects_what_is_still_ours() -> None:
    house = House(Row(description="A man with a dog."))
    house.writer.make_right(wish("Neighbor"))
    assert house.writer.outdated("frigate:e", "Neighbour")
    house.writer.make_right(wish("Neighbour", first=False, similarity=None))
    assert not house.writer.outdated("frigate:e", "Neighbour")
    assert house.row == Row(SubLabel("Neighbour", 0.75), f"A man with a dog.\n{LINE}")


def test_a_rename_leaves_what_somebody_changed_since() -> None:
    house = House(Row())
    house.writer.make_right(wish("Neighbour"))
    house.frigate.rows["e"] = Row(SubLabel("postman", None), "A parcel.")
    assert house.writer.make_right(wish("Visitor", first=False)) is Step.FOREIGN
    assert house.row == Row(SubLabel("postman", None), "A parcel.")


def test_a_rename_leaves_what_somebody_cleared_since() -> None:
    house = House(Row())
    house.writer.make_right(wish("Neighbour"))
    house.frigate.rows["e"] = Row()
    assert house.writer.make_right(wish("Visitor", first=False)) is Step.RIGHT
    assert house.row == Row()


def test_nobody_takes_our_words_out_and_an_undo_brings_them_back() -> None:
    house = House(Row(description="A man with a dog."))
    house.writer.make_right(wish("Neighbour"))
    written = house.row
    house.writer.make_right(wish(None, first=False))
    assert house.row == Row(None, "A man with a dog.")
    assert house.writer.outdated("frigate:e", "Neighbour")
    house.writer.make_right(wish("Neighbour", first=False, similarity=0.75))
    assert house.row == written


def test_what_was_never_written_is_never_outdated() -> None:
    assert not House(Row()).writer.outdated("frigate:e", "Neighbour")


@pytest.mark.parametrize("slot", Slot)
def test_a_lost_answer_does_not_make_our_words_somebody_elses(slot: Slot) -> None:
    house = House(Row(), frozenset({slot}))
    house.frigate.lost_answers = [FrigateUnreachable("no answer in time")]
    with pytest.raises(FrigateUnreachable):
        house.writer.make_right(wish("Neighbour"))
    assert house.writer.make_right(wish("Neighbour")) is Step.RIGHT
    assert house.writer.outdated("frigate:e", "Visitor")


def test_the_same_name_from_somebody_else_does_not_become_ours() -> None:
    house = House(Row(SubLabel("Neighbour", 0.9)), frozenset({Slot.SUB_LABEL}))
    assert house.writer.make_right(wish("Neighbour")) is Step.RIGHT
    assert house.writer.make_right(wish("Visitor", first=False)) is Step.FOREIGN
    assert house.sub_label == "Neighbour"


@pytest.mark.parametrize(
    ("similarity", "score"), [(0.5, 0.5), (-0.2, 0.01), (1.0000001, 1.0), (None, 1.0)]
)
def test_the_score_is_always_one_that_frigate_takes(similarity: float | None, score: float) -> None:
    house = House(Row())
    house.writer.make_right(wish("Neighbour", similarity=similarity))
    assert house.row.sub_label == SubLabel("Neighbour", score)


def test_a_long_name_is_cut_and_stays_ours() -> None:
    house = House(Row())
    house.writer.make_right(wish("x" * 300))
    assert house.sub_label == "x" * 100
    assert house.writer.make_right(wish("x" * 300)) is Step.RIGHT


@given(st.text())
def test_a_name_becomes_one_short_line_once(name: str) -> None:
    text = sub_label_text(name)
    assert len(text) <= 100
    assert len(text.splitlines()) <= 1
    assert sub_label_text(text) == text


@given(TEXT, st.text(min_size=1).filter(str.strip))
def test_taking_our_line_out_restores_the_description(text: str, name: str) -> None:
    written = with_line(text, name)
    assert has_line(written)
    assert written.startswith(text)
    assert with_line(written, None) == text


@given(TEXT, st.text(min_size=1).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_our_line_is_replaced_and_not_repeated(text: str, name: str, other: str) -> None:
    assert with_line(with_line(text, name), other) == with_line(text, other)


def test_a_text_that_grew_behind_our_line_is_kept() -> None:
    grown = f"A man.\n{LINE}\nHe left."
    assert with_line(grown, "Visitor") == f"A man.\nHe left.\n{MARK} Recognised as Visitor."
