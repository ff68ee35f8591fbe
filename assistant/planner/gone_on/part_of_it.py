"""One part of what was told last: “how much of that is rent?” of an amount, “what about Ben?” of people by a figure."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.heard.wording import NOT_PARTED
from assistant.planner.words.lexicon import choice_words
from records.figures import FIGURES
from records.figures.earned_value import ac, bac, committed
from records.kinds import BudgetLine, CostEntry, Person, Project
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

Tools = Mapping[str, Tool]
OPENS = r"^\W*(?:(?:and|so|but|ok|okay|then|hm+)\b[\s,]*)*"
PART = re.compile(rf"{OPENS}how much(?: money)? (?:of (?:it|that|this|them|those|these|the (?:total|sum|amount|money|cost|costs)) )"
                  r"(?:is|was|are|were|went|goes|go|has gone|have gone|did we (?:spend|pay)|did|comes? from)"
                  r"(?: (?:spent|paid|booked|go|gone|just|only|actually|really))*(?: (?:on|for|to|into|in|by|from))? "
                  r"(?:the |our )?(?P<what>[\w&' -]{3,40}?)\W*$", re.I)
SAME = re.compile(r"^(?:(?:and|so|ok|now|then|please|do)\s+)*(?:the )?same(?: thing| again| question)? (?:for|on|with|of|in|about) (?:project )?PROJECT"
                  r"(?: please| too| as well| then| now)*$")
OTHERS = re.compile(r"^(?:left|over|unspent|spent|late|done|overdue|open|finished|mine|ours|it|that|there|new|known|sure|certain|real|true|still\b.*|not\b.*|"
                    r"in\b.*|this\b.*|last\b.*)$", re.I)
WHAT_ABOUT = re.compile(r"^(?:(?:and|so|but|ok|then)\s+)*(?:what|how) about PERSON(?: then)?$|^and PERSON$")
OF_TYPE = {ac.name: "actual", committed.name: "commitment"}


def part_of_it(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """The plan for such a question; None where nothing of the kind was told last."""
    if context.pending or "KEY" in heard.types:
        return None
    if (same := _of_another_project(heard, context, tools)) is not None:
        return same
    last = next((c for t in reversed(context.past[-1:]) for c in reversed(t.calls)), None)
    call = last if last is not None and PART.match(heard.text) else context.last_call            # a part of what may not be seen may not be seen, too
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None or tool.proposes or "project" in heard.types:
        return None
    return _of_amount(heard, call.said, tool, tools) or _of_people(heard, call.said, tool, tools)


def _of_another_project(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """The same calls as the last turn made, whatever came of them, of another project, where its question named none."""
    last, other = context.past[-1] if context.past else None, heard.first("project")
    if last is None or not last.calls or other is None or len(heard.all("project")) > 1 or not SAME.match(heard.shaped("project")):
        return None
    of = [(tools.get(c.tool), c) for c in last.calls]
    calls = [(tool.name, {**c.said, s.name: other}) for tool, c in of if tool and not tool.proposes for s in tool.slots
             if s.of is Project and isinstance(c.said.get(s.name), str)]
    return Plan(tuple(calls), sure=True) if len(calls) == len(of) else None


def _of_amount(heard: Heard, said: Mapping[str, object], tool: Tool, tools: Tools) -> Plan | None:
    """The sum of the costs among those that name a thing."""
    m, lister = PART.match(heard.text), lister_of(tools.values())
    words = lister.slot(Holds.words) if lister else None
    if m is None or lister is None or words is None or OTHERS.match(m["what"]) or "person" in heard.types:
        return None
    if (found := _costs(said, tool)) is None:
        return _not_parted(said, tool, m["what"])
    of, where = found
    kind, narrowed = (next(s.name for s in lister.slots if s.holds is holds) for holds in (Holds.kind, Holds.conditions))
    group = next((s.name for s in lister.slots if s.holds is Holds.field and s != lister.slot(Holds.field)), "")
    amount = next(f.label for f in fields(of) if f.is_money)
    chosen = next((value for name, word, value in choice_words(str(of.__tablename__)) if name == "type" and m["what"].lower() in {word, value}), "")
    if chosen:
        return Plan(((lister.name, {kind: of.kind.one, narrowed: {**where, "type": chosen}, group: f"total {amount}"}),), sure=True)
    return Plan(((lister.name, {kind: of.kind.one, narrowed: where, group: f"total {amount}", words.name: m["what"]}),), sure=True)


def _costs(said: Mapping[str, object], tool: Tool) -> tuple[type[Record], dict[str, str]] | None:
    """The costs, or lines of the budget, that were told as one amount or listed, with the conditions on them; None where none were."""
    figure, kind, where = tool.slot(Holds.figure), tool.slot(Holds.kind), tool.slot(Holds.conditions)
    if figure is not None:
        home = next((str(said[s.name]) for s in tool.slots if s.of is Project and s.name in said), "")
        told = next((f for f in FIGURES if f.name == said.get(figure.name) and f.unit == "money"), None)
        if told is None or not home:
            return None
        of = OF_TYPE.get(told.name)
        return (CostEntry, {"project": home, "type": of}) if of else (BudgetLine, {"project": home}) if told.name == bac.name else None
    listed = next((k for k in (CostEntry, BudgetLine) if kind is not None and said.get(kind.name) == k.kind.one), None)
    if listed is None or where is None:
        return None
    narrowed = said.get(where.name)
    return listed, {str(n): str(v) for n, v in narrowed.items()} if isinstance(narrowed, Mapping) else {}


def _not_parted(said: Mapping[str, object], tool: Tool, what: str) -> Plan | None:
    """That an amount which is kept for the whole project has no such part, with the costs that have."""
    figure = tool.slot(Holds.figure)
    told = next((f for f in FIGURES if figure and f.name == said.get(figure.name) and f.unit == "money"), None)
    home = next((str(said[s.name]) for s in tool.slots if s.of is Project and s.name in said), "")
    return Plan(says=NOT_PARTED.format(title=told.title, words=what), choices=(f"show the costs of {home}", f"show the budget lines of {home}")) \
        if told and home else None


def _of_people(heard: Heard, said: Mapping[str, object], tool: Tool, tools: Tools) -> Plan | None:
    """The figure by which people were listed, of one of them, whether it meets what the list was narrowed to or not."""
    figured = next((t for t in tools.values() if t.slot(Holds.figure) and any(s.of is Person for s in t.slots)), None)
    kind, where, order = tool.slot(Holds.kind), tool.slot(Holds.conditions), tool.slot(Holds.field)
    people = heard.of("person")
    if figured is None or kind is None or where is None or len(people) != 1 or not WHAT_ABOUT.match(heard.shaped("person")):
        return None
    if said.get(kind.name) != Person.kind.one:
        return None
    asked = f"{said.get(where.name) or ''} {said.get(order.name) if order else ''}"
    of = next((f for f in FIGURES if f.of is Person and re.search(rf"\b{re.escape(f.title)}\b", asked)), None)
    slot, days = figured.slot(Holds.figure), next((s.name for s in figured.slots if s.holds is Holds.days), "")
    if of is None or slot is None:
        return None
    over = next((said[s.name] for s in tool.slots if s.holds is Holds.days and s.name in said), None)
    whose = next(s.name for s in figured.slots if s.of is Person)
    return Plan(((figured.name, {slot.name: of.name, whose: heard.said(people[0]), **({days: over} if days and over else {})}),), sure=True)

