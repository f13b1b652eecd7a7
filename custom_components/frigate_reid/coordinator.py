"""What the service pushes becomes one immutable state; little is asked for besides."""

from __future__ import annotations

import asyncio
import logging
import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import ConfigEntryAuthFailed, ConfigEntryError
from homeassistant.helpers.dispatcher import async_dispatcher_send
from homeassistant.helpers.event import async_track_point_in_utc_time, async_track_time_interval
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator, UpdateFailed
from homeassistant.util import dt as dt_util

from .client import (
    CannotConnect,
    InvalidToken,
    NotFound,
    ReidClient,
    ReidError,
    VersionMismatch,
)
from .client.backoff import Backoff
from .client.events import Event, HealthEvent, PlanChanged
from .client.models import Health, Identity, Sighting
from .client.stream import Stream
from .client.work import Matching
from .const import (
    DEFAULT_AWAY_S,
    DEFAULT_HOLD_S,
    DOMAIN,
    NEWER_TOPICS,
    OPTION_AWAY,
    OPTION_HOLD,
    QUESTIONS_READ,
    SIGNAL_OCCURRENCE,
    TOPICS,
)
from .issues import report_health, report_plan, report_version
from .observer import Observer
from .occurrences import Occurrence
from .slow_facts import or_none, read_slow_facts
from .state import SiteState, SlowFacts

_LOGGER = logging.getLogger(__name__)

_SLOW: Final = timedelta(seconds=60)
# States are written at most this often, however fast events come.
_FLUSH_S: Final = 0.25
# Acts of people come in bunches: asked about once they are through.
_ASK_AFTER_S: Final = 0.2

type ReidConfigEntry = ConfigEntry[ReidCoordinator]


class ReidCoordinator(DataUpdateCoordinator[SiteState]):
    """Keeps a copy of the site by the service's events, and tells what happens."""

    config_entry: ReidConfigEntry

    def __init__(self, hass: HomeAssistant, entry: ReidConfigEntry, client: ReidClient) -> None:
        super().__init__(hass, _LOGGER, config_entry=entry, name=DOMAIN)
        self.client = client
        self.observer = Observer(
            away_after_s=entry.options.get(OPTION_AWAY, DEFAULT_AWAY_S),
            hold_s=entry.options.get(OPTION_HOLD, DEFAULT_HOLD_S),
        )
        self.topics: frozenset[str] = frozenset()
        self._slow = SlowFacts()
        self._flush: asyncio.TimerHandle | None = None
        self._flushed_at = 0.0
        self._wake: CALLBACK_TYPE | None = None
        self._asking: asyncio.TimerHandle | None = None
        self._started = False
        self._connected = True

    # Life

    @callback
    def async_start(self) -> None:
        """Listen to the service until the entry is unloaded."""
        entry = self.config_entry
        entry.async_create_background_task(self.hass, self._listen(), f"{DOMAIN} events")
        entry.async_on_unload(async_track_time_interval(self.hass, self._read_slow, _SLOW))
        entry.async_on_unload(self._stop_timers)

    @callback
    def _stop_timers(self) -> None:
        for handle in (self._flush, self._asking):
            if handle is not None:
                handle.cancel()
        if self._wake is not None:
            self._wake()
            self._wake = None

    async def _async_update_data(self) -> SiteState:
        """Read everything anew."""
        try:
            await self._read_all()
        except InvalidToken as error:
            raise ConfigEntryAuthFailed(
                translation_domain=DOMAIN, translation_key="invalid_token"
            ) from error
        except VersionMismatch as error:
            report_version(self.hass, self.config_entry, error)
            raise ConfigEntryError(
                translation_domain=DOMAIN,
                translation_key="version_mismatch",
                translation_placeholders={"problem": str(error)},
            ) from error
        except ReidError as error:
            raise UpdateFailed(
                translation_domain=DOMAIN,
                translation_key="cannot_connect",
                translation_placeholders={"url": self.client.url, "problem": str(error)},
            ) from error
        return self._state()

    async def _listen(self) -> None:
        backoff = Backoff(draw=random.random)
        while True:
            try:
                await self._follow(backoff)
            except InvalidToken as error:
                self._lost(error)
                self.config_entry.async_start_reauth(self.hass)
                return
            except VersionMismatch as error:
                report_version(self.hass, self.config_entry, error)
                self._lost(error)
            except ReidError as error:
                self._lost(error)
            await asyncio.sleep(backoff.next_s())

    @callback
    def _lost(self, error: ReidError) -> None:
        """Say so once; entities are unavailable until the connection is back."""
        self.last_exception = error
        self._connected = False
        if self.last_update_success:
            _LOGGER.warning("Lost the connection to %s: %s", self.client.url, error)
            self.last_update_success = False
            self.async_update_listeners()

    async def _follow(self, backoff: Backoff) -> None:
        """One connection from its beginning to its end."""
        async with self.client.stream() as stream:
            await self._subscribe(stream)
            # After subscribing, so that nothing falls between the two.
            await self._read_all()
            if not self._connected:
                _LOGGER.info("Connected to %s again", self.client.url)
            self._connected = True
            backoff.reset()
            self._flush_now()
            async for event in stream.events():
                self._take(event)
        msg = "The service closed the connection."
        raise CannotConnect(msg)

    async def _subscribe(self, stream: Stream) -> None:
        if not await stream.subscribe(TOPICS):
            msg = "The service does not offer the events that are needed."
            raise CannotConnect(msg)
        for topic in NEWER_TOPICS:
            await stream.subscribe([topic])
        self.topics = stream.topics

    # Reading

    async def _read_all(self) -> None:
        info = await self.client.info()
        health = await self.client.health()
        shown = [each for each in await self.client.identities("named") if each.exposed]
        hidden = await self.client.identities("hidden")
        day_start = dt_util.start_of_local_day(dt_util.utc_from_timestamp(info.now_s))
        strangers = await self.client.identities("unnamed", day=day_start.date().isoformat())
        sightings = await self.client.open_sightings()
        owners = await self._identities({each.identity_id for each in sightings} - {None})
        self._slow = await read_slow_facts(self.client, self._slow)
        pictures = await self._pictures(shown)
        report_version(self.hass, self.config_entry, None)
        self._tell(
            self.observer.load(
                info=info,
                health=health,
                people=[*shown, *hidden],
                strangers=strangers,
                sightings=sightings,
                owners=owners,
                pictures=pictures,
                now=_now(),
                quietly=not self._started,
            )
        )
        self._tell(self.observer.questions(self._slow.questions, self.site_now_s()))
        self._started = True
        self._report(health)

    async def _identities(self, ids: set[str | None]) -> dict[str, Identity]:
        found: dict[str, Identity] = {}
        for identity_id in ids:
            if identity_id is None:
                continue
            try:
                found[identity_id] = await self.client.identity(identity_id)
            except NotFound:
                continue
        return found

    async def _pictures(self, people: list[Identity]) -> dict[str, str]:
        """The crop of everybody's latest sighting; those who have one already keep it."""
        pictures = {}
        for each in people:
            if not self.observer.has_picture(each.id):
                latest = await self.client.latest_sighting(each.id)
                if latest is not None and latest.crop_id is not None:
                    pictures[each.id] = latest.crop_id
        return pictures

    async def _read_slow(self, _: datetime | None = None) -> None:
        if not self.last_update_success:
            return
        try:
            await self.read_site_now_s()
            self._slow = await read_slow_facts(self.client, self._slow)
        except ReidError as error:
            _LOGGER.debug("Figures could not be read: %s", error)
            return
        self._tell(self.observer.questions(self._slow.questions, self.site_now_s()))
        report_plan(self.hass, self.config_entry, self._slow)
        self._changed()

    def site_now_s(self) -> float:
        """The site's time as far as it is known; that of a recording while one is replayed."""
        return self.observer.site.site_now_s(_now())

    async def read_site_now_s(self) -> float:
        """The site's time, as the service has it. Raises `ReidError`."""
        self.observer.set_info(await self.client.info(), _now())
        return self.site_now_s()

    @callback
    def set_matching(self, matching: Matching) -> None:
        """Show a setting that was just made."""
        self._slow = replace(self._slow, matching=matching)
        self._flush_now()

    async def _ask(self) -> None:
        """Ask about those of whom something changed, and what goes on now."""
        wanted = self.observer.take_questions()
        try:
            people = {each: await self._identity_or_none(each) for each in wanted.identities}
            sightings: list[Sighting] | None = None
            owners: dict[str, Identity] = {}
            if wanted.sightings:
                sightings = await self.client.open_sightings()
                owners = await self._identities({each.identity_id for each in sightings})
            shown = [each for each in people.values() if each is not None and each.exposed]
            pictures = await self._pictures(shown)
            questions = await self.client.questions(QUESTIONS_READ) if wanted.questions else None
        except ReidError as error:
            # Asked again with the next event, at the latest that of the service's health.
            _LOGGER.debug("Changes could not be read: %s", error)
            self.observer.put_back(wanted)
            return
        happened = self.observer.answered(people, sightings, owners, pictures, _now())
        happened += self.observer.questions(questions, self.site_now_s())
        self._tell(happened)
        self._changed()

    async def _identity_or_none(self, identity_id: str) -> Identity | None:
        try:
            return await self.client.identity(identity_id)
        except NotFound:
            return None

    # Events

    @callback
    def _take(self, event: Event) -> None:
        """Take over one event; one that fails must not stop the others."""
        try:
            self._tell(self.observer.take(event, _now()))
        except Exception:
            _LOGGER.exception("An event could not be taken over: %s", type(event).__name__)
        if isinstance(event, HealthEvent):
            self._report(event.health)
        elif isinstance(event, PlanChanged):
            self.config_entry.async_create_background_task(
                self.hass, self._read_slow(), f"{DOMAIN} plan"
            )
        self._changed()

    @callback
    def _changed(self) -> None:
        """Show what changed soon, ask what must be asked, and wake up when something is due."""
        loop = self.hass.loop
        if self._flush is None:
            wait_s = max(0.0, self._flushed_at + _FLUSH_S - loop.time())
            self._flush = loop.call_later(wait_s, self._flush_now)
        if self.observer.has_questions and self._asking is None:
            self._asking = loop.call_later(_ASK_AFTER_S, self._start_asking)
        self._set_alarm()

    @callback
    def _start_asking(self) -> None:
        self._asking = None
        self.config_entry.async_create_background_task(self.hass, self._ask(), f"{DOMAIN} changes")

    @callback
    def _flush_now(self) -> None:
        if self._flush is not None:
            self._flush.cancel()
            self._flush = None
        self._flushed_at = self.hass.loop.time()
        if self._connected:
            self.async_set_updated_data(self._state())
        else:
            self.data = self._state()
            self.async_update_listeners()
        self._set_alarm()

    def _state(self) -> SiteState:
        midnight = dt_util.start_of_local_day(dt_util.utc_from_timestamp(self.site_now_s()))
        return self.observer.state(self.data, self._slow, midnight.timestamp())

    @callback
    def _tell(self, happened: list[Occurrence]) -> None:
        """Tell listeners, who may look at states: those are brought up to date first."""
        if happened and self._started:
            self._flush_now()
        for each in happened:
            async_dispatcher_send(self.hass, SIGNAL_OCCURRENCE, self.config_entry.entry_id, each)

    # Time

    @callback
    def _set_alarm(self) -> None:
        if self._wake is not None:
            self._wake()
            self._wake = None
        due = self.observer.next_due()
        # Nobody can say who left while the service is not heard.
        if due is not None and self._connected:
            self._wake = async_track_point_in_utc_time(
                self.hass, self._alarm, dt_util.utc_from_timestamp(due)
            )

    async def _alarm(self, _: datetime) -> None:
        self._wake = None
        self._tell(self.observer.due(_now()))
        for identity_id in self.observer.due_episodes(_now()):
            await self._resolve(identity_id)
        self._changed()

    async def _resolve(self, identity_id: str) -> None:
        """Tell of an unknown person, if the service still does not know them."""
        try:
            identity = await self._identity_or_none(identity_id)
            questions = await or_none(self.client.questions(QUESTIONS_READ))
        except ReidError as error:
            # Better told than lost: they were unknown at the last word.
            _LOGGER.debug("An unknown person could not be asked about: %s", error)
            self._tell(self.observer.tell_episode(identity_id, None, _now()))
            return
        if identity is None:
            self.observer.end_episode(identity_id)
            return
        self._tell(self.observer.resolve(identity_id, identity, questions, _now()))

    def _report(self, health: Health) -> None:
        report_health(self.hass, self.config_entry, health)
        report_plan(self.hass, self.config_entry, self._slow)


def _now() -> float:
    return dt_util.utcnow().timestamp()
