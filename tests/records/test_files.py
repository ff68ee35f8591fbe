"""What is kept of a picture draws and does nothing else: no script, no link, nothing from elsewhere; what is no picture is refused in a sentence."""
from base64 import b64decode
import struct
import zlib

import pytest

from records import files
from records.database import Database
from records.errors import BadInput
from records.files.cleaning import LARGEST, cleaned

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">'


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(wide: int = 2, high: int = 2, *, more: bytes = b"", pixels: bytes | None = None) -> bytes:
    drawn = zlib.compress(pixels if pixels is not None else (b"\0" + b"\x7a\x1f\x4e" * wide) * high)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)) + more + chunk(b"IDAT", drawn) + chunk(b"IEND", b"")


@pytest.mark.parametrize("planted", [
    "<script>alert(1)</script>", '<image href="http://evil.example/x.png"/>', "<foreignObject><p>x</p></foreignObject>", "<style>@import url(http://e.example)</style>",
    '<a href="javascript:alert(1)"><rect width="1" height="1"/></a>', '<rect onclick="alert(1)" width="1" height="1"/>',
    '<animate attributeName="href" to="javascript:1"/>',
    '<use xlink:href="http://evil.example/x.svg#a"/>', '<rect fill="url(http://evil.example/x)" width="1" height="1"/>',
    '<rect style="fill:url(http://evil.example/x)" width="1" height="1"/>', "<!-- http://evil.example --><?xml-stylesheet href='http://evil.example'?>"])
def test_what_acts_or_reaches_out_is_gone_from_an_svg(planted: str) -> None:
    kept = cleaned(f'{HEAD}{planted}<path d="M0 0 L1 1"/></svg>'.encode())
    assert isinstance(kept, str)
    assert not [bad for bad in ("script", "evil", "onclick", "alert", "@import", "foreign", "animate", "image") if bad in kept]
    assert 'd="M0 0 L1 1"' in kept


def test_shapes_and_their_colours_stay_and_cleaning_again_changes_nothing() -> None:
    drawn = (f'{HEAD}<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
             '<rect width="5" height="5" style="fill: url(#g); cursor: url(x)"/><text x="1" y="2">A &amp; B</text></svg>')
    kept = cleaned(drawn.encode())
    assert isinstance(kept, str)
    assert 'fill="url(#g)"' in kept
    assert "A &amp; B" in kept
    assert "cursor" not in kept
    assert cleaned(kept.encode()) == kept


@pytest.mark.parametrize(("content", "says"), [
    (b"GIF89a", "PNG or an SVG"), (b"<html/>", "PNG or an SVG"), (b"", "PNG or an SVG"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&a;</svg>', "PNG or an SVG"),
    (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "how large it is"), (b"<svg" + b" " * LARGEST + b"/>", "at most 512"),
    (png()[:-20], "damaged"), (png().replace(b"IDAT", b"IDAX"), "damaged"), (png(9000, 1), "9,000 × 1 pixels"), (png(pixels=b"\0" * 500_000), "damaged")],
    ids=["a gif", "a page", "nothing", "an entity", "no size", "too large", "cut", "a broken chunk", "too many pixels", "more than its pixels"])
def test_what_is_no_picture_is_refused_in_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        cleaned(content)


def test_of_a_png_stays_what_is_drawn() -> None:
    assert cleaned(png(more=chunk(b"tEXt", b"Comment\0secret"))) == png()


def test_the_same_picture_is_kept_once_and_found_by_what_it_is(bare: Database) -> None:
    with bare.writing() as tx:
        names = {files.keep(tx, png()), files.keep(tx, png(more=chunk(b"tIME", b"\0" * 7)))}
        assert len(names) == 1
        assert b64decode(files.picture(tx, names.pop()) or "") == png()
        assert files.picture(tx, "0" * 64) is None
