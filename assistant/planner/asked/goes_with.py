"""“Is there a risk or a change request that goes with APOLLO-I-2?”: what is linked to a record, by the kinds that are named, and which of them cannot be."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import NO_SUCH_LINK
from assistant.planner.words.lexicon import kind_coded, kind_named
from assistant.planner.words.openings import opening
from records.kinds.base import fields
from tools.base import Holds, Tool

KINDS = r"(?:(?:an?|any|the|some|which|what)? ?(?:open |related |linked )?KINDS?(?:,? (?:and|or)|,)? ?)+"
GOES = (r"(?:goes?|comes?|belongs?|is|are|was|were|stands?)? ?(?:already |also )?(?:linked|related|connected|tied|attached|assigned|filed|raised|recorded|made|"
        r"with|behind|due|belonging|going)?(?: (?:together|along))?")
ASKS = re.compile(rf"{opening('tell me', 'show me', 'show', 'list')}(?:(?:is|are) there|do we have|have we got|does KEY have|which|what) {KINDS}"
                  rf"(?:that |which )?{GOES} ?(?:with|to|for|behind|from|of|on|about) KEY$")


def goes_with(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """A field of the record or a list for each kind that is linked to it, and that no link is kept with the others; None where none is asked for so."""
    lister, teller, keys = lister_of(tools.values()), teller_of(tools.values()), heard.all("KEY")
    if lister is None or teller is None or len(keys) != 1 or heard.types & {"person", "DATE"} or not ASKS.match(heard.shaped("KEY", "KIND")):
        return None
    own, calls, none = kind_coded(keys[0]), list[Call](), list[str]()
    for kind in dict.fromkeys(map(kind_named, heard.all("KIND"))):
        if of := next((f for f in fields(own) if f.refers == kind.__tablename__), None):
            calls.append(called(teller, {Holds.record: keys[0], Holds.field: of.label}))
        elif back := next((f for f in fields(kind) if f.refers == own.__tablename__), None):
            calls.append(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {back.label: keys[0]}}))
        else:
            none.append(kind.kind.many)
    says = NO_SUCH_LINK.format(kinds=" or ".join(none), key=keys[0]) if none else ""
    return Plan(tuple(calls), says, sure=True, whole=True) if calls or says else None
