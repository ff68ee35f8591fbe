"""One record whole, with its recent past."""
from datetime import date
from decimal import Decimal
import re
from typing import cast

from records.kinds import ChangeRequest, Criterion, Document, Measurement, Person, Project, Requirement, Task
from records.kinds.base import Record, fields
from records.query import Query, Where
from records.reading import Event
from reports.blocks import Card, Source, Sources, Table, Text
from reports.holding import told
from reports.may_decide import may_decide, may_take
from reports.telling import ahead
from tools.base import AnyRecord, FieldName, Result, tool
from tools.desk import Desk
from tools.desk.news import settled_since
from tools.desk.wording import event_at, event_lines, shown

PAST, MOST_PROVEN = 8, 100
PROVEN: tuple[type[Record], ...] = (Criterion, Requirement, Measurement)
MAY = re.compile(r"may approve(?:: ?(?P<who>.+))?$", re.I)              # no field: who may decide about the record, or whether somebody may
MAY_OF = re.compile(r"may approve: ?(?:(?P<days>\d+) days?)?(?: and )?(?:(?P<cost>\d+(?:\.\d+)?) \w+)?$", re.I)
UNTOLD = ("id", "key", "version", "archived")


@tool("show APOLLO-T-12", "what is APOLLO-R-3?", "details of T-12", "open the change request APOLLO-CR-1", "who is Ana?", "history of T-12", "T-12",
      "tell me more about APOLLO-T-12", "what is the status of T-12?", "is T-12 done?", "who owns T-12?", "when is T-12 due?", "why is T-12 blocked?",
      "who is the sponsor of Apollo?", "who sponsors Apollo?", "who leads Apollo?", "who manages Apollo?", "who is in charge of Apollo?",
      "when did Apollo start?", "when does Apollo finish?", "who is the project manager of Apollo?", "what is Apollo about?",
      "what is the purpose of Apollo?", "which objective does Apollo serve?", "what is Ben's job?", "what does APOLLO-R-2 say?", "phase of Apollo",
      "what phase is Apollo in?", "show it", "open it",
      "who owns it?",
      "when is it due?", "who leads Apollo and when will it finish?",
      "email of Ben", "what is the story behind APOLLO-R-1?", "all you have on APOLLO-R-2", "when did Apollo end?", "who touched T-12 last?",
      "what do we do against APOLLO-R-1?", "is APOLLO-CR-1 approved or not yet?", "who is running Apollo?", "deadline of T-12",
      "what is Ben's email?", "who approved the budget of Apollo?",
      sign="Opening the record", past=True)
def show_record(desk: Desk, record: AnyRecord, field: FieldName = "") -> Result:
    """Show one record with all its fields and its latest changes, by key or name. field: the one that is asked about ("owner", "due"), told first;
    of a change request also "may approve", or "may approve: Ben", for who may by the limits;
    of a project "may approve: 12 days and 20000 EUR", for who may approve such a change of it. For a project's state use status_report."""
    kind, row = record
    known = desk.reader.columns(kind)
    lines = tuple(f"{f.label}: {text}" for f in fields(kind) if f.name in known and f.name not in (*UNTOLD, kind.kind.title)
                  and (text := shown(desk.reader, f, getattr(row, f.name)) or ("nobody" if f.name == "owner_id" else "")))
    past = desk.reader.history(kind, row.id or 0, PAST)
    card = Card(f"{row.key} {getattr(row, kind.kind.title)}", "plain", lines, (row.key,))
    history = Table("Latest changes", ("when", "who", "what"), tuple(_told(desk, event) for event in past))
    sources = Sources((Source("record", row.key, str(getattr(row, kind.kind.title))), *_evidence(desk, kind, row)))
    return Result((*_asked(desk, kind, row, field), card, *_proven(desk, kind, row), *((history,) if past else ()), sources))


def _evidence(desk: Desk, kind: type[Record], row: Record) -> tuple[Source, ...]:
    """The document that proves a record, opened in the edition that did."""
    if kind not in PROVEN or (document := getattr(row, "document_id", None)) is None:
        return ()
    of = next(iter(desk.reader.find(Query(Document, (Where("id", "is", document),), limit=1))), None)
    hit = desk.search.beginning(of.key, str(getattr(row, "edition", ""))) if of else None
    return (*((Source("record", of.key, of.title),) if of else ()), *((Source("section", hit.key, hit.title, hit.edition, hit.page),) if hit else ()))


def _proven(desk: Desk, kind: type[Record], row: Record) -> tuple[Table, ...]:
    """What a document is the evidence of."""
    if kind is not Document:
        return ()
    found = tuple((each.key, desk.reader.line(proven, each), str(getattr(each, "edition", ""))) for proven in PROVEN
                  for each in desk.reader.find(Query(proven, (Where("document_id", "is", row.id),), limit=MOST_PROVEN)))
    return (Table("Evidence of", ("key", "what", "edition"), found),) if found else ()


def _asked(desk: Desk, kind: type[Record], row: Record, said: str) -> tuple[Text, ...]:
    """The one field that was asked about, in a sentence."""
    if not said:
        return ()
    if kind is ChangeRequest and (may := MAY.match(said.strip())):
        who = desk.named(Person, may["who"]) if may["who"] else None
        return (Text(may_decide(desk.reader, cast("ChangeRequest", row), who, desk.today)),)
    if kind is Project and (of := MAY_OF.match(said.strip())):
        cost, days = Decimal(of["cost"]) if of["cost"] else None, int(of["days"]) if of["days"] else None
        return (Text(may_take(desk.reader, cast("Project", row), cost, days)),)
    field = desk.field(kind, said)
    if kind is Task and field.says.why:
        return (Text(told(desk.reader, cast("Task", row))),)
    value = shown(desk.reader, field, getattr(row, field.name)) or ("nobody" if field.refers == "person" else "not set")
    value += f" {getattr(row, 'unit', '')}".rstrip() if field.type is float and not field.says.unit and getattr(row, field.name) is not None else ""
    value += settled_since(desk, kind, row, field) or (ahead(getattr(row, field.name), desk.today) if field.type is date else "")
    name = getattr(row, kind.kind.title)
    value = value.removesuffix(".")
    return (Text(f"{row.key} {name}: {field.label} {value}." if name.upper() != row.key else f"{name}: {field.label} {value}."),)


def _told(desk: Desk, event: Event) -> tuple[str, str, str]:
    return (event_at(event, desk.now.tzinfo), event.by, "; ".join(event_lines(desk.reader, event)))
