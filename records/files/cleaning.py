"""Pictures that people bring, cleaned: of a PNG only what is drawn, of an SVG only shapes and their colours. No script, no link, nothing from elsewhere."""
from collections.abc import Iterator
import re
import struct
from xml.etree import ElementTree as ET
import zlib

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from records.errors import BadInput

LARGEST, MOST_PIXELS = 512 * 1024, 4000
PNG = b"\x89PNG\r\n\x1a\n"
DRAWN = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND")
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}        # of a pixel, by the type of its colours
SVG = "http://www.w3.org/2000/svg"
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs", "linearGradient", "radialGradient", "stop",
          "clipPath", "mask", "use", "symbol", "title", "desc"}
SAID = {"id", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height", "d", "points", "transform", "viewBox", "fill",
        "stroke", "opacity", "offset", "preserveAspectRatio", "gradientUnits", "gradientTransform", "clipPathUnits", "clip-path", "mask", "clip-rule",
        "fill-rule", "fill-opacity", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
        "stop-color", "stop-opacity", "font-family", "font-size", "font-weight", "font-style", "text-anchor", "letter-spacing", "dx", "dy", "spreadMethod"}
INSIDE = re.compile(r"#[\w.-]+")
MOST_PARTS = 5000
DAMAGED, NEITHER = "The PNG is damaged; save it anew.", "A logo is a PNG or an SVG; this is neither."


def cleaned(content: bytes) -> bytes | str:
    """A PNG as bytes, an SVG as text. Raises `BadInput`."""
    if len(content) > LARGEST:
        raise BadInput(f"The picture has {len(content) // 1024:,} kB; at most {LARGEST // 1024} are taken. Save it smaller.")
    return _png(content) if content.startswith(PNG) else _svg(content)


def _png(content: bytes) -> bytes:
    """The chunks that draw, each whole, and as many pixels as they say."""
    try:
        chunks = list(_chunks(content))
        wide, high, depth, colours, *_ = struct.unpack_from(">IIBBBBB", next(chunk for name, chunk in chunks if name == b"IHDR"), 8)
        if not (0 < wide <= MOST_PIXELS and 0 < high <= MOST_PIXELS):
            raise BadInput(f"The picture is {wide:,} × {high:,} pixels; at most {MOST_PIXELS:,} each way are taken.")
        unpacked = zlib.decompressobj()
        unpacked.decompress(b"".join(chunk[8:-4] for name, chunk in chunks if name == b"IDAT"), 2 * high * (2 + wide * SAMPLES[colours] * depth // 8))
    except (struct.error, zlib.error, KeyError, StopIteration):
        raise BadInput(DAMAGED) from None
    if not unpacked.eof:
        raise BadInput(DAMAGED)
    return PNG + b"".join(chunk for name, chunk in chunks if name in DRAWN)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, name = len(PNG), b""
    while name != b"IEND":
        size, name = struct.unpack_from(">I4s", content, at)
        chunk = content[at:at + size + 12]
        if len(chunk) != size + 12 or struct.unpack(">I", chunk[-4:])[0] != zlib.crc32(chunk[4:-4]):
            raise BadInput(DAMAGED)
        yield name, chunk
        at += size + 12


def _svg(content: bytes) -> str:
    try:
        root = fromstring(content, forbid_dtd=False)
    except (ET.ParseError, DefusedXmlException, ValueError):
        raise BadInput(NEITHER) from None
    if _name(root) != "svg":
        raise BadInput(NEITHER)
    if sum(1 for _ in root.iter()) > MOST_PARTS:
        raise BadInput(f"The SVG has more than {MOST_PARTS:,} parts; simplify it, or save it as PNG.")
    if "viewBox" not in root.attrib and not {"width", "height"} <= root.attrib.keys():
        raise BadInput("The SVG does not say how large it is; give it a viewBox, or save it as PNG.")
    ET.register_namespace("", SVG)
    return ET.tostring(_kept(root), encoding="unicode")


def _kept(of: "ET.Element[str]") -> "ET.Element[str]":
    """An element with what draws; what is in `style` is kept as attributes."""
    made = ET.Element(f"{{{SVG}}}{_name(of)}")
    styled = dict(part.split(":", 1) for part in of.get("style", "").split(";") if ":" in part)
    for name, value in (*((n.strip(), v.strip()) for n, v in styled.items()), *of.attrib.items()):
        bare = name.rpartition("}")[2]
        if bare == "href" and INSIDE.fullmatch(value) and _name(of) in ("use", "linearGradient", "radialGradient"):
            made.set("href", value)
        elif name in SAID and ("url(" not in value.lower() or re.fullmatch(r"url\(#[\w.-]+\)", value)):
            made.set(name, value)
    made.text = of.text if _name(of) in ("text", "tspan", "title", "desc") else None
    for child in of:
        if _name(child) in SHAPES:
            inner = _kept(child)
            inner.tail = child.tail if _name(of) in ("text", "tspan") else None
            made.append(inner)
    return made


def _name(of: "ET.Element[str]") -> str:
    """The name of an element of SVG; nothing of another language's, nor of a comment."""
    if not isinstance(of.tag, str):
        return ""
    space, _, bare = of.tag.rpartition("}")
    return bare if space in ("", "{" + SVG) else ""
