"""Pieces of a request that name their field: "…, goal: the pilot", "…, owner Ben", "…, severity high", "…, validate by 10 December"."""
from collections.abc import Iterator
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.grading import grades
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

Labelled = tuple[FieldOf, str, Span]
PARTS = re.compile(r"(?:\s*[,;]\s*|(?<=[a-z\d])\.\s+)(?:and\s+|with\s+|but\s+)*|"
                   r"\s+and\s+(?:(?:set|change|make|put)\s+)?(?=its\s|the\s[\w ]{3,25}\sto\s)", re.I)
LED = r"(?:(?:on|by|for|until|till|in|to|from|due|at|of)\s+)*"
UPDATE = re.compile(r"(?:please |so |and )*(?:update|change|adjust|reflect|record|enter|note|log|set)\b[^.,;]*?(?: accordingly| please)?[\s.!]*$", re.I)
FEW = 4                                         # words that follow a field's label without a colon
VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|must|should|can|cannot|will|does|do|not|need|needs)\b", re.I)
NUMBER = re.compile(r"[+−-]?\d+(?:[.,]\d+)*(?:\s?[a-z%]+)?", re.I)


def labelled(kind: type[Record], heard: Heard) -> Iterator[Labelled]:
    """Every piece behind a comma that names its field; free text goes on to the next piece that is one, or that is a day or a name."""
    parts = [m for m in PARTS.finditer(heard.text) if not _is_closed(heard, m.start())]
    ends = [*(m.start() for m in parts), len(heard.text)][1:]
    found = [(m.end(), end, _named(kind, heard, m.end(), end)) for m, end in zip(parts, ends, strict=True)]
    for n, (start, end, read) in enumerate(found):
        if read is not None:
            of, said = read
            goes_on = of.type is str and not of.choices and re.search(rf"[:=]\s*{re.escape(said)}", heard.text[start:end])
            last = _last(heard, found, n) if goes_on else end
            text = heard.text[start:end].rpartition(said)[2].rstrip(" .!,;") + heard.text[end:last] if last > end else ""
            yield of, (said + text).strip(" \"“”'‘’"), Span(start, last, said)


def _last(heard: Heard, found: list[tuple[int, int, tuple[FieldOf, str] | None]], n: int) -> int:
    """Where a free text ends."""
    last = found[n][1]
    for start, end, read in found[n + 1:]:
        is_order = UPDATE.match(heard.text, start) is not None
        if read is not None or is_order or any(re.fullmatch(LED + re.escape(heard.said(s)), heard.text[start:end].strip(" .!"), re.I) for s in heard.named):
            break
        last = end
    return last


def _is_closed(heard: Heard, at: int) -> bool:
    return any(s.start <= at < s.end for t, s in heard.spans if t in ("TEXT", "DATE", "MONEY", "HOURS", "PERCENT"))


def _named(kind: type[Record], heard: Heard, start: int, end: int) -> tuple[FieldOf, str] | None:
    piece = heard.text[start:end]
    for of in (f for f in fields(kind) if f.name != "blocked_by"):                         # which is a status with its reason
        for name in sorted(among(of.names, piece), key=len, reverse=True) if of.says.set_by == "person" else ():
            m = pattern(rf"(?s:(?:the |its |with |an? )*{re.escape(name)}\b\s*(?P<is>:|=|\b(?:is|to)\b)?\s*(?P<v>\S.*?)[\s.!]*$)").match(piece)
            if m and (said := _fits(kind, of, m["v"], heard, is_marked=bool(m["is"]), is_label=name == of.label)):
                return of, said
    return None


def _fits(kind: type[Record], of: FieldOf, said: str, heard: Heard, *, is_marked: bool, is_label: bool) -> str:
    """The words when they can be what the field holds, else nothing."""
    if of.choices or of.says.words:
        return next((v for name, w, v in choice_words(str(kind.__tablename__)) if name == of.name and w == said.lower()), "")
    if of.type is date:
        bare = re.sub(r"^(?:on|by|until|from|at)\s+", "", said)
        return bare if any(heard.said(s) == bare for s in heard.of("DATE")) else ""
    if of.refers == "person":
        return said if any(heard.said(s) == said for s in heard.of("person")) or said.lower() == "me" else ""
    if of.type in (int, float) or of.is_money:
        return said if NUMBER.fullmatch(said) else ""
    return said if is_marked or (is_label and len(said.split()) <= FEW and not VERB.search(said)) else ""


def peeled(kind: type[Record], heard: Heard) -> tuple[str, dict[str, str]]:
    """The text with the pieces blanked that name their field, and without the grades at its end; and what these say."""
    said, text = dict[str, str](), heard.text
    for of, words, span in labelled(kind, heard):
        said[of.label] = words
        text = text[:span.start] + " " * (span.end - span.start) + text[span.end:]
    text = text.rstrip(" ,;")
    while (m := re.search(r"(?:[,;]\s*|(?<=\w)\.\s+)(?:and\s+|with\s+)*([^,;:.]{2,40})$", text.rstrip(" .!"))) and (more := grades(kind, m[1], said)):
        said = {**more, **said}
        text = text[:m.start()]
    return text, said
