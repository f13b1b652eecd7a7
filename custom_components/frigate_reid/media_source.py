"""The media browser: people, their days, and the legs of a day as clips."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from homeassistant.components.media_player import BrowseError, MediaClass, MediaType
from homeassistant.components.media_source import (
    BrowseMediaSource,
    MediaSource,
    MediaSourceItem,
    PlayMedia,
    Unresolvable,
)
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from .client import ReidError
from .client.models import Sighting
from .const import DOMAIN
from .coordinator import ReidConfigEntry, ReidCoordinator
from .views import media_path

_MP4: Final = "video/mp4"
_DAYS: Final = 30


async def async_get_media_source(hass: HomeAssistant) -> MediaSource:
    """The media source."""
    return ReidMediaSource(hass)


class ReidMediaSource(MediaSource):
    """Identifiers are `entry/identity/day/sighting`, from the left as far as known."""

    name = "Frigate Re-ID"

    def __init__(self, hass: HomeAssistant) -> None:
        super().__init__(DOMAIN)
        self.hass = hass

    async def async_resolve_media(self, item: MediaSourceItem) -> PlayMedia:
        """The clip of a leg."""
        parts = item.identifier.split("/", 3) if item.identifier else []
        if len(parts) != 4:
            raise Unresolvable(
                translation_domain=DOMAIN,
                translation_key="not_a_medium",
                translation_placeholders={"identifier": item.identifier or ""},
            )
        return PlayMedia(media_path(parts[0], "clip", parts[3]), _MP4)

    async def async_browse_media(self, item: MediaSourceItem) -> BrowseMediaSource:
        """One level."""
        parts = item.identifier.split("/", 3) if item.identifier else []
        if not parts:
            return self._sites()
        site = self._site(parts[0])
        if len(parts) == 1:
            return self._people(site)
        if len(parts) > 3:
            raise BrowseError(
                translation_domain=DOMAIN,
                translation_key="not_a_medium",
                translation_placeholders={"identifier": item.identifier},
            )
        try:
            if len(parts) == 2:
                return await self._days(site, parts[1])
            return await self._legs(site, parts[1], date.fromisoformat(parts[2]))
        except (ReidError, ValueError) as error:
            raise BrowseError(
                translation_domain=DOMAIN,
                translation_key="not_found",
                translation_placeholders={"problem": str(error)},
            ) from error

    def _sites(self) -> BrowseMediaSource:
        loaded: list[ReidConfigEntry] = self.hass.config_entries.async_loaded_entries(DOMAIN)
        if len(loaded) == 1:
            return self._people(loaded[0].runtime_data, root=True)
        children = [_folder(each.entry_id, each.title) for each in loaded]
        return _folder(None, self.name, children)

    def _site(self, entry_id: str) -> ReidCoordinator:
        entry: ReidConfigEntry | None = self.hass.config_entries.async_get_entry(entry_id)
        if entry is None or entry.domain != DOMAIN or entry.state is not ConfigEntryState.LOADED:
            raise BrowseError(translation_domain=DOMAIN, translation_key="service_not_loaded")
        return entry.runtime_data

    def _people(self, site: ReidCoordinator, *, root: bool = False) -> BrowseMediaSource:
        entry_id = site.config_entry.entry_id
        people = sorted(site.data.people.values(), key=lambda each: each.name.casefold())
        children = [
            _folder(
                f"{entry_id}/{each.identity_id}",
                each.name,
                thumbnail=None
                if each.crop_id is None
                else media_path(entry_id, "crop", each.crop_id),
            )
            for each in people
        ]
        return _folder(None if root else entry_id, site.config_entry.title, children)

    async def _days(self, site: ReidCoordinator, identity_id: str) -> BrowseMediaSource:
        now_s = await site.read_site_now_s()
        found = await site.client.sightings_of(identity_id, now_s - _DAYS * 86_400, now_s)
        counts: dict[date, int] = {}
        for each in found:
            day = _local(each.start_s).date()
            counts[day] = counts.get(day, 0) + 1
        base = f"{site.config_entry.entry_id}/{identity_id}"
        children = [
            _folder(f"{base}/{day.isoformat()}", f"{day.isoformat()} ({count})")
            for day, count in sorted(counts.items(), reverse=True)
        ]
        return _folder(base, _name(site, identity_id), children)

    async def _legs(self, site: ReidCoordinator, identity_id: str, day: date) -> BrowseMediaSource:
        zone = dt_util.get_default_time_zone()
        from_s = datetime.combine(day, time.min, zone).timestamp()
        to_s = datetime.combine(day + timedelta(days=1), time.min, zone).timestamp()
        found = await site.client.sightings_of(identity_id, from_s, to_s)
        base = f"{site.config_entry.entry_id}/{identity_id}/{day.isoformat()}"
        children = [_leg(site.config_entry.entry_id, base, each) for each in reversed(found)]
        title = f"{_name(site, identity_id)}, {day.isoformat()}"
        return _folder(base, title, children, media_class=MediaClass.VIDEO)


def _name(site: ReidCoordinator, identity_id: str) -> str:
    person = site.data.people.get(identity_id)
    return identity_id if person is None else person.name


def _local(seconds: float) -> datetime:
    return dt_util.as_local(dt_util.utc_from_timestamp(seconds))


def _leg(entry_id: str, base: str, sighting: Sighting) -> BrowseMediaSource:
    crop = sighting.crop_id
    return BrowseMediaSource(
        domain=DOMAIN,
        identifier=f"{base}/{sighting.id}",
        media_class=MediaClass.VIDEO,
        media_content_type=MediaType.VIDEO,
        title=f"{_local(sighting.start_s):%H:%M:%S} {sighting.camera}",
        can_play=True,
        can_expand=False,
        thumbnail=None if crop is None else media_path(entry_id, "crop", crop),
    )


def _folder(
    identifier: str | None,
    title: str,
    children: list[BrowseMediaSource] | None = None,
    *,
    thumbnail: str | None = None,
    media_class: MediaClass = MediaClass.DIRECTORY,
) -> BrowseMediaSource:
    return BrowseMediaSource(
        domain=DOMAIN,
        identifier=identifier,
        media_class=MediaClass.DIRECTORY,
        media_content_type=MediaType.VIDEO,
        title=title,
        can_play=False,
        can_expand=True,
        children=children,
        children_media_class=media_class,
        thumbnail=thumbnail,
    )
