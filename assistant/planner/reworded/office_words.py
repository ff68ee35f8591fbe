"""Short forms of the office, written out before anything is heard: w/o, prio, ppl; what is quoted stays."""
from collections.abc import Callable
import re

from assistant.planner.heard.hearing import QUOTED
from records.kinds import Milestone

SHORT = {"w/o": "without", "w/": "with", "prio": "priority", "sev": "severity", "everythng": "everything", "any1": "anyone", "some1": "someone",
         "prios": "priorities", "til": "until", "'til": "until", "em": "them", "'em": "them",
         "ppl": "people", "wrt": "about", "mgr": "manager", "pls": "please", "plz": "please", "proj": "project", "projs": "projects",
         "re-open": "reopen", "re-opened": "reopened", "re-assign": "reassign", "re-schedule": "reschedule"}
WORD = re.compile(r"(?<![\w/.'’@-])(?:" + "|".join(re.escape(w) for w in sorted(SHORT, key=len, reverse=True)) + r")(?![\w/.'’-])", re.I)


KEY = r"(?P<key>(?:[A-Za-z][\w]*-)+\d+)"
REACHED = rf"(?P<key>(?:[A-Za-z]\w*-)*{Milestone.kind.code}-\d+)"           # a criterion is met, too, and has no day on which it was reached
MONTH = (r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
         r"(?: 20\d\d)?")


def _left(m: re.Match[str]) -> str:
    """What is left of so many hours: “12 of 110 h done” leaves 98."""
    left = int(m["m"]) - int(m["n"])
    return f"{left} hours left" if left >= 0 else m[0]


Plain = str | Callable[[re.Match[str]], str]
SPOKEN: tuple[tuple[str, Plain], ...] = (
    ((r"\b(?:needs?|takes?|will take|requires?|wants?)\s+(?:about |another |some )?(?P<n>\d+(?:[.,]\d+)?)\s*(?:more|additional|extra|further)\s+"
     r"(?P<unit>h|hrs?|hours?)\b(?!\s+(?:per|a|each|of)\b)"), r"has \g<n> \g<unit> left"),
    (rf"^\W*(?:i am|i['’]m|we are|we['’]re) (?:through|done|finished|ready) with (?:the )?{KEY}", r"I finished \g<key>"),
    (rf"\b(?:takes?|will take) care of (?=(?:the )?{KEY.replace('?P<key>', '?:')})", "takes over "),
    (rf"\b(?P<lead>between|from)\s+(?P<a>\d{{1,2}})(?:st|nd|rd|th)?\s*(?P<to>and|to|until|till|-|–)\s*(?P<b>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})\b",
     r"\g<lead> \g<a> \g<month> \g<to> \g<b> \g<month>"),
    (rf"\b(?P<a>\d{{1,2}})(?:st|nd|rd|th)\s*(?P<to>and|&|to|until|-|–)\s*(?P<b>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of )?(?P<month>{MONTH})\b",
     r"\g<a> \g<to> \g<b> \g<month>"),
    (r"\b(?P<n>\d+) of (?P<m>\d+) ?(?:h|hrs|hours) (?:are |is )?(?:done|finished|worked|spent)\b", _left),
    (r"\b(?P<v>mark|set|make|put|take) (?:the )?(?P<key>(?:[A-Za-z]\w*-)*\d+(?: (?:of|on) [\w-]+)?) (?:as |to )?mine\b", r"assign \g<key> to me"),
    (r"\b(?P<that>that|which|who) end (?=(?:this|next|last) (?:year|month|week|quarter)\b)", r"\g<that> finish "),
    ((rf"^(?P<polite>\W*(?:please )?)(?:mark|set|flag|put|note) (?:the )?(?:milestone )?{REACHED} (?:as |to )?(?:reached|achieved|"
     rf"met)\b"), r"\g<polite>set the actual of \g<key> to today"),
    (rf"^\W*{REACHED} (?:was |is |has been )?(?:reached|achieved|met)(?: (?P<day>today|yesterday))?\W*$", r"set the actual of \g<key> to \g<day>"),
    (r"\b(?P<which>priority|open|urgent|overdue|late|blocked|critical|unassigned) (?:work|stuff|things)\b", r"\g<which> tasks"),
    (r"^(?P<polite>\W*(?:please )?)prolong\b", r"\g<polite>extend"),
    *((rf"\b(?:roughly |about |around |some )?(?:{said}) (?:of (?:it|that|the way) )?(?:is |are )?(?:done|finished|completed?|there|through)\b", f"{much} %")
      for said, much in (("two[- ]thirds", 67), ("(?:a|one)[- ]third", 33), ("three[- ]quarters", 75), ("(?:a|one)[- ]quarter", 25), ("half(?:way)?", 50))),
    (r"\bon (?:their |his |her |my )?holidays\b", "on holiday"),
    (r"\b(?P<how>\w+)-(?P<what>priority|prio|severity|sev|impact|probability|likelihood)\b", r"\g<how> \g<what>"),
    (r"\s*(?:->|=>|→)\s*(?:to (?=to\b))?", " to "))
TURNS = tuple((re.compile(said, re.I), plain) for said, plain in SPOKEN)


def _turned(m: re.Match[str], plain: Plain) -> str:
    """The turn in usual words; where it could say a day and does not, it is today."""
    if callable(plain):
        return plain(m)
    return m.expand(plain if m.groupdict().get("day", "said") else plain.replace(r"\g<day>", "today"))


def written_out(text: str) -> str:
    """The text with every short form written out; hours that are needed still are hours left."""
    quoted = [(m.start(), m.end()) for m in QUOTED.finditer(text)]
    for said, plain in TURNS if not quoted else ():
        text = said.sub(lambda m, plain=plain: _turned(m, plain), text)  # type: ignore[misc]
    return WORD.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in quoted) else SHORT[m[0].lower()], text)
