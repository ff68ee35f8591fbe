"""“Why?” after a list or a report, and “the first two” of a list: what leans on records that were just shown."""
from collections.abc import Mapping
import re

from assistant.planner.asked.blocking import reason_of
from assistant.planner.gone_on.asked_again import OTHER_END
from assistant.planner.gone_on.leaning import WHY, because
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import OF_WHAT, SAME_AS, WHOSE_OF_THEM, WHY_OF_ONE, WHY_TOLD
from assistant.planner.words.lexicon import kind_coded
from records.kinds import Project
from records.kinds.base import fields
from tools.base import Holds, Tool

MOST, OFFERED, SEVERAL = 4, 3, 2
OWNS = re.compile(r"^(?:and |so |ok )*(?:who|whose) (?:(?:owns|has|looks after|is responsible for|is accountable for|answers for|is in charge of|is working on|"
                  r"works on|takes care of|is the owner of|does|is on|"
                  r"is|are) )(?:(?P<many>them|these|those|all of them|each of them|all of these)|it|that|this|that one|this one)$")
DECIDES = re.compile(r"^(?:and |so |ok )*(?:who|by whom) (?:has |had |was |is |will |must |should )*(?:decide[ds]?|approve[ds]?|reject(?:ed|s)?|"
                     r"sign(?:ed|s)?(?: off)?)(?: (?:on |about )?(?:it|that|this|that one|this one))?$")
LEADS = re.compile(r"\b(?:owns|owner|looks after|takes care|responsible|accountable|answers|in charge)\b")          # who works on a project is its team
SAME = re.compile(r"^(?:and |so |ok |please )*(?:the )?same (?:for|on|with|in|of|again|thing)\b(?! as\b)(?: \S+){0,5}$")
KEYS = re.compile(r"^(?:(?:and|ok|so|only|just|please|show|show me|list|what about|how about|give me) ?)*KEY(?:(?: and| or)? KEY)+(?: please| only)?$")


def why_so(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """Why what was shown last is so: the findings on a project, or what holds each record up; of records that tell no reason, that one must be named."""
    call = context.last_call
    tool = tools.get(call.tool) if call else None
    if call is None or tool is None or tool.proposes or tool.slot(Holds.figure) or tool.slot(Holds.question) or not WHY.match(heard.plain):
        return None
    if (choice := tool.slot(Holds.choice)) is not None and call.said.get(choice.name) == "why":
        return Plan(says=WHY_TOLD, choices=tuple(f"show {key}" for key in context.past[-1].keys if "-" in key)[:OFFERED], understood=False)
    home = next((call.said.get(s.name) for s in tool.slots if s.of is Project), None)
    if not tool.slot(Holds.kind) and (found := because(home, tools)):
        return Plan(found)
    keys = [k for k in (context.them or ((context.it,) if context.it else ())) if "-" in k]
    teller = teller_of(tools.values())
    names = {s.holds: s.name for s in teller.slots} if teller else {}
    reasons = {key: of.label for key in keys if (of := reason_of(kind_coded(key)))}
    if teller and reasons and len(reasons) == len(keys) <= MOST:
        return Plan(tuple((teller.name, {names[Holds.record]: key, names[Holds.field]: label}) for key, label in reasons.items()))
    of_one = tuple(f"what holds up {key}?" if key in reasons else f"show {key}" for key in keys[:OFFERED])
    return Plan(says=WHY_OF_ONE, choices=of_one, understood=False) if of_one else None


def whose(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """Who owns “that” or “them”: of a list of several all of these, or that it must be said of which; of one record its owner, of a report who leads."""
    keys = context.past[-1].keys if context.past else ()
    several = [k for k in context.them if k in keys]
    if context.pending or heard.types & {"KEY", "project", "person", "KIND"}:
        return None
    if DECIDES.match(heard.plain):
        return _whose_one(heard, context, tools, ("decider_id",))
    if not (m := OWNS.match(heard.plain)):
        return None
    if len(several) < SEVERAL:
        return _whose_one(heard, context, tools, ("owner_id", "manager_id", "decider_id"))
    if m["many"] is None:
        return Plan(says=WHOSE_OF_THEM, choices=tuple(f"who owns {key}?" for key in several[:OFFERED]), understood=False)
    lister = lister_of(tools.values())
    said = {Holds.kind: kind_coded(several[0]).kind.one, Holds.conditions: {"key": ", ".join(several)}}
    return Plan((called(lister, said),)) if lister else None


def _whose_one(heard: Heard, context: Context, tools: Mapping[str, Tool], names: tuple[str, ...]) -> Plan | None:
    """The person whose the one record is, or who leads the project that was told of."""
    one, teller = context.it or context.project or "", teller_of(tools.values())
    kind = kind_coded(one) if RECORD.match(one) else Project if one and one == context.project and LEADS.search(heard.plain) else None
    of = next((f.label for n in names for f in fields(kind) if f.name == n), None) if kind else None
    return Plan((called(teller, {Holds.record: one, Holds.field: of}),), sure=True) if teller and of else None


def same_as(heard: Heard) -> Plan | None:
    """That it must be said what is wanted “the same” of, where nothing that was asked can go on so."""
    if SAME.match(heard.plain):
        return Plan(says=SAME_AS, understood=False)
    return Plan(says=OF_WHAT, understood=False) if OTHER_END.match(heard.text) else None


def of_keys(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """The list of records whose keys are all that is said, or that stand where it says in the last list."""
    keys = heard.all("KEY")
    kinds = {kind_coded(key) for key in keys}
    if context.pending or len(keys) < SEVERAL or len(kinds) != 1 or not KEYS.match(heard.shaped("KEY")):
        return None
    lister = lister_of(tools.values())
    said = {Holds.kind: kinds.pop().kind.one, Holds.conditions: {"key": ", ".join(keys)}}
    return Plan((called(lister, said),)) if lister else None
