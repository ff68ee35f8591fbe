"""The formats of documents, by the endings of their files."""
from pathlib import PurePath

from knowledge.formats.base import Format
from knowledge.formats.markdown import markdown
from knowledge.formats.pdf import pdf

FORMATS: tuple[Format, ...] = (markdown, pdf)


def format_of(name: str) -> Format | None:
    return next((f for f in FORMATS if PurePath(name).suffix.lower() in f.endings), None)
