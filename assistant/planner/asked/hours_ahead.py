"""Hours in days to come: how many everybody has free, how many somebody's work takes on each project, and who is overloaded, with what is asked beside it."""
from collections.abc import Callable, Mapping
import re

from assistant.planner.filled.filling import spoken_days
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.heard.wording import HOURS_PLANNED, NOT_USED
from records.figures import FIGURES
from records.kinds import Person, Project, Task
from tools.base import Holds, Tool

OPENS = r"^(?:so |and |but |please |tell me |show me |list |ok )*"
FREE = r"(?:SAYING|FIGURE|free|available|to spare)"
EACH = r"(?:everybody|everyone|each (?:of us|of them|person|one|member)|the (?:team|people)|people|all of (?:us|them)|they|we(?: each)?|who|anybody|anyone)"
HOW_FREE = tuple(re.compile(f"{OPENS}{said}(?: (?:in|on|for|DATE|of|each|exactly))*$") for said in (
    (rf"(?:who|which (?:people|colleagues|of us)) (?:is|are|has|have|will be|would be) (?:still |any )?{FREE}(?: (?:in|on|for|of|DATE))* and "
     r"(?:for |with |by )?how (?:many|much)(?: (?:hours?|time|FIGURE|days))?(?: (?:each|exactly|do they have|have they|are they|is it))*"),
    rf"how many (?:{FREE} )?(?:hours|time|FIGURE)(?: {FREE})? (?:does|do|is|are|has|have|will) {EACH}(?: (?:have|has|be))?(?: {FREE})?(?: (?:left|to spare))?",
    rf"(?:who|which (?:people|of us)) has (?:how many|the most|most) {FREE}(?: hours)?"))
HAVE = r"(?:have|has|got|get|still|left|planned|to do)"
EVERY = r"(?:each|each of them|every project|each project|each KIND|every KIND|all of them|PROJECT)"
ON_EACH = re.compile(r"\bhow (?:many hours|much (?:work|time))(?: of work| of tasks)? (?:do|does|have|has|will) (?P<who>i|we|PERSON)"
                     rf"(?: {HAVE})* (?:(?:on|for|in|with) (?P<on>{EVERY})|(?:by|per) (?:project|KIND))"
                     r"(?: (?:of them|in|on|for|until|till|by|before|up to|DATE|project))*$")
BELOW = re.compile(r"below\b")
MY_FREE = re.compile(rf"{OPENS}how (?:many|much) (?:{FREE} )?(?:hours|time|FIGURE)(?: {FREE})? (?:am i|do i|have i|will i)(?: still)?(?: have| be| got)*"
                     rf"(?: {FREE}| left| over)*(?: (?:in|on|for|DATE))*$")
BESIDE = r"(?:against|versus|vs|with|beside|compared (?:to|with)|next to|SAYING)"
AGAINST = re.compile(rf"{OPENS}(?:compare |put |set |hold )?(?P<who>PERSON|my) (?:hours|time|capacity|FIGURE) {BESIDE} "
                     r"(?:(?:his|her|their|my|PERSON|the) )?(?:KINDS|work|workload)(?: (?:in|on|for|over|DATE))*$")
AND_WHERE = re.compile(r"^(?P<first>\W*(?:who|which (?:people|of us))\b.+?),? "
                       r"(?P<then>(?:and )?(?:on|in|with|for|by) (?:which|what) (?:projects?|tasks?|work))\W*$", re.I)
LED = re.compile(r"(?:in|on|until|till|by|before|up to|from|between|for|over|within|during)\b", re.I)


def hours_ahead(heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """The plan for such a question; None for any other."""
    shaped, lister = heard.shaped("person", "DATE", "project", "SAYING", "FIGURE", "KIND"), lister_of(tools.values())
    free = next((f for f in FIGURES if f.left_of is not None and f.left_of.of is Person and not f.looks_back), None)
    if lister is None or free is None or free.left_of is None or heard.types & {"KEY", "MONEY", "PERCENT", "TEXT"}:
        return None
    days = spoken_days(heard)
    form = next((n for n, form in enumerate(HOW_FREE) if form.match(shaped)), None)
    if form is not None and not heard.of("person") and not heard.of("project"):
        free_ones = next(asked for _, asked in Person.kind.sayings if BELOW.match(asked.get(free.left_of.title, "")))
        where = {free.title: "above 0"} if form else dict(free_ones)
        said = {Holds.kind: Person.kind.one, Holds.conditions: where, Holds.field: f"-{free.title}", Holds.days: days}
        return Plan(((lister.name, {s.name: said[s.holds] for s in lister.slots if said.get(s.holds) and s.name != "group"}),), sure=True)
    if m := ON_EACH.search(shaped):
        whose = {"PERSON": f"{heard.said(heard.of('person')[0])}'s " if heard.of("person") else "", "i": "my "}.get(m["who"], "")
        home = f" of {heard.said(heard.of('project')[-1])}" if m["on"] == "PROJECT" else ""
        due = f" due {days if LED.match(days) else f'in {days}'}" if days else ""
        return _said(again(f"total hours of {whose}open {Task.kind.many}{home}{due} by {Project.kind.one}"), HOURS_PLANNED)
    if MY_FREE.match(shaped) and (teller := next((t for t in tools.values() if t.slot(Holds.figure) and t.slot(Holds.days) and not t.proposes), None)):
        mine = {Holds.figure: free.title, Holds.days: days}
        args = {s.name: "me" if s.of is Person else mine[s.holds] for s in teller.slots if s.of is Person or mine.get(s.holds)}
        return Plan(((teller.name, args),), sure=True)
    if m := AGAINST.match(shaped):
        who = heard.said(heard.of("person")[0]) if m["who"] == "PERSON" else ""
        parts = [again(f"{f'{who}' if who else 'my'}{'’s' if who else ''} {free.left_of.title} by week {days}"),
                 again(f"which {f'open tasks of {who}' if who else 'of my open tasks'} are due {days}?")]
        return Plan(tuple(call for part in parts for call in part.calls), " ".join(p.says for p in parts if p.says), sure=True)
    cut = AND_WHERE.match(heard.text)
    first = again(cut["first"]) if cut and "SAYING" in heard.types else Plan()
    return _said(first, NOT_USED.format(words=re.sub(r"^and ", "", cut["then"]))) if cut and first.calls and not first.says else None


def _said(plan: Plan, says: str) -> Plan | None:
    return Plan(plan.calls, " ".join(filter(None, (plan.says, says))), sure=True) if plan.calls else None
