"""Documents made on the spot by the libraries that know their formats, and hostile ones."""
from collections.abc import Callable, Mapping
import io
import zipfile

import docx

ODT = ('<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
       "<office:body><office:text>{}</office:text></office:body></office:document-content>")


def word(*lines: str, change: Callable[[docx.document.Document], object] = id) -> bytes:
    """A Word document of paragraphs; "# " and "## " make headings of their levels."""
    made = docx.Document()
    for line in lines:
        marks, _, rest = line.partition(" ")
        if marks.strip("#"):
            made.add_paragraph(line)
        else:
            made.add_heading(rest, len(marks))
    change(made)
    return saved(made.save)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    into = io.BytesIO()
    save(into)
    return into.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as made:
        for name, said in parts.items():
            made.writestr(name, said)
    return into.getvalue()


def with_part(content: bytes, name: str, said: str | bytes) -> bytes:
    """The packed file with one more part, or another one of that name."""
    with zipfile.ZipFile(io.BytesIO(content)) as folded:
        return packed({**{n: folded.read(n) for n in folded.namelist()}, name: said})


def open_text(body: str) -> bytes:
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT.format(body)})


def bomb(main: str) -> bytes:
    """A document of a few bytes that says that it unfolds to 150 MB: the sizes in its list are set, nothing is packed."""
    return _grown(packed({main: b"<a/>", "media/a.bin": b"A"}), 150 << 20)


def _grown(content: bytes, size: int) -> bytes:
    """The packed file whose last part claims that size."""
    at = content.rindex(b"PK\x01\x02") + 24
    return content[:at] + size.to_bytes(4, "little") + content[at + 4:]


def nested(tag: str, times: int, inner: str = "") -> str:
    return f"<{tag}>" * times + inner + f"</{tag}>" * times
