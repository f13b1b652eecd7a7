"""What the routes about searches take and answer, as OpenAPI describes it."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reid_service.api.bodies import Text
from reid_service.api.schemas import Box, Identity, Sighting
from reid_service.domain.search import Mark, SearchState, SeedKind
from reid_service.identities.editing import LONGEST_NAME
from reid_service.search.candidates import LikenessBand

_DAYS_S = 366 * 86_400.0

_Seconds = Annotated[float, Field(allow_inf_nan=False)]
_Marked = Annotated[list[Text], Field(max_length=500)]


class _Body(BaseModel):
    """Unknown fields are errors: a misspelt one must not be silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


class SearchRequest(_Body):
    """Whom to look for: one of `sighting_id`, `event_id`, `crop_id`, `identity_id`, or `camera`
    with `time_s`. The rest says where, and by default follows from the seed.
    """

    sighting_id: Text | None = None
    event_id: Text | None = None
    frigate_instance: Text | None = None
    crop_id: Text | None = None
    identity_id: Text | None = None
    camera: Text | None = None
    time_s: _Seconds | None = None
    cameras: Annotated[list[Text], Field(min_length=1, max_length=500)] | None = None
    from_s: _Seconds | None = None
    to_s: _Seconds | None = None
    window_s: Annotated[float, Field(gt=0.0, le=_DAYS_S)] | None = None


class SearchPatch(_Body):
    """Only what is given changes; `cameras` null means all."""

    cameras: Annotated[list[Text], Field(min_length=1, max_length=500)] | None = None
    from_s: _Seconds | None = None
    to_s: _Seconds | None = None


class LabelsRequest(_Body):
    """Sightings that are the person, that are not, that cannot be told, and of which nothing is
    said any more.
    """

    ticks: _Marked = []
    crosses: _Marked = []
    unsure: _Marked = []
    clear: _Marked = []


class LegsRequest(_Body):
    """The sightings that are legs of the result, in their order; null: all by time."""

    legs: _Marked | None


class FinishRequest(_Body):
    """Whom to save the ticked sightings as; null takes the seed's person, or a new one."""

    identity_id: Text | None = None
    name: Annotated[str, StringConstraints(max_length=LONGEST_NAME)] | None = None


class Seed(_Answer):
    """What a search starts from; `identity_id` is whom it is taken for now."""

    kind: SeedKind
    sighting_id: str | None
    identity_id: str | None
    crop_id: str | None
    camera: str | None
    time_s: float | None


class Search(_Answer):
    """A search; `cameras` null means all, `identity_id` is whom it was saved as.

    `refined` counts how often ticks and crosses were taken over. `unsure` are
    sightings of which somebody could not tell: legs of the result that are not confirmed.
    `dropped` are no legs of it; `arranged` means that somebody gave the others an order.
    """

    id: str
    created_s: float
    updated_s: float
    state: SearchState
    seed: Seed
    cameras: list[str] | None
    from_s: float
    to_s: float
    ticked: int
    crossed: int
    refined: int
    arranged: bool
    unsure: list[str]
    dropped: list[str]
    identity_id: str | None


class SearchPage(_Answer):
    """A stretch of a list; `cursor` fetches the next one, null at the end."""

    items: list[Search]
    cursor: str | None


class SearchRemoved(_Answer):
    """The id of what is gone."""

    id: str


class Candidate(_Answer):
    """A sighting that may be the person.

    `likeness` is a cosine in [-1, 1], `probability` in [0, 1] what it is worth with what else is
    known, `band` the same in words. `offset_s` counts from the seed's time to the sighting's
    start, null for a photo. `is_new`: the last refinement brought it up. `on_plan`: its camera
    has a place on the plan.
    """

    sighting: Sighting
    likeness: float
    band: LikenessBand
    offset_s: float | None
    label: Mark | None
    is_new: bool
    probability: float | None
    on_plan: bool


class Candidates(_Answer):
    """The best candidates, and how many were in sight in the span on the cameras."""

    items: list[Candidate]
    total: int


class Refined(Candidates):
    """How many candidates the refinement brought up."""

    newcomers: int


class SearchFinished(_Answer):
    """Whom the search was saved as, and the decisions to undo, in order."""

    search: Search
    identity: Identity
    decision_ids: list[str]


class PersonInFrame(_Answer):
    """Somebody in sight; `crop_id` where a picture of this very frame is kept."""

    sighting_id: str
    identity_id: str | None
    label: str | None
    box: Box
    crop_id: str | None


class FramePeople(_Answer):
    """Who is in sight of a camera at `time_s`."""

    camera: str
    time_s: float
    people: list[PersonInFrame]
