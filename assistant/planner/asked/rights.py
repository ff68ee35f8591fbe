"""Who has which role in the system and since when: “who has admin rights?”, “who are the auditors?”, “since when is Paula admin?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import ROLE_SINCE
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.openings import opening
from records.kinds import Person
from records.kinds.base import fields
from tools.base import Holds, Tool

ROLE = "role"
WORDS = r"(?:rights?|role|access|permissions?|privileges?|powers?|account)"
WHO = re.compile(rf"{opening('tell me', 'show me', 'list')}(?:(?:who|which people|how many people|which of us)(?: all| else)? "
                 rf"(?:has|have|holds?|got|is|are|is an?|are the)|"
                 rf"(?:all |the )?people with|everybody with)\b(?: the| an?| any| full)* (?P<role>[\w ]+?) {WORDS}\b")
SINCE = re.compile(r"\b(?:since when|how long|from when|since which day|when did)\b")


def of_rights(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The people of a role, and with since when what was changed of roles; None where no role of ours is said."""
    lister, log = lister_of(tools.values()), next((t for t in tools.values() if t.slot(Holds.changed)), None)
    m = WHO.match(heard.plain)
    if lister is None or m is None or is_order(heard) or heard.types & {"KEY", "MONEY", "TEXT", "project"}:
        return None
    of = next(f for f in fields(Person) if f.name == ROLE)
    said = {**{value: value for value in of.choices}, **{word: value for name, word, value in choice_words(str(Person.__tablename__)) if name == of.name}}
    role = next((value for word, value in said.items() if m["role"].lower().removeprefix("the ") in (word.lower(), f"{word.lower()}s")), "")
    if not role:
        return None
    people = called(lister, {Holds.kind: Person.kind.one, Holds.conditions: {of.label: role}})
    if log is None or not SINCE.search(heard.plain):
        return Plan((people,), sure=True)
    since = tuple(called(log, {Holds.changed: what}) for what in (f"{Person.kind.one} {of.label}", f"made {Person.kind.one}"))
    return Plan((people, *since), ROLE_SINCE, sure=True)
