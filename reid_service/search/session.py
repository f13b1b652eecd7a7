"""What may be done with a search, and what becomes of it: values in, values out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
        *,
        now_s: float,
    ) -> SearchSession:
        """Tick, cross, or take a mark back; what was said before of a sighting is replaced.

        Raises `InvalidRequest` where one call says two things of one sighting, or marks the
        sighting that the search started from.
        """
        self._check_open()
        said = {
            **dict.fromkeys(ticks, Mark.TICK),
            **dict.fromkeys(crosses, Mark.CROSS),
            **dict.fromkeys(clear, None),
        }
        if len(said) < sum(len(set(each)) for each in (ticks, crosses, clear)):
            msg = "A sighting is named twice. Tick it, cross it or clear it."
            raise InvalidRequest(msg)
        if self.search.seed.sighting_id in said:
            msg = "The search starts from this sighting. Mark others."
            raise InvalidRequest(msg)
        marks = dict(self.marks)
        for sighting_id, mark in said.items():
            known = marks.get(sighting_id, Marked(sighting_id))
            marks[sighting_id] = replace(known, mark=mark)
        return replace(self, search=replace(self.search, updated_s=now_s), marks=_worth(marks))

    def refined(self, *, now_s: float) -> SearchSession:
        """The next ranking knows of every mark; nothing is new yet."""
        self._check_open()
        search = replace(self.search, refined=self.search.refined + 1, updated_s=now_s)
        marks = {
            each.sighting_id: replace(each, used=each.mark, is_new=False)
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


def _worth(marks: Mapping[str, Marked]) -> dict[str, Marked]:
    """Without those that say nothing."""
    return {
        key: each
        for key, each in marks.items()
        if each.mark is not None or each.used is not None or each.is_new
    }
