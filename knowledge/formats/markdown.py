"""Markdown: headings make sections; of the rest the words are kept, lists and tables in lines."""
from collections.abc import Iterator, Sequence
import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.formats.base import ABOUT, Parsed, Piece, document, named, numbered
from knowledge.formats.wire import apart
from language.cleaning import clean
from records.errors import BadInput

FRONT = re.compile(r"\A---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
TITLE = re.compile(r"^title\s*:\s*(?P<title>.+)$", re.I | re.M)
SHOWN = ("text", "code_inline", "image", "text_special")
ENDS = {"paragraph_close": "\n\n", "bullet_list_close": "\n\n", "ordered_list_close": "\n\n", "tr_close": "\n", "table_close": "\n\n", "hr": "\n\n",
        "td_close": " | ", "th_close": " | ", "heading_close": "\n\n"}
TAGS = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]*>", re.S)


def read(content: bytes, name: str) -> Parsed:
    try:
        text = clean(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadInput(f"{name} is no UTF-8 text; save it as UTF-8 and try again.") from None
    front = FRONT.match(text)
    facts = front["lines"] if front else ""
    pieces = list(_pieces(MarkdownIt("commonmark").enable("table").parse(text[front.end():] if front else text)))
    title, head = _entitled(facts, pieces, name)
    if not head and not any(p.text or numbered(p.heading)[0] for p in pieces):
        raise BadInput(f"{name} holds no text.")
    return document(title, "\n".join((*(line for line in facts.splitlines() if ABOUT.match(line.strip())), head)), pieces)


def _entitled(facts: str, pieces: list[Piece], name: str) -> tuple[str, str]:
    """The title and what stands below it, taken off the pieces: the front matter's, the first heading's, or the file's name."""
    told = TITLE.search(facts)
    intro = pieces.pop(0).text if pieces and pieces[0].level == 0 else ""
    if pieces and pieces[0].level == 1 and not numbered(pieces[0].heading)[0] and (not told or _plain(told["title"]) == pieces[0].heading):
        first = pieces.pop(0)
        return first.heading, "\n\n".join(t for t in (intro, first.text) if t)
    return (_plain(told["title"]) if told else named(name)), intro


def _plain(said: str) -> str:
    return said.strip().strip("\"'")


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """The headings of the document itself (not those in a list or a quotation), each with the words below it."""
    level, heading, body = 0, "", list[str]()
    marks: list[str] = []
    for token in tokens:
        if token.type == "heading_open" and token.level == 0:
            if level or "".join(body).strip():
                yield Piece(level, heading, _tidy("".join(body)))
            level, heading, body = int(token.tag[1]), "", []
        elif token.type == "inline" and token.level == 1 and level and not heading and not body:
            heading = _words(token).replace("\n", " ").strip() or "Untitled"
        else:
            body.append(_written(token, marks))
    if level or "".join(body).strip():
        yield Piece(level, heading, _tidy("".join(body)))


def _written(token: Token, marks: list[str]) -> str:
    """What one token adds to the text; `marks` are the lists that are open, innermost last."""
    if token.type in ("bullet_list_open", "ordered_list_open"):
        marks.append("")
    elif token.type in ("bullet_list_close", "ordered_list_close"):
        marks.pop()
    elif token.type == "list_item_open":
        mark = f"{token.info}{token.markup}" if token.info else "-"
        return f"\n{'  ' * (len(marks) - 1)}{mark} "
    if token.type == "inline":
        return _words(token)
    if token.type in ("fence", "code_block"):
        return f"{token.content}\n"
    if token.type == "html_block":
        return f"{TAGS.sub('', token.content)}\n"
    return "\n" if token.type == "paragraph_close" and token.hidden else ENDS.get(token.type, "")


def _words(token: Token) -> str:
    """The words of a line, without its marks; pictures by their names, tags not at all."""
    breaks = {"hardbreak": "\n", "softbreak": "\n" if ABOUT.match(token.content.split("\n")[0]) else " "}
    return "".join(breaks.get(t.type) or (t.content if t.type in SHOWN else "") for t in token.children or ())


def _tidy(text: str) -> str:
    lines = "\n".join(line.rstrip(" |") if "|" in line else line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"\n{2,}(?=\s*(?:-|\d+[.)]) )", "\n", lines)).strip()


work = apart(read)
