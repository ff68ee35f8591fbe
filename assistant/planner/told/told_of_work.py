"""How a piece of work stands, told by its title and without a verb of order: “password reset nearly there, say 80 percent”, “vienna is finished!”."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
import re

from assistant.planner.heard.besides import HOURS
from assistant.planner.heard.hearing import Heard
from assistant.planner.words.phrases import NOT_DOING
from language.words import words
from records.kinds import Benefit, Decision, Issue, Milestone, Objective, Requirement, Risk, Task

NOW = r"(?:(?:now|finally|at last|also|just|all|already|actually|still|again|meanwhile)\s+)*"
BE = r"(?:is|are|['’]s|was|looks?|stands?|has been|have been)"
DONE = r"(?:done|finished|completed?|fixed|sorted(?: out)?|solved|wrapped up|ready)"
NUMBER = r"(?P<n>\d{1,3}(?:\s*(?:%|percent|per cent|pct)(?!\w))?)"
UNTIL = "(?:until|till|by|on)"
DAY, PERSON, EFFORT, MOVE = "\\x00+", "\\x01+", "\\x02+", "\\x03+"   # what stands for a day, somebody, hours, and how far a day moves
MOVES = re.compile(r"\b(?:later|earlier|slips?|slipped|back|forward|delayed)\b", re.I)
LENGTH = r"(?:an?|one|two|three|four|\d+) (?:working )?(?:days?|weeks?|months?)"
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
    (rf"(?:i |we )?{NOT} (?:make|manage|meet|be ready|be done) (?:(?:by|on|until) )?{DAY} (?:with|on|for) (?P<t>.+)", {}),
    (rf"(?:i |we )?{NOT} (?:make|manage|finish) (?P<t>.+?) (?:by|on|until|before) {DAY}", {}),
    (rf"(?P<t>.+?) {NOT} (?:make it|be ready|be done|be finished) (?:by|on|until|before) {DAY}", {}),
    (rf"(?:i |we )?(?:have |just )*(?:finished|completed|fixed|sorted out|wrapped up) (?P<t>.+?) (?P<on>{DAY})", {"status": "done"}),
    (rf"(?P<t>.+?) (?:slips?|slides?|is delayed|is late) (?:by )?(?P<late>{LENGTH}|{EFFORT}|{DAY})", {}),
    (rf"(?P<t>\S+ \S.*?) (?P<day>{MOVE})", {}),
    (rf"(?P<t>\S+ \S.*?) (?:starts?|begins?|will (?:start|begin)|kicks off) (?:on )?(?P<from>{DAY})", {}),
    (rf"(?P<t>\S+ \S.*?) (?:is|will be) due (?:on|by) (?P<day2>{DAY})", {}),
    (rf"(?P<t>.+?) (?:slips?|slides?|moves|is moved|is postponed) to (?P<day>{DAY})", {}),
    (rf"(?P<t>.+?)(?: {BE})? {NOW}(?:(?:not|no longer) (?:blocked|stuck|held up)(?: any ?more| any longer| now)?|unblocked)", {"status": "in progress"}),
    (rf"(?P<t>.+?)(?: {BE})? (?:nearly|almost|practically) (?:there|done|finished|ready|complete)", {}),
    (rf"(?P<t>.+?)(?: (?:{BE}|now|at|up to))+ {NUMBER}{READY}", {}),
    (rf"(?P<t>.+?) (?=\d+\s*(?:%|p)){NUMBER}{READY}", {}),
    (rf"(?P<t>.+?)(?: {BE}| goes| moves)? {NOW}(?:in|into|to|ready for) review", {"status": "in review"}),
    (rf"(?P<t>.+?) (?:goes|moves|should go) (?:over )?to (?P<who>{PERSON})", {}),
    (rf"(?P<t>.+?)(?: {BE})? {NOW}(?:blocked|stuck|held up|waiting){WHY}", {"status": "blocked"}),
    (rf"(?P<t>.+?) (?:can ?not|can['’]?t) (?:go on|continue|proceed){WHY}", {"status": "blocked"}),
    (rf"(?P<t>.+?) {BE} {NOW}(?:all )?{DONE} (?P<but>(?:apart from|except(?: for)?|but for|other than|save for) .+)", {}),
    (rf"(?P<t>.+?) {BE} {NOW}{DONE}", {"status": "done"}),
    (rf"(?P<t>\S+ \S.*?)(?: {BE}| will be| to be)? (?:done|finished|fixed|sorted|ready|complete) (?:by|until|till) (?P<day>{DAY})", {}),
    (r"(?P<t>\S+ \S.*?) (?:done|finished|fixed|sorted)", {"status": "done"}),
    (r"(?P<t>\S+ \S.*?) (?:started|begun|under ?way)", {"status": "in progress"}),
    (rf"(?P<t>.+?) {BE} {NOW}(?:started|under ?way|in progress)", {"status": "in progress"}),
))
FURTHER = tuple((re.compile(rf"^{said}$", re.I), dict(values)) for said, values in (
    (rf"(?:(?:let['’]?s |i would |i['’]d )?say|about|around|at|now at|is at|now|call it|it is at) {NUMBER}{READY}", {}),
    (rf"(?=\d+\s*(?:%|p)){NUMBER}{READY}", {}),
    (rf"(?:i |we )?(?:will |it will |should |it )?(?:still )?(?:needs?|takes?|be (?:done|ready|finished))(?: more)?(?: time)? {UNTIL} (?P<day>{DAY})", {}),
    (rf"(?:until|till|by|due|due on|rather|make it|new date|ready by|done by) (?P<day>{DAY})", {}),
    (rf"(?P<day>{DAY}) (?:is|looks|would be|seems) (?:more )?(?:realistic|better|possible|doable|fine|likely|ok|okay)", {}),
    (rf"(?:i |we )?(?:spent |worked |put in |did )?(?P<hours>{EFFORT}(?: {DAY})?)(?: on it)?", {}),
    (rf"(?:i am |we are |it is |still )?(?:waiting|blocked|stuck|held up){WHY}", {"status": "blocked"}),
    (r"(?:i |we )?(?:can ?not|can['’]?t) (?:go on|continue|proceed)", {"status": "blocked"}),
    (rf"(?:it is |is )?{NOW}(?:in|into|ready for) review", {"status": "in review"}),
    (rf"(?:it is |is )?{NOW}{DONE}", {"status": "done"}),
))
NO_TITLE = re.compile(r"^(?:\d+|gets?|got|need|want|must|see|help|stop|start|consider|"
                      r"it|that|this|he|she|they|we|i|you|everything|all|both|them|those|these|there|what|who|which|why|how|when|where|nothing|nobody|"
                      r"some\w*|every\w*|any\w*|one|mine|work|things?|if|is|are|was|do|does|did|will|can|could|should|would|has|have|please|show|list|give|"
                      r"tell|find|set|move|make|put|mark|add|create|new|note|log|change|update|increase|raise|reduce|lower|assign|remind|ask|"
                      r"send|let|no|not|only|rename|approve|reject|push|postpone|delay|close|finish|complete|cancel|reopen|bring|suppose|assume)\b", re.I)
ARTICLE = re.compile(r"^(?:(?:the|my|our|task|work on)\s+)+", re.I)
NOT_YET = re.compile(r"\b(?:all|every|each|above|below|over|under|more|less|than|at least|at most|top|last|not|never|half|partly|\w+n['’]t|if|when|once|"
                     r"until|after|before|whether|who|which)\b", re.I)
ROLE = re.compile(r"\b(?:customer|client|supplier|team|user|colleague|board|committee|people|management|department|staff|dealer|vendor|boss|office)s?$", re.I)
OF_KIND = re.compile(r"\s*(?:$|\d|(?:of|on|for|with|about|in|at|that|to)\b)", re.I)
LINK = re.compile(r"\b(?:by|of|at|to|in|on|for|with|from|gets?|is|are|was|be|and|or|the|an?|it|this|that|them|things?|stuff|work)$", re.I)
ASKED = re.compile(r"\b(?:which|what|how|who|why|where)\b", re.I)
OTHERS = frozenset(k.kind.one for k in (Benefit, Decision, Issue, Milestone, Objective, Requirement, Risk))
OURS = ("KIND", "FIGURE", "SAYING")
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
        found = None if any(s.start == parts[0][0] for s in heard.of("KIND")) else Told(heard.text[slice(*parts[0])], {})
    if found is None or not _is_title(found.title, heard) or ASKED.search(heard.text, parts[0][1]):
        return None
    values, asides = dict(found.values), list(found.asides)
    for begin, end in parts[1:]:
        more = _further(heard.text, masked, begin, end)
        named = [(t, s) for t, s in heard.spans if s.start < end and begin < s.end and t in ("HOURS", "PERCENT", "person")]
        if more is None and any(t != "person" or not NOT_DOING.match(heard.text[s.end:]) for t, s in named):
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
    signs = {"HOURS": "\2", "DATE": "\0", "person": "\1"}
    spans = ((("\3" if t == "DATE" and MOVES.search(heard.said(s)) else signs[t]), s.start, s.end) for t, s in heard.spans if t in signs)
    for sign, start, end in (*(("\2", *each) for each in measured), *spans):
        masked = masked[:start] + sign * (end - start) + masked[end:]
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
            but = text[begin + m.start("but"):begin + m.end("but")] if "but" in m.groupdict() else ""
            return Told(title, {**values, **_pieces(m, text[begin:end])}, (but,) if but else ())
    return None


def _further(text: str, masked: str, begin: int, end: int) -> dict[str, str] | None:
    """The values in what follows; None when it is read as nothing."""
    for said, values in FURTHER:
        if m := said.match(masked[begin:end]):
            return {**values, **_pieces(m, text[begin:end])}
    return None


def _pieces(m: re.Match[str], text: str) -> dict[str, str]:
    """What the places of a statement hold, by the field that they fill."""
    fields = {"n": "progress", "day": "due", "late": "due", "hours": "time entry", "who": "owner", "why": "blocked by", "on": "done on", "from": "start",
              "day2": "due"}
    found = {fields[name]: f"{text[m.start(name):m.end(name)].strip()}{' later' if name == 'late' else ''}"
             for name, said in m.groupdict().items() if said and name in fields}
    number = re.match(r"\d+", found.get("progress", "0"))
    return {} if number and int(number[0]) > HUNDRED else found


def _is_title(title: str, heard: Heard) -> bool:
    """Whether words may be a title: few, no name of somebody, no pronoun, no order, no other kind and no figure, and with a word that tells something."""
    bare = ARTICLE.sub("", title)
    begin = heard.text.find(bare)
    inside = [(t, s) for t, s in heard.spans if begin <= s.start < begin + len(bare)]
    is_other = any(t == "person" or (t in ("KIND", "FIGURE") and s.start == begin and (
        (t == "KIND" and heard.said(s).lower().endswith("s"))
        or (s.value != Task.kind.one and OF_KIND.match(heard.text[s.end:begin + len(bare)])))) for t, s in inside)
    if is_of_others(bare, begin, heard) or (len(bare.split()) == 1 and (bare.lower() in words()["common"] or any(t in OURS for t, _ in inside))):
        return False                                       # somebody waits, is ready; one word that everybody uses is no title
    telling = [w for w in re.findall(r"[\w'-]+", bare) if len(w) > 2]  # noqa: PLR2004 - an article is no title
    return bool(telling) and not is_other and len(bare.split()) <= MOST and not any((NO_TITLE.match(bare), NOT_YET.search(bare), LINK.search(bare)))


def is_of_others(title: str, begin: int, heard: Heard) -> bool:
    """Whether words that could be a title end in who waits or is ready, or in another kind's noun: “the customer”, “CO2 benefit”."""
    end = begin + len(title)
    return ROLE.search(title) is not None or any(s.end == end and s.value in OTHERS and s.start > begin for s in heard.of("KIND"))
