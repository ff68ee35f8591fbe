"""Creating a record."""
from collections.abc import Mapping

from records.errors import Ambiguous, BadInput, NotFound
from records.kinds import BY_TABLE, KINDS, Membership, Person, Project, Task
from records.kinds.base import Record, fields
from records.kinds.project import ENDED as OVER
from records.kinds.task import ENDED
from records.proposals import Create, Proposal
from records.query import Query, Where
from tools.base import Values, tool
from tools.desk import Desk, repeating
from tools.desk.away_already import refuse_twice

FEW = 6


@tool("create a task for Ana to fix the login page by next Friday, 6h", "ask Ben to call the supplier tomorrow",
      "add a task 'Book the venue' to Apollo", "log a risk on Apollo: supplier may deliver late, likely, high impact", "new project called Gemini",
      "raise a change request on Apollo: add a second language", "book 12,000 EUR for the design agency on Apollo",
      "add a milestone Pilot to Apollo on 15 December", "remind me to send the minutes on Monday", "add a to-do",
      "new task for Ben: check the rules by tomorrow", "open a ticket in Apollo: fix the rounding", "Ben should update the plan by Friday",
      "assign Ben a task to test the payment", "raise a new risk", "there is a risk that the vendor slips on Apollo",
      "we need someone to review the notice", "create a project", "add a benefit", "record an invoice of 4,000 EUR",
      "we spent 4,000 EUR on hosting for Apollo", "I paid 300 EUR for cables", "new objective", "add a person", "note a risk", "add Ben to Apollo",
      "task: migrate the table", "create a task", "I need Ben to draw the icons by Monday", "I need a task for Ben on Apollo: draw the icons",
      "can you create a task for Ana to test the page by Friday?", "Ana has to send the letter by Tuesday", "do not forget to order the badges",
      "make a task for Ben to patch the server", "I am worried that the vendor slips on Apollo, log it as a risk",
      "there might be a delay of the permits on Apollo", "add a budget line of 20,000 EUR for tests to Apollo",
      "new benefit for Apollo: fewer calls, 100,000 EUR", "put a task on Ben's list: call the bank", "let Ben check the contract by Friday",
      "have Ben fix the page by Friday", "make a reminder to call the bank on Thursday", "schedule a task for Ben to review the plan",
      "I have to send the form by Friday", "jot down a task: call the bank", "identify a new risk for Apollo: theft",
      "request a change on Apollo: longer pilot", "the server might crash on Apollo, please record this risk", "add Ben to Apollo as a tester",
      "Ben, please update the plan by Friday", "remind me every Monday to send the minutes", sign="Preparing a preview")
def create_record(desk: Desk, kind: type[Record], values: Values) -> Proposal:
    """Propose one new record; nothing is written before the person confirms. values: field -> value in the person's own words,
    {"title": "Fix the login page", "owner": "Ana", "due": "next Friday", "hours": "6h"}; leave out what the person did not say. For several tasks use
    create_tasks."""
    said = _of_either(desk, kind, _with_keys(desk, kind, dict(values)))
    said, note = (said, "") if _is_placed(desk, kind, said) else _at_home(desk, kind, said)
    made = Create(str(kind.__tablename__), desk.values(kind, said))
    refuse_twice(desk, made)
    remark = repeating.remark(said.get(repeating.FIELD, ""), desk.today)
    return Proposal((made,), f"{note} {remark}".strip())


def _with_keys(desk: Desk, kind: type[Record], said: dict[str, str]) -> dict[str, str]:
    """The whole key where a field keeps one of any record: “T-12” is APOLLO-T-12."""
    return {n: desk.named_any(words)[1].key if words and desk.field(kind, n).holds_key else words for n, words in said.items()}


def _of_either(desk: Desk, kind: type[Record], said: dict[str, str]) -> dict[str, str]:
    """A name in the reference that has a record of that name, where a kind has one of several: what was measured may be a benefit and no metric."""
    either = [f for f in fields(kind) if f.name in kind.either]
    named = {n: words for n, words in said.items() if any(f.name == desk.field(kind, n).name for f in either)}
    if len(named) != 1:
        return said
    (name, words), = named.items()
    first = desk.field(kind, name)
    found = next((f for f in (first, *(f for f in either if f.name != first.name)) if f.refers and _is_there(desk, f.refers, words)), first)
    return said if found.name == first.name else {found.label if n == name else n: w for n, w in said.items()}


def _is_there(desk: Desk, table: str, words: str) -> bool:
    try:
        return desk.named(BY_TABLE[table], words) is not None
    except Ambiguous:
        return True
    except NotFound:
        return False


def _is_placed(desk: Desk, kind: type[Record], said: Mapping[str, str]) -> bool:
    """Whether something is named whose project is meant, such as the task that hours are booked on."""
    inside = {str(k.__tablename__) for k in KINDS if k.kind.within not in (None, "id")}
    return any(f.refers in inside or f.holds_key for f in (desk.field(kind, name) for name in said))


def _at_home(desk: Desk, kind: type[Record], values: dict[str, str]) -> tuple[dict[str, str], str]:
    """Fill in the project where only one can be meant, and say so; ask where several can."""
    home = next((f for f in fields(kind) if f.name == kind.kind.within and f.refers == Project.__tablename__), None)
    if home is None or not home.required or any(desk.field(kind, name).name == home.name for name in values):
        return values, ""
    owner = next((said for name, said in values.items() if desk.field(kind, name).name in ("owner_id", "person_id")), "me")
    projects = _works_on(desk, owner)
    if len(projects) != 1:
        could = " or ".join(p.name for p in projects[:FEW])
        raise BadInput(f"Which project is that {kind.kind.one} for?" + (f" {could}?" if could else "") + f" Every {kind.kind.one} belongs to one.")
    return {**values, "project": projects[0].key}, f"I put it into {projects[0].name}, the only project {'of yours' if owner == 'me' else f'of {owner}'}."


def _works_on(desk: Desk, owner: str) -> list[Project]:
    """The live projects that a person manages, is a member of or has tasks in, as the asker sees them."""
    person = desk.named(Person, owner)
    ids = {m.project_id for m in desk.reader.find(Query(Membership, (Where("person_id", "is", person.id),), limit=None))}
    ids |= {t.project_id for t in desk.reader.find(Query(Task, (Where("owner_id", "is", person.id), Where("status", "not in", ENDED)),
                                                         limit=None))}
    live = desk.reader.find(Query(Project, (Where("phase", "not in", OVER),), limit=None))
    return [p for p in live if p.id in ids or p.manager_id == person.id]
