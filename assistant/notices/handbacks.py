"""Who gave a task hears that it is not for who got it, and why; they give it to somebody else, or leave it there. A person decides, nothing moves by itself."""
from assistant.forms import Field
from assistant.notices.base import Case, Item, Outcome, Press, Sort, by_id, name, packed, project_name, row_of, text_field, unpacked
from records.kinds import Person, Task
from records.kinds.task import ENDED
from records.notices import Due, Notice
from records.proposals import Change
from reports.blocks import Card
from reports.telling import day
from tools.desk import Desk


def _told(desk: Desk, notice: Notice) -> Item | None:
    task, said = row_of(desk, Task, notice.about), unpacked(notice)
    if task is None or task.owner_id != notice.from_id or task.status in ENDED:
        return None
    who = name(desk, notice.from_id)
    other = by_id(desk.reader, Person, _owner(notice))
    lines = (f"{who} says: “{said.get('reason', '')}”", *((f"{who} suggests {other.name}",) if other else ()),
             " · ".join(filter(None, (project_name(desk, task.project_id), f"due {day(task.due)}" if task.due else ""))))
    given = (Press("give", f"Give it to {other.name}", is_main=True),) if other and other.id != task.owner_id else ()
    return Item(notice.id, (Card(f"Not for {who}: {task.key} {task.title}", "amber", lines, (task.key,)),), (*given, *PRESSES), task.version,
                f"{who} gives back {task.key} {task.title}")


def _owner(notice: Notice) -> int | None:
    said = unpacked(notice).get("owner")
    return int(str(said)) if said is not None else None


def _give(case: Case) -> Outcome:
    owner = _owner(case.notice)
    return Outcome(f"{case.notice.about} is now {name(case.desk, owner)}’s.", (Change("task", (case.notice.about,), {"owner_id": owner}),))


def _choose(case: Case) -> Outcome:
    owner = int(str(case.desk.values(Task, {"owner_id": case.said["owner_id"]})["owner_id"]))
    return Outcome(f"{case.notice.about} is now {name(case.desk, owner)}’s.", (Change("task", (case.notice.about,), {"owner_id": owner}),))


def _leave(case: Case) -> Outcome:
    who, text = case.notice.from_id, case.said.get("text", "").strip()
    if who is None:
        return Outcome("It stays where it is.")
    due = Due(f"left:{case.notice.id}", "reply", who, case.notice.about, case.desk.asker.person, packed(text=text or "Please keep it."))
    return Outcome(f"It stays with {name(case.desk, who)}, who hears why.", also=lambda _: (due,))


PRESSES = (Press("choose", "Give it to…", (Field("owner_id", "To whom?", "record", required=True),), "Give it to", "Give"),
           Press("leave", "Leave it there", (text_field("text", "What should they know?", required=False),), "Leave it there"))
HANDBACKS = Sort("handback", _told, {"give": _give, "choose": _choose, "leave": _leave},
                 {"give": "You gave away", "choose": "You gave away", "leave": "You left with its owner"})
