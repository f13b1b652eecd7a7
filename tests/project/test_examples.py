"""Every example in the documents is run: here, or by the test that `doc_blocks` names."""

from __future__ import annotations

import configparser
import io
import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.request import Request

import msgspec
import pytest
import yaml

from reid_service.embed.catalog import ModelFacts
from reid_service.recordings.format import TruePerson
from reid_service.settings import load_settings
from tests.project import shell_examples
from tests.project.doc_blocks import API, CARD_TEST, HERE, MQTT, Block, blocks, run_by
from tests.project.tree import ROOT, files_ending, text_of

ALL = blocks()


def _of(language: str) -> list[Block]:
    return [each for each in run_by(HERE) if each.language == language]


def test_every_example_is_run_or_says_why_not() -> None:
    nobody = [str(each) for each in ALL if not each.runner and not each.excuse]
    assert nobody == [], "give the block a language that is run, or <!-- not run: the reason -->"
    runners = Counter(each.runner for each in ALL if each.runner)
    for runner, number in sorted(runners.items()):
        print(f"{number:4} examples by {runner}")  # noqa: T201 -- the list
        assert (ROOT / runner).is_file()
    for each in ALL:
        if each.excuse:
            print(f"not run: {each}: {each.excuse}")  # noqa: T201 -- the list
    assert runners[HERE] > 10


@pytest.mark.parametrize("block", _of("sh"), ids=str)
def test_a_shell_example_is_understood(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    subprocess.run(["bash", "-n"], input=block.text, text=True, check=True)
    commands = shell_examples.commands_of(block.text)
    assert commands
    for words in commands:
        shell_examples.check(words, monkeypatch)


@pytest.mark.parametrize(
    "line",
    [
        "frigate-reid fly",
        "scripts/run --mqqt broker.lan",
        "scripts/nothing",
        "python -m training render",
        "docker compose exec redi cat /data/api-token",
        "curl http://127.0.0.1:8674/api/nothing",
        "pip install -r requirements/nothing.txt",
        "unheard of",
    ],
)
def test_a_wrong_shell_example_is_found(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (words,) = shell_examples.commands_of(line)
    # Our parsers leave, our checks fail.
    with pytest.raises((AssertionError, SystemExit)):
        shell_examples.check(words, monkeypatch)


def test_examples_of_settings_are_settings(tmp_path: Path) -> None:
    found = _of("yaml")
    assert found
    for block in found:
        file = tmp_path / "settings.yaml"
        file.write_text(block.text, "utf-8")
        given = load_settings(file=file, options_file=tmp_path / "none").model_dump(
            mode="json", exclude_unset=True
        )
        assert set(given) >= set(yaml.safe_load(block.text))


def test_no_fence_is_overlooked() -> None:
    marks = sum(
        line.lstrip().startswith("```")
        for path in files_ending(".md")
        for line in (text_of(path) or "").splitlines()
    )
    assert marks == 2 * len(ALL)


def test_an_example_in_json_is_what_its_page_is_about() -> None:
    kinds: dict[str, Any] = {"models.md": ModelFacts, "tuning.md": dict[str, TruePerson]}
    found = _of("json")
    assert sorted(each.path.name for each in found) == sorted(kinds)
    for block in found:
        facts = json.loads(
            msgspec.json.encode(msgspec.json.decode(block.text, type=kinds[block.path.name]))
        )
        shown = json.loads(block.text)
        assert {name: facts[name] for name in shown} == shown


def test_the_program_that_writes_down_who_it_was_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against the answer that docs/api.md shows, then a last page."""
    from tests.unit.api import test_docs as api  # noqa: PLC0415 - builds all routers

    (block,) = _of("python")
    first = json.loads(api._examples(api._sections()["GET /api/sightings"])[0])
    last = {"items": [{**each, "event_id": "last"} for each in first["items"]], "cursor": None}
    pages = [{**first, "cursor": "next"}, last]
    asked = []

    def answer(request: Request) -> io.BytesIO:
        asked.append((request.full_url, request.get_header("Authorization")))
        return io.BytesIO(json.dumps(pages.pop(0)).encode())

    monkeypatch.setattr("urllib.request.urlopen", answer)
    monkeypatch.setenv("REID_TOKEN", "secret")
    monkeypatch.chdir(tmp_path)
    exec(compile(block.text, str(block), "exec"), {})
    truth = msgspec.json.decode((tmp_path / "truth.json").read_bytes(), type=dict[str, TruePerson])
    assert {"last", first["items"][0]["event_id"]} <= set(truth)
    assert [url.partition("?")[2] for url, _ in asked] == ["limit=200", "limit=200&cursor=next"]
    assert {token for _, token in asked} == {"Bearer secret"}


def test_a_unit_of_systemd_starts_our_program() -> None:
    found = _of("ini")
    assert found
    for block in found:
        unit = configparser.ConfigParser(interpolation=None)
        unit.optionxform = str  # type: ignore[assignment, method-assign]  # its keys have capitals
        unit.read_string(block.text)
        folder = unit["Service"]["WorkingDirectory"]
        words = unit["Service"]["ExecStart"].split()
        name = words[0].removeprefix(f"{folder}/")
        with pytest.MonkeyPatch.context() as patch:
            shell_examples.check([name, *words[1:]], patch)


def test_compose_examples_load() -> None:
    content = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    assert set(content["services"]) == {"reid"}
    assert set(content["volumes"]) == {
        each.partition(":")[0]
        for each in content["services"]["reid"]["volumes"]
        if not each.startswith((".", "/"))
    }


def test_no_example_of_the_api_is_left_out_by_its_test() -> None:
    from tests.unit.api import test_docs as api  # noqa: PLC0415 - builds all routers

    taken = [text for section in api._sections().values() for text in api._examples(section)]
    taken += api._examples(api.TEXT.split("\n### Errors\n")[1].split("\n## ")[0])
    taken += api._examples(api.TEXT.split("\n## WebSocket\n")[1])
    assert Counter(each.text.rstrip("\n") for each in run_by(API)) == Counter(taken)


def test_no_example_of_mqtt_is_left_out_by_its_test() -> None:
    from tests.unit.publish import test_wire as wire  # noqa: PLC0415 - beside the other

    taken = {wire.documented_example(each.topic) for each in wire.MESSAGES}
    assert {each.text.rstrip("\n") for each in run_by(MQTT)} == taken


def test_the_card_has_an_example() -> None:
    assert [str(each.path) for each in run_by(CARD_TEST)] == ["docs/home-assistant.md"]
