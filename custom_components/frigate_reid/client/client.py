"""All calls of the service that the integration makes, by their meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Final
from urllib.parse import quote

from aiohttp import ClientResponse, ClientSession

from .errors import CannotConnect
from .models import Camera, Expectation, Health, Identity, Info, Questions, Route, Sighting
from .rest import Rest, service_url
from .stream import Stream, check_schema, connected
from .work import Candidates, Job, Matching, Plan, Search, Suitability

_PAGE: Final = 200
# Nobody shows that many people; a service that never ends a list is broken.
_MOST_PAGES: Final = 50


class ReidClient:
    """Speaks with one service. Every call raises the errors of `errors`.

    `session` belongs to the caller and is never closed here. `url` is the service's address,
    as http://192.168.1.20:8674; raises `ValueError` when it is none.
    """

    def __init__(self, session: ClientSession, url: str, token: str) -> None:
        self._session = session
        self._rest = Rest(session, service_url(url), token)

    @property
    def url(self) -> str:
        """The service's address."""
        return str(self._rest.url)

    def stream(self) -> AbstractAsyncContextManager[Stream]:
        """A WebSocket connection, after its handshake."""
        return connected(self._session, self._rest.url, self._rest.headers)

    async def info(self) -> Info:
        """What the service is. Raises `VersionMismatch` when the two cannot talk."""
        info = _made(Info.from_message, await self._rest.json("GET", "api/info"))
        check_schema(info.service_version, info.schema_version, info.min_schema_version)
        return info

    async def health(self) -> Health:
        """How every part is."""
        return _made(Health.from_message, await self._rest.json("GET", "api/health"))

    async def embed_ms(self) -> float | None:
        """Mean milliseconds to embed a crop since the service started; None before the first."""
        return _embed_ms(await self._rest.text("api/metrics"))

    # People

    async def identities(self, state: str, *, day: str | None = None) -> list[Identity]:
        """All people in a `state`: visible, named, unnamed, hidden or all; `day` YYYY-MM-DD."""
        return await self._pages("api/identities", Identity.from_message, state=state, day=day)

    async def identity(self, identity_id: str) -> Identity:
        """One person; of somebody merged, the one who took them in."""
        found = await self._rest.json("GET", f"api/identities/{_part(identity_id)}")
        return _made(Identity.from_message, found)

    async def change_identity(self, identity_id: str, **fields: Any) -> Identity:
        """Change `name`, `hidden` or `exposed`."""
        path = f"api/identities/{_part(identity_id)}"
        return self._identity(await self._rest.json("PATCH", path, body=fields))

    async def forget(self, identity_id: str) -> int:
        """Delete a person for good; how many sightings went with them."""
        path = f"api/identities/{_part(identity_id)}"
        return int((await self._rest.json("DELETE", path))["sightings"])

    async def merge(self, identity_id: str, others: Sequence[str]) -> Identity:
        """Make `others` this person."""
        path = f"api/identities/{_part(identity_id)}/merge"
        body = {"others": list(others), "dry_run": False}
        return self._identity(await self._rest.json("POST", path, body=body))

    async def split(self, identity_id: str, sighting_ids: Sequence[str]) -> Identity:
        """Make these sightings a new person, who is returned."""
        path = f"api/identities/{_part(identity_id)}/split"
        body = {"sightings": list(sighting_ids)}
        return self._identity(await self._rest.json("POST", path, body=body))

    async def route(
        self, identity_id: str, from_s: float | None = None, to_s: float | None = None
    ) -> Route:
        """Where a person walked in [from_s, to_s): without bounds the last 24 hours."""
        path = f"api/identities/{_part(identity_id)}/route"
        found = await self._rest.json("GET", path, query={"from": from_s, "to": to_s})
        return _made(Route.from_message, found)

    async def expected(self, identity_id: str) -> Expectation:
        """Which cameras are likely to see a person next."""
        path = f"api/identities/{_part(identity_id)}/expected"
        return _made(Expectation.from_message, await self._rest.json("GET", path))

    # Sightings and cameras

    async def open_sightings(self) -> list[Sighting]:
        """Sightings of people who are in sight now."""
        page = await self._rest.json("GET", "api/sightings", query={"limit": _PAGE})
        newest = _made(_items(Sighting.from_message), page)
        return [each for each in newest if each.state == "open"]

    async def sightings_of(
        self, identity_id: str, from_s: float | None = None, to_s: float | None = None
    ) -> list[Sighting]:
        """Sightings of a person that began in [from_s, to_s), newest first."""
        path = f"api/identities/{_part(identity_id)}/sightings"
        span = {"from": from_s, "to": to_s}
        return await self._pages(path, Sighting.from_message, **span)

    async def latest_sighting(self, identity_id: str) -> Sighting | None:
        """The last sighting of a person."""
        path = f"api/identities/{_part(identity_id)}/sightings"
        page = await self._rest.json("GET", path, query={"limit": 1})
        found = _made(_items(Sighting.from_message), page)
        return found[0] if found else None

    async def assign(self, sighting_id: str, identity_id: str | None) -> Identity:
        """Say whose sighting it is; None makes a new person."""
        path = f"api/sightings/{_part(sighting_id)}/assign"
        return self._identity(
            await self._rest.json("POST", path, body={"identity_id": identity_id})
        )

    async def cameras(self) -> list[Camera]:
        """Every camera that saw somebody."""
        return _made(_items(Camera.from_message), await self._rest.json("GET", "api/cameras"))

    async def suitability(self) -> list[Suitability]:
        """How good the pictures of each camera were over the last day."""
        found = await self._rest.json("GET", "api/suitability")
        return _made(_items(Suitability.from_message), found)

    # Questions

    async def questions(self, count: int) -> Questions:
        """The `count` most useful questions."""
        found = await self._rest.json("GET", "api/reviews/next", query={"count": count})
        return _made(Questions.from_message, found)

    async def answer(self, review_id: str, answer: str) -> Identity | None:
        """Answer a question with same, different or unsure."""
        path = f"api/reviews/{_part(review_id)}/answer"
        done = await self._rest.json("POST", path, body={"answer": answer})
        found = done.get("identity")
        return None if found is None else _made(Identity.from_message, found)

    # Searches

    async def search(self, seed: Mapping[str, Any]) -> Search:
        """Begin a search; `seed` as the service's API describes it."""
        found = await self._rest.json("POST", "api/searches", body=dict(seed))
        return _made(Search.from_message, found)

    async def candidates(self, search_id: str, *, order: str, limit: int) -> Candidates:
        """Who may be the person sought; `order` is likeness or time."""
        path = f"api/searches/{_part(search_id)}/candidates"
        found = await self._rest.json("GET", path, query={"order": order, "limit": limit})
        return _made(Candidates.from_message, found)

    # Jobs and settings

    async def export(self, order: Mapping[str, Any]) -> Job:
        """Begin an export; `order` as the service's API describes it."""
        return _made(
            Job.from_message, await self._rest.json("POST", "api/exports", body=dict(order))
        )

    async def rescan(self, order: Mapping[str, Any]) -> Job:
        """Look at Frigate's past events again."""
        return _made(
            Job.from_message, await self._rest.json("POST", "api/rescans", body=dict(order))
        )

    async def matching(self) -> Matching:
        """How the service decides."""
        return _made(Matching.from_message, await self._rest.json("GET", "api/settings/matching"))

    async def set_matching(self, **fields: Any) -> Matching:
        """Change `band` or `paused`."""
        changed = await self._rest.json("PATCH", "api/settings/matching", body=fields)
        return _made(Matching.from_message, changed)

    async def plan(self) -> Plan:
        """Floors, cameras on them, and ways between."""
        return _made(Plan.from_message, await self._rest.json("GET", "api/plan"))

    async def trail(self, sighting_ids: Sequence[str]) -> Any:
        """Where on the plan the people of these sightings walked, as the service sends it."""
        query = {"sighting_id": list(sighting_ids)}
        return await self._rest.json("GET", "api/plan/trail", query=query)

    # Pictures and clips

    async def crop(self, crop_id: str) -> bytes:
        """A crop as JPEG."""
        picture, _ = await self._rest.read(f"api/crops/{_part(crop_id)}.jpg")
        return picture

    def file(
        self, path: str, headers: Mapping[str, str], query: Mapping[str, Any] | None = None
    ) -> AbstractAsyncContextManager[ClientResponse]:
        """A file of the API while it comes in; `path` begins with api/."""
        return self._rest.stream(path, headers=headers, query=query)

    def _identity(self, answer: Any) -> Identity:
        return _made(lambda message: Identity.from_message(message["identity"]), answer)

    async def _pages[T](
        self, path: str, from_message: Callable[[Mapping[str, Any]], T], **query: Any
    ) -> list[T]:
        found: list[T] = []
        cursor = None
        for _ in range(_MOST_PAGES):
            asked = {**query, "limit": _PAGE, "cursor": cursor}
            page = await self._rest.json("GET", path, query=asked)
            found += _made(_items(from_message), page)
            cursor = page.get("cursor")
            if cursor is None:
                break
        return found


def _part(text: str) -> str:
    """An id as one part of a path."""
    return quote(text, safe="")


def _items[T](
    from_message: Callable[[Mapping[str, Any]], T],
) -> Callable[[Mapping[str, Any]], list[T]]:
    return lambda message: [from_message(each) for each in message["items"]]


def _made[T](make: Callable[[Mapping[str, Any]], T], message: Any) -> T:
    try:
        return make(message)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        msg = f"An answer of Frigate Re-ID was not understood: {error!r}."
        raise CannotConnect(msg) from error


_EMBED: Final = re.compile(r"^frigate_reid_embed_crop_seconds_(sum|count) (\S+)$", re.MULTILINE)


def _embed_ms(metrics: str) -> float | None:
    """The mean of the histogram in Prometheus' text format."""
    found = {name: float(value) for name, value in _EMBED.findall(metrics)}
    count = found.get("count", 0.0)
    return 1000.0 * found.get("sum", 0.0) / count if count else None
