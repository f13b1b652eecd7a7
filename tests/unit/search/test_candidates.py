"""Who comes first, and why."""

from __future__ import annotations

import numpy as np
import pytest

from reid_service.associate.movements import Movements
from reid_service.associate.transit import Transit
from reid_service.domain.crop import Embedding, Vector
from reid_service.domain.floorplan import CameraKey
from reid_service.domain.search import Mark, Search, Seed, SeedKind
from reid_service.domain.tracklet import Tracklet, tracklet_id
from reid_service.embed.embedder import Calibration
from reid_service.errors import InvalidRequest
from reid_service.identities.act import Act
from reid_service.identities.distinguishing import distinguish
from reid_service.search.candidates import MANY, Candidate, LikenessBand, Ranker
from reid_service.search.session import SearchSession
from reid_service.storage.centring import learn_centring
from reid_service.storage.indexing import Indexer
from reid_service.storage.store import Store
from tests.fakes import MODEL, MemoryGallery, make_crop, make_tracklet
from tests.storing import give_identity

EVERYWHERE = (0.0, 1e6)


def vector(*values: float) -> Vector:
    found = np.zeros(8, np.float32)
    found[: len(values)] = values
    return np.asarray(found / np.linalg.norm(found), np.float32)


def seen(
    store: Store,
    name: str,
    look: Vector,
    *,
    instance: str = "frigate",
    camera: str = "gate",
    at_s: float,
) -> Tracklet:
    """A sighting of ten seconds with one crop that looks so."""
    tracklet = make_tracklet(name, instance=instance, camera=camera, start_s=at_s)
    crop = make_crop(tracklet)
    with store.write() as session:
        session.tracklets.upsert(tracklet, now_s=at_s)
        session.crops.put(type(crop)(crop.crop, Embedding(MODEL, look)), None)
    return tracklet


def search_from(seed: Seed) -> SearchSession:
    return SearchSession(Search("s", 0.0, 0.0, seed, *EVERYWHERE))


def ranker_over(store: Store, *, many: int = MANY) -> Ranker:
    gallery = MemoryGallery()
    Indexer(store, gallery, MODEL).rebuild()
    return Ranker(
        gallery,
        MODEL,
        lambda _: Calibration(same=0.7, new=0.5),
        lambda: Transit(Movements()),
        many=many,
    )


def ranked(
    store: Store, search: SearchSession, limit: int = 50, *, many: int = MANY
) -> list[Candidate]:
    ranker = ranker_over(store, many=many)
    with store.read() as session:
        return list(ranker.rank(session, search, limit).items)


def names(found: list[Candidate]) -> list[str]:
    return [each.stored.tracklet.event_id for each in found]


SEED = Seed(SeedKind.SIGHTING, sighting_id="frigate:seed", time_s=100.0)
LIKE, ALIKE, UNLIKE = vector(1.0), vector(0.8, 0.6), vector(0.0, 1.0)


@pytest.fixture
def site(store: Store) -> Store:
    """A seed, one who looks like it, one who does somewhat, one who does not."""
    seen(store, "seed", LIKE, at_s=100.0)
    seen(store, "like", LIKE, camera="door", at_s=200.0)
    seen(store, "alike", ALIKE, camera="door", at_s=300.0)
    seen(store, "unlike", UNLIKE, camera="door", at_s=400.0)
    return store


def test_likeness_becomes_a_probability_and_words(site: Store) -> None:
    found = ranked(site, search_from(SEED))
    assert names(found) == ["like", "alike", "unlike"]
    assert [each.likeness for each in found] == pytest.approx([1.0, 0.8, 0.0], abs=1e-3)
    assert found[0].probability > found[1].probability > 0.9
    assert found[2].probability < 0.01
    assert [each.band for each in found] == [
        LikenessBand.LIKELY,
        LikenessBand.LIKELY,
        LikenessBand.WEAK,
    ]


def test_who_was_beside_the_seed_on_its_camera_is_somebody_else(site: Store) -> None:
    seen(site, "beside", LIKE, at_s=105.0)
    found = ranked(site, search_from(SEED))
    assert names(found)[-1] == "beside"
    assert found[-1].band is LikenessBand.WEAK


def test_a_sighting_of_the_seeds_identity_has_that_in_its_favour(site: Store) -> None:
    with site.read() as session:
        at = {each: session.tracklets.get(f"frigate:{each}").tracklet for each in ("seed", "alike")}
    somebody = give_identity(site, at["seed"])
    give_identity(site, at["alike"], somebody)
    [like, alike, _] = sorted(ranked(site, search_from(SEED)), key=lambda e: -e.likeness)
    assert alike.probability > 0.99
    [crossed] = [
        each
        for each in ranked(
            site,
            search_from(SEED).labelled([], ["frigate:alike"], [], now_s=1.0).refined(now_s=2.0),
        )
        if each.stored.tracklet.event_id == "alike"
    ]
    assert crossed.probability < alike.probability
    assert like.mark is None
    assert crossed.mark is Mark.CROSS


def test_who_was_told_apart_from_the_seeds_identity_is_somebody_else(site: Store) -> None:
    with site.read() as session:
        at = {each: session.tracklets.get(f"frigate:{each}").tracklet for each in ("seed", "like")}
    one, other = (give_identity(site, each) for each in at.values())
    with site.write() as session:
        session.ledger.record(distinguish(session, Act("user", 1.0), one, other))
    found = ranked(site, search_from(SEED))
    assert names(found) == ["alike", "unlike", "like"]
    assert found[2].band is LikenessBand.WEAK


def test_an_identity_is_looked_for_by_its_newest_sightings(site: Store) -> None:
    with site.read() as session:
        [seed, unlike] = session.tracklets.get_all(["frigate:seed", "frigate:unlike"])
    somebody = give_identity(site, seed.tracklet)
    give_identity(site, unlike.tracklet, somebody)
    found = ranked(site, search_from(Seed(SeedKind.IDENTITY, identity_id=somebody)))
    assert set(names(found)) == {"seed", "unlike", "like", "alike"}
    alike = {each.stored.tracklet.event_id: each.likeness for each in found}
    assert alike["like"] == pytest.approx(0.5 * 0.5 + 0.5 * 1.0, abs=1e-3)
    assert alike["alike"] == pytest.approx(0.5 * 0.7 + 0.5 * 0.8, abs=1e-3)


def test_one_crop_alone_can_be_looked_for(site: Store) -> None:
    crop = make_crop(make_tracklet("seed", start_s=100.0), after_s=5.0, direction=1)
    with site.write() as session:
        session.crops.put(crop, None)
    seed = Seed(SeedKind.CROP, sighting_id="frigate:seed", crop_id=crop.crop.id)
    assert names(ranked(site, search_from(seed)))[0] == "unlike"
    gone = Seed(SeedKind.CROP, sighting_id="frigate:seed", crop_id="gone")
    assert names(ranked(site, search_from(gone)))[0] == "alike"


def test_a_photo_of_another_model_has_to_be_sent_again(site: Store) -> None:
    search = search_from(Seed(SeedKind.PHOTO))
    with site.write() as session:
        session.searches.put(search.search)
        session.searches.put_photo("s", Embedding("another-model", LIKE))
    with pytest.raises(InvalidRequest, match="Send it again"):
        ranked(site, search)


def test_ticked_ones_stay_first_and_crossed_ones_come_last(site: Store) -> None:
    search = search_from(SEED).labelled(["frigate:unlike"], ["frigate:like"], [], now_s=1.0)
    assert names(ranked(site, search))[0] == "like"
    assert names(ranked(site, search.refined(now_s=2.0))) == ["unlike", "alike", "like"]


def test_what_was_known_before_ranks_the_same_ones(site: Store) -> None:
    before = search_from(SEED).labelled(["frigate:unlike"], ["frigate:like"], [], now_s=1.0)
    after = before.refined(now_s=2.0)
    ranker = ranker_over(site)
    with site.read() as session:
        new, old = ranker.rank_again(session, after, before, 50)
        assert new == ranker.rank(session, after, 50)
    assert names(list(new.items)) == ["unlike", "alike", "like"]
    assert names(list(old.items))[0] == "like"


@pytest.mark.parametrize("until_s", [1e6, 1500.0, 900.0])
def test_a_wide_span_is_cut_out_of_any_time_with_the_same_result(
    store: Store, until_s: float
) -> None:
    random = np.random.default_rng(0)
    for number in range(80):
        look = vector(*random.standard_normal(6))
        camera = ("gate", "door")[number % 2]
        give_identity(store, seen(store, f"{number:03d}", look, camera=camera, at_s=20.0 * number))
    with store.write() as session:
        learn_centring(session, MODEL)
    seed = Seed(SeedKind.SIGHTING, sighting_id="frigate:007")
    search = SearchSession(Search("s", 0.0, 0.0, seed, 0.0, until_s))
    for limit in (5, 200):
        wanted = ranked(store, search, limit)
        assert names(ranked(store, search, limit, many=1)) == names(wanted)


def test_a_span_is_asked_for_where_the_nearest_are_of_another_time(store: Store) -> None:
    for number in range(40):
        seen(store, f"now{number}", vector(1.0, 0.01 * number), at_s=1000.0 + 20.0 * number)
    for number in range(20):
        seen(store, f"then{number}", vector(0.1 * number, 1.0), at_s=20.0 * number)
    seen(store, "seed", LIKE, at_s=5000.0)
    search = SearchSession(Search("s", 0.0, 0.0, SEED, 0.0, 500.0))
    found = names(ranked(store, search, 2, many=1))
    assert found == names(ranked(store, search, 2))
    assert len(found) == 2


def test_cameras_of_two_frigates_that_are_called_alike_do_not_hide_each_others(
    store: Store,
) -> None:
    """Whoever wears the colour of one camera's light is found in that of the other."""
    random = np.random.default_rng(0)
    light = {"frigate": vector(1.0), "barn": vector(0.0, 1.0)}
    for number in range(400):
        instance, own = ("barn", "frigate")[number % 8 > 0], np.zeros(8, np.float32)
        own[2:] = 0.3 * random.standard_normal(6)
        look = vector(*(2.0 * light[instance] + own))
        add = seen(store, f"{number:03d}", look, instance=instance, at_s=20.0 * number)
        give_identity(store, add, firm=True)
    for number in range(3):
        look = vector(1.0, 2.0, 0.1 * number)
        seen(store, f"wanted{number}", look, instance="barn", at_s=9000.0 + 20.0 * number)
    with store.write() as session:
        learn_centring(session, MODEL)
    search = search_from(Seed(SeedKind.SIGHTING, sighting_id="barn:wanted0"))
    assert set(names(ranked(store, search, 5))[:2]) == {"wanted1", "wanted2"}


@pytest.mark.parametrize("other", [CameraKey("frigate", "door"), CameraKey("barn", "gate")])
def test_the_index_brings_up_the_right_ones_where_cameras_differ(
    store: Store, other: CameraKey
) -> None:
    """What all crops of a camera share does not count: neither for nor against."""
    random = np.random.default_rng(0)
    gate = CameraKey("frigate", "gate")
    tints = {gate: vector(0, 0, 0, 0, 0, 0, 3.0), other: vector(0, 0, 0, 0, 0, 0, 0, 3.0)}
    for number in range(120):
        camera = (gate, other)[number % 2]
        look = np.zeros(8, np.float32)
        look[:6] = random.standard_normal(6)
        tracklet = seen(
            store,
            f"{number:03d}",
            vector(*(look / np.linalg.norm(look) + 2.0 * tints[camera])),
            instance=camera.instance,
            camera=camera.camera,
            at_s=20.0 * number,
        )
        give_identity(store, tracklet, firm=True)
    with store.write() as session:
        learn_centring(session, MODEL)
    seed = Seed(SeedKind.SIGHTING, sighting_id=tracklet_id(other.instance, "007"))
    search = search_from(seed)
    every, first = names(ranked(store, search, 200)), names(ranked(store, search, 5))
    assert len(every) > 90
    assert first == every[:5]
    assert {int(each) % 2 for each in every[:20]} == {0, 1}
