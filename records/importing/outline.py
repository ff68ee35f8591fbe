"""From the values of a table's rows to rows that know where they come from and point at each other: parents, links, milestones, budgets."""
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
import re

from records.importing import foreign, marks, numbers
from records.importing.amounts import reading
from records.importing.base import Row, Skipped, To
from records.importing.listed import Listed, usual_style
from records.importing.text import is_nothing, told

SATURDAY = 5
YES = frozenset(("yes", "true", "y", "1", "x", "ja", "oui"))
MOST_LAG = 3650
CURRENCIES = {"£": "GBP", "Ł": "GBP", "GBP": "GBP", "€": "EUR", "EUR": "EUR", "CHF": "CHF", "US$": "USD", "USD": "USD", "$": "USD"}


@dataclass(frozen=True)
class Drawn:
    """What the rows have to do with each other; each list as long as the table."""
    ids: Sequence[str]
    parents: Sequence[int | None]
    milestones: frozenset[int]
    sources: Sequence[str]


def rows(listed: Listed, kept: Sequence[int]) -> Iterator[Row]:
    """Every kept row as one of its kind, then the links between them; a project's budget stands beside it."""
    if listed.kind.table == "task":
        _finish_by_duration(listed, kept)
    drawn = _drawn(listed, kept)
    for at in kept:
        values = listed.values[at]
        if (parent := drawn.parents[at]) is not None and drawn.sources[parent] and parent not in drawn.milestones:
            values["parent_id"] = To(listed.kind.table, drawn.sources[parent])
        if at in drawn.milestones:
            yield Row("milestone", drawn.sources[at], _as_milestone(listed, at), listed.where(at))
        else:
            yield Row(listed.kind.table, drawn.sources[at], values, listed.where(at))
    yield from _links(listed, kept, drawn)
    yield from _budgets(listed, kept, drawn)


def _drawn(listed: Listed, kept: Sequence[int]) -> Drawn:
    cells = listed.column(foreign.ID)
    ids = marks.ids(cells, listed.header(foreign.ID), listed.kind.code) if cells else marks.Ids(("",) * len(listed.values), lasting=False, own=False)
    if ids.note:
        listed.notes.append(ids.note)
    elif ids.lasting and not ids.own and listed.is_told(foreign.ID):
        listed.notes.append(f"Column {told(listed.header(foreign.ID))} is the file's own key: its rows are known again by it next time, and you can ask by it "
                            f"(“show {next(filter(None, ids.of))}”). Each record also gets a key of ours.")
    parents = _parents(listed, kept, ids.of)
    milestones = _milestones(listed, kept)
    points = any(p is not None for p in parents) or any(listed.column(f) for f in (foreign.PREDECESSORS, foreign.SUCCESSORS, foreign.BUDGET))
    wbs = [str(v.get("wbs", "")) for v in listed.values]
    sources = [""] * len(listed.values)
    used = set[str]()
    for at in kept:
        mark = ids.of[at] if ids.lasting or (points and ids.of[at] and not ids.note) else ""
        if not mark and points:
            mark = wbs[at] or f"={listed.values[at].get(listed.kind.title, '')}"
        kind = "milestone" if at in milestones else listed.kind.table
        source = (f"key:{mark}" if ids.own else marks.source(kind, listed.home(at), mark)) if mark else ""
        sources[at] = "" if source in used else source[:200]
        used.add(source)
    return Drawn(ids.of, parents, milestones, sources)


def _parents(listed: Listed, kept: Sequence[int], ids: Sequence[str]) -> list[int | None]:
    """The row above each row: by what it names as its parent, by outline level, or by WBS code."""
    none: list[int | None] = [None] * len(listed.values)
    if "parent_id" not in listed.kind.slots:
        return none
    if listed.column("parent_id"):
        return _named(listed, kept, ids)
    if levels := listed.column(foreign.LEVEL):
        kept_ones = set(kept)
        return marks.parents_by_level([_level(c) if at in kept_ones else None for at, c in enumerate(levels)])
    codes = [str(v.get("wbs", "")) for v in listed.values]
    return marks.parents_by_code(codes) if any(codes) and len(set(filter(None, codes))) == sum(map(bool, codes)) else none


def _named(listed: Listed, kept: Sequence[int], ids: Sequence[str]) -> list[int | None]:
    """Parents by id or title. One that is not in this file stays what the row says."""
    titles = Counter(str(listed.values[at].get(listed.kind.title, "")) for at in kept)
    where = {title: at for at in kept if titles[title := str(listed.values[at].get(listed.kind.title, ""))] == 1}
    where |= {ids[at]: at for at in kept if ids[at]}
    found: list[int | None] = [None] * len(listed.values)
    for at in kept:
        said = listed.values[at].get("parent_id")
        parent = where.get(said.said) if isinstance(said, To) else None
        if parent == at:
            listed.skipped.append(Skipped(listed.where(at), "parent left out: the row names itself"))
        if parent is not None:
            del listed.values[at]["parent_id"]
            found[at] = parent if parent != at else None
    return found


def _milestones(listed: Listed, kept: Sequence[int]) -> frozenset[int]:
    """Rows of a schedule that take no time: they are events, if they have a date."""
    if listed.kind.table != "task":
        return frozenset()
    flags, durations = listed.column(foreign.MILESTONE), listed.column(foreign.DURATION)
    found = set()
    for at in kept:
        is_flagged = bool(flags and not is_nothing(flags[at]) and str(flags[at]).strip().casefold() in YES)
        takes_none = bool(durations and not is_nothing(durations[at]) and numbers.read_hours(durations[at], numbers.PLAIN) == 0)
        if (is_flagged or takes_none) and ("due" in listed.values[at] or "start" in listed.values[at]):
            found.add(at)
    return frozenset(found)


def _as_milestone(listed: Listed, at: int) -> dict[str, object]:
    of = listed.values[at]
    due = of.get("due") or of.get("start")
    values = {"title": of["title"], "planned": of.get("baseline_due") or of.get("baseline_start") or due, "forecast": due}
    values |= {name: of[name] for name in ("project_id", "owner_id") if name in of}
    if of.get("status") == "done" or of.get("progress") == 100:  # noqa: PLR2004
        values["actual"] = of.get("done_on") or due
    return values


def _finish_by_duration(listed: Listed, kept: Sequence[int]) -> None:
    """A start and a duration in working days, Monday to Friday, give the due date where the file names none."""
    durations = listed.column(foreign.DURATION)
    if not durations or listed.column("due"):
        return
    for at in kept:
        start, hours = listed.values[at].get("start"), numbers.read_hours(_in_days(durations[at]), numbers.PLAIN)
        if isinstance(start, str) and hours is not None and "due" not in listed.values[at] and hours < 8 * MOST_LAG:
            listed.values[at]["due"] = _worked(date.fromisoformat(start), max(int(-(-hours // 8)) - 1, 0)).isoformat()
    listed.notes.append("Due dates were counted from start and duration in days from Monday to Friday.")


def _in_days(cell: object) -> object:
    return f"{cell}d" if isinstance(cell, (int, float)) or (isinstance(cell, str) and cell.strip().isdigit()) else cell


def _worked(start: date, days: int) -> date:
    while days or start.weekday() >= SATURDAY:
        start += timedelta(days=1)
        days -= bool(days and start.weekday() < SATURDAY)
    return start


def _level(cell: object) -> int | None:
    m = re.match(r"\d{1,2}", str(cell).strip()) if not is_nothing(cell) else None
    return int(m[0]) if m else None


def _links(listed: Listed, kept: Sequence[int], drawn: Drawn) -> Iterator[Row]:
    where = {drawn.ids[at]: at for at in kept if drawn.ids[at]} or {str(listed.values[at].get("wbs", "")): at for at in kept}
    for mark, turned in ((foreign.PREDECESSORS, False), (foreign.SUCCESSORS, True)):
        cells = listed.column(mark) or ()
        for at in kept if cells else ():
            if is_nothing(cells[at]):
                continue
            said = f"{cells[at]:g}" if isinstance(cells[at], float) else str(cells[at])
            for other, kind, lag in marks.predecessors(said, where):
                yield from _link(listed, drawn, (at, where.get(other)), (other, kind, lag), turned=turned)


def _link(listed: Listed, drawn: Drawn, ends: tuple[int, int | None], said: tuple[str, str, float | None], *, turned: bool) -> Iterator[Row]:
    (at, other), (name, kind, lag) = ends, said
    where = listed.where(at)
    if other is None or other == at:
        listed.skipped.append(Skipped(where, f"link to {told(name, 30)} left out: {'there is no such row' if other is None else 'it is the row itself'}"))
        return
    if not (drawn.sources[at] and drawn.sources[other]):
        listed.skipped.append(Skipped(where, f"link to {told(name, 30)} left out: several rows are called alike, so it cannot be told which"))
        return
    if lag is None or abs(lag) > MOST_LAG:
        listed.skipped.append(Skipped(where, f"lag of the link to {told(name, 30)} left out: it is no number of days"))
        lag = 0.0
    first, then = (at, other) if turned else (other, at)
    values: dict[str, object] = {**_end("predecessor", first, drawn), **_end("successor", then, drawn), "type": kind, "lag": lag}
    if home := listed.values[at].get("project_id"):
        values["project_id"] = home
    mark = re.sub(r"^(?:csv:(?:task|milestone)|key):", "", drawn.sources[then])
    yield Row("link", f"csv:link:{mark}<{drawn.ids[first] or first}{kind}"[:200], values, where)


def _end(which: str, at: int, drawn: Drawn) -> dict[str, object]:
    if at in drawn.milestones:
        return {f"{which}_milestone_id": To("milestone", drawn.sources[at])}
    return {f"{which}_id": To("task", drawn.sources[at])}


def _budgets(listed: Listed, kept: Sequence[int], drawn: Drawn) -> Iterator[Row]:
    """What a project may cost in all is a budget line of its own."""
    cells = listed.column(foreign.BUDGET)
    if not cells or listed.kind.table != "project":
        return
    header = listed.header(foreign.BUDGET)
    amounts = reading(cells, numbers.scale_in(header), usual_style(listed))
    listed.notes += amounts.notes(f"Column {told(header)}")
    title = " ".join(re.split(r"[(\[]", header)[0].split()).capitalize()[:200] or "Budget"
    currency = next((code for said in (header, *map(str, cells)) for sign, code in CURRENCIES.items() if sign in said), "")
    for at in kept:
        if is_nothing(cells[at]):
            continue
        if currency:
            listed.values[at].setdefault("currency", currency)
        found, why = amounts.read(cells[at])
        if found is None or not 0 <= found < numbers.MOST_MONEY:
            listed.skipped.append(Skipped(listed.where(at), f"budget left out: {why or f'{told(cells[at])} is no amount'}"))
        elif drawn.sources[at]:
            values = {"title": title, "amount": str(found.quantize(numbers.CENT)), "project_id": To("project", drawn.sources[at])}
            yield Row("budgetline", f"{drawn.sources[at]}/budget"[:200].replace("csv:project", "csv:budgetline", 1), values, listed.where(at))
