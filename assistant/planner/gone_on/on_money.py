"""What is asked on of the money of a project after one figure of it: what is left, whether it will be enough, what was spent. The same project is meant."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.figures.base import Figure
from records.figures.budget import budget_left, overrun
from records.figures.earned_value import ac, bac, committed, eac
from records.kinds import Project
from tools.base import Holds, Tool

FEW = 3                                         # turns back to a figure of which a part was asked since
AND = opening()
MONEY = r"(?: (?:of (?:it|that|this|the (?:money|budget))|in (?:the )?(?:budget|pot)|there|over|then|now|still|to spend|for us|yet|so far))*$"
ASKED: tuple[tuple[Figure, re.Pattern[str]], ...] = tuple((of, re.compile(AND + said + MONEY)) for of, said in (
    (budget_left, (r"(?:(?:what|how much)(?: money| budget)?"
                   r"(?: of (?:it|that|this|the budget|the money))? (?:is|do we have|have we|have we got|does it have)"
                   r"(?: still| then)* (?:left|unspent|remaining)|"
                   r"what remains|what is the rest)")),
    (overrun, (r"(?:(?:are|will|do|would) (?:we|they|it)(?: be)? (?:going to |gonna |likely to )?(?:run|go|be|come out|end up|land) over"
               r"(?: budget| it| the budget)?|(?:will|would|is|does) (?:it|that|the money|the budget|this)(?: be)? (?:enough|suffice|last|do)|"
               r"is (?:it|that) (?:over|above|too much))")),
    (ac, r"(?:(?:what|how much) (?:have we|did we|has been|was|is)(?: already)? (?:spent|paid|gone|used))"),
    (committed, r"(?:(?:what|how much) (?:have we|is|was|has been)(?: already)? (?:ordered|committed|on order))"),
    (eac, r"(?:what will it (?:cost|come to)(?: in the end)?|(?:where|how much) will (?:it|we) (?:end|end up|land)(?: up)?)"),
    (bac, r"(?:(?:what|how much) (?:is|was) the budget|how much (?:did|do) (?:we|they) have)")))


def on_money(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The figure that is asked on; None where the last answer was none of the money of a project, or something else is named."""
    call = next((c for t in reversed(context.past[-FEW:]) for c in reversed(t.calls) if isinstance(c.said.get("figure"), str)), context.last_call)
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None or (slot := tool.slot(Holds.figure)) is None or heard.types & {"project", "person", "KEY", "DATE", "KIND"}:
        return None
    whose = next((s.name for s in tool.slots if s.of is Project and isinstance(call.said.get(s.name), str)), None)
    last = next((f for f in FIGURES if f.name == call.said.get(slot.name)), None)
    wanted = next((of for of, said in ASKED if said.match(heard.plain)), None)
    if whose is None or last is None or last.unit != "money" or wanted is None:
        return None
    return Plan(((tool.name, {slot.name: wanted.name, whose: call.said[whose]}),), sure=True)
