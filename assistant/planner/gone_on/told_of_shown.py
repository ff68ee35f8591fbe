"""What is told of the one record that was shown last, in an order with its key: “they now say the 18th”, “keep it, but the probability is now 5”, “and an
issue from it”."""
import re

from assistant.planner.gone_on.correcting import NUMBER
from assistant.planner.heard.following import RECORD, Context, Earlier
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.words.lexicon import kind_coded
from records.kinds.base import FieldOf, Record, fields

SAY = re.compile(r"^\W*(?:(?:ok|so|and|but|hm+|sorry|update)\b[\s,:]*)*(?:they|he|she|the (?:supplier|vendor|team|agency|partner)|[A-Z]\w+)"
                 r"(?:['’]ve|['’]re| have| has| are| is)?(?: now| just| already)* (?:say(?:s|ing)?|said|promise[sd]?|promising|claims?|tell (?:us|me)|"
                 r"told (?:us|me)|confirm(?:s|ed)?|expect(?:s|ing)?|(?:speak|speaking|talk|talking) of)(?: now)?(?: that)?"
                 r"(?: it (?:is|will be|comes|will come|will arrive|arrives)(?: there| ready| done)?| it)?(?: by| on| for)? "
                 r"(?P<d>(?:the )?\S.*?)(?: now| instead)?\W*$", re.I)
KEEP = re.compile(r"^\W*(?:(?:ok|so|and|yes|no)\b[\s,]*)*(?:(?:keep|leave) (?:it|that|this)(?: open| there| as it is| in)?[\s,]+(?:but|and)\s+|its\s+)"
                  r"(?:the |its |set the )?(?P<f>[a-z][a-z ]{2,24}?) (?:is|are|was|should be|to|goes to|becomes?|=)(?: now)? "
                  r"(?P<v>(?:(?! and ).)+?)(?: now)?\W*$", re.I)
FROM_IT = re.compile(r"^\W*(?:(?:and|also|then|please|ok|now|so)\b[\s,]*)*(?:(?:make|create|raise|add|open|log|write|i need|we need)\s+)?"
                     r"(?:an?|a new|another|new) KIND (?:from|out of|of|for|about) (?:it|that|this)\b(?P<rest>.*)$", re.I | re.S)
DAY_ONLY = re.compile(r"^(?:the )?(?P<n>\d{1,2})(?:st|nd|rd|th)?$", re.I)
WRITES = re.compile(r"^\W*(?:(?:ok|so|and|now|please|yes|then)\b[\s,]*)*"
                    r"(?:(?:log|put|note|book|enter|set|record|update|write|make|mark)\b(?: down| in)?\s+)?", re.I)
WORKED_ON = re.compile(r"^\W*(?:(?:and|also|plus|so|ok)\b[\s,]*)*(?:log|book|put|record|enter|add|note|i (?:worked|spent|did|put in)|worked|spent|\d).*"
                       r"\b(?:on|for|into|with) (?P<it>it|that|this)\b", re.I | re.S)
OF_IT = re.compile(r"(?:\s+(?:for|on|of|to|in) (?:it|that|this|this one))?"
                   r"(?:\s+(?:so far|now|today|as of today|until now|to date|please|already|by now))*[\s.!]*$",
                   re.I)
IS = r"(?:\s*(?:is|are|was|of|at|to|=|:|now|stands at|has (?:gone|risen|dropped|come|fallen)(?: up| down)? to))*\s+"
PROMISED = ("promised", "forecast", "due", "decide_by", "finish")


def told_of_shown(heard: Heard, asked: Asked, context: Context) -> Heard:
    """The message as such an order; itself where no one record was shown last, or it tells nothing of one."""
    key, last = context.it or "", next((t for t in reversed(context.past[-2:]) if t.keys or t.state == "pending"), None)
    if last is None or not RECORD.match(key) or heard.types & {"KEY", "TEXT"} or heard.text.rstrip().endswith("?"):
        return heard
    text = _said_day(heard, key, last) or _on_it(heard, key) if context.pending else (
        _new_one(heard, key, context) or _said_day(heard, key, last) or _field_now(heard, key) or _value_said(heard, key) or _on_it(heard, key))
    return asked.heard(text) if text else heard


def _new_one(heard: Heard, key: str, context: Context) -> str:
    """Another record by the title of the one that was shown."""
    m = FROM_IT.match(heard.shaped("KIND")) if len(heard.of("KIND")) == 1 else None
    title = next((name for turn in reversed(context.past) for of, name in turn.named if of == key and name), "")
    span = heard.of("KIND")[0] if m else None
    if m is None or not title or span is None or str(span.value) == kind_coded(key).kind.one:
        return ""
    rest = re.sub(r"^\W*\w+\s+(?:of\s+)?(?:it|that|this)\b", "", heard.text[span.end:], flags=re.I)
    return f"new {span.value}: “{title}”{rest}"


def _said_day(heard: Heard, key: str, last: Earlier) -> str:
    """The day that somebody now promises; a day of the month alone is in the month of the one that was told."""
    m = SAY.match(heard.text)
    if m is None or not (heard.of("DATE") or DAY_ONLY.match(m["d"])) or heard.types & {"project", "KIND"}:
        return ""
    kind = kind_coded(key)
    label = next((f.label for name in PROMISED for f in fields(kind) if f.name.startswith(name) and f.type is _day(kind)), "")
    told = re.search(rf"{re.escape(label)}: \w+ \d+ (?P<month>\w+ \d{{4}})", last.answer)
    day = f"{n['n']} {told['month']}" if (n := DAY_ONLY.match(m["d"])) and told else m["d"]
    return f"set the {label} of {key} to {day}" if label else ""


def _day(kind: type[Record]) -> object:
    return next((f.type for f in fields(kind) if f.name == kind.kind.when), None)


def _value_said(heard: Heard, key: str) -> str:
    """A number with the name of the field that keeps it, in either order: “log 171000 realised for it”, “impact 4”."""
    said = OF_IT.sub("", WRITES.sub("", heard.text.strip()))
    known = [(f, n) for f in fields(kind_coded(key)) if f.says.set_by == "person" and _is_number(f) for n in f.names]
    for of, name in sorted(known, key=lambda each: -len(each[1])):
        for form in (rf"(?:the |its )?{re.escape(name)}{IS}(?P<v>{NUMBER})", rf"(?P<v>{NUMBER})(?:\s+(?:is|of|as|for|in))*\s+(?:the |its )?{re.escape(name)}"):
            if m := re.fullmatch(form, said, re.I):
                return f"set the {of.label} of {key} to {m['v']}"
    return ""


def _on_it(heard: Heard, key: str) -> str:
    """Hours that were worked on it: “log 5 hours on it”."""
    m = WORKED_ON.search(heard.text) if heard.of("HOURS") else None
    return f"{heard.text[:m.start('it')]}{key}{heard.text[m.end('it'):]}" if m else ""


def _is_number(of: FieldOf) -> bool:
    """Whether a field keeps a number that is no length of time: hours are booked, and not set."""
    return (of.is_money or of.type in (int, float)) and not of.refers and of.says.unit not in ("h", "days")


def _field_now(heard: Heard, key: str) -> str:
    m = KEEP.match(heard.text)
    names = {n.lower(): f.label for f in fields(kind_coded(key)) if f.says.set_by == "person" for n in (f.label, *f.names)}
    return f"set the {names[m['f'].lower()]} of {key} to {m['v']}" if m and m["f"].lower() in names else ""
