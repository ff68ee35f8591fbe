"""How a plan is asked for: what stands around a description - whose plan it is, how large, without what, by when - and the description itself."""
from dataclasses import dataclass, replace
import re
from typing import Literal

from language.describing.lexicon import pattern

Form = Literal["project", "task", "notes", "steps", "charter"]
Size = Literal["smaller", "usual", "thorough"]
CHARTER = pattern("charter")
BREAKS = re.compile(r"\b(?:break(?:ing)?|split(?:ting)?|divide|decompose)\b(?!.*\b(?:project|plan)\b)", re.I | re.S)
COURTESY = r"(?:(?:please|hi|hello|hey|can you|could you|would you|por favor|olá|i would like you to|i want you to|let us|let's)[\s,]+)*"
LEAD = pattern("order", rf"\A\s*{COURTESY}(?:", ")")
TAIL = pattern("order", rf"(?:\A|\n|(?<=[.!?;:])\s)\s*(?:(?:now|then|and|so)\s+)*{COURTESY}(?:", r")[^\n]{0,80}\Z")
AGAIN, AGAIN_SAID, NOTES, LABELS, TASK = pattern("again", "", "(?=:)"), pattern("again"), pattern("notes"), pattern("labels"), pattern("task")
CODES = r"\s+(?P<codes>\d+(?:\.\d+)*(?:\s*(?:,|and|e|&)\s*\d+(?:\.\d+)*)*)(?![\w%])(?!\s+(?:weeks?|days?|hours?|months?|people))"
ONLY = re.compile(rf"\b(?:only|just|keep|só|apenas){CODES}", re.I)
DROPPED = re.compile(rf"\b(?:without|leave out|skip|drop|except|minus|not|sem){CODES}", re.I)
CODE = re.compile(r"\d+(?:\.\d+)*")
SMALLER, LARGER, WITHOUT, PARTS = pattern("smaller"), pattern("larger"), pattern("without"), pattern("parts")
OF_WHAT = re.compile(r"^[\s,]*(?:of|for|about|on|to|in|para|de|do|da|with)?\s*", re.I)
OTHER_WISH = re.compile(r"(?:by|until|before|with|in|on|até|com)\b", re.I)
MORE_DETAIL = re.compile(r"more detail", re.I)
ACTION = re.compile(r"\s*(?:[-*•·–]|\d{1,2}[.)])\s+(?!(?:decision|decided|agreed|risks?|issues?|questions?|notes?|info|"
                    r"next meeting|present|absent|apologies)\b)\S", re.I)
SHORT_LINE = 14                          # words of a thing to do
FEW_WORDS, FEW_LINES, LONGEST_HINT = 3, 3, 16
LONGEST_LEAD = 220


@dataclass(frozen=True)
class Request:
    """What is asked for: `lead` are the person's own words around the description, `body` is the description as it stands."""
    lead: str
    body: str
    form: Form = "project"
    size: Size = "usual"
    without: tuple[str, ...] = ()
    only: tuple[str, ...] = ()           # outline numbers of the plan that was shown
    dropped: tuple[str, ...] = ()


def asked(text: str) -> Request:
    """The request in a message. Only what stands around a description is a wish; the description itself is data."""
    hints, text = _hints(text.strip())
    lead, body = _lead(text)
    if tail := _tail(body):
        lead, body = f"{lead} {tail[0].strip()}".strip(), body[:tail.start()].rstrip()
    said = " ".join((*hints, lead))
    found = Request(said, body.strip("\n"), _form(lead, body))
    return _sized(found, hints, lead)


def wants_plan(text: str) -> bool:
    """Whether a message asks for a plan of a description: it says so, or it is a page of meeting notes."""
    found = asked(text)
    has_text = len(found.body.split()) > FEW_WORDS or "\n" in text.strip()
    if LEAD.match(_hints(text.strip())[1]):
        return has_text or NOTES.match(found.lead.strip()) is None
    return (_tail(text) is not None and has_text) or (found.form == "notes" and text.strip().count("\n") >= FEW_LINES and not _is_list(text))


def _is_list(text: str) -> bool:
    """Whether all that stands below the first line are short things to do, one a line, and nothing that was decided or feared."""
    lines = [line for line in text.strip().splitlines()[1:] if line.strip()]
    return all(ACTION.match(line) and len(line.split()) <= SHORT_LINE for line in lines)


def _tail(text: str) -> "re.Match[str] | None":
    """The order that a description ends with; “evidence: minutes of Tuesday” is none."""
    found = TAIL.search(text)
    return None if found is None or NOTES.search(found[0]) else found


def goes_on(text: str) -> bool:
    """Whether a short message is a wish about the plan shown last: “again, but without testing”."""
    return "\n" not in text.strip() and len(text.split()) <= LONGEST_HINT and AGAIN_SAID.fullmatch(text.strip(" .!?")) is not None


def _hints(text: str) -> tuple[list[str], str]:
    """Wishes about an earlier description before it: “again, but without testing: break down …”; the latest stands first."""
    hints = list[str]()
    while (m := AGAIN.match(text)) and not LEAD.match(m[0]):
        hints.append(m[0].strip())
        text = text[m.end() + 1:].lstrip()
    return hints, text


def _lead(text: str) -> tuple[str, str]:
    """The order that a message begins with, and what follows it: behind a colon, on the next line, or as the rest of the sentence."""
    m = LEAD.match(text)
    if m is None:
        first = text.partition("\n")[0]
        return first if NOTES.search(first) and "\n" in text else "", text
    if CHARTER.search(m[0]):
        return m[0], OF_WHAT.sub("", text[m.end():].lstrip(" :\n"))
    line_end = text.find("\n", m.end())
    line = text[:line_end if line_end >= 0 else len(text)]
    colon = re.search(r":(?=\s|$)", line[m.end():LONGEST_LEAD])
    if colon:
        at = m.end() + colon.start()
        return text[:at], text[at + 1:].lstrip(" \t")
    if line_end >= 0 and len(line) <= LONGEST_LEAD:
        return line, text[line_end + 1:]
    end = re.search(r"[.!?]\s+(?=[\"“(]?[A-ZÀ-Ý])", line[m.end():LONGEST_LEAD])
    if end:
        return text[:m.end() + end.start()], text[m.end() + end.end():]
    return text, OF_WHAT.sub("", text[m.end():])


def _form(lead: str, body: str) -> Form:
    if CHARTER.search(lead):
        return "charter"
    if NOTES.search(lead) or len(LABELS.findall(body)) >= 2 or NOTES.search(body[:200]):  # noqa: PLR2004 - one label may stand in any description
        return "notes"
    return "task" if TASK.search(lead) else "project"


def _sized(found: Request, hints: list[str], lead: str) -> Request:
    size: Size = "usual"
    for said in (*hints, lead):
        if SMALLER.search(said) or LARGER.search(said):
            size = "smaller" if SMALLER.search(said) and not MORE_DETAIL.search(said) else "thorough"
            break
    topics = (p.strip() for said in (*hints, lead) for m in WITHOUT.finditer(DROPPED.sub("", said)) for p in PARTS.split(m["what"]))
    without = tuple(t for t in topics if t and not any(other.match(t) for other in (OTHER_WISH, SMALLER, LARGER)))
    only, dropped = (tuple(code for said in hints for m in of.finditer(said) for code in CODE.findall(m["codes"])) for of in (ONLY, DROPPED))
    return replace(found, size=size, without=without, only=only, dropped=dropped)
