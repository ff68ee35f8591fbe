"""What was decided in a time, approved or rejected, of every kind that is decided; and whether anybody decided what they asked for themselves."""
from collections.abc import Iterator, Mapping
from functools import cache
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.permitting import OPENING, asks_leave
from assistant.planner.heard.plan import Call, Plan
from assistant.planner.heard.tool_for import asking_of, called, lister_of
from assistant.planner.learned.weighing import is_order
from assistant.planner.told.dating import days
from assistant.planner.words.lexicon import choice_words, meaning, spelt
from language.words import Span
from records.kinds import KINDS
from records.kinds.base import FieldOf, Record, fields, split
from tools.base import Holds, Tool

VERB = r"(?:approved?|accepted|signed off|reject(?:ed)?|declined?|turned down|refused?|defer(?:red)?|put off|decided?|agreed?)"
THING = r"(?:decisions?|approvals?|rejections?|changes?|change requests?|requests?|CRs?|gates?|anything|things?|something)"
DONE = re.compile(rf"{OPENING}(?:please )?(?:(?:show|list|give|pull|get|tell|name|pick|find|bring)(?: me| us)* )?"
                  rf"(?:what|which|how many|was|were|has|have|had|did|is|all|any|every|the|our|random|some|two|three|four|five|ten|\d+|{THING}|of|who)?\b.*?"
                  rf"\b(?:{VERB}|{THING}(?: that| which)?(?: were| was| have been| has been| we have| we)? (?:made|taken|decided))\b", re.I)
NOUNS = re.compile(rf"\b{THING}\b", re.I)
BARE = re.compile(rf"{OPENING}what (?:all |else )?(?:was|were|has been|have been|did (?:we|they|the board|PERSON)|(?:we|they) have)\b", re.I)
WITH_REASONS = re.compile(rf"{OPENING}(?:please )?(?:(?:show|list|give|get|tell|see)(?: me| us)* )?(?:what are |which are )?(?:all |the |every |all the )*"
                          r"(?:(?:of )?(?:decisions?|approvals?|rejections?)|PERSON['’]?s? (?:decisions?|approvals?))\b.*\b(?:with|and|including|plus) "
                          r"(?:the |their |her |his |its |all )?(?:reasons?|rationales?|grounds?|why|explanations?|justifications?)\b")
OPEN = re.compile(r"\b(?:have to|has to|had to|must|should|needs? to|need|to be|still|will|would|can|may|wait\w*|open|pending|by when)\b")       # to be decided
BASE = re.compile(r"\b(?:approve|reject|decline|refuse|defer|decide|agree)\b")
NOT_YET = re.compile(rf"(?:\b(?:not|never)|n['’]t)(?: yet| been| ever)* (?:{VERB}|made|taken)\b")
MEANT = {"turned down": "rejected", "refused?": "rejected", "signed off": "approved", "put off": "deferred"}
WERE = r"(?:did|have|has|had|were|was|been|is|are)"
TAKEN = (rf"(?:decisions?\b.*\b{WERE}\b.*\b(?:take|taken|make|made|decided?)|(?:what|which)\b.*\b{WERE}\b.*\b{VERB}|"
         r"decisions?(?: that| which)?(?: we| they| the board| PERSON)? (?:took|made|taken))")
BEHIND = r"(?: (?:(?:on|in|for|at|of|by|with) )?(?:PROJECT|PERSON|the board|the committee|us|so far|already|yet|until now|by now|there))*"
DECIDED = re.compile(rf"\b{TAKEN}{BEHIND}$")
DECIDED_OF = ("decision",)                      # the kind that is shown first: the one that is called so
OF_ALL = re.compile(r"\b(?:decided?|agreed?|made|taken)\b")
SELF = re.compile(rf"\b(?:{VERB}|decided) by (?:the )?(?:very )?(?:same )?(?:person|people|one|ones|whoever|those|somebody|someone|colleague)?"
                  r"(?: who| that)?(?: had| has| have)? ?(?:asked|requested|raised|wanted|wrote|submitted)\b|\bby (?:their|its|the)(?: own)? requesters?\b|"
                  r"\b(?:approved?|decided?|sign(?:ed)?(?: off)?|accept(?:ed)?) (?:on )?(?:their|his|her|its|one['’]?s) own (?:change )?(?:requests?|"
                  r"changes?|change|wish\w*)\b|"
                  r"\b(?:which|that|whose) (?:their |its |the |own )*requesters? (?:themselves |also |himself |herself )?(?:approved?|decided?|signed)\b|"
                  r"\bboth (?:the )?(?:requester|asker) and (?:the )?(?:decider|approver)\b|\bboth (?:the )?(?:decider|approver) and (?:the )?(?:requester|"
                  r"asker)\b|"
                  r"\b(?:approved?|decided?|sign(?:ed)?(?: off)?) (?:on )?what (?:he|she|they|somebody) (?:had |has |have )?(?:asked|requested|raised|"
                  r"wanted)\b|"
                  r"\bself[- ]?approv\w+", re.I)
BOTH = re.compile(r"\bboth (?:asks?|requests?|raises?) (?:for )?(?:and|or) (?:decides?|approves?|signs?)\b|"
                  r"\b(?:requests?|raises?|asks? for) and (?:also |then )?(?:decides?|approves?)\b|"
                  r"\bboth (?:decides?|approves?) and (?:asks? for|requests?|raises?)\b", re.I)
RULED = re.compile(rf"{OPENING}(?:what|how|why|where) (?:is|are|does|do|says?)\b|{OPENING}does (?:the|our) (?:handbook|rules?|policy)\b", re.I)
DUTIES = re.compile(r"\b(?:separation|segregation) of duties\b|\bfour[- ]eyes\b", re.I)
ANYBODY = re.compile(rf"{OPENING}(?:does|do|did|has|have|is|was|were) (?:there )?(?:anyone|anybody|somebody|someone|people|any(?: of)?(?: the|"
                     rf" our)? \w+)\b", re.I)
MAY = r"(?:may|might|can|could|(?:is|are|was|were) (?:allowed|entitled|permitted|authori[sz]ed)(?: to)?|ought to|should)"
WHOSE = r"(?:the|their|his|her|its|own|any|an?|somebody['’]?s|the \w+['’]?s)"
BEYOND = re.compile(rf"\b(?:above|over|beyond|exceed\w*|outside|more than|higher than|past)(?: of)? (?:{WHOSE} )*(?:approval |approver['’]?s? |"
                    rf"decider['’]?s? |own )?"
                    rf"(?:limits?|authority|powers?|competence)\b|\bmore than (?:he|she|they|whoever \w+|the (?:approver|decider|manager|sponsor))"
                    rf" (?:themselves )?{MAY}\b|"
                    r"\bwithout (?:the |having the |any |proper )*(?:authority|power|competence|right|permission)\b|\bnot (?:allowed|entitled|"
                    r"authori[sz]ed) to "
                    r"(?:approve|decide|sign)", re.I)
APPROVED = re.compile(r"\b(?:approv\w+|signed off|decisions?|decided|changes?|change requests?)\b", re.I)
HAPPENED = re.compile(rf"{OPENING}(?:has|have|did|does|was|is) (?:that|this|it|such a thing|anything like (?:that|it)|any of (?:that|it))(?: ever| already|"
                      rf" really| actually)* "
                      r"(?:happen(?:ed|s)?|been done|occur(?:red|s)?|done|the case|so)(?: here| yet| before| already| with us| lately)*$", re.I)


@cache
def decided_kinds() -> tuple[type[Record], ...]:
    """The kinds of what somebody decides on a day."""
    return tuple(k for k in KINDS if {"decider_id", "decided_on"} <= {f.name for f in fields(k)})


def decided(heard: Heard, tools: Mapping[str, Tool]) -> Plan | None:
    """A list of each kind that is decided on a day, in the state that is said; None where nothing of the kind is asked."""
    lister = lister_of(tools.values())
    if lister and heard.types.isdisjoint(("KEY", "MONEY", "PERCENT", "TEXT")) and not is_order(heard) and (checked := _checked(heard, lister)):
        return Plan(checked, sure=True)
    if OPEN.search(heard.plain) or NOT_YET.search(heard.plain) or (BASE.search(heard.plain) and not re.search(r"\bdid\b", heard.plain)):
        return None
    if lister is None or heard.types & {"KEY", "MONEY", "PERCENT", "TEXT", "objective", "FIGURE"} or asks_leave(heard) or is_order(heard):
        return None
    others = [s for s in heard.of("KIND") if not set(_kinds(heard, s)) & {k.kind.one for k in decided_kinds()}]
    is_taken = DECIDED.search(heard.shaped("project", "person")) is not None
    is_named = NOUNS.search(heard.plain) or BARE.match(heard.shaped("person"))
    is_told_why = WITH_REASONS.match(heard.shaped("person")) is not None
    is_asked = is_taken or is_told_why or (DONE.match(heard.plain) is not None and is_named and "DATE" in heard.types)
    first = sorted(decided_kinds(), key=lambda kind: kind.kind.one not in DECIDED_OF)
    calls = tuple(_of_time(lister, first, heard)) if is_asked and not others else ()
    return Plan(calls, sure=True) if calls else None


def _checked(heard: Heard, lister: Tool) -> tuple[Call, ...]:
    """What was decided by whoever asked for it, or beyond what they may decide; () where neither is asked."""
    is_asked = re.match(rf"{OPENING}(?:was|were|is|are|has|have|did|does|do|who|which|what|any|show|list|how many|change requests?|approvals?|requests?|"
                        rf"changes?)\b",
                        heard.plain)
    is_of_rule = OPEN.search(heard.plain) or (BASE.search(heard.plain) and not (re.search(r"\bdid\b", heard.plain) or ANYBODY.match(heard.plain)))
    is_both = BOTH.search(heard.plain) or (DUTIES.search(heard.plain) and not RULED.match(heard.plain))
    if is_both and (is_asked or ANYBODY.match(heard.plain)):
        return tuple(_of_both(lister, heard))
    if is_asked and not is_of_rule and SELF.search(heard.plain):
        return tuple(_of_own(lister, heard))
    if is_asked and APPROVED.search(heard.plain) and BEYOND.search(heard.plain) and not re.match(rf"{OPENING}(?:what|who) (?:is|are|happens|may|"
                                                                                                 rf"can)\b", heard.plain):
        return tuple(_of_own(lister, heard, {"beyond": "limit"}))
    return ()


def happened(heard: Heard, context: Context, tools: Mapping[str, Tool]) -> Plan | None:
    """Whether that happened of which a rule was just told: “does anyone approve their own request?”; None where it was no such rule."""
    lister, asking, last = lister_of(tools.values()), asking_of(tools.values()), context.last_call
    if lister is None or asking is None or last is None or last.tool != asking.name or not HAPPENED.match(heard.plain):
        return None
    asked = next((str(last.said.get(s.name, "")) for s in asking.slots if s.holds is Holds.question), "")
    beyond = {"beyond": "limit"} if BEYOND.search(asked) else {}
    return Plan(tuple(_of_own(lister, heard, beyond)), sure=True) if beyond or SELF.search(asked) or "myself" in asked else None


def _of_time(lister: Tool, kinds: list[type[Record]], heard: Heard) -> Iterator[Call]:
    named = [one for s in heard.of("KIND") for one in _kinds(heard, s)]
    is_every = any(form.search(heard.shaped(*of)) for form, of in ((OF_ALL, ()), (DECIDED, ("project", "person")), (WITH_REASONS, ("person",))))
    for kind in kinds:
        state = _state(kind)
        every = split(next(f.says.day_of for f in fields(kind) if f.name == "decided_on"))
        said = list(_states(kind, state, heard, every)) or (list(every) if is_every else [])
        is_wide = not named or any("decision" in heard.said(s).lower() for s in heard.of("KIND"))
        if not said or not (is_wide or kind.kind.one in named):
            continue
        on = days(kind, heard, {"status": "decided"})
        home = {"project": heard.first("project") or ""} if heard.first("project") else {}
        by = {"decider": heard.said(heard.of("person")[0])} if heard.of("person") else {}
        yield called(lister, {Holds.kind: kind.kind.one, Holds.conditions: {state.label: ", ".join(said), **on, **home, **by}})


def _kinds(heard: Heard, span: Span) -> list[str]:
    """The kinds that a word may name."""
    return [value for type_, value in meaning(spelt(heard.said(span))) if type_ == "KIND"] or [str(span.value)]


def _of_own(lister: Tool, heard: Heard, but: Mapping[str, str] | None = None) -> Iterator[Call]:
    """Those that were decided by whom they were asked for by; or with another condition, where one is given."""
    for kind in decided_kinds():
        known = {f.name: f for f in fields(kind)}
        if "requester_id" not in known:
            continue
        state, on = _state(kind), days(kind, heard, {"status": "decided"})
        approved = [c for c in state.choices if c in ("approved", "implemented")]
        home = {"project": heard.first("project") or ""} if heard.first("project") else {}
        where = {state.label: ", ".join(approved), **(but or {known["decider_id"].label: known["requester_id"].label}), **on, **home}
        yield called(lister, {Holds.kind: kind.kind.one, Holds.conditions: where})


def _of_both(lister: Tool, heard: Heard) -> Iterator[Call]:
    """Those that are asked for and decided by the same person, whatever their state, and all with who asked for each, to hold one beside the other."""
    home = {"project": heard.first("project") or ""} if heard.first("project") else {}
    for kind in decided_kinds():
        known = {f.name: f for f in fields(kind)}
        if "requester_id" in known:
            same = {known["decider_id"].label: known["requester_id"].label, **home}
            yield called(lister, {Holds.kind: kind.kind.one, Holds.conditions: same})
            yield called(lister, {Holds.kind: kind.kind.one, Holds.conditions: home}, known["requester_id"].label)


def _state(kind: type[Record]) -> FieldOf:
    """The field that holds what was decided."""
    day = split(next(f.says.day_of for f in fields(kind) if f.name == "decided_on"))
    return next(f for f in fields(kind) if f.choices and set(day) <= set(f.choices))


def _states(kind: type[Record], state: FieldOf, heard: Heard, every: tuple[str, ...]) -> Iterator[str]:
    """The choices that the verbs of a message are; what is carried out was approved."""
    found = {value for name, word, value in choice_words(str(kind.__tablename__)) if name == state.name and value in every
             and re.search(rf"\b{re.escape(word)}\b", heard.plain)}
    found |= {value for said, value in MEANT.items() if re.search(rf"\b{said}\b", heard.plain)} & set(every)
    yield from (c for c in state.choices if c in found or (c == "implemented" and "approved" in found))
    if "go" in found and "conditional go" in state.choices:
        yield "conditional go"
