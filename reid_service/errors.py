"""Every error that this service raises on purpose.

    ReidError
    |-- SettingsError             a setting is wrong; says which and how to mend it
    |-- FrigateError              Frigate did not do what we asked
    |   |-- FrigateUnreachable    no answer in time, or no connection
    |   |-- FrigateDenied         login or role refused
    |   |-- FrigateNotFound       no such event or picture
    |   `-- FrigateRefused        any other 4xx
    |-- ModelError                a model file is missing, damaged, or does not fit its entry
    |-- GalleryError              the vector index failed
    |   |-- GalleryUnavailable    the index cannot be reached; work is kept until it can
    |   `-- ModelMismatch         a vector of another model was offered
    |-- VideoError                a film cannot be read or made
    |-- StoreError                the database failed
    |-- NotFound                  the API was asked for something that does not exist
    |-- Conflict                  somebody else decided meanwhile
    |-- InvalidRequest            the API was asked for something impossible
    `-- RecordingError            a recording cannot be read

Each class has a stable `code` for the wire; the message is one plain sentence for people.
"""

from __future__ import annotations

from typing import ClassVar


class ReidError(Exception):
    """Base of all; `code` is stable and goes over the wire."""

    code: ClassVar[str] = "internal"


class SettingsError(ReidError):
    """A setting is missing or wrong."""

    code = "settings"


class FrigateError(ReidError):
    """Frigate did not do what we asked."""

    code = "frigate"


class FrigateUnreachable(FrigateError):
    """No connection, or no answer in time."""

    code = "frigate_unreachable"


class FrigateDenied(FrigateError):
    """Login failed, or the role may not do this."""

    code = "frigate_denied"


class FrigateNotFound(FrigateError):
    """Frigate has no such event or picture."""

    code = "frigate_not_found"


class FrigateRefused(FrigateError):
    """Frigate answered with another client error."""

    code = "frigate_refused"


class ModelError(ReidError):
    """A model file is missing, damaged, or does not fit its catalog entry."""

    code = "model"


class GalleryError(ReidError):
    """The vector index failed."""

    code = "gallery"


class GalleryUnavailable(GalleryError):
    """The vector index cannot be reached at the moment."""

    code = "gallery_unavailable"


class ModelMismatch(GalleryError):
    """A vector of one model was offered to the gallery of another."""

    code = "model_mismatch"


class VideoError(ReidError):
    """A film cannot be read or made."""

    code = "video"


class StoreError(ReidError):
    """The database failed."""

    code = "store"


class NotFound(ReidError):
    """There is no such identity, sighting, decision or camera."""

    code = "not_found"


class Conflict(ReidError):
    """The state has changed since the caller looked."""

    code = "conflict"


class InvalidRequest(ReidError):
    """The request contradicts itself or cannot be carried out."""

    code = "invalid_request"


class RecordingError(ReidError):
    """A recording is incomplete or malformed."""

    code = "recording"
