"""The plan for what is asked of figures: of one record, of all projects, over time, at a rate, for what they mean, and why."""
from collections.abc import Mapping, Sequence
from datetime import date
import re
from typing import Any

from assistant.planner.asked.reckoning import (
    HAS_MOVED,
    chooses,
    has_choice,
    is_alone,
    is_at_rate,
    is_bare,
    is_meaning,
    is_why,
    moments,
    over_all,
)
from assistant.planner.filled.completing import completed
from assistant.planner.filled.filling import choice_of, fill
from assistant.planner.filled.supposed import slot_of
from assistant.planner.gone_on.leaning import because
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.tool_for import called, lister_of, teller_of
from assistant.planner.heard.wording import NOT_USED
from assistant.planner.learned.weighing import is_order, odds
from assistant.planner.meant.conditions import conditions
from assistant.planner.meant.leftover import NOW
from assistant.planner.meant.ordering import in_money
from assistant.planner.meant.spending import spending
from assistant.planner.meant.verdicts import by_verdict, lacking
from assistant.planner.words.lexicon import kind_coded, kind_named
from records.kinds import CostEntry, Project
from records.kinds.base import Record, fields
from tools.base import Holds, Tool

Tools = Sequence[Tool]
PLAIN = 0.9                                     # of the odds: so plainly is another tool meant


def over_time(heard: Heard, tools: Tools, context: Context) -> Plan | None:
    """A figure at each of some days where its trend is asked for; the costs of some days as what was booked on them."""
    figured = next((t for t in tools if t.slot(Holds.figure) and t.slot(Holds.moment)), None)
    moment = figured.slot(Holds.moment) if figured else None
    if figured and moment and (days := moments(heard)):
        args = fill(figured, heard, context).args
        return Plan(tuple((figured.name, {**args, moment.name: day} if day else args) for day in days))
    lister, spent = lister_of(tools), spending(heard, context)
    if lister and not is_order(heard) and (funded := in_money(heard)):
        return Plan(((lister.name, _listing(lister, funded[0], {"sort": funded[1]})),))
    return Plan(((lister.name, _listing(lister, CostEntry, spent)),)) if lister and spent else None


def reckoned(heard: Heard, nearest: Tool | None, tools: Tools, context: Context, asked: Asked) -> Plan | None:
    """The list of projects that a verdict or a figure makes, the choice that money makes, or the figure that is all that is asked for."""
    lister = lister_of(tools)
    if lister and "KIND" in heard.types and (where := by_verdict(heard)):
        others = {n: v for n, v in conditions(Project, heard, Context((), {})).items() if n != "declared colour"}
        return Plan(((lister.name, _listing(lister, Project, {"where": {**others, **where}})),))
    if lister and (lack := lacking(heard)):
        return Plan(((lister.name, _listing(lister, kind_named(lack[0]), {"where": {"without": lack[1]}})),))
    if (of_record := _field_of(heard, tools)) is not None:
        return of_record
    if (chosen := _chosen(heard, tools)) is not None:
        return chosen
    if (figure := _of_one(heard, nearest, tools, context, asked)) is not None:
        return figure
    return _of_all(heard, nearest, tools, context, asked)


def _of_all(heard: Heard, nearest: Tool | None, tools: Tools, context: Context, asked: Asked) -> Plan | None:
    """A figure of all projects, in their order or in one number; or whose it is, where it is said alone."""
    lister, figured = lister_of(tools), next((t for t in tools if t.slot(Holds.figure)), None)
    args = over_all(heard, nearest, asked.today) if lister and not (asked.my_only and is_alone(heard)) else None
    if lister and args:
        which = _which(heard)
        args = {**args, "where": {**which, **args.get("where", {})}} if which else args
        return Plan(((lister.name, _listing(lister, Project, args)),), _unused_days(heard, str(args), asked))
    return completed(figured, fill(figured, heard, context), heard, asked) if figured and is_alone(heard) and not heard.moment else None


def _which(heard: Heard) -> dict[str, str]:
    """Which projects a figure is asked of, by anything but a day, as figures have days of their own: “agile projects by CPI” are not all of them."""
    days = {f.label for f in fields(Project) if f.type is date}
    return {n: v for n, v in conditions(Project, heard.without(heard.of("DATE")), Context((), {})).items() if n not in days}


def _unused_days(heard: Heard, args: str, asked: Asked) -> str:
    """That a day which is said is in no condition, so that it is not lost in silence."""
    running = str(asked.today.year) if "this year" in args else ""
    days = [w for s in heard.of("DATE") if (w := heard.said(s)).lower() not in NOW and w != running and w.lower() not in args.lower()
            and not (w.lower().startswith("within") and "at most" in args)]
    return NOT_USED.format(words="”, “".join(days)) if days and not heard.moment else ""


def _of_one(heard: Heard, nearest: Tool | None, tools: Tools, context: Context, asked: Asked) -> Plan | None:
    """A figure with the findings on its project where it asks why, what it means, or it and nothing else."""
    figured = next((t for t in tools if t.slot(Holds.figure)), None)
    if figured is None or nearest is None:
        return None
    if nearest == figured and is_why(heard):
        args = fill(figured, heard, context).args
        if not any(s.name in args for s in figured.slots if s.of is Project):
            return completed(figured, fill(figured, heard, context), heard, asked)
        then = tuple((figured.name, {**args, s.name: "8 weeks ago"}) for s in figured.slots if s.holds is Holds.moment and HAS_MOVED.search(heard.plain))
        return Plan((*then, (figured.name, args), *because(heard.first("project") or context.project, {t.name: t for t in tools})))
    if is_meaning(heard) and not context.project:
        return Plan(tuple((figured.name, {s.name: name for s in figured.slots if s.holds is Holds.figure}) for name in heard.all("FIGURE")))
    is_mine = bool(asked.my_only) and not context.project and is_alone(heard) and not is_meaning(heard)
    if is_mine or (nearest != figured and odds(heard)[nearest.name] < PLAIN and is_bare(heard, context.project) and not has_choice(nearest, heard)):
        return completed(figured, fill(figured, heard, context), heard, asked)
    return None


def _chosen(heard: Heard, tools: Tools) -> Plan | None:
    """Money for projects is a choice among them, whatever project must be in it or out; a figure at a rate is a supposition."""
    for tool in tools:
        slot, record = tool.slot(Holds.question), tool.slot(Holds.record)
        if slot is None or not (chooses(heard, keeps=tool.proposes) if slot.name == "wish" else slot_of(tool) is not None and is_at_rate(heard)):
            continue
        whose = heard.first("project") if record else None
        choices = {s.name: c for s in tool.slots if s.holds is Holds.choice and (c := choice_of(s, heard))}
        return Plan(((tool.name, {slot.name: (heard.whole or heard.text).strip(), **({record.name: whose} if record and whose else {}), **choices}),))
    return None


def _field_of(heard: Heard, tools: Tools) -> Plan | None:
    """One field of one record: “cost effect of APOLLO-CR-2”."""
    m = re.match(r"^(?:the )?(?P<f>[a-z ]{3,30}?) (?:of|for|on) KEY$", heard.typed)
    key, teller = heard.first("KEY"), teller_of(tools)
    if m is None or key is None or teller is None or "FIGURE" in heard.types or not re.search(r"-\d+$", key):
        return None
    label = next((f.label for f in fields(kind_coded(key)) if m["f"] in {n.lower() for n in f.names}), "")
    said = {Holds.record: key, Holds.field: label}
    return Plan((called(teller, said),)) if label else None


def _listing(tool: Tool, kind: type[Record], args: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments of a list: its kind, and what is said by the names of its slots."""
    slots = {s.name for s in tool.slots}
    return {next(s.name for s in tool.slots if s.holds is Holds.kind): kind.kind.one, **{n: v for n, v in args.items() if n in slots}}
