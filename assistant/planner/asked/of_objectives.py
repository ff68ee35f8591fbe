"""How close we are to a strategic objective, and which project is to get us there, whatever words it is called by: “are we any closer to the Nordic market?”"""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.openings import opening
from language.titles import spoken_of
from language.words import Span
from records.figures.strategy import attainment
from records.kinds import Objective, Project
from records.kinds.base import fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "do you know", "can you tell me")
MOVES = (r"(?:going|goes|gone|coming|come|came|getting|gets|got|falling|fell|fallen|rising|risen|rose|growing|grown|grew|improv\w+|moving|moved|dropp\w+|"
         r"dropping|"
         r"shrink\w*|increas\w+|decreas\w+|changing|working|reach\w*|hit|hitting|achiev\w+|met|attain\w+|down|up|better|worse|closer|nearer|there|on "
         r"(?:course|track)|"
         r"succeed\w*|progress\w*|delivering|happening)")
HOW_FAR = re.compile(rf"{OPENS}(?:how (?:close|far|near|well|is|are|does|do|did|has|have)\b|where (?:do|are|did) we\b|what (?:is the )?(?:progress|status|"
                     rf"state)\b|"
                     rf"(?:the |any )?progress\b|status of\b|(?:is|are|has|have|do|does|did|will|can|could|shall)\b.*\b{MOVES}\b|how much (?:closer|nearer)\b|"
                     r"what about\b|what (?:is|was) (?:the |its )?(?:(?:current|latest|last|present|actual|measured) )*(?:value|reading|level|measure\w*)\b|"
                     r"(?:when|how long ago) (?:was|were|has|have|did|is|are)\b.*\b(?:measur\w+|taken|read|looked at)\b|"
                     r"where (?:does|is)\b.*\b(?:stand|now)\b)")
SERVES = re.compile(rf"{OPENS}(?:(?:and )?(?:is|are|does|do|has|have|which|what|any|who|how many)\b.*\b(?:projects?|anything|anybody|anyone|who|nobody)\b.*\b"
                    r"(?:contribut\w+|work\w*|serv\w+|help\w*|support\w*|push\w*|feed\w*|fed|aim\w*|supposed|meant|get|gets|getting|bring\w*|lead\w*|pay\w*|drive\w*|do|"
                    r"doing|"
                    r"for|behind|about|to (?:it|that|this))\b)")
VALUE = re.compile(r"\bwhat (?:is|was) (?:the |its )?(?:[a-z]+ )?(?P<v>value)\b", re.I)                # the one that is measured, and no benefit
ELSE = frozenset(("project", "person", "document", "HOURS", "TEXT"))
IT = re.compile(r"\b(?:it|that|this|there)\b")


def of_objectives(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """How far it has come with the projects that serve it, or those alone; None where no one objective is spoken of, or something else is asked of it."""
    figured, lister = next((t for t in tools.values() if t.slot(Holds.figure) and not t.proposes), None), lister_of(tools.values())
    measure = figured.slot(Holds.figure) if figured else None
    if figured is None or measure is None or lister is None or is_order(heard) or heard.types & ELSE:
        return None
    is_far, is_served = HOW_FAR.match(heard.plain), SERVES.match(heard.plain)
    if not (is_far or is_served) or (found := _spoken_of(heard, asked, context)) is None:
        return None
    own = next(f.label for f in fields(Project) if f.refers == Objective.__tablename__)
    serving = called(lister, {Holds.kind: Project.kind.one, Holds.conditions: {own: found}})
    record = next(s.name for s in figured.slots if s.holds is Holds.record and s.of is not Project and "person" not in s.name)
    far = (figured.name, {measure.name: attainment.name, record: found})
    return Plan((serving,) if is_served else (far, serving), sure=True)


def _spoken_of(heard: Heard, asked: Asked, context: Context) -> str | None:
    """The key of the one objective that is named, called by the words of its title or shown before; every other thing that is named is a word of its title."""
    titles = {key: name for name, key in asked.names.get(str(Objective.__tablename__), {}).items()}
    keys = heard.all("KEY")
    if keys or (named := heard.all("objective")):
        every = keys or named
        return every[0] if len(every) == 1 and every[0] in titles and not _others(heard, ()) else None
    said = [s for s in spoken_of(heard.text, titles) if " " not in str(s.value)]
    if len(said) == 1:
        return str(said[0].value) if not _others(heard, said) else None
    return context.it if not said and context.it in titles and IT.search(heard.plain) and not _others(heard, ()) else None


def _others(heard: Heard, within: "list[Span] | tuple[()]") -> bool:
    """Whether a kind or a figure is named besides, so that something else is asked."""
    measured = {m.start("v") for m in VALUE.finditer(heard.text)}
    other = [s for t, s in heard.spans if s.start not in measured
             and (t == "FIGURE" or (t == "KIND" and s.value not in (Objective.kind.one, Project.kind.one)))]
    return any(not any(w.start <= s.start < w.end for w in within) for s in other)
