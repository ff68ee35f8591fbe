"""What an answer was to be put by, or to leave out, and is not: it is told, so that no list passes for the one that was asked for."""
from collections.abc import Mapping, Sequence
from dataclasses import replace
import re

from assistant.planner.heard.names_out import names_out
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.meant.while_gone import while_gone
from records.kinds import Project
from tools.base import Holds, Tool

NO_ORDER = (r"(?!(?:the )?(?:end|close|noon|morning|beginning|way|today|tomorrow|now|me|us|him|her|them|hand|mistake|next|this|\d+|"
            r"(?:mon|tues|wednes|thurs|fri)day)\b)")
BY = re.compile(rf"\b(?:order|sort|rank|arrange|ordered|sorted|ranked|arranged|ranking|sorting)\b[^,;.?]*? (?P<by>by {NO_ORDER}[^,;.?]{{3,60}}?)"
                r"\s*(?=[,;.?]|$| and )", re.I)
NOT_SHOWN = re.compile(r"\b(?P<said>(?:leave|leaving|keep|keeping|take|taking) (?:out )?(?P<a>(?:all |any |the |its |our |everything about )*[a-z]"
                       r"[a-z -]{2,30}?) (?:out|aside|away)(?: of (?:it|that|this))?|(?:without|skip|skipping|omit|omitting|excluding|minus|but not|"
                       r"except(?: for)?|no need for|leave out|leaving out|spare me) (?P<b>(?:all |any |the |its |our |everything about )*[a-z][a-z -]{2,30}?))"
                       r"(?= please\b|\s*[.,;!?]|\s*$| and | but | so )", re.I)
KEEPS_OUT = (Holds.conditions, Holds.without, Holds.among)
UNTIL = re.compile(r"\b(?P<said>until (?:(?-i:[A-Z])[\w'-]+|he|she|they|we|somebody|someone) (?!monday|tuesday|wednesday|thursday|friday|\d)[a-z]+s?\b"
                   r"(?<! at)(?<! on)(?<! in)[^,;.?]*)[.! ]*$", re.I)
ORDERS = (Holds.field, Holds.figure, Holds.choice)


def unmet(plan: Plan, text: str, asked: Asked, tools: Mapping[str, Tool]) -> Plan:
    """The plan, which says so where its one list or ranking is in no order that was asked for, or holds a project that was to be left out."""
    plan = while_gone(plan, text, asked, tools)
    if any(tools[name].proposes for name, _ in plan.calls) and (until := UNTIL.search(text)) is not None and until["said"] not in plan.says:
        return replace(plan, says=f"{plan.says} {NOT_USED.format(words=until['said'])}".strip())
    if len(plan.calls) != 1 or tools[plan.calls[0][0]].proposes:
        return plan
    (name, args), = plan.calls
    left = [*_order(tools[name], args, text), *_kept(tools[name], args, text, asked), *_shown_anyway(tools[name], text)]
    said = [words for words in left if words.lower() not in plan.says.lower()]
    return replace(plan, says=f"{plan.says} {NOT_USED.format(words='”, “'.join(said))}".strip()) if said else plan


def _order(tool: Tool, args: Mapping[str, object], text: str) -> Sequence[str]:
    slots, m = [s.name for s in tool.slots if s.holds in ORDERS], BY.search(text)
    return [m["by"].strip()] if m and slots and not any(args.get(slot) for slot in slots) else []


def _kept(tool: Tool, args: Mapping[str, object], text: str, asked: Asked) -> Sequence[str]:
    heard = asked.heard(text)
    takes = any(tool.slot(h) for h in KEEPS_OUT)
    return [f"without {heard.said(s)}" for s in names_out(heard, "project") if takes and str(s.value) not in str(args)]


def _shown_anyway(tool: Tool, text: str) -> Sequence[str]:
    """Parts of a report of one project that were not to be in it, for it is told whole or of one concern."""
    is_report = {s.of for s in tool.slots if s.of} == {Project} and tool.slot(Holds.choice) is not None and not any(tool.slot(h) for h in KEEPS_OUT)
    m = NOT_SHOWN.search(text) if is_report else None
    return [m["said"]] if m else []
