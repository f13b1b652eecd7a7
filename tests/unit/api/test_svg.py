"""Drawings that somebody uploads: what is harmless stays, nothing else does."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reid_service.api.svg import cleaned_svg
from reid_service.errors import InvalidRequest
from tests.unit.api.uploading import SVG, drawing

HARMLESS = """
<title>Ground floor &amp; garden</title>
<defs>
 <linearGradient id="g"><stop offset="0.5" stop-color="#abc"/></linearGradient>
 <symbol id="door"><path d="M 0 0 L 5 5 a 2,2 0 0 1 1,1 z"/></symbol>
</defs>
<style>.wall{stroke:#333;stroke-width:2} #yard &gt; path{fill:none}</style>
<g id="yard" class="wall" transform="translate(5 5) rotate(30)" style="fill:red;opacity:0.5">
 <rect x="1" y="2" width="30" height="40" fill="url(#g)" stroke="rgb(1, 2, 3)"/>
 <use href="#door" x="5"/>
 <text x="5" y="6" font-family="sans-serif">Kitchen <tspan>1 &lt; 2</tspan></text>
</g>
"""


def cleaned(inside: str) -> str:
    return cleaned_svg(drawing(inside)).data.decode()


def elements(text: str) -> list[str]:
    return [each.tag.rpartition("}")[2] for each in ET.fromstring(text).iter()]


def test_what_is_harmless_stays() -> None:
    text = cleaned(HARMLESS)
    wanted = "svg title defs linearGradient stop symbol path style g rect use text tspan"
    assert elements(text) == wanted.split()
    for part in (
        "Ground floor &amp; garden",
        ".wall{stroke:#333;stroke-width:2}#yard &gt; path{fill:none}",
        'style="fill:red;opacity:0.5"',
        'transform="translate(5 5) rotate(30)"',
        'fill="url(#g)"',
        'stroke="rgb(1, 2, 3)"',
        'href="#door"',
        "1 &lt; 2",
    ):
        assert part in text


def test_a_drawing_that_was_cleaned_stays_as_it_is() -> None:
    once = cleaned_svg(drawing(HARMLESS))
    again = cleaned_svg(once.data)
    assert (again.width, again.height) == (once.width, once.height)
    assert ET.canonicalize(again.data.decode()) == ET.canonicalize(once.data.decode())


@pytest.mark.parametrize(
    "harm",
    [
        "<script>alert(1)</script>",
        '<script href="evil.js"/>',
        '<rect onload="alert(1)" width="1"/>',
        '<rect ONCLICK="alert(1)"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>evil</body></foreignObject>",
        '<image href="https://evil.example/x.png"/>',
        '<image xlink:href="data:image/svg+xml;base64,ZXZpbA=="/>',
        '<use href="https://evil.example/x.svg#a"/>',
        '<use xlink:href="evil.svg#a"/>',
        '<use href="javascript:evil()"/>',
        '<a href="javascript:evil()"><rect/></a>',
        '<a xlink:href="https://evil.example"><rect/></a>',
        '<set attributeName="href" to="javascript:evil()"/>',
        '<animate attributeName="href" values="javascript:evil()"/>',
        '<handler type="evil"/>',
        '<iframe src="evil"/>',
        '<embed src="evil"/>',
        '<x:script xmlns:x="http://www.w3.org/1999/xhtml">evil()</x:script>',
        '<rect style="fill:url(https://evil.example/x)"/>',
        '<rect style="background:url(evil)"/>',
        '<rect style="fill:u\\72l(evil)"/>',
        '<rect style="fill:expression(evil())"/>',
        '<rect style="behavior:evil"/>',
        '<rect fill="url(https://evil.example/#a)"/>',
        '<rect fill="url(#a) url(https://evil.example)"/>',
        '<rect filter="url(https://evil.example/#a)"/>',
        '<rect clip-path="url(evil#a)"/>',
        '<rect mask="url(evil#a)"/>',
        '<rect cursor="url(evil), auto"/>',
        '<style>@import url("https://evil.example/x.css");</style>',
        "<style>rect{fill:url(https://evil.example/x)}</style>",
        "<style>rect{fill:url(/*x*/evil)}</style>",
        "<style>@font-face{font-family:x;src:url(evil)}</style>",
        "<style>rect{}</style><style>&lt;/style>&lt;script>evil()&lt;/script></style>",
        '<style>[a="evil"]{fill:red}</style>',
        '<?xml-stylesheet href="https://evil.example/x.css"?>',
        "<!-- evil -->",
        "<metadata>evil</metadata>",
        '<feImage href="https://evil.example"/>',
        '<filter id="f"><feImage xlink:href="evil"/></filter>',
        '<rect id="a&quot;onload=&quot;evil"/>',
        '<rect class="a&lt;evil&gt;"/>',
        '<rect xml:base="https://evil.example"/>',
        '<rect d="M 0 0;evil"/>',
        '<svg onload="evil()"><rect/></svg>',
        "<g>evil text where none belongs</g>",
    ],
)
def test_what_could_do_harm_is_gone(harm: str) -> None:
    text = cleaned(harm + "<circle r='5'/>")
    assert "circle" in elements(text)
    assert not re.search(r"evil|alert|script|javascript|https?://(?!www\.w3\.org/2000/svg)", text)
    assert not re.search(r"\bon\w+=", text, re.IGNORECASE)


def test_links_and_switches_are_plain_groups() -> None:
    text = cleaned("<a href='evil'><switch><foreignObject/><text>Hall</text></switch></a>")
    assert elements(text) == ["svg", "g", "g", "text"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "https://evil.example/x.dtd"> %a;]>',
        "<!DOCTYPE svg [<!ELEMENT svg ANY>]>",
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ],
)
def test_a_drawing_that_declares_something_is_refused(doctype: str) -> None:
    body = drawing("<text>&a;</text>" if "ENTITY a" in doctype else "").decode()
    with pytest.raises(InvalidRequest, match="entities"):
        cleaned_svg((doctype + body).encode())


def test_the_doctype_of_drawing_programs_is_dropped_unread() -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    found = cleaned_svg(b'<?xml version="1.0"?>' + doctype.encode() + drawing())
    assert b"DOCTYPE" not in found.data
    assert elements(found.data.decode()) == ["svg", "rect"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no drawing",
        b"<html><svg/></html>",
        b"<svg",
        b"<svg><g></svg>",
        b"\xff\xfe\x00",
        b'<?xml version="1.0" encoding="no-such"?><svg/>',
        b'<svg viewBox="0 0 5 5"><x:g/></svg>',
        b"\x1f\x8b\x08compressed",
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidRequest, match="plain SVG"):
        cleaned_svg(data)


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('viewBox="0 0 250 200"', (1000.0, 800.0)),
        ('viewBox="-5,-5 , 100 400" width="7"', (250.0, 1000.0)),
        ('width="210mm" height="297mm"', (707.071, 1000.0)),
        ('width="8in" height="192"', (1000.0, 250.0)),
        ('width="2e3px" height="1000.0"', (1000.0, 500.0)),
        ('width="72pt" height="6pc"', (1000.0, 1000.0)),
    ],
)
def test_the_longer_side_has_a_thousand_units(head: str, size: tuple[float, float]) -> None:
    found = cleaned_svg(drawing(head=head))
    assert (found.width, found.height) == pytest.approx(size, abs=1e-2)
    root = ET.fromstring(found.data)
    assert float(root.attrib["width"]) == pytest.approx(found.width, abs=1e-2)
    assert len(root.attrib["viewBox"].split()) == 4


@pytest.mark.parametrize(
    "head",
    [
        "",
        'width="100%" height="100%"',
        'width="5em" height="5"',
        'viewBox="0 0 0 0"',
        'viewBox="0 0 -5 5"',
        'viewBox="0 0 nan 5"',
        'viewBox="nan 0 5 5"',
        'viewBox="0 0 inf 5"',
        'viewBox="0 0 1e300 1e300"',
        'viewBox="0 0 1000 1"',
        'viewBox="1 2 3"',
        f'width="{"1" * 5000}x" height="5"',
    ],
)
def test_a_drawing_without_a_usable_size_is_refused(head: str) -> None:
    with pytest.raises(InvalidRequest, match="viewBox"):
        cleaned_svg(drawing(head=head))


def test_a_drawing_without_a_namespace_gets_one() -> None:
    found = cleaned_svg(b'<svg viewBox="0 0 5 5"><rect width="1"/></svg>')
    assert b'xmlns="http://www.w3.org/2000/svg"' in found.data


def _doubling(levels: int) -> str:
    parts = ['<g id="a0"><rect/></g>']
    for level in range(1, levels + 1):
        twice = f'<use href="#a{level - 1}"/>' * 2
        parts.append(f'<g id="a{level}">{twice}</g>')
    return "".join(parts)


def test_parts_may_be_used_again_within_reason() -> None:
    assert elements(cleaned(_doubling(5))).count("use") == 10


@pytest.mark.parametrize(
    "inside",
    [
        _doubling(40),
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<g id="a"><use href="#a"/></g>',
        "<g>" * 70 + "</g>" * 70,
        "<desc>" + "<x>" * 70 + "</x>" * 70 + "</desc>",
        "<g/>" * 100_001,
        "".join(f'<g id="a{i}"><use href="#a{i + 1}"/></g>' for i in range(500)),
    ],
)
def test_a_drawing_that_is_too_complex_is_refused(inside: str) -> None:
    with pytest.raises(InvalidRequest, match="too complex"):
        cleaned(inside)


@pytest.mark.parametrize(
    "inside",
    [
        "<style>" + "/*" * 1_000_000 + "</style>",
        "<style>" + "a{" * 1_000_000 + "</style>",
        "<style>" + "a" * 2_000_000 + "</style>",
        f'<path d="{"a" * 2_000_000}"/>',
        f'<path d="{"(" * 2_000_000}"/>',
        f'<rect style="{"fill:a;" * 300_000}"/>',
        f'<rect fill="url(#{"a" * 2_000_000}"/>',
        f'<rect fill="{" " * 2_000_000}x"/>',
    ],
)
def test_no_value_takes_the_square_of_its_length(inside: str) -> None:
    # Would hang for hours, not fail.
    assert cleaned(inside).startswith("<svg")


@given(st.text(st.sampled_from("<>/=\"' svgrectusehref#url();:onload{}@\\&\n"), max_size=60))
def test_whatever_is_inside_the_answer_is_a_drawing(inside: str) -> None:
    try:
        text = cleaned(inside)
    except InvalidRequest:
        return
    assert text.startswith("<svg")
    ET.fromstring(text)
    assert "onload=" not in text


def test_the_heads_used_here_are_those_of_real_files() -> None:
    assert SVG in drawing().decode()
