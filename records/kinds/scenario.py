"""A scenario of the portfolio: which projects would be done under which limits. It changes no project; change requests do."""
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, long_text, money, one_of

SEES_EVERY_PROJECT = (Role.value, Role.executive, Role.auditor, Role.admin)      # its lists name restricted projects too
Measure = Literal["score", "NPV"]
Status = Literal["draft", "proposed", "dropped"]


def end_after_start(of: Any) -> str | None:
    return "The scenario ends before it starts." if of.start and of.end and of.end < of.start else None


class Scenario(Record, table=True):
    kind: ClassVar[Kind] = Kind("SC", "scenario", "scenarios", also="portfolio scenario, what-if scenario", when="start", line="{key} {title} ({status})",
                                columns=("measure", "budget", "included", "status"), write=(Role.value, Role.executive, Role.admin))
    checks: ClassVar = (end_after_start,)

    title: str = Field(min_length=1, max_length=200, unique=True)
    wish: Annotated[str, Says("asked for, in words", only=SEES_EVERY_PROJECT)] = Field("", max_length=1000)
    measure: Annotated[Measure, Says("chosen by, maximises")] = one_of(Measure, "score")
    budget: Annotated[Money | None, Says("limit of money", only=SEES_MONEY)] = money(None, ge=0)
    start: Annotated[date | None, Says("from, first day")] = None
    end: Annotated[date | None, Says("until, last day")] = None
    included: Annotated[str, Says("projects in it, projects that are done", only=SEES_EVERY_PROJECT)] = long_text()
    left_out: Annotated[str, Says("projects left out, projects that are not done", only=SEES_EVERY_PROJECT)] = long_text()
    status: Annotated[Status, Says("state", words=(("drop, rejected", "dropped"),))] = one_of(Status, "draft")
    notes: Annotated[str, Says("remarks")] = long_text()
