"""One event of each kind, as the documentation shows them."""

from __future__ import annotations

from reid_service.domain.events import (
    HandoffEvent,
    IdentityChange,
    IdentityChangedEvent,
    Phase,
    ReappearanceEvent,
    SightingEvent,
)
from reid_service.domain.identity import Outcome
from reid_service.domain.tracklet import crop_id, founded_identity_id, tracklet_id
from reid_service.publish.wire import ConfigMessage

EVENT_ID = "1789110024.883713-gvgjx4"
TRACKLET_ID = tracklet_id("frigate", EVENT_ID)
IDENTITY_ID = founded_identity_id("frigate:1789109871.204511-p0x2kd")
OTHER_ID = founded_identity_id(TRACKLET_ID)

CONFIG = ConfigMessage(
    version="0.1.0",
    instance="main",
    instance_id="5f6c2f0e-6d1b-4f0a-9f53-3a4b7d9f2c11",
    api_url="http://192.168.1.20:8674",
    capabilities=("write_sub_label",),
)
SIGHTING = SightingEvent(
    phase=Phase.FIRM,
    tracklet_id=TRACKLET_ID,
    instance="frigate",
    event_id=EVENT_ID,
    camera="garden",
    identity_id=IDENTITY_ID,
    identity_label="Person 47",
    named=False,
    start_s=1789110024.883713,
    last_seen_s=1789110037.402118,
    outcome=Outcome.ACCEPT,
    similarity=0.8125,
    crop_id=crop_id(TRACKLET_ID, 1789110029.610402),
)
HANDOFF = HandoffEvent(
    identity_id=IDENTITY_ID,
    identity_label="Person 47",
    tracklet_id=TRACKLET_ID,
    event_id=EVENT_ID,
    from_camera="driveway",
    to_camera="garden",
    gap_s=6.25,
    at_s=1789110024.883713,
)
REAPPEARANCE = ReappearanceEvent(
    identity_id=IDENTITY_ID,
    identity_label="Person 47",
    tracklet_id=TRACKLET_ID,
    event_id=EVENT_ID,
    camera="garden",
    previous_camera="driveway",
    away_s=5400.5,
    at_s=1789110024.883713,
)
IDENTITY_CHANGED = IdentityChangedEvent(
    change=IdentityChange.MERGED,
    identity_id=OTHER_ID,
    identity_label="Person 48",
    other_identity_id=IDENTITY_ID,
    tracklet_ids=(TRACKLET_ID,),
    decision_id="0d9c7a58-4f5e-4c5e-8a63-1f0d2b7c9e44",
    at_s=1789110102.75,
)
EVENTS = (SIGHTING, HANDOFF, REAPPEARANCE, IDENTITY_CHANGED)
