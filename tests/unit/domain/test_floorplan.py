"""Cameras by Frigate and name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reid_service.domain.floorplan import CameraKey

instances = st.from_regex(r"\A[a-z0-9_-]{1,32}\Z")


@given(instances, st.text(min_size=1, max_size=20))
def test_a_place_leads_back_to_its_camera(instance: str, camera: str) -> None:
    key = CameraKey(instance, camera)
    assert CameraKey.of_place(key.place) == key
