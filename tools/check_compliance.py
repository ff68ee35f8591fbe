"""Whether the records keep to the office's handbook."""
from records.kinds import Project
from reports.compliance import broken, of_all, of_one
from reports.portfolio import visible
from tools.base import Result, tool
from tools.desk import Desk
from tools.desk.standing import broken_by, clauses


@tool("is Apollo compliant?", "check compliance of Apollo", "what rules does Apollo break?", "check compliance", "which projects break the rules?",
      "does Apollo follow the handbook?", "does Apollo comply with governance?", "compliance check", "governance check of Apollo",
      "which handbook rules are broken?", "are we compliant?", "what is missing on Apollo for governance?", "audit Apollo", "is Apollo audit ready?",
      "is everything in order on Apollo?", "what do I have to put right on Apollo?", "which governance rules are violated?", "run the compliance check",
      "what violates the PMO rules?", "what violations do we have?", "are all projects following the process?",
      "where do we break our own rules?", "does Apollo have all its paperwork?", "which projects violate something?",
      "who has to fix which violation?", "is Apollo playing by the rules?", "are we in line with the rules on Apollo?",
      "which documents are missing on Apollo for the gate?", "would Apollo pass an audit?", "what would an auditor find on Apollo?",
      sign="Checking against the handbook", past=True)
def check_compliance(desk: Desk, project: Project | None = None) -> Result:
    """Check one project, or all, against the rules of the office's handbook: what breaks them, the clause, who can act."""
    if project is None:
        return Result((*of_all(desk.book(*visible(desk.reader)), desk.now), *clauses(desk, (b.rule for b in broken_by(desk)))))
    book = desk.book(project)
    return Result((*of_one(book, project, desk.now), *clauses(desk, (b.rule for b in broken(book)))))
