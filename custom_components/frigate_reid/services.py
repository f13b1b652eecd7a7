"""The actions: what each takes, does, and answers."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Final

from homeassistant.core import (
    HomeAssistant,
    ServiceCall,
    ServiceResponse,
    SupportsResponse,
    callback,
)
from homeassistant.exceptions import ServiceValidationError
from homeassistant.helpers import config_validation as cv
from homeassistant.helpers.service import async_register_admin_service
from homeassistant.util import dt as dt_util

from .answers import (
    candidate_answer,
    expected_answer,
    identity_answer,
    job_answer,
    route_answer,
    whereabouts_answer,
)
from .client.work import Band, Candidates
from .const import DOMAIN
from .coordinator import ReidCoordinator
from .failures import for_people
from .people import CONF_ENTRY, identity_of, service_of
from .validation import vol

type Answer = Callable[[ServiceCall, ReidCoordinator], Coroutine[Any, Any, ServiceResponse]]

_DEFAULT_HOURS: Final = 24.0
_DEFAULT_LIMIT: Final = 20
_MOST: Final = 200

_PERSON: Final = {vol.Required("person"): cv.string}
_PERSON_OR_NONE: Final = {vol.Optional("person"): cv.string}
_SPAN: Final = {
    vol.Optional("hours", default=_DEFAULT_HOURS): vol.All(
        vol.Coerce(float), vol.Range(min=0, max=24 * 366, min_included=False)
    ),
    vol.Optional("until"): cv.datetime,
}
_LIMIT: Final = {
    vol.Optional("limit", default=_DEFAULT_LIMIT): vol.All(int, vol.Range(min=1, max=_MOST))
}
_CAMERAS: Final = {vol.Optional("cameras"): vol.All(cv.ensure_list, [cv.string])}
_SEEDS: Final = ("event_id", "sighting_id", "person", "camera")


def _schema(*fields: dict[Any, Any]) -> vol.Schema:
    merged: dict[Any, Any] = {vol.Optional(CONF_ENTRY): cv.string}
    for each in fields:
        merged.update(each)
    return vol.Schema(merged)


# Reading


async def _search(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    seed = await _seed(call, site)
    if "window" in call.data:
        seed["window_s"] = call.data["window"].total_seconds()
    if call.data.get("cameras"):
        seed["cameras"] = call.data["cameras"]
    search = await site.client.search(seed)
    limit = call.data["limit"]
    found = await site.client.candidates(search.id, order="likeness", limit=limit)
    return {
        "search_id": search.id,
        "from_s": search.from_s,
        "to_s": search.to_s,
        **_candidates(site, found),
    }


async def _seed(call: ServiceCall, site: ReidCoordinator) -> dict[str, Any]:
    given = [each for each in _SEEDS if each in call.data]
    if len(given) != 1 or ("camera" in given) != ("time" in call.data):
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="no_seed")
    match given[0]:
        case "person":
            identity = await identity_of(call.hass, site, call.data["person"])
            return {"identity_id": identity.id}
        case "camera":
            return {"camera": call.data["camera"], "time_s": _seconds(call.data["time"])}
        case key:
            return {key: call.data[key]}


async def _get_candidates(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    found = await site.client.candidates(
        call.data["search_id"], order=call.data["order"], limit=call.data["limit"]
    )
    return _candidates(site, found)


def _candidates(site: ReidCoordinator, found: Candidates) -> dict[str, Any]:
    entry_id = site.config_entry.entry_id
    return {
        "total": found.total,
        "candidates": [candidate_answer(entry_id, each) for each in found.items],
    }


async def _get_route(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await identity_of(call.hass, site, call.data["person"])
    from_s, to_s = await _span(call, site)
    route = await site.client.route(identity.id, from_s, to_s)
    return route_answer(site.config_entry.entry_id, identity.label, route)


async def _get_expected(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await identity_of(call.hass, site, call.data["person"])
    return expected_answer(identity, await site.client.expected(identity.id))


async def _whereabouts(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    people = list(site.data.people.values())
    if "person" in call.data:
        identity = await identity_of(call.hass, site, call.data["person"])
        people = [each for each in people if each.identity_id == identity.id]
        if not people:
            raise ServiceValidationError(
                translation_domain=DOMAIN,
                translation_key="unknown_person",
                translation_placeholders={"person": call.data["person"]},
            )
    people.sort(key=lambda each: each.name.casefold())
    return {
        "people": [whereabouts_answer(each) for each in people],
        "unknown": site.data.unknown_on_site,
        "others": site.data.others_on_site,
    }


async def _export_route(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await identity_of(call.hass, site, call.data["person"])
    from_s, to_s = await _span(call, site)
    order = {
        "identity_id": identity.id,
        "from_s": from_s,
        "to_s": to_s,
        "format": call.data["format"],
        "blur_others": call.data["blur_others"],
    }
    return job_answer(site.config_entry.entry_id, await site.client.export(order))


# Changing


async def _assign_sighting(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    person = call.data.get("person")
    to = None if person is None else (await identity_of(call.hass, site, person)).id
    return identity_answer(await site.client.assign(call.data["sighting_id"], to))


async def _rename_person(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await identity_of(call.hass, site, call.data["person"])
    changed = await site.client.change_identity(identity.id, name=call.data["name"])
    return identity_answer(changed)


async def _merge_people(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    stays = await identity_of(call.hass, site, call.data["person"])
    others = [await identity_of(call.hass, site, each) for each in call.data["others"]]
    return identity_answer(await site.client.merge(stays.id, [each.id for each in others]))


async def _split_person(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await identity_of(call.hass, site, call.data["person"])
    return identity_answer(await site.client.split(identity.id, call.data["sightings"]))


async def _hide_person(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await identity_of(call.hass, site, call.data["person"])
    changed = await site.client.change_identity(identity.id, hidden=call.data["hidden"])
    return identity_answer(changed)


async def _forget_person(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await identity_of(call.hass, site, call.data["person"])
    return {"sightings": await site.client.forget(identity.id)}


async def _answer_review(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    identity = await site.client.answer(call.data["review_id"], call.data["answer"])
    return {} if identity is None else identity_answer(identity)


async def _rescan(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    from_s, to_s = await _span(call, site)
    order = {"from_s": from_s, "to_s": to_s, "dry_run": call.data["dry_run"]}
    if call.data.get("cameras"):
        order["cameras"] = call.data["cameras"]
    return job_answer(site.config_entry.entry_id, await site.client.rescan(order))


async def _set_matching(call: ServiceCall, site: ReidCoordinator) -> ServiceResponse:
    wanted = {key: call.data[key] for key in ("band", "paused") if key in call.data}
    if not wanted:
        raise ServiceValidationError(translation_domain=DOMAIN, translation_key="nothing_to_set")
    matching = await site.client.set_matching(**wanted)
    site.set_matching(matching)
    return {"band": matching.band, "paused": matching.paused}


async def _span(call: ServiceCall, site: ReidCoordinator) -> tuple[float, float]:
    until = call.data.get("until")
    to_s = _seconds(until) if until is not None else await site.read_site_now_s()
    return to_s - 3600.0 * call.data["hours"], to_s


def _seconds(when: datetime) -> float:
    return dt_util.as_utc(when).timestamp()


_READS: Final[dict[str, tuple[Answer, vol.Schema]]] = {
    "search": (
        _search,
        _schema(
            {
                vol.Optional("event_id"): cv.string,
                vol.Optional("sighting_id"): cv.string,
                vol.Optional("camera"): cv.string,
                vol.Optional("time"): cv.datetime,
                vol.Optional("window"): vol.All(cv.time_period, cv.positive_timedelta),
            },
            _PERSON_OR_NONE,
            _CAMERAS,
            _LIMIT,
        ),
    ),
    "get_candidates": (
        _get_candidates,
        _schema(
            {
                vol.Required("search_id"): cv.string,
                vol.Optional("order", default="likeness"): vol.In(["likeness", "time"]),
            },
            _LIMIT,
        ),
    ),
    "get_route": (_get_route, _schema(_PERSON, _SPAN)),
    "get_expected": (_get_expected, _schema(_PERSON)),
    "whereabouts": (_whereabouts, _schema(_PERSON_OR_NONE)),
}

_WRITES: Final[dict[str, tuple[Answer, vol.Schema]]] = {
    "assign_sighting": (
        _assign_sighting,
        _schema({vol.Required("sighting_id"): cv.string}, _PERSON_OR_NONE),
    ),
    "rename_person": (_rename_person, _schema(_PERSON, {vol.Required("name"): cv.string})),
    "merge_people": (
        _merge_people,
        _schema(_PERSON, {vol.Required("others"): vol.All(cv.ensure_list, [cv.string])}),
    ),
    "split_person": (
        _split_person,
        _schema(_PERSON, {vol.Required("sightings"): vol.All(cv.ensure_list, [cv.string])}),
    ),
    "hide_person": (
        _hide_person,
        _schema(_PERSON, {vol.Optional("hidden", default=True): cv.boolean}),
    ),
    "forget_person": (_forget_person, _schema(_PERSON)),
    "answer_review": (
        _answer_review,
        _schema(
            {
                vol.Required("review_id"): cv.string,
                vol.Required("answer"): vol.In(["same", "different", "unsure"]),
            }
        ),
    ),
    "export_route": (
        _export_route,
        _schema(
            _PERSON,
            _SPAN,
            {
                vol.Optional("format", default="mp4"): vol.In(
                    ["mp4", "frigate_case", "json", "picture"]
                ),
                vol.Optional("blur_others", default=False): cv.boolean,
            },
        ),
    ),
    "rescan": (
        _rescan,
        _schema(_SPAN, _CAMERAS, {vol.Optional("dry_run", default=False): cv.boolean}),
    ),
    "set_matching": (
        _set_matching,
        _schema(
            {
                vol.Optional("band"): vol.In([each.value for each in Band]),
                vol.Optional("paused"): cv.boolean,
            }
        ),
    ),
}


def _handler(answer: Answer) -> Callable[[ServiceCall], Coroutine[Any, Any, ServiceResponse]]:
    async def handle(call: ServiceCall) -> ServiceResponse:
        site = service_of(call.hass, call.data.get(CONF_ENTRY))
        with for_people(site.client.url):
            return await answer(call, site)

    return handle


@callback
def register_services(hass: HomeAssistant) -> None:
    """Register all actions; those that change something are for administrators."""
    for name, (answer, schema) in _READS.items():
        hass.services.async_register(
            DOMAIN, name, _handler(answer), schema, supports_response=SupportsResponse.ONLY
        )
    for name, (answer, schema) in _WRITES.items():
        async_register_admin_service(
            hass, DOMAIN, name, _handler(answer), schema, SupportsResponse.OPTIONAL
        )
