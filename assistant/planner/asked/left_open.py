"""What somebody who is away leaves open, with the fact told before it: “Ben is on holiday from 14 Dec, what has to be handed over?”."""
from collections.abc import Callable, Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import LEFT_OPEN, UNTIL_WHEN
from tools.base import Tool

HANDED = (r"what(?: all| else)? (?:has|have|needs?|must|should|is|are)(?: still)?"
          r"(?: to(?: be)?| be)? ?(?:handed|handing|passed|passing|given|covered|taken)(?: over| on)?")
ONE = "\1+"                                     # what stands for somebody
HIS, THEY = rf"(?:his|her|their|{ONE}(?:['’]s?)?)", rf"(?:he|she|they|{ONE})"
WORK = r"(?:work|tasks?|stuff|things|to-?dos?|open (?:work|tasks?|ends))"
THEN = (r"(?:(?:then|meanwhile|in the meantime|during that(?: time)?|in(?:to)? (?:that|this) (?:time|week|period)|"
        r"while (?:he|she|they) (?:is|are) (?:away|out|off))\b)")
FORMS = tuple(re.compile(said, re.I) for said in (
    (rf"(?P<all>{HANDED}|what do(?:es)? (?:we|i|{THEY}) (?:have|need|has) to (?:hand over|pass on|cover))"
     rf"(?: (?:to (?:others|somebody)|from {THEY}|of {HIS} {WORK}))?"),
    rf"what (?:does|will|would|do) {THEY} leave (?:open|behind|undone|unfinished)", r"what(?: work)? (?:is|stays|remains|gets) left(?: open| undone| over)?",
    rf"(?:what|which)(?: (?:of|from))?(?: {HIS})?(?: {WORK})?(?: of {THEY})? (?:is|are|falls?|comes?|will be|becomes?)(?: due| open| up)?"))
AWAY = r"(?:on (?:holiday|leave|vacation|training)|away|off|out|absent|sick|ill|gone|not (?:in|here))"
IS_AWAY = re.compile(rf"\b{AWAY}\b|\bleaves?\b", re.I)
SPLIT = re.compile(r"^(?P<fact>.+?)(?:\s*[,;.!–—]+\s*|\s+-\s+|\s+(?:so|and)\s+)(?:(?:so|and|but)\s+)*(?P<asks>(?:what|which)\b.+?)[\s?.!]*$", re.I | re.S)
WHILE = re.compile(rf"^\W*(?P<asks>(?:what|which)\b.+?) (?P<fact>(?:while|when|as long as|because|since|as) .*\b{AWAY}\b.*?)[\s?.!]*$", re.I)
ALSO, ALL_HIS = ("risks", "issues"), re.compile(r"\b(?:things|stuff)\b", re.I)
OPEN_END = re.compile(r"\b(?:from|starting|as of|leaves?|since)(?: on)?\s*$", re.I)
LED = re.compile(r"\b(?P<led>until|till|through|up to|by)\s*$", re.I)


def left_open(heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """The open work of that one person in those days, and the days away that are told; None where nothing of the kind is asked."""
    people = heard.of("person")
    if len(people) != 1 or heard.types & {"KEY", "TEXT", "project", "MONEY"}:
        return None
    signed = heard.signed((people[0], "\1"))
    m = WHILE.match(signed) or SPLIT.match(signed)
    asks = re.sub(rf"\s*{THEN}$", "", m["asks"], flags=re.I) if m else ""
    form = next((f for form in FORMS if (f := form.fullmatch(asks))), None)
    if m is None or form is None or not IS_AWAY.search(m["fact"]) or not m.start("fact") <= people[0].start < m.end():
        return None
    name, days = heard.said(people[0]), _days(heard, m.end("fact"))
    others = ALSO if form.groupdict().get("all") else ()
    then = days if not others and ALL_HIS.search(asks) else ""
    others = ALSO if then else others
    lists = [again(f"open tasks of {name}{days}"), *(again(f"open {many} of {name}{then}") for many in others)]
    calls = tuple(call for plan in lists for call in plan.calls)
    fact = Plan() if WHILE.match(signed) or _has_no_end(heard, m.end("fact")) else again(heard.text[m.start("fact"):m.end("fact")])
    told = fact.calls if all(name in tools and tools[name].proposes for name, _ in fact.calls) else ()
    says = " ".join(filter(None, (LEFT_OPEN.format(days=days) if days else "", UNTIL_WHEN.format(who=name) if _has_no_end(heard, m.end("fact")) else "")))
    return Plan((*calls, *told), says, sure=True) if calls else None


def _days(heard: Heard, end: int) -> str:
    """The days that are told, as of what is due; "" where none are."""
    said = [s for s in heard.of("DATE") if s.end <= end]
    if not said:
        return ""
    first, before = heard.said(said[0]), heard.text[:said[0].start]
    if len(said) > 1:
        return f" due from {first} to {heard.said(said[1])}"
    led = LED.search(before)
    return f" due until {first}" if led else f" due from {first}" if OPEN_END.search(before) or re.search(r"\bleaves?\b", before, re.I) else f" due {first}"


def _has_no_end(heard: Heard, end: int) -> bool:
    """Whether days away begin and nothing tells when they end."""
    said = [s for s in heard.of("DATE") if s.end <= end]
    if re.search(r"\bleaves?\b", heard.text[:end], re.I):
        return False                                       # who leaves for good
    return len(said) == 1 and OPEN_END.search(heard.text[:said[0].start]) is not None
