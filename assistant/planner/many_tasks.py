"""Several things to do in one message: lines with bullets, parts behind a colon, or what each of several people does."""
import re

from assistant.planner.hearing import Heard
from assistant.planner.phrases import LOOK, QUESTION, REFUSAL, REMOVAL
from records.kinds import Task

BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,2}[.)]|\[[ x]?\])\s+(?=\S)", re.I)
COUNTED = re.compile(r"(?<=\S)\s+\d{1,2}[.)]\s+|^\s*1[.)]\s+")
SEVERAL = re.compile(r"\b(?:these|following|tasks|to-dos|todos|actions|action items|things|tickets|to-do|stand-?up|meeting|minutes|agreed|next steps)\b")
DOES = r"(?:(?:to|will|should|must|has to|needs to|is going to|please)\s+)?(?!(?:is|was|has|had|are|and|or)\b)[a-z][\w'-]+\s+\S"
HEAD = 100                                      # letters of what stands before the colon
FEW = 2


def several(heard: Heard) -> tuple[str, ...]:
    """Each thing to do; () when the message is no list of at least two."""
    if QUESTION.match(heard.plain) or LOOK.match(heard.plain) or REMOVAL.match(heard.plain) or REFUSAL.match(heard.plain) or "KEY" in heard.types:
        return ()
    head, rest = _parted(heard.text)
    of = Heard(head, tuple((t, s) for t, s in heard.spans if s.end <= len(head)))
    if any(s.value != Task.kind.one for s in of.of("KIND")) or head.rstrip().endswith("?"):
        return ()
    lines = [line.strip() for line in rest.splitlines() if line.strip()]
    if len(lines) >= FEW and sum(BULLET.match(line) is not None for line in lines) >= len(lines) - 1:
        return _bare(lines)
    if len(lines) != 1 or not head:
        return ()
    parts = [p for p in re.split(r"\s*;\s*", rest) if p.strip()] if ";" in rest else [p for p in COUNTED.split(rest) if p.strip()]
    if len(parts) >= FEW and (SEVERAL.search(of.plain) or _is_short(of) or len(parts) > FEW):
        return _bare(parts)
    return _bare(_by_person(rest, len(heard.text) - len(rest), heard))


def _parted(text: str) -> tuple[str, str]:
    """What stands before the colon or above the bullets, and the rest."""
    first, _, below = text.strip().partition("\n")
    if BULLET.match(text):
        return "", text
    if below and (first.rstrip().endswith(":") or BULLET.match(below.strip())):
        return first, below
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
