"""Which field a piece of a request belongs to: people by their role, measures by their unit, dates by the word before them, choices by their names."""
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
import re

from assistant.planner.heard.besides import hours
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.repeating import repeats
from assistant.planner.words.lexicon import choice_words, state_of
from assistant.planner.words.phrases import NOT_DOING, STANDS_IN
from assistant.planner.words.plain import among, pattern
from language.numbers import read_number
from language.words import Span
from records.kinds import KINDS
from records.kinds.base import FieldOf, Record, fields

Found = Iterator[tuple[FieldOf, str, Span | None]]           # field, value in words, the piece it was read from
LED = re.compile(r"\b(?:to|by|for|until|till|on|due|@|date|deadline|is|=|:)\W*$")
OWN = re.compile(r"(?:^|[,;.!]\s*)(?:i am|i['’]?m|i was|i will be|i['’]ll be|i have to stay)\b", re.I)
NUMBER = r"\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)*"
DONE = ("promised", "needed", "signed", "reviewed", "delivered")
TELLS = re.compile(r"\b(?:mail|e-mail|call|message|note|request|word|news|request|wish) (?:from|of|by)$")       # who only tells of it
GONE_BY = re.compile(r"yesterday(?: \w+)?|this morning|earlier (?:today|this week)|last (?:night|week|month|\w+day)|\w+ (?:days?|weeks?) ago", re.I)
SIGNED = re.compile(r"\+\s?\d")
PAST = re.compile(r"(?:\b(?:instead of|rather than|from|not|no longer)|n['’]?t (?:make it|manage|be ready|be done|finish|happen|"
                  r"meet)(?: it)?)(?: (?:on|by|until|the))*$")
SENT = re.compile(r"^(?:(?:please|also|and|i (?:need|have) to|remind me(?: on| by)?.* to)\s+)*(?:send|email|mail|forward|write|present|report)\b")
LATER = re.compile(r"(?:an?|one|two|three|four|five|six|\d+) (?:working |business )?(?:days?|weeks?) later", re.I)
MORE_HOURS = re.compile(r"^\W*more\b", re.I)
WIDE_NAMES = ("until", "finish", "date", "end", "from", "day", "on", "due", "deadline", "starts", "begin", "begins")   # these lead to any date
GAP = r"[^\w,;\0]"                                              # a comma parts
BETWEEN = rf"(?:{GAP}*(?:(?:of )?\0+{GAP}*)?(?:(?:is|are|of|to|at|now|was|should be|down|up|back|=){GAP}+)*)"


OF_ROLE = re.compile(r"(?:^|[,;]\s*)(?:(?:and|the|its)\s+)*(?P<role>[a-z]+(?: [a-z]+)?)\s*[:=]?\s*$", re.I)
PART = re.compile(r"[.;]\s|,\s")
PART_ENDS = re.compile(r"\s*(?:[,;.!]|$)")
IS_ROLE = re.compile(r"\s*(?:['’]s|is|are|will be|shall be|should be|acts as|becomes) (?:now )?(?:the|its|our|an?)? ?(?P<role>[a-z]+)\b", re.I)
TAKES_OVER = re.compile(r"\s+(?:(?:could|can|should|will|would|to|please|now|is|has|going)\s+)*(?:takes? (?:it |this |that )?over|taking over|"
                        r"picks? (?:it )?up|looks? after|takes? care)\b", re.I)
STATES = ("status", "phase")
OF_MANY = " of (?:all |every |the |my )[^,;]*? to "               # “set the priority of all late tasks to high”


def people(kind: type[Record], heard: Heard) -> Found:
    """Who is meant by each name: by the word before it, else the owner."""
    roles = [f for f in fields(kind) if f.refers == "person"]
    if not roles:
        return
    usual = _usual_of(roles)
    taken = set[str]()
    for span in sorted(heard.of("person"), key=lambda s: TELLS.search(heard.lead(s)) is not None):
        field = _role_of(kind, roles, span, heard)
        if field is not None and field.name not in taken:
            taken.add(field.name)
            yield field, heard.said(span), span
    if usual.name not in taken and re.search(r"\b(?:remind me|for (?:me|myself)|"
                                             r"assign(?:ed)? (?:it )?to (?:me|myself)|to me|i (?:need|have) to|i must|i should)\b|"
                                             r",\s*me\s*(?:,|$)", heard.text, re.I):
        yield usual, "me", None
    elif usual.name == "person_id" and not taken and OWN.search(heard.text):
        yield usual, "me", None                            # “sorry, I am ill today”


def _role_of(kind: type[Record], roles: Sequence[FieldOf], span: Span, heard: Heard) -> FieldOf | None:
    """The field that a name stands in, by the words around it or else the usual one; None for who is only spoken of."""
    lead, usual = heard.lead(span), _usual_of(roles)
    if (lead.endswith(" to") and SENT.match(heard.plain)) or NOT_DOING.match(heard.text[span.end:]) or (
            usual.name == "person_id" and STANDS_IN.match(heard.text[span.end:])):
        return None                                        # whom it is sent to does not send it; who has not told the budget is a reason
    if (other := OF_ROLE.search(heard.text[:span.start])) and PART_ENDS.match(heard.text[span.end:]) and other["role"].lower() in other_roles(kind):
        return None                                        # “reviewer Mia” of a task, which has none
    said = next((f for f in roles for n in f.names if lead.endswith((n.lower(), f"{n.lower()}:", f"{n.lower()} is"))), _role_behind(roles, span, heard))
    if said is None and any(_role_behind(roles, other, heard) is usual for other in heard.of("person") if other is not span):
        return None                                        # “Victor signed it off. Elena is the owner”
    return said or usual


def _usual_of(roles: Sequence[FieldOf]) -> FieldOf:
    return owner_of(roles) or next((f for f in roles if f.name in ("requester_id", "manager_id")), roles[0])


@cache
def other_roles(kind: type[Record]) -> frozenset[str]:
    """The names of people's fields that only records of other kinds have."""
    own = {n.lower() for f in fields(kind) for n in f.names}
    return frozenset(n.lower() for k in KINDS for f in fields(k) if f.refers == "person" for n in f.names) - own


def _role_behind(roles: Sequence[FieldOf], span: Span, heard: Heard) -> FieldOf | None:
    """The role that is told behind a name: “Elena is the owner”, “Jonas will be its reviewer”."""
    if TAKES_OVER.match(heard.text[span.end:]):
        return owner_of(roles)                             # “Carla is drowning. Could Ben take it over?”
    m = IS_ROLE.match(heard.text[span.end:])
    return next((f for f in roles if m and m["role"].lower() in map(str.lower, f.names)), None)


def owner_of(known: Iterable[FieldOf]) -> FieldOf | None:
    return next((f for f in known if f.name in ("owner_id", "person_id")), None)


def measures(kind: type[Record], heard: Heard) -> Found:
    """Hours, percents, money, counted fields, and how often it repeats."""
    known = {f.name: f for f in fields(kind)}
    others = {f: s for f in fields(kind) for s in heard.of("HOURS") if f.says.unit == "h" and f.name != "hours" and f.says.set_by == "person"
              and any(pattern(rf"\b{re.escape(n)}\b[^,;.]*$").search(heard.text[:s.start]) or pattern(rf"\s+(?:of )?{re.escape(n)}\b").match(heard.text, s.end)
                      for n in among(f.names, heard.text))}
    yield from ((f, heard.said(s), s) for f, s in others.items())
    if "hours" in known and not others:
        worked = [each.span for each in hours(kind, heard)]
        estimates = [s for s in heard.of("HOURS") if not MORE_HOURS.match(heard.text[s.end:]) and not any(w.start < s.end and s.start < w.end for w in worked)]
        yield from ((known["hours"], heard.said(s), s) for s in estimates[:1])
    elif days := _days_of(kind):
        lengths = (s for t, s in heard.spans if (t == "HOURS" or (t == "DATE" and SIGNED.match(heard.said(s)))) and re.search(r"day|week", heard.said(s), re.I))
        yield from ((days, _in_days(heard.said(s)), s) for s in list(lengths)[:1])
    if "progress" in known:
        yield from ((known["progress"], heard.said(s), s) for s in heard.of("PERCENT")[:1])
    elif "current" in known and known["current"].type in (int, float):
        yield from ((known["current"], heard.said(s), s) for s in heard.of("PERCENT")[:1])         # “update OBJ-3 to 83 %”
    if money := [f for f in fields(kind) if f.is_money]:
        named = next((f for f in money if any(pattern(rf"\b{re.escape(n)}\b").search(heard.text) for n in among(f.names, heard.text))), money[0])
        yield from ((named, heard.said(s), s) for s in heard.of("MONEY")[:1])
    yield from _counted(kind, heard)
    yield from repeats(kind, heard)


def _days_of(kind: type[Record]) -> FieldOf | None:
    """The field of a kind that keeps a length in working days."""
    return next((f for f in fields(kind) if f.says.unit == "days" and f.says.set_by == "person"), None)


def delays(kind: type[Record], heard: Heard) -> Found:
    """How much later a new record makes its project: “change request: tablets as well, 15 days later”."""
    days = _days_of(kind) if not any(f.name == "hours" for f in fields(kind)) else None
    yield from ((days, _in_days(heard.said(s)), s) for s in heard.of("DATE") if days and LATER.fullmatch(heard.said(s)))


def _in_days(said: str) -> str:
    """A length in working days: “+4 days”, “three weeks”."""
    number = re.sub(r"\D+$", "", said.lstrip("+").strip()) or said.split(maxsplit=1)[0]
    count = int(number) if number.isdigit() else int(read_number(number) or 1)
    return str(count * (5 if "week" in said.lower() else 1))


def _counted(kind: type[Record], heard: Heard) -> Found:
    """A number said with its field's name: "probability 4", "set the impact of … to 3"."""
    for f in fields(kind):
        is_number = f.type in (int, float) or (f.is_money and not heard.of("MONEY"))
        if is_number and f.says.set_by == "person" and f.name not in ("hours", "progress"):
            names = "|".join(re.escape(n) for n in among(f.names, heard.masked))
            if not names:
                continue
            behind = pattern(rf"\b(?:{names})(?: value| level)?\b{BETWEEN}(?P<n>{NUMBER})(?!\w)").search(heard.masked)          # “power 2 interest 4”
            if m := behind or pattern(rf"(?<![\w.,-])(?P<n>{NUMBER})\s+(?:points?\s+)?(?:{names})\b").search(heard.masked):
                yield f, m["n"], Span(m.start(), m.end(), m["n"])


def choices(kind: type[Record], heard: Heard) -> Found:
    """Choices named by their field: "priority high", "set the priority of T-12 to high", "high priority", or "critical" alone."""
    masked = heard.masked
    graver = next((f for f in fields(kind) if "critical" in f.choices), None)              # what “make it critical” is about
    own = state_of(kind)                                   # “hard commitment” is said of no state but its own
    for f in (f for f in fields(kind) if (f.choices and (f != own or f.name not in STATES)) or (f.says.words and not f.choices)):
        words = [(w, v) for name, w, v in choice_words(str(kind.__tablename__)) if name == f.name and among((w,), masked)]
        names = "|".join(re.escape(n) for n in f.names)
        for word, value in words:
            said = rf"(?<![\w-]){re.escape(word)}(?![\w-])"
            m = pattern(rf"\b(?:{names})\b(?:{BETWEEN}|{OF_MANY}){said}|{said}\s+(?:{names})\b|!{re.escape(word)}\b").search(masked)
            if m:
                yield f, value, Span(m.start(), m.end(), value)
                break
        else:
            if f == graver and (m := re.search(r"\b(?:make|it is|it's|is|as|now)\b.*\b(?P<p>critical|urgent)\b", masked, re.I)):
                yield f, "critical", Span(m.start("p"), m.end("p"), "critical")


def day(kind: type[Record], heard: Heard, *, new: bool) -> Found:
    """The day that is said, in the field whose name leads to it, else the one the kind is about; a new record takes its required one."""
    dates = [f for f in fields(kind) if f.type is date]
    late = [span for _, _, span in delays(kind, heard)] if new else []
    spans = [s for s in heard.of("DATE") if s not in late and not PAST.search(heard.lead(s)) and not SIGNED.match(heard.said(s))]
    spans = sorted(spans, key=lambda s: (len(spans) > 1 and not _is_named(dates, s, heard), LED.search(heard.lead(s)) is None))
    if dates and spans:
        of = date_field(kind, dates, heard.text[:spans[0].start], new=new)
        yield (happened(kind, of, spans[0], heard) if new else None) or of, heard.said(spans[0]), spans[0]


def _is_named(dates: Iterable[FieldOf], span: Span, heard: Heard) -> bool:
    """Whether a day stands behind the name of its field in the same part: “… by March. Jonas is to validate it till 15 Jan”."""
    part = PART.split(heard.text[:span.start])[-1]
    names = [n for f in dates for n in (*f.names, *(n.split()[0] for n in f.names if " " in n)) if n not in WIDE_NAMES]
    return any(pattern(_in_any_tense(n)).search(part) for n in among(names, part))


def happened(kind: type[Record], of: FieldOf, span: Span, heard: Heard) -> FieldOf | None:
    """The field of a day on which something was done, for one that has gone by where another is usual: raised or decided on, and never due."""
    is_gone = of.name == kind.kind.when and not of.required and GONE_BY.fullmatch(heard.said(span))
    return next((f for f in fields(kind) if f.type is date and f.name.endswith("_on")), None) if is_gone else None


@cache
def _in_any_tense(name: str) -> str:
    """A pattern of a field's name, and of its verb: “promised” is said of what they promise, too."""
    return rf"\b{re.escape(name[:-2])}e?(?:s|d)?\b" if name in DONE else rf"\b{re.escape(name)}(?:ed)?\b"


def date_field(kind: type[Record], dates: list[FieldOf], before: str, *, new: bool) -> FieldOf:
    """The date whose name was said last before it, else the usual one."""
    known = [f for f in dates if not (new and f.name.startswith("baseline"))]              # baselines are agreed, not said
    said = [(m.end(), f) for f in known for n in f.names if n not in WIDE_NAMES for m in pattern(_in_any_tense(n)).finditer(before)]
    if re.search(r"\b(?:starting|starts|begins|beginning|from)\W*$", before, re.I) and (start := next((f for f in dates if f.name == "start"), None)):
        return start
    if said:
        return max(said, key=lambda each: each[0])[1]
    required = next((f for f in dates if f.required), None)
    return required if new and required else next((f for f in dates if f.name == kind.kind.when), dates[0])
