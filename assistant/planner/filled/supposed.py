"""What is only supposed: “what if …” is never an order, whatever verb stands in it."""
import re

from assistant.planner.heard.following import IT, RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.in_general import TO_FOLLOW
from assistant.planner.heard.plan import Call
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import kind_coded
from language.priced import priced
from records.kinds.base import fields
from tools.base import Holds, Slot, Tool

WHAT_IF = re.compile(r"^(?:(?:and|but|so|ok|hi|hello|please|now|hypothetically)\b[\s,]*)*(?:what (?:would |will |could |does |might )?"
                     r"(?:happens?|be|change|changes)? ?(?:if|when)\b|what if\b|suppos(?:e|ing)\b|assum(?:e|ing)\b|imagine\b|let us (?:suppose|assume|say)\b|"
                     r"say that\b|would (?!you\b|someone\b|somebody\b).+ (?:if|without)\b|how (?:would|will|does|do) .+ (?:change|look|be|move|"
                     r"differ)\b.* if\b|what (?:is|are|would) .+ if\b|"
                     r"what (?:would|will|does|do) it (?:cost|mean|do|take|bring|change)(?: us| to us| for us| them)? (?:to|if|when)\b)")
AND_IF = re.compile(r"^(?:(?:and|but|so|or|ok|hm+)\b[\s,]*)+(?:if|suppos\w+|assum\w+|imagine)\b(?:[^,]|(?<=\d),(?=\d))*$")     # and nothing to be done then
HAPPENS = re.compile(r"^(?:and |but |so )*(?:what (?:would |will |could )?happens? (?:if|when)|assum|imagine|let us)")      # may be a question about the rules
WITHOUT = re.compile(r"^(?:and |but |so )*what (?:would |will |could |does )?(?:happens?|follows?|comes?|be|is lost)\b.* without\b")
OTHERWISE = re.compile(r"^(?:and |so |ok )*PROJECT (?:with|at|on|and) (?:only )?(?:(?:PERCENT|half|twice|double)(?: of)?(?: the)? (?:fewer|less|more|"
                       r"lower|higher|of|as)\b|"
                       r"[\w ]{0,20}(?:PERCENT) (?:fewer|less|more|lower|higher|cheaper|dearer)\b)|^(?:let us )?say (?:that )?(?:PROJECT|KEY|PERSON) \w+")
RANKS = re.compile(r"^(?:please |re)*(?:rank|weigh|weight|order|sort|prioriti[sz]e|compare)")
DRIVER = r"(?P<d>strategic fit|business value|value for money|risk reduction|time criticality|delivery risk)"
NUMBER = r"(?P<n>\d+(?:[.,]\d+)?)\s*%?"
BEFORE = re.compile(rf"{NUMBER}\s*(?:for |on |to )?{DRIVER}")
AFTER = re.compile(rf"{DRIVER}\s*(?:(?:was|is|at|to|with|weighs|weighed|counts|counted)\b|=|:)?\s*{NUMBER}")


UNDONE = re.compile(r"\b(?:without (?:it|the|KEY)|(?:not|never|n['’]t|nobody|no one) (?:\w+ ){0,3}(?:approve[ds]?|decide[ds]?|accept(?:s|ed)?|agreed?|"
                    r"do(?:ne)?|made?|answer(?:ed)?|allow(?:ed)?|sign(?:ed)?|give|get|want)|"
                    r"reject(?:s|ed)?|refuse[sd]?|declin(?:e|es|ed)|turn(?:s|ed)? .*down|den(?:y|ies|ied)|says? no|leave .*(?:open|undecided)|"
                    r"not (?:approve|decide)|postpone[sd]?|ignore[sd]?)\b")


NO_OBJECT = re.compile(r"\b(?:decides?|approves?|answers?|agrees?|signs?)(?: (?:in time|on time|by then|at all|soon|now|yet))?$")


def undone(heard: Heard, it: str | None = None) -> tuple[str, str] | None:
    """The request or decision that is supposed not to come, and the label of what its record says then: never worked out as if it came."""
    is_open = IT.search(heard.plain) or NO_OBJECT.search(heard.plain)
    is_pointed = "project" not in heard.types and is_open is not None and it is not None and RECORD.match(it)
    key = heard.first("KEY") or (it if is_pointed else None)
    if key is None or len(heard.all("KEY")) > 1 or not UNDONE.search(heard.typed) or not (WHAT_IF.match(heard.plain) or WITHOUT.match(heard.typed)):
        return None
    label = next((f.label for f in fields(kind_coded(key)) if f.name == "without_it"), None)
    return (key, label) if label else None


def is_supposing(heard: Heard) -> bool:
    """Whether it plainly asks what would be."""
    if OTHERWISE.match(heard.shaped("project", "person", "KEY", "PERCENT")) and not is_order(heard):
        return True
    if AND_IF.match(heard.text.lower()) and priced(heard.text) and re.search(r"\d", heard.text) and not is_order(heard):
        return True
    told = heard.types & {"project", "KEY", "person", "PERCENT", "MONEY"}
    if TO_FOLLOW.match(heard.plain) and not told:
        return False                                       # “what is the process to be followed if …” asks for a rule
    return WHAT_IF.match(heard.plain) is not None and (bool(told) or not HAPPENS.match(heard.plain))


def slot_of(tool: Tool) -> Slot | None:
    """The slot for what is supposed, of the tool that takes suppositions."""
    return next((s for s in tool.slots if s.holds is Holds.question and s.name == "supposing"), None)


def supposed(heard: Heard, tool: Tool, context: Context, said: str = "") -> Call:
    """The call that works out what would be; only a record that is named by its own name is the one that is spoken of."""
    slot, record = slot_of(tool), tool.slot(Holds.record)
    named = next((n for type_ in ("KEY", "project", "person") if (n := heard.first(type_))), None)
    if named is None and re.search(r"\b(?:it|its|this project|the project)\b", heard.plain):
        named = context.project
    args = {slot.name if slot else "": said or (heard.whole or heard.text).strip()}
    return tool.name, {**args, **({record.name: named} if named and record else {})}


def weights(heard: Heard) -> str | None:
    """New weights of the board's drivers, put as a supposition: “rank with strategic fit 50 % and business value 50 %”."""
    text = heard.text.lower()
    if heard.types & {"project", "person", "KEY"} or is_supposing(heard) or (is_order(heard) and not RANKS.match(heard.plain)):
        return None
    first, after = BEFORE.search(text), AFTER.search(text)
    said = BEFORE if first and (after is None or first.start() < after.start()) else AFTER
    found = {m["d"]: m["n"] for m in said.finditer(text)}
    return "what if " + " and ".join(f"{driver} was {n}" for driver, n in found.items()) + "?" if found else None
