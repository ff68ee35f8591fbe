"""In which phase a project begins that a file makes: its tasks tell, else its dates, unless the file does."""
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from records.proposals import Create, Wish

BEGUN = frozenset(("in progress", "in review", "done"))
DELIVERY, PLANNING, CLOSED = "in delivery", "planning", "closed"
SHOWN = 3
STATES = frozenset(("status", "progress", "began_on", "done_on", "actual"))      # fields that say how far something is


def phased(wishes: Sequence[Wish], today: date) -> tuple[list[Wish], tuple[str, ...]]:
    """The wishes with a phase for each new project that names none and has tasks or dates, and what a person is told of it.

    Once all tasks are done it is still in delivery: closing a project that is planned here is a person's decision.
    """
    begun, said = _begun(wishes), _homes(wishes, lambda wish: wish.kind == "timeentry" or not STATES.isdisjoint(wish.values))
    phases = {w.new: DELIVERY if begun[w.new] else PLANNING for w in wishes if isinstance(w, Create) and _is_open(w) and w.new in begun}
    unsaid = [str(w.values["name"]) for w in wishes if isinstance(w, Create) and w.new in phases and not said[w.new]]
    names = {phase: [str(w.values["name"]) for w in wishes if isinstance(w, Create) and phases.get(w.new) == phase] for phase in (DELIVERY, PLANNING)}
    dated = {w.new: phase for w in wishes if isinstance(w, Create) and _is_open(w) and w.new not in begun and (phase := _by_dates(w.values, today))}
    by_dates = tuple(f"{_many(of)} {'is' if len(of) == 1 else 'are'} taken as {phase}: phase from {'its' if len(of) == 1 else 'their'} dates."
                     for phase in (DELIVERY, CLOSED)
                     if (of := [str(w.values["name"]) for w in wishes if isinstance(w, Create) and w.kind == "project" and dated.get(w.new) == phase]))
    phases |= dated
    told = (*(_told(phase, rest) for phase, of in names.items() if (rest := [name for name in of if name not in unsaid])), *_untold(unsaid))
    made: list[Wish] = [replace(w, values={**w.values, "phase": phases[w.new]}) if isinstance(w, Create) and w.kind == "project" and w.new in phases else w
                        for w in wishes]
    return made, (*told, *by_dates)


def _by_dates(values: Mapping[str, Any], today: date) -> str:
    """In delivery between start and finish, closed after the finish; nothing where the dates do not tell."""
    start, finish = str(values.get("start") or ""), str(values.get("finish") or "")
    if finish and finish < today.isoformat():
        return CLOSED
    return DELIVERY if start and finish and start <= today.isoformat() else ""


def _is_open(wish: Create) -> bool:
    """Whether a wish makes a project of which nobody said the phase."""
    return wish.kind == "project" and not wish.key and "phase" not in wish.values


def _begun(wishes: Sequence[Wish]) -> Mapping[int, bool]:
    """The new projects that have tasks, each with whether work on it has begun."""
    return _homes(wishes, lambda wish: _is_begun(wish.kind, wish.values))


def _homes(wishes: Sequence[Wish], holds: Callable[[Create], bool]) -> Mapping[int, bool]:
    """The new projects that have tasks, each with whether something holds of one of them."""
    found: dict[int, bool] = defaultdict(bool)
    for wish in wishes:
        home = wish.values.get("project_id") if isinstance(wish, Create) else None
        if isinstance(home, int) and home < 0 and isinstance(wish, Create) and wish.kind in {"task", "milestone", "timeentry"}:
            found[home] |= holds(wish)
    return found


def _is_begun(kind: str, values: Mapping[str, Any]) -> bool:
    if kind == "task":
        return values.get("status") in BEGUN or bool(values.get("progress") or values.get("began_on") or values.get("done_on"))
    return kind == "timeentry" or bool(values.get("actual"))


def _told(phase: str, names: Sequence[str]) -> str:
    many = _many(names)
    one, is_begun = len(names) == 1, phase == DELIVERY
    why = "work on its tasks has begun" if one else "work on their tasks has begun"
    why = why if is_begun else "none of its tasks has begun" if one else "none of their tasks has begun"
    return f"{many} {'is' if one else 'are'} taken as {phase}, since {why}."


def _untold(names: Sequence[str]) -> Iterator[str]:
    """That nothing says how far the work is: then nobody may conclude that none of it has begun."""
    if names:
        one = len(names) == 1
        yield (f"{_many(names)} {'is' if one else 'are'} taken as {PLANNING}, since nothing was read that says how far {'its' if one else 'their'} tasks are: "
               "no state, no progress, no actual dates.")


def _many(names: Sequence[str]) -> str:
    return f"{', '.join(names[:SHOWN])}{f' and {len(names) - SHOWN:,} more' if len(names) > SHOWN else ''}"
