"""Risks that the watch suggests for the register of a project."""
from datetime import timedelta
from decimal import Decimal

from records.errors import NotFound
from records.kinds import Project
from records.proposals import Create, Proposal
from records.rules.base import Threat
from reports.watch import Sign, new_threats, worth
from tools.base import tool
from tools.desk import Desk

MOST = 3
REVIEWED = timedelta(days=28)


@tool("which risks should I add to Apollo?", "propose risks for Apollo", "suggest risks for Apollo", "what risks are missing on Apollo?",
      "put the early signs of Apollo into the register", "what new risks do you see on Apollo?", "any risks we have not thought of on Apollo?",
      "find risks on Apollo", "are there risks we overlooked on Apollo?", "what could go wrong on Apollo that is not in the register?",
      "draft risks for Apollo from what you see", "which risks did we forget on Apollo?", "come up with risks for Apollo",
      "which early warnings on Apollo are no risks yet?", "what risks did we miss on Apollo?",
      "turn the early warnings of Apollo into risks",
      "what could hit Apollo that we have not written down?", "which risks are we overlooking on Apollo?", "early warnings for Apollo as risks",
      "what dangers did nobody write down on Apollo?", "what else could go wrong on Apollo?", "what risks are we missing on Apollo?",
      "which threats are not in the register of Apollo yet?",
      "any blind spots in the risk register of Apollo?",
      sign="Watching for trouble")
def propose_risks(desk: Desk, project: Project) -> Proposal:
    """Propose up to three new risks of one project from early signs in its records, with cause, event, effect and evidence. Known risks: find_records."""
    found = list(new_threats(desk.book(project), project))[:MOST]
    if not found:
        raise NotFound(f"I see no early sign on {project.name} that its risk register does not hold already.")
    said = [f"{n}. {sign.finding.says} {worth(threat)}" for n, (sign, threat) in enumerate(found, 1)]
    return Proposal(tuple(risk_of(desk, sign, threat) for sign, threat in found), note="\n".join(said))


def risk_of(desk: Desk, sign: Sign, threat: Threat) -> Create:
    """The risk that a sign suggests, with its cause as where it comes from."""
    quoted = f" Somebody wrote: “{threat.quote}”" if threat.quote else ""
    values = {"title": threat.event, "project_id": sign.project.id, "cause": threat.cause + quoted, "effect": threat.effect, "category": threat.category,
              "probability": threat.probability, "impact": threat.impact, "response": threat.response, "review": desk.today + REVIEWED,
              "owner_id": sign.finding.who}
    return Create("risk", values if threat.cost is None else {**values, "cost_impact": threat.cost.quantize(Decimal(1))}, source=sign.source)
