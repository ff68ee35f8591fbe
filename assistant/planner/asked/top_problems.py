"""“What are the three biggest problems on Apollo?”: issues, risks and tasks that are late, each with its worst first, for they are not weighed against each
other."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import EACH_WORST
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import open_of
from language.numbers import read_number
from records.kinds import Issue, Risk, Task
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

MANY = r"(?P<n>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
WORST = r"(?:biggest|main|top|worst|greatest|largest|most (?:serious|severe|pressing|urgent|important)|key|major|gravest)"
TROUBLE = r"(?P<t>problems?|troubles?|worr(?:y|ies)|headaches?|concerns?|pain points?|trouble spots?|construction sites?|sore points?)"
ASKS = re.compile(rf"{OPENING}(?:(?:what|which|tell me|show me|show|list|give me|name|name me)(?: all)?(?: is| are)? )?(?:the |our |my |its |their )*"
                  rf"(?:(?:top|{WORST}) {MANY}|{MANY.replace('<n>', '<n2>')} {WORST}|{WORST}) (?:open )?{TROUBLE}"
                  r"(?: (?:do we have|we have|there are|are there|right now|now|today|at the moment|currently|these days|this week))*"
                  r"(?: (?:on|of|in|for|at|with|across|over) (?:PROJECT|(?:all |the |our |all the |all our )*(?:projects?|portfolio|company)|my projects))?"
                  r"(?: (?:right now|now|today|at the moment|currently|these days|this week))*$")
MINE, KINDS, USUAL = "my projects", (Issue, Risk, Task), 3


def top_problems(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The three lists; None where nothing of the kind is asked, or a kind is named that they are of."""
    m, lister = ASKS.match(heard.shaped("project")), lister_of(tools.values())
    if m is None or lister is None or is_order(heard) or heard.types & {"KEY", "person", "MONEY", "FIGURE"} or len(heard.all("project")) > 1:
        return None
    many = read_number(m["n"] or m["n2"] or "") or (1 if m["t"] in ("problem", "trouble", "worry", "headache", "concern") else USUAL)
    home = heard.first("project") or (MINE if MINE in heard.plain else "")
    return Plan(tuple(_worst(lister, kind, home, int(many)) for kind in KINDS), EACH_WORST.format(many=f"{many:g}"), sure=True, whole=False)


def _worst(lister: Tool, kind: type[Record], home: str, many: int) -> Call:
    """The open ones of a kind, those that weigh most or are late longest on top."""
    late = {} if kind is not Task else next(dict(asked) for spoken, asked in kind.kind.sayings if "overdue" in split(spoken))
    order = next((f"-{f.label}" for name in ("score", "severity") for f in fields(kind) if f.name == name), "due")
    name, args = called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {**open_of(kind), **late, **({"project": home} if home else {})}}, order)
    limit = next((s.name for s in lister.slots if s.holds is Holds.number), "")
    return name, {**args, **({limit: many} if limit else {})}
