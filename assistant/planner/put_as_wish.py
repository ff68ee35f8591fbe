"""Wishes without a verb of order put as everybody else says them: “all overdue tasks to priority critical”, “put me down for them”; and short keys."""
from collections.abc import Iterable
from functools import lru_cache
import re

from assistant.planner.hearing import QUOTED
from assistant.planner.lexicon import CODES
from records.kinds import Project
from records.kinds.base import fields

OF_PROJECT = "|".join(sorted({re.escape(n) for f in fields(Project) if f.says.set_by == "person" for n in f.names}, key=len, reverse=True))
NAME = r"[\w'-]+"
OPENS = r"^(?P<lead>\W*(?:(?:please|ok|so|and|hi|hello|sorry)\b[\s,]*)*)"
LENGTH = r"(?:an?|one|two|three|four|\d+) (?:working )?(?:days?|weeks?|months?)"
ENDS = r"(?=\s*(?:[,.;!]|$))"
TO = r"\s*(?:->|=>|→|:=|=)\s*"
TURNS = tuple((re.compile(said, re.I), plain) for said, plain in (
    (rf"{OPENS}im(?= (?:on|off|away|out|sick|ill)\b)", r"\g<lead>I am"),
    ((rf"{OPENS}(?:i |we )?(?:worked|spent|put in|logged) (?P<n>\d+(?:[.,]\d+)?\s?(?:h|hrs?|hours?)) (?:on|for|with) (?:the )?(?P<t>[a-z][\w -]+?)"
     rf"(?P<day> today| yesterday)?\W*$"), r"\g<lead>\g<n> on \g<t>\g<day>"),
    (rf"{OPENS}(?P<set>(?:set|change|put) [\w -]+? (?:of|for) {NAME}){TO}(?P<v>\S.*)$", r"\g<lead>\g<set> to \g<v>"),
    (rf"{OPENS}(?P<of>{NAME}) (?P<f>{OF_PROJECT})(?: date)?(?:{TO}| to )(?P<v>\S.*)$", r"\g<lead>set the \g<f> of \g<of> to \g<v>"),
    (rf"{OPENS}t(?P<n>\d{{1,3}})(?![\w-])(?=.*\w)", r"\g<lead>T-\g<n>"),
    (rf"(?P<key>(?<![\w-])(?:[A-Z]\w*-)*(?:{CODES})-\d+) (?:now |goes |went |moves )*(?:into|to|ready for) review(?!\w)", r"\g<key> is in review"),
    (rf"{OPENS}(?P<which>(?:all|every|everything)\b[^:?]*?) to (?P<what>(?:priority|status) [a-z ]+?)\W*$", r"\g<lead>set \g<which> to \g<what>"),
    (rf"{OPENS}(?P<which>all\b[^:?]*?\b(?:tasks?|milestones?|tickets?|work)\b[^:?]*?) (?P<by>{LENGTH} (?:later|earlier))\W*$",
     r"\g<lead>move \g<which> \g<by>"),
    ((rf"{OPENS}(?:everything|all|whatever|all that) (?P<who>{NAME}) (?:still )?has (?:still )?(?:open |left |to do )?(?P<in>on|in) (?P<of>{NAME}) "
     rf"(?:goes|moves|passes|should go|is to go) (?:over )?to (?P<to>{NAME})(?: (?:from|as of|starting) (?:today|now|tomorrow)(?: on)?)?\W*$"),
     r"\g<lead>move all of \g<who>'s open tasks on \g<of> to \g<to>"),
    (rf"{OPENS}put me down for (?P<which>all of them|them|both|it|that|this|these|those)\W*$", r"\g<lead>assign \g<which> to me"),
    ((rf"{OPENS}(?P<verb>approve|accept|reject|decline) (?:the )?(?P<what>[\w -]+?) (?P<noun>change|request|change request) (?P<for>for (?:the )?"
     r"(?P<whom>[a-z]+))\W*$"), r"\g<lead>\g<verb> the \g<what> \g<whom> \g<noun>"),
    ((r"(?<=[,.;])\s*(?:and )?(?:(?:it['’]?s|it is|that['’]?s|this is) mine|mine|i(?:['’]ll| will)? (?:own|look after|take care of|take|answer for|handle) "
      rf"(?:it|this|that)){ENDS}"), " owner me"),
    (rf"(?<=[,.;])\s*(?:it['’]?s|it is|that['’]?s) an? (?P<must>must|should|could)(?:[- ]have)?{ENDS}", r" priority \g<must>"),
    (r"(?P<risk>\brisk\b.*?[,.;:]) *(?:i['’]?d say |i would say |say |about )?(?P<p>[1-5]) ?[x×*] ?(?P<i>[1-5])\b",
     r"\g<risk> probability \g<p>, impact \g<i>"),
    ((rf"{OPENS}(?:we|i)(?:['’]ve| have)(?: got)? an? (?:new )?(?P<what>problem|issue|bug|defect|risk) (?:on|with|in|at) (?P<of>{NAME})\s*[,:–-]\s*"),
     r"\g<lead>new \g<what> on \g<of>: "),
    (rf"{OPENS}(?P<what>(?:new |another )?{NAME}(?: {NAME})? (?:for|on) {NAME}) (?:pls|plz|please)\s*[.,:]\s*", r"\g<lead>\g<what>: "),
))
VALUE = re.compile(r"\d\s*(?:%|percent|h\b|hours?)|\b(?:owner|responsible|due|priority|high|low|critical|progress|review|because|should|must|please|set|"
                   r"mark|move|give|assign|make|put|tell|and)\b", re.I)
WHO, IS = r"(?:he|she|they|we|i|it|NAMES|(?:the|our|my) [a-z]+(?: [a-z]+)?)", r"(?:is|are|am|was|were|has|have|had|will be|can ?not|can['’]t|\w+n['’]t)"
REASON = rf"\s*(?:,|\s[–—-]\s)\s*(?P<why>(?:(?:since|as|cause|cos)\s+)?{WHO}(?:['’](?:s|re|m|ve)|\s+{IS})\b(?P<rest>[^,;:?]*))$"
VERB = re.compile(rf"{OPENS}(?:move|push|postpone|delay|give|assign|reassign|hand|shift|reschedule|cancel|set|extend|bring|all)\b", re.I)


def put_as_wish(text: str, projects: Iterable[str]) -> str:
    """The same wish in the usual words; what is quoted stays."""
    if QUOTED.search(text) or "\n" in text.strip():
        return text
    if (named := _keyed(tuple(projects))) is not None:
        text = named.sub(lambda m: f"{m['of']} {m['code'].upper()}-{m['n']}", text)
    for said, plain in TURNS:
        text = said.sub(plain, text)
    return text


def without_reason(text: str, people: Iterable[str]) -> tuple[str, str]:
    """An order without the clause behind it that only says why, and that clause: “push it back a week, ben is swamped”."""
    if not VERB.match(text) or ":" in text or QUOTED.search(text):
        return text, ""
    m = _reason(tuple(people)).search(text.rstrip(" .!"))
    return (text[:m.start()], m["why"]) if m and not VALUE.search(m["rest"]) else (text, "")


@lru_cache(maxsize=16)
def _keyed(projects: tuple[str, ...]) -> re.Pattern[str] | None:
    names = "|".join(re.escape(n) for n in sorted(projects, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<of>{names}) (?P<code>{CODES})[ -]?(?P<n>\d{{1,4}})(?![\w-])", re.I) if names else None


@lru_cache(maxsize=16)
def _reason(people: tuple[str, ...]) -> re.Pattern[str]:
    names = {part for name in people for part in (name, name.split()[0])}
    return re.compile(REASON.replace("NAMES", "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)) or r"(?!)"), re.I)
