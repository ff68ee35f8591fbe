"""Tasks from a description: a whole plan as one proposal."""
from records.kinds import Project
from records.proposals import Proposal
from tools.base import Passage, tool
from tools.desk import Desk
from tools.desk.breaking_down import proposed


@tool("break down Apollo: we need a login page, an invoice download and a training", "break this project down into tasks: a new portal with search and login",
      "split this task into smaller ones: migrate the accounts and train the desk", "make a plan for moving our office to Lisbon by June",
      "make a project plan for the summer party", "here is the description of a new task: write the policy, print it; split it into tasks",
      "here are the notes of the meeting: decisions, actions and risks", "turn these meeting notes into tasks", "draft a work breakdown structure for Apollo",
      "work packages for Apollo: close the hall, move the racks, test picking", "split APOLLO-T-8, it is too big: export, clean, import",
      "create a plan from this description", "what tasks follow from this description", sign="Drawing up a plan")
def break_down_project(desk: Desk, text: Passage, project: Project | None = None) -> Proposal:
    """Propose a plan from a description or meeting notes: tasks with reasons, estimates, owners, links, dates. text: all of it word for word, after a
    wish if any ("without testing, by June: ..."). For single tasks use create_tasks."""
    return proposed(desk, text, project, desk.draft)
