"""“Only 1.2 and 1.3”, “all but 1.1”, “only the first two”: some of what waits for a yes, which is shown again before anything is done.

Read by strict code; what it does not read whole goes on as it was said.
"""
from collections.abc import Sequence
from dataclasses import replace
import re

from assistant.calling import Call, tool_named
from assistant.planner.heard.placing import ORDINALS
from language.numbers import read_number
from records.breakdown.picking import narrowed
from records.errors import BadInput
from records.proposals import Change, Create, Proposal
from tools.base import Holds

YES = r"(?:(?:yes|ok(?:ay)?|please|well|then|but|i want|i take|let us|can you|could you|confirm|apply|create|make|do|take|keep|use|add)\b[\s,]*)*"
OF = r"(?:(?:the )?(?:tasks?|numbers?|nos?\.?|items?|lines?|points?|steps?|phases?)\s+)?"
CODES = rf"{OF}(?P<codes>\d+(?:\.\d+)*(?:(?:\s*(?:,|and|&|,\s*and|or)\s*|\s+){OF.replace('?P<', '?:')}\d+(?:\.\d+)*)*)"
PLACE = (r"(?:the )?(?P<end>first|last)(?: (?P<many>\d+|one|two|three|four|five|six|seven|eight|nine|ten))?"
         r"(?: (?:tasks?|ones?|items?|of (?:them|these|those)))*")
NTH = rf"(?:the )?(?P<nth>{'|'.join(ORDINALS)})(?: (?:task|one|item))?"
KEY = r"(?:[A-Za-z][\w]*-)*[A-Za-z]{1,3}-\d+"
KEYS = rf"{OF}(?P<keys>{KEY}(?:(?:\s*(?:,|and|&|,\s*and|or)\s*)(?:the )?{KEY})*)"
OUT = (r"(?:(?:all|everything|them|it|all of (?:them|it|these)|the rest)\s+)?(?:but(?: not)?|except(?: for)?|"
       r"without|leave out|leave|take out|skip|drop|exclude|not)")
END = r"(?: out| alone| as (?:it|they) (?:is|are)| away| off)?(?: please| though)?\W*"
ONLY = tuple(re.compile(rf"{YES}{lead}{what}{END}", re.I) for lead, what in
             ((r"(?:only|just)\s+", KEYS), (r"(?:only|just)\s+", CODES), (r"(?:only|just)\s+", PLACE), (r"(?:only|just)\s+", NTH)))
CONFIRMED = re.compile(rf"(?:yes[\s,]*)?(?:please )?(?:confirm|apply)\s+{CODES}{END}", re.I)
WITHOUT = tuple(re.compile(rf"{YES}{OUT}\s+{what}{END}", re.I) for what in (KEYS, CODES, PLACE, NTH))
LEFT = "This is left of it. Nothing is done yet."
CODE = re.compile(r"\d+(?:\.\d+)*")


def narrows(text: str) -> bool:
    """Whether a message means some of what waits and nothing else."""
    return _read(text) is not None


def some_of(text: str, wish: Proposal, shown: Sequence[str] = ()) -> Proposal | None:
    """What a message leaves of a wish, whose records are counted in the order in which the preview has `shown` them by their keys; None when it is no such
    message, or the wish has no parts. Raises `BadInput` when nothing or all of it is left."""
    read = _read(text)
    parts = _parts(wish)
    if shown and _keys(wish):
        parts = [key for key in dict.fromkeys(shown) if key in parts]       # what is so already is in no preview
    if read is None or len(parts) < 2:  # noqa: PLR2004 - of one there is no some
        return None
    m, is_out = read
    meant = _meant(m, parts)
    left = [p for p in parts if (p in meant) != is_out]
    if not meant or not left:
        numbered = f" They are numbered {parts[0]} to {parts[-1]}." if CODE.fullmatch(parts[0]) and any(w for w in wish.wishes if _code(w)) else ""
        raise BadInput(f"None of what waits is left then.{numbered} Say which of them you want, or discard it.")
    return replace(_only(wish, left), note="")          # it told of the whole


def _read(text: str) -> "tuple[re.Match[str], bool] | None":
    said = text.strip()
    for patterns, is_out in (((*ONLY, CONFIRMED), False), (WITHOUT, True)):
        if m := next((m for p in patterns if (m := p.fullmatch(said))), None):
            return m, is_out
    return None


def _parts(wish: Proposal) -> list[str]:
    """The parts in their order: a plan's tasks by their outline number, new records by their place, changed ones by their key."""
    made = [w for w in wish.wishes if isinstance(w, Create)]
    above = {w.values.get("parent_id") for w in made}
    if codes := [_code(w) for w in made if _code(w) and (not w.new or w.new not in above)]:
        return codes
    if keys := _keys(wish):
        return keys
    return [str(n) for n, _ in enumerate(made, 1)] if len(made) == len(wish.wishes) and not any(w.new for w in made) else []


def _keys(wish: Proposal) -> list[str]:
    """The records of a wish that only changes some."""
    changes = [w for w in wish.wishes if isinstance(w, Change)]
    return list(dict.fromkeys(key for w in changes for key in w.keys)) if len(changes) == len(wish.wishes) else []


def _code(wish: object) -> str:
    return str(wish.values.get("wbs") or "") if isinstance(wish, Create) else ""


def _meant(m: "re.Match[str]", parts: Sequence[str]) -> list[str]:
    said = m.groupdict()
    if said.get("keys"):
        keys = [key.upper() for key in re.findall(KEY, said["keys"])]
        return [p for p in parts if any(p == key or p.endswith(f"-{key}") for key in keys)]
    if said.get("codes"):
        codes = CODE.findall(said["codes"])
        return [p for p in parts if any(p == c or p.startswith(f"{c}.") for c in codes)]
    if said.get("nth"):
        return list(parts[(n := ORDINALS.index(said["nth"].lower())):n + 1])
    many = int(read_number(said["many"]) or 1) if said.get("many") else 1
    return list(parts[:many] if said["end"].lower() == "first" else parts[-many:])


def _only(wish: Proposal, left: Sequence[str]) -> Proposal:
    if any(_code(w) for w in wish.wishes):
        return narrowed(wish, left)
    if _keys(wish):
        kept = (replace(w, keys=tuple(k for k in w.keys if k in left)) for w in wish.wishes if isinstance(w, Change))
        return replace(wish, wishes=tuple(w for w in kept if w.keys))
    return replace(wish, wishes=tuple(w for n, w in enumerate(wish.wishes, 1) if str(n) in left))


def left_of(calls: Sequence[Call], wish: Proposal) -> tuple[Call, ...]:
    """The one call behind what waited, as one for the records that are left, so that “make it two weeks” still means them."""
    where = next((s.name for s in tool_named(calls[0].tool).slots if s.holds is Holds.conditions), "") if len(calls) == 1 else ""
    keys = _keys(wish)
    return (replace(calls[0], said={**calls[0].said, where: {"key": ", ".join(keys)}}),) if where and keys else ()
