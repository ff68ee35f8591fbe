"""A baseline: what was agreed of a project's dates, scope and cost on one day; a new one leaves the old as it was."""
from datetime import date
from typing import Annotated, ClassVar

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import SEES_MONEY, Kind, Money, Record, Says, money

LARGEST_SNAPSHOT = 20_000_000


class Baseline(Record, table=True):
    kind: ClassVar[Kind] = Kind("BL", "baseline", "baselines", also="re-baseline, rebaseline, plan baseline", within="project_id", when="agreed_on",
                                line="{key} {title} ({agreed_on})",
                                columns=("project_id", "number", "agreed_on", "finish", "budget", "change_request_id"), write=(Role.manager, Role.admin),
                                tells=(("(set|take|save|freeze|fix|agree|record|store|make|create) [a|an|the] [new|first] baseline (of|for|on|in) "
                                        "{project} [(by|with|under|after|through) {change_request#}] [because {reason}]"),
                                       ("(re-baseline|rebaseline|baseline) [the] [project] {project} [(by|with|under|after|through) {change_request#}] "
                                        "[because {reason}]")),
                                asks=("when was {project} [last] (baselined|re-baselined) [last|the last time]",
                                      "when did we [last] (baseline|re-baseline) {project} [last]"))

    title: str = Field("Baseline", min_length=1, max_length=200)
    project_id: int = Field(foreign_key="project.id", index=True)
    change_request_id: Annotated[int | None, Says("agreed by, approved by")] = Field(None, foreign_key="changerequest.id", index=True)
    reason: Annotated[str, Says("why")] = Field("", max_length=500)
    number: Annotated[int, Says("version", set_by="code")] = 1
    agreed_on: Annotated[date | None, Says("date, day", set_by="code")] = Field(None, index=True)
    finish: Annotated[date | None, Says("end", set_by="code")] = None
    tasks: Annotated[int, Says("number of tasks", set_by="code")] = 0
    hours: Annotated[float, Says("planned hours", set_by="code", unit="h")] = 0
    budget: Annotated[Money | None, Says("BAC", set_by="code", only=SEES_MONEY)] = money(None)
    snapshot: Annotated[str, Says("dates and scope as JSON", set_by="code", only=SEES_MONEY)] = Field("", max_length=LARGEST_SNAPSHOT)
