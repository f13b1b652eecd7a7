from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.errors import GalleryError
from reid_service.gallery.points import BATCH, batches, home_name, packed, ranked, unpacked
from reid_service.gallery.store import Payload, PointKind

FIELDS = packed(Payload(PointKind.CROP, "m", 1.5))

payloads = st.builds(
    Payload,
    st.sampled_from(PointKind),
    st.text(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.none() | st.text(),
    st.none() | st.text(),
    st.none() | st.text(),
)


@given(payloads)
def test_unpacking_gives_back_what_was_packed(payload: Payload) -> None:
    assert unpacked(packed(payload)) == payload


@pytest.mark.parametrize("fields", [None, {}, {"kind": "crop"}, {**FIELDS, "kind": "car"}])
def test_a_foreign_payload_is_reported(fields: dict[str, str | float] | None) -> None:
    with pytest.raises(GalleryError, match="not ours"):
        unpacked(fields)


@given(st.integers(0, 3 * BATCH))
def test_batches_are_full_but_the_last_and_keep_the_order(length: int) -> None:
    parts = list(batches(range(length)))
    assert [item for part in parts for item in part] == list(range(length))
    assert all(len(part) == BATCH for part in parts[:-1])
    assert all(0 < len(part) <= BATCH for part in parts)


@given(
    st.lists(st.sampled_from([-1.0, -0.25, 0.0, 0.5, 1.0]), max_size=60),
    st.integers(1, 20),
)
def test_ranking_orders_by_similarity_then_id(cosines: list[float], limit: int) -> None:
    everything = sorted(
        ((f"{(n * 37) % 61:02}", cosine, FIELDS) for n, cosine in enumerate(cosines)),
        key=lambda hit: -hit[1],
    )
    hits = ranked(lambda wanted: everything[:wanted], limit)
    expected = sorted(everything, key=lambda hit: (-hit[1], hit[0]))[:limit]
    assert [(hit.id, hit.similarity) for hit in hits] == [hit[:2] for hit in expected]


def test_float_noise_beyond_one_is_cut_and_below_a_millionth_ties() -> None:
    hits = ranked(lambda _: [("b", 1.0000002, FIELDS), ("a", 0.9999999, FIELDS)], 5)
    assert [(hit.id, hit.similarity) for hit in hits] == [("a", 1.0), ("b", 1.0)]


@given(st.text(min_size=1), st.text(min_size=1))
def test_models_never_share_a_home(left: str, right: str) -> None:
    assert (home_name(left) == home_name(right)) == (left == right)


@given(st.text(max_size=300))
def test_a_home_is_one_safe_path_component(model_id: str) -> None:
    name = home_name(model_id)
    assert set(name) <= set(string.ascii_letters + string.digits + "._-")
    assert not name.startswith(".")
    assert len(name) <= 80
