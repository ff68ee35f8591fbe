"""“Are the scanners still the main problem?”: the open risks and issues of the project, the highest first, with those of them that are about it."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import WHERE_IT_STANDS
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import open_of
from records.kinds import Issue, Risk
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

MAIN = r"(?:main|biggest|greatest|worst|top|largest|highest|most (?:serious|severe|important|pressing)|number one|first|key|critical)"
TROUBLE = r"(?:problem|risk|issue|worry|concern|threat|headache|trouble|blocker|danger|obstacle|bottleneck)s?"
ASKS = re.compile(rf"{OPENING}(?:is|are|was|were) (?P<what>.+?)(?: still| really| now| always)* (?:the |our |my |its |their )?{MAIN} {TROUBLE}"
                  r"(?: (?:(?:on|of|in|for|at) )?(?:PROJECT|there|here))?(?: now| today| any ?more| right now| at the moment| then)*$")
POINTS = frozenset(("it", "that", "this", "they", "those", "these"))
KINDS = (Risk, Issue)


def main_problem(heard: Heard, asked: Asked, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The two lists with what is asked about named before them; None where it is not asked, or of no project that is known."""
    m, lister = ASKS.match(heard.shaped("project", "KEY")), lister_of(tools.values())
    if m is None or lister is None or is_order(heard) or heard.types & {"person", "DATE", "MONEY"} or len(heard.all("project")) > 1:
        return None
    what = re.sub(r"^(?:the|our|a|an) ", "", m["what"])
    key = heard.first("KEY") or (context.it if what in POINTS else None) or ""
    held = [] if key else [h for h in asked.holding(what) if h.kind in KINDS and h.is_open]
    keys = [key] if RECORD.match(key) else [h.key for h in held]
    homes = dict.fromkeys(k.rsplit("-", 2)[0] for k in keys)
    home = heard.first("project") or (next(iter(homes)) if len(homes) == 1 else context.project)
    if home is None or (not keys and not heard.first("project") and not context.project):
        return None
    own = [k for k in keys if k.startswith(f"{home}-")]
    says = WHERE_IT_STANDS.format(what=what if what != "KEY" else key, keys=", ".join(own) or "none of the risks and issues that are open there")
    return Plan(tuple(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {"project": home, **_open(kind)}}, _order(kind)) for kind in KINDS), says,
                sure=True)


def _open(kind: type[Record]) -> dict[str, str]:
    graded = {f.label: "not empty" for f in fields(kind) if f.name == "score"}
    return {**open_of(kind), **graded}


def _order(kind: type[Record]) -> str:
    return next((f"-{f.label}" for f in fields(kind) if f.name == "score"), "")
