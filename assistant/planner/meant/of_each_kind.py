"""Several kinds in one breath, “which risks and issues are mine?”: a list of each, where the words alone led to a list of one of them."""
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.learned.weighing import is_order
from assistant.planner.meant.of_each_paid import of_each_paid
from language.words import Span
from tools.base import Holds, Tool

JOINED = re.compile(r"\s*(?:,|&|/|\bor\b|,?\s*\band\b(?: also)?|\bas well as\b|\bplus\b)\s*(?:all |the |any |my |our |your |open |overdue |new )*", re.I)
FOCUS = "waiting"


def of_each(plan: Plan, heard: Heard, asked: Asked, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan:
    """The plan, or the same asked of each kind that is named, or of each who is paid."""
    return of_each_kind(plan, heard, tools, again) or of_each_paid(heard, asked, tools, again) or plan


def of_each_kind(plan: Plan, heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """The same asked of each of the kinds that are named together; None where there is one, or where it is asked of something else."""
    run = next((r for r in _runs(heard) if len({str(s.value) for s in r}) == len(r) > 1), None)
    if run is None or len(plan.calls) != 1 or is_order(heard) or not _is_of(plan.calls[0], run, tools):
        return None
    before, after = heard.text[:run[0].start], heard.text[run[-1].end:]
    plans = [again(f"{before}{heard.said(s)}{after}") for s in run]
    if any(not p.calls or any(tools[name].proposes for name, _ in p.calls) or not _is_of(p.calls[0], (s,), tools) for s, p in zip(run, plans, strict=True)):
        return None
    says = " ".join(dict.fromkeys(p.says for p in plans if p.says))
    below = " ".join(dict.fromkeys(p.below for p in plans if p.below))
    calls = tuple(call for n, p in enumerate(plans) for call in p.calls if call not in [c for q in plans[:n] for c in q.calls])
    return replace(plan, calls=calls, says=says, below=below)


def _runs(heard: Heard) -> Iterator[Sequence[Span]]:
    """The kinds that stand side by side, with nothing but “and” between them."""
    run: list[Span] = []
    for span in sorted(heard.of("KIND"), key=lambda s: s.start):
        if run and not JOINED.fullmatch(heard.text[run[-1].end:span.start]):
            yield run
            run = []
        run.append(span)
    yield run


def _is_of(call: Call, run: Sequence[Span], tools: Mapping[str, Tool]) -> bool:
    """Whether a call lists one of these kinds, or tells all that somebody has to do, as “my tasks” does; a column is no kind that is listed."""
    name, args = call
    slot, shown = tools[name].slot(Holds.kind), " ".join(str(v) for v in args.values() if isinstance(v, str))
    if slot is None:
        choice = tools[name].slot(Holds.choice)
        return choice is not None and FOCUS in choice.choices
    kind = str(args.get(slot.name, ""))
    return kind in [str(s.value) for s in run] and not any(str(s.value) in shown.replace(kind, "", 1) for s in run if str(s.value) != kind)
