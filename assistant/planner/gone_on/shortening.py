"""The last order, list or choice without what is left out, or with it again: “leave Fortuna out”, “without Ben”."""
from collections.abc import Mapping, Sequence
import re
from typing import Any

from assistant.planner.gone_on.leaning import AGAIN_IN, LONG, SHORTENS, Tools, chosen_again
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.names_out import names_out
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import OUT_OF_WHAT
from assistant.planner.words.lexicon import kind_named
from language.words import Span
from records.kinds.base import fields, split
from tools.base import Holds, Tool

LEFT_OUT = re.compile(r"^(?:please )?(?:leave|leaving|keep) (?:(?:PROJECT|PERSON) )?out(?: (?:PROJECT|PERSON))?(?: too| as well| then)?$")


def shortened(heard: Heard, context: Context, tools: Tools) -> Plan | None:
    """The last order, list or choice without the projects that are told, or with those again; None where nothing of the kind was shown last."""
    call = context.last_call
    tool = tools.get(call.tool) if call else None
    if len(heard.text.split()) > LONG or not SHORTENS.match(heard.typed):
        return None
    nothing = Plan(says=OUT_OF_WHAT) if LEFT_OUT.match(heard.typed) and not context.pending else None
    if call is None or tool is None or tool.proposes:
        return nothing
    if not names_out(heard, "project") and not names_out(heard, "person") and not AGAIN_IN.search(heard.typed):
        return None
    question = tool.slot(Holds.question)
    if question is not None and question.name == "wish" and (text := chosen_again(heard, str(call.said.get(question.name, "")))):
        return Plan(((tool.name, {**call.said, question.name: text}),))
    said = _without(heard, tool, dict(call.said))
    return Plan(((tool.name, said),)) if said is not None else nothing


def _without(heard: Heard, tool: Tool, said: Mapping[str, Any]) -> dict[str, Any] | None:
    """The same order, or the same list, without the projects that are told: “leave Fortuna out”."""
    out, people = names_out(heard, "project"), names_out(heard, "person")
    kinds = [s for s in heard.of("KIND") if not re.fullmatch(r"leav\w+", heard.said(s), re.I)]
    if kinds or heard.types & {"KEY", "FIGURE", "DATE"} or len(people) != len(heard.of("person")):
        return None
    if people and not out:
        return _without_people(heard, tool, said, people)
    if (slot := tool.slot(Holds.without)) and AGAIN_IN.search(heard.typed):
        kept = [k for k in split(str(said.get(slot.name, ""))) if k not in heard.all("project")]
        return {**said, slot.name: ", ".join(kept)} if slot.name in said else None
    names = ", ".join(str(s.value) for s in out) if len(out) == len(heard.of("project")) else ""
    if slot and names:
        return {**said, slot.name: ", ".join(filter(None, (str(said.get(slot.name, "")), names)))}
    return _listed_without(tool, said, names) if names else None


def _listed_without(tool: Tool, said: Mapping[str, Any], names: str) -> dict[str, Any] | None:
    where, kind = tool.slot(Holds.conditions), tool.slot(Holds.kind)
    if where is None or kind is None or tool.proposes or not (of := kind_named(str(said.get(kind.name, "task")))).kind.within:
        return None
    old = dict(said.get(where.name) or {})
    is_of_project = of.kind.within == "project_id" and (not old.get("project") or str(old["project"]).startswith("not "))
    left = ", ".join(filter(None, (str(old.get("project", "")).removeprefix("not "), names)))
    return {**said, where.name: {**old, "project": f"not {left}"}} if is_of_project else None


def _without_people(heard: Heard, tool: Tool, said: Mapping[str, Any], people: Sequence[Span]) -> dict[str, Any] | None:
    """The same list without what belongs to somebody: “leave Ben out”."""
    where, kind = tool.slot(Holds.conditions), tool.slot(Holds.kind)
    of = kind_named(str(said.get(kind.name, "task"))) if kind else None
    if where is None or of is None or tool.proposes or not any(f.label == "owner" for f in fields(of)):
        return None
    old = dict(said.get(where.name) or {})
    before = str(old.get("owner", ""))
    if before and not before.startswith("not "):
        return None
    names = ", ".join(filter(None, (before.removeprefix("not "), *(heard.said(s) for s in people))))
    return {**said, where.name: {**old, "owner": f"not {names}"}}
