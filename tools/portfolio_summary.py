"""All projects at a glance."""
from collections.abc import Sequence
from typing import Annotated

from records.figures.base import counted
from reports.blocks import Text
from reports.chasing import chasing
from reports.for_boards import note_of_all, questions_of_all
from reports.gist import MORE, gist
from reports.looking import PORTFOLIO
from reports.portfolio import Focus, portfolio
from reports.selecting import chosen
from tools.base import Among, Result, Words, tool
from tools.desk import Desk

SAID = Words(
    brief="brief, briefly, in short, in brief, in a nutshell",
    all="in full, full, fully, complete, completely, detailed, in detail, details, at length, long version",
    delivery="delivery, on track, delivered well", value="value, worth, benefits, benefit",
    strategy="strategy, strategic, strategically, aligned, alignment, objectives, objective, goals", risks="risks, dangers",
    watch="coming, ahead, early signs, early warning, warning signs, watch, watch out, brewing, looming",
    money="money, over or under budget, budget, budgets, cost, costs, spent, spend",
    questions="questions", note="note, memo", worst="the worst, worst", chase="whom to chase, who to chase")


@tool("how is the portfolio?", "are our projects aligned with strategy?", "how are all our projects doing?",
      "which objectives has nobody working for them?", "what is the total budget of all projects?", "portfolio value", "portfolio summary",
      "overview of all projects", "how are we doing?", "how are the projects doing overall?", "do our projects serve the strategy?",
      "executive summary of the portfolio", "which projects serve which objective?", "are we on strategy?", "state of the portfolio",
      "how much money is in the portfolio?", "summary for the board", "status", "report", "what is the state of things?",
      "what is the status of our projects?", "status of all projects", "which projects need attention?", "which projects are red?",
      "which projects are in trouble?", "are any projects in trouble?", "give me the big picture", "portfolio health",
      "what do all our projects cost?", "how well do our projects support our goals?", "which project serves no objective?",
      "how much value do the projects bring?", "how is everything going?", "summarise all projects", "which goals is nobody working on?",
      "I have to brief the board about all projects", "which projects should I worry about?", "does every project contribute to an objective?",
      "are we working on the right things?", "what is going well?", "which goals are we neglecting?", "total cost of the portfolio",
      "what should I watch out for?", "are there early signs of trouble?", "where is trouble brewing?", "what is about to go wrong?", "any early warnings?",
      "how is the portfolio of the programme Growth?", "how are the projects sponsored by Ana?", "how are my projects doing?", "my portfolio",
      "portfolio summary of the objective OBJ-1", "how are the projects tagged mobile doing?", "summary of Ana's projects",
      "how is the whole shop doing?", "what keeps the board awake?", "do we spend on the right things?", "which goals have no project?",
      "do projects and objectives match?", "how are we doing as a company?", "give me one sentence on the portfolio", "what is on fire?",
      "anything the board should know?",
      sign="Reading the portfolio", past=True)
def portfolio_summary(desk: Desk, focus: Annotated[Focus, SAID] = "brief", of: Among = "") -> Result:
    """Summarise all projects, or those of a programme, sponsor, objective or tag: delivery beside value. focus: "brief" by default, "all" in full, or one
    concern: money, risks, strategy, chase (who owes what is late or awaited) ... To order projects use rank_portfolio."""
    wanted = chosen(desk.reader, of)
    lead = (Text(f"{counted(len(wanted.projects), 'project')} of {wanted.what}."),) if wanted.what and focus != "chase" else ()
    book = desk.book(*wanted.projects)
    told = {"brief": lambda: gist(book, _more(desk, wanted.what)), "questions": lambda: questions_of_all(book), "note": lambda: note_of_all(book),
            "chase": lambda: chasing(book, wanted.projects, is_part=bool(wanted.what))}
    shown = told[focus]() if focus in told else portfolio(book, focus, is_part=bool(wanted.what))
    return Result((*lead, *shown), () if wanted.what else (PORTFOLIO,))


def _more(desk: Desk, what: str) -> Sequence[str]:
    """What to ask next: of a part, or of a past day, what goes on with the same."""
    return ("in full",) if desk.as_of or what else MORE
