"""Hours that are told as worked, made into time entries for one preview, with what else the message asks for."""
from collections.abc import Callable, Sequence

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.wording import HOW_PARTED, MEANT_BY, NOT_USED
from assistant.planner.meant.titled import with_keys
from assistant.planner.told.time_told import Worked, time_told
from records.kinds import Task, TimeEntry
from tools.base import Holds, Tool
from tools.desk.holding import Holder

ME = ("", "i", "me", "we")
Reading = Callable[[Heard], Plan | None]


def time_entries(heard: Heard, asked: Asked, context: Context, maker: Tool, reads: tuple[Reading, Reading]) -> Plan | None:
    """An entry for each day and task that hours are told of; None where a sentence tells it as one, or something else is told. `reads`: what reads a whole
    sentence, and what reads anything."""
    told, (sentence, anything) = time_told(heard, asked.today), reads
    if told is None or told.is_one:
        return None
    rest = (anything(asked.heard(told.rest)) if told.rest else None) or Plan()
    made = [_entry(each, asked, context, maker, sentence) for each in told.entries]
    says = (*(said for _, said in made), HOW_PARTED.format(hours=told.unclear) if told.unclear else "", rest.says if rest.calls else "",
            NOT_USED.format(words=told.rest.strip(" ?.!")) if told.rest and not rest.calls else "")
    return Plan((*rest.calls, *(call for call, _ in made)), " ".join(dict.fromkeys(filter(None, says))))


def _entry(told: Worked, asked: Asked, context: Context, maker: Tool, sentence: Reading) -> tuple[Call, str]:
    """A time entry as a sentence tells it, with what is said beside it; where none does, by the task that its words are about; and what is said of that."""
    kind, values = (next(s.name for s in maker.slots if s.holds is holds) for holds in (Holds.kind, Holds.values))
    plan = sentence(with_keys(asked.heard(told.message), asked, context)) or Plan()
    made = [args for name, args in plan.calls if name == maker.name and args.get(kind) == TimeEntry.kind.one]
    own, says = (dict(made[0][values]), "") if len(made) == len(plan.calls) == 1 and not plan.says else _by_words(told, asked)
    beside = {TimeEntry.kind.title: told.note} if told.note else {}
    who = {"person": told.who} if told.who.lower() not in ME else {}
    return (maker.name, {kind: TimeEntry.kind.one, values: {**own, **beside, **who}}), says


def _by_words(told: Worked, asked: Asked) -> tuple[dict[str, str], str]:
    """The hours and the day, of a project or of the only task whose title holds the words; else of the words themselves."""
    when = {"hours": told.hours, **({"on": told.day} if told.day else {})}
    if home := asked.heard(told.task).first("project"):
        return {**when, "project": home}, ""
    held = _nearest([h for h in asked.holding(told.task) if h.kind is Task and h.is_titled])
    if len(held) == 1:
        return {**when, "task": held[0].key}, MEANT_BY.format(words=told.task, key=held[0].key, title=held[0].title)
    return {**when, "task": told.task}, ""


def _nearest(held: Sequence[Holder]) -> Sequence[Holder]:
    """Those of the asker's own where there are any, and of them those that are theirs and open."""
    for kept in ([h for h in held if h.is_own], [h for h in held if h.is_theirs], [h for h in held if h.is_theirs and h.is_open]):
        held = kept or held
    return held
