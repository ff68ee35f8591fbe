"""What a language model draws up of a description, held to the same rules: what is unsound is repaired, or dropped with a reason; what it missed is added."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
import re

from pydantic import BaseModel, Field, model_validator

from language.cleaning import clean, folded
from language.describing.lexicon import Lexicon, language_of, lexicon
from language.describing.reading import Kind, Said
from language.describing.titling import titled, titles, verb_at
from language.names import ambiguous_names, find_names
from records.breakdown.alike import NEAR, likeness, stems

MOST = 60
LONGEST_DAY = 10_000.0


class _Given(BaseModel):
    """What a model says; a null is a thing it does not say."""

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, said: object) -> object:
        return {name: value for name, value in said.items() if value is not None} if isinstance(said, dict) else said


class DraftedTask(_Given):
    """One task as a model says it."""
    title: str = Field(max_length=300)
    quote: str = ""
    phase: str = ""
    role: str = ""
    owner: str = ""
    optimistic: float | None = None
    likely: float | None = None
    pessimistic: float | None = None
    said: bool = False
    outcome: str = ""
    acceptance: str = ""
    after: list[str] = []
    due: date | None = None


class DraftedLine(_Given):
    """A line of the description and what it is, or why nothing comes of it."""
    quote: str
    title: str = ""
    reason: str = ""


class Drafted(_Given):
    """What a model is asked for."""
    tasks: list[DraftedTask] = []
    decisions: list[DraftedLine] = []
    risks: list[DraftedLine] = []
    left_out: list[DraftedLine] = []


Draft = Callable[[str, type[Drafted]], Drafted | None]


@dataclass(frozen=True)
class Checked:
    """What is left of a draft, in the shape in which a description is read, and what was mended."""
    said: tuple[Said, ...]
    mended: tuple[str, ...]


def nobody(_: str, __: type[Drafted]) -> Drafted | None:
    """The draft of a house without a language model."""
    return None


def checked_draft(drafted: Drafted, description: str, read: Sequence[Said], people: Mapping[str, str]) -> Checked:
    """The draft with what does not hold taken out, and with what was read in the description and is missing in it."""
    words, mended = lexicon(language_of(description)), list[str]()
    tasks = list[Said]()
    for task in drafted.tasks[:MOST]:
        made = _task(task, description, words, people, mended)
        if made is not None:
            tasks.append(replace(made, due=made.due or _day_of(made, read)))
    if len(drafted.tasks) > MOST:
        mended.append(f"{len(drafted.tasks) - MOST} tasks behind the first {MOST} are dropped")
    known = [s for s in read if s.kind == "task"]
    missed = [s for s in known if not _is_covered(s, tasks, sum(k.quote == s.quote for k in known))]
    if missed:
        mended.append("1 task that the model missed is added as the description says it" if len(missed) == 1
                      else f"{len(missed)} tasks that the model missed are added as the description says them")
    others = [*_lines(drafted.decisions, "decision", description), *_lines(drafted.risks, "risk", description), *_lines(drafted.left_out, "out", description)]
    quoted = {s.quote for s in others}
    others += [s for s in read if s.kind not in ("task", "heading", "context", "detail") and not any(s.quote in q or q in s.quote for q in quoted)]
    return Checked((*tasks, *missed, *others), tuple(mended))


def _task(task: DraftedTask, description: str, words: Lexicon, people: Mapping[str, str], mended: list[str]) -> Said | None:
    """One task as a saying of the description, or None with the reason among what was mended."""
    title = titled(clean(task.title))
    quote = _quoted(task.quote, description)
    if not quote:
        mended.append(f"“{title}” is dropped: its reason does not stand in the description")
        return None
    if words.says["instruction"].search(quote) or words.says["instruction"].search(title):
        mended.append(f"“{title}” is dropped: it is an instruction to the assistant, not work")
        return None
    if verb_at(title, words) is None:
        mended.append(f"“{title}” did not begin with a verb")
        title = next(iter(titles(title, words, is_listed=True)), f"{words.default} {title[:1].lower()}{title[1:]}")
    owner, unclear = _owner(task.owner, people) if task.owner and folded(task.owner) in folded(description) else ("", "")
    effort = _effort(task, title, mended)
    due = task.due if task.due and (str(task.due.year) in quote or str(task.due.day) in quote) else None
    return Said("task", quote, title, owner=owner, unclear=unclear, due=due, hours=effort[1] if effort and task.said else None, purpose=task.outcome[:400],
                acceptance=task.acceptance[:1000], waits=tuple(task.after), role=task.role.strip().lower(), effort=effort)


def _day_of(task: Said, read: Sequence[Said]) -> date | None:
    """The one day that was read in the words that a drafted task rests on: “by Thursday”."""
    days = {s.due for s in read if s.due and (s.quote in task.quote or task.quote in s.quote)}
    return days.pop() if len(days) == 1 and sum(task.quote in s.quote or s.quote in task.quote for s in read if s.kind == "task") == 1 else None


def _owner(said: str, people: Mapping[str, str]) -> tuple[str, str]:
    """The key of the one person who is called so, by the whole name or a part of it; else the name, where several are."""
    found = {str(s.value) for s in find_names(said, people)}
    return (found.pop(), "") if len(found) == 1 else ("", said.strip() if any(ambiguous_names(said, people)) else "")


def _quoted(quote: str, description: str) -> str:
    """The words of the description that a quote stands for: as they are, or with other spaces and quotation marks."""
    quote = quote.strip().strip("“”\"'").strip()
    if not quote or quote in description:
        return quote
    found = re.search(r"\s+".join(re.escape(word) for word in quote.split()), description, re.I)
    return found[0] if found else ""


def _effort(task: DraftedTask, title: str, mended: list[str]) -> tuple[float, float, float] | None:
    """Three hours in order; of two or less the others follow."""
    known = [n for n in (task.optimistic, task.likely, task.pessimistic) if n is not None and 0 < n <= LONGEST_DAY]
    if not known or task.likely is None:
        return None
    if known != sorted(known):
        mended.append(f"the estimates of “{title}” were not in order")
    low, high = min(known), max(known)
    likely = min(max(task.likely, low), high)
    return (low if low < likely else likely * 0.75, likely, high if high > likely else likely * 1.5)


def _is_covered(s: Said, tasks: Sequence[Said], together: int) -> bool:
    """Whether the draft has what was read: the same piece of work, or as many tasks of its sentence as were read `together` in that."""
    own = stems(s.title)
    return any(likeness(own, stems(t.title)) >= NEAR for t in tasks) or sum(s.quote in t.quote or t.quote in s.quote for t in tasks) >= together


def _lines(lines: Sequence[DraftedLine], kind: Kind, description: str) -> list[Said]:
    """Decisions, risks and what is left out, where their words stand in the description."""
    found = [(line, _quoted(line.quote, description)) for line in lines]
    reasons = {quote: (line.reason or "it is no work") if kind == "out" else "" for line, quote in found}
    return [Said(kind, quote, titled(line.title or quote), skipped=reasons[quote]) for line, quote in found if quote]
