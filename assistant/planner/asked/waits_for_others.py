"""What of the asker's own work waits for that of others: “which of my tasks depend on somebody else finishing first?”."""
from collections.abc import Mapping
import re

from assistant.planner.asked.blocking import reason_of
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.heard.wording import WAITS_TOLD
from assistant.planner.words.lexicon import state_of
from assistant.planner.words.openings import opening
from records.kinds import KINDS, Task
from records.kinds.base import fields, split
from tools.base import Holds, Tool

OTHERS = (r"(?:(?:some|any)(?:body|one)(?: else)?|others?|other (?:people|tasks|teams|work)|(?:my |the )?colleagues?|(?:an)?other (?:person|task|team)|"
          r"other people(?:['’]s)?|someone else(?:['’]s)?|the (?:rest|others|team))")
WAITS = r"(?:depends?|depending|dependent|waits?|waiting|rel(?:y|ies)|relying|hangs?|hinges?|blocked|held up|stuck)"
MINE = r"(?:(?:of )?my (?:own )?(?:open )?(?:KINDS?|work|stuff|things)|KINDS? of mine|KINDS? (?:that )?i (?:have|own))"
ASKS = re.compile(rf"{opening('tell me', 'show me', 'list')}(?:(?:which|what|any|are any|do any|is any|does any|are there any|is|are|do|does)"
                  rf"(?: (?:one|ones))? )*{MINE}"
                  rf"(?: (?:is|are|do|does|that|which|still|all|currently|have to|must))* {WAITS}(?: (?:up|upon|on|for|by|because of|with|to))*"
                  rf"(?: {OTHERS}(?:['’]s?)?\b.*)?$")
OF_OTHERS = re.compile(rf"{OTHERS}|\b(?:depend|rel)")


def waits_for_others(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """The links behind which an open task of the asker stands, and their tasks that are blocked; None where something else is asked."""
    lister, state, reason = lister_of(tools.values()), state_of(Task), reason_of(Task)
    if lister is None or state is None or reason is None or heard.types - {"KIND", "ME", "SAYING"} or set(heard.all("KIND")) - {Task.kind.one}:
        return None
    if not ASKS.match(heard.shaped("KIND")):
        return None
    linked = next(((kind, f.label) for kind in KINDS for f in fields(kind) if f.name == "successor_id" and f.refers == Task.__tablename__), None)
    stuck = next((dict(asked) for said, asked in Task.kind.sayings if "stuck" in split(said)), {})
    blocked = called(lister, {Holds.kind: Task.kind.one, Holds.conditions: {**stuck, "owner": "me"}})
    if linked is None or not OF_OTHERS.search(heard.plain):
        return Plan((blocked,), sure=True)
    before = called(lister, {Holds.kind: linked[0].kind.one, Holds.conditions: {linked[1]: f"my open {Task.kind.many}"}})
    return Plan((before, blocked), WAITS_TOLD, sure=True)
