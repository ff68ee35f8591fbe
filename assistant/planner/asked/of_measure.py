"""What is measured, asked by what it is and not by the title of its objective: “how much does the service cost per order now?”, and where it should be."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import MEASURED, Asked, Plan
from assistant.planner.heard.tool_for import called, teller_of
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from language.titles import stems
from records.kinds.base import fields
from tools.base import Holds, Tool

LEAST = 2                                        # words of what is measured
ASKS = re.compile(r"^(?:(?:and|so|ok|but|hm|please|tell me|show me)\s+)*(?:how (?:much|many|high|low|big|large|far|good|bad|is|are|did|does|do|has|was)|"
                  r"what|where|which|is|are|do|does|current|target)\b")
RULED = re.compile(r"\b(?:handbook|guide|policy|rules?|documents?|says?|means?|mean|definition|defined|if)\b")
SHOULD = r"should|supposed|want|wanted|target|targets|goal|aim|aims|must|planned|plan|need to be|have to be|going to be|reach"
WHICH = ((("target",), re.compile(rf"\b(?:{SHOULD})\b")),
         (("baseline",), re.compile(r"\b(?:baseline|start(?:ed)?|began|begin|beginning|at first|originally|used to be)\b")),
         (("horizon",), re.compile(r"^(?:and |so )*(?:by when|until when|when)\b")))
FOLLOWS = re.compile(rf"^(?:and |so |but )*(?:(?:what|where|how (?:much|many|high|low)) (?:{SHOULD}|is|was|did|does|do|are)\b"
                     r".*\b(?:it|that|this|we|the target|the goal|the baseline)\b.*|"
                     r"(?:what is |what about )?(?:the |its )?(?:target|baseline|goal)(?: value| figure)?|(?:by|until) when(?: should it be there)?)$")


def of_measure(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The record that measures it, with the value of now, of its start or of its aim; None where nothing is measured that is all said."""
    teller = teller_of(tools.values())
    if teller is None or heard.types & {"project", "KEY", "person", "document"} or is_order(heard) or RULED.search(heard.plain):
        return None
    key = _measured(heard, asked) or _before(heard, asked, context)
    if key is None:
        return None
    known = {f.name: f.label for f in fields(kind_coded(key))}
    label = next((known[names[0]] for names, said in WHICH if said.search(heard.plain) and names[0] in known), known.get("current", ""))
    return Plan((called(teller, {Holds.record: key, Holds.field: label}),), sure=True) if label else None


def _measured(heard: Heard, asked: Asked) -> str | None:
    said = set(stems(heard.text))
    found = [(len(own), key) for name, key in asked.names.get(MEASURED, {}).items() if len(own := stems(name)) >= LEAST and set(own) <= said]
    best = [key for n, key in found if n == max(n for n, _ in found)]
    return best[0] if len(best) == 1 and ASKS.match(heard.plain) else None


def _before(heard: Heard, asked: Asked, context: Context) -> str | None:
    """What was told last, where that is measured and this asks for its aim or its start."""
    last = context.past[-1] if context.past else None
    shown = [str(c.said["record"]) for c in last.calls if "record" in c.said] if last else []
    return shown[0] if len(shown) == 1 and shown[0] in asked.names.get(MEASURED, {}).values() and FOLLOWS.match(heard.plain) else None
