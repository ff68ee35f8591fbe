"""How full the days of people are: of one, of several beside each other, or of everybody, of now or of days to come."""
from collections.abc import Mapping
import re

from assistant.planner.filled.filling import spoken_days
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call
from assistant.planner.heard.tool_for import lister_of
from assistant.planner.learned.weighing import is_order
from records.figures import FIGURES
from records.figures.base import Figure
from records.kinds import Person
from records.kinds.base import split
from tools.base import Holds, Tool

FULL = re.compile(r"\b(?:over)?(?:loaded|booked|burdened|committed|worked|stretched)\b|\b(?:workload|work load)\b|\bat (?:the )?(?:capacity|"
                  r"limit)\b|\bhow full\b")
OPENS = re.compile(r"^(?:so |and |but |please |hi |hello |hey )*(?:how|am|is|are|will|what|compare|show|list|tell|give|load|loads|workload|the|my|"
                   r"our|put|PERSON|"
                   r"who|do|does|can)\b")
WHO = re.compile(r"\b(?:who|whom|which|any ?(?:one|body)|some ?(?:one|body)|nobody|no one|why|reduce|too|most|least|busiest|more than|below|above|under)\b")
EVERYBODY = re.compile(r"\b(?:every ?(?:body|one)|each (?:of us|person|member|one)|all of us|(?:the |our )?(?:whole |entire )?team|(?:all "
                       r")?(?:the |our |my )?people|"
                       r"(?:all )?(?:the |our )?colleagues|(?:all )?(?:the |our )?staff|we all)\b")
MINE = re.compile(r"\b(?:am i|will i be|i am|my|do i|me)\b")
TOO_MUCH = re.compile(r"^(?:(?:and|so|but|ok)\s+)*(?:is|would|will|are) (?:it|that|this|they|those)(?: be)?(?: not)? too much(?: work)? for (?:PERSON|me)"
                      r"(?: then| now| DATE)*$")
GONE = re.compile(r"\b(?:was|were|did|had|has|have|last|trend|changed?|development)\b")
WEEKLY = re.compile(r"\b(?:by|per|each|every|which|what|week by) weeks?\b|\bweekly\b")


def loads(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """The figure of one, or the list of those who are named or of all in its order; () where no load is asked for plainly."""
    share = next((f.left_of for f in FIGURES if f.left_of is not None and f.left_of.of is Person and f.left_of.is_over_days), None)
    if share is None or not _is_asked(heard, share):
        return ()
    days, people = spoken_days(heard), heard.of("person")
    if bool(days) != ("DATE" in heard.types):
        return ()
    if len(people) > 1 or (not people and EVERYBODY.search(heard.plain)):
        lister = lister_of(tools.values())
        keys = {"key": ", ".join(str(s.value) for s in people)} if people else {}
        said = {Holds.kind: Person.kind.one, Holds.conditions: keys, Holds.field: f"-{share.title}", Holds.days: days}
        return ((lister.name, {s.name: said[s.holds] for s in lister.slots if said.get(s.holds) and s.name != "group"}),) if lister else ()
    who = heard.said(people[0]) if people else "me" if MINE.search(heard.plain) else ""
    teller = next((t for t in tools.values() if t.slot(Holds.figure) and t.slot(Holds.days) and not t.proposes), None)
    args = {s.name: who if s.of is Person else {Holds.figure: share.title, Holds.days: days}[s.holds] for s in teller.slots
            if s.of is Person or s.holds is Holds.figure or (s.holds is Holds.days and days)} if teller else {}
    return ((teller.name, args),) if teller and who else ()


def _is_asked(heard: Heard, share: Figure) -> bool:
    """Whether a load is asked for, and neither who has one, nor another figure, nor how it was."""
    busy = {w.lower() for spoken, asked in Person.kind.sayings if str(asked.get(share.title, "")).startswith("above") for w in split(spoken)}
    named = set(heard.all("FIGURE"))
    is_said = share.name in named or bool(set(map(str.lower, heard.all("SAYING"))) & busy) or FULL.search(heard.plain) is not None
    is_other = bool(named - {share.name}) or heard.types & {"KEY", "project", "MONEY", "HOURS", "PERCENT", "TEXT"} or set(heard.all("KIND")) - {Person.kind.one}
    shaped = heard.shaped("person")
    if TOO_MUCH.match(heard.shaped("person", "DATE")):
        return True
    return bool(is_said and not is_other and OPENS.match(shaped) and not WHO.search(heard.plain) and not GONE.search(heard.shaped("DATE"))
                and not WEEKLY.search(heard.plain) and not is_order(heard))
