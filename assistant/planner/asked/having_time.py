"""Who has time, and how much somebody has: asked plainly, of days to come or of some hours, it is a figure or a list of people and no order."""
from collections.abc import Mapping
import re

from assistant.planner.filled.filling import MOVED, spoken_days
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.left_of_share import left_of_share
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NOT_KNOWN
from assistant.planner.meant.leftover import passed_over
from records.figures import FIGURES
from tools.base import Holds, Tool

ASKS = re.compile(r"^(?:so |and |but |please |tell me |show me |show )*(?:who|whom|which|is|are|can|could|does|do|has|have|how|when|any ?one|any ?body|"
                  r"some ?one|some ?body|free|spare)\b(?! (?:you|i)\b)")
WHO = re.compile(r"\b(?:who|whom|any ?one|any ?body|some ?one|some ?body|"
                 r"which (?:of us|people|colleagues?|person)|people|team|we|us)\b")


MINE = re.compile(r"^(?:so |and |but |please |tell me )*(?:am i|do i|will i|have i|can i|would i)\b(?: still| really)*(?: be| have| got)?(?: any| some| enough|"
                  r" a bit of| free| much)* (?:free|available|time|capacity|room|slack|hours)\b")
MYSELF = "me"


def free_time(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The figure of whoever is named, or the list of people, where it asks plainly how much time somebody has; None for anything else. What was not read
    is said."""
    if is_mine := MINE.match(heard.plain) is not None and not heard.of("person"):
        heard = Heard(heard.text, tuple(("person" if t == "ME" else t, s) for t, s in heard.spans), heard.moment)
    if not (is_mine or ASKS.match(heard.plain)) or heard.types & {"KEY", "project", "MONEY", "TEXT"} or (found := left_of_share(heard)) is None:
        return None
    is_of_one = "person" in heard.types
    tool = next((t for t in tools.values() if not t.proposes and t.slot(Holds.days) and (t.slot(Holds.figure) is not None) == is_of_one), None)
    if tool is None or (not is_of_one and not WHO.search(heard.plain)):
        return None
    people = next(f.of for f in FIGURES if f.title == found[0])
    said = {Holds.figure: found[0], Holds.kind: people.kind.one, Holds.conditions: {found[0]: found[1]}, Holds.days: spoken_days(heard)}
    names = [MYSELF] if is_mine else [heard.said(s) for s in heard.of("person")]
    if not is_of_one:
        args = {s.name: said[s.holds] for s in tool.slots if said.get(s.holds)}
        over = [words for words in passed_over(tool, args, heard) if not MOVED.match(words)]
        return Plan(((tool.name, args),), NOT_KNOWN.format(words="”, “".join(over)) if over else "")
    return Plan(tuple((tool.name, {s.name: name if s.of is people else said[s.holds] for s in tool.slots
                              if s.of is people or (s.holds in (Holds.figure, Holds.days) and said[s.holds])}) for name in names))


