"""Why two sightings are one person, or are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from reid_service.associate.evidence import Evidence
from reid_service.domain.crop import EmbeddedCrop, Embedding
from reid_service.domain.tracklet import SubLabel, Tracklet, crop_id
from reid_service.errors import NotFound
from reid_service.storage.centring import learn_centring
from tests.fakes import MODEL, make_crop, make_tracklet
from tests.storing import give_identity
from tests.unit.api.serving import Served

FOR_ONE = Evidence(appearance=3.0, time_place=1.5, face=0.0, likeness=0.8)
BARELY = Evidence(appearance=-1.5, time_place=1.0, face=0.0, likeness=0.4)
FOR_TWO = Evidence(appearance=-2.5, time_place=0.5, face=0.0, likeness=0.1)


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
    served.doubts.evidence = FOR_ONE
    answer, terms = _explain(served)
    values = {name: term["value"] for name, term in terms.items()}
    assert values.pop("likeness") == pytest.approx(0.8, abs=0.001)
    assert values.pop("best_pair") == pytest.approx(0.8, abs=0.001)
    assert values.pop("probability") == pytest.approx(0.996, abs=0.001)
    assert values == {
        "appearance": 3.0,
        "time_place": 1.5,
        "sides": 0.0,
        "face": 0.0,
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
    assert (
        answer["conclusion"] == "They are linked, because more speaks for one person than for two."
    )
    assert served.doubts.weighed == [(first.id, second.id)]
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
    ("evidence", "linked", "words"),
    [
        (FOR_ONE, True, "They are linked, because more speaks for one person"),
        (BARELY, True, "They are linked, because more speaks for one person"),
        (FOR_TWO, True, "They are linked, although of these two alone more speaks for two"),
        (None, True, "They are linked, and the looks that this rests on are no longer kept"),
        (FOR_ONE, False, "They are kept apart, although of these two alone more speaks for one"),
        (FOR_TWO, False, "They are kept apart, because more speaks for two people"),
        (None, False, "They are kept apart, and the looks that this rests on are no longer kept"),
    ],
)
def test_the_conclusion_says_why(
    served: Served, evidence: Evidence | None, linked: bool, words: str
) -> None:
    first, second = _sighting(served, "a", 1.0), _sighting(served, "b", 0.9, start_s=200.0)
    somebody = give_identity(served.store, first)
    give_identity(served.store, second, somebody if linked else None)
    served.doubts.evidence = evidence
    answer, terms = _explain(served)
    assert answer["conclusion"].startswith(words)
    assert terms["linked"]["value"] is linked
    weighed = {"appearance", "time_place", "face", "probability"} & terms.keys()
    assert bool(weighed) is (evidence is not None)


def test_what_is_no_longer_kept_is_told(served: Served) -> None:
    _sighting(served, "a", 1.0)
    _sighting(served, "b", None, start_s=200.0)
    _, terms = _explain(served)
    for name in ("likeness", "best_pair"):
        assert terms[name]["value"] is None
        assert "no longer kept" in terms[name]["words"]


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


def test_whom_somebody_told_apart_are_two_whatever_the_evidence(served: Served) -> None:
    first, second = _sighting(served, "a", 1.0), _sighting(served, "b", 1.0, start_s=200.0)
    one, other = (give_identity(served.store, each) for each in (first, second))
    [decision_id] = served.commands.distinguish(one, other).decision_ids
    served.doubts.evidence = FOR_ONE
    answer, _ = _explain(served)
    assert "because somebody said that they are two people" in answer["conclusion"]
    served.commands.undo(decision_id)
    answer, _ = _explain(served)
    assert "not enough to be sure" in answer["conclusion"]


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
    assert terms["likeness"]["words"] == "Their pictures together are alike by 0.60 of 1."
    assert terms["sub_labels"]["words"] == "Frigate names neither."
    assert terms["linked"]["words"] == "One of them is not decided yet."
    assert terms["placed_a"]["words"] == "No decision about the first one is on record."


def test_one_sighting_is_not_two(empty: Served) -> None:
    empty.send("POST", "/api/explain", {"a": "frigate:a", "b": "frigate:a"}, 422)
    assert empty.doubts.weighed == []  # nobody is compared with themselves


def test_one_that_is_not_there_is_not_found(empty: Served) -> None:
    body = {"a": "frigate:a", "b": "frigate:b"}
    empty.send("POST", "/api/explain", body, 404)
    empty.doubts.fails = NotFound("There is no such sighting.")
    answer = empty.send("POST", "/api/explain", body, 404)
    assert answer["message"] == "There is no such sighting."


def test_likeness_is_that_of_association(served: Served) -> None:
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
    assert served.get("/api/info")["model"]["same"] == pytest.approx(0.7 - 0.5 * warmth)
    assert served.get("/api/info")["model"]["new"] == pytest.approx(0.5 - 0.5 * warmth)
