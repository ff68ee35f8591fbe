"""Listing, counting and grouping records of one kind, and looking for words in all of them."""
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
import re
from typing import Any, cast

from records.computing import Book
from records.errors import BadInput, NotFound
from records.figures.base import Figure, Value, cell
from records.kinds import KINDS, Person, Project
from records.kinds.base import FieldOf, R, Record, fields, key_fields
from records.query import Query, Where
from reports.blocks import Block, Choices, Table, Text
from reports.telling import currency_of, day
from tools.base import ANY, Columns, Conditions, Days, FieldName, Result, Sought, tool
from tools.desk import Desk
from tools.desk.aged import aged
from tools.desk.ahead import by_week, lead, over, told_by_week
from tools.desk.belonging import belonging
from tools.desk.beyond import above_limit
from tools.desk.columns import with_columns
from tools.desk.conditions import Having
from tools.desk.in_figures import figures_told
from tools.desk.in_money import amounts_of, grouped_in_money, told_in_money
from tools.desk.in_words import naming_it
from tools.desk.judging import Judged, judged
from tools.desk.newest import made_order
from tools.desk.news import days_late, news, settled, settled_told, when_due
from tools.desk.of_none import of_none
from tools.desk.open_too import open_too
from tools.desk.placing import usual
from tools.desk.readiness import readiness
from tools.desk.reasons import reasons
from tools.desk.searched import searched
from tools.desk.summing import figure_total, told_in_all
from tools.desk.totalling import Total, total_said, totalled
from tools.desk.ungated import ungated
from tools.desk.wording import shown

NOTHING = re.compile(r"^(?:not )?(?:empty|nothing|none|nobody)$|^not ", re.I)
PARTLY = "The {title} counts only the projects you may see, so there may be more."
MOST = 100


@tool("what is overdue?", "show the open tasks of Apollo", "list the tasks due next week", "who is overloaded?", "which projects are over budget?",
      "top 5 risks across the portfolio", "how many open tasks does each person have?", "what does Ben still have to do?", "milestones of Apollo",
      "which projects are running?", "who works here?", "risks without an owner", "show the change requests that wait for a decision",
      "which benefits do we have?", "cost entries of Apollo since Monday", "unassigned tasks", "backlog of Apollo", "what is our total exposure?",
      "resolved issues",
      "defects by severity", "tasks waiting for someone",
      "average cost of the change requests", "overdue tasks", "which tasks are late?",
      "anything past its deadline?", "what is blocked?", "show all risks", "list the milestones", "which milestones are coming up?",
      "when is the next milestone?", "when is the next milestone of Apollo?", "when is gate 2 of Apollo?", "who has time?",
      "what did Ben finish last week?", "what was done on Apollo this week?", "tasks due this week", "tasks for Ben", "list Ana's tasks",
      "which benefits are drifting?", "how many tasks are open?", "show the budget lines of Apollo", "what are the biggest risks?",
      "which risks have no owner?", "open change requests", "projects led by Ana", "which projects does Ben manage?", "which projects are late?",
      "which projects are closed?", "who is on Apollo?", "who works on Apollo?", "list all projects", "which projects have a CPI below 0.9?",
      "which project has the lowest CPI?", "costs of Apollo this month", "what decisions are waiting?", "show me everything overdue on Apollo",
      "risk register of Apollo", "what could go wrong on Apollo?", "what are the main threats to Apollo?", "which tasks does nobody own?",
      "what is left to do on Apollo?", "what still has to be done on Apollo?", "critical tasks", "high impact risks of Apollo", "tasks in review",
      "what is due on Friday?", "everything that is due before Friday", "is anybody overloaded?", "who could take on more work?",
      "is any project over budget?", "is anything overdue on Apollo?", "what is Ben late with?", "are there any open risks?",
      "which objectives do we have?", "how many risks are there per project?", "count the tasks by status", "tasks sorted by due date",
      "invoices from the agency", "who is in the team of Apollo?", "benefits of Apollo", "which of Ben's tasks are overdue?", "agile projects",
      "documents of the library", "which deadlines did we miss?", "who can take another task?", "which tasks are waiting for somebody?",
      "who are the team members of Apollo?", "what has to be decided soon?", "how are the tasks distributed over people?", "risks scoring 15 or more",
      "which tasks are being reviewed?", "who is the busiest?", "which project is the most expensive?", "which project has the biggest budget?",
      "which tasks are running late?", "how many hours do the open tasks add up to?", "average effort of Ana's tasks",
      "sum of the invoices of Apollo", "what do the open change requests add up to?", "find everything about single sign-on", "search records for scanner",
      "which records mention the supplier portal?",
      sign="Looking through the records", past=True)
def find_records(desk: Desk, kind: type[Record] | None = None, where: Conditions = ANY, sort: FieldName = "",  # noqa: PLR0911, PLR0913, PLR0917 - a listing can be asked much
                 group: FieldName = "", limit: int = 20, words: Sought = "", days: Days = "", show: Columns = "") -> Result:
    """List, count or group records of one kind. where: field -> condition in words, {"status": "not done", "due": "before Friday", "owner": "me"};
    projects and people also by a figure, {"cpi": "below 0.9"}. sort: a field or figure, "-due" for latest first.
    group: a field to count by, or "total hours", "average cost by project", "load by week". words: to look for in all texts. For one project's state use
    status_report."""
    if kind and (told := _shown(desk, kind, show, (where, sort, group, limit, words, days)) if show else ungated(desk, kind, where)):
        return Result(told)
    limit, made = max(1, min(limit, MOST)), made_order(kind, sort) if kind else ""
    sort = "" if made else sort
    where = belonging(desk, kind, _numbered(desk, kind, where)) if kind else where
    if words or kind is None:
        return _of_words(desk, kind, where, words, limit, group)
    books = list[Book]()
    if (worked := aged(desk, kind, where) or above_limit(desk, kind, where) or judged(desk, kind, where, lambda: books[0])) is not None:
        return _judged(desk, kind, worked, books, limit)
    having = desk.having(kind, where)
    if group and (summed := _of_figure(desk, kind, where, group, days)) is not None:
        return summed
    if group and (total := total_said(desk.reader, kind, group)) is not None:
        return _totalled(desk, kind, where, having, total, limit)
    if group and not _sorting_figure(desk, kind, group):
        of = desk.query(kind, where, limit=None)
        return _grouped(desk, kind, of, desk.field(kind, group)) if not where or desk.reader.count(of) else Result(of_none(desk, kind, where))
    sort = sort or (f"-{group}" if group else "")                   # what is grouped by a figure is wanted in its order
    by = _sorting_figure(desk, kind, sort)
    if having or by:
        return _computed(desk, desk.query(kind, where, limit=None), having, by, sort, limit, days)
    query = _keyed(desk, desk.query(kind, where, sort or usual(desk.reader, kind), limit))
    over = settled(desk, query)
    query = replace(query, sort=made or (f"-{over.name}" if over and not sort else query.sort))
    found = desk.reader.find(query)
    sums, number = " ".join(filter(None, (_spans(query), _in_all(desk, query)))), desk.reader.count(query)
    more = (*days_late(desk, query, found), *reasons(desk, query, found), *_sorted_by(desk, kind, sort or query.sort if over else sort, found))
    listed = _listed(desk, kind, found, number, more, sums, kind.kind.when if over and over.name != kind.kind.when else "")
    listed = listed if found or not where else Result(of_none(desk, kind, where))
    every = found if len(found) == number or not amounts_of(desk.reader, kind) else desk.reader.find(replace(query, sort="", limit=None))
    told = settled_told(desk, query, over, found, number) if over else when_due(desk, kind, found) or news(desk, query, number)
    first = (*told_in_money(desk.reader, kind, every, desk.today), *told, *readiness(desk, kind, where, found))
    return Result((*first, *open_too(desk, kind, where, sort), *listed.blocks, *_through_project(desk, kind, where)))


def _shown(desk: Desk, kind: type[Record], show: str, asked: tuple[Any, ...]) -> tuple[Block, ...]:
    """The list with the columns that are wanted beside its own."""
    listed = cast("Result", find_records.run(desk, kind, *asked))
    return tuple(with_columns(desk, kind, listed.blocks, show))


def _through_project(desk: Desk, kind: type[Record], where: Conditions) -> tuple[Text, ...]:
    """What belongs to the objective that is asked for through its project alone, as it names none of its own."""
    own = next((f for f in fields(kind) if f.refers and f.refers != Project.__tablename__ and (f.name in where or f.label in where)), None)
    homes = next((f for f in fields(Project) if own and f.refers == own.refers and f.refers != Person.__tablename__ and f.name == own.name), None)
    if own is None or homes is None or kind is Project or kind.kind.within != "project_id":
        return ()
    said = where.get(own.label) or where[own.name]
    if NOTHING.match(said):
        return ()
    ids = [p.id for p in desk.reader.find(desk.query(Project, {homes.label: said}, limit=None))]
    found = desk.reader.find(Query(kind, (Where(own.name, "empty"), Where("project_id", "in", ids)), limit=None)) if ids else ()
    return (Text(f"Through their project alone, without {own.label} of their own: {', '.join(f'{row.key} {getattr(row, kind.kind.title)}' for row in found)}."),
            ) if found else ()


def _of_figure(desk: Desk, kind: type[Record], where: Conditions, group: str, days: str) -> Result | None:
    """A figure of all together, week by week or in one number; None where none is named."""
    figure, sum_ = by_week(kind, group), figure_total(kind, group)
    if figure is None and sum_ is None:
        return None
    found = desk.reader.find(desk.query(kind, where, limit=None))
    if sum_ is not None and figure is None:
        return Result(told_in_all(desk.book(*found), found, *sum_, desk.today))
    return Result(told_by_week(desk, found, figure, days)) if figure else None


def _totalled(desk: Desk, kind: type[R], where: Conditions, having: Sequence[Having], total: Total, limit: int) -> Result:
    """A sum or an average, with the records that it is of."""
    found = desk.reader.find(desk.query(kind, where, limit=None))
    book = desk.book(*found) if having else None
    kept = [row for row in found if book is None or all(h.holds(book.value(row, h.figure).number) for h in having)]
    told = totalled(desk.reader, kind, kept, total, desk.today)
    return Result((*told, *(_listed(desk, kind, kept[:limit], len(kept), ()).blocks if kept and total.by is None else ())))


def _of_words(desk: Desk, kind: type[Record] | None, where: Conditions, words: str, limit: int, group: str) -> Result:
    """What is looked for by words: the sum of what names them, or the records that hold them."""
    if not words:
        raise BadInput("Say which kind of record, such as “tasks”, or the words to look for.")
    added = total_said(desk.reader, kind, group) if kind and group else None
    return _totalled_of_words(desk, kind, where, added, words, limit) if kind and added else Result(searched(desk, words, kind, where, limit))


def _totalled_of_words(desk: Desk, kind: type[R], where: Conditions, total: Total, words: str, limit: int) -> Result:
    """The sum of the records that name something, or whose budget line does; where none does, that it is so, and of whom there are any."""
    found = desk.reader.find(desk.query(kind, where, limit=None))
    if kept := naming_it(desk.reader, kind, found, words):
        named = Text(f"Those that name “{words}” themselves or in what they belong to:")
        return Result((*totalled(desk.reader, kind, kept, total, desk.today), named, *_listed(desk, kind, kept[:limit], len(kept), ()).blocks))
    if also := naming_it(desk.reader, kind, desk.reader.find(Query(kind, limit=None)), words) if where else []:
        told = Text(f"No {kind.kind.one} ({'; '.join(f'{n} {w}' for n, w in where.items())}) names “{words}”; these do and are otherwise:")
        return Result((told, *told_in_money(desk.reader, kind, also, desk.today), *_listed(desk, kind, also[:limit], len(also), ()).blocks))
    by = next((f for name in kind.kind.columns for f in fields(kind) if f.name == name and f.type is str and name != kind.kind.title), None)
    among = f" among the {len(found)} that I looked through" if found else ""
    told = Text(f"No {kind.kind.one} names “{words}”{among}, so I cannot say what that came to.")
    return Result((told, *(grouped_in_money(desk.reader, kind, found, by, desk.today) if by else ())))


def _judged(desk: Desk, kind: type[R], worked: Judged, books: list[Book], limit: int) -> Result:
    """The records whose colour, verdict or delay is as asked, the worst first, with what they were judged by."""
    found, having = desk.reader.find(desk.query(kind, worked.rest, limit=None)), desk.having(kind, worked.rest)
    books.append(desk.book(*found))
    kept = sorted((row for row in found if worked.holds(row) and all(h.holds(books[0].value(row, h.figure).number) for h in having)), key=worked.worst_first)
    more = [(title, [told(row) for row in kept[:limit]]) for title, told in worked.columns] if kept else ()
    beside, lead = worked.beside([row for row in found if row not in kept]), worked.lead(kept)
    return Result((*((Text(lead),) if lead else ()), *_listed(desk, kind, kept[:limit], len(kept), more).blocks, *((Text(beside),) if beside else ())))


def _numbered(desk: Desk, kind: type[Record], where: Conditions) -> Conditions:
    """ "Gate 2" of a condition as the keys of the gates with that number, in the project that is named or in all."""
    numbered = {str(k.__tablename__): k for k in KINDS if any(f.name == "number" and f.says.set_by == "person" for f in fields(k))}
    of = {name: numbered[str(f.refers)] for f in fields(kind) if f.refers in numbered for name in (f.name, f.label)
          if name in where and re.fullmatch(r"\D*\d{1,3}", where[name])}
    home = (Where("project_id", "is", desk.named(Project, where["project"]).id),) if of and "project" in where else ()
    found = dict[str, str]()
    for name, other in of.items():
        number = Where("number", "is", int(re.sub(r"\D", "", where[name])))
        found[name] = ", ".join(row.key for row in desk.reader.find(Query(other, (number, *home), limit=None)))
        if not found[name]:
            raise NotFound(f"There is no such {other.kind.one}.")
    return {**where, **found}


def _keyed(desk: Desk, query: Query[R]) -> Query[R]:
    """The query with the whole key where a field keeps one of any record, so that T-1 is not T-12 too."""
    keyed = key_fields(query.kind)
    return replace(query, where=tuple(Where(w.field, "is", desk.named_any(str(w.value))[1].key) if w.field in keyed and w.op == "has" else w
                                      for w in query.where))


def _spans(query: Query[R]) -> str:
    """The days that a period in words was taken to be, of each date field it limits on both sides."""
    of = {f.name: f.label for f in fields(query.kind)}
    firsts = {w.field: w.value for w in query.where if w.op == "at least" and isinstance(w.value, date)}
    lasts = {w.field: w.value for w in query.where if w.op == "at most" and isinstance(w.value, date)}
    both = [(name, first, lasts[name]) for name, first in firsts.items() if name in lasts and first != lasts[name]]
    return " ".join(f"{of[name].capitalize()} from {day(first)} to {day(last)}." for name, first, last in both)


def _in_all(desk: Desk, query: Query[R]) -> str:
    """The sum of what is booked hour by hour and day by day."""
    of = {f.name: f for f in fields(query.kind)}
    hours = of.get("hours")
    if hours is None or not hours.required or "on" not in of or not of["on"].required:
        return ""
    return f"{sum(row.hours for row in desk.reader.find(replace(query, sort='', limit=None))):g} {hours.says.unit} in all."  # type: ignore[attr-defined]


def _sorted_by(desk: Desk, kind: type[Record], sort: str, found: Sequence[Record]) -> tuple[tuple[str, Sequence[str]], ...]:
    """What the list is in the order of, where it would not show it."""
    field = desk.field(kind, sort.removeprefix("-")) if sort else None
    if field is None or field.name in (*kind.kind.columns, kind.kind.title, "key"):
        return ()
    return ((field.label, [shown(desk.reader, field, getattr(row, field.name)) for row in found]),)


def _sorting_figure(desk: Desk, kind: type[Record], sort: str) -> Figure | None:
    made = desk.having(kind, {sort.removeprefix("-"): "above 0"}) if sort else ()
    return made[0].figure if made else None


def _computed(desk: Desk, query: Query[R], having: Sequence[Having], by: Figure | None, sort: str, limit: int,  # noqa: PLR0913, PLR0917
              days: str) -> Result:
    found, by = desk.reader.find(query), by or having[0].figure
    figures = tuple(dict.fromkeys([by, *(h.figure for h in having)]))
    book, aside = over(desk, desk.book(*found), figures, days)
    kept = [row for row in found if all(h.holds(book.value(row, h.figure).number) for h in having)]
    kept.sort(key=lambda row: _rank(book.value(row, by), downwards=sort.startswith("-") or (not sort and not _is_low(having))))
    values = [[cell(f, book.value(row, f), currency_of(book, row) if f.unit == "money" else "") for f in figures] for row in kept[:limit]]
    result = _listed(desk, query.kind, kept[:limit], len(kept), tuple(zip((f.head for f in figures), zip(*values, strict=True), strict=True)) if kept else ())
    first = lead(desk, figures, having, days) if days else figures_told(book, kept, by, len(found) if having else 0, desk.today)
    unknown = [f"{row.key}" for row in found if having and any(book.value(row, h.figure).number is None for h in having)]
    if unknown and not kept:
        lacking = next((h.figure for h in having if book.value(found[0], h.figure).number is None), by)
        why = next((v.how for row in found if (v := book.value(row, lacking)).number is None), "")
        return Result((Text(f"Of no {query.kind.kind.one} I can say so. The {lacking.title} is not computable for {', '.join(unknown[:6])}: {why}."),))
    note = (Text(f"Not computable for {', '.join(unknown[:6])}{' and more' if len(unknown) > 6 else ''}."),) if unknown else ()  # noqa: PLR2004
    partly = (Text(PARTLY.format(title=by.title)),) if kept and any(book.is_partial(f) for f in figures) else ()
    return Result((*aside, *first, *partly, *result.blocks, *note))


def _is_low(having: Sequence[Having]) -> bool:
    """Whether those with little are asked for, so that the least stands first."""
    return bool(having) and having[0].op in ("before", "at most")


def _rank(value: Value, *, downwards: bool) -> tuple[bool, Decimal]:
    """Where a value stands in the list; what cannot be computed stands last whichever way."""
    number = value.number if value.number is not None else Decimal(0)
    return value.number is None, -number if downwards else number


def _listed(desk: Desk, kind: type[R], found: Sequence[R], total: int, more: Sequence[tuple[str, Sequence[str]]], sum_: str = "",  # noqa: PLR0913, PLR0917
            without: str = "") -> Result:
    if not found:
        return Result((Text(f"There are no such {kind.kind.many}."), Choices("You may also ask:", (f"show all {kind.kind.many}",))))
    left = (kind.kind.title, without)
    columns = [f for name in kind.kind.columns for f in fields(kind) if f.name == name and name in desk.reader.columns(kind) and name not in left]
    rows = tuple((row.key, str(getattr(row, kind.kind.title)), *(shown(desk.reader, f, getattr(row, f.name)) for f in columns),
                  *(values[i] for _, values in more)) for i, row in enumerate(found))
    head = (kind.kind.one, kind.kind.title, *(f.label for f in columns), *(title for title, _ in more))
    noun = kind.kind.one if total == 1 else kind.kind.many
    note = " ".join(part for part in (f"The first {len(found)} of {total}." if total > len(found) else "", sum_) if part)
    return Result((Table(f"{total} {noun}", head, rows, tuple(row.key for row in found), note),))


def _grouped(desk: Desk, kind: type[Record], query: Query[Any], by: FieldOf) -> Result:
    if amounts_of(desk.reader, kind) and (told := grouped_in_money(desk.reader, kind, desk.reader.find(query), by, desk.today)):
        return Result(told)
    counted = desk.reader.group(query, by.name)
    total = sum(n for _, n in counted)
    rows = tuple((shown(desk.reader, by, value) or "none", str(n)) for value, n in counted)
    return Result((Table(f"{total} {kind.kind.one if total == 1 else kind.kind.many} by {by.label}", (by.label, "count"), rows),))
