"""How long something has been there, or has lain untouched: “risks older than 6 months”, “open for more than 30 days”, “nobody touched for two weeks”."""
import re

from assistant.planner.heard.hearing import Heard
from language.numbers import read_number
from language.words import Span
from records.kinds.base import Record, split

NUMBER = r"half an?|\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety"
LENGTH = rf"(?P<n>{NUMBER}) (?:full |whole |calendar )?(?P<unit>days?|weeks?|fortnights?|months?|quarters?|years?)(?![\w-])"
HALVES = {"year": "6 months", "month": "15 days", "quarter": "45 days", "week": "4 days", "fortnight": "1 weeks"}
OVER = "(?:more than|longer than|over|upwards of|greater than|above)"
LEAST = "(?:at least|no less than|a minimum of)"
BEEN = (r"\b(?:open|waiting|waits?|waited|undecided|pending|unresolved|unsolved|unanswered|unapproved|outstanding|around|there|hanging|lingering|sitting|lying|"
        r"known|recorded|in the (?:register|log|system|list)|on the (?:list|register|books)|with us|not (?:decided|resolved|closed|approved|answered))"
        r"(?: (?:for|on) (?:an? |the )?(?!(?:days?|weeks?|months?)\b)[a-z]{4,}(?= )| with us| already| now)?")
ARE = r"\b(?:(?:that|which|and) (?:is|are|was|were) )?"
AGES = tuple(re.compile(said, re.I) for said in (
    rf"{ARE}(?:(?P<least>{LEAST}) )?{LENGTH}(?P<more> or more| and more)? old(?P<more2>er| or more| or older)?\b",
    rf"{ARE}(?:(?P<below>not|no|never) )?older than {LENGTH}(?: old)?",
    rf"{ARE}(?P<below>younger|newer|fresher) than {LENGTH}",
    rf"{ARE}(?:over|more than|upwards of) {LENGTH} old\b",
    rf"{BEEN}(?P<of> (?:for |since )?(?:(?:{OVER}|(?P<least>{LEAST})) {LENGTH}))(?: now| already)?",
    rf"{BEEN}(?P<of> for {LENGTH}(?P<least> (?:or|and) (?:more|longer)| at least)?)(?: now| already)?",
    (r"\b(?:(?:that|which) )?(?:(?:have|has|were|was|are) )?(?:been )?(?:created|recorded|added|logged|written down|submitted|opened|entered|registered) "
     rf"(?:{OVER}|(?P<least>{LEAST})) {LENGTH} ago"),
))
DEED = "(?:touched|changed|updated|edited|modified|looked at|moved|maintained|written to|worked with)"
LAIN = (rf"(?:\b(?:(?:that|which) )?(?:nobody|no one|no-one|noone)(?:['’]s)?(?: has| have| had)?(?: yet| ever)? {DEED}|"
        rf"\b(?:(?:that|which) )?(?:(?:has|have|was|were|is|are) )?(?:(?:not|never)(?: been)?|(?:has|have|was|were|is|are)n['’]t(?: been)?) {DEED}|"
        r"\b(?:(?:that|which) )?(?:(?:has|have|is|are|lies?|lay|been) )*(?:untouched|unchanged|unedited|stale|idle|dormant)|"
        r"\b(?:(?:that|which) )?(?:without|with no|have had no|has had no|had no|have no|has no|saw no|no) (?:an?y? )?(?:recent )?"
        r"(?:changes?|updates?|activity|movement|edits?|touch)(?: at all)?)")
UNTOUCHED = (re.compile(rf"{LAIN}(?: (?:in|for|since|over|within|during))?(?: the)?(?: (?:last|past))?(?: (?:{OVER}|{LEAST}))? {LENGTH}(?: or more| now)?",
                        re.I),
             re.compile(rf"{LAIN} since (?P<since>(?!last look)[\w ]{{3,20}}?)(?=\s*(?:[?.!,]|$))", re.I))


def ages(kind: type[Record], heard: Heard) -> tuple[dict[str, str], tuple[Span, ...]]:
    """The conditions on how long records have been there or have not been written to, and where each is said."""
    found, where = dict[str, str](), list[Span]()
    for said in AGES:
        if (m := said.search(heard.text)) and not _came_later(kind, heard, m):
            groups = m.groupdict()
            op = "below" if groups.get("below") else "at least" if any(groups.get(g) for g in ("least", "more", "more2")) else "above"
            found["age"] = f"{op} {_length(m)}"
            start = m.start("of") if groups.get("of") else m.start()
            where.append(Span(start, m.end(), m[0][start - m.start():]))
            break
    if m := next(filter(None, (said.search(heard.text) for said in UNTOUCHED)), None):
        days = {s.start: heard.said(s) for s in heard.of("DATE")}
        since = m.groupdict().get("since")
        if not since or m.start("since") in days:
            found["untouched"] = f"since {days[m.start('since')]}" if since else f"at least {_length(m)}"
            where.append(Span(m.start(), m.end(), m[0]))
    return found, tuple(where)


def without_ages(kind: type[Record], heard: Heard) -> Heard:
    """The message without the words for such a condition, so that they are read for nothing else."""
    _, where = ages(kind, heard)
    return heard.without(where) if where else heard


def lasting(kind: type[Record], heard: Heard) -> str:
    """The words for how long a state has lasted that no record is in from its first day on; "" where there are none."""
    return next((m[0] for said in AGES if (m := said.search(heard.text)) and _came_later(kind, heard, m)), "")


def _came_later(kind: type[Record], heard: Heard, m: re.Match[str]) -> bool:
    """Whether the state that lasts is another than being open, in which no record is from its first day on: a task that waits was made before it waited."""
    own = {w.lower(): "open" in split(spoken) for spoken, _ in kind.kind.sayings for w in split(spoken)}
    return any(not own.get(str(s.value), True) for s in heard.of("SAYING") if m.start() <= s.start < m.end())


def _length(m: re.Match[str]) -> str:
    number, unit = m["n"].lower(), m["unit"].lower().removesuffix("s")
    if number.startswith("half"):
        return HALVES.get(unit, f"1 {unit}")
    return f"{1 if number in ('a', 'an') else read_number(number) or number:g} {unit}s"
