"""Markdown: headings make sections; lists and paragraphs keep their lines."""
from collections.abc import Iterator

from markdown_it import MarkdownIt

from knowledge.formats.base import Format, Parsed, Section, about, numbered
from records.errors import BadInput


def read(content: bytes, name: str) -> Parsed:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(f"{name} is no UTF-8 text; save it as UTF-8 and try again.") from None
    title, head, sections = name.rsplit(".", 1)[0], "", list[Section]()
    for level, heading, body, path in _headed(text):
        if level == 1 and not sections and not head:
            title, head = heading, body
            continue
        number, words = numbered(heading)
        if body or number:
            sections.append(Section(number, words, body, tuple(numbered(p)[1] for p in path[1:])))
    if not sections:
        sections = [Section("", title, head or text.strip())]
    return Parsed(title, tuple(sections), about(head))


def _headed(text: str) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
    """Level, heading, the lines below it, and the headings above it."""
    lines, tokens = text.splitlines(), MarkdownIt().parse(text)
    marks = [(t.map[0], t.map[1], int(t.tag[1]), tokens[i + 1].content) for i, t in enumerate(tokens) if t.type == "heading_open" and t.map]
    above: list[tuple[int, str]] = []
    for (_, start, level, heading), end in zip(marks, [m[0] for m in marks[1:]] + [len(lines)], strict=True):
        above = [(n, h) for n, h in above if n < level]
        yield level, heading.strip(), "\n".join(lines[start:end]).strip(), tuple(h for _, h in above)
        above.append((level, heading.strip()))


markdown = Format((".md", ".markdown"), read)
