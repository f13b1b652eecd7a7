"""Everything that REST answers, as OpenAPI describes it.

Ids are opaque, times are epoch seconds, boxes are fractions of the frame. These are apart from
the domain so that a change inside never changes what others receive.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict

from reid_service.attributes.colours import Colour
from reid_service.attributes.motion import Direction
from reid_service.domain.identity import DecisionKind, Outcome, Subject
from reid_service.domain.route import Certainty
from reid_service.domain.tracklet import TrackletState

MIN_SCHEMA_VERSION: Final = 1
"""Oldest `SCHEMA_VERSION` whose clients are still served."""


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True)


class Error(_Answer):
    """How every failure looks; `code` is stable, `message` is one sentence for people."""

    code: str
    message: str


class Alive(_Answer):
    """The service answers."""

    status: Literal["ok"] = "ok"


class Model(_Answer):
    """At a likeness of `same` or more two sightings are one person, below `new` they are two.

    Both move as the service learns what each camera does to its pictures.
    """

    id: str
    same: float
    new: float


class Info(_Answer):
    """What a client must know first; `now_s` is the site's time.

    `frigate_urls` are addresses by instance at which a browser reaches Frigate, where one is set.
    """

    schema_version: int
    min_schema_version: int
    service_version: str
    instance: str
    instance_id: str
    capabilities: list[str]
    frigate_instances: list[str]
    frigate_urls: dict[str, str]
    model: Model
    now_s: float


class Garment(_Answer):
    """`colours` are shares of the votes, `colour` the first of them and `confidence` its share.

    `dark` and `light` are the shares that are so, whatever the colour; all are in [0, 1].
    """

    colour: Colour
    confidence: float
    colours: dict[Colour, float]
    dark: float
    light: float


class Attributes(_Answer):
    """Clothes above and below the waist, null where nothing can be said."""

    upper: Garment | None
    lower: Garment | None


class Motion(_Answer):
    """How somebody moved in the picture; `speed` is in frame heights per second."""

    dwell_s: float
    direction: Direction
    speed: float | None


class Identity(_Answer):
    """One person across cameras.

    `label` is the name or "Person 47", `aliases` are other names that find the person. `crop_id`
    shows them, null when no picture is left; `feature_crop_id` is the one that somebody chose.
    `on_site` means in sight now. `attributes` and `words` are of the day before the last sighting:
    clothes change.
    """

    id: str
    number: int
    label: str
    name: str | None
    aliases: list[str]
    hidden: bool
    exposed: bool
    created_s: float
    sightings: int
    first_seen_s: float | None
    last_seen_s: float | None
    last_camera: str | None
    on_site: bool
    crop_id: str | None
    feature_crop_id: str | None
    attributes: Attributes
    words: str


class IdentityFound(Identity):
    """An identity that was asked for by an id; `redirected_from` is that id if it was merged."""

    redirected_from: str | None


class IdentityPage(_Answer):
    """A stretch of a list; `cursor` fetches the next one, null at the end."""

    items: list[Identity]
    cursor: str | None


class IdentityWritten(_Answer):
    """The identity as it is now, and the decisions to undo."""

    identity: Identity
    decision_ids: list[str]


class IdentityPatched(IdentityWritten):
    """`namesakes` have the name that was given: the same person, or another one?"""

    namesakes: list[Identity]


class OverlapSide(_Answer):
    """One of two sightings at one time."""

    sighting_id: str
    camera: str


class Overlap(_Answer):
    """Two sightings at one time: impossible on one camera, doubtful on two."""

    first: OverlapSide
    second: OverlapSide
    from_s: float
    until_s: float
    same_camera: bool


class MergeAnswer(IdentityWritten):
    """`merged_ids` lead to the identity now, or would after a dry run."""

    dry_run: bool
    merged_ids: list[str]
    overlaps: list[Overlap]


class Forgotten(_Answer):
    """Deleted for good."""

    identity_ids: list[str]
    sightings: int


class Box(_Answer):
    """Fractions of the frame in [0, 1]."""

    x_min: float
    y_min: float
    x_max: float
    y_max: float


class Crop(_Answer):
    """A picture of a person; `quality` is in [0, 1]. A `bad` one speaks for nobody."""

    id: str
    sighting_id: str
    frame_time_s: float
    box: Box
    quality: float
    has_picture: bool
    bad: bool


class CropWritten(_Answer):
    """The picture as it is now, and the decisions to undo."""

    crop: Crop
    decision_ids: list[str]


class SubLabel(_Answer):
    """What Frigate says of the person; `score` is in [0, 1]."""

    text: str
    score: float | None


class PathPoint(_Answer):
    """Where the feet were: fractions of the frame, epoch seconds."""

    x: float
    y: float
    time_s: float


class Sighting(_Answer):
    """One person on one camera for one stretch of time.

    `event_id` is Frigate's. `firm` means decided; `identity_id` is null while it is not.
    `crop_id` is the best picture, null when none is left. `words` say in English what
    `attributes` are sure of.
    """

    id: str
    frigate_instance: str
    event_id: str
    camera: str
    state: TrackletState
    start_s: float
    last_seen_s: float
    firm: bool
    identity_id: str | None
    identity_label: str | None
    sub_label: SubLabel | None
    zones: list[str]
    crop_id: str | None
    attributes: Attributes
    words: str
    motion: Motion


class SightingPage(_Answer):
    """A stretch of a list; `cursor` fetches the next one, null at the end."""

    items: list[Sighting]
    cursor: str | None


class SightingWritten(IdentityWritten):
    """The sighting and its identity as they are now."""

    sighting: Sighting


class Leg(_Answer):
    """One sighting of a route; it is `confirmed` when a person said whose it is.

    Of a `doubted` one a person said that nobody can tell: it is `unsure`.
    """

    sighting_id: str
    event_id: str
    frigate_instance: str
    camera: str
    start_s: float
    end_s: float
    firm: bool
    certainty: Certainty
    crop_id: str | None
    doubted: bool


class Gap(_Answer):
    """Time out of sight between two legs; negative where two views overlap."""

    from_camera: str
    to_camera: str
    seconds: float


class Branch(_Answer):
    """After `after` the person may have gone on as `sighting_id`, not as `instead_of`.

    `identity_id` is whose sighting it is now. What `probability` and `leg_probability`, that of
    `instead_of`, lack to 1 is that it was neither.
    """

    after: str
    instead_of: str
    sighting_id: str
    camera: str
    start_s: float
    end_s: float
    crop_id: str | None
    identity_id: str
    identity_label: str
    probability: float
    leg_probability: float


class Route(_Answer):
    """Where a person walked; `gaps[i]` lies between `legs[i]` and `legs[i + 1]`.

    `branches` are there if they were asked for.
    """

    identity_id: str
    from_s: float
    to_s: float
    legs: list[Leg]
    gaps: list[Gap]
    branches: list[Branch] = []


class TemplateCrop(Crop):
    """`likeness` is the cosine to what stands for the identity, in [-1, 1]."""

    camera: str
    likeness: float


class Templates(_Answer):
    """Pictures of an identity that differ most, the best one first."""

    identity_id: str
    model_id: str
    crops: list[TemplateCrop]


class Change(_Answer):
    """One field before and after."""

    subject: Subject
    subject_id: str
    field: str
    before: Any
    after: Any


class Decision(_Answer):
    """One row of the ledger; `reverses` is what an undo takes back."""

    id: str
    at_s: float
    actor: str
    kind: DecisionKind
    outcome: Outcome | None
    reverses: str | None
    undone: bool
    changes: list[Change]
    explanation: dict[str, Any]


class DecisionPage(_Answer):
    """A stretch of a list; `cursor` fetches the next one, null at the end."""

    items: list[Decision]
    cursor: str | None


class DecisionWritten(_Answer):
    """The decision that takes another one back."""

    decision: Decision
    decision_ids: list[str]


class SightingFound(Sighting):
    """A sighting with all that is known; crops best first, decisions newest first."""

    path: list[PathPoint]
    crops: list[Crop]
    decisions: list[Decision]


class Term(_Answer):
    """One piece of evidence; `value` is null where there is nothing to say."""

    name: str
    value: float | bool | str | None
    words: str


class Meeting(_Answer):
    """Two sightings, one of each of two people; `gap_s` is below 0 where both were in sight."""

    from_sighting_id: str
    from_instance: str
    from_camera: str
    to_sighting_id: str
    to_instance: str
    to_camera: str
    gap_s: float


class Review(_Answer):
    """May these two be one person? `probability` in [0, 1] is that of the service.

    The answer places `sightings` at least. `group` are up to eight that hang together by open
    questions, the likeliest first: they can be answered at one go. `nearest` is where the two
    come closest in time, null where one of them has no sighting any more.
    """

    id: str
    a: Identity
    b: Identity
    probability: float
    sightings: int
    terms: list[Term]
    group: list[str]
    nearest: Meeting | None


class Reviews(_Answer):
    """The questions whose answers settle most, and how many are asked in all."""

    items: list[Review]
    open: int


class ReviewAnswered(_Answer):
    """Whom the answer left; undo its decisions to ask again. Unsure decides nothing."""

    identity: Identity
    decision_ids: list[str]


class Explanation(_Answer):
    """Why two sightings are one person, or not; `decisions` put them where they are."""

    a: Sighting
    b: Sighting
    terms: list[Term]
    conclusion: str
    decisions: list[Decision]


class Camera(_Answer):
    """A camera that saw somebody; `on_site` people are in sight of it now."""

    name: str
    frigate_instance: str
    tracklets: int
    last_seen_s: float
    on_site: int


class Cameras(_Answer):
    """Every camera that saw somebody, by name."""

    items: list[Camera]
