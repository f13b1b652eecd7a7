"""The actions: what they ask of the service, what they answer, and how they fail."""

from __future__ import annotations

from typing import Any

import pytest
from homeassistant.core import Context, HomeAssistant
from homeassistant.exceptions import HomeAssistantError, ServiceValidationError, Unauthorized
from pytest_homeassistant_custom_component.common import MockConfigEntry, MockUser

from custom_components.frigate_reid.const import DOMAIN

from .answers import failure
from .conftest import ENTRY_ID, StateOf
from .service import FakeService, until

pytestmark = pytest.mark.usefixtures("loaded")


async def _act(hass: HomeAssistant, action: str, **data: Any) -> dict[str, Any]:
    answer = await hass.services.async_call(
        DOMAIN, action, data, blocking=True, return_response=True
    )
    assert answer is not None
    return dict(answer)


async def test_a_route_has_legs_with_pictures_and_clips(
    hass: HomeAssistant, service: FakeService
) -> None:
    service.add_sighting(
        "frigate:2-anna",
        "anna",
        camera="garden",
        start_s=service.now_s - 60,
        last_seen_s=service.now_s,
    )
    route = await _act(hass, "get_route", person="sensor.anna_seen_by")
    assert route["name"] == "Anna"
    assert [each["camera"] for each in route["legs"]] == ["gate", "garden"]
    assert route["legs"][0]["picture"] == (
        f"/api/frigate_reid/{ENTRY_ID}/crop/crop-frigate%3A1-anna.jpg"
    )
    assert route["legs"][0]["clip"] == f"/api/frigate_reid/{ENTRY_ID}/clip/frigate%3A1-anna.mp4"
    assert route["gaps"] == [{"from_camera": "gate", "to_camera": "garden", "seconds": 3540.0}]


@pytest.mark.parametrize(
    ("person", "found"),
    [
        ("sensor.anna_seen_by", "anna"),
        ("event.anna_sightings", "anna"),
        ("ben", "ben"),
        ("BEN", "ben"),
        ("Person 3", "stranger"),
        ("stranger", "stranger"),
    ],
)
async def test_a_person_is_an_entity_a_name_or_an_id(
    hass: HomeAssistant, person: str, found: str
) -> None:
    assert (await _act(hass, "get_route", person=person))["identity_id"] == found


@pytest.mark.parametrize(
    "person", ["nobody", "sensor.frigate_re_id_people_on_site", "sun.sun", "binary_sensor.none"]
)
async def test_somebody_who_is_not_there_is_said_so(hass: HomeAssistant, person: str) -> None:
    with pytest.raises(ServiceValidationError, match="There is no person"):
        await _act(hass, "get_route", person=person)


async def test_another_name_finds_somebody_unless_it_is_that_of_several(
    hass: HomeAssistant, service: FakeService
) -> None:
    service.identities["stranger"]["aliases"] = ["The Postman", "Anna"]
    for person, found in (("the postman", "stranger"), ("Anna", "anna")):
        assert (await _act(hass, "get_route", person=person))["identity_id"] == found
    service.add_identity("other", aliases=["the postman"])
    with pytest.raises(ServiceValidationError, match="Several people are called The Postman"):
        await _act(hass, "get_route", person="The Postman")


async def test_a_service_without_other_names_is_understood(
    hass: HomeAssistant, service: FakeService
) -> None:
    del service.identities["stranger"]["aliases"]
    assert (await _act(hass, "get_route", person="stranger"))["identity_id"] == "stranger"


async def test_two_of_one_name_are_told_apart_by_the_id(
    hass: HomeAssistant, service: FakeService
) -> None:
    service.add_identity("other", name="Anna")
    with pytest.raises(ServiceValidationError, match="Several people are called Anna"):
        await _act(hass, "get_route", person="Anna")


async def test_whereabouts_are_those_of_exposed_people(
    hass: HomeAssistant, service: FakeService, state_of: StateOf
) -> None:
    await service.see("stranger", "gate")
    await service.see("anna", "garden")
    await until(lambda: state_of("sensor.anna_seen_by") == "garden")
    answer = await _act(hass, "whereabouts")
    assert [(each["name"], each["camera"]) for each in answer["people"]] == [("Anna", "garden")]
    assert (answer["unknown"], answer["others"]) == (1, 0)
    assert (await _act(hass, "whereabouts", person="Anna"))["people"] == answer["people"]
    with pytest.raises(ServiceValidationError, match="no person Ben"):
        await _act(hass, "whereabouts", person="Ben")


async def test_somebody_is_expected_where_people_walk_to_from_there(
    hass: HomeAssistant, service: FakeService
) -> None:
    answer = await _act(hass, "get_expected", person="sensor.anna_seen_by")
    assert (answer["name"], answer["last_camera"], answer["away"]) == ("Anna", "gate", 0.25)
    [yard] = answer["cameras"]
    assert (yard["camera"], yard["probability"], yard["walks"]) == ("yard", 0.6, 12.5)
    assert yard["from"] < yard["to"]
    service.sightings.clear()
    assert (await _act(hass, "get_expected", person="Anna"))["cameras"] == []


@pytest.mark.parametrize(
    ("given", "seed"),
    [
        ({"event_id": "1-anna"}, {"event_id": "1-anna"}),
        ({"sighting_id": "frigate:1-anna"}, {"sighting_id": "frigate:1-anna"}),
        ({"person": "Anna"}, {"identity_id": "anna"}),
        (
            {"camera": "gate", "time": "2026-09-11T08:02:00+00:00"},
            {"camera": "gate", "time_s": 1_789_113_720.0},
        ),
    ],
)
async def test_a_search_begins_with_any_seed(
    hass: HomeAssistant, service: FakeService, given: dict[str, Any], seed: dict[str, Any]
) -> None:
    answer = await _act(hass, "search", **given, cameras=["gate"], window="00:02:00", limit=1)
    assert service.calls == [
        ("POST", "/api/searches", {**seed, "window_s": 120.0, "cameras": ["gate"]})
    ]
    assert answer["search_id"] == "search-1"
    assert answer["total"] == 2
    assert [each["band"] for each in answer["candidates"]] == ["likely"]
    assert answer["candidates"][0]["sighting_id"] == "frigate:1-anna"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"event_id": "a", "person": "Anna"},
        {"camera": "gate"},
        {"event_id": "a", "time": "2026-09-11T08:02:00"},
    ],
)
async def test_a_search_needs_one_seed(hass: HomeAssistant, given: dict[str, Any]) -> None:
    with pytest.raises(ServiceValidationError, match="Say whom to search"):
        await _act(hass, "search", **given)


async def test_a_search_leaves_the_span_to_the_service(
    hass: HomeAssistant, service: FakeService
) -> None:
    await _act(hass, "search", event_id="1-anna")
    assert service.calls == [("POST", "/api/searches", {"event_id": "1-anna"})]


async def test_candidates_of_a_search_can_be_read_again(hass: HomeAssistant) -> None:
    answer = await _act(hass, "get_candidates", search_id="search-1", order="time")
    assert len(answer["candidates"]) == 2


@pytest.mark.parametrize(
    ("action", "data", "call"),
    [
        (
            "assign_sighting",
            {"sighting_id": "frigate:1-anna", "person": "Ben"},
            ("POST", "/api/sightings/frigate:1-anna/assign", {"identity_id": "ben"}),
        ),
        (
            "assign_sighting",
            {"sighting_id": "frigate:1-anna"},
            ("POST", "/api/sightings/frigate:1-anna/assign", {"identity_id": None}),
        ),
        (
            "rename_person",
            {"person": "stranger", "name": "Cleo"},
            ("PATCH", "/api/identities/stranger", {"name": "Cleo"}),
        ),
        (
            "merge_people",
            {"person": "Anna", "others": ["stranger"]},
            ("POST", "/api/identities/anna/merge", {"others": ["stranger"], "dry_run": False}),
        ),
        (
            "split_person",
            {"person": "Anna", "sightings": "frigate:1-anna"},
            ("POST", "/api/identities/anna/split", {"sightings": ["frigate:1-anna"]}),
        ),
        (
            "hide_person",
            {"person": "stranger"},
            ("PATCH", "/api/identities/stranger", {"hidden": True}),
        ),
        ("forget_person", {"person": "stranger"}, ("DELETE", "/api/identities/stranger", None)),
        (
            "set_matching",
            {"band": "eager", "paused": True},
            ("PATCH", "/api/settings/matching", {"band": "eager", "paused": True}),
        ),
    ],
)
async def test_what_is_changed_is_changed_in_the_service(
    hass: HomeAssistant,
    service: FakeService,
    action: str,
    data: dict[str, Any],
    call: tuple[str, str, Any],
) -> None:
    await hass.services.async_call(DOMAIN, action, data, blocking=True)
    assert service.calls == [call]


async def test_a_change_answers_with_the_person(hass: HomeAssistant) -> None:
    answer = await _act(hass, "rename_person", person="stranger", name="Cleo")
    assert (answer["identity_id"], answer["name"]) == ("stranger", "Cleo")
    assert await _act(hass, "forget_person", person="stranger") == {"sightings": 3}


async def test_a_question_is_answered(hass: HomeAssistant, service: FakeService) -> None:
    service.ask("q1", "anna", "stranger")
    answer = await _act(hass, "answer_review", review_id="q1", answer="same")
    assert answer["name"] == "Anna"
    with pytest.raises(ServiceValidationError, match="not open any more"):
        await _act(hass, "answer_review", review_id="q1", answer="same")


async def test_an_export_and_a_rescan_are_jobs(hass: HomeAssistant, service: FakeService) -> None:
    export = await _act(hass, "export_route", person="Anna", hours=2, blur_others=True)
    assert export["state"] == "waiting"
    assert export["file"] == f"/api/frigate_reid/{ENTRY_ID}/export/job-1"
    rescan = await _act(hass, "rescan", dry_run=True, cameras="gate")
    assert "file" not in rescan
    (_, _, order), (_, _, again) = service.calls
    assert order["to_s"] - order["from_s"] == pytest.approx(7200)
    assert (order["format"], order["blur_others"]) == ("mp4", True)
    assert (again["dry_run"], again["cameras"]) == (True, ["gate"])


async def test_a_span_may_end_in_the_past(hass: HomeAssistant) -> None:
    route = await _act(hass, "get_route", person="Anna", hours=1, until="2026-09-11T08:00:00+00:00")
    assert route["to_s"] == 1_789_113_600.0
    assert route["from_s"] == 1_789_110_000.0


async def test_something_must_be_set(hass: HomeAssistant) -> None:
    with pytest.raises(ServiceValidationError, match="Say what to set"):
        await _act(hass, "set_matching")


@pytest.mark.parametrize(
    ("status", "raised", "words"),
    [
        (404, ServiceValidationError, "does not have that"),
        (409, ServiceValidationError, "Somebody else decided"),
        (422, ServiceValidationError, "That cannot be done"),
        (500, HomeAssistantError, "failed"),
        (502, HomeAssistantError, "cannot do that now"),
        (401, HomeAssistantError, "does not accept the token"),
    ],
)
async def test_failures_are_said_in_words(
    hass: HomeAssistant,
    service: FakeService,
    status: int,
    raised: type[Exception],
    words: str,
) -> None:
    service.failures["/api/identities/anna/route"] = failure(status, "any")
    with pytest.raises(raised, match=words):
        await _act(hass, "get_route", person="Anna")


async def test_a_service_that_is_away_is_said_so(hass: HomeAssistant, service: FakeService) -> None:
    await service.stop()
    with pytest.raises(HomeAssistantError, match="does not answer"):
        await _act(hass, "get_route", person="Anna")


async def test_only_administrators_change_something(
    hass: HomeAssistant, service: FakeService, hass_read_only_user: MockUser
) -> None:
    context = Context(user_id=hass_read_only_user.id)
    with pytest.raises(Unauthorized):
        await hass.services.async_call(
            DOMAIN, "forget_person", {"person": "stranger"}, blocking=True, context=context
        )
    assert service.calls == []
    await hass.services.async_call(
        DOMAIN, "whereabouts", {}, blocking=True, context=context, return_response=True
    )


async def test_which_service_is_meant_must_be_clear(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    assert await _act(hass, "whereabouts", config_entry_id=loaded.entry_id)
    with pytest.raises(ServiceValidationError, match="is not connected"):
        await _act(hass, "whereabouts", config_entry_id="none")
    await hass.config_entries.async_unload(loaded.entry_id)
    with pytest.raises(ServiceValidationError, match="No Frigate Re-ID"):
        await _act(hass, "whereabouts")


async def test_of_two_services_one_must_be_named(
    hass: HomeAssistant, loaded: MockConfigEntry
) -> None:
    other = FakeService(now_s=0.0, instance_id="barn-id")
    await other.start()
    second = MockConfigEntry(
        domain=DOMAIN, unique_id="barn-id", data={**loaded.data, "url": other.url}
    )
    second.add_to_hass(hass)
    assert await hass.config_entries.async_setup(second.entry_id)
    try:
        with pytest.raises(ServiceValidationError, match="several Frigate Re-ID"):
            await _act(hass, "whereabouts")
    finally:
        assert await hass.config_entries.async_unload(second.entry_id)
        await other.stop()
