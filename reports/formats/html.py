"""HTML: one file without scripts, right in light, dark and print; what records say is text and nothing else."""
from collections.abc import Iterable
from html import escape

from reports.blocks import Block, Card, Chart, Choices, Fact, Heading, Passage, Preview, Receipt, Sources, Table, Text
from reports.drawing import svg
from reports.formats.base import Format, Report, together
from reports.formats.style import style
from reports.formats.words import SHAPES, cited, toned


def html(report: Report) -> bytes:
    body = "".join("".join(_group(kind, blocks)) for kind, blocks in together(report.blocks))
    # No origin may be asked for anything: the file is whole.
    logo = f'<img class="logo" src="{report.brand.logo_uri}" alt="{escape(f"Logo of {report.brand.name}".strip())}">' if report.brand.logo else ""
    return (f'<!doctype html>\n<html lang="{escape(report.language)}"><head><meta charset="utf-8">'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">'
            '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
            f"<title>{escape(report.title)}</title><style>{style(report.brand)}</style></head><body><main><header>{logo}"
            f'<h1 dir="auto">{escape(report.title)}</h1><p dir="auto">{escape(report.says)}</p></header>'
            f"{body}</main></body></html>\n").encode()


def _group(kind: type[Block], blocks: tuple[Block, ...]) -> Iterable[str]:
    made = map(_one, blocks)
    if kind is Fact:
        return ('<dl class="facts">', *made, "</dl>")
    return ('<div class="cards">', *made, "</div>") if kind is Card else made


def _one(block: Block) -> str:  # noqa: C901, PLR0911 - one line for each block of the union
    match block:
        case Heading(text):
            return f'<h2 dir="auto">{escape(text)}</h2>'
        case Text(text):
            return "".join(f'<p dir="auto">{escape(part)}</p>' for part in text.split("\n") if part.strip())
        case Fact(_, label, display, how, keys):
            behind = f'<p class="keys">{escape(", ".join(keys))}</p>' if keys else ""
            return (f"<div><dt>{escape(label)}</dt><dd>{escape(display)}</dd>"
                    f'<dd class="how"><details><summary>Why?</summary><p>{escape(how)}</p>{behind}</details></dd></div>')
        case Table():
            return _table(block)
        case Card(title, tone, lines):
            word = f'<p class="tone">{SHAPES[tone]}</p>' if SHAPES[tone] else ""
            return f'<section class="card {tone}">{word}<h3 dir="auto">{escape(title)}</h3>{_list(lines)}</section>'
        case Chart(title, alt):
            return f'<figure><figcaption>{escape(title)}</figcaption>{svg(block)}<p class="alt">{escape(alt)}</p></figure>'
        case Preview(_, title, changes):
            return f'<section class="card plain"><h3>{escape(title)}</h3>{_list(each.line for each in changes)}</section>'
        case Receipt(position, title, lines):
            return f'<section class="card green"><h3>{escape(title)} (change #{position})</h3>{_list(lines)}</section>'
        case Passage(text, source):
            return f"<blockquote><p>{escape(text)}</p><footer>{escape(cited(source))}</footer></blockquote>"
        case Choices(says, options):
            return f"<p>{escape(says)}</p>{_list(options)}"
        case Sources(items):
            return f'<p class="sources">Sources: {escape("; ".join(cited(item) for item in items))}</p>'


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(c)}</th>' for c in table.columns)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in table.rows)
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return (f'<div class="table" role="region" tabindex="0" aria-label="{escape(table.title)}"><table><caption>{escape(table.title)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{note}")


def _cells(row: Iterable[str]) -> str:
    return "".join(f'<td dir="auto">{_marked(cell)}</td>' for cell in row)


def _marked(said: str) -> str:
    tone, shape, rest = toned(said)
    return f'<span class="{tone}">{shape}</span>{escape(rest)}' if tone else escape(said)


def _list(lines: Iterable[str]) -> str:
    items = "".join(f'<li dir="auto">{escape(line)}</li>' for line in lines)
    return f"<ul>{items}</ul>" if items else ""


HTML = Format("html", "text/html; charset=utf-8", html)
