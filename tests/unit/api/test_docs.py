"""The API is what docs/api.md shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from reid_service.api import (
    decisions,
    expected,
    figures,
    frames,
    identities,
    jobs,
    media,
    passages,
    plan,
    privacy,
    reviews,
    searches,
    session,
    sightings,
    system,
    tuning,
    walks,
    watches,
)
from reid_service.api.schemas import Error
from tests.unit.api.serving import Served

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "api.md"
TEXT = DOCUMENT.read_text("utf-8")
ROUTES = {
    f"{method} {route.path}": route
    for router in (
        system.public,
        system.router,
        session.router,
        identities.router,
        expected.router,
        sightings.router,
        decisions.router,
        reviews.router,
        plan.router,
        passages.router,
        walks.router,
        privacy.router,
        media.router,
        jobs.router,
        tuning.router,
        figures.router,
        searches.router,
        watches.router,
    )
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in route.methods or ()
}
FRAMES = (
    frames.Hello
    | frames.Subscribe
    | frames.Unsubscribe
    | frames.Ping
    | frames.Pong
    | frames.Result
    | frames.Failure
    | frames.Event
)


def _sections() -> dict[str, str]:
    """Text by operation, as in "GET /api/info"."""
    parts = re.split(r"^### `([A-Z]+ /[^`]*)`$", TEXT, flags=re.MULTILINE)
    bodies = (re.split(r"^##", each, maxsplit=1, flags=re.MULTILINE)[0] for each in parts[2::2])
    return dict(zip(parts[1::2], bodies, strict=True))


def _examples(text: str) -> list[str]:
    return [str(each) for each in re.findall(r"```json\n(.*?)\n```", text, re.DOTALL)]


def test_every_operation_is_documented_and_nothing_else_is(empty: Served) -> None:
    served = {
        f"{method.upper()} {path}"
        for path, methods in empty.get("/api/openapi.json")["paths"].items()
        for method in methods
    }
    assert set(_sections()) == served == set(ROUTES)


def test_every_parameter_is_documented(empty: Served) -> None:
    missing = [
        f"{method} {path}: {parameter['name']}"
        for path, methods in empty.get("/api/openapi.json")["paths"].items()
        for method, operation in methods.items()
        for parameter in operation.get("parameters", ())
        if parameter["in"] == "query"
        and f"`{parameter['name']}`" not in _sections()[f"{method.upper()} {path}"]
    ]
    assert missing == []


@pytest.mark.parametrize("operation", sorted(ROUTES))
def test_examples_are_what_goes_over_the_wire(operation: str) -> None:
    route = ROUTES[operation]
    examples = _examples(_sections()[operation])
    bodies = [each.field_info.annotation for each in route.dependant.body_params]
    answers = [] if route.response_model is None else [route.response_model]
    models: list[Any] = [*bodies, *answers]
    assert len(examples) == len(models)
    for example, model in zip(examples, models, strict=True):
        adapter = TypeAdapter[Any](model)
        read = adapter.validate_json(example)
        left_out = model in bodies
        assert adapter.dump_python(read, mode="json", exclude_unset=left_out) == json.loads(example)


def test_the_example_of_an_error_is_one() -> None:
    section = TEXT.split("\n### Errors\n")[1].split("\n## ")[0]
    [example] = _examples(section)
    assert Error.model_validate_json(example).model_dump() == json.loads(example)


def test_every_message_of_the_websocket_is_shown_as_it_is() -> None:
    examples = _examples(TEXT.split("\n## WebSocket\n")[1])
    shown = [msgspec.json.decode(each, type=FRAMES) for each in examples]
    for example, message in zip(examples, shown, strict=True):
        assert msgspec.to_builtins(message) == json.loads(example)
    assert {type(each) for each in shown} == set(FRAMES.__args__)


def test_every_topic_is_documented() -> None:
    section = TEXT.split("\n## WebSocket\n")[1]
    assert [each for each in frames.Topic if f"| `{each}` |" not in section] == []
