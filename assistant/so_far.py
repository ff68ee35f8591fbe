"""What a thread is about so far, made by code from its answers: the records that were named, the figures shown, what waits for a yes."""
from collections.abc import Sequence
import re

from assistant.calling import Past
from reports.blocks import Block, Card, Fact, Receipt, Table

MOST_NAMED, MOST_FIGURES, MOST_WISHES = 24, 16, 4
LONGEST = 60                    # letters of a name
TITLES, NO_NAMES = ("title", "name"), ("when", "who", "due")
BARE = re.compile(r"[\W\d]*")


def remembered(past: Sequence[Past]) -> str:
    """The summary in a few lines, the latest last; "" where nothing was named."""
    names = _latest([pair for p in past for pair in p.named], MOST_NAMED)
    shown = _latest([pair for p in past for pair in p.figures], MOST_FIGURES)
    waiting = [p.wish for p in past if p.state == "pending" and p.wish][-MOST_WISHES:]
    lines = (("Records named so far", [f"{key} {name}".strip() for key, name in names]), ("Figures shown before", [f"{slot}: {said}" for slot, said in shown]),
             ("Waiting for the asker's yes (to change it, propose it whole anew)", waiting))
    return "\n".join(f"{title}: {'; '.join(said)}" for title, said in lines if said)


def named(blocks: Sequence[Block]) -> tuple[tuple[str, str], ...]:
    """The records that blocks speak of, each with what it is called there."""
    found = (pair for b in blocks for pair in (_rows(b) if isinstance(b, Table) else _card(b) if isinstance(b, Card) else
                                               _written(b) if isinstance(b, Receipt) else ()))
    return tuple(dict(found).items())


def figures(blocks: Sequence[Block]) -> tuple[tuple[str, str], ...]:
    """The figures that blocks show, by their slots."""
    return tuple((b.slot, f"{b.label} {b.display}") for b in blocks if isinstance(b, Fact))


def _rows(table: Table) -> list[tuple[str, str]]:
    order = sorted(range(len(table.columns)), key=lambda n: (table.columns[n] not in TITLES, n))
    return [(key, next((row[n][:LONGEST] for n in order if row[n] != key and not BARE.fullmatch(row[n]) and table.columns[n] not in NO_NAMES), ""))
            for key, row in zip(table.keys, table.rows, strict=False)]


def _card(card: Card) -> list[tuple[str, str]]:
    return [(card.keys[0], card.title.removeprefix(card.keys[0]).strip()[:LONGEST])] if len(card.keys) == 1 else []


def _written(receipt: Receipt) -> list[tuple[str, str]]:
    """What was written, by the title that is told of it."""
    told = "\n".join((receipt.title, *receipt.lines))
    found = ((key, re.search(rf"{re.escape(key)} (?:title|name): (?P<t>.+)", told) or re.search(rf"\bchange {re.escape(key)} (?P<t>.+)", told))
             for key in receipt.keys)
    return [(key, m["t"].strip()[:LONGEST]) for key, m in found if m]


def _latest(pairs: Sequence[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    """Each name once, where it was said last."""
    latest = dict[str, str]()
    for key, said in reversed(pairs):
        latest.setdefault(key, said)
    return list(latest.items())[:most][::-1]
