"""What waits for a decision and was shown: what happens without it, and by when it is needed, whoever is said to leave it."""
from collections.abc import Iterator, Mapping
import re

from assistant.planner.gone_on.of_shown import shown_last
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import KEY, Heard
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import NO_EFFECT, OF_SHOWN
from assistant.planner.words.lexicon import kind_coded
from assistant.planner.words.openings import opening
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = opening("what")
WHO = r"(?:i|we|you|he|she|they|nobody|no one|somebody|PERSON|the board|that|it|this|those|these|none of (?:them|those|these))"
NOT = (r"(?:(?:do|does|did|would|will|should|is|are|am|was|were|has|have|can|could)(?:n['’]?t| not)|don['’]?t|doesn['’]?t|didn['’]?t|cannot|can['’]?t|"
       r"(?:just )?(?:do|does|did) nothing|says? no|said no|refuses?|declines?|waits?|ignores?|rejects?|stays? silent|keeps? quiet)")
BEHIND = (r"(?: (?:decide\w*|act|all|every|one|answer\w*|approv\w+|anything|something|agree\w*|do|done|it|that|this|them|any|of|those|these|either|in time|"
          r"by then|at all|"
          r"about|so|then|yes|say|no|on|with|to|longer|still|for|too long))*")
NOTHING = re.compile(rf"{OPENS}(?:(?:happens?|would happen|will happen|is it|about|becomes?|if)\b ?)*(?:if |when |should )?(?:{WHO} {NOT}|nobody \w+|"
                     rf"no one \w+){BEHIND}$|"
                     rf"{OPENS}(?:what )?(?:happens?|would happen|will happen|is lost|do we lose) (?:without (?:it|them|that|those|a decision|my (?:yes|word|"
                     rf"decision)"
                     r"|any of (?:them|those))|otherwise)(?: then)?$|"
                     rf"{OPENS}(?:what is |what are )?the (?:consequences?|costs?|price|effects?) of (?:doing nothing|waiting|saying no|not deciding|"
                     rf"inaction)$")
LATEST = re.compile(rf"{opening()}(?:by when|until when|how long|when (?:is|are)? ?(?:the )?(?:latest|last (?:day|moment|date)|deadline)(?: that| on which|"
                    rf" when)?|"
                    rf"when at the latest|how much time|what is the (?:latest|last day|deadline))\b.*\b(?:decid\w+|approv\w+|answer\w*|sign\w*|say yes|wait)"
                    r"(?: (?:it|that|this|them|on (?:it|that|this)|for (?:it|that|this)|then|at the latest|with (?:it|that)))*$")
WITHOUT, BY, DECIDES = "without_it", "decide_by", "decider_id"
LONG = 12


def of_waiting(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """One field of what waits of all that was shown last; None where nothing that is decided was shown, or another question is asked."""
    shaped = heard.shaped("person")
    name = WITHOUT if NOTHING.match(shaped) else BY if LATEST.match(shaped) else ""
    turn, lister, teller = shown_last(context), lister_of(tools.values()), teller_of(tools.values())
    if not name or turn is None or lister is None or teller is None or context.pending or len(heard.text.split()) > LONG or heard.types & {"KEY", "project"}:
        return None
    keys = [key for key in turn.keys if KEY.fullmatch(key) and "-" in key]
    kinds = dict.fromkeys(of for of in map(kind_coded, keys) if {DECIDES, name} <= {f.name for f in fields(of)})
    calls = tuple(_calls(kinds, keys, name, lister, teller))
    if not calls:
        waits = any(DECIDES in {f.name for f in fields(kind_coded(key))} for key in keys)
        return Plan(says=NO_EFFECT, choices=tuple(f"show {key}" for key in keys[:3])) if waits else None
    return Plan(calls, OF_SHOWN.format(many=" and ".join(of.kind.many for of in kinds)), sure=True)


def _calls(kinds: Mapping[type[Record], None], keys: list[str], name: str, lister: Tool, teller: Tool) -> Iterator[Call]:
    for of in kinds:
        label, own = next(f.label for f in fields(of) if f.name == name), [key for key in keys if kind_coded(key) is of]
        if len(own) == 1:
            yield called(teller, {Holds.record: own[0], Holds.field: label})
        else:
            yield called(lister, {Holds.kind: of.kind.one, Holds.conditions: {"key": ", ".join(own)}}, label)
