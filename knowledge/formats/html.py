"""HTML: headings make sections, lists and tables lines; what is not shown, and what only leads about the site, is no text."""
from collections.abc import Iterator
import re
from typing import Any

from lxml import etree, html

from knowledge.formats.base import Block, Parsed, cells, document, entitled, gathered
from knowledge.formats.decoding import decoded
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

UNREAD = {"script", "style", "noscript", "template", "nav", "aside", "form", "iframe", "svg", "math", "object", "head", "select", "button", "dialog"}
RUNNING = {"header", "footer"}           # of the page; those of an article or section hold its headings
HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCKS = {"p", "div", "section", "article", "main", "ul", "ol", "dl", "dt", "dd", "li", "table", "pre", "blockquote", "figure", "figcaption", "address",
          "details", "summary", "hr", "body", "fieldset", "center", *HEADINGS, *RUNNING}
LINES = ("li", "dt", "dd")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])", re.I)
DEEPEST = 200


def read(content: bytes, name: str) -> Parsed:
    return told(decoded(content), name)


def told(said: str, name: str) -> Parsed:
    """The document of a page's text."""
    try:
        page = html.document_fromstring(said.encode(), parser=html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise BadInput(f"{name} holds no text.") from None
    body = page.find("body")
    pieces = list(gathered(_blocks(body if body is not None else page, name)))
    title, head, rest = entitled(pieces, clean(page.findtext("head/title") or ""), name)
    if not head and not any(p.text for p in rest):
        raise BadInput(f"{name} holds no text.")
    return document(title, head, rest)


def _blocks(element: Any, name: str, depth: int = 0, listed: int = 0) -> Iterator[Block]:
    """The blocks within one; words between blocks make blocks of their own."""
    if depth > DEEPEST:
        raise BadInput(f"{name} is too deeply packed to be read: things stand in things in it more than {DEEPEST} times.")
    words = [element.text or ""]
    mark = f"{'  ' * (listed - 1)}- " if element.tag == "li" and listed else ""
    for inner in element.iterchildren(etree.Element):
        if _is_unread(inner, depth):
            pass
        elif not _is_block(inner):
            words.append(_words(inner))
        else:
            if said := " ".join("".join(words).split()):
                yield Block(clean(mark + said), is_line=element.tag in LINES)
                mark = ""
            words.clear()
            yield from _of_block(inner, name, depth, listed)
        words.append(inner.tail or "")
    if said := " ".join("".join(words).split()):
        yield Block(clean(mark + said), is_line=element.tag in LINES)


def _of_block(element: Any, name: str, depth: int, listed: int) -> Iterator[Block]:
    if element.tag in HEADINGS:
        yield Block(clean(" ".join(_words(element).split())), HEADINGS[element.tag])
    elif element.tag == "table":
        yield from _rows(element)
    elif element.tag == "pre":
        yield Block(clean(_words(element)).strip("\n"))
    else:
        yield from _blocks(element, name, depth + 1, listed + (element.tag in ("ul", "ol")))


def _is_block(element: Any) -> bool:
    return element.tag in BLOCKS or any(inner.tag in BLOCKS for inner in element.iterdescendants(etree.Element))


def _is_unread(element: Any, depth: int) -> bool:
    return (element.tag in UNREAD or (element.tag in RUNNING and depth == 0) or element.get("hidden") is not None or element.get("aria-hidden") == "true"
            or bool(HIDDEN.search(element.get("style", ""))) or element.get("role") in ("navigation", "banner", "contentinfo"))


def _rows(table: Any) -> Iterator[Block]:
    for at, row in enumerate(table.iter("tr")):
        yield Block(clean(cells([_words(cell) for cell in row.iterchildren("td", "th")])), is_line=at > 0)


def _words(element: Any, depth: int = 0) -> str:
    if element.tag == "br":
        return "\n"
    if element.tag == "img":
        return str(element.get("alt", ""))
    if depth > DEEPEST:
        return ""
    inner = ((("" if _is_unread(e, depth + 1) else _words(e, depth + 1)) + (" " if e.tag in BLOCKS else "") + (e.tail or ""))
             for e in element.iterchildren(etree.Element))
    return (element.text or "") + "".join(inner)


work = apart(read)
