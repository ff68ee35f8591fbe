"""An allocation: a person's hours a week that a project counts on, for a time, promised or only asked for."""
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from sqlmodel import Field

from records.asker import Role
from records.kinds.base import Kind, Record, Says, one_of

Commitment = Literal["requested", "soft", "hard"]


def end_after_start(of: Any) -> str | None:
    return "The allocation ends before it starts." if of.end < of.start else None


class Allocation(Record, table=True):
    kind: ClassVar[Kind] = Kind("A", "allocation", "allocations", also="booking, resource booking, staffing", within="project_id", title="role", when="end",
                                line="{key} {hours} h a week until {end}",
                                columns=("person_id", "project_id", "role", "hours", "start", "end", "commitment"), write=(Role.manager, Role.admin),
                                sayings=(("current, running, now", {"start": "at most today", "end": "at least today"}),),
                                tells=(("(give|allocate|book|assign|reserve|plan|put) {person} [for|with] {hours} (a|per|each|every) week (on|to|for|in) "
                                        "{project} {start..end}"),
                                       ("(give|allocate|book|assign|reserve|plan|put) {person} [for|with] {hours} (a|per|each|every) week {start..end} "
                                        "(on|to|for|in) {project}"),
                                       ("(give|allocate|book|assign|reserve|plan|put) {person} (on|to|for|in) {project} [for|with] {hours} "
                                        "(a|per|each|every) week {start..end}"),
                                       ("(give|allocate|book|assign|reserve|plan) {hours} (a|per|each|every) week of {person} (on|to|for|in) {project} "
                                        "{start..end}"),
                                       ("(give|allocate|book|assign|reserve|plan) {hours} (a|per|each|every) week of {person} {start..end} (on|to|for|in) "
                                        "{project}"),
                                       "{person} (works|will work|is|gets|does) {hours} (a|per|each|every) week (on|for|in) {project} {start..end}",
                                       ("(we|i) need {person} [for] {hours} (a|per|each|every) week (on|for|in) {project} {start..end} "
                                        "{commitment=requested}")),
                                asks=(("(how much|how many hours|where|on what|to what|to which projects|on which projects|what) (is|are) {person} "
                                       "(allocated|booked|staffed) [to|on|for]"),
                                      "who is (allocated|booked|staffed) (to|on|for|in) {project}",
                                      "[the] allocations of {person}"))
    checks: ClassVar = (end_after_start,)

    person_id: Annotated[int | None, Says("who, colleague")] = Field(None, foreign_key="person.id", index=True)
    project_id: int = Field(foreign_key="project.id", index=True)
    task_id: int | None = Field(None, foreign_key="task.id", index=True)
    role: Annotated[str, Says("as, skill")] = Field("", max_length=100)
    hours: Annotated[float, Says("hours a week, hours per week, weekly hours", unit="h")] = Field(ge=0, le=168)
    start: Annotated[date, Says("from, begins")] = Field(index=True)
    end: Annotated[date, Says("until, to")] = Field(index=True)
    commitment: Annotated[Commitment, Says("status, hard or soft", words=(("promised, confirmed", "hard"), ("tentative", "soft")))] = one_of(Commitment, "soft")
