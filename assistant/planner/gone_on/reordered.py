"""The last list in another order, without some of its rows, with another column: “sort that by payback, and leave out Borealis”, “add the ROI”."""
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
import re
from typing import Any

from assistant.planner.gone_on.over_list import listed_last
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.meant.columns_said import name_at
from assistant.planner.meant.ordering import ASCENDING, DESCENDING, figure_order
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.kinds import Project
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

OPENS = re.compile(opening("then", "also", "can you", "could you", "i want", "i want it", "same", "the same"), re.I)
THEM = r"(?:(?:that|this|it|them|those|these|the list|the table|the rest|the projects|the ones|all|everything)\s+)?"
SORT = re.compile(rf"(?:(?:now|again|once more|the same)\s+)*(?:(?:sort|sorted|order|ordered|rank|ranked|arrange|list|show|put|give me|see)\s+(?:me\s+)?{THEM}"
                  r"(?:in (?:the )?order\s+)?(?:again\s+)?(?:by|after|of)|by|in (?:the )?order of)\s+(?=\w)", re.I)
FIRST = re.compile(r"(?:(?:with|put|show|and|the)\s+)*(?P<way>highest|largest|biggest|greatest|longest|lowest|smallest|shortest|least|best|worst|latest|"
                   r"newest|earliest|soonest|oldest)\s+(?=\w)", re.I)
BEHIND = re.compile(r"(?:\s*,?\s*\b(?:please|now|instead|again|then|too|as well|also|first|(?:from|in) (?:highest|lowest|best|worst)[\w ]*|descending|"
                    r"ascending|(?:the )?(?:highest|lowest|biggest|smallest|largest|longest|shortest|best|worst|latest|earliest|most|least)(?: ones?)? first|"
                    r"upwards|downwards)\b)*", re.I)
OUT = re.compile(r"(?:(?:leave|take|keep|kick)\s+out|drop|remove|exclude|excluding|skip|hide|without|except(?: for)?|minus|ignore|but (?:not|without)|"
                 r"not|leaving out)\s+(?:the\s+)?(?=\w)", re.I)
OUT_BEHIND = re.compile(r"(?:leave|take|keep|kick|throw)\s+(?=\w)", re.I)
BEHIND_OUT = re.compile(r"\s+(?:out|off|away|aside)\b(?: of it| of that)?", re.I)
ADD = re.compile(r"(?:add|include|also show(?: me)?|show(?: me)? also|show(?: me)? (?=(?:their|its)\b)|and (?=(?:their|its)\b)|put in|plus|with(?: also|(?= "
                 r"(?:the|their|its)\b)))\s+"
                 r"(?=\w)", re.I)
PART = re.compile(rf"(?:(?:now|again|also|but)\s+)*(?:(?:show|give|list|see|split|group|break|tell|sum up|add up|"
                  rf"count)\s+(?:me\s+)?(?:down\s+)?)?(?:(?:{THEM})|"
                  r"the same (?:picture|view|list|table|thing|figures|numbers|sums?|overview) ?|same (?:again|thing|picture) ?)(?:once more |again |down |up )*"
                  r"(?:per|by|for each|for every|of each|grouped by|split by|broken down by|summed (?:up )?by|for all)\s+(?:(?:strategic|the|each|of "
                  r"the)\s+)*(?=\w)",
                  re.I)
JOINED = re.compile(r"\s*(?:[,;.]\s*(?:and|but|then)?|\b(?:and|but|then)\b)\s*", re.I)
NAMED = re.compile(r"\s*(?:,|\band\b|,\s*and\b|&|\bor\b)\s*", re.I)


@dataclass
class _Wish:
    """What is wanted of the list."""
    sort: str = ""
    group: str = ""
    out: list[str] = field(default_factory=list)
    show: list[str] = field(default_factory=list)


def reordered(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The plan for such a wish; None where none was shown last, or something else is said, too."""
    lister = lister_of(tools.values())
    lists = listed_last(context, lister) or _of_none(context, lister) if lister and not context.pending else ()
    if lister is None or len(lists) != 1 or heard.text.rstrip().endswith("?"):
        return None
    slots = {s.holds: s.name for s in reversed(lister.slots)}
    said = lists[0]
    kind = kind_named(str(said[slots[Holds.kind]])) if slots[Holds.kind] in said else None
    wish = _read(heard, kind, context) if kind else None
    if kind is None or wish is None:
        return None
    new = {n: v for n, v in said.items() if not (wish.sort and n == "group")}
    if wish.group:
        new = {n: v for n, v in new.items() if n != slots[Holds.field]} | {"group": wish.group}
    if wish.sort:
        new[slots[Holds.field]] = wish.sort
    if wish.out:
        where = _without(kind, dict(said.get(slots[Holds.conditions]) or {}), wish.out, context)
        if where is None:
            return None
        new[slots[Holds.conditions]] = where
    if wish.show:
        new[slots[Holds.columns]] = ", ".join(dict.fromkeys((*split(str(said.get(slots[Holds.columns], ""))), *wish.show)))
    return Plan(((lister.name, new),), sure=True)


def _of_none(context: Context, lister: Tool) -> list[Mapping[str, Any]]:
    """The last list where it held nothing, which the same in parts does neither."""
    turn = next((t for t in reversed(context.past) if t.calls), None)
    return [dict(c.said) for c in turn.calls if c.tool == lister.name] if turn is not None and not turn.failed and len(turn.calls) == 1 else []


def _read(heard: Heard, kind: type[Record], context: Context) -> _Wish | None:
    """All acts of the message, each plainly read; None where anything is left over."""
    text, wish = heard.text.rstrip(" .!"), _Wish()
    at = m.end() if (m := OPENS.match(text)) else 0
    while at < len(text):
        end = _parted(text, at, kind, wish) or _sorted(text, at, kind, heard, wish) or _left_out(text, at, heard, context, wish) or _added(text, at, kind, wish)
        if end is None:
            return None
        behind = BEHIND.match(text, end)
        at = behind.end() if behind else end
        if at < len(text):
            joined = JOINED.match(text, at)
            if (joined is None or joined.end() == at) and not OUT.match(text[at:].lstrip()):
                return None
            at = joined.end() if joined else at
            at += len(text[at:]) - len(text[at:].lstrip())
    return wish if wish.sort or wish.group or wish.out or wish.show else None


def _parted(text: str, at: int, kind: type[Record], wish: _Wish) -> int | None:
    """The end of what asks for a count of each, where the word is a field that parts a list: a choice, or whose it is."""
    m = PART.match(text, at)
    named = name_at(kind, text, m.end()) if m else None
    of = next((f for f in fields(kind) if named and f.label == named[0] and (f.choices or f.refers)), None)
    if named is None or of is None:
        return None
    wish.group = of.label
    return named[1]


def _sorted(text: str, at: int, kind: type[Record], heard: Heard, wish: _Wish) -> int | None:
    m = SORT.match(text, at)
    first = None if m else FIRST.match(text, at)
    lead = m or first
    named = name_at(kind, text, lead.end()) if lead else None
    if named is None or (first and re.match(r"\s+(?:ones? )?first\b", text[named[1]:], re.I) is None):
        return None
    wish.sort = _order(kind, named[0], heard)
    return named[1]


def _order(kind: type[Record], name: str, heard: Heard) -> str:
    """The name with a minus for the greatest first: of figures the best, of numbers the greatest, of days the earliest, as far as nothing else is said."""
    figure = next((f for f in FIGURES if f.of is kind and f.title == name), None)
    if figure is not None:
        return figure_order(figure, heard)
    of = next((f for f in fields(kind) if f.label == name), None)
    is_number = of is not None and (of.is_money or of.type in (int, float))
    is_late = re.search(r"\b(?:latest|newest)\b", heard.plain) and of is not None and of.type is date
    is_down = DESCENDING.search(heard.plain) or is_late or (is_number and not ASCENDING.search(heard.plain))
    return f"{'-' if is_down else ''}{name}"


def _left_out(text: str, at: int, heard: Heard, context: Context, wish: _Wish) -> int | None:
    m = OUT.match(text, at)
    behind = None if m else OUT_BEHIND.match(text, at)
    lead = m or behind
    if lead is None:
        return None
    end, out = lead.end(), list[str]()
    while (span := next((s for t, s in heard.spans if s.start == end and t in ("project", "KEY")), None)) is not None:
        out, stop = [*out, str(span.value)], span.end
        more = NAMED.match(text, stop)
        end = more.end() if more else stop
        if more is None or not any(s.start == end and t in ("project", "KEY") for t, s in heard.spans):
            end = stop
            break
    if behind is not None:
        close = BEHIND_OUT.match(text, end)
        end = close.end() if close and out else -1
    known = {*context.projects.values(), *context.listed}
    if not out or end < 0 or any(each not in known for each in out):
        return None
    wish.out += out
    return end


def _added(text: str, at: int, kind: type[Record], wish: _Wish) -> int | None:
    m = ADD.match(text, at)
    named = name_at(kind, text, m.end()) if m else None
    if named is None:
        return None
    wish.show.append(named[0])
    return named[1]


def _without(kind: type[Record], where: Mapping[str, Any], out: list[str], context: Context) -> dict[str, Any] | None:
    """The conditions of the list without those rows: of the records themselves, or all that belongs to a project."""
    rows = [key for key in out if kind is Project or key not in context.projects.values()]
    homes = [key for key in out if key not in rows]
    found = dict(where)
    if homes:
        old = str(where.get("project", ""))
        if kind.kind.within != "project_id" or (old and not old.startswith("not ")):
            return None
        found["project"] = f"not {', '.join(filter(None, (old.removeprefix('not '), *homes)))}"
    if rows:
        old = str(where.get("key", ""))
        is_plain = not old.startswith("not ") and set(split(old)) <= {*context.projects.values(), *context.listed}
        kept = [k for k in (split(old) if is_plain else _shown(kind, context)) if k not in rows]
        found["key"] = ", ".join(kept) if old and not old.startswith("not ") else f"not {', '.join(filter(None, (old.removeprefix('not '), *rows)))}"
    return found if found.get("key", "-") else None


def _shown(kind: type[Record], context: Context) -> list[str]:
    """The rows of the last list."""
    keys = context.past[-1].keys if context.past else ()
    return [key for key in keys if (key in context.projects.values()) is (kind is Project)]
