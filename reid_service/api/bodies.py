"""Everything that REST takes."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from reid_service.api.ports import Answer
from reid_service.identities.editing import LONGEST_NAME, MOST_ALIASES

# PostgreSQL takes no NUL in a text, and nothing here has a use for control characters.
Text: TypeAlias = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00-\x1f]+$")]
"""An id or a name in a request."""


_Name: TypeAlias = Annotated[str, StringConstraints(max_length=LONGEST_NAME)]


class _Body(BaseModel):
    """Unknown fields are errors: a misspelt one must not be silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class IdentityPatch(_Body):
    """Only what is given changes; a null `name` or `feature_crop_id` takes it away."""

    name: _Name | None = None
    aliases: Annotated[list[_Name], Field(max_length=MOST_ALIASES)] | None = None
    hidden: bool | None = None
    exposed: bool | None = None
    feature_crop_id: Text | None = None


class MergeRequest(_Body):
    """`others` are the same person; with `dry_run` nothing happens."""

    others: Annotated[list[Text], Field(min_length=1, max_length=100)]
    dry_run: bool = False


class SplitRequest(_Body):
    """These sightings are somebody else."""

    sightings: Annotated[list[Text], Field(min_length=1, max_length=2000)]


class AssignRequest(_Body):
    """Whose sighting it is; null for somebody new."""

    identity_id: Text | None


class UnsureRequest(_Body):
    """Of whom nobody can tell whether it is them."""

    identity_id: Text


class CropPatch(_Body):
    """Whether a picture shows the person badly."""

    bad: bool


class ExplainRequest(_Body):
    """Two sightings."""

    a: Text
    b: Text


class AnswerRequest(_Body):
    """Are the two one person? `also` of the group are the same as well."""

    answer: Annotated[Answer, Field(strict=False)]
    also: Annotated[list[str], Field(max_length=6)] = []
