"""Whether a milestone comes as planned, in whatever words: “are we going to make both halls live in February?”, “is the pilot still on for December?”,
“what happens with gate 2 of Apollo on Monday?”: the day that it is foreseen on, beside what was planned."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.kinds import Milestone
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "do you know", "do you know if", "do you think")
WHEN = r"(?: (?:(?:in|by|before|on|for|until|at|this|the) )*(?:DATE|time|then|all))*(?: (?:and )?(?:is|does|will|are) (?:it|that|we) (?:still )?[a-z ]{2,30})?"
THING = r"(?:the |our |my )?(?:milestone |gate |date of )?THING(?: milestone| gate| date)?"
HOW = r"(?:(?:still|really|actually|now|already|yet|going to|on time|in time) )*"
STANDS = (r"(?:on|on track|planned|happening|happen|take place|taking place|going ahead|go ahead|hold|holds|holding|stand|stands|valid|realistic|safe|feasible|"
          r"possible|likely|reached|met|made|hit|kept|done|ready|there|live|complete|completed|come|coming|in|due|be on time|late|delayed|slipping|slipped|"
          r"moved)")
FORMS = tuple(re.compile(said) for said in (
    (rf"{OPENS}(?:are|will|do|can|shall|could) (?:we|they|you|it|i)(?: (?:going to|still|really|be able to|manage to|on course to|on track to|likely to))* "
     rf"(?:make|reach|hit|meet|keep|manage|get|have|hold|achieve|see) {THING}(?: {STANDS})?{WHEN}$"),
    rf"{OPENS}(?:is|are|will|does|do|can|has|have|would) {THING} {HOW}(?:be |get |been )?{HOW}{STANDS}{WHEN}$",
    rf"{OPENS}(?:is|are|will) {THING} {HOW}(?:in|by|before|on|for|until) (?:the )?DATE$",
    rf"{OPENS}what (?:happens|is happening|happened|is|about|is the (?:state|status|matter))(?: up| going on)?(?: (?:with|to|of))? {THING}{WHEN}$",
    rf"{OPENS}(?:how|where) (?:is|are|does) {THING}(?: (?:doing|looking|look|stand|standing))?{WHEN}$"))

STILL_ON = re.compile(rf"{opening()}(?:is|are|does|will) (?:the |our )?(?P<t>[\w'’-]+(?: [\w'’-]+){{0,3}}?) still (?:be )?(?:on|planned|happening|happen|"
                      rf"take place|taking place|"
                      r"going ahead|valid|hold|stand)\b", re.I)


def will_it_be(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The milestone with the day it is foreseen on; None where no one milestone is spoken of so."""
    teller, lister = teller_of(tools.values()), lister_of(tools.values())
    if teller is None or lister is None:
        return None
    if (is_order(heard) and not heard.text.rstrip().endswith("?")) or heard.types & {"person", "MONEY", "TEXT", "PERCENT"} or _names_figure(heard, asked):
        return None
    if (found := _gate(heard, context, lister)) is not None:
        return found
    said, key = _one(heard, asked)
    if not key or not any(form.match(said) for form in FORMS):
        return None
    label = next(f.label for f in fields(Milestone) if f.name == "forecast")
    return Plan((called(teller, {Holds.record: key, Holds.field: label}),), sure=True)


def _names_figure(heard: Heard, asked: Asked) -> bool:
    """Whether a figure is named that is no part of a title: “go live date” is one of “the portal go live date”."""
    low = heard.text.lower()
    titled = [(at, at + len(words)) for words in asked.titled if (at := low.find(words.lower())) >= 0]
    return any(not any(start < s.end and s.start < end for start, end in titled) for s in heard.of("FIGURE"))


def _gate(heard: Heard, context: Context, lister: Tool) -> Plan | None:
    """The milestone of a gate that is told by its number, in the project that is named or talked of."""
    said = re.sub(r"(?:(?: of| on| in| for| at)? PROJECT)", "", heard.shaped("project", "DATE", "KIND"))
    said = re.sub(r"\bKIND(?= \d)", "gate", said) if re.search(r"\bgate \d", heard.plain) else said
    m = re.search(r"\bgate (?P<n>\d)\b", said)
    home = heard.first("project") or context.project
    if m is None or not home or not any(form.match(said.replace(m[0], "THING")) for form in FORMS):
        return None
    where = {"type": "gate", "project": home, Milestone.kind.title: f"gate {m['n']}"}
    return Plan((called(lister, {Holds.kind: Milestone.kind.one, Holds.conditions: where}),), sure=True)


def _one(heard: Heard, asked: Asked) -> tuple[str, str]:
    """The message with a sign for the one milestone that it names, by its key or by its title, and its key."""
    keys = [key for key in heard.all("KEY") if KEY.fullmatch(key)]
    if len(keys) == 1 and kind_coded(keys[0]) is Milestone:
        return re.sub(r"(?: (?:of|on|in|for) PROJECT)", "", heard.shaped("project", "DATE", "KEY")).replace("KEY", "THING"), keys[0]
    if not keys and (m := STILL_ON.match(heard.text)) is not None:
        held = [h for h in asked.holding(m["t"]) if h.kind is Milestone and h.is_titled and h.is_open]
        return ("will THING hold", held[0].key) if len(held) == 1 else ("", "")
    titled = [(words, key) for words, key in asked.titled.items() if KEY.fullmatch(key) and kind_coded(key) is Milestone]
    if keys or len(titled) != 1 or titled[0][0].lower() not in heard.text.lower():
        return "", ""
    words, key = titled[0]
    text = re.sub(re.escape(words), " zzthing ", heard.text, count=1, flags=re.I)
    said = asked.heard(text).shaped("project", "DATE")
    return re.sub(r"(?: (?:of|on|in|for) PROJECT)", "", said).replace("zzthing", "THING"), key
