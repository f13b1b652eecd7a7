"""Shell examples of the documents, checked as far as they can be without doing what they say."""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import shlex
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

import pytest
import yaml

from reid_service.cli import main as frigate_reid
from tests.project.tree import ROOT

# Programs of others: their options are theirs.
_FOREIGN = {
    "cat",
    "cd",
    "git",
    "pip",
    "python3",
    "sudo",
    "systemctl",
    "journalctl",
    "mkdir",
    "unzip",
}
_FOREIGN |= {"zip", "docker", "curl", "cp", "sh"}
_OF_SCRIPTS = {"scripts/demo": "demo", "scripts/run": "serve"}
_ENDS = {";", "&&", "||", "|", "&", "(", ")"}


class _Read(Exception):
    """The arguments were understood."""


def commands_of(text: str) -> list[list[str]]:
    """The single commands of a script, as words, without comments and variables before them."""
    found: list[list[str]] = []
    for line in text.replace("\\\n", " ").splitlines():
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        words: list[str] = []
        for word in [*lexer, ";"]:
            if word not in _ENDS:
                words.append(word)
                continue
            while words and re.match(r"^[A-Z_]+=", words[0]):
                words = words[1:]
            if words:
                found.append(words)
            words = []
    return found


def check(words: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Fails when a command of ours is not understood, or a file or address does not exist."""
    name, rest = words[0].removeprefix(".venv/bin/"), list(words[1:])
    name = re.sub(r"^\.venv-\w+/bin/", "", name)
    if name == "frigate-reid":
        _parses(frigate_reid, rest, monkeypatch)
    elif name in _OF_SCRIPTS:
        _parses(frigate_reid, [_OF_SCRIPTS[name], *rest], monkeypatch)
    elif name == "python" and rest[:1] == ["-m"]:
        _python_module(rest, monkeypatch)
    elif name == "python":
        _parses(_script(rest[0]), rest[1:], monkeypatch)
    elif name == "docker":
        _docker(rest, monkeypatch)
    elif name.startswith("scripts/"):
        assert os.access(ROOT / name, os.X_OK), name
    else:
        assert name in _FOREIGN, f"nobody knows {name}"
    for before, word in pairwise(words):
        if before == "-r":
            assert (ROOT / word).is_file(), word
    for path in re.findall(r"http://127\.0\.0\.1:\d+(/[\w/-]*)", " ".join(words)):
        assert path in _served(), path


def _python_module(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    name, rest = words[1], words[2:]
    if name in ("training", "synthetic"):
        if name == "synthetic" and importlib.util.find_spec("anny") is None:
            return  # rendering has an environment of its own, which few have
        _parses(importlib.import_module(f"{name}.__main__").main, rest, monkeypatch)
    else:
        assert name in ("venv", "pip", "pytest"), name


def _script(name: str) -> Callable[[], Any]:
    spec = importlib.util.spec_from_file_location(Path(name).stem, ROOT / name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look there
    spec.loader.exec_module(module)
    main: Callable[[], Any] = module.main
    return main


def _parses(main: Callable[..., Any], words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a program read `words` and go no further."""
    read = ArgumentParser.parse_args

    def stop(parser: ArgumentParser, _args: object = None, _space: object = None) -> NoReturn:
        read(parser, words)
        raise _Read

    with monkeypatch.context() as patch:
        patch.setattr(ArgumentParser, "parse_args", stop)
        with pytest.raises(_Read):
            main()


def _docker(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """`docker compose` with the services of compose.yaml; what runs inside is checked, too."""
    assert words[0] == "compose", words
    services = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
    match words[1:]:
        case ["exec", service, *inside]:
            assert service in services
            check(inside, monkeypatch)
        case ["cp", source, _]:
            assert source.partition(":")[0] in services
        case [order, *rest]:
            assert order in ("up", "down", "logs", "pull", "restart", "stop")
            assert all(each.startswith("-") or each in services for each in rest)
        case _:
            pytest.fail(f"docker {words}")


def _served() -> set[str]:
    """Paths of the API, and the web app's."""
    from tests.unit.api.test_docs import ROUTES  # noqa: PLC0415 - builds all routers

    return {"/"} | {operation.partition(" ")[2] for operation in ROUTES}
