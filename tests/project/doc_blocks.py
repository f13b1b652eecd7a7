"""The examples in the documents, and who runs each of them.

A block that nobody can run says why in the line above it: `<!-- not run: the reason -->`.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

from tests.project.tree import files_ending, text_of

_FENCE = re.compile(
    r"^(?P<above>[^\n]*)\n(?:[ ]*\n)?(?P<margin> *)```(?P<language>\w*)\n(?P<text>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
_EXCUSE = re.compile(r"^<!-- not run: (.+) -->$")
CARD = "custom:frigate-reid-route-card"

HOME_ASSISTANT = "tests/ha/test_examples.py"
CARD_TEST = "frontend/card/test/docs.test.ts"
HERE = "tests/project/test_examples.py"
API = "tests/unit/api/test_docs.py"
MQTT = "tests/unit/publish/test_wire.py"

_BY_PAGE = {("docs/api.md", "json"): API, ("docs/mqtt.md", "json"): MQTT}
_BY_LANGUAGE = {"jinja": HOME_ASSISTANT, "sh": HERE, "ini": HERE, "python": HERE, "json": HERE}


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block; `excuse` says why it is not run, empty where it is."""

    path: Path
    line: int
    language: str
    text: str
    excuse: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"

    @property
    def runner(self) -> str:
        """The test that runs it; empty when there is none."""
        if self.excuse:
            return ""
        if self.language == "yaml":
            return self._of_yaml()
        page = (self.path.as_posix(), self.language)
        return _BY_PAGE.get(page) or _BY_LANGUAGE.get(self.language, "")

    def _of_yaml(self) -> str:
        if self.path == Path("docs/settings.md"):
            return HERE
        return CARD_TEST if CARD in self.text else HOME_ASSISTANT


def blocks() -> list[Block]:
    """Those of all documents, in their order."""
    return [block for path in files_ending(".md") for block in _blocks_of(path)]


def _blocks_of(path: Path) -> list[Block]:
    text = "\n" + (text_of(path) or "")
    found = []
    for match in _FENCE.finditer(text):
        excuse = _EXCUSE.match(match["above"])
        line = text.count("\n", 0, match.start("text")) - 1
        reason = excuse[1] if excuse else ""
        inside = textwrap.dedent(match["text"]) if match["margin"] else match["text"]
        found.append(Block(path, line, match["language"], inside, reason))
    return found


def run_by(runner: str) -> list[Block]:
    """The blocks of one runner."""
    return [each for each in blocks() if each.runner == runner]
