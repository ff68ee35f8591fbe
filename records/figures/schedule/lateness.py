"""How late a project will be: the days from the finish that is wanted to the one that is expected, as its status tells them."""
from datetime import date
from decimal import Decimal

from records.figures.base import Rows, Signs, Value, counted, figure
from records.figures.schedule.expected import expected_finish
from records.kinds import Project


@figure(of=Project, needs={Project: ("key", "finish", "phase")}, reads=(expected_finish,), unit="days", label="finish delay",
        also="delay of the finish, days after the wanted finish, days late at the end",
        signs=Signs("finish later than wanted", "finish earlier than wanted", "", "later", "earlier"))
def finish_delay(rows: Rows) -> Value:
    """Expected finish - wanted finish, negative where it will be early; of what is over no delay is to come."""
    (project,), expected = rows[Project], rows[expected_finish]
    if project.phase in ("closed", "cancelled"):
        return Value(None, f"the project is {project.phase}")
    if expected.number is None or project.finish is None:
        return Value(None, expected.how if expected.number is None else "no finish is wanted by a day")
    foreseen = date.fromordinal(int(expected.number))
    days = (foreseen - project.finish).days
    apart = f"{counted(abs(days), 'day')} {'after' if days > 0 else 'before'}" if days else "just on"
    return Value(Decimal(days), f"expected {foreseen:%-d %b %Y}, {apart} the wanted {project.finish:%-d %b %Y}", (project.key, *expected.keys))
