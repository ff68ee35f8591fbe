"""What a saying asks for: “overdue”, “still open”, “not blocked”; in an order its verb and the new state tell nothing of which records."""
from collections.abc import Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.phrases import EXCEPTED, POLITE
from language.words import Span
from records.kinds.base import Record, split

MARKS = re.compile(rf"^\W*{POLITE}(?:mark|set|make|tick|flag|put|declare)\b.*\b(?:\w+s|it|them)\b.*\s$", re.I)
DENIED = (r"(?:\bnot|n['’]t|\b" + EXCEPTED + r"|\bwithout|\bno|\bnever|\b(?:nobody|no one|noone) has|"
          r"\b(?:still|yet|remains?|ought) to be)(?: yet| been| be| the| all| those| any| that are| which are)*")
JOINED = re.compile(r"\s*(?:,|/|,? ?\b(?:or|and|and/or)\b)\s*(?:are |is |still |have been |has been )?", re.I)
ENDS = re.compile(r"\b(?:please|now|today|too|already|off)\b", re.I)


def sayings(kind: type[Record], heard: Heard, *, of_order: bool = False) -> dict[str, str]:
    """ "Overdue" and its like; in an order its verb and the new state ("close …", "… as blocked") tell nothing of which records."""
    spans = [s for s in heard.of("SAYING") if not of_order or not _is_told(heard, s)]
    said = {str(s.value).removeprefix("still "): s for s in spans} | {str(s.value): s for s in spans}
    found, last = dict[str, str](), dict[str, Span]()
    own = [(said[w], named) for spoken, named in kind.kind.sayings for w in said.keys() & {w.lower() for w in split(spoken)}]
    for span, named in sorted(own, key=lambda each: each[0].start):
        asked = _turned(kind, heard.lead(span), named)
        name = next(iter(asked))
        is_either = len(asked) == 1 and name in last and name in found and JOINED.fullmatch(heard.text[last[name].end:span.start]) is not None
        found |= {name: _either(found[name], asked[name])} if is_either else asked
        last |= dict.fromkeys(asked, span)
    return found


def _either(one: str, other: str) -> str:
    """Two states that are asked for in one breath: “blocked or not started”; of what is denied, and of what is the same, the other."""
    return other if "not " in one + other or set(split(one)) & set(split(other)) else f"{one}, {other}"


OPPOSITE = {"before today": "at least today", "nobody": "not empty"}


def _turned(kind: type[Record], lead: str, named: Mapping[str, str]) -> Mapping[str, str]:
    """What a saying asks for after the words before it: "to be finished" is still open, "not blocked" the opposite."""
    if named.get("status") == "done" and re.search(r"\b(?:to|must|should|shall|has to|have to) be$", lead):
        return next((asked for spoken, asked in kind.kind.sayings if "open" in split(spoken)), named)
    is_denied = re.search(rf"{DENIED}$", lead) is not None
    if len(named) > 1:
        turned = {name: OPPOSITE[asked] for name, asked in named.items() if asked in OPPOSITE}
        return {**named, **turned} if is_denied and len(turned) == 1 else named          # “not overdue” is open all the same
    return {name: asked.removeprefix("not ") if asked.startswith("not ") else f"not {asked}" for name, asked in named.items()} if is_denied else named


def _is_told(heard: Heard, span: Span) -> bool:
    before = heard.text[:span.start].lower()
    if re.search(r"\b(?:that|which|who|whatever|what) (?:is|are|was|were)\s*$", before):
        return False
    if MARKS.match(before) and not re.search(r"\w", ENDS.sub("", heard.text[span.end:])):
        return True                                         # “mark all my tasks done”
    return re.fullmatch(rf"\W*{POLITE}\W*", before) is not None or re.search(r"\b(?:as|to|to be|are|is|into|=)\s*$", before) is not None
