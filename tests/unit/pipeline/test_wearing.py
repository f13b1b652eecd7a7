"""What the pictures of a sighting say of clothes is kept with it."""

from __future__ import annotations

from dataclasses import replace

from reid_service.attributes.colours import Colour
from reid_service.attributes.values import Attributes, Garment
from tests.unit.pipeline.site import Site, look


def worn(red: float) -> Attributes:
    return Attributes(Garment({Colour.RED: red, Colour.BLACK: 1 - red}, 0.0, 0.0, 0.5))


def test_kept_pictures_are_pooled_each_once(site: Site) -> None:
    walker = site.walker("a")
    first = replace(walker.pictured(1000.0, look(0), quality=0.5), attributes=worn(1.0))
    better = replace(walker.pictured(1000.0, look(0), quality=0.9), attributes=worn(1.0))
    second = replace(walker.pictured(1001.0, look(1)), attributes=worn(0.5))
    walker.seen(1000.0, first)
    walker.seen(1000.0, better)  # the same frame again
    walker.seen(1001.0, second)
    stored = site.stored("a")
    assert stored is not None
    assert stored.attributes.upper == Garment({Colour.RED: 0.75, Colour.BLACK: 0.25}, 0.0, 0.0, 1.0)


def test_a_picture_that_is_not_kept_says_nothing(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, replace(walker.pictured(1000.0, look(0)), attributes=worn(1.0)))
    copy = walker.pictured(1001.0, look(0), quality=0.3)
    walker.seen(1001.0, replace(copy, attributes=worn(0.0)))
    stored = site.stored("a")
    assert stored is not None
    assert stored.attributes == worn(1.0)


def test_what_was_pooled_before_a_restart_still_counts(site: Site) -> None:
    walker = site.walker("a")
    walker.seen(1000.0, replace(walker.pictured(1000.0, look(0)), attributes=worn(1.0)))
    site.restart()
    walker.seen(1001.0, replace(walker.pictured(1001.0, look(1)), attributes=worn(0.5)))
    stored = site.stored("a")
    assert stored is not None
    assert stored.attributes.upper == Garment({Colour.RED: 0.75, Colour.BLACK: 0.25}, 0.0, 0.0, 1.0)
