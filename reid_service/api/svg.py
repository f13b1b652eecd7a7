"""Drawings that somebody uploads: read strictly, and written anew from what is harmless.

Nothing is searched for and removed: the new drawing holds the elements, attributes and values of
the lists below and nothing else. So it has no scripts, no event handlers, no foreign content, no
entities, and no address that leads outside of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from reid_service.errors import InvalidRequest

LONGEST_SIDE: Final = 1000.0
"""Drawings have no pixels: the longer side is given that many units."""

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK_HREF: Final = "http://www.w3.org/1999/xlink href"
_MOST_ELEMENTS: Final = 100_000
_DEEPEST: Final = 64
_LEAST_RATIO: Final = 0.01
_LARGEST: Final = 1e9
_LONGEST_WORD: Final = 32


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Containers that are kept as plain groups: a link leads nowhere, of a switch all is shown.
_AS_GROUP: Final = frozenset({"a", "switch"})
_ELEMENTS: Final = _words(
    """
    svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc
    style linearGradient radialGradient stop
    """
)
_WITH_TEXT: Final = frozenset({"text", "tspan", "title", "desc", "style"})
_REFERRING: Final = frozenset({"use", "linearGradient", "radialGradient"})
_PAINTS: Final = frozenset({"fill", "stroke"})
_STYLES: Final = _PAINTS | _words(
    """
    color display dominant-baseline fill-opacity fill-rule font-family font-size font-style
    font-variant font-weight letter-spacing opacity paint-order stop-color stop-opacity
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-anchor text-decoration vector-effect visibility
    word-spacing
    """
)
_ATTRIBUTES: Final = _STYLES | _words(
    """
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points width height viewBox transform rotate
    preserveAspectRatio pathLength gradientUnits gradientTransform spreadMethod offset
    textLength lengthAdjust
    """
)
_FUNCTIONS: Final = _words(
    """
    rgb rgba hsl hsla matrix translate translatex translatey scale rotate skewx skewy
    """
)

_VALUE: Final = re.compile(r"[^\\<>{}@;]*")
_NOT_OF_A_WORD: Final = re.compile(r"[^\w-]")
_PAINT: Final = re.compile(r"""url\(\s*["']?#[\w.:-]+["']?\s*\)(\s+[\w#-]+)?""")
_FRAGMENT: Final = re.compile(r"#[\w.:-]+")
_NAME: Final = re.compile(r"[\w.: -]+")
_SELECTOR: Final = re.compile(r"[\w\s.#,>*-]+")
_LENGTH: Final = re.compile(
    r"\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(px|mm|cm|in|pt|pc)?\s*", re.IGNORECASE
)
_PX: Final = {"mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pt": 96 / 72, "pc": 16.0}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that was written anew; `width` and `height` are its plan units."""

    data: bytes
    width: float
    height: float


@dataclass(slots=True)
class _Node:
    name: str
    attributes: dict[str, str]
    inside: list[_Node | str] = field(default_factory=list)

    @property
    def children(self) -> list[_Node]:
        return [each for each in self.inside if isinstance(each, _Node)]


def cleaned_svg(data: bytes) -> Drawing:
    """What is harmless of a drawing.

    Raises `InvalidRequest` where it is not understood, defines entities, is too complex, or does
    not say how large it is.
    """
    root = _Reader().read(data)
    if root is None or root.name != "svg":
        msg = "This is no SVG drawing that is understood. Save it as plain SVG and send that."
        raise InvalidRequest(msg)
    _check_cost(root)
    box = _view_box(root)
    factor = LONGEST_SIDE / max(box[2:])
    width, height = round(box[2] * factor, 3), round(box[3] * factor, 3)
    root.attributes |= {
        "xmlns": _SVG,
        "viewBox": " ".join(f"{each:g}" for each in box),
        "width": f"{width:g}",
        "height": f"{height:g}",
    }
    written: list[str] = []
    _write(root, written)
    return Drawing("".join(written).encode(), width, height)


class _Reader:
    """Builds a tree of what is allowed while the parser goes through the drawing."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._root: _Node | None = None
        self._open: list[_Node] = []
        self._skipped = 0  # depth within an element that is left out
        self._count = 0

    def read(self, data: bytes) -> _Node | None:
        """The root, or None where this is no XML. Raises `InvalidRequest`."""
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError):  # also encodings that are unknown
            return None
        return self._root

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, has_subset: bool
    ) -> None:
        if has_subset:
            self._refuse()

    def _refuse(self, *_: object) -> None:
        msg = "The drawing defines entities of its own. Save it as plain SVG and send that."
        raise InvalidRequest(msg)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS or len(self._open) + self._skipped >= _DEEPEST:
            raise _too_complex()
        space, _, local = name.rpartition(" ")
        if local in _AS_GROUP:
            local = "g"
        is_known = space in ("", _SVG) and local in _ELEMENTS
        # Only the outermost one has a size that is ours to set.
        is_inner = local == "svg" and bool(self._open)
        if self._skipped or not is_known or is_inner:
            self._skipped += 1
            return
        node = _Node(local, _kept(local, attributes))
        if self._open:
            self._open[-1].inside.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        if not self._skipped and self._open and self._open[-1].name in _WITH_TEXT:
            self._open[-1].inside.append(text)


def _too_complex() -> InvalidRequest:
    return InvalidRequest("The drawing is too complex. Simplify it, or send it as a PNG.")


def _kept(element: str, attributes: dict[str, str]) -> dict[str, str]:
    kept = {}
    for given, value in attributes.items():
        name = "href" if given == _XLINK_HREF else given
        if name == "style":
            declared = _declarations(value)
            if declared:
                kept[name] = declared
        elif _is_kept(element, name, value):
            kept[name] = value
    return kept


def _is_kept(element: str, name: str, value: str) -> bool:
    if name == "href":
        return element in _REFERRING and _FRAGMENT.fullmatch(value) is not None
    if name in ("id", "class"):
        return _NAME.fullmatch(value) is not None
    return name in _ATTRIBUTES and _is_harmless(name, value)


def _is_harmless(name: str, value: str) -> bool:
    if name in _PAINTS and _PAINT.fullmatch(value.strip()):
        return True
    return _VALUE.fullmatch(value) is not None and _functions(value) <= _FUNCTIONS


# No regular expression searches through what may be megabytes: many take the square of its length.
def _functions(value: str) -> set[str]:
    """The word before each opening bracket."""
    before = (each.rstrip()[-_LONGEST_WORD:] for each in value.split("(")[:-1])
    return {_NOT_OF_A_WORD.split(each)[-1].lower() for each in before}


def _without_comments(text: str) -> str:
    first, *others = text.split("/*")
    return " ".join([first, *(each.partition("*/")[2] for each in others)])


def _declarations(text: str) -> str:
    """What is known of `a: b; c: d`."""
    kept = []
    for each in _without_comments(text).split(";"):
        name, _, value = (part.strip() for part in each.partition(":"))
        if name in _STYLES and value and _is_harmless(name, value):
            kept.append(f"{name}:{value}")
    return ";".join(kept)


def _style_sheet(text: str) -> str:
    """What is known of a style sheet; none of it where it has rules beginning with an @."""
    plain = _without_comments(text)
    if "@" in plain or "\\" in plain:
        return ""
    rules = []
    for each in plain.split("}")[:-1]:
        selector, _, declarations = each.partition("{")
        kept = _declarations(declarations)
        if kept and _SELECTOR.fullmatch(selector):
            rules.append(f"{' '.join(selector.split())}{{{kept}}}")
    return "".join(rules)


def _check_cost(root: _Node) -> None:
    """A drawing that uses parts which use parts may be of any size. Raises `InvalidRequest`."""
    known: dict[str, _Node] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if "id" in node.attributes:
            known.setdefault(node.attributes["id"], node)
        waiting += node.children
    costs: dict[int, int] = {}
    under_way: set[int] = set()

    def cost(node: _Node) -> int:
        if id(node) in under_way or len(under_way) > 4 * _DEEPEST:
            raise _too_complex()
        if id(node) not in costs:
            under_way.add(id(node))
            used = known.get(node.attributes.get("href", "#")[1:]) if node.name == "use" else None
            parts = [*node.children, *([] if used is None else [used])]
            costs[id(node)] = min(1 + sum(map(cost, parts)), _MOST_ELEMENTS + 1)
            under_way.discard(id(node))
        return costs[id(node)]

    if cost(root) > _MOST_ELEMENTS:
        raise _too_complex()


def _view_box(root: _Node) -> tuple[float, float, float, float]:
    """Left, top, width and height in the drawing's own units. Raises `InvalidRequest`."""
    numbers = re.split(r"[\s,]+", root.attributes.get("viewBox", "").strip())
    try:
        left, top, width, height = map(float, numbers)
    except ValueError:
        left = top = 0.0
        width, height = (_length(root.attributes.get(each, "")) for each in ("width", "height"))
    box = (left, top, width, height)
    is_flat = min(width, height) <= _LEAST_RATIO * max(width, height)
    if is_flat or not all(abs(each) < _LARGEST for each in box):
        msg = "The drawing does not say how wide and high it is. Give it a viewBox and try again."
        raise InvalidRequest(msg)
    return box


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text[:_LONGEST_WORD])
    if found is None:
        return 0.0
    return float(found[1]) * _PX.get((found[2] or "px").lower(), 1.0)


def _write(node: _Node, written: list[str]) -> None:
    attributes = "".join(f" {name}={quoteattr(value)}" for name, value in node.attributes.items())
    written.append(f"<{node.name}{attributes}>")
    if node.name == "style":
        text = "".join(each for each in node.inside if isinstance(each, str))
        written.append(escape(_style_sheet(text)))
    else:
        for each in node.inside:
            if isinstance(each, _Node):
                _write(each, written)
            else:
                written.append(escape(each))
    written.append(f"</{node.name}>")
