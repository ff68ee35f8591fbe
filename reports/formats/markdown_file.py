"""Markdown: the whole report as a text file."""
from reports.formats.base import Format, Report
from reports.formats.markdown import markdown, plain


def md(report: Report) -> bytes:
    return f"# {plain(report.title)}\n\n{plain(report.says)}\n\n{markdown(report.blocks)}\n".encode()


MARKDOWN = Format("md", "text/markdown; charset=utf-8", md)
