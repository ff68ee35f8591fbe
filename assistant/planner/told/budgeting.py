"""A budget that somebody wants to set at once: it is the sum of its lines, so a line of that amount is offered instead."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import BUDGET_OF_LINES
from assistant.planner.told.valuing import GROUPED
from assistant.planner.words.phrases import POLITE
from language.words import Span

BARE = re.compile(r"(?<![\w.,-])\d{4,}(?![\w%]|[.,]\d)")
SET = re.compile(rf"^\s*{POLITE}(?:(?:set|change|update|raise|increase|lower|reduce|cut|put|fix|give|make)\s+)?(?:the\s+)?"
                 rf"(?:new\s+|total\s+|whole\s+|project\s+)*"
                 rf"(?:budget\s+(?:of|for|on|in)\s+(?:the\s+)?(?:project\s+)?\0+(?:\s+project)?|\0+(?:['’]s?|\s*[:,–-])?\s+(?:(?:the|new|project)\s+)*budget)\s*"
                 r"(?:(?:to|at|is|as|now|becomes|=|:|should be|will be|has been|was|"
                 r"(?:drops|falls|fell|goes|went|rises|rose|grows|grew|shrinks|comes|is|was|gets)"
                 r"(?: (?:down|up|cut|raised|lowered|reduced|increased|set))?)\s*)*\x01+(?:\s+(?:now|please))*"
                 r"(?:[,;.]\s*(?:and |so )?(?:please |can you |could you )?(?:put|enter|note|log|record|write|set|update|change) (?:it|that|this)(?: \w+)?"
                 r"(?: please)?)?\W*$", re.I)


def budget_set(heard: Heard) -> Plan | None:
    """That the budget of a project is the sum of its lines, with the line to add; None where no budget is set."""
    projects = heard.of("project")
    money = heard.of("MONEY") or _figures(GROUPED, heard) or _figures(BARE, heard)
    if len(projects) != 1 or len(money) != 1 or "KEY" in heard.types - {"project"} or heard.text.rstrip().endswith("?"):
        return None
    if not SET.match(heard.signed((projects[0], "\0"), (money[0], "\1"))):
        return None
    project, amount = heard.said(projects[0]), heard.said(money[0])
    return Plan(says=BUDGET_OF_LINES, choices=(f"add a budget line of {amount} to {project}", f"show the budget lines of {project}"))


def _figures(said: re.Pattern[str], heard: Heard) -> tuple[Span, ...]:
    """Numbers that may be an amount where a budget is told."""
    return tuple(Span(m.start(), m.end(), m[0]) for m in said.finditer(heard.masked))
