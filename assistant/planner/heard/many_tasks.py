"""Several things to do in one message: lines with bullets, parts behind a colon, or what each of several people does.

What the head or the last words say of all of them - whose they are, by when - goes into each line that says nothing of it.
"""
from collections.abc import Iterator
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.rows import rows
from assistant.planner.words.phrases import LOOK, QUESTION, REFUSAL, REMOVAL
from records.kinds import Task

BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)]|\[[ x]?\])\s+(?=\S)", re.I)
COUNTED = re.compile(r"(?<=\S)\s+\d{1,2}[.)]\s+|^\s*1[.)]\s+")
SEVERAL = re.compile(r"\b(?:these|following|tasks|to-dos|todos|actions|action items|things|tickets|to-do|stand-?up|meeting|minutes|agreed|next steps)\b")
MANY = re.compile(r"^\W*(?:(?:please|also|can you|could you|i want to|i need|we need|create|add|make|put|open|enter|note|new|these|the|following|my|some|"
                  r"\d+|two|three|four|five|six|seven|eight|a few|a couple of|more)\s+)*(?:new |more |short )?(?:tasks|to-?dos|tickets|action items|"
                  r"actions)\b|^\W*(?:please )?(?:\d+|two|three|four|five|six|a few|a couple of) (?:more |other |small |quick )?(?:things|jobs|points)"
                  r"(?: to do)? (?:for|on|to)\b", re.I)
PUTTING = re.compile(r"\b(?:import|create|add|enter|load|make|put|take over|new|these|this|following|tasks?|to-?dos)\b")
DASH = re.compile(r"\s+[-–—]\s+")
JOINED = re.compile(r"\s*,\s*(?:and\s+|then\s+)?|\s+and\s+(?=[a-z]+\s+(?!\d)\S+)")
OF_ALL = re.compile(r"[.;,]?\s+(?:all|each|every one|everything|both)(?: of (?:them|these))? (?:are |is |go(?:es)? )?(?=(?:for|due|by|until|on|to|"
                    r"owned|in)\b)", re.I)
FOR_ME = re.compile(r"\b(?:for|to) me\b|\bmy (?:tasks|to-?dos)\b|\bi need to\b", re.I)
LEADING = {"person": "for ", "DATE": "by "}
DOES = r"(?:(?:to|will|should|must|has to|needs to|is going to|please)\s+)?(?!(?:is|was|has|had|are|and|or)\b)[a-z][\w'-]+\s+\S"
NO_PART = re.compile(r"(?:by|on|until|due|for|before|after|in|to|and|or|priority|owner|high|low|medium|critical)\b", re.I)
OF_MEETING = re.compile(r"\b(?:from|of|since|after|in) (?:the )?$", re.I)            # “to-dos from this morning's stand-up” are due on other days
HEAD = 100                                      # letters of what stands before the colon
FEW = 2


def several(heard: Heard, me: str = "") -> tuple[str, ...]:
    """Each thing to do; () when the message is no list of at least two. `me` is the name of who asks."""
    if QUESTION.match(heard.plain) or LOOK.match(heard.plain) or REMOVAL.match(heard.plain) or REFUSAL.match(heard.plain) or "KEY" in heard.types:
        return ()
    head, rest = _parted(heard)
    of = Heard(head, tuple((t, s) for t, s in heard.spans if s.end <= len(head)))
    at_end = OF_ALL.search(rest)
    shared = tuple(_shared(heard, len(heard.text) - len(rest), at_end.end() if at_end else len(rest), me))
    return tuple(_with(shared, line, heard) for line in _lines(of, rest[:at_end.start()] if at_end else rest, heard))


def _lines(of: Heard, rest: str, heard: Heard) -> tuple[str, ...]:
    """The parts of what stands below the head `of`."""
    if any(s.value != Task.kind.one for s in of.of("KIND")) or of.text.rstrip().endswith("?"):
        return ()
    lines = [line.strip() for line in rest.splitlines() if line.strip()]
    if found := _listed_lines(of, lines, heard):
        return found
    if len(lines) != 1 or not of.text:
        return ()
    parts = [p for p in re.split(r"\s*;\s*", rest) if p.strip()] if ";" in rest else [p for p in COUNTED.split(rest) if p.strip()]
    if len(parts) >= FEW and (SEVERAL.search(of.plain) or _is_short(of) or len(parts) > FEW):
        return _bare(parts)
    if MANY.match(of.text) and len(parts := _listed(rest)) >= FEW:
        return _bare(parts)
    return _bare(_by_person(rest, heard.text.index(rest), heard))


def _listed_lines(of: Heard, lines: list[str], heard: Heard) -> tuple[str, ...]:
    """A line each: with bullets, or with cells between signs where something is to be put in."""
    bare = _bare(lines)
    if len(lines) >= FEW and sum(BULLET.match(line) is not None for line in lines) >= len(lines) - 1:
        return rows(bare, heard) or bare
    heads = " ".join((of.text, *(line for line in lines if line.endswith(":")))).lower()
    return rows(lines, heard) if PUTTING.search(heads) else ()


def _listed(rest: str) -> list[str]:
    """ "Label the shelves, test the gates and count stock": the parts, when each says what to do; a day or a number is no part."""
    parts = [p.strip() for p in JOINED.split(rest.strip(" .!")) if p.strip()]
    whole = [len(p.split()) >= FEW and p[0].isalpha() and not NO_PART.match(p) for p in parts]
    return parts if all(whole) else []


def _shared(heard: Heard, head: int, tail: int, me: str) -> Iterator[tuple[str, str]]:
    """Whose all of them are and by when, by the head and by what is said of all at the end, with the type of piece."""
    for type_, span in heard.spans:
        is_of_head = type_ == "DATE" and span.end <= head and OF_MEETING.search(heard.text[:span.start]) is not None
        if type_ in LEADING and not is_of_head and (span.end <= head or span.start >= head + tail):
            yield type_, f"{LEADING[type_]}{heard.said(span)}"
    if me and any(FOR_ME.search(part) for part in (heard.text[:head], heard.text[head + tail:])):
        yield "person", f"{LEADING['person']}{me}"


def _with(shared: tuple[tuple[str, str], ...], line: str, heard: Heard) -> str:
    own = {t for t, s in heard.spans if heard.said(s) in line}
    return " ".join((line, *(said for type_, said in shared if type_ not in own)))


def _parted(heard: Heard) -> tuple[str, str]:
    """What stands before the colon or above the bullets, and the rest."""
    text = heard.text
    first, _, below = text.strip().partition("\n")
    if BULLET.match(text):
        return "", text
    if below and (first.rstrip().endswith(":") or BULLET.match(below.strip())):
        return first, below
    if MANY.match(text) and ":" not in text and (dash := DASH.search(text)) and dash.start() <= HEAD:
        return text[:dash.start()], text[dash.end():]
    head, colon, rest = text.partition(":")
    return (head, rest) if colon and len(head) <= HEAD and "\n" not in text.strip() else ("", "")


def _is_short(head: Heard) -> bool:
    """Whether the head is nothing but whose and where: “Apollo”, “for Ben on Dione”."""
    return bool(head.types & {"project", "person"}) and "KIND" not in head.types and len(head.text.split()) <= 4  # noqa: PLR2004 - a few words


def _by_person(rest: str, shift: int, heard: Heard) -> list[str]:
    """ "Ben fixes the timeout, Dev drafts the notes": the parts, when each begins with somebody who does something."""
    starts = [s.start - shift for s in heard.of("person") if s.start >= shift
              and re.search(r"(?:^|[,;.]|\band)\s*$", rest[:s.start - shift]) and re.match(rf"\s+{DOES}", rest[s.end - shift:], re.I)]
    if len(starts) < FEW or rest[:starts[0]].strip():
        return []
    return [re.sub(r"[\s,;.]+(?:and\s*)?$", "", rest[a:b]) for a, b in zip(starts, [*starts[1:], len(rest)], strict=True)]


def _bare(lines: list[str]) -> tuple[str, ...]:
    return tuple(BULLET.sub("", line).strip(" ,.;\t") for line in lines)
