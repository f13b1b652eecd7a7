"""Candidates from the index, templates without one's own crops, and company in sight."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pytest

from reid_service.associate.associator import Assignment
from reid_service.associate.matcher import Matcher, Subject
from reid_service.associate.published_rule import PublishedRule
from reid_service.domain.crop import Vector
from reid_service.domain.identity import Outcome
from reid_service.domain.tracklet import Tracklet, template_point_id
from reid_service.embed.embedder import Calibration
from reid_service.errors import GalleryUnavailable
from reid_service.gallery.store import Payload, Point, PointKind
from tests.fakes import MODEL, MemoryGallery, make_tracklet


def look(person: int, *, like: int | None = None, share: float = 0.0) -> Vector:
    """A person's own axis, turned to another's until `share` is its cosine."""
    vector = np.zeros(8, np.float32)
    vector[person] = 1.0 if like is None else (1.0 - share**2) ** 0.5
    if like is not None:
        vector[like] = share
    return vector


@dataclass
class Known:
    """What the store would say."""

    templates: dict[str, Vector] = field(default_factory=dict)
    beside: dict[str, dict[str, str]] = field(default_factory=dict)
    warmth: float = 0.0
    asked: list[tuple[str, frozenset[str]]] = field(default_factory=list)

    def template(self, identity_id: str, without: frozenset[str]) -> Vector | None:
        self.asked.append((identity_id, without))
        return self.templates.get(identity_id)

    def seen_with(self, tracklet: Tracklet) -> dict[str, str]:
        return self.beside.get(tracklet.event_id, {})


@pytest.fixture
def gallery() -> MemoryGallery:
    return MemoryGallery()


@pytest.fixture
def matcher(gallery: MemoryGallery) -> Matcher:
    rule = PublishedRule(lambda warmth: Calibration(same=0.7 - warmth, new=0.5 - warmth))
    return Matcher(gallery, rule, limit=4)


def put(gallery: MemoryGallery, identity_id: str | None, vector: Vector) -> None:
    payload = Payload(PointKind.TEMPLATE, MODEL, 1.0, identity_id=identity_id)
    gallery.upsert([Point(template_point_id(identity_id or "?"), vector, payload)])


def subject(event_id: str, vector: Vector, identity_id: str | None = None) -> Subject:
    return Subject(make_tracklet(event_id), vector, identity_id)


def conclusions(assignments: list[Assignment]) -> dict[str, str | None]:
    return {each.tracklet_id.removeprefix("frigate:"): each.identity_id for each in assignments}


def test_the_nearest_identity_of_the_index_is_taken(
    gallery: MemoryGallery, matcher: Matcher
) -> None:
    put(gallery, "x", look(1, like=0, share=0.8))
    put(gallery, "y", look(0))
    put(gallery, None, look(0))  # a point of nobody is no candidate
    [assignment] = matcher.decide(subject("a", look(0)), [], Known())
    assert (assignment.outcome, assignment.identity_id) == (Outcome.ACCEPT, "y")
    assert len(assignment.explanation["candidates"]) == 2


def test_the_warmth_of_the_store_chooses_the_thresholds(
    gallery: MemoryGallery, matcher: Matcher
) -> None:
    put(gallery, "x", look(1, like=0, share=0.6))
    [cold] = matcher.decide(subject("a", look(0)), [], Known())
    [warm] = matcher.decide(subject("a", look(0)), [], Known(warmth=0.2))
    assert (cold.identity_id, warm.identity_id) == (None, "x")


def test_nobody_votes_for_himself(gallery: MemoryGallery, matcher: Matcher) -> None:
    put(gallery, "x", look(0))  # made of the subject's own crops
    known = Known(templates={"x": look(1)})
    [assignment] = matcher.decide(subject("a", look(0), "x"), [], known)
    assert assignment.outcome is Outcome.NEW
    assert known.asked == [("x", frozenset({"frigate:a"}))]
    [assignment] = matcher.decide(subject("a", look(0), "x"), [], Known())
    assert assignment.similarity is None


def test_who_was_seen_at_the_same_time_cannot_be_the_same(
    gallery: MemoryGallery, matcher: Matcher
) -> None:
    put(gallery, "x", look(0))
    known = Known(beside={"a": {"frigate:b": "x"}})
    [assignment] = matcher.decide(subject("a", look(0)), [], known)
    assert assignment.identity_id is None
    [candidate] = assignment.explanation["candidates"]
    assert candidate["excluded"] == "was seen on this camera at the same time"


def test_company_that_holds_somebody_else_is_left_alone(
    gallery: MemoryGallery, matcher: Matcher
) -> None:
    put(gallery, "x", look(0))
    put(gallery, "y", look(1))
    known = Known(templates={"y": look(1)}, beside={"a": {"frigate:b": "y"}})
    found = matcher.decide(subject("a", look(0)), [subject("b", look(1), "y")], known)
    assert conclusions(found) == {"a": "x"}


@pytest.mark.parametrize(
    ("share", "expected"), [(0.8, {"a": None, "b": "x"}), (0.95, {"a": "x", "b": None})]
)
def test_for_an_identity_that_company_holds_the_more_similar_one_wins(
    gallery: MemoryGallery, matcher: Matcher, share: float, expected: dict[str, str | None]
) -> None:
    put(gallery, "x", look(0))
    known = Known(templates={"x": look(0)}, beside={"a": {"frigate:b": "x"}})
    newcomer = subject("a", look(1, like=0, share=share))
    holder = subject("b", look(2, like=0, share=0.9), "x")
    assert conclusions(matcher.decide(newcomer, [holder], known)) == expected
    # Neither of them may speak in the template over which they compete.
    assert {without for _, without in known.asked} == {frozenset({"frigate:a", "frigate:b"})}


def test_two_who_hold_one_identity_are_told_apart_though_neither_wants_another(
    gallery: MemoryGallery, matcher: Matcher
) -> None:
    put(gallery, "x", look(0))  # made of these two alone
    both = subject("a", look(0), "x"), subject("b", look(0), "x")
    found = matcher.decide(both[0], [both[1]], Known())
    assert conclusions(found) == {"a": None, "b": None}


def test_one_who_leaves_an_identity_that_company_holds_needs_nobody_else(
    gallery: MemoryGallery, matcher: Matcher
) -> None:
    put(gallery, "x", look(0))
    put(gallery, "y", look(1))
    both = subject("a", look(1), "x"), subject("b", look(0), "x")
    assert conclusions(matcher.decide(both[0], [both[1]], Known())) == {"a": "y"}


def test_without_the_index_nothing_is_decided(gallery: MemoryGallery, matcher: Matcher) -> None:
    gallery.down = True
    with pytest.raises(GalleryUnavailable):
        matcher.decide(subject("a", look(0)), [], Known())
