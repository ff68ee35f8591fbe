"""What a language model is told beside the question: today, who asks, what the thread is about, the fields of the kinds it names, and what is off."""
from functools import cache

from assistant.calling import Turn
from assistant.model.wrapping import wrapped
from assistant.so_far import remembered
from assistant.switching import off
from prompts import prompt
from records.asker import Role
from records.kinds import KINDS, Project, Task
from records.kinds.base import FieldOf, Record, fields
from tools import TOOLS
from tools.base import offered

ALWAYS = (Task, Project)
SCALE = 100                     # where a scale ends at most; what only keeps nonsense out is not told


def set_out(question: str, turn: Turn) -> str:
    may = "" if _may_write(turn) else "; may change nothing"
    likes = "".join(f"; {name}: {value}" for name, value in turn.preferences.items())
    asker = f"{turn.asker.name} ({', '.join(sorted(turn.asker.roles))}{may}{likes})"
    own = "".join(f"\n“{word}” means {choice}." for word, choice in turn.words.items())
    before = remembered(turn.past)
    so_far = f"\n{wrapped(before, 'this conversation so far')}" if before else ""
    lines = "\n".join(_line(k, turn.asker.roles) for k in _named(question))
    lacking = "".join(f"\n{said}" for said in off(turn.asker).values())
    return prompt("turn", so_far=so_far, today=f"{turn.now:%A %-d %B %Y, %H:%M}", asker=asker, fields=lines + own + lacking)


def _may_write(turn: Turn) -> bool:
    return any(t.proposes and offered(t, turn.asker) for t in TOOLS)


def _named(question: str) -> list[type[Record]]:
    said = f" {question.lower()} "
    return [k for k in KINDS if k in ALWAYS or any(f" {name.lower()}" in said for name in k.kind.names)]


@cache
def _line(kind: type[Record], roles: frozenset[Role]) -> str:
    seen = [f for f in fields(kind) if f.says.set_by == "person" and (not f.says.only or roles & set(f.says.only))]
    return f"{kind.kind.one}: {', '.join(_field(kind, f) for f in seen)}"


def _field(kind: type[Record], f: FieldOf) -> str:
    """A field with its choices, or the numbers it takes; one that a new record cannot be without has a star."""
    takes = "|".join(f.choices) or "–".join(_bounds(kind, f)) or f.says.unit
    return f.label + ("*" if f.required and f.name != kind.kind.within else "") + (f" ({takes})" if takes else "")


def _bounds(kind: type[Record], f: FieldOf) -> tuple[str, ...]:
    said = kind.model_fields[f.name].metadata
    least, most = (next((getattr(m, name) for m in said if hasattr(m, name)), None) for name in ("ge", "le"))
    return (f"{least:g}", f"{most:g}") if least is not None and most is not None and most <= SCALE else ()
