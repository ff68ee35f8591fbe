"""Hours that somebody worked on a task, and how far it is since: “Ben worked 4 hours on T-12 yesterday and it's at 70 %”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.told.told_of_work import DONE

WHO, HOURS, TASK, DAY, SHARE = "\0+", "\1+", "\2+", "\3+", "\4+"          # what stands for somebody, hours, a task, a day and a percent
SIGNS = {"person": "\0", "HOURS": "\1", "KEY": "\2", "DATE": "\3", "PERCENT": "\4"}
WORKED = re.compile(rf"^\s*(?:(?P<day0>{DAY})[\s,]+)?(?P<who>{WHO}|i|we)\s+(?:have\s+|has\s+|just\s+)*(?:worked|spent|put|put in|booked|logged|did)\s+"
                    rf"(?P<hours>{HOURS})(?:\s+of work)?\s+(?:on|for|at|with|into)\s+(?P<task>{TASK})(?:\s+(?:on\s+)?(?P<day>{DAY}))?\s*"
                    rf"(?:,|;|\.|\band\b|,\s*and\b)\s*(?:so\s+)?"
                    rf"(?:(?:it|that|this|the task)(?:\s+is|['’]s)?(?:\s+(?:now|at|about|around|some|roughly|up to))*\s+)"
                    rf"(?:(?P<share>{SHARE})(?:\s+(?:done|through|complete|finished|ready|there))?|(?P<done>{DONE}))(?:\s+now)?\W*$", re.I)


def told_of_hours(heard: Heard) -> tuple[str, Mapping[str, str]] | None:
    """The key of the task and its new values, the time entry of whoever worked among them; None where anything else is said, too."""
    if not (m := WORKED.match(heard.signed(*((span, SIGNS[type_]) for type_, span in heard.spans if type_ in SIGNS)))):
        return None
    said = {name: heard.text[m.start(name):m.end(name)] for name, words in m.groupdict().items() if words}
    by = f", worked by {said['who']}" if said["who"].lower() not in ("i", "we") else ""
    stands = {"progress": said["share"]} if "share" in said else {"status": "done"}
    key = next(str(s.value) for s in heard.of("KEY") if s.start == m.start("task"))
    return key, {**stands, "time entry": f"{said['hours']} {said.get('day') or said.get('day0') or 'today'}{by}"}
