"""Commands for the card: reading only, for users who may see the site."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from homeassistant.components import websocket_api
from homeassistant.components.websocket_api import ActiveConnection
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, Unauthorized
from homeassistant.helpers import entity_registry as er

from .answers import Sign, route_answer, whereabouts_answer
from .client import NotFound, ReidError
from .const import DOMAIN
from .coordinator import ReidCoordinator
from .failures import for_people
from .people import CONF_ENTRY, identity_of, service_of
from .state import PersonState
from .validation import vol
from .views import may_read, media_path, signed

Message = dict[str, Any]

_ROUTE: Final[dict[Any, Any]] = {
    vol.Optional(CONF_ENTRY): str,
    vol.Required("person"): str,
    vol.Optional("from_s"): vol.Coerce(float),
    vol.Optional("to_s"): vol.Coerce(float),
    vol.Optional("hours", default=24): vol.All(vol.Coerce(float), vol.Range(0.01, 24 * 366)),
    vol.Optional("trail", default=False): bool,
}
# A route is read again at most this often while its person walks.
_REREAD_S: Final = 2.0
# The service traces at most so many sightings at once.
_MOST_TRACED: Final = 50


@callback
def register_commands(hass: HomeAssistant) -> None:
    """Register all commands."""
    for command in (people_list, plan_get, live_subscribe, route_get, route_subscribe):
        websocket_api.async_register_command(hass, command)


def _site(hass: HomeAssistant, connection: ActiveConnection, message: Message) -> ReidCoordinator:
    """The service that is meant, if this user may see it."""
    site = service_of(hass, message.get(CONF_ENTRY))
    if not may_read(hass, connection.user, site.config_entry):
        raise Unauthorized
    return site


def _signer(hass: HomeAssistant, connection: ActiveConnection) -> Sign:
    return lambda path: signed(hass, path, connection.refresh_token_id)


@websocket_api.websocket_command(
    {vol.Required("type"): f"{DOMAIN}/people/list", vol.Optional(CONF_ENTRY): str}
)
@callback
def people_list(hass: HomeAssistant, connection: ActiveConnection, message: Message) -> None:
    """Exposed people with their entities, in the order of their names."""
    site = _site(hass, connection, message)
    sign = _signer(hass, connection)
    people = sorted(site.data.people.values(), key=lambda each: each.name.casefold())
    answer = [
        {**_person(site, each, sign), "entities": _entities(hass, site, each.identity_id)}
        for each in people
    ]
    connection.send_result(
        message["id"], {CONF_ENTRY: site.config_entry.entry_id, "people": answer}
    )


@websocket_api.websocket_command(
    {vol.Required("type"): f"{DOMAIN}/plan/get", vol.Optional(CONF_ENTRY): str}
)
@websocket_api.async_response
async def plan_get(hass: HomeAssistant, connection: ActiveConnection, message: Message) -> None:
    """The plan as the service has it, and signed paths of the floors' pictures by floor.

    `plan` is null when the service has no plans.
    """
    site = _site(hass, connection, message)
    with for_people(site.client.url):
        try:
            plan = dict((await site.client.plan()).message)
        except NotFound:
            connection.send_result(message["id"], {"plan": None, "pictures": {}})
            return
    sign = _signer(hass, connection)
    pictures = {
        each["id"]: sign(media_path(site.config_entry.entry_id, "floor", each["id"]))
        for each in plan["floors"]
        if each.get("has_picture")
    }
    connection.send_result(message["id"], {"plan": plan, "pictures": pictures})


@websocket_api.websocket_command(
    {vol.Required("type"): f"{DOMAIN}/live/subscribe", vol.Optional(CONF_ENTRY): str}
)
@callback
def live_subscribe(hass: HomeAssistant, connection: ActiveConnection, message: Message) -> None:
    """Who is on site, now and whenever that changes; unknown people are apart."""
    site = _site(hass, connection, message)
    sign = _signer(hass, connection)
    last: Any = None

    @callback
    def send() -> None:
        nonlocal last
        shown = (
            [each for each in site.data.people.values() if each.on_site],
            site.data.unknown,
            site.last_update_success,
        )
        if shown == last:
            return
        last = shown
        people, unknown, connected = shown
        event = {
            "connected": connected,
            "now_s": site.site_now_s(),
            "people": [_person(site, each, sign) for each in people],
            "unknown": [_person(site, each, sign) for each in unknown],
            "others": site.data.others_on_site,
        }
        connection.send_event(message["id"], event)

    connection.subscriptions[message["id"]] = site.async_add_listener(send)
    connection.send_result(message["id"])
    send()


@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/route/get", **_ROUTE})
@websocket_api.async_response
async def route_get(hass: HomeAssistant, connection: ActiveConnection, message: Message) -> None:
    """Where a person walked."""
    site = _site(hass, connection, message)
    connection.send_result(
        message["id"], await _route(hass, site, message, _signer(hass, connection))
    )


@websocket_api.websocket_command({vol.Required("type"): f"{DOMAIN}/route/subscribe", **_ROUTE})
@websocket_api.async_response
async def route_subscribe(
    hass: HomeAssistant, connection: ActiveConnection, message: Message
) -> None:
    """Where a person walked, now and whenever they are seen again."""
    site = _site(hass, connection, message)
    first = await _route(hass, site, message, _signer(hass, connection))
    follower = _RouteFollower(hass, connection, site, message, first["identity_id"])
    connection.subscriptions[message["id"]] = follower.start()
    connection.send_result(message["id"])
    connection.send_event(message["id"], first)


class _RouteFollower:
    """Reads one route again after its person was seen, not more often than is useful."""

    def __init__(
        self,
        hass: HomeAssistant,
        connection: ActiveConnection,
        site: ReidCoordinator,
        message: Message,
        identity_id: str,
    ) -> None:
        self._hass = hass
        self._connection = connection
        self._site = site
        self._message = message
        self._identity_id = identity_id
        self._seen = site.data.people.get(identity_id)
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> CALLBACK_TYPE:
        """Follow; returns how to stop."""
        stop = self._site.async_add_listener(self._look)

        @callback
        def end() -> None:
            stop()
            if self._timer is not None:
                self._timer.cancel()

        return end

    @callback
    def _look(self) -> None:
        now = self._site.data.people.get(self._identity_id)
        if now != self._seen and self._timer is None:
            self._seen = now
            self._timer = self._hass.loop.call_later(_REREAD_S, self._reread)

    @callback
    def _reread(self) -> None:
        self._timer = None
        self._site.config_entry.async_create_background_task(
            self._hass, self._send(), f"{DOMAIN} route"
        )

    async def _send(self) -> None:
        sign = _signer(self._hass, self._connection)
        try:
            route = await _route(self._hass, self._site, self._message, sign)
        except HomeAssistantError:
            return  # the next sighting tries again
        if self._message["id"] in self._connection.subscriptions:
            self._connection.send_event(self._message["id"], route)


async def _route(
    hass: HomeAssistant, site: ReidCoordinator, message: Message, sign: Sign
) -> Message:
    identity = await identity_of(hass, site, message["person"])
    with for_people(site.client.url):
        to_s = message["to_s"] if "to_s" in message else await site.read_site_now_s()
        from_s = message.get("from_s", to_s - 3600.0 * message["hours"])
        route = await site.client.route(identity.id, from_s, to_s)
    entry_id = site.config_entry.entry_id
    answer = route_answer(entry_id, identity.label, route, sign)
    if message["trail"] and route.legs:
        newest = [each.sighting_id for each in route.legs[-_MOST_TRACED:]]
        try:
            answer["trail"] = (await site.client.trail(newest))["items"]
        except ReidError:
            answer["trail"] = []  # a service without plans: the route is of use all the same
    return answer


def _person(site: ReidCoordinator, person: PersonState, sign: Sign) -> Message:
    path = None
    if person.crop_id is not None:
        path = sign(media_path(site.config_entry.entry_id, "crop", person.crop_id))
    return {**whereabouts_answer(person), "last_seen_s": person.last_seen_s, "picture": path}


def _entities(hass: HomeAssistant, site: ReidCoordinator, identity_id: str) -> dict[str, str]:
    """Entity ids by what they show, as `seen_by`."""
    prefix = f"{site.data.info.instance_id}_{identity_id}_"
    entries = er.async_entries_for_config_entry(er.async_get(hass), site.config_entry.entry_id)
    return {
        each.unique_id.removeprefix(prefix): each.entity_id
        for each in entries
        if each.unique_id.startswith(prefix)
    }
