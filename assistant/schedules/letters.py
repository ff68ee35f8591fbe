"""What goes out: a report as a few lines, a picture and a file, or an answer; and the ways it can go."""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.reporting.wanted import Written
from reports.blocks import Block, Card, Fact, Text
from reports.formats.base import Report

LINES, LONGEST, OF_CARD = 12, 240, 2


@dataclass(frozen=True)
class Letter:
    """`key` is the occasion and the reader: the same one twice is to be put before nobody twice. `is_again`: it may be there already.
    `to` is a person's address, or a channel such as “#steerco”; `lines` say it in short, `blocks` in full where there is no file. `foot` says why it comes,
    where no schedule does; `link` is what its reader is to open, which nobody else may see; `draft` is the key of the draft that it shows to its owner."""
    key: str
    to: str
    title: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...] = ()
    files: tuple[Written, ...] = ()
    picture: Written | None = None
    is_again: bool = False
    foot: str = ""
    link: str = ""
    draft: str = ""


class Way(Protocol):
    """How letters get to somebody. Both raise the family of errors for what no second try mends."""

    async def readers(self, to: str) -> Sequence[str]:
        """The addresses of everybody who reads there."""
        ...

    async def deliver(self, letter: Letter) -> str:
        """Put it before its readers; returns where it stands."""
        ...


def short(report: Report) -> tuple[str, ...]:
    """A report in twelve lines: its title, what it says first, its verdicts and figures."""
    return tuple(line if len(line) <= LONGEST else f"{line[:LONGEST - 1].rstrip()}…" for _, line in zip(range(LINES), _lines(report), strict=False))


def _lines(report: Report) -> Iterator[str]:
    yield report.title
    yield report.says
    for block in report.blocks:
        match block:
            case Text(text):
                yield from (line for line in text.splitlines() if line.strip())
            case Card(title, tone, lines):
                yield " – ".join((f"{title} ({tone})" if tone != "plain" and tone not in title.lower() else title, *lines[:OF_CARD]))
            case Fact(_, label, display):
                yield f"{label}: {display}"
