"""Why two sightings are one person, or are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reid_service.domain.crop import EmbeddedCrop, Embedding
from reid_service.domain.tracklet import SubLabel, Tracklet, crop_id
from reid_service.storage.centring import learn_centring
from tests.fakes import MODEL, make_crop, make_tracklet
from tests.storing import give_identity
from tests.unit.api.serving import Served


def _crop(tracklet: Tracklet, likeness: float, after_s: float = 1.0) -> EmbeddedCrop:
    """A crop whose vector has the cosine `likeness` to the first axis."""
    vector = np.zeros(8, np.float32)
    vector[:2] = likeness, np.sqrt(1 - likeness**2)
    return replace(make_crop(tracklet, after_s=after_s), embedding=Embedding(MODEL, vector))


def _sighting(
    served: Served,
    event_id: str,
    likeness: float | None,
    *,
    camera: str = "gate",
    start_s: float = 100.0,
    sub_label: str | None = None,
) -> Tracklet:
    tracklet = replace(
        make_tracklet(event_id, camera=camera, start_s=start_s),
        sub_label=SubLabel(sub_label, None) if sub_label else None,
    )
    with served.store.write() as session:
        session.tracklets.upsert(tracklet, now_s=start_s)
        if likeness is not None:
            session.crops.put(_crop(tracklet, likeness), None)
    return tracklet


def _explain(served: Served) -> tuple[dict[str, Any], dict[str, dict[str, Any]]]:
    answer = served.send("POST", "/api/explain", {"a": "frigate:a", "b": "frigate:b"})
    return answer, {term["name"]: term for term in answer["terms"]}


def test_every_term_has_a_value_and_words(served: Served) -> None:
    first = _sighting(served, "a", 1.0, sub_label="Anna")
    second = _sighting(served, "b", 0.8, camera="yard", start_s=130.0, sub_label="anna")
    somebody = give_identity(served.store, first)
    give_identity(served.store, second, somebody)
    answer, terms = _explain(served)
    values = {name: term["value"] for name, term in terms.items()}
    assert values.pop("likeness") == pytest.approx(0.8, abs=0.001)
    assert values.pop("best_pair") == pytest.approx(0.8, abs=0.001)
    assert values == {
        "same": 0.7,
        "new": 0.5,
        "cameras": "gate, yard",
        "gap_s": 20.0,
        "together_on_one_camera": False,
        "sub_labels": True,
        "linked": True,
        "placed_a": "system",
        "placed_b": "system",
    }
    assert all(term["words"].endswith(".") for term in terms.values())
    assert terms["gap_s"]["words"] == "20 seconds between them."
    assert terms["linked"]["words"] == "Both are Person 1."
    assert answer["conclusion"] == "They are linked, because they look like one person."
    assert (answer["a"]["id"], answer["b"]["id"]) == (first.id, second.id)
    assert [each["kind"] for each in answer["decisions"]] == ["assign", "assign"]


def test_the_best_pair_is_named(served: Served) -> None:
    first = _sighting(served, "a", 0.0)
    with served.store.write() as session:
        session.crops.put(_crop(first, 1.0, after_s=2.0), None)
    second = _sighting(served, "b", 1.0, start_s=200.0)
    _, terms = _explain(served)
    assert terms["best_pair"]["value"] == pytest.approx(1.0, abs=0.001)
    assert terms["likeness"]["value"] == pytest.approx(np.sqrt(0.5), abs=0.001)
    pair = f"{crop_id(first.id, 102.0)} and {crop_id(second.id, 201.0)}"
    assert pair in terms["best_pair"]["words"]


@pytest.mark.parametrize(
    ("likeness", "linked", "words"),
    [
        (0.9, True, "because they look like one person"),
        (0.3, True, "although these two alone look too different"),
        (None, True, "the looks that this rests on are no longer kept"),
        (0.9, False, "although these two alone look like one person"),
        (0.6, False, "because they do not look alike enough to be sure"),
        (0.3, False, "because they look different"),
        (None, False, "the looks that this rests on are no longer kept"),
    ],
)
def test_the_conclusion_says_why(
    served: Served, likeness: float | None, linked: bool, words: str
) -> None:
    first = _sighting(served, "a", 1.0)
    second = _sighting(served, "b", likeness, start_s=200.0)
    somebody = give_identity(served.store, first)
    give_identity(served.store, second, somebody if linked else None)
    answer, terms = _explain(served)
    assert words in answer["conclusion"]
    assert terms["linked"]["value"] is linked
    assert (terms["likeness"]["value"] is None) == (likeness is None)


@pytest.mark.parametrize("linked", [True, False])
def test_people_together_on_one_camera_are_two(served: Served, linked: bool) -> None:
    first = _sighting(served, "a", 1.0)
    second = _sighting(served, "b", 1.0, start_s=104.0)
    somebody = give_identity(served.store, first)
    give_identity(served.store, second, somebody if linked else None)
    answer, terms = _explain(served)
    assert terms["together_on_one_camera"]["value"] is True
    assert terms["gap_s"]["words"] == "In sight at the same time for 6 seconds."
    assert terms["cameras"]["words"] == "Both on gate."
    assert "one camera saw both at the same time" in answer["conclusion"]


@pytest.mark.parametrize("linked", [True, False])
def test_what_people_said_is_the_reason(served: Served, linked: bool) -> None:
    first = _sighting(served, "a", 1.0)
    second = _sighting(served, "b", 0.1, start_s=200.0)
    somebody = give_identity(served.store, first)
    give_identity(served.store, second, None if linked else somebody)
    done = served.commands.assign(second.id, somebody if linked else None)
    answer, terms = _explain(served)
    assert "by hand" in answer["conclusion"]
    assert terms["placed_b"]["value"] == "user"
    assert done.decision_ids[0] in terms["placed_b"]["words"]


def test_an_undecided_sighting_leaves_it_open(served: Served) -> None:
    give_identity(served.store, _sighting(served, "a", 1.0, sub_label="Anna"))
    _sighting(served, "b", 1.0, start_s=200.0)
    answer, terms = _explain(served)
    assert "open" in answer["conclusion"]
    assert (terms["linked"]["value"], terms["placed_b"]["value"]) == (None, None)
    assert terms["sub_labels"]["words"] == "Frigate calls only one of them Anna."


def test_other_sub_labels_are_told(served: Served) -> None:
    _sighting(served, "a", 1.0, sub_label="Anna")
    _sighting(served, "b", 1.0, start_s=200.0, sub_label="Ben")
    _, terms = _explain(served)
    assert terms["sub_labels"]["value"] is False


def test_the_order_of_asking_does_not_matter_to_time(served: Served) -> None:
    _sighting(served, "a", 1.0, camera="yard", start_s=200.0)
    _sighting(served, "b", 0.6, camera="gate", start_s=100.0)
    _, terms = _explain(served)
    assert (terms["cameras"]["value"], terms["gap_s"]["value"]) == ("gate, yard", 90.0)
    assert terms["likeness"]["words"].startswith("They look alike, but not enough to be sure")


def test_one_sighting_is_not_two(empty: Served) -> None:
    empty.send("POST", "/api/explain", {"a": "frigate:a", "b": "frigate:a"}, 422)
    empty.send("POST", "/api/explain", {"a": "frigate:a", "b": "frigate:b"}, 404)


def test_likeness_and_thresholds_are_those_of_association(served: Served) -> None:
    # Two cameras that each put a share of their own into every vector: 4 people, two a camera.
    for index, camera in enumerate(("gate", "gate", "yard", "yard")):
        vector = np.zeros(8, np.float32)
        vector[[index, 6 if camera == "gate" else 7]] = 0.6, 0.8
        tracklet = make_tracklet(f"{index}", camera=camera, start_s=1000.0 * index)
        crop = replace(make_crop(tracklet), embedding=Embedding(MODEL, vector))
        with served.store.write() as session:
            session.tracklets.upsert(tracklet, now_s=0.0)
            session.crops.put(crop, None)
        give_identity(served.store, tracklet, firm=True)
    with served.store.write() as session:
        warmth = learn_centring(session, MODEL).warmth
    answer = served.send("POST", "/api/explain", {"a": "frigate:0", "b": "frigate:1"})
    values = {term["name"]: term["value"] for term in answer["terms"]}
    assert warmth == pytest.approx(4 / 12)
    assert values["likeness"] < 0.64 - 0.1
    assert values["same"] == pytest.approx(0.7 - 0.5 * warmth)
    assert served.get("/api/info")["model"]["new"] == pytest.approx(0.5 - 0.5 * warmth)
