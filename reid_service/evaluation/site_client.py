"""Reads a running service over its API, as evaluation and replay need it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Final

import requests
from prometheus_client.parser import text_string_to_metric_families

_PAGE: Final = 200


class SiteClient:
    """REST client with a bearer token; `base_url` has no trailing slash."""

    def __init__(self, base_url: str, token: str, *, timeout_s: float = 10.0) -> None:
        self._base_url = base_url
        self._timeout_s = timeout_s
        self._settled = 0
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def get(self, path: str, **params: Any) -> Any:
        """The JSON at `path`. Raises `requests.RequestException`."""
        answer = self._session.get(
            f"{self._base_url}{path}", params=params, timeout=self._timeout_s
        )
        answer.raise_for_status()
        return answer.json()

    def health(self) -> dict[str, Any] | None:
        """What the service says of itself, None while it does not answer."""
        try:
            answer: dict[str, Any] = self.get("/api/health")
        except (requests.RequestException, ValueError):
            return None
        return answer

    def messages_settled(self) -> int:
        """Event messages that the service has finished; the last number while it is silent."""
        health = self.health()
        if health is not None:
            self._settled = int(health["messages_settled"])
        return self._settled

    def wait_until_ready(self, timeout_s: float) -> bool:
        """Wait until it listens to every Frigate; False when it does not in time."""
        return self.wait(lambda health: bool(health["ready"]), timeout_s)

    def wait_until_settled(self, timeout_s: float) -> bool:
        """Wait until it has finished everything that it received."""
        return self.wait(
            lambda health: (
                health["messages_settled"] >= health["messages_received"]
                and health["backlog"] == 0
                and health["queue"] == 0
            ),
            timeout_s,
        )

    def metric(self, name: str) -> float:
        """The sum of all samples of a metric, 0 without any."""
        return sum(value for _, value in self._samples(name))

    def quantile(self, metric: str, share: float) -> float | None:
        """The quantile `share` of a histogram metric, from its buckets; None without data.

        Linear within a bucket, as Prometheus' `histogram_quantile` does.
        """
        buckets = [
            (float(labels["le"]), value) for labels, value in self._samples(f"{metric}_bucket")
        ]
        if not buckets or buckets[-1][1] == 0:
            return None
        wanted, below, low = share * buckets[-1][1], 0.0, 0.0
        for high, count in buckets:
            if count >= wanted:
                inside = (wanted - below) / (count - below) if count > below else 0.0
                return low if high == float("inf") else low + inside * (high - low)
            below, low = count, high
        return low

    def _samples(self, name: str) -> list[tuple[dict[str, str], float]]:
        answer = self._session.get(f"{self._base_url}/api/metrics", timeout=self._timeout_s)
        answer.raise_for_status()
        return [
            (sample.labels, sample.value)
            for family in text_string_to_metric_families(answer.text)
            for sample in family.samples
            if sample.name == name
        ]

    def pages(self, path: str, **params: Any) -> Iterator[dict[str, Any]]:
        """Every item of a list, through its cursors."""
        cursor = None
        while True:
            page = self.get(path, limit=_PAGE, cursor=cursor, **params)
            yield from page["items"]
            cursor = page["cursor"]
            if cursor is None:
                return

    def wait(self, done: Callable[[dict[str, Any]], bool], timeout_s: float) -> bool:
        """Wait until the service's health is `done`; False when it is not in time."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            health = self.health()
            if health is not None and done(health):
                return True
            time.sleep(0.05)
        return False
