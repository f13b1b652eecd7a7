"""What the API needs from the rest of the service; the composition root brings it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

from reid_service.associate.asking import Question
from reid_service.associate.branching import Branch
from reid_service.associate.edges import Edge
from reid_service.associate.evidence import Evidence
from reid_service.associate.expecting import Outlook
from reid_service.domain.floorplan import CameraKey, EdgeRule
from reid_service.identities.merging import Overlap


@dataclass(frozen=True, slots=True)
class ServiceInfo:
    """What a client learns first.

    `instance` is the name in the settings, `instance_id` (a UUID) stays the same for the life
    of the data folder. `capabilities` name optional features that are turned on,
    `frigate_instances` the Frigate servers that are listened to. `frigate_urls` are addresses of
    theirs that a browser reaches, of those that have one in the settings.
    """

    version: str
    instance: str
    instance_id: str
    capabilities: tuple[str, ...] = ()
    frigate_instances: tuple[str, ...] = ()
    frigate_urls: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """A decision was recorded; `identity_id` is whom it is about now."""

    identity_id: str
    decision_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """`merged_ids` lead to `identity_id` now, or would; a dry run has no decision.

    `overlaps` are pairs of sightings at one time that speak against it.
    """

    identity_id: str
    decision_ids: tuple[str, ...]
    merged_ids: tuple[str, ...]
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What is gone for good: an identity with those merged into it, and their sightings."""

    identity_ids: tuple[str, ...]
    sightings: int


class Commands(Protocol):
    """Acts by people, each carried out by the one thread that decides.

    A call returns when the act is committed and announced. All raise `NotFound`, `Conflict`,
    `InvalidRequest`, `StoreError` and `GalleryUnavailable`; an id that was merged stands for
    the identity that took it in.
    """

    def rename(self, identity_id: str, name: str | None) -> Done:
        """Give a name, or take it away (None)."""
        ...

    def set_aliases(self, identity_id: str, aliases: Sequence[str]) -> Done:
        """Say under which other names an identity is found."""
        ...

    def set_hidden(self, identity_id: str, hidden: bool) -> Done:
        """Hide an identity from lists, or show it again."""
        ...

    def set_exposed(self, identity_id: str, exposed: bool) -> Done:
        """Show an identity in Home Assistant, or no longer."""
        ...

    def set_feature_crop(self, identity_id: str, crop_id: str | None) -> Done:
        """Choose the picture that shows an identity, or leave it to quality (None)."""
        ...

    def call_bad(self, crop_id: str, bad: bool) -> tuple[str, ...]:
        """A picture shows the person badly, or does not; the decisions to undo."""
        ...

    def merge(self, primary_id: str | None, other_ids: Sequence[str], *, dry_run: bool) -> Merged:
        """`other_ids` are `primary_id`; with `dry_run` only tell what would happen.

        Without a primary (None) the named one stays, else the older.
        """
        ...

    def split(self, identity_id: str, tracklet_ids: Sequence[str]) -> Done:
        """These sightings are another, new identity, whose id is returned."""
        ...

    def distinguish(self, identity_id: str, other_id: str) -> Done:
        """These two are two people: the service never makes them one."""
        ...

    def doubt_pair(self, identity_id: str, other_id: str) -> Done:
        """Nobody can tell whether these two are one: they stay two."""
        ...

    def doubt_sighting(self, tracklet_id: str, identity_id: str) -> Done:
        """Nobody can tell whether this sighting is the person whose it is: it stays there."""
        ...

    def assign(self, tracklet_id: str, identity_id: str | None) -> Done:
        """This sighting is that identity, or somebody new (None)."""
        ...

    def forget(self, identity_id: str) -> Forgotten:
        """Delete an identity with all that is known of it; cannot be undone."""
        ...

    def undo(self, decision_id: str) -> str:
        """Take a decision back; returns the id of the decision that does so."""
        ...


class Answer(StrEnum):
    """What a person says to the question whether two are one; unsure is not asked again."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Doubts(Protocol):
    """What the identity engine is not sure of, and how it weighs."""

    def questions(self, *, more: bool = False) -> list[Question]:
        """Open questions, the one first whose answer settles most.

        As many as a day still has, or all with `more`. Raises `StoreError`.
        """
        ...

    def answer(self, question_id: str, answer: Answer, also: Sequence[str] = ()) -> Done:
        """Settle a question; `also` of its group are the same person as well.

        Raises `NotFound` when it is not open any more, `InvalidRequest`, `Conflict`,
        `StoreError`.
        """
        ...

    def leave_open(self, sighting_id: str, identity_id: str) -> Done:
        """Nobody can tell whether the sighting is this person: nothing moves.

        Where it is of somebody else by now and that is asked about, it is the answer to that
        question. Raises `NotFound`, `Conflict`, `StoreError`.
        """
        ...

    def weigh(self, sighting_id: str, other_id: str) -> Evidence | None:
        """What speaks for two sightings alone being one person.

        None where looks are not kept, or one camera saw both at once. Raises `NotFound`,
        `StoreError`.
        """
        ...

    def branches(self, identity_id: str, leg_ids: Collection[str]) -> list[Branch]:
        """Where the route with these legs may have gone on otherwise, in its order.

        Nothing of what the engine does not hold any more. Raises `StoreError`.
        """
        ...


class Ways(Protocol):
    """The ways between cameras as the identity engine knows them."""

    def cameras(self) -> list[CameraKey]:
        """Every camera that a Frigate is configured with, as far as they answered."""
        ...

    def edges(self) -> list[Edge]:
        """What was learned of ways, with those that people said something of.

        Raises `StoreError`.
        """
        ...

    def outlook(self, identity_id: str) -> Outlook | None:
        """Where somebody is expected next; None if they were not seen lately.

        Raises `StoreError`.
        """
        ...

    def set_rule(self, here: CameraKey, there: CameraKey, rule: EdgeRule | None) -> None:
        """Say something of a way, or nothing any more; decided with from now on.

        Raises `StoreError`.
        """
        ...


@dataclass(frozen=True, slots=True)
class MqttHealth:
    """The connection to one broker; `problem` is a sentence, None while all is well."""

    instance: str
    connected: bool
    last_message_age_s: float | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class FrigateHealth:
    """One Frigate server; `can_write` is None while nobody asked to write."""

    instance: str
    reachable: bool
    version: str | None
    can_write: bool | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class ModelHealth:
    """What embeds the crops; `dimension` is the length of the vectors.

    `ms_per_crop` is the mean since the start, None before the first crop.
    """

    id: str
    runtime: str
    dimension: int
    ms_per_crop: float | None


@dataclass(frozen=True, slots=True)
class GalleryHealth:
    """The vector index; `kind` is "edge" or "server", `points` None while it is away."""

    kind: str
    available: bool
    points: int | None


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """The database; `kind` is "sqlite" or "postgresql"."""

    kind: str


@dataclass(frozen=True, slots=True)
class HealthReport:
    """How the service is; goes over the wire as it is here.

    `ready` means that messages are taken and decided, `paused` that nobody new is taken in.
    `messages_settled` of `messages_received` are done with; `queue` messages wait, `backlog`
    pictures and decisions are under way, `outbox` vectors are not in the index yet. `catch_ups`
    counts how often Frigate was asked for what was missed.
    """

    status: Literal["ok", "degraded", "starting"]
    ready: bool
    messages_received: int
    messages_settled: int
    queue: int
    backlog: int
    paused: bool
    open_tracklets: int
    outbox: int
    catch_ups: int
    mqtt: tuple[MqttHealth, ...]
    frigate: tuple[FrigateHealth, ...]
    model: ModelHealth
    gallery: GalleryHealth
    store: StoreHealth
    version: str
    uptime_s: float
    rss_bytes: int


class Health(Protocol):
    """Knows how every part is."""

    def report(self) -> HealthReport:
        """The state of this moment; may wait for a part that answers slowly."""
        ...
