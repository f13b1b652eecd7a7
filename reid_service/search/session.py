"""What may be done with a search, and what becomes of it: values in, values out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reid_service.domain.search import Mark, Marked, Search, SearchState
from reid_service.errors import Conflict, InvalidRequest


@dataclass(frozen=True, slots=True)
class SearchSession:
    """A search with what it says of sightings.

    Nothing here changes: each act returns the session as it is after it. A finished one raises
    `Conflict` for every act.
    """

    search: Search
    marks: Mapping[str, Marked] = field(default_factory=dict)

    def marked(self, mark: Mark) -> list[str]:
        """Sightings that somebody ticked or crossed."""
        return [each.sighting_id for each in self.marks.values() if each.mark is mark]

    def used(self, mark: Mark) -> list[str]:
        """Sightings that the last refinement knew as ticked or crossed."""
        return [each.sighting_id for each in self.marks.values() if each.used is mark]

    @property
    def confirmed(self) -> list[str]:
        """Sightings that are the person: that of the seed, and the ticked ones."""
        seed = self.search.seed.sighting_id
        return [*([] if seed is None else [seed]), *self.marked(Mark.TICK)]

    @property
    def shown(self) -> list[str]:
        """Sightings that the result is about: the confirmed ones, and those nobody is sure of."""
        return [*self.confirmed, *self.marked(Mark.UNSURE)]

    @property
    def dropped(self) -> list[str]:
        """Sightings that the result is about and that are no legs of it."""
        return [each for each in self.shown if each in self.marks and self.marks[each].dropped]

    def legs(self, start_s: Mapping[str, float]) -> list[str]:
        """Sightings that are legs; `start_s` tells when each that is left began.

        In the order that somebody gave them. Those that came later stand before the first one
        that began after them.
        """
        dropped = set(self.dropped)
        kept = [each for each in self.shown if each in start_s and each not in dropped]
        kept.sort(key=lambda each: (start_s[each], each))
        place = {key: each.place for key, each in self.marks.items() if each.place is not None}
        order = sorted(place.keys() & set(kept), key=place.__getitem__)
        for each in kept:
            if each not in place:
                later = (at for at, leg in enumerate(order) if start_s[leg] > start_s[each])
                order.insert(next(later, len(order)), each)
        return order

    def arranged(self, legs: Sequence[str] | None, *, now_s: float) -> SearchSession:
        """Show these sightings in this order and drop the others; None: all by time.

        Of a finished search as well, for nothing is said of anybody. Raises `InvalidRequest`
        for none, for one that is named twice and for one that the result is not about.
        """
        if legs is not None and not (0 < len(legs) == len(set(legs) & set(self.shown))):
            msg = "Name at least one sighting that is ticked or unsure, and none twice."
            raise InvalidRequest(msg)
        marks = dict(self.marks)
        for each in self.shown:
            known = marks.get(each, Marked(each))
            place = legs.index(each) if legs is not None and each in legs else None
            marks[each] = replace(known, place=place, dropped=legs is not None and place is None)
        return replace(self, search=replace(self.search, updated_s=now_s), marks=_worth(marks))

    def moved(
        self, cameras: frozenset[str] | None, from_s: float, until_s: float, *, now_s: float
    ) -> SearchSession:
        """Look elsewhere. Raises `InvalidRequest` for no camera or a span without length."""
        check_where(cameras, from_s, until_s)
        self._check_open()
        search = replace(
            self.search, cameras=cameras, from_s=from_s, until_s=until_s, updated_s=now_s
        )
        return replace(self, search=search)

    def labelled(
        self,
        ticks: Collection[str],
        crosses: Collection[str],
        clear: Collection[str],
        unsure: Collection[str] = (),
        *,
        now_s: float,
    ) -> SearchSession:
        """Tick, cross, leave open, or take a mark back; what was said before is replaced.

        Raises `InvalidRequest` where one call says two things of one sighting, or marks the
        sighting that the search started from.
        """
        self._check_open()
        said = {
            **dict.fromkeys(ticks, Mark.TICK),
            **dict.fromkeys(crosses, Mark.CROSS),
            **dict.fromkeys(unsure, Mark.UNSURE),
            **dict.fromkeys(clear, None),
        }
        if len(said) < sum(len(set(each)) for each in (ticks, crosses, unsure, clear)):
            msg = "A sighting is named twice. Tick it, cross it, leave it open or clear it."
            raise InvalidRequest(msg)
        if self.search.seed.sighting_id in said:
            msg = "The search starts from this sighting. Mark others."
            raise InvalidRequest(msg)
        marks = dict(self.marks)
        for sighting_id, mark in said.items():
            known = marks.get(sighting_id, Marked(sighting_id))
            # A leg that is doubted, or no longer, stays where it is; a new one is like any other.
            stays = {known.mark, mark} == {Mark.TICK, Mark.UNSURE}
            place = known.place if stays else None
            marks[sighting_id] = replace(known, mark=mark, place=place, dropped=False)
        return replace(self, search=replace(self.search, updated_s=now_s), marks=_worth(marks))

    def refined(self, *, now_s: float) -> SearchSession:
        """The next ranking knows of every tick and cross; nothing is new yet."""
        self._check_open()
        search = replace(self.search, refined=self.search.refined + 1, updated_s=now_s)
        marks = {
            each.sighting_id: replace(each, used=_telling(each.mark), is_new=False)
            for each in self.marks.values()
        }
        return SearchSession(search, _worth(marks))

    def brought_up(self, newcomers: Iterable[str]) -> SearchSession:
        """The last refinement brought up these candidates."""
        marks = dict(self.marks)
        for sighting_id in newcomers:
            known = marks.get(sighting_id, Marked(sighting_id))
            marks[sighting_id] = replace(known, is_new=True)
        return replace(self, marks=marks)

    def finished(self, identity_id: str, *, now_s: float) -> SearchSession:
        """The ticked sightings are this identity now."""
        self._check_open()
        search = replace(
            self.search, state=SearchState.FINISHED, saved_as=identity_id, updated_s=now_s
        )
        return replace(self, search=search)

    def _check_open(self) -> None:
        if self.search.state is SearchState.FINISHED:
            msg = "This search is finished. Begin another one."
            raise Conflict(msg)


def check_where(cameras: frozenset[str] | None, from_s: float, until_s: float) -> None:
    """Raises `InvalidRequest` where nothing can be found."""
    if cameras is not None and not cameras:
        msg = "No camera is chosen. Choose at least one, or leave the choice out for all."
        raise InvalidRequest(msg)
    if not from_s < until_s:
        msg = "The time span has no length. Let it end after it begins."
        raise InvalidRequest(msg)


def _telling(mark: Mark | None) -> Mark | None:
    """What a ranking learns from: of whom nobody is sure says nothing."""
    return None if mark is Mark.UNSURE else mark


def _worth(marks: Mapping[str, Marked]) -> dict[str, Marked]:
    """Without those that say nothing."""
    return {key: each for key, each in marks.items() if each != Marked(key)}
