"""What is asked of changes that were shown last: “who made most of them, and were reasons given?”, “what was it before?”, “did the NPV change on that day?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NO_REASONS
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
JOIN = re.compile(r",? and (?!the new\b|new\b)|, ")
TURNED = re.compile(rf"{OPENS}(?:did|has|have|does|was|were|is)\b.*\bFIGURE\b.*"
                    r"\b(?:changed?|moved?|altered|touched|affected|fall|fell|drop(?:ped)?|rise|rose)\b")


def of_changes(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The same changes once more, with what is told of reasons; the changes of a figure that is asked of them; None where none were shown last."""
    last = context.last_call
    tool = tools.get(last.tool) if last else None
    slot = tool.slot(Holds.changed) if tool else None
    if tool is None or slot is None or last is None or heard.types & {"KEY", "TEXT", "person", "MONEY", "DATE"}:
        return None
    if len(heard.all("FIGURE")) == 1 and TURNED.match(heard.shaped("FIGURE")):
        home = heard.first("project") or next((last.said[s.name] for s in tool.slots if s.of is Project and s.name in last.said), context.project)
        title = next((f.title for f in FIGURES if f.name == heard.first("FIGURE")), "")
        of = {s.name: home for s in tool.slots if s.of is Project and home}
        return Plan(((tool.name, {**of, slot.name: title}),), sure=True) if title else None
    if heard.types & {"project", "KIND"}:
        return None
    pieces = [piece.strip(" ?.!") for piece in JOIN.split(heard.plain)]
    asks_why = [piece for piece in pieces if REASON.match(piece)]
    if not all(piece in asks_why or any(form.match(piece) for form in PIECES) for piece in pieces):
        return None
    return Plan(((tool.name, dict(last.said)),), NO_REASONS if asks_why else "", sure=True)
