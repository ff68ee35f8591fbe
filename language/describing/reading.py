"""What a description says: tasks, milestones, decisions and risks, each with its very words; and what asks for nothing, with the reason.

A description is data. A line that talks to the assistant is one that is left out.
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
import re
from typing import Literal

from language.cleaning import folded
from language.dates import find_dates
from language.describing.lexicon import Lexicon, language_of, lexicon, pattern
from language.describing.parting import Around, bare, clauses_of, cut, day_of, details, doing, measured, parts_of, without
from language.describing.pieces import Piece, pieces
from language.describing.titling import plainly, titled, titles, told
from language.names import find_names

Kind = Literal["task", "milestone", "decision", "risk", "issue", "assumption", "limit", "out", "question", "instruction", "detail", "context", "heading"]
LABEL = re.compile(r"^(?P<label>[^:\n]{2,60}):\s+(?=\S)")
NOTES, NEXT_MEETING = pattern("notes"), pattern("next_meeting")
FEW_LABELS = 2
FEW_TASKS, FEW_WORDS = 5, 25             # a text of so many words with so few tasks tells them
SHORTEST, LONGEST_LIMIT, LONGEST_SUBJECT = 3, 14, 7
Names = Mapping[str, str]


@dataclass(frozen=True)
class Said:
    """One thing a description says. `quote` stands in it word for word; `skipped` says why nothing comes of it."""
    kind: Kind
    quote: str
    title: str = ""
    under: str = ""
    level: int = 0
    numbered: bool = False
    owner: str = ""                      # a key
    unclear: str = ""                    # a name that could be two people's
    due: date | None = None
    hours: float | None = None
    purpose: str = ""
    acceptance: str = ""
    after: str = ""
    before: str = ""
    follows: bool = False
    lag: int = 0                         # working days that it waits for behind the one before
    urgency: int = 0
    skipped: str = ""
    waits: tuple[str, ...] = ()          # titles of what comes first, where somebody said so
    role: str = ""
    effort: tuple[float, float, float] | None = None


SKIPPED: Mapping[Kind, str] = {
    "out": "it is said to be out of scope", "question": "it is a question", "instruction": "it tells the assistant what to do and is no work",
    "detail": "it says more about the line above", "context": "it says how things are, and asks for nothing", "assumption": "it is an assumption",
    "limit": "it sets a limit and is no work", "decision": "it is a decision", "risk": "it is a risk", "issue": "it is an issue", "heading": ""}
REGISTERED: tuple[Kind, ...] = ("decision", "risk", "issue")
ORDER = ("out", "risks", "decisions", "work", "dates", "context")      # of the meanings that a longer heading may have


def read(text: str, around: Around) -> list[Said]:
    """Everything a text says, in its order."""
    words = lexicon(language_of(text))
    every = pieces(text, words.headings, by_line=around.is_notes)
    if sum(_is_labelled(p, words) for p in every) >= FEW_LABELS:
        every = [replace(p, form="bullet") if _is_labelled(p, words) else p for p in every]       # “Section A: a wall”, “Section B: two gates”
    found = _all(every, words, around)
    tasks = sum(s.kind == "task" for s in found)
    if not tasks or (tasks < FEW_TASKS and len(text.split()) > FEW_WORDS):
        found = _all(every, words, replace(around, is_told=True))          # a plan may also be told: “the floor is tiled”
    return _told_once(found)


def _is_labelled(piece: Piece, words: Lexicon) -> bool:
    """Whether a line of its own has a short label before a thing."""
    m = LABEL.match(piece.text)
    return piece.form == "sentence" and m is not None and len(m["label"].split()) <= SHORTEST and folded(m["label"]) not in words.headings


def _all(every: Sequence[Piece], words: Lexicon, around: "Around") -> list[Said]:
    found = list[Said]()
    for piece in every:
        found += _read(piece, words, around, found)
    return found


def _told_once(found: Sequence[Said]) -> list[Said]:
    """The same, without a task that was said in the same words before."""
    seen, out = set[str](), list[Said]()
    for each in found:
        key = folded(each.title)
        if each.kind == "task" and key in seen:
            out.append(replace(each, kind="context", skipped="it is said twice"))
        else:
            out.append(each)
            seen |= {key} if each.kind == "task" else set()
    return out


def _read(piece: Piece, words: Lexicon, around: Around, so_far: Sequence[Said]) -> Iterator[Said]:
    if piece.form == "heading" or (around.is_notes and not so_far and _is_headline(piece, words)):
        yield Said("heading", piece.text, piece.under)
        return
    label, said, under = _labelled(piece, words)
    meaning = _meaning(under, words)
    if words.says["hurry"].fullmatch(piece.text):
        yield _skipped("context", piece)
        return
    if around.is_notes and NEXT_MEETING.match(piece.text):
        yield _skipped("context", piece)
        return
    if words.says["instruction"].search(piece.text):
        yield _skipped("instruction", piece)
        return
    says = words.says
    by_label = says["action"].match(piece.text) or (bool(label) and any(find_names(label, around.people)))
    said = says["action"].sub("", piece.text) if says["action"].match(piece.text) else said
    kind = _kind(said, piece, meaning, words, around, is_action=bool(by_label) or around.is_parts)
    base = Said(kind, piece.text, "", under, piece.level, piece.numbered)
    if kind == "milestone":
        yield from _milestone(base, said, words, around)
    elif kind in REGISTERED:
        led = says[kind].match(said)
        register = said[led.end():] if led and (kind != "issue" or led[0].rstrip().endswith((":", "–", "-"))) else said
        yield replace(base, title=titled(re.sub(r"^(?:to|that)\s+(?=\w)", "", register.strip())), skipped="")
    elif kind != "task":
        yield _skipped(kind, piece)
    else:
        yield from _work(base, said, label, piece, words, around, follows=says["then"].match(said) is not None and bool(so_far), meaning=meaning)


def _is_headline(piece: Piece, words: Lexicon) -> bool:
    """Whether the first line says what the notes are of: “Minutes steering committee Apollo, 17 November”."""
    is_short = piece.form == "sentence" and len(piece.text.split()) <= LONGEST_LIMIT and not piece.text.rstrip().endswith((".", "!"))
    is_told = words.says["action"].match(piece.text) is None and words.says["wish"].search(piece.text) is None
    return is_short and is_told and NOTES.search(piece.text) is not None


def _work(base: Said, said: str, label: str, piece: Piece, words: Lexicon, around: Around, *, follows: bool, meaning: str) -> Iterator[Said]:  # noqa: PLR0913 - see _tasks
    """The tasks of a piece: its parts where each has an effort of its own, else those of its clauses."""
    is_bullet = piece.form == "bullet"
    if words.says["hurry"].search(said):
        base, said = replace(base, urgency=details(said, words).get("urgency", 0)), words.says["hurry"].sub("", said) or said
    if parts := parts_of(said) if around.is_parts and not is_bullet else measured(said):
        for n, part in enumerate(parts):
            yield from _tasks(replace(base, quote=part, follows=follows and not n), part, label, words, around, is_listed=True, meaning=meaning)
        return
    behind = words.says["colon"].search(said)
    for n, clause in enumerate(clauses_of(said[behind.end():] if behind else said, words)):
        yield from _tasks(replace(base, follows=follows and not n), clause, label, words, around, is_listed=is_bullet or behind is not None, meaning=meaning)


def _labelled(piece: Piece, words: Lexicon) -> tuple[str, str, str]:
    """A label before a colon, what follows it, and the heading that it comes to: “Out of scope: the dealer portal”."""
    m = LABEL.match(piece.text)
    if m is None or len(m["label"].split()) > 5:  # noqa: PLR2004 - a longer one is a sentence
        return "", piece.text, piece.under
    label = m["label"].strip(" *_")
    if folded(label) in words.headings:
        return "", piece.text[m.end():], label
    if words.says["wish"].search(piece.text, m.end()) and len(piece.text[m.end():].split()) > SHORTEST and folded(label.partition(" ")[0]) in words.articles:
        return "", piece.text[m.end():], piece.under
    return label, piece.text, piece.under


def _meaning(under: str, words: Lexicon) -> str:
    """What stands below a heading, by its words; of a longer one by the first known words in it."""
    if NOTES.search(under):
        return ""                                               # “meeting notes of the weekly” is what all of it is
    said = folded(under).strip(" :.")
    if said in words.headings:
        return words.headings[said]
    known = [meaning for heading, meaning in words.headings.items() if len(heading) > SHORTEST and f" {heading} " in f" {said} "]
    return min(known, key=ORDER.index) if known else ""


def _kind(said: str, piece: Piece, meaning: str, words: Lexicon, around: Around, *, is_action: bool) -> Kind:  # noqa: C901, PLR0911 - one line for each kind of saying
    says = words.says
    if is_action:
        return "task"
    if meaning == "out":
        return "out"
    if says["question"].search(said):
        return "question"
    if says["out"].search(said):
        return "out"
    if (register := _register(said, meaning, words, around)) is not None:
        return register
    if says["assumption"].match(said):
        return "assumption"
    if meaning == "dates" and piece.form == "bullet":
        return "milestone"
    if says["not_wish"].search(said) and not says["passive"].search(said):
        return "limit"
    if says["deadline"].search(said) and piece.form == "sentence" and len(said.split()) <= LONGEST_LIMIT:
        return "limit"
    if piece.form == "bullet" and meaning != "context":
        return "task"
    if meaning == "context" and not says["subject"].match(says["polite"].sub("", said)):
        return "context"
    return "task" if meaning == "work" or _is_work(said, words, around) else "context"


def _register(said: str, meaning: str, words: Lexicon, around: Around) -> Kind | None:
    """The register that a saying is for; an issue only of notes, where nobody is named who does something about it."""
    if meaning == "decisions" or words.says["decision"].search(said) or (around.is_notes and words.says["decides"].match(said)):
        return "decision"
    if meaning == "risks" or words.says["risk"].search(said):
        return "risk"
    is_issue = around.is_notes and words.says["issue"].search(said) and "owner" not in bare(said, words, around)[1]
    return "issue" if is_issue else None


def _is_work(said: str, words: Lexicon, around: Around) -> bool:
    """Whether a sentence wishes for something, orders it, or tells what somebody of ours does: “Ben builds the upload”."""
    if words.says["wish"].search(said) or titles(said, words, is_listed=False) or told(said, words, is_all=around.is_told):
        return True
    left, who = bare(said, words, around)
    return "owner" in who and bool(told(left, words, is_all=True) or (around.is_notes and doing(left)))


def _skipped(kind: Kind, piece: Piece) -> Said:
    return Said(kind, piece.text, "", piece.under, piece.level, piece.numbered, skipped=SKIPPED[kind])


def _milestone(base: Said, said: str, words: Lexicon, around: Around) -> Iterator[Said]:
    dates = list(find_dates(said, around.today))
    left = without(said, [(s.start, s.end) for s in dates])
    if not dates:
        yield from _tasks(replace(base, kind="task"), said, "", words, around, is_listed=True, meaning="work")
    elif left:
        yield replace(base, title=titled(left), due=day_of(dates[0].value))


def _tasks(base: Said, said: str, label: str, words: Lexicon, around: Around, *,  # noqa: PLR0913 - what a task is read from
           is_listed: bool, meaning: str) -> Iterator[Said]:
    besides = details(said, words)
    left, who = bare(said, words, around)
    clause, more = cut(left, words)
    labelled = LABEL.match(clause) if label else None
    if labelled and who.keys() & {"owner", "unclear"}:
        clause = clause[labelled.end():]
    behind = clause[labelled.end():] if labelled else ""
    found = (titles(behind, words, is_listed=True) if is_listed else []) or titles(clause, words, is_listed=is_listed) or titles(behind, words, is_listed=True)
    found = found or [titled(t) for t in told(clause, words, is_all=around.is_told or "owner" in who)]
    if around.is_notes and "owner" in who and (deed := doing(clause)):
        found = [titled(deed)]
    if around.is_parts and clause:
        found = [titled(clause.strip(" ?!"))]
    is_fragment = words.says["fragment"].match(clause) is not None
    says = words.says
    if not found and says["wish"].search(clause) and len(clause.split()) > SHORTEST and meaning != "context" and not (
            is_fragment or says["nobody"].search(clause)):
        found = [titled(f"{words.fallback} {plainly(clause, words)}")]
    for title in found:
        yield replace(base, title=title, **{**who, **besides, **more})
    if not found:
        is_detail = is_fragment and (is_listed or meaning == "work")
        yield replace(base, kind="detail" if is_detail else "context", skipped=SKIPPED["detail" if is_detail else "context"])
