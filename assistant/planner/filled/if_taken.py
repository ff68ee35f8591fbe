"""A request that is there, supposed to be taken: what it costs and delays stands on its record, and nothing is worked out as if nobody knew."""
from collections.abc import Mapping
import re

from assistant.planner.filled.supposed import UNDONE
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, teller_of
from assistant.planner.words.lexicon import kind_coded
from records.kinds.base import fields
from tools.base import Holds, Tool

TAKEN = re.compile(r"\b(?:if|suppos\w+|when) (?:(?!not\b)[\w'’-]+ ){1,3}?(?:take|takes|took|accept(?:s|ed)?|approve[sd]?|agree[sd]?(?: to)?|"
                   r"says? yes to|said yes to|go(?:es)?(?: ahead)? with|went(?: ahead)? with|grant(?:s|ed)?|allow(?:s|ed)?|do|did|sign(?:s|ed)?)\b", re.I)
ASKED = re.compile(r"\b(?:what|how (?:much|many|long|far)|does|will|would|do)\b", re.I)
EFFECTS = frozenset(("cost_effect", "days_effect"))


def if_taken(heard: Heard, titled: Mapping[str, str], tools: Mapping[str, Tool]) -> Plan | None:
    """The record of the request that is named or called by its title; None where nothing is supposed of one, or it is supposed not to come."""
    teller, m = teller_of(tools.values()), TAKEN.search(heard.text)
    if teller is None or m is None or not ASKED.search(heard.text) or UNDONE.search(heard.typed):
        return None
    said = heard.text.lower()
    keys = dict.fromkeys((*heard.all("KEY"), *(key for words, key in titled.items() if words.lower() in said)))
    its = [key for key in keys if " " not in key and "," not in key and {f.name for f in fields(kind_coded(key))} >= EFFECTS]
    return Plan((called(teller, {Holds.record: its[0]}),), sure=True) if len(its) == 1 else None
