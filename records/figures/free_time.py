"""What is wanted of a person over days to come, and what they have left beside: of the days that are asked for, else of the next two weeks."""
from records.figures.base import Part, Rows, Value, brief, figure
from records.figures.delivery.capacity import PEOPLE
from records.figures.delivery.wanting import wanted
from records.figures.workload import load
from records.kinds import Person


@figure(of=Person, needs=PEOPLE, unit="hours", label="hours wanted", also="wanted hours", is_over_days=True)
def hours_wanted(rows: Rows) -> Value:
    """What open tasks or allocations, whichever is more, want of a person; what does not fit into the days before is carried over."""
    found = wanted(rows)
    return Value(found.hours, found.how, found.keys)


@figure(of=Person, needs=PEOPLE, unit="hours", label="free hours", also="hours free, unplanned hours",
        is_over_days=True, left_of=load)
def free_hours(rows: Rows) -> Value:
    """Hours to work, without days off and absences, less what open tasks or allocations want of them."""
    found = wanted(rows)
    return Value(found.free, found.how, found.keys, (Part("hours to work", f"{brief(found.has)} h"), Part("wanted by open tasks", f"{brief(found.tasks)} h"),
                                                     Part("of them carried over from before", f"{brief(found.carried)} h"),
                                                     Part("allocated to projects", f"{brief(found.allocated)} h")))
