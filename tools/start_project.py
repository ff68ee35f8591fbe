"""A project from an idea: the draft of its charter as one proposal."""
from records.proposals import Proposal
from tools.base import Passage, tool
from tools.desk import Desk
from tools.desk.breaking_down import chartered


@tool("start a project: customers return parcels at any shop, by October", "start a new project for a customer app", "I have an idea: repair cafés",
      "project idea: sell refurbished lamps", "draft a charter for the office move", "turn this idea into a project: a portal for dealers",
      "I would like to propose a project, repair lamps instead of scrapping them", "I propose a new project: a portal",
      "we should start a project to sell lamps",
      sign="Drafting a charter")
def start_project(desk: Desk, text: Passage) -> Proposal:
    """Propose the charter of a new project from an idea: purpose, objective, benefits, scope, milestones, budget, risks; it asks what is open. text: all
    that was said, word for word, with later answers such as "sponsor: Elena"."""
    return chartered(desk, text)
