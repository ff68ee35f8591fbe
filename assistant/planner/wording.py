"""What the planner says itself: what it did not understand, what it needs to know, and what works instead."""
from collections.abc import Mapping, Sequence

from records.kinds import Project
from tools.base import Holds, Slot, Tool

ALWAYS = ("how is the portfolio?", "what should I do today?", "what is overdue?")
REMOVAL = "I never delete records, so that nothing is lost. I can close or cancel it, or undo a change."
REFUSED = "All right, I do nothing."
TITLE_ASKED = "What should it be called?"
UNSURE = "I am not sure what you want me to change. Which of these is it?"
SMALL_TALK = "I am the PMO’s assistant: ask about projects, tasks, money, risks, benefits and the handbook, or tell me what to write down. For example:"
LOST = "I cannot answer that: it is about nothing in the records or documents that I know. These work:"


def asked_for(slot: Slot, tool: Tool) -> str:
    """The question for what a tool lacks."""
    if slot.holds is Holds.record and slot.of is not None:
        return "Which project?" if slot.of is Project else "Which record? Say its key, such as T-12."
    if slot.holds is Holds.figure:
        return "Which figure? Say for example CPI, NPV or progress."
    if slot.holds is Holds.lines:
        return "Which tasks? Say one a line, or separate them with a semicolon."
    if slot.holds is Holds.conditions:
        return "Which record do you mean? Say its key, such as T-12, or describe them, such as “all of Ben's overdue tasks”."
    if slot.holds is Holds.values:
        return "What should it become? Say the new status, owner, date or another field." if tool.slot(Holds.conditions) else TITLE_ASKED
    return f"Which {slot.name}?"


def with_each(text: str, projects: Mapping[str, str], most: int = 6) -> list[str]:
    """The question again, once for each project that could be meant."""
    bare = text.rstrip(" ?.!")
    return [f"{bare} on {name}" for name in list(projects)[:most]]


def helpful(ranked: Sequence[tuple[Tool, float]], projects: Mapping[str, str]) -> list[str]:
    """Three things that work: the nearest tools' first examples, with a project that is there."""
    near = [t.examples[0] for t, score in ranked[:3] if score > NEAR]
    name = next(iter(projects), "Apollo")
    return [e.replace("Apollo", name) for e in dict.fromkeys([*near, f"how is {name} doing?", *ALWAYS])][:3]


NEAR = 0.2
