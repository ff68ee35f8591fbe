"""Several tasks at once, one line each."""
from records.errors import BadInput
from records.kinds import Person, Project, Task
from records.proposals import Create, Proposal
from tools.base import Lines, tool
from tools.desk import Desk
from tools.desk.capturing import captured

MOST = 50


@tool("create these tasks in Apollo:\n- write the test plan, Ben, Friday, 6h\n- book the venue, Ana", "add the following tasks to Apollo: a; b; c",
      "new tasks for Apollo:\n1. one\n2. two", "create three tasks: a, b and c", "create tasks in Apollo: a; b", "add tasks: a; b; c",
      "two tasks for Ben on Apollo: a; b", sign="Preparing a preview")
def create_tasks(desk: Desk, lines: Lines, project: Project | None = None) -> Proposal:
    """Propose several tasks as one change, one line each, with owner, due date, effort and priority where the line says them:
    "write the test plan @Ben by Friday 6h !high". For a single task use create_record."""
    said = [line.strip(" \t-*•·") for line in lines if line.strip(" \t-*•·")]
    if not said:
        raise BadInput("Say one task a line.")
    if len(said) > MOST:
        raise BadInput(f"That are {len(said)} tasks; {MOST} at once is the most.")
    if project is None:
        raise BadInput("Which project are these tasks for?")
    people = desk.names(Person)
    made = ({"project": project.key, **captured(line, people, desk.today)} for line in said)
    return Proposal(tuple(Create("task", desk.values(Task, values)) for values in made))
