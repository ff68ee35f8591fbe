"""A plan in words: why each task is there, and the overview that stands above the preview."""
from collections.abc import Mapping, Sequence
from datetime import date

from records.breakdown.base import Activity, Plan

HOURS_A_DAY = 8
MOST_LEFT_OUT, MOST_PATH, MOST_DOUBTS, LONGEST_QUOTE = 12, 6, 5, 160
CONFIDENCE = {"said": "high", "history": "high", "rule": "medium", "guess": "low"}


def reason(a: Activity, method: str, clauses: Mapping[str, str], *, by_model: bool = False) -> str:
    """Why a task is there and what its numbers rest on, kept in its description."""
    clause = clauses.get(a.because, "")
    usual = clause or f"{a.because or 'usual in such projects'} (template “{method}”)"
    why = f"“{a.quote}” (the description)" if a.quote else usual
    lines = [f"Outcome: {a.outcome}" if a.outcome else "", f"Why: {why}"]
    if a.form == "summary":
        return "" if not a.quote else lines[1]
    if a.effort is not None:
        lines.append(f"Estimate: {a.effort.said}, {a.effort.why} ({a.effort.source}); confidence {CONFIDENCE[a.effort.source]}")
    if a.role:
        lines.append(f"Role: {a.role}" + (f"; {a.flag}" if a.flag else ""))
    elif a.flag:
        lines.append(f"To settle: {a.flag}")
    lines.append(f"Near: {a.near}" if a.near else "")
    lines.append("Drawn up by a language model, checked by code." if by_model else "")
    return "\n".join(line for line in lines if line)[:4000]


def note(plan: Plan, how: str, *, names: Mapping[int, str], others: Sequence[str] = ()) -> str:
    """What the plan comes to: tasks, finish, path, load, what is open and what was left out."""
    tasks = [a for a in plan.activities if a.form == "task"]
    new = [a for a in tasks if not a.known]
    phases = list(dict.fromkeys(a.phase for a in tasks))
    milestones = sum(a.form == "milestone" and not a.known for a in plan.activities)
    lines = [how, f"{_count(len(new), 'new task')} in {_count(len(phases), 'phase')}, {_count(milestones, 'milestone')}."]
    lines += [_finish(plan)] if plan.finish else []
    by_number = {a.number: a for a in plan.activities}
    path = [by_number[n].title for n in plan.path]
    if path:
        shown = path[:MOST_PATH - 1] + ([f"… {len(path) - MOST_PATH} more …"] if len(path) > MOST_PATH else []) + (path[-1:] if len(path) >= MOST_PATH else [])
        lines.append(f"Critical path: {' → '.join(shown)}.")
    lines.append(f"Load: {', '.join(f'{role} {hours:g} h' for role, hours in plan.load.items())}." if plan.load else "")
    lines += _open(new)
    lines.append("")
    lines += [_line(a, names) for a in plan.activities if a.form != "summary"]
    lines += ["", *_there(plan), *others]
    lines += [f"Doubt: {d}." for d in plan.doubts[:MOST_DOUBTS]]
    lines += [f"Not linked: {d}." for d in plan.dropped[:MOST_DOUBTS]]
    lines += _left_out(plan.left_out)
    return "\n".join(lines).strip().replace("\n\n\n", "\n\n")


def _count(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def _finish(plan: Plan) -> str:
    said = f"Finish {_day(plan.finish)}"
    if plan.wanted is None:
        return f"{said}; no finish is wanted yet."
    if plan.late > 0:
        return f"{said}: {_count(plan.late, 'working day')} after the wanted {_day(plan.wanted)}. Ask for it smaller, without something, or with a later date."
    return f"{said}: " + (f"{_count(-plan.late, 'working day')} before the wanted {_day(plan.wanted)}." if plan.late else f"as wanted, {_day(plan.wanted)}.")


def _day(day: date | None) -> str:
    return f"{day:%a %-d %b %Y}" if day else ""


def _open(new: Sequence[Activity]) -> list[str]:
    """Who is missing, by role."""
    missing: dict[str, int] = {}
    for a in new:
        if a.owner_id is None and a.flag:
            missing[a.flag] = missing.get(a.flag, 0) + 1
    return [f"Nobody is named for {sum(missing.values())} of them: {'; '.join(f'{why} ({n})' for why, n in missing.items())}."] if missing else []


def _line(a: Activity, names: Mapping[int, str]) -> str:
    if a.known:
        return f"{a.wbs} {a.title}: there already as {a.known}"
    if a.form == "milestone":
        return f"{a.wbs} ◆ {a.title}, {_day(a.ends)}"
    who = names.get(a.owner_id or 0, "") or (f"{a.role}?" if a.role else "nobody yet")
    effort = f", {a.effort.said} ({a.effort.source})" if a.effort else ""
    when = _day(a.ends) if a.starts == a.ends else f"{_day(a.starts)} – {_day(a.ends)}"
    due = f", must be done by {_day(a.due)}" + ("!" if a.ends and a.due and a.ends > a.due else "") if a.due else ""
    return f"{a.wbs} {a.title} – {who}{effort}, {when}{due}" + (f"; {a.near}" if a.near else "")


def _there(plan: Plan) -> list[str]:
    there = [a for a in plan.activities if a.known and a.form == "task"]
    return [f"There already, so not made again: {', '.join(a.known for a in there)}."] if there else []


def _left_out(left_out: Sequence[tuple[str, str]]) -> list[str]:
    shown = [f"Left out: “{_short(quote)}” – {why}." for quote, why in left_out[:MOST_LEFT_OUT]]
    return [*shown, *([f"{len(left_out) - MOST_LEFT_OUT} more lines are left out."] if len(left_out) > MOST_LEFT_OUT else [])]


def _short(quote: str) -> str:
    said = " ".join(quote.split())
    return said if len(said) <= LONGEST_QUOTE else f"{said[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
