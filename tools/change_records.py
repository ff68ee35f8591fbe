"""Changing records, one or many at once."""
from records.errors import BadInput, NotFound
from records.kinds.base import Record
from records.proposals import Change, Proposal
from tools.base import Conditions, Values, tool
from tools.desk import Desk


@tool("mark T-12 done", "move T-12 to next Friday", "assign APOLLO-T-3 to Ben", "move all of Ben's overdue tasks to Ana",
      "set the priority of T-12 to high", "T-12 is blocked, waiting for the supplier", "push T-12 out by a week", "close the risk APOLLO-R-2",
      "approve APOLLO-CR-1", "T-12 60 %, waiting for the supplier", "change the estimate of T-12 to 20h", "start T-12", "T-12 is done",
      "I finished T-12", "finish T-12", "complete T-12", "reassign T-4 to Ana", "give T-12 to Ana", "change the due date of T-12 to 3 December",
      "postpone T-12 to Monday", "delay T-12 by two days", "set T-12 to in progress", "reopen T-3", "reject APOLLO-CR-2", "assign T-3 to me",
      "put Apollo on hold", "pause Apollo", "declare Apollo amber", "set the declared colour of Apollo to red", "rename T-12 to 'Test the invoices'",
      "T-12 needs 8 more hours", "set the forecast of APOLLO-MS-2 to 10 December", "set the probability of APOLLO-R-1 to 5", "cancel T-13",
      "mark all overdue tasks of Ben as blocked", "make T-12 critical", "move it to the Monday after", "mark it done", "assign it to Ben",
      "unassign T-12", "make Ben the owner of T-12", "Ben takes over T-12", "hand over Ben's tasks to Ana", "give all of Ben's late tasks to Ana",
      "transfer Ben's open tasks on Apollo to Ana", "close all open risks of Apollo", "move all overdue tasks of Apollo to next Friday",
      "bring T-12 forward by three days", "T-12 is due on Friday", "swap the owner of T-12 to Ana", "set the finish of Apollo to 3 March",
      "change the manager of Apollo to Ana", "reschedule APOLLO-MS-3 to 15 January", "mark T-5 and T-6 as done", "tick off T-12",
      "all of Ben's overdue tasks should go to Ana", "Ben can not continue with T-12 because the data is missing", "T-12 slips by a week",
      "T-12 is at 75 %", "lower the impact of APOLLO-R-1 to 3", "finished T-12", "the deadline of T-12 moves to Friday",
      "switch the owner of T-12 to Ana", "T-12 will take 40 hours", sign="Preparing a preview")
def change_records(desk: Desk, kind: type[Record], where: Conditions, values: Values) -> Proposal:
    """Propose the same change to every record that meets `where`, as one change; nothing is written before the person confirms.
    where: field -> condition in words, {"key": "T-12"} or {"owner": "Ben", "status": "not done", "due": "before today"}.
    values: field -> new value in words, {"status": "done"}, {"due": "a week later"}. It never deletes."""
    if not where:
        raise BadInput(f"Say which {kind.kind.many} to change.")
    if not values:
        raise BadInput("Say what to change: a field and its new value.")
    keys = [desk.named(kind, said.strip()).key for said in where["key"].split(",")] if set(where) == {"key"} else _found(desk, kind, where)
    table = str(kind.__tablename__)
    each = [Change(table, (key,), desk.values(kind, values, desk.reader.get(kind, key))) for key in keys]
    same = all(c.values == each[0].values for c in each)
    return Proposal((Change(table, tuple(keys), each[0].values),) if same else tuple(each))


def _found(desk: Desk, kind: type[Record], where: Conditions) -> list[str]:
    """The keys of what fits, the figures among the conditions computed."""
    having = desk.having(kind, where)
    found = desk.reader.find(desk.query(kind, where, limit=None))
    book = desk.book(*found)
    keys = [row.key for row in found if all(h.holds(book.value(row, h.figure).number) for h in having)]
    if not keys:
        raise NotFound(f"No {kind.kind.one} fits that, so there is nothing to change.")
    return keys
