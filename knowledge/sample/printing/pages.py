"""A document as a page of the intranet, and as OpenDocument."""
from collections.abc import Iterator
from html import escape
from io import BytesIO
from itertools import groupby
from zipfile import ZipFile

from knowledge.formats.base import Parsed, Section
from knowledge.sample.printing.parts import facts, heading, level, lines, steady

TAGS = {"bullet": "ul", "step": "ol"}
ODT = "application/vnd.oasis.opendocument.text"
SPACES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"')


def html(document: Parsed) -> bytes:
    head = "".join(f"<p>{escape(fact)}</p>\n" for fact in facts(document))
    body = "".join(f"<h{level(s) + 1}>{escape(heading(s))}</h{level(s) + 1}>\n{''.join(_html(s))}" for s in document.sections)
    title = escape(document.title)
    return (f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
            f"<body>\n<h1>{title}</h1>\n{head}{body}</body>\n</html>\n").encode()


def odt(document: Parsed) -> bytes:
    said = "".join(f"<text:p>{escape(fact)}</text:p>" for fact in facts(document))
    for section in document.sections:
        said += f'<text:h text:outline-level="{level(section) + 1}">{escape(heading(section))}</text:h>{"".join(_odt(section))}'
    title = f'<text:h text:outline-level="1">{escape(document.title)}</text:h>'
    content = f"<office:document-content {SPACES}><office:body><office:text>{title}{said}</office:text></office:body></office:document-content>"
    meta = f"<office:document-meta {SPACES}><office:meta><dc:title>{escape(document.title)}</dc:title></office:meta></office:document-meta>"
    entries = "".join(f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{type_}"/>'
                      for path, type_ in (("/", ODT), ("content.xml", "text/xml"), ("meta.xml", "text/xml")))
    out = BytesIO()
    with ZipFile(out, "w") as packed:
        packed.writestr("mimetype", ODT)
        packed.writestr("META-INF/manifest.xml", f"<manifest:manifest {SPACES}>{entries}</manifest:manifest>")
        packed.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content}')
        packed.writestr("meta.xml", f'<?xml version="1.0" encoding="UTF-8"?>{meta}')
    return steady(out.getvalue())


def _html(section: Section) -> Iterator[str]:
    for kind, some in groupby(lines(section), key=lambda each: each[0]):
        if tag := TAGS.get(kind):
            yield f"<{tag}>{''.join(f'<li>{escape(line)}</li>' for _, line in some)}</{tag}>\n"
        else:
            yield from (f"<p>{escape(line)}</p>\n" for _, line in some)


def _odt(section: Section) -> Iterator[str]:
    for kind, some in groupby(lines(section), key=lambda each: each[0]):
        said = "".join(f"<text:p>{escape(line)}</text:p>" if kind == "text" else f"<text:list-item><text:p>{escape(line)}</text:p></text:list-item>"
                       for _, line in some)
        yield said if kind == "text" else f"<text:list>{said}</text:list>"
