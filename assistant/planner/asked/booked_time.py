"""Time that is not booked: who booked nothing in some days, who has hours missing, and how many somebody still has to book."""
from collections.abc import Callable, Mapping
from dataclasses import replace
import re

from assistant.planner.filled.filling import spoken_days
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.heard.wording import NOT_OF_ONE_PROJECT
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import Person, Task, TimeEntry
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "show me", "do you know", "can you tell me", "list", "show")
BOOK = r"(?:log|book|enter|record|report|register|put in|fill in|fill out|hand in|submit|track|write down|complete|do)"
BOOKED = r"(?:logged|booked|entered|recorded|reported|registered|put in|filled in|filled out|handed in|submitted|tracked|written down|completed|done)"
SHEETS = r"(?:time ?sheets?|time sheets?|hours sheets?|time entries|time entry|KINDS?)"
TIME = rf"(?:(?:any|the|their|his|her|my|all|enough|some|a|no)\s+)*(?:time|hours?|working time|working hours|anything|{SHEETS}|FIGURE)"
WHO = r"(?:who|who all|who else|which (?:of us|of the team|people|colleagues|persons)|(?:is|are|was|were) there (?:anybody|anyone|people|someone) who)"
DAYS = r"(?: (?:for|in|on|of|during|since|between|and|at all|yet|so far|already|DATE|PROJECT|project|there|here))*"
NOT = r"(?:did not|has not|have not|had not|is not|never)(?: yet| already| even)*"
NOTHING = tuple(re.compile(f"{OPENS}{said}{DAYS}$") for said in (
    rf"{WHO}{DAYS} {NOT} (?:{BOOK}|{BOOKED}) {TIME}",
    rf"{WHO}(?: has| have)?{DAYS} {BOOKED} (?:nothing|nothing at all|no (?:time|hours?|working time|{SHEETS})|zero hours|FIGURE)",
    rf"(?:nobody|people|anybody|anyone) (?:who )?(?:{NOT} (?:{BOOK}|{BOOKED}) {TIME}|{BOOKED} nothing)"))
MISSING = tuple(re.compile(f"{OPENS}{said}{DAYS}$") for said in (
    rf"{WHO} (?:still |yet )*(?:has to|have to|must|needs to|need to|should|is to) (?:still )?{BOOK} {TIME}",
    rf"whose {TIME} (?:is|are)(?: still)? (?:missing|incomplete|not complete|not full|not filled in|open|empty|lacking)",
    rf"{WHO} (?:is|are|has|have)(?: still)? (?:missing|lacking|behind with|behind on|late with) {TIME}",
    rf"{WHO} (?:has|have)(?: still)? (?:(?:hours|time) missing|FIGURE|KINDS? missing)"))
OWN = tuple(re.compile(f"{OPENS}{said}{DAYS}$") for said in (
    (rf"how (?:many|much) (?:hours?|time) (?:is|are|am|do|does|did|have|has)(?: (?:i|PERSON|we))?(?: still| yet)* "
     rf"(?:missing|lacking|open|unbooked|not (?:yet )?{BOOKED}|"
     rf"(?:have|has|need|needs|had) (?:still )?(?:to )?{BOOK}|to {BOOK}|left to {BOOK}|(?:not )?{BOOK} yet|owe|FIGURE)"),
    r"(?:how many )?FIGURE(?: (?:of )?(?:mine|PERSON|are|is|do|i|have|there))*",
    rf"(?:am i|is PERSON)(?: still)? (?:missing|lacking|short of|behind with) {TIME}",
    (r"(?:do i|does PERSON|have i|has PERSON|are there|is there)(?: still| yet)* "
     rf"(?:(?:have|got|forgotten|forgot|need) )?(?:to {BOOK} {TIME}|{TIME} (?:missing|to {BOOK}))"),
    (r"(?:is|are) (?:my|PERSON) (?:week|month|day|DATE|(?:whole )?week|time ?sheet|time sheet|hours|time|KINDS?)"
     r"(?: full| complete| filled| filled in| booked| fully booked| done| all booked)+(?: yet| already| now)*"),
    (r"(?:which|what|on which) (?:days?|hours?)(?: (?:of|in) DATE)? (?:have|has|did|do|does|are|is) (?:i|PERSON|my)(?: still| yet)* "
     rf"(?:not|missing|to|have to)(?: yet)? (?:{BOOKED}|{BOOK}|full|complete)")))
LISTED = tuple(re.compile(f"{OPENS}{said}{DAYS}$") for said in (
    rf"(?:how (?:many hours|much time) (?:did|has|have) )?(?:hours |FIGURE )?PERSON (?:{BOOK}|{BOOKED})(?: in all)?",
    rf"(?:did |has |have )?(?:nobody|no one|no-one) (?:{BOOK}|{BOOKED}) {TIME}"))
BY_PERSON = re.compile(rf"{OPENS}{WHO} (?:has |have )?(?:worked|{BOOKED})(?: (?:the )?most)?(?: {TIME})?(?P<days>{DAYS})$")
IF_NOT = re.compile(r"^(?P<first>(?:has|have|did|was|were)\b.+?)[,;]?\s+(?:and |but )?if (?:not|nobody|no one|nothing|none),?\s+"
                    r"who (?:should|would|must|ought|was|is)\b.*$", re.I | re.S)
TOTALLY = r"(?: (?:in total|in all|altogether|so far|now|by now|until now|to date|already|yet|DATE))*"
ON_IT = r"(?:on|for|into|to|in|at) (?P<on>KEY|it|that|this(?: one| task)?|the task)"
ON_TASK = tuple(re.compile(f"{OPENS}{said}{TOTALLY}$") for said in (
    (r"how (?:many (?:hours|FIGURE)|much (?:time|work|FIGURE)|long) (?:have|has|did|do|is|are|was|were|went|got)(?: (?P<who>i|we|PERSON))?"
     rf"(?: been| already| gone)*(?: (?:{BOOK}|{BOOKED}|spent|spend|worked|work|invested))?{TOTALLY} {ON_IT}"),
    rf"how much (?:have|has|did|do|is|was)(?: (?P<who>i|we|PERSON))?(?: been| already)* (?:{BOOK}|{BOOKED}){TOTALLY} {ON_IT}"))
TOTALS = "total hours by person"
OF_TIME = re.compile(rf"\b(?:{BOOK}|{BOOKED}|missing|lacking|time ?sheets?|unbooked|full|filled|complete)\b")
OF_WEEK = re.compile(r"\b(?:my|['’]s) (?P<unit>week|month)\b")


def booked_time(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The people who booked nothing or too little in the days that are said, how much one of them has still to book, or what was booked on one task; None
    for any other question."""
    if plan := _on_task(heard, asked, context, tools):
        return plan
    rest = next((f for f in FIGURES if f.looks_back and f.left_of is not None), None)
    if rest is None or rest.left_of is None or heard.types & {"KEY", "MONEY", "PERCENT", "TEXT"}:
        return None
    shaped = heard.shaped("person", "DATE", "project", "FIGURE", "KIND")
    is_named = set(heard.all("FIGURE")) <= {f.name for f in FIGURES if TimeEntry in f.needs} and set(heard.all("KIND")) <= {TimeEntry.kind.one, Person.kind.one}
    if not is_named:
        return None
    return _listed(shaped, heard, tools) or _lacking(shaped, rest, rest.left_of, heard, tools)


def _listed(shaped: str, heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """What somebody booked in some days, or who booked how much."""
    if any(form.match(shaped) for form in LISTED) and heard.of("DATE") and not heard.of("project"):
        return _entries(heard, tools)
    m = BY_PERSON.match(shaped)
    return _entries(heard, tools, TOTALS) if m and "DATE" in m["days"] else None


def _lacking(shaped: str, rest: Figure, booked: Figure, heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """Who booked nothing, who has hours missing, or how many one has."""
    if any(form.match(shaped) for form in NOTHING):
        return _of_all(booked, "at most 0", heard, tools)
    if any(form.match(shaped) for form in MISSING):
        return _of_all(rest, "above 0", heard, tools)
    is_other = bool(heard.all("FIGURE")) and rest.name not in heard.all("FIGURE")
    is_own = not is_other and any(form.match(shaped) for form in OWN) and (heard.of("FIGURE") or OF_TIME.search(heard.plain))
    return _of_one(rest, heard, tools) if is_own and not heard.of("project") else None


def _of_all(figure: Figure, asked: str, heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The people of whom that holds; of one project only what was booked there is known."""
    lister = lister_of(tools.values())
    if lister is None:
        return None
    if heard.of("project"):
        plan = _entries(heard, tools)
        return replace(plan, says=NOT_OF_ONE_PROJECT) if plan else None
    said = {Holds.kind: Person.kind.one, Holds.conditions: {figure.title: asked}, Holds.days: spoken_days(heard) or "this week"}
    return Plan(((lister.name, {s.name: said[s.holds] for s in lister.slots if said.get(s.holds)}),), sure=True)


def _of_one(figure: Figure, heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    teller = next((t for t in tools.values() if t.slot(Holds.figure) and t.slot(Holds.days) and not t.proposes), None)
    if teller is None:
        return None
    who = heard.said(heard.of("person")[0]) if heard.of("person") else "me"
    week = OF_WEEK.search(heard.plain)
    days = spoken_days(heard) or (f"this {week['unit']}" if week else "")
    said = {Holds.figure: figure.title, Holds.days: days}
    args = {s.name: who if s.of is Person else said[s.holds] for s in teller.slots if s.of is Person or said.get(s.holds)}
    return Plan(((teller.name, args),), sure=True)


def _on_task(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The time entries on the task that is named, by its key or its title, or on the one that was shown or booked on last."""
    for said, keys in asked.titled.items():
        if "KEY" not in heard.types and " " not in keys and re.search(rf"\b(?:on|for|into) (?:the )?{re.escape(said)}\b", heard.text):
            heard = asked.heard(re.sub(rf"(?:the )?\b{re.escape(said)}\b", keys, heard.text, count=1))
    shaped = heard.shaped("person", "DATE", "FIGURE", "KEY")
    m = next((m for form in ON_TASK if (m := form.match(shaped))), None)
    key = heard.first("KEY") if m and m["on"] == "KEY" else _booked_last(context) if m else None
    if m is None or key is None or f"-{Task.kind.code}-" not in f"-{key}":
        return None
    who = heard.said(heard.of("person")[0]) if heard.of("person") else "me" if m["who"] == "i" else ""
    return _entries(heard, tools, of={"task": key, "person": who})


def _booked_last(context: Context) -> str | None:
    """The one task that was shown last, else that of the time entry that was told last."""
    told = next((v for t in reversed(context.past) for call in reversed(t.calls) if call.said.get("kind") == TimeEntry.kind.one
                 and isinstance(v := call.said.get("values"), Mapping)), {})
    it = context.it or ""
    return it if f"-{Task.kind.code}-" in f"-{it}" else str(told.get("task", "")) or None


def _entries(heard: Heard, tools: Mapping[str, Tool], group: str = "", of: Mapping[str, str] | None = None) -> Plan | None:
    """The time entries of the days, the person and the project that are named, or their sums."""
    lister = lister_of(tools.values())
    if lister is None:
        return None
    on = next(f.label for f in fields(TimeEntry) if f.name == TimeEntry.kind.when)
    known = of or {"project": heard.first("project") or "", "person": next((heard.said(s) for s in heard.of("person")), "")}
    where = {**known, on: re.sub(r"^for ", "", spoken_days(heard))}
    args = {Holds.kind: TimeEntry.kind.one, Holds.conditions: {n: v for n, v in where.items() if v}}
    filled = {s.name: args[s.holds] for s in lister.slots if s.holds in args}
    return Plan(((lister.name, {**filled, **({"group": group} if group else {})}),), sure=True)


def asked_and_else(heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """“Has anyone logged time on Corvus this month, and if not who should have?”: the entries, and the team of the project."""
    m, lister = IF_NOT.match(heard.text), lister_of(tools.values())
    if m is None or lister is None or not heard.of("project") or not re.search(rf"\b(?:{BOOK}|{BOOKED})\b", m["first"], re.I):
        return None
    first, home = again(m["first"]), heard.said(heard.of("project")[0])
    team = again(f"who is on {home}?")
    return replace(first, calls=(*first.calls, *team.calls)) if first.calls and team.calls else None
