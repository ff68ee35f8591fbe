"""An option that is taken: “go with Nimbora, reason: …”, “Nimbora it is”. It decides the open decision that has it among its options, or that was shown."""
from functools import cache
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.words.openings import opening
from records.kinds import KINDS
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

OPENS = opening("yes", "fine")
WHO = r"(?:(?:we|i)(?:['’]ll| will| would|['’]d| have|['’]ve| shall)?|let us|let['’]?s|my decision is(?: to)?|(?:it is )?decided(?: to)?)[\s:,]+"
REST = r"(?:[\w&'’+-]|\.(?=\w))*"            # a full stop inside a name ends no sentence, as in “Web3.0”
NAME = r"(?!(?:me|us|it|them|this|that|him|her|up|out|on|off|over|back|what|whatever|how|you)\b)\w" + REST
OPTION = rf"(?:the |our )?(?P<x>{NAME}(?: (?!(?:because|since|as|for|reason|on|at|to)\b)\w{REST}){{0,4}})"
SURELY = r"(?:go|going|went|gone|opt|opted|settle|settled) (?:with|for|on)"
FOR = r"(?: (?:for|on) (?:the )?(?P<what>(?!reasons?\b)[\w'’ -]{3,50}?))?(?P<day> (?:yesterday|today|this morning|last \w+day|on \w+day))?"
REASONS = (r"(?:because(?: of)?|since|as|(?:that is|it is|this is|that['’]s|it['’]s) because|(?:(?:the|our|my|main) )*(?:reason(?:s)?|grounds?)"
           r"(?: for (?:it|that|this))?(?: is| are| being)?|why)(?: that)?")
WHY = rf"(?:(?:[\s,;–—:-]+(?:{REASONS}\b)?|\s*[.!]\s+{REASONS}\b)[\s:,]*(?P<why>\S.*?))?[\s.!]*$"
BEHIND = rf"(?=\s*(?:[,;:–—-]|because|since|as\b|reason|[.!]\s+{REASONS}\b|[.!]*\s*$))"
TAKEN = (re.compile(OPENS + rf"(?:{WHO})?{SURELY} {OPTION}{FOR}{BEHIND}{WHY}", re.I),
         re.compile(OPENS + rf"{WHO}(?:take|choose|chose|chosen|pick|picked) (?P<x>(?-i:[A-Z]){REST}(?: \w{REST}){{0,2}}?){FOR}{BEHIND}{WHY}", re.I),
         re.compile(OPENS + rf"{OPTION} it is(?: then)?{FOR}{BEHIND}{WHY}", re.I),
         re.compile(OPENS + rf"(?P<what>[\w'’ -]{{3,60}}?) (?:with|by|at|from|on) {OPTION}\s*[,;–—-]\s*(?:(?:that|it|this)(?: is|['’]s) )?"
                    rf"(?:decided|settled|agreed|my decision){WHY}", re.I))


def option_taken(heard: Heard, context: Context, changer: Tool, asked: Asked) -> Plan | None:
    """The decision that it takes; None where no option is taken in so many words."""
    text = heard.text
    m = next((m for said in TAKEN if (m := said.match(text))), None) if not text.rstrip().endswith("?") and "\n" not in text else None
    if m is None or any(t in ("KEY", "DATE", "MONEY", "HOURS", "PERCENT", "person") and s.start < m.end("x") and m.start("x") < s.end for t, s in heard.spans):
        return None
    kind, option, what = _of_options(), m["x"].strip(), (m["what"] or "").strip()
    shown = context.it or ""
    if RECORD.match(shown) and f"-{kind.kind.code}-" in shown and not what:
        where = {"key": shown}
    else:
        where = {"key": _that_offers(kind, option, what, asked) or what} if what else {"options": option, **_open(kind)}
    day = {_decided_on(kind): m["day"].strip().removeprefix("on ")} if m.groupdict().get("day") else {}
    values = {"decision": option, "status": "decided", **({"rationale": m["why"]} if m["why"] else {}), **day}
    said = {Holds.kind: kind.kind.one, Holds.conditions: where, Holds.values: values}
    call = called(changer, said)
    return Plan((call,))


def _that_offers(kind: type[Record], option: str, what: str, asked: Asked) -> str:
    """The one open decision that is called what it is said to be for, or else among whose options it is; "" where none or several are."""
    titled = [h.key for h in asked.holding(what) if h.kind is kind and h.is_titled and h.is_open]
    held = titled or [h.key for h in asked.holding(option) if h.kind is kind and h.is_open]
    return held[0] if len(held) == 1 else ""


def _decided_on(kind: type[Record]) -> str:
    return next(f.label for f in fields(kind) if "decided" in split(f.says.day_of))


@cache
def _of_options() -> type[Record]:
    """The kind that has options, one of which is decided for."""
    return next(kind for kind in KINDS if {"options", "decision", "rationale"} <= {f.name for f in fields(kind)})


def _open(kind: type[Record]) -> dict[str, str]:
    return next((dict(asked) for spoken, asked in kind.kind.sayings if "open" in spoken), {})
