"""“Who has room while she is on training?”: the days are in no word of the message, so it is told that they are left out, beside when that person is away."""
from collections.abc import Mapping
from dataclasses import replace
import re

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import NOT_USED
from records.kinds import Absence, Person
from tools.base import Holds, Tool

NAME = r"(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?"
WHILE = re.compile(rf"\b(?P<said>(?:while|whilst|when|during the time|as long as|for the time|for as long as) (?:that )?(?:he|she|they|{NAME})"
                   r"(?:['’]s|['’]re| is| are) (?:still )?(?:on|at|in|away|out|off|ill|sick|absent|not (?:here|in|there))\b[^,.;?!]*)", re.I)


def while_gone(plan: Plan, text: str, asked: Asked, tools: Mapping[str, Tool]) -> Plan:
    """The plan of people who are listed as of now, with that said and the absences of the one who is named alone."""
    m, lister = WHILE.search(text), lister_of(tools.values())
    if m is None or lister is None or len(plan.calls) != 1 or plan.calls[0][0] != lister.name or m["said"] in plan.says:
        return plan
    name, args = plan.calls[0]
    days = next((s.name for s in lister.slots if s.holds is Holds.days), "")
    if args.get("kind") != Person.kind.one or args.get(days) or not args.get("where"):
        return plan
    people = list(dict.fromkeys(str(s.value) for s in asked.heard(text).of("person")))
    kept = {n: v for n, v in args.items() if n not in {s.name for s in lister.slots if s.holds is Holds.words}}
    own = {n: v for n, v in args["where"].items() if n != "name"}
    gone = [called(lister, {Holds.kind: Absence.kind.one, Holds.conditions: {Person.kind.one: people[0], "end": "at least today"}})] if len(people) == 1 else []
    return replace(plan, choices=(), calls=((name, {**kept, "where": own}), *gone), says=NOT_USED.format(words=m["said"].strip()))
