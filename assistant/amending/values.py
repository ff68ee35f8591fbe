"""What a row is to hold instead, in words by field: “to 1 December”, “is for Dev”, “5/4 and mine”, “the 5h to 8”."""
from collections.abc import Iterator, Mapping, Sequence
import re

from assistant.amending.rows import Row
from assistant.planner.heard.hearing import Heard
from assistant.planner.told.creating import corrected
from assistant.planner.words.grading import TWO_GRADES
from language.titles import stems
from records.kinds.base import FieldOf, Record, fields
from records.proposals import FieldChange

GRADED_AS = rf"(?<![\w/.]){TWO_GRADES}(?![\w/])"
GRADES = re.compile(GRADED_AS, re.I)
GRADED = ("probability", "impact")
MINE = re.compile(r"\b(?:mine|to me|for me|with me|me)\b", re.I)
SAYING = re.compile(r"\b(?:set|make|to|is|are|for|due|date|on|by|at|as|with|should|must|be|it|its|a|an|the|and|have|has|get|gets|go|goes|needs?|instead|rather|"
                    r"better|only|now|please|until|till|from|then|of|in|take|takes|owner|belongs?|finished|done by|work|put|moves?|that|one|say|more like|"
                    r"start|starts|starting|later|earlier|also|too|not|but|so|priority|prio|time|hours?|h|review)\b", re.I)
UNTIL = re.compile(r"\b(?:until|till|up to|through)\s", re.I)
UNIT = re.compile(r"(?<=\d)\s*(?:h|hrs?|hours?|%|percent|days?|points?|eur|euros?|€|k)\b\.?", re.I)
NUMBER = r"[€$£]?\s?\d[\d.,]*(?:\s?(?:h|hrs?|hours?|%|percent|days?|points?|k|eur|€))?"
THING = rf"(?:{NUMBER}|[\w'’.-]+(?: [\w'’.-]+)?)"
SWAPS = (re.compile(rf"^(?:change|make|turn|correct|set|replace|switch)\s+(?:the |that |those |all )?(?P<old>{THING})\s+(?:(?:to|into|with|by|=|->|→)\s*)?"
                    rf"(?:be\s+)?(?:an? |the )?(?P<new>{THING})\W*$", re.I),
         re.compile(rf"^(?:(?:make (?:it|that)|should be|it is|put|rather)\s+)?(?P<new>{THING})\s+(?:instead of|rather than|in place of)\s+(?:the )?"
                    rf"(?P<old>{THING})\W*$", re.I),
         re.compile(rf"^not\s+(?P<old>{NUMBER}),?\s+(?:but\s+)?(?P<new>{NUMBER})\W*$", re.I))
Said = Mapping[str, str]


def said_of(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The values that a row is said to get, by field; {} where some of the words tell something else."""
    text, found = heard.text, dict[str, str]()
    names = {f.name: f.label for f in fields(kind)}
    if (m := GRADES.search(text)) and all(n in names for n in GRADED):
        found |= {names[GRADED[0]]: m["p"], names[GRADED[1]]: m["i"]}
        text = f"{text[:m.start()]} {text[m.end():]}"
    whose = _whose(kind)
    if whose and (m := MINE.search(text)) and "person" not in heard.types:
        found |= {whose.label: "me"}
        text = f"{text[:m.start()]} {text[m.end():]}"
    texts = {f.label for f in fields(kind) if f.type is str and not f.choices and not _is_named(f, text)}
    read = {n: v for n, v in corrected(kind, heard).items() if n not in found and n not in texts}
    if ends_in(kind) and UNTIL.search(text) and "start" in read and "end" not in read:
        read["end"] = read.pop("start")                    # “till the 7th” of what has a first and a last day is the last one
    left = text
    for words in [*read.values(), *(n for f in fields(kind) if f.label in read for n in f.names)]:
        left = re.sub(rf"(?<!\w){re.escape(str(words))}(?:['’]s)?(?!\w)", " ", left, flags=re.I)
    return {**read, **found} if not stems(SAYING.sub(" ", left)) else {}


def ends_in(kind: type[Record]) -> bool:
    """Whether it has a first and a last day."""
    return {"start", "end"} <= {f.label for f in fields(kind)}


def _whose(kind: type[Record]) -> FieldOf | None:
    return next((f for f in fields(kind) if f.name == "owner_id"), None)


def _is_named(of: FieldOf, text: str) -> bool:
    return any(re.search(rf"\b{re.escape(n)}\b", text, re.I) for n in of.names)


def swapped(text: str, rows: Sequence[Row], shown: Sequence[FieldChange], hears: "Heard") -> tuple[tuple[Row, ...], str, str] | None:
    """ "Change the 5h to 8", "Elena instead of Ana": the rows that are shown to get the old value, the field, and what it is to be; None where no value or
    those of several fields are meant."""
    m = next((m for form in SWAPS if (m := form.match(text))), None)
    if m is None or not hears.text:
        return None
    old = _bare(m["old"])
    found = [c for c in shown if _holds(c.after, old)]
    if len({c.field for c in found}) != 1:
        return None
    told = {c.record for c in found}
    some = tuple(row for row, name in _told(rows, shown) if name in told)
    return (some, found[0].field, _with_unit(m["new"], m["old"])) if some else None


def _told(rows: Sequence[Row], shown: Sequence[FieldChange]) -> Iterator[tuple[Row, str]]:
    """Each row with what the preview calls its record."""
    names = list(dict.fromkeys(c.record for c in shown))
    new = [name for name in names if name not in {row.key for row in rows}]
    made = [row for row in rows if not row.key]
    for row in rows:
        if row.key:
            yield row, row.key
        elif len(new) == len(made):
            yield row, new[made.index(row)]


def _holds(after: str, old: str) -> bool:
    shown = _bare(after)
    return bool(old) and (shown == old or (not re.search(r"\d", old) and old in shown.split()))


def _bare(said: str) -> str:
    said = UNIT.sub("", said.strip().lower().removesuffix("'s"))
    return re.sub(r"[.,]0+$|[€$£\s](?=\d)|,(?=\d{3})", "", said).strip(" .")


def _with_unit(new: str, old: str) -> str:
    unit = UNIT.search(old)
    return f"{new}{unit[0]}" if unit and re.fullmatch(r"[\d.,]+", new) else new
