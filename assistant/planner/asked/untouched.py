"""Records that nobody touched for a while, and people who have not said how theirs stand: “tasks with no progress update for two weeks”."""
from collections.abc import Mapping
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Call
from assistant.planner.heard.tool_for import called, lister_of
from assistant.planner.meant.whose import references
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import ORDER
from records.kinds import Person, Task
from records.kinds.base import Record, fields, split
from tools.base import Holds, Tool

CONDITION, USUAL = "unchanged", "2 weeks ago"
TOUCHED = r"(?:touched|updated?|changed?|edited|moved|modified|worked on|looked at|maintained|reported on|said anything (?:about|on)|progressed|refreshed)"
UPDATE = r"(?:updates?|changes?|movements?|news|activity|progress(?: updates?| changes?| reports?)?|status updates?|sign of life|edits?|reports?|word)"
NOBODY = re.compile(
    rf"\b(?:nobody|no one|none of us|no-one) (?:has |have |had |ever )*{TOUCHED}\b|"
    rf"\b(?:not|never|n['’]t|haven t|hasn t) (?:been |be |got |gotten |had )*(?:any |an? )?(?:{TOUCHED}|{UPDATE})\b|"
    rf"\b(?:no|without|lack|lacks|lacking|missing|zero)(?: an| a| any| a single)? (?:recent |new |real )?{UPDATE}\b|"
    rf"\b(?:untouched|stale|not moving|gone quiet|dormant|standing still|without movement)\b", re.I)
WHO = re.compile(r"^(?:so |and |please |tell me |show me )*(?:who|whom|which (?:people|of us|colleagues?|persons?|team members?)|(?:has |is "
                 r")?(?:anybody|anyone))"
                 r"(?: \w+)? (?:has |have |did |does |had |is |are )*(?:still |yet )*"
                 rf"(?:not |n['’]t |never |forgot(?:ten)? to |failed to |yet to )(?:yet |been )*(?:{TOUCHED}|given (?:an? |any )?{UPDATE}|sent "
                 rf"(?:an? |any )?{UPDATE})\b", re.I)
FOR = re.compile(r"\b(?:for|in|within|over|during|since)? ?(?:the |these )?(?:last |past |more than |over |at least |about )*(?P<n>\d+|an?|one|"
                 r"two|three|four|five|six|eight|ten) "
                 r"(?P<u>days?|weeks?|months?)\b(?! (?:from|later|earlier))", re.I)
UNKNOWN = re.compile(r"\bsince (?:the |last |this )?(?!then\b|when\b|we\b|i\b|they\b|it\b)[a-z]+(?: [a-z]+)?", re.I)


def unread_since(heard: Heard) -> str:
    """From when on nothing happened, where it is said and no day that is known: “since the summer”."""
    m = UNKNOWN.search(heard.text)
    return m[0] if m and not heard.of("DATE") and not FOR.search(heard.text) else ""


def untouched(heard: Heard, tools: Mapping[str, Tool]) -> tuple[Call, ...]:
    """The list of what was not changed since a day, or of who changed nothing; () where nothing of the kind is asked."""
    lister = lister_of(tools.values())
    is_who = WHO.match(heard.plain) is not None
    if lister is None or ORDER.match(heard.plain) or heard.types & {"KEY", "MONEY", "PERCENT", "TEXT"} or not (is_who or NOBODY.search(heard.plain)):
        return ()
    kinds = heard.all("KIND")
    if is_who and "project" in heard.types:
        return ()                                          # who keeps a project's records is told elsewhere
    if (is_who and set(kinds) - {Task.kind.one, Person.kind.one}) or (not is_who and (len(kinds) != 1 or not heard.is_of_many)):
        return ()
    kind: type[Record] = Person if is_who else kind_named(kinds[0])
    progress = next((f.label for f in fields(kind) if f.says.unit == "%" and f.name == "progress"), "") if re.search(r"\bprogress\b", heard.plain) else ""
    if set(heard.all("FIGURE")) - {progress}:
        return ()
    where = {CONDITION: f"{progress} since {_since(heard)}".strip()}
    if not is_who:
        where = {**_open(kind), **references(kind, heard, Context((), {})), **where}
    said = {Holds.kind: kind.kind.one, Holds.conditions: where}
    return (called(lister, said),)


def _open(kind: type[Record]) -> dict[str, str]:
    """What is over needs no update."""
    return next((dict(asked) for spoken, asked in kind.kind.sayings if {"open", "running"} & set(split(spoken))), {})


def _since(heard: Heard) -> str:
    """The day from which on nothing happened: the one that is said, or as long ago as is said."""
    if m := FOR.search(heard.text):
        return f"{m['n']} {m['u']} ago"
    days = heard.of("DATE")
    return heard.said(days[0]) if days else USUAL
