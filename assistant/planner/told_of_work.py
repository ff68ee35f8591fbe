"""How a piece of work stands, told by its title and without a verb of order: “password reset nearly there, say 80 percent”, “vienna is finished!”."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
import re

from assistant.planner.besides import HOURS
from assistant.planner.hearing import Heard
from records.kinds import Task

NOW = r"(?:(?:now|finally|at last|also|just|all|already|actually|still|again|meanwhile)\s+)*"
BE = r"(?:is|are|['’]s|was|looks?|stands?|has been|have been)"
DONE = r"(?:done|finished|completed?|fixed|sorted(?: out)?|solved|wrapped up|ready)"
NUMBER = r"(?P<n>\d{1,3}(?:\s*(?:%|percent|per cent|pct)(?!\w))?)"
READY = r"(?: (?:done|complete|finished|ready))?(?: now)?"
REASON = r"(?P<why>[^,;.!?]{3,120})"
WHY = rf"(?: (?:by|because(?: of)?|as|since|until|on|for|with|without) {REASON})?"
NOT = r"(?:will not|won['’]?t|can ?not|can['’]?t)"
OPENING = re.compile(r"^\W*(?:(?:sorry|fyi|hi|hello|hey|ok|okay|so|well|update|just|unfortunately|please|by the way|btw|and)\b[\s,:.!-]*)*", re.I)
CLOSING = re.compile(r"[\s,.!;]*(?:\b(?:please|pls|plz|thanks|thx|cheers)\b[\s,.!]*)*$", re.I)
CUT = re.compile(r"\s*(?:[,;]|[.!](?=\s)|\s[–—-]\s|\bbut\b)\s*|:\s+", re.I)
STATES = tuple((re.compile(rf"^{said}$", re.I), dict(values)) for said, values in (
    (r"(?:i |we )?(?:have |just |now )*(?:started|begun|began)(?: (?:with|on))? (?P<t>.+)", {"status": "in progress"}),
    (rf"(?:i |we )?(?:can ?not|can['’]?t) (?:go on|continue|proceed|carry on) (?:with|on) (?P<t>.+?){WHY}", {"status": "blocked"}),
    (rf"(?:i |we )?{NOT} (?:make|manage|meet|be ready|be done) (?:(?:by|on|until) )?\0+ (?:with|on|for) (?P<t>.+)", {}),
    (rf"(?:i |we )?{NOT} (?:make|manage|finish) (?P<t>.+?) (?:by|on|until|before) \0+", {}),
    (rf"(?P<t>.+?)(?: {BE})? {NOW}(?:(?:not|no longer) (?:blocked|stuck|held up)(?: any ?more| any longer| now)?|unblocked)", {"status": "in progress"}),
    (rf"(?P<t>.+?)(?: {BE})? (?:nearly|almost|practically) (?:there|done|finished|ready|complete)", {}),
    (rf"(?P<t>.+?)(?: (?:{BE}|now|at|up to))+ {NUMBER}{READY}", {}),
    (rf"(?P<t>.+?) (?=\d+\s*(?:%|p)){NUMBER}{READY}", {}),
    (rf"(?P<t>.+?)(?: {BE}| goes| moves)? {NOW}(?:in|into|to|ready for) review", {"status": "in review"}),
    (r"(?P<t>.+?) (?:goes|moves|should go) (?:over )?to (?P<who>\0+)", {}),
    (rf"(?P<t>.+?)(?: {BE})? {NOW}(?:blocked|stuck|held up|waiting){WHY}", {"status": "blocked"}),
    (rf"(?P<t>.+?) (?:can ?not|can['’]?t) (?:go on|continue|proceed){WHY}", {"status": "blocked"}),
    (rf"(?P<t>.+?) {BE} {NOW}{DONE}", {"status": "done"}),
    (rf"(?P<t>.+?) {BE} {NOW}(?:started|under ?way|in progress)", {"status": "in progress"}),
))
FURTHER = tuple(re.compile(rf"^{said}$", re.I) for said in (
    rf"(?:(?:let['’]?s |i would |i['’]d )?say|about|around|at|now at|is at|now|call it|it is at)?\s*{NUMBER}{READY}",
    r"(?:i |we )?(?:will |it will |should |it )?(?:still )?(?:needs?|takes?|be (?:done|ready|finished))(?: time| more time)? (?:until|till|by|on) (?P<day>\0+)",
    r"(?:until|till|by|due|due on|rather|make it|new date|ready by|done by) (?P<day>\0+)",
    r"(?P<day>\0+) (?:is|looks|would be|seems) (?:more )?(?:realistic|better|possible|doable|fine|likely|ok|okay)",
    r"(?:i |we )?(?:spent |worked |put in |did )?(?P<hours>\0+(?: \0+)?)(?: on it)?",
    rf"(?:i am |we are |it is |still )?(?:waiting|blocked|stuck|held up){WHY}",
    r"(?:i |we )?(?:can ?not|can['’]?t) (?:go on|continue|proceed)",
))
NO_TITLE = re.compile(r"^(?:it|that|this|he|she|they|we|i|you|everything|all|both|them|those|these|there|what|who|which|why|how|when|where|nothing|nobody|"
                      r"some\w*|every\w*|any\w*|one|mine|work|things?|if|is|are|was|do|does|did|will|can|could|should|would|has|have|please|show|list|give|"
                      r"tell|find|set|move|make|put|mark|add|create|new|note|log|change|update|increase|raise|reduce|lower|assign|remind|ask|"
                      r"send|let|no|not|only|rename|approve|reject|push|postpone|delay|close|finish|complete|cancel|reopen|bring|suppose|assume)\b", re.I)
ARTICLE = re.compile(r"^(?:(?:the|my|our|task|work on)\s+)+", re.I)
NOT_YET = re.compile(r"\b(?:above|below|over|under|more|less|than|at least|at most|top|last|not|never|half|partly|\w+n['’]t|if|when|once|until|after|before|"
                     r"whether|who|which)\b", re.I)
OF_KIND = re.compile(r"\s*(?:$|\d|(?:of|on|for|with|about|in|at|that|to)\b)", re.I)
MOST, HUNDRED = 8, 100                          # words of a title; percent


@dataclass(frozen=True)
class Told:
    """The words of a title, what becomes of the work that is called so, and what is said besides."""
    title: str
    values: Mapping[str, str]
    asides: tuple[str, ...] = ()


def told_of_work(heard: Heard) -> Told | None:
    """What a statement about a piece of work says; None when a part of it that holds a value is not read, or another kind of thing is told of."""
    if heard.text.rstrip().endswith("?") or "\n" in heard.text.strip() or heard.types & {"KEY", "TEXT", "REPEAT", "MONEY", "CHANGE", "project"}:
        return None
    masked = _masked(heard)
    parts = list(_parts(heard.text, masked))
    found = _state(heard.text, masked, *parts[0]) if parts else None
    if found is None and len(parts) > 1 and heard.text[parts[0][1]] == ":":                   # “order history: waiting for the web shop”
        found = Told(heard.text[slice(*parts[0])], {})
    if found is None or not _is_title(found.title, heard):
        return None
    values, asides = dict(found.values), list[str]()
    for begin, end in parts[1:]:
        more = _further(heard.text, masked, begin, end)
        if more is None and any(s.start < end and begin < s.end for t, s in heard.spans if t in ("HOURS", "PERCENT", "person")):
            return None
        values |= {n: v for n, v in (more or {}).items() if v and n not in values}
        asides += [heard.text[begin:end]] if more is None else []
    if values.get("status") == "blocked" and "blocked by" not in values and asides:
        values["blocked by"] = asides[0]
        asides = asides[1:]
    return Told(ARTICLE.sub("", found.title), values, tuple(asides)) if values else None


def _masked(heard: Heard) -> str:
    """The text with days, hours and people as signs, so that only what was heard as one is taken for one."""
    masked = heard.text
    measured = ((m.start(), m.end()) for m in HOURS.finditer(heard.text))
    for start, end in (*measured, *((s.start, s.end) for t, s in heard.spans if t in ("DATE", "HOURS", "person"))):
        masked = masked[:start] + "\0" * (end - start) + masked[end:]
    return masked


def _parts(text: str, masked: str) -> Iterator[tuple[int, int]]:
    """Where the statement and what follows it begin and end."""
    opening, closing = OPENING.match(text), CLOSING.search(text)
    begin, last = opening.end() if opening else 0, closing.start() if closing else len(text)
    for m in CUT.finditer(masked, begin, last):
        if m.start() > begin:
            yield begin, m.start()
        begin = m.end()
    if begin < last:
        yield begin, last


def _state(text: str, masked: str, begin: int, end: int) -> Told | None:
    for said, values in STATES:
        if m := said.match(masked[begin:end]):
            title = text[begin + m.start("t"):begin + m.end("t")].strip()
            return Told(title, {**values, **_pieces(m, text[begin:end])})
    return None


def _further(text: str, masked: str, begin: int, end: int) -> dict[str, str] | None:
    """The values in what follows; None when it is read as nothing."""
    for said in FURTHER:
        if m := said.match(masked[begin:end]):
            blocked = {"status": "blocked"} if re.search(r"\b(?:waiting|blocked|stuck|held up|can ?not|can['’]?t)\b", m[0], re.I) else {}
            return {**blocked, **_pieces(m, text[begin:end])}
    return None


def _pieces(m: re.Match[str], text: str) -> dict[str, str]:
    """What the places of a statement hold, by the field that they fill."""
    fields = {"n": "progress", "day": "due", "hours": "time entry", "who": "owner", "why": "blocked by"}
    found = {fields[name]: text[m.start(name):m.end(name)].strip() for name, said in m.groupdict().items() if said and name in fields}
    number = re.match(r"\d+", found.get("progress", "0"))
    return {} if number and int(number[0]) > HUNDRED else found


def _is_title(title: str, heard: Heard) -> bool:
    """Whether words may be a title: few, no name of somebody, no pronoun, no order, no other kind and no figure, and with a word that tells something."""
    bare = ARTICLE.sub("", title)
    begin = heard.text.find(bare)
    inside = [(t, s) for t, s in heard.spans if begin <= s.start < begin + len(bare)]
    is_other = any(t == "person" or (t == "FIGURE" and s.end - s.start >= len(bare)) or (
        t == "KIND" and s.start == begin and (heard.said(s).lower().endswith("s") or (
            s.value != Task.kind.one and OF_KIND.match(heard.text[s.end:begin + len(bare)])))) for t, s in inside)
    telling = [w for w in re.findall(r"[\w'-]+", bare) if len(w) > 2]  # noqa: PLR2004 - an article is no title
    return bool(telling) and not is_other and len(bare.split()) <= MOST and not NO_TITLE.match(bare) and not NOT_YET.search(bare)
