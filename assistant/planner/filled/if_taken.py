"""A request that is there, called by its title and supposed to be taken: “if we take the single sign-on, what does it cost us?”."""
from collections.abc import Mapping
import re

from assistant.planner.filled.supposed import UNDONE, slot_of
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called
from assistant.planner.words.lexicon import kind_coded
from records.kinds.base import fields
from tools.base import Holds, Tool

TAKEN = re.compile(r"\b(?:if|suppos\w+|when) (?:(?!not\b)[\w'’-]+ ){1,3}?(?:take|takes|took|accept(?:s|ed)?|approve[sd]?|agree[sd]?(?: to)?|"
                   r"says? yes to|said yes to|go(?:es)?(?: ahead)? with|went(?: ahead)? with|grant(?:s|ed)?|allow(?:s|ed)?|do|did|sign(?:s|ed)?)\b", re.I)
ASKED = re.compile(r"\b(?:what|how (?:much|many|long|far)|does|will|would|do)\b", re.I)
APPROVED = "what if {key} is approved?"
EFFECTS = frozenset(("cost_effect", "days_effect"))


def if_taken(heard: Heard, titled: Mapping[str, str], tools: Mapping[str, Tool]) -> Plan | None:
    """What would be if the request that is named was approved; None where nothing is supposed of one, or it is supposed not to come."""
    supposing, m = next((t for t in tools.values() if slot_of(t)), None), TAKEN.search(heard.text)
    if supposing is None or m is None or not ASKED.search(heard.text) or UNDONE.search(heard.typed):
        return None
    said = heard.text.lower()
    keys = dict.fromkeys((*heard.all("KEY"), *(key for words, key in titled.items() if words.lower() in said)))
    its = [key for key in keys if " " not in key and "," not in key and {f.name for f in fields(kind_coded(key))} >= EFFECTS]
    return Plan((called(supposing, {Holds.question: APPROVED.format(key=its[0]), Holds.record: its[0]}),), sure=True) if len(its) == 1 else None
