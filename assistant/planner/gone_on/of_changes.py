"""What is asked of changes that were shown last: “who made most of them, and were reasons given?”, “what was it before?”, “did the NPV change on that day?”."""
from collections.abc import Mapping
import re
from typing import Any

from assistant.planner.filled.filling import fill
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.heard.wording import NO_REASONS
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.openings import opening
from records.figures import FIGURES
from records.kinds import Project
from tools.base import Holds, Tool

OPENS = opening("tell me", "also")
IT = r"(?:it|that|this|they|them|those|these|the changes?|each|all)"
IS = r"(?:was|were|is|are|has|have|had|did)"
REASON = re.compile(rf"{OPENS}(?:{IS} )?(?:there )?(?:(?:the|any|a|what|which|{IS}) )*(?:reasons?|grounds?|explanations?|justifications?)\b"
                    rf"(?: {IS}| been| there| given| stated| recorded| noted| kept| written down| said| told| for| of| behind| {IT}| by whom)*$")
MADE = r"(?:made|did|changed|moved|caused|wrote|is behind|was behind)"
PIECES = tuple(re.compile(rf"{OPENS}(?:{said})$") for said in (
    rf"(?:who|by whom) (?:{MADE}|{IS})?(?:(?: the)? most| all| mostly)?(?: of)?(?: {IT})?(?: made| changed| moved| done)?",
    (rf"(?:what|how) {IS} (?:{IT}|the (?:old|former|previous|earlier) (?:value|date|day|figure|amount)s?)(?: (?:say|be|stand))?"
     r"(?: (?:before|originally|first|earlier|until then))?(?: that| this| it)?"),
    r"(?:from )?what to what",
    r"(?:and )?(?:when|on which day|since when)(?: was| were| did)?(?: it| that| they| this)?(?: happen| changed| made| done)?",
    r"how (?:often|many times)(?: was| were)?(?: it| they)?(?: changed| moved)?",
    r"(?:what (?:was|is) )?the (?:old|new)(?: and (?:the )?(?:old|new))? values?"))
SLIPS = re.compile(rf"{OPENS}(?:by how (?:many|much)(?: (?:days|time|weeks))?|how (?:far|late|much later|many days)|how many days(?: later| late)?|"
                   r"whose (?:is|are|was|were) (?:it|they|that|those|these)|who owns (?:it|them|that|those))(?: (?:each|in all|did they slip|later|late))*$")
ANOTHER = re.compile(rf"{OPENS}(?:(?:only|just|and|what about|how about|also|the same|for|by|of|in|on|with|from|during|which|those|ones|the|please|now|then) )*"
                     r"(?:PROJECT|PERSON|DATE|KINDS)(?: (?:only|please|too|then|now|alone|instead|as well))*$")
BY_ONE = re.compile(rf"{OPENS}(?:which|what)(?: ones?| changes)?(?: of (?:these|those|them|it|that))? (?:did PERSON (?:make|do|change|write)|"
                    r"(?:is|are|was|were) (?:made |done |changed |written )?(?:by |from )?PERSON|(?:came|come) from PERSON|has PERSON (?:made|done|changed))$")
FEW = 3                                         # turns in which the changes of one person are still asked of those that were shown
OF_OTHERS = re.compile(rf"{opening('also')}(?:and|what about|how about|also|which|the same for)\b|\W*and\b")
JOIN = re.compile(r",? and (?!the new\b|new\b)|, ")
TURNED = re.compile(rf"{OPENS}(?:did|has|have|does|was|were|is)\b.*\bFIGURE\b.*"
                    r"\b(?:changed?|moved?|altered|touched|affected|fall|fell|drop(?:ped)?|rise|rose)\b")


def of_changes(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The same changes once more, with what is told of reasons; the changes of a figure that is asked of them; None where none were shown last."""
    is_of_one = BY_ONE.match(heard.shaped("project", "person", "DATE", "KIND"))
    told = [c for t in context.past[-FEW:] for c in t.calls if c.tool in tools and tools[c.tool].slot(Holds.changed)] if is_of_one else []
    last = told[-1] if told else context.last_call
    tool = tools.get(last.tool) if last else None
    slot = tool.slot(Holds.changed) if tool else None
    if tool is None or slot is None or last is None or heard.types & {"KEY", "TEXT", "MONEY"}:
        return None
    if narrowed := _narrowed(heard, tool, dict(last.said), context):
        return Plan(((tool.name, narrowed),), sure=True)
    if not heard.types & {"person", "DATE"} and len(heard.all("FIGURE")) == 1 and TURNED.match(heard.shaped("FIGURE")):
        return _of_figure(heard, tool, dict(last.said), context)
    return _once_more(heard, tool, dict(last.said)) if not heard.types & {"person", "DATE", "project", "KIND"} else None


def _of_figure(heard: Heard, tool: Tool, said: dict[str, Any], context: Context) -> Plan | None:
    """What was changed of a figure of the project whose changes were shown."""
    home = heard.first("project") or next((said[s.name] for s in tool.slots if s.of is Project and s.name in said), context.project)
    title = next((f.title for f in FIGURES if f.name == heard.first("FIGURE")), "")
    of = {s.name: home for s in tool.slots if s.of is Project and home}
    return Plan(((tool.name, {**of, **called(tool, {Holds.changed: title})[1]}),), sure=True) if title else None


def _once_more(heard: Heard, tool: Tool, said: dict[str, Any]) -> Plan | None:
    """The same changes, where all that is asked is told by them; that no reasons are kept, where those are asked."""
    slot = next(s for s in tool.slots if s.holds is Holds.changed)
    pieces = [piece.strip(" ?.!") for piece in JOIN.split(heard.plain)]
    asks_why, asks_slip = [p for p in pieces if REASON.match(p)], [p for p in pieces if SLIPS.match(p)]
    if not all(piece in (*asks_why, *asks_slip) or any(form.match(piece) for form in PIECES) for piece in pieces):
        return None
    slips = {slot.name: "slips"} if asks_slip and not said.get(slot.name) else {}
    return Plan(((tool.name, {**said, **slips}),), NO_REASONS if asks_why else "", sure=True)


def _narrowed(heard: Heard, tool: Tool, said: dict[str, Any], context: Context) -> dict[str, Any]:
    """The same changes of another project, person, time or kind, where no more than that is said: “only Apollo please”, “and last month?”, “and tasks?”."""
    shaped = heard.shaped("project", "person", "DATE", "KIND")
    if not (ANOTHER.match(shaped) or BY_ONE.match(shaped)) or "FIGURE" in heard.types:
        return {}
    slot = next(s for s in tool.slots if s.holds is Holds.changed)
    more = fill(tool, heard, Context((), context.projects)).args
    kinds = [kind_named(one) for one in heard.all("KIND")]
    if len(kinds) > 1 or (kinds and (kinds[0] is Project or not OF_OTHERS.match(heard.plain))):          # “only the milestones” are those that were shown
        return {}
    if kinds:
        dates = f" dates{', more than once' if 'more than once' in str(said.get(slot.name)) else ''}"
        more = {**more, slot.name: f"{kinds[0].kind.one}{dates}" if " dates" in str(said.get(slot.name)) else kinds[0].kind.many}
    return {**said, **more} if more else {}
