"""“Who trains the service desk?”: whose a piece of work is that is called by a verb and what it is done to, as its title says."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, teller_of
from assistant.planner.heard.wording import MEANT_BY
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from records.kinds import Person, Task
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

WHO = re.compile(r"^\W*(?:(?:so|and|but|ok|please|tell me)\b[\s,]*)*(?:who|which (?:person|colleague|of us))(?: is| are| was| has| will| should| does| do|"
                 r" did| be| been| supposed| to| going| actually| really| all)* (?P<work>[\w-]+(?:s|ing|ed)?\s+(?:\S+\s*){1,6}?)\W*$", re.I)
OTHER = re.compile(r"^(?:\w+ )?(?:owns?|leads?|manages?|sponsors?|approves?|decides?|says?|knows?|needs?|has|have|is|are|on|in|with|can|may|could|time|else|"
                   r"of|for|responsible|accountable|changed?|created?|entered|wrote|moved|set|did|work\w*)\b", re.I)
OPENED = re.compile(r"^who(?: (?:is|are|was|will|be|has|been|currently|supposed|to|going))*(?: (?!working|asking|owning|leading)[a-z]+ing)?(?: on)? KEY$")
OWNER = "owner_id"


def who_does(heard: Heard, asked: Asked, tools: Mapping[str, Tool]) -> Plan | None:
    """The owner of the one open record whose title says what is done; None where none or several do."""
    teller, m = teller_of(tools.values()), WHO.match(heard.text)
    if teller is None or is_order(heard) or heard.types & {"person", "DATE", "FIGURE", "TEXT", "MONEY"}:
        return None
    keys = heard.all("KEY")
    if len(keys) == 1 and OPENED.match(heard.typed) and (label := _label_of(keys[0])):
        return Plan((called(teller, {Holds.record: keys[0], Holds.field: label}),), sure=True)
    if m is None or keys or heard.types & {"project"} or OTHER.match(m["work"]):
        return None
    held = [h for h in asked.holding(m["work"].strip(" ?.!")) if h.is_titled and _label(h.kind)]
    held = [h for h in held if h.is_open] or held
    held = held if len(held) == 1 else [h for h in held if h.kind is Task]             # the work itself, where what comes of it is called so, too
    if len(held) != 1:
        return None
    said = MEANT_BY.format(words=m["work"].strip(" ?.!"), key=held[0].key, title=held[0].title)
    return Plan((called(teller, {Holds.record: held[0].key, Holds.field: _label(held[0].kind)}),), said, sure=True)


def _label_of(key: str) -> str:
    return _label(kind_coded(key)) if re.search(r"-\d+$", key) else ""


def _label(kind: type[Record]) -> str:
    """The label of the field that holds whose it is."""
    return next((f.label for f in fields(kind) if f.name == OWNER and f.refers == Person.__tablename__), "")
