"""“Anything burning on my projects?”: of a manager's projects, and not of the manager's own tasks."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from records.kinds import Project, Task
from records.kinds.base import split
from tools.base import Holds, Tool

GREETING = r"(?:(?:good morning|good afternoon|morning|hi|hello|hey|all)\b[\s,!.]*)*"
MINE = "my projects"
LATE, STUCK = r"(?:overdue|late|behind|past due)", r"(?:blocked|stuck|held up|waiting)"
ALIGHT = (r"(?:burning|on fire|urgent|critical|wrong|going wrong|gone wrong|red|amber|in trouble|alarming|worrying|pressing|hot|dramatic|bad|"
          r"problematic|to worry about|i should (?:know|worry about|look at))")
ASKS = re.compile(rf"{GREETING}{OPENING[1:]}{GREETING}(?:is there |are there |tell me |show me )?"
                  rf"(?:any ?thing|something|what|what all|any|anything new)\b(?: else)?"
                  rf"(?: (?:is|are|has|have|that|which|there|currently|really|been))*(?: (?:(?P<late>{LATE})|(?P<stuck>{STUCK})|(?P<hot>{ALIGHT})))"
                  rf"(?: today| now| right now| currently| at the moment)* (?:on|in|with|at|across|over|among|about) "
                  r"(?:any of |all |all of |either of |both of |one of )?my (?:(?:own|two|three|four|five|\d|running|open|active|current|ongoing|"
                  r"live) )*projects?"
                  r"(?: today| now| right now| this week| at the moment)*$")

LIST = re.compile(rf"{OPENING}(?:(?:list|show|show me|give me|see|i want to see|let me see|what are|which are)\s+)(?:all |the |all of |all the )*my (?:own "
                  rf")?projects"
                  r"(?: please| now)?$")


def in_my_projects(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The summary of the asker's projects with their overdue and blocked tasks, or only those that are said; None where nothing of the kind is asked."""
    said, lister = ASKS.match(heard.plain), lister_of(tools.values())
    if lister is not None and LIST.match(heard.plain) and "project" not in heard.types:
        return Plan((called(lister, {Holds.kind: Project.kind.one, Holds.conditions: {"key": MINE}}),), sure=True)
    if said is None or lister is None or heard.types & {"KEY", "person", "project"}:
        return None
    overview = next((t for t in tools.values() if t.slot(Holds.among) and t.slot(Holds.choice) and not t.proposes), None)
    calls = list[Call]()
    if said["hot"] and overview:
        calls.append((overview.name, {next(s.name for s in overview.slots if s.holds is Holds.among): f"how are {MINE} doing?"}))
    calls += [_tasks(lister, word) for word, group in (("overdue", "late"), ("blocked", "stuck")) if said[group] or said["hot"]]
    return Plan(tuple(calls), sure=True)


def _tasks(lister: Tool, word: str) -> Call:
    """The tasks of those projects that a saying of theirs is about."""
    where = next(dict(asked) for spoken, asked in Task.kind.sayings if word in split(spoken))
    return called(lister, {Holds.kind: Task.kind.one, Holds.conditions: {"project": MINE, **where}})
