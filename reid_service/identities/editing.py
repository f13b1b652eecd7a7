"""What people say about one identity: its name, whether it is shown, its picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from reid_service.domain.identity import Change, Decision, DecisionKind, Identity, Subject
from reid_service.errors import InvalidRequest, NotFound
from reid_service.identities.act import Act, identity_change
from reid_service.identities.naming import other_names
from reid_service.storage.store import Session

LONGEST_NAME: Final = 100
"""Characters."""

MOST_ALIASES: Final = 20


@dataclass(frozen=True, slots=True)
class Renaming:
    """A rename, and the others who bear that name: the same person, or a namesake?"""

    decision: Decision
    namesakes: tuple[Identity, ...]


def rename(session: Session, act: Act, identity_id: str, name: str | None) -> Renaming:
    """Give an identity a name, or take it away (None or only spaces). Raises `NotFound`.

    Spaces around and repeated inside are dropped. Raises `InvalidRequest` for a name that is
    too long or cannot be printed.
    """
    identity = session.identities.resolve(identity_id)
    clean = _clean(name or "") or None
    same = () if clean is None else session.identities.named(clean)
    return Renaming(
        _set(act, DecisionKind.RENAME, identity, "name", clean),
        tuple(each for each in same if each.id != identity.id),
    )


def set_aliases(session: Session, act: Act, identity_id: str, aliases: Iterable[str]) -> Decision:
    """Say under which other names an identity is found; spaces are dropped as in a name.

    Raises `NotFound`, and `InvalidRequest` for too many or for one that is no name.
    """
    identity = session.identities.resolve(identity_id)
    clean = other_names(identity.name, map(_clean, aliases))
    if len(clean) > MOST_ALIASES:
        msg = f"A person has at most {MOST_ALIASES} other names. Leave some out."
        raise InvalidRequest(msg)
    return _set(act, DecisionKind.ALIAS, identity, "aliases", clean)


def hide(session: Session, act: Act, identity_id: str, *, hidden: bool) -> Decision:
    """Hide an identity from lists, or show it again. Raises `NotFound`."""
    identity = session.identities.resolve(identity_id)
    return _set(act, DecisionKind.HIDE, identity, "hidden", hidden)


def expose(session: Session, act: Act, identity_id: str, *, exposed: bool) -> Decision:
    """Show an identity in Home Assistant, or no longer. Raises `NotFound`."""
    identity = session.identities.resolve(identity_id)
    return _set(act, DecisionKind.EXPOSE, identity, "exposed", exposed)


def set_feature(session: Session, act: Act, identity_id: str, crop_id: str | None) -> Decision:
    """Choose the picture that shows an identity, or leave the choice to quality (None).

    Raises `NotFound`, and `InvalidRequest` if the crop is not of this identity.
    """
    identity = session.identities.resolve(identity_id)
    if crop_id is not None:
        crop = session.crops.find(crop_id)
        stored = None if crop is None else session.tracklets.find(crop.tracklet_id)
        if stored is None or stored.identity_id != identity.id:
            msg = "This picture is not of this person. Choose one of their own."
            raise InvalidRequest(msg)
    return _set(act, DecisionKind.FEATURE, identity, "feature_crop_id", crop_id)


def call_bad(session: Session, act: Act, crop_id: str, *, bad: bool) -> Decision:
    """Say that a picture shows the person badly, or take that back. Raises `NotFound`.

    It is kept, but it speaks for nobody: neither what stands for an identity nor what is weighed
    knows of it.
    """
    crop = session.crops.find(crop_id)
    if crop is None:
        msg = "There is no such picture. Its sighting may have been deleted meanwhile."
        raise NotFound(msg)
    return act.decides(DecisionKind.PICTURE, [Change(Subject.CROP, crop_id, "bad", crop.bad, bad)])


def _clean(name: str) -> str:
    clean = " ".join(name.split())
    if len(clean) > LONGEST_NAME or not clean.isprintable():
        msg = f"A name has at most {LONGEST_NAME} printable characters. Choose a shorter one."
        raise InvalidRequest(msg)
    return clean


def _set(act: Act, kind: DecisionKind, identity: Identity, name: str, value: Any) -> Decision:
    """One field; setting what is already so is recorded as said again."""
    before = getattr(identity, name)
    if isinstance(before, tuple):
        before = list(before)  # as the ledger keeps it
    return act.decides(kind, [identity_change(identity.id, name, before, value)])
