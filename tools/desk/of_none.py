"""A listing that came to nothing: by which conditions, and what there is without each, so that a “no” is never told from a guess."""
from collections.abc import Mapping
from datetime import date

from records.kinds import Threshold
from records.kinds.base import R, fields
from records.rules.base import DEFAULTS
from reports.blocks import Block, Choices, Text
from reports.telling import day
from tools.desk import Desk

Conditions = Mapping[str, str]


def of_none(desk: Desk, kind: type[R], where: Conditions) -> tuple[Block, ...]:
    """That there are none, by which conditions, and how many there would be without each: what was guessed is seen, and no rule is taken for a fact."""
    more = Choices("You may also ask:", (f"show all {kind.kind.many}",))
    if kind is Threshold and (value := getattr(DEFAULTS, str(where.get("name", "")).lower().replace(" ", "_"), None)) is not None:
        return Text(f"The office has set no threshold “{where['name']}” of its own, so the one that every office begins with holds: {value}."), more
    if (title := next((f.label for f in fields(kind) if f.name == kind.kind.title and f.label in where), "")) and not _count(desk, kind, {title: where[title]}):
        return Text(_untitled(desk, kind, title, where)), more
    less = {name: _count(desk, kind, _without(where, name)) for name in where}
    left = [f"{count} without “{name} {where[name]}”" for name, count in less.items() if count] if len(where) > 1 else []
    told = f" There {'is' if left[0].startswith('1 ') else 'are'} {', '.join(left)}." if left else ""
    return Text(f"There are no such {kind.kind.many} ({_said(where)}).{told}{_next(desk, kind, where)}"), more


def _next(desk: Desk, kind: type[R], where: Conditions) -> str:
    """The first that is still to come, where none has a day that is past."""
    of = next((f for f in fields(kind) if f.type is date and where.get(f.label, "").strip().lower() == "before today"), None)
    found = desk.reader.find(desk.query(kind, {**where, of.label: "after yesterday"}, of.label, 1)) if of else ()
    return "".join(f" The next is {row.key} {getattr(row, kind.kind.title)}: {of.label} {day(getattr(row, of.name))}." for row in found if of)


def _untitled(desk: Desk, kind: type[R], title: str, where: Conditions) -> str:
    """That no title holds the words, which may have been none of a title, and what there is without them."""
    rest = _without(where, title)
    count = _count(desk, kind, rest)
    there = "there is 1" if count == 1 else f"there are {count or 'no'}"
    told = f"{there} {kind.kind.one if count == 1 else kind.kind.many}{f' ({_said(rest)})' if rest else ''}"
    return (f"No {kind.kind.one} that you may see has “{where[title]}” in its {title}. If that was to say something else, I could not read it; "
            f"without it {told}.")


def _count(desk: Desk, kind: type[R], where: Conditions) -> int:
    return desk.reader.count(desk.query(kind, where, limit=None))


def _without(where: Conditions, name: str) -> dict[str, str]:
    return {n: words for n, words in where.items() if n != name}


def _said(where: Conditions) -> str:
    return "; ".join(f"{name} {words}" for name, words in where.items())
