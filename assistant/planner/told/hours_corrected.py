"""Hours that were booked wrong: “I booked 3 hours for the migration today but it was 4” changes that entry, and books no other."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.words.lexicon import kind_coded
from records.kinds import Task, TimeEntry
from tools.base import Holds, Tool

N = r"(?P<{name}>\d+(?:[.,]\d+)?)\s?(?:h|hrs?|hours?)?"
OLD, NEW = N.format(name="old"), N.format(name="new")
REALLY = r"(?:\b(?:really|actually|only|just|in fact|in truth|rather|more like|in reality)\s+)*"
WRONG = (re.compile(rf"\b{OLD}(?<=[hs])\b(?P<of>[^.;]*?)[,;.]?\s+(?:but|though|although|and|while)?\s*(?:(?:it|that|this|they)\s+)?{REALLY}"
                    rf"(?:was|were|is|should (?:be|have been)|must be|took)\s+{REALLY}{NEW}(?:\s+(?:in fact|actually|really))?[\s.!]*$", re.I),
         re.compile(rf"\b(?:was|were|is|are|should (?:be|have been)|must be)\s+{REALLY}{NEW},?\s*(?:and not|not|instead of|rather than)\s+{OLD}[\s.!]*$", re.I))
UNIT = re.compile(r"\d\s?(?:h|hrs?|hours?)\b", re.I)
BOOKED = re.compile(r"\b(?:log|book|enter|put in|record|worked|time)", re.I)
TOLD_AS = re.compile(r"\b(?:but|though|although|really|actually|should|must|instead|rather|not|in fact|in truth)\b", re.I)


def hours_corrected(heard: Heard, changer: Tool) -> Plan | None:
    """The change of the entry that is told to be wrong; None where none is."""
    m = next((m for form in WRONG if (m := form.search(heard.text))), None)
    if m is None or not TOLD_AS.search(heard.text) or heard.text.rstrip().endswith("?") or not _is_of_hours(heard, m):
        return None
    tasks = [key for key in heard.all("KEY") if kind_coded(key) is Task]
    days = [heard.said(s) for s in heard.of("DATE")]
    where = {"person": next((heard.said(s) for s in heard.of("person")), "me"), "hours": f"{m['old']}", **({"on": days[0]} if days else {}),
             **({"task": tasks[0]} if len(tasks) == 1 else {})}
    said = {Holds.kind: TimeEntry.kind.one, Holds.conditions: where, Holds.values: {"hours": f"{m['new']} h"}}
    return Plan((called(changer, said),))


def _is_of_hours(heard: Heard, m: re.Match[str]) -> bool:
    """Whether hours are told at all, and both numbers are hours and nothing else."""
    if not UNIT.search(heard.text) or any(t in ("MONEY", "PERCENT", "DATE") and s.start < m.end("new") and m.start("new") < s.end for t, s in heard.spans):
        return False
    return "DATE" in heard.types or BOOKED.search(heard.text) is not None
