"""Reviews that are due or were missed: “which risks have not been reviewed in time?”, “which haven't been reviewed for a month?”, “are we keeping to it?”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import asking_of, called, lister_of
from assistant.planner.heard.wording import REVIEWED_SINCE
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.columns_said import columns_said
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.whose import references
from assistant.planner.told.dating import compared
from assistant.planner.words.lexicon import kind_named, open_of
from assistant.planner.words.openings import opening
from records.kinds import KINDS
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

OPENS = opening("tell me", "show me", "list", "show", "give me", "are there", "do we have")
REVIEWED = r"(?:review\w*|looked at|gone through|revisited|re-?assessed|checked)(?! (?:dates?|days?)\b)"
NOT = r"(?:not|never|n['’]t|no longer)(?: yet| been| ever| properly)*"
OVER = r"(?:overdue|missed|due|late|behind|outstanding|missing)"
MISSED = re.compile(rf"\b{NOT} {REVIEWED}\b|\b(?:reviews?|they) (?:is |are |was |were |has been |have been )*{OVER}\b|"
                    rf"\b{OVER} (?:for (?:an? |their |its )?)?{REVIEWED}\b|\bunreviewed\b|\bpast (?:its|their|the) review\b|"
                    rf"\b(?:without|lack|lacks|lacking|missing) (?:an? |any |their )?(?:recent |current |timely )?{REVIEWED}\b")
FOR = re.compile(r"\b(?:for|in|within|over|during|since)? ?(?:the |these )?(?:last |past |more than |over |at least |about )*(?P<n>\d+|an?|one|two|three|four|"
                 r"five|six|eight|ten) (?P<u>days?|weeks?|months?|quarters?)\b", re.I)
KEEPS = re.compile(r"\b(?:are|do|is|have) (?:we|they|the projects|all projects|everybody|everyone|our managers)\b.*\b(?:keep\w*|kept|stick\w*|stuck|follow\w*|"
                   r"comply\w*|adher\w*|do(?:ing)? (?:it|so|that)|observ\w*|respect\w*)\b")
RULE = re.compile(r"\b(?:policy|policies|handbook|rules?|procedures?|guidelines?|standard|demands?|requires?|prescribes?)\b")
TWO = re.compile(r"^(?P<first>.+?),?\s+and\s+(?P<then>(?:which|what|who|how many)\b.+)$", re.I | re.S)
COMING = re.compile(r"\b(?:next|coming|upcoming|tomorrow|will be|to come|in (?:january|february|march|april|may|june|july|august|september|october|november|"
                    r"december)|this week|this month)\b")
REVIEWS = re.compile(rf"{OPENS}(?:(?:which|what|any|how many|the|all|my|our|other) )*(?:(?:overdue|missed|late|upcoming|coming|next|due|pending) )?"
                     r"reviews(?: (?:that |which )?(?:is|are|were|have|has|been|come|comes|fall|falls|still|already|now|to be|we|there|up))*"
                     r"(?: (?:due|coming|up|overdue|missed|next|planned|scheduled|pending|outstanding|upcoming|held|late))*\b")
DUE_BY = re.compile(rf"\b(?:due|reviews?) (?:for |to be )?(?:an? |their |its )?(?:{REVIEWED}|due)\b|\breviews? (?:is |are )?(?:still )?due\b|\bdue\b")
PASSED = re.compile(r"\b(?:overdue|missed|late|behind|unreviewed|not|never|without)\b")
OVERDUE = re.compile(r"\b(?:overdue|missed|late)\b")
SOON = "next 30 days"
REVIEW = "review"


def reviews_due(heard: Heard, asked: Asked, tools: Mapping[str, Tool], context: Context) -> Plan | None:
    """The open records of a kind whose review day has passed, or was not moved on for so long, with the rule where that is asked; None where neither is."""
    lister, asking = lister_of(tools.values()), asking_of(tools.values())
    named = [kind_named(str(s.value)) for s in heard.of("KIND") if not RULE.fullmatch(heard.said(s).lower())]
    kinds = [kind for kind in named if any(f.name == REVIEW for f in fields(kind))]
    if lister and not named and REVIEWS.match(heard.plain) and not is_order(heard) and not heard.types & {"KEY", "TEXT", "person"}:
        return _of_any(heard, lister, context, is_over=OVERDUE.search(heard.plain) is not None)
    if lister is None or not kinds or is_order(heard) or heard.types & {"KEY", "MONEY", "PERCENT", "TEXT", "FIGURE"}:
        return None
    kind, is_kept = kinds[0], KEEPS.search(heard.plain) and RULE.search(heard.plain) and re.search(REVIEW, heard.plain)
    is_missed = MISSED.search(heard.plain) and heard.is_of_many and not COMING.search(heard.plain)
    if not is_kept and not is_missed:
        return None
    where = {**open_of(kind), **references(kind, heard, context), **({"project": heard.first("project") or ""} if heard.first("project") else {})}
    said = FOR.search(heard.text) if not is_kept else None
    order = "" if said or _day(kind) in kind.kind.columns else _day(kind)
    shown = columns_said(kind, heard)[0]
    where = {**where, **_missed(kind, said), **_by_a_day(kind, heard)}
    due = called(lister, {Holds.kind: kind.kind.one, **({Holds.columns: shown} if shown else {}), Holds.conditions: where}, order)
    rule = (called(asking, {Holds.question: f"how often are {kind.kind.many} reviewed?"}),) if asking and (is_kept or RULE.search(heard.plain)) else ()
    first = tuple(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: each}) for each in _first(kind, heard, asked))
    return Plan((*rule, *first, due), REVIEWED_SINCE if said else "", sure=True, whole=bool(rule or first))


def _of_any(heard: Heard, lister: Tool, context: Context, *, is_over: bool) -> Plan:
    """Those of every kind that is reviewed: in the time that is said, those whose day has passed, or those of the weeks to come."""
    when = next((heard.said(s) for s in heard.of("DATE")), "before today" if is_over else SOON)
    calls = []
    for kind in KINDS:
        of = next((f for f in fields(kind) if f.name == REVIEW), None)
        if of is not None:
            home = {"project": heard.first("project") or ""} if heard.first("project") and kind.kind.within == "project_id" else {}
            where = {**open_of(kind), **references(kind, heard, context), **home, of.label: when}
            calls.append(called(lister, {Holds.kind: kind.kind.one, Holds.conditions: where}, "" if of.name in kind.kind.columns else of.label))
    return Plan(tuple(calls), sure=True)


def _first(kind: type[Record], heard: Heard, asked: Asked) -> tuple[Mapping[str, str], ...]:
    """The conditions of what is asked before it, of the same kind: “which risks do I own, and which are due for review?”; () where that is nothing."""
    m = TWO.match(heard.text)
    if m is None or MISSED.search(asked.heard(m["first"]).plain) or RULE.search(m["first"].lower()):
        return ()
    before = asked.heard(m["first"])
    where = {**conditions(kind, before, Context((), asked.projects)), **references(kind, before, Context((), asked.projects))}
    return (where,) if where else ()


def _missed(kind: type[Record], said: re.Match[str] | None) -> dict[str, str]:
    """The condition on the day of the next review, with what the kind says of those; or on since when that day was not moved on."""
    if said:
        return {"unchanged": f"{_day(kind)} since {said['n']} {said['u']} ago"}
    own = next((dict(found) for _, found in kind.kind.sayings if found.get(_day(kind)) == "before today"), {})
    return {**own, _day(kind): "before today"}


def _by_a_day(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The day by which a review is due, where one is said: “due for review before the end of February”; what was missed by now is another matter."""
    spans = heard.of("DATE")
    if len(spans) != 1 or not DUE_BY.search(heard.plain) or PASSED.search(heard.plain) or FOR.search(heard.text):
        return {}
    by = compared(heard, spans[0])
    return {_day(kind): f"at most {by}" if by.lower() == "today" else by}


def _day(kind: type[Record]) -> str:
    return next(f.label for f in fields(kind) if f.name == REVIEW)
