"""What of the records was changed: a record, a kind, a field, and what it became, read from words such as “APOLLO-T-7 status blocked” or “budget”."""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
import re

from language.articles import one
from language.titles import stems
from records.computing import needs
from records.errors import BadInput, NotFound
from records.figures.base import Figure, counted
from records.kinds import KINDS, Project, kind_said
from records.kinds.base import FieldOf, Record, fields
from records.query import Query, Where
from records.reading import Event
from reports.telling import day
from tools.desk import Desk
from tools.desk.conditions import figure_named
from tools.desk.such_changes import AGAIN, is_taken_back, repeated, times, told_again, told_taken_back, touched
from tools.desk.wording import event_lines, shown

MADE = re.compile(r"^made(?: (?P<what>.+))?$", re.I)
KEYED = re.compile(r"^(?P<key>(?:[A-Za-z]\w*-)+\d+(?:@\w+)?)(?=\s|$)")
SEVERAL = re.compile(r"^(?P<keys>(?:[A-Za-z]\w*-)+\d+(?:, ?(?:[A-Za-z]\w*-)+\d+)+)(?=\s|$)")
LITTLE = re.compile(r"\b(?:the|of|its|to|is|was|became|as|date|field)\b")
UNSHOWN = ("id", "key", "version", "created_at", "updated_at")


@dataclass(frozen=True)
class Aspect:
    """The fields that count by kind (none: all of them), the one record or all, and the value that was taken, if one is meant."""
    title: str
    of: Mapping[type[Record], frozenset[str]]
    record: Record | None = None
    becomes: str = ""
    is_made: bool = True                             # whether making a record counts as changing it
    shown: tuple[type[Record], FieldOf] | None = field(default=None)
    only_made: bool = False                          # whether nothing but its making counts
    ids: Mapping[type[Record], frozenset[int]] | None = None          # the records that are meant, where several are
    is_again: bool = False                           # whether only those count that were changed more than once
    is_taken_back: bool = False                      # whether only what put a record away counts

    def holds(self, event: Event) -> bool:
        if (self.only_made and not event.created) or (self.ids is not None and event.id not in self.ids.get(event.kind, ())):
            return False
        if self.is_taken_back and not is_taken_back(event):
            return False
        if event.kind not in self.of or (self.record is not None and event.id != self.record.id):
            return False
        touched = self.of[event.kind]
        if self.is_again and touched and not any(event.before.get(name) for name in touched & event.after.keys()):
            return False                                   # what is set for the first time is not moved
        if self.becomes:
            return any(str(event.after.get(name, "")).lower() == self.becomes for name in touched)
        return (self.is_made or not event.created) and (not touched or event.created or any(name in event.after for name in touched))


def read(desk: Desk, said: str, project: Project | None) -> Aspect:
    """Raises `BadInput` when the words name no record, kind, field or figure."""
    words = said.strip()
    if AGAIN.search(words):
        return replace(read(desk, AGAIN.sub("", words), project), is_again=True)
    if (plain := _named(desk, words, project) or _of_sort(words)) is not None:
        return plain
    if project is not None and _fields(Project, words):
        return _of_one(desk, Project, project, words)
    if (figure := _figure(words)) is not None:
        return Aspect(figure.title, _behind(figure))
    begun = next(((k, words[len(n):].strip()) for k in KINDS for n in sorted(k.kind.names, key=len, reverse=True)
                  if words.lower().startswith(f"{n.lower()} ") or words.lower().startswith(f"{n.lower()}s ")), None)
    kinds = (begun[0],) if begun else KINDS
    found_ = {k: f for k in kinds if (f := _fields(k, begun[1] if begun else words))}
    found_ = {k: f for k, f in found_.items() if words.lower().startswith(f[0].label)} or found_         # a field by its name before others called so, too
    if not found_:
        raise BadInput(f"I do not know what “{said}” is of a record; say a field such as “due” or “status”, a kind such as “risks”, or a record's key.")
    labels = {f.label for f, _ in found_.values()}
    becomes = next((value for _, value in found_.values() if value), "")
    title = (f"{begun[0].kind.one} " if begun else "") + "/".join(sorted(labels))
    return Aspect(title, {k: frozenset((f.name,)) for k, (f, _) in found_.items()}, becomes=becomes, is_made=False)


def _named(desk: Desk, words: str, project: Project | None) -> Aspect | None:
    """What was made, or one record by its key."""
    if made := MADE.match(words):
        return _titled(desk, made["what"] or "", project)
    if several := SEVERAL.match(words):
        return _of_several(desk, [desk.named_any(key.strip()) for key in several["keys"].split(",")], words[several.end():].strip())
    if (keyed := KEYED.match(words)) is None:
        return None
    kind, row = desk.named_any(keyed["key"])
    return _of_one(desk, kind, row, words[keyed.end():].strip())


def _of_sort(words: str) -> Aspect | None:
    """A sort of changes, a whole kind, or a field of a kind that is called by both their names, “benefit forecast”, whatever figure is called so, too."""
    if (such := touched(words)) is not None:
        return Aspect(such[0], such[1], is_made=False, is_taken_back="archived" in next(iter(such[1].values()), ()))
    if (whole := kind_said(words)) is not None:
        return Aspect(whole.kind.many, {whole: frozenset()})
    for kind in KINDS:
        of = next((f for f in fields(kind) if f.name not in UNSHOWN and words.lower() == f"{kind.kind.one} {f.label}"), None)
        if of is not None:
            return Aspect(f"{kind.kind.one} {of.label}", {kind: frozenset((of.name,))}, is_made=False)
    return None


def _titled(desk: Desk, words: str, project: Project | None) -> Aspect:
    """The making of every record of a project, or of all, whose title holds the words. Raises `BadInput` where none does."""
    if not words:
        return Aspect("records", {kind: frozenset() for kind in KINDS}, only_made=True)
    wanted, found = stems(words), dict[type[Record], frozenset[int]]()
    if (named := kind_said(words)) is not None:
        return Aspect(named.kind.many, {named: frozenset()}, only_made=True)
    for kind in KINDS:
        home = (Where("project_id", "is", project.id),) if project else ()
        if not wanted or (project and kind.kind.within != "project_id") or kind.kind.title not in desk.reader.columns(kind):
            continue
        has = (Where(kind.kind.title, "has", wanted[0]), *home)
        rows = desk.reader.find(Query(kind, has, limit=None)) if next(f for f in fields(kind) if f.name == kind.kind.title).type is str else ()
        ids = frozenset(row.id or 0 for row in rows if set(wanted) <= set(stems(str(getattr(row, kind.kind.title)))))
        found |= {kind: ids} if ids else {}
    if not found:
        where = f" on {project.name}" if project else ""
        raise BadInput(f"No record{where} that you may see has “{words}” in its title, so I cannot say who wrote it down. Say its key, such as APOLLO-C-1.")
    return Aspect(words, {kind: frozenset() for kind in found}, only_made=True, ids=found)


def _of_one(desk: Desk, kind: type[Record], row: Record, words: str) -> Aspect:
    title = f"{row.key} {getattr(row, kind.kind.title)}" if str(getattr(row, kind.kind.title)).upper() != row.key else str(getattr(row, kind.kind.title))
    if not words or MADE.match(words):
        return Aspect(title, {kind: frozenset()}, row, is_made=bool(words), only_made=bool(words))
    found = _fields(kind, words)
    if found is None:
        such = kind.kind.columns[0].removesuffix("_id")
        raise BadInput(f"{one(kind.kind.one).capitalize()} has no “{words}”, so I cannot say when it was changed; say a field such as “{such}”.")
    of, value = found
    if of.name not in desk.reader.columns(kind):
        raise BadInput(f"You may not see the {of.label} of a {kind.kind.one}.")
    return Aspect(f"{of.label} of {title}", {kind: frozenset((of.name,))}, row, value, is_made=bool(value), shown=(kind, of))


def _of_several(desk: Desk, rows: Sequence[tuple[type[Record], Record]], words: str) -> Aspect:
    """Several records by their keys, whole or one field of them, or only that they were made."""
    ids = {kind: frozenset(row.id or 0 for of, row in rows if of is kind) for kind, _ in rows}
    title, is_made = ", ".join(str(row.key) for _, row in rows), MADE.match(words) is not None
    found = {kind: f for kind in ids if words and not is_made and (f := _fields(kind, words)) and f[0].name in desk.reader.columns(kind)}
    if words and not is_made and not found:
        raise BadInput(f"None of these has “{words}”, so I cannot say when it was changed.")
    of = {kind: frozenset((found[kind][0].name,)) if found else frozenset[str]() for kind in (found or ids)}
    label = next((f"{f.label} of " for f, _ in found.values()), "")
    return Aspect(f"{label}{title}", of, becomes=next((value for _, value in found.values() if value), ""), is_made=is_made, only_made=is_made, ids=ids)


def _fields(kind: type[Record], words: str) -> tuple[FieldOf, str] | None:
    """The field that the words begin with or that alone has the choice they are, and the value behind its name."""
    low = " ".join(LITTLE.sub(" ", words.lower()).split())
    known = [f for f in fields(kind) if f.name not in UNSHOWN]
    named = [(len(n), f, low[len(n):].strip()) for f in known for n in map(str.lower, f.names) if low == n or low.startswith(f"{n} ")]
    if named:
        _, of, rest = max(named, key=lambda each: each[0])
        value = _choice(of, rest) if rest else ""
        return None if value is None else (of, value)
    return next(((f, value) for f in known if f.choices and (value := _choice(f, low))), None)


def _choice(of: FieldOf, said: str) -> str | None:
    spoken = {w.strip().lower(): value for words, value in of.says.words for w in words.split(",")}
    return said if said in of.choices else spoken.get(said, None if of.choices else said)


def _figure(words: str) -> Figure | None:
    try:
        return figure_named(words)
    except NotFound:
        return None


def _behind(figure: Figure) -> Mapping[type[Record], frozenset[str]]:
    """The records that a figure is computed from, by the fields that matter."""
    every = figure.needs or needs(figure)
    own = {kind: frozenset(names) - set(UNSHOWN) for kind, names in every.items() if kind is not figure.of}
    return own or {kind: frozenset(names) - set(UNSHOWN) for kind, names in every.items()}


def told(desk: Desk, aspect: Aspect, events: Sequence[Event], where: str, when: str) -> str:
    """Who changed it and when, how often, from what to what: in a sentence; the events are the newest first."""
    if aspect.only_made:
        return _told_of_making(desk, aspect, events, where, when)
    if aspect.is_taken_back:
        return told_taken_back(desk, events, when)
    if aspect.is_again:
        return told_again(desk, events, aspect.title, f"{where}{when}")
    what = f"{aspect.title[0].upper()}{aspect.title[1:]}{'' if aspect.record or aspect.ids else f' on {where}'}"
    was = "were" if aspect.record is None and (aspect.title.endswith(("dates", "amounts")) or not any(aspect.of.values())) else "was"
    if not events:
        return _from_the_start(desk, aspect) or (
            f"{what} {was} never {f'set to {aspect.becomes}' if aspect.becomes else 'changed'}{when}{_stands(desk, aspect)}.")
    last = events[0]
    if all(e.created for e in events) and not aspect.becomes:
        made = f"{len(events)} records, the last of them" if len(events) > 1 else last.key
        return f"Nobody changed {what[0].lower()}{what[1:]}{when} since it was made: {made} by {last.by} on {_moment(desk, last)}."
    done = f"set to {aspect.becomes}" if aspect.becomes else "changed"
    counts = Counter(e.by for e in events).most_common()
    names = f" By whom: {', '.join(f'{name} {n}' for name, n in counts)}." if len(counts) > 1 else ""
    record = "" if aspect.record else f" of {last.key}"
    lasts = "by" if len(events) == 1 else "last by"
    return (f"{what} {was} {done} {times(len(events))}{when}, {lasts} {last.by} on {_moment(desk, last)}{record}: {'; '.join(event_lines(desk.reader, last))}."
            f"{_moved(aspect, events)}{names}")


def _told_of_making(desk: Desk, aspect: Aspect, events: Sequence[Event], where: str, when: str) -> str:
    """Who wrote down which record and when, the newest first."""
    if not events:
        return f"In the log that I see nobody wrote down {aspect.title}{when}."
    if aspect.ids is None and aspect.record is None:
        by = ", ".join(f"{name} {n}" for name, n in Counter(e.by for e in events).most_common())
        return f"{aspect.title[0].upper()}{aspect.title[1:]} on {where}{when}: {len(events)} written down, by {by}."
    each = [f"{e.key} {desk.reader.labels(e.kind).get(e.id, '')}".strip() + f" by {e.by} on {_moment(desk, e)}" for e in events]
    return f"Written down{'' if aspect.record else f' on {where}'}{when}: {'; '.join(each)}."


def _from_the_start(desk: Desk, aspect: Aspect) -> str:
    """Of several records, which are as is asked since they were raised or made, with by whom and when; "" where none is."""
    each = list[str]()
    for kind, ids in (aspect.ids or {}).items() if aspect.becomes else ():
        for row in desk.reader.find(Query(kind, (Where("id", "in", tuple(ids)),), limit=None)):
            made = next((e for e in desk.reader.history(kind, row.id or 0) if e.created), None)
            if made and any(str(getattr(row, name, "")) == aspect.becomes for name in aspect.of.get(kind, ())):
                raised = getattr(row, "raised_on", None)
                each.append(f"{made.key} since {f'it was raised on {day(raised)}' if raised else f'it was made on {_moment(desk, made)} by {made.by}'}")
    return f"Nobody ever set that to {aspect.becomes}, for it was so from the start: {'; '.join(each)}." if each else ""


def _stands(desk: Desk, aspect: Aspect) -> str:
    """How it is now, and since it was made or last set by whom."""
    if aspect.record is None or aspect.shown is None:
        return ""
    kind, of = aspect.shown
    value = shown(desk.reader, of, getattr(aspect.record, of.name)) or "nothing"
    last = next((e for e in desk.reader.history(kind, aspect.record.id or 0) if of.name in e.after), None)
    since = f", set by {last.by} on {_moment(desk, last)}{' when it was made' if last.created else ''}" if last else ""
    return f"; it is {value} now{since}"


def _moved(aspect: Aspect, events: Sequence[Event]) -> str:
    """By how many days a date went in all where it was moved more than once."""
    if aspect.shown is None or aspect.shown[1].type is not date or len(events) == 1:
        return ""
    name = aspect.shown[1].name
    first, last = events[-1].before.get(name), events[0].after.get(name)
    if not first or not last:
        return ""
    was, now = date.fromisoformat(str(first)), date.fromisoformat(str(last))
    return f" In all it went from {day(was)} to {day(now)}, {counted(abs((now - was).days), 'day')} {'later' if now > was else 'earlier'}."


def _moment(desk: Desk, event: Event) -> str:
    return f"{event.at.astimezone(desk.now.tzinfo):%a %-d %b %Y at %H:%M}"


def narrowed(events: Sequence[Event], aspect: Aspect) -> Iterator[Event]:
    """Those of the events that count."""
    kept = [event for event in events if aspect.holds(event)]
    return iter(repeated(kept) if aspect.is_again else kept)
